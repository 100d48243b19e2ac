package dev.palindrome.h2.procedures.object;

import dev.palindrome.h2.H2RecordedObjects;
import dev.palindrome.sql.SqlLiteral;
import dev.palindrome.sql.SqlRunner;
import dev.palindrome.tsql.Lexer;
import dev.palindrome.tsql.Recorded.Fact;
import dev.palindrome.tsql.RecordedObject;
import dev.palindrome.tsql.RecordedObject.Kind;
import dev.palindrome.tsql.Token;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Defaults, checks and computed columns that call a function, which cannot be dropped, altered or renamed under them. */
public final class FunctionUsers {

    private static final String COMPUTED =
            "SELECT TABLE_NAME, GENERATION_EXPRESSION FROM INFORMATION_SCHEMA.COLUMNS WHERE GENERATION_EXPRESSION LIKE ?";

    private static final List<String> DEFINITIONS = List.of(
            "SELECT CONSTRAINT_NAME, CHECK_CLAUSE FROM INFORMATION_SCHEMA.CHECK_CONSTRAINTS WHERE CHECK_CLAUSE LIKE ?",
            "SELECT TABLE_NAME, COLUMN_DEFAULT FROM INFORMATION_SCHEMA.COLUMNS WHERE COLUMN_DEFAULT LIKE ?",
            COMPUTED);

    private static final String CALL = "\"call_function\"(";

    private FunctionUsers() {}

    /** The name of one of them. */
    public static Optional<String> of(H2Table function) throws SQLException {
        return among(DEFINITIONS, function);
    }

    /**
     * The table of a computed column that calls it through other functions. SQL Server computes such a column anew whenever it
     * is read; H2 has stored what it was.
     */
    public static Optional<String> storedThroughOthers(H2Table function) throws SQLException {
        List<RecordedObject> functions = H2RecordedObjects.of(function.connection(), List.of(Kind.FUNCTION));
        Set<String> seen = new HashSet<>(Set.of(function.name().toLowerCase(Locale.ROOT)));
        Deque<String> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            String called = open.remove();
            for (RecordedObject caller : functions) {
                if (mentions(caller, called) && seen.add(caller.name().toLowerCase(Locale.ROOT))) {
                    H2Table other = new H2Table(function.connection(), caller.schema(), caller.name());
                    Optional<String> table = among(List.of(COMPUTED), other);
                    if (table.isPresent()) {
                        return table;
                    }
                    open.add(caller.name().toLowerCase(Locale.ROOT));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean mentions(RecordedObject caller, String function) {
        List<Token> tokens = Lexer.tokens(caller.recorded().get(Fact.DEFINITION).orElse(""), 1);
        for (int i = 0; i + 1 < tokens.size(); i++) {
            boolean called = tokens.get(i).isName() && tokens.get(i + 1).isSymbol("(");
            if (called && tokens.get(i).value().equalsIgnoreCase(function)) {
                return true;
            }
        }
        return false;
    }

    private static Optional<String> among(List<String> all, H2Table function) throws SQLException {
        String call = (CALL + SqlLiteral.h2(function.schema()) + ", " + SqlLiteral.h2(function.name()))
                .toLowerCase(Locale.ROOT);
        for (String definitions : all) {
            Optional<String> user = SqlRunner.on(function.connection())
                    .query(definitions, "%" + CALL + "%")
                    .list(row -> List.of(row.getString(1), row.getString(2)))
                    .stream()
                    .filter(row -> calls(row.get(1).toLowerCase(Locale.ROOT), call))
                    .map(row -> row.get(0))
                    .findFirst();
            if (user.isPresent()) {
                return user;
            }
        }
        return Optional.empty();
    }

    private static boolean calls(String definition, String call) {
        return definition.contains(call + ",") || definition.contains(call + ")");
    }
}
