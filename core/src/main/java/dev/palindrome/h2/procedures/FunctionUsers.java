package dev.palindrome.h2.procedures;

import dev.palindrome.sql.SqlLiteral;
import dev.palindrome.sql.SqlRunner;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Defaults, checks and computed columns that call a function, which cannot be dropped or altered under them. */
final class FunctionUsers {

    private static final List<String> DEFINITIONS = List.of(
            "SELECT CONSTRAINT_NAME, CHECK_CLAUSE FROM INFORMATION_SCHEMA.CHECK_CONSTRAINTS WHERE CHECK_CLAUSE LIKE ?",
            "SELECT TABLE_NAME, COLUMN_DEFAULT FROM INFORMATION_SCHEMA.COLUMNS WHERE COLUMN_DEFAULT LIKE ?",
            "SELECT TABLE_NAME, GENERATION_EXPRESSION FROM INFORMATION_SCHEMA.COLUMNS WHERE GENERATION_EXPRESSION LIKE ?");

    private static final String CALL = "\"call_function\"(";

    private FunctionUsers() {}

    /** The name of one of them. */
    static Optional<String> of(H2Table function) throws SQLException {
        String call = (CALL + SqlLiteral.h2(function.schema()) + ", " + SqlLiteral.h2(function.name()))
                .toLowerCase(Locale.ROOT);
        for (String definitions : DEFINITIONS) {
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
