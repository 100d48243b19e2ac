package dev.palindrome.tsql;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** What a rewritten script needs in the H2 database that runs it. */
public final class H2Front {

    private static final String PROCEDURES = H2Procedures.class.getName();

    private static final String[] STATEMENTS = {
        "CREATE SCHEMA IF NOT EXISTS \"palindrome\"",
        "CREATE DOMAIN IF NOT EXISTS \"palindrome\".\"tinyint\" AS SMALLINT CHECK (VALUE BETWEEN 0 AND 255)",
        alias("drop_table", "dropTable"),
        alias("drop_column", "dropColumn"),
        alias("drop_constraint", "dropConstraint"),
        alias("add_default", "addDefault"),
        alias("alter_column", "alterColumn"),
        alias("case_sensitive", "caseSensitive"),
        alias("check_constraint", "checkConstraint"),
        alias("rename", "rename"),
        alias("identity_insert", "identityInsert"),
        alias("move_identity", "moveIdentity"),
        alias("insert_in_order", "insertInOrder"),
        alias("require_view", "requireView"),
        alias("whole", "whole"),
    };

    private H2Front() {}

    /**
     * Prepares a new, empty H2 database.
     *
     * @param connection to that database
     * @throws SQLException if H2 refuses
     */
    public static void install(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : STATEMENTS) {
                statement.execute(sql);
            }
        }
    }

    private static String alias(String name, String method) {
        return "CREATE ALIAS IF NOT EXISTS \"palindrome\".\"" + name + "\" FOR '" + PROCEDURES + "." + method + "'";
    }
}
