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

    /** H2 names the index, behind the constraint that it belongs to, or says that it is a primary key. */
    private static final Pattern NAME = Pattern.compile("(\"\"(?:[^\"]|\"{4})++\"\"|[^\\s\".]++) ON ");

    /** H2 shows the statement behind its message. */
    private static final Pattern DEFINITION = Pattern.compile("SQL statement:\\s++(ALTER|CREATE)\\b");

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
        Matcher name = NAME.matcher(message);
        if (!name.find()) {
            return ScriptError.USER;
        }
        String index = name.group(1);
        String plain = index.startsWith("\"\"")
                ? index.substring(2, index.length() - 2).replace("\"\"\"\"", "\"")
                : index;
        return SqlRunner.on(connection).query(CONSTRAINT, plain).hasRows() ? OF_CONSTRAINT : OF_INDEX;
    }
}
