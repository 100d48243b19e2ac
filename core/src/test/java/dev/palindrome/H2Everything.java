package dev.palindrome;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** All that can be seen of an H2 database, to hold one against another. */
public final class H2Everything {

    /** Statistics, which H2 writes by itself. */
    private static final String SELECTIVITY = " SELECTIVITY \\d+";

    private H2Everything() {}

    /**
     * Definitions, rights, rows, where each identity and sequence stands, which index belongs to what, and what views show.
     * Sorted, for H2's order goes by numbers that it gives again when something is dropped; without the random password.
     */
    public static List<String> in(Connection connection) throws SQLException {
        List<String> everything = new ArrayList<>(texts(connection, "SCRIPT"));
        everything.replaceAll(line -> line.replaceAll(SELECTIVITY, ""));
        everything.removeIf(line -> line.contains("USER IF NOT EXISTS \"SA\""));
        everything.addAll(texts(connection, """
                SELECT CONSTRAINT_SCHEMA || '.' || CONSTRAINT_NAME || ' on ' || COALESCE(INDEX_NAME, 'none')
                FROM INFORMATION_SCHEMA.TABLE_CONSTRAINTS"""));
        everything.addAll(texts(connection, """
                SELECT TABLE_NAME || ' has ' || INDEX_NAME || ' ' || INDEX_TYPE_NAME || ' ' || IS_GENERATED
                FROM INFORMATION_SCHEMA.INDEXES"""));
        for (String view : texts(connection, """
                SELECT '"' || TABLE_SCHEMA || '"."' || TABLE_NAME || '"' FROM INFORMATION_SCHEMA.VIEWS
                WHERE TABLE_SCHEMA NOT IN ('palindrome', 'sys', 'INFORMATION_SCHEMA')""")) {
            for (String row : texts(connection, "SELECT * FROM " + view)) {
                everything.add(view + " shows " + row);
            }
        }
        everything.sort(null);
        return everything;
    }

    private static List<String> texts(Connection connection, String query) throws SQLException {
        return QueriedRows.of(connection, query);
    }
}
