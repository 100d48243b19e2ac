package dev.palindrome.h2.procedures;

import dev.palindrome.h2.definition.H2Identifiers;
import dev.palindrome.h2.definition.H2TablePart;
import dev.palindrome.h2.procedures.object.H2Table;
import dev.palindrome.sql.QuotedName;
import dev.palindrome.sql.SqlRunner;
import dev.palindrome.tsql.HiddenName;
import dev.palindrome.tsql.Lexer;
import dev.palindrome.tsql.Recorded.Fact;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Unique indexes that foreign keys point to. H2 wants a key there, so it gets one that nobody sees, which uses the index
 * (Microsoft: primary-and-foreign-key-constraints).
 */
final class ReferencedIndexes {

    /** H2's number for a constraint that is not there. */
    private static final int NO_KEY = 90057;

    private static final String UNIQUE = """
            SELECT INDEX_NAME FROM INFORMATION_SCHEMA.INDEXES
            WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ? AND INDEX_TYPE_NAME = 'UNIQUE INDEX'""";

    private final Connection connection;

    private ReferencedIndexes(Connection connection) {
        this.connection = connection;
    }

    /**
     * Runs a statement for H2, and once more if a foreign key in it has only missed such a key.
     *
     * @return how many rows it has changed
     */
    static long run(Connection connection, String statement) throws SQLException {
        try {
            return SqlRunner.on(connection).affected(statement);
        } catch (SQLException e) {
            if (e.getErrorCode() != NO_KEY || !new ReferencedIndexes(connection).makeKeys(statement)) {
                throw e;
            }
            return SqlRunner.on(connection).affected(statement);
        }
    }

    private boolean makeKeys(String statement) throws SQLException {
        TokenReader reader = new TokenReader(Lexer.tokens(H2Identifiers.plain(statement), 1));
        boolean made = false;
        while (!reader.atEnd()) {
            if (reader.accept("REFERENCES")) {
                List<String> name = reader.nameParts();
                if (reader.seesSymbol("(")) {
                    made |= makeKey(name, names(reader.parenthesised()));
                }
            } else {
                reader.next();
            }
        }
        return made;
    }

    private static Set<String> names(List<Token> tokens) {
        return tokens.stream()
                .filter(Token::isName)
                .map(token -> token.value().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    private boolean makeKey(List<String> name, Set<String> columns) throws SQLException {
        H2Table table = H2Table.of(connection, name.size() > 1 ? name.get(0) : null, name.get(name.size() - 1));
        List<String> unique = table.texts(UNIQUE);
        for (H2TablePart part : table.parts()) {
            Set<String> key = part.columns().stream()
                    .map(column -> column.toLowerCase(Locale.ROOT))
                    .collect(Collectors.toSet());
            boolean fits = part.kind().equals("INDEX") && unique.contains(part.name()) && key.equals(columns);
            if (fits && part.recorded().get(Fact.FILTER).isEmpty()) {
                table.execute("ALTER TABLE " + table.h2() + " ADD CONSTRAINT "
                        + QuotedName.of(HiddenName.of(part.name())) + " UNIQUE NULLS NOT DISTINCT ("
                        + part.columns().stream().map(QuotedName::of).collect(Collectors.joining(", ")) + ")");
                return true;
            }
        }
        return false;
    }
}
