package dev.palindrome.h2.flow;

import dev.palindrome.sql.SqlRunner;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A value that is there already. SQL Server has one number where a constraint forbids it, and another where an index does. */
final class DuplicateKey {

    private static final int OF_H2 = 23505;

    private static final int OF_CONSTRAINT = 2627;

    private static final int OF_INDEX = 2601;

    private static final int WHERE_ROWS_ARE = 1505;

    /** That behind the number of a constraint that cannot be made; ERROR_NUMBER() has this one. */
    private static final int OF_ADDITION = 1750;

    /** H2 shows the statement behind its message. */
    private static final Pattern DEFINITION = Pattern.compile("SQL statement:\\s++(ALTER|CREATE)\\b");

    private static final String QUOTES = "\"\"";

    private static final String CONSTRAINT = "SELECT 1 FROM INFORMATION_SCHEMA.TABLE_CONSTRAINTS WHERE INDEX_NAME = ?";

    private DuplicateKey() {}

    static boolean is(SQLException error) {
        return error.getErrorCode() == OF_H2;
    }

    static int number(SQLException error, Connection connection) throws SQLException {
        String message = String.valueOf(error.getMessage());
        Matcher definition = DEFINITION.matcher(message);
        if (definition.find()) {
            return definition.group(1).equals("ALTER") ? OF_ADDITION : WHERE_ROWS_ARE;
        }
        if (message.contains(" PRIMARY KEY ON ")) {
            return OF_CONSTRAINT;
        }
        return SqlRunner.on(connection).query(CONSTRAINT, index(message)).hasRows() ? OF_CONSTRAINT : OF_INDEX;
    }

    /** H2 names the index last before the table, with two quotes where it needs one, and four where one is in a name. */
    private static String index(String message) {
        String before = message.substring(0, Math.max(0, message.indexOf(" ON ")));
        if (!before.endsWith(QUOTES)) {
            return before.substring(
                    Math.max(before.lastIndexOf('.'), Math.max(before.lastIndexOf('"'), before.lastIndexOf(' '))) + 1);
        }
        int end = before.length() - QUOTES.length();
        int start = before.lastIndexOf(QUOTES, end - 1);
        while (start >= QUOTES.length() && before.startsWith(QUOTES, start - QUOTES.length())) {
            start = before.lastIndexOf(QUOTES, start - QUOTES.length() - 1);
        }
        return before.substring(Math.max(0, start + QUOTES.length()), end).replace(QUOTES + QUOTES, "\"");
    }
}
