package dev.palindrome.h2.flow;

import dev.palindrome.sql.SqlRunner;
import dev.palindrome.sql.SqlServerErrorNumber;
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

    private static final String NAME = "(?:\"\"(?:[^\"]++|\"{4})*+\"\"|[^\". ]++)";

    /**
     * H2 shows the constraint, if there is one, the index, both with their schema, and the table. Within the quotes of the
     * whole, a name that needs quotes has two, and four where one is in it.
     */
    private static final Pattern INDEX = Pattern.compile(
            ": \"(?:" + NAME + "\\." + NAME + " INDEX )?" + name("schema") + "\\." + name("index") + " ON ");

    /** What H2 calls the index of a constraint; 2.2.224 does not list constraints of temporary tables. */
    private static final Pattern MADE = Pattern.compile("(?:_INDEX|PRIMARY_KEY)_[0-9A-F]++$");

    private static final Pattern ON_TEMPORARY = Pattern.compile("^" + NAME + "\\.\"\"[#@]");

    private static final String CONSTRAINT =
            "SELECT 1 FROM INFORMATION_SCHEMA.TABLE_CONSTRAINTS WHERE INDEX_SCHEMA = ? AND INDEX_NAME = ?";

    private DuplicateKey() {}

    static boolean is(SQLException error) {
        return error.getErrorCode() == OF_H2;
    }

    static int number(SQLException error, Connection connection) throws SQLException {
        String message = String.valueOf(error.getMessage());
        if (message.contains(" already processed:")) {
            return SqlServerErrorNumber.of(error);
        }
        Matcher definition = DEFINITION.matcher(message);
        if (definition.find()) {
            return definition.group(1).equals("ALTER") ? OF_ADDITION : WHERE_ROWS_ARE;
        }
        if (message.contains("PRIMARY KEY ON ")) { // before 2.4 without a name
            return OF_CONSTRAINT;
        }
        Matcher index = INDEX.matcher(message);
        return index.find() && isOfConstraint(index, message, connection) ? OF_CONSTRAINT : OF_INDEX;
    }

    private static boolean isOfConstraint(Matcher index, String message, Connection connection) throws SQLException {
        String name = name(index, "index");
        boolean unlisted = MADE.matcher(name).find()
                && ON_TEMPORARY
                        .matcher(message)
                        .region(index.end(), message.length())
                        .lookingAt();
        return unlisted
                || SqlRunner.on(connection)
                        .query(CONSTRAINT, name(index, "schema"), name)
                        .hasRows();
    }

    private static String name(String group) {
        return "(?<" + group + ">" + NAME + ")";
    }

    private static String name(Matcher found, String group) {
        String name = found.group(group);
        return name.startsWith(QUOTES)
                ? name.substring(QUOTES.length(), name.length() - QUOTES.length())
                        .replace(QUOTES + QUOTES, "\"")
                : name;
    }
}
