package dev.palindrome.schema.read;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Optional;

/**
 * Asks H2's information schema, one view at a time: joins of these views are slow, and so is a condition on anything but
 * the name that a view is sorted by.
 */
final class H2InformationSchema {

    /** Takes a row in. */
    interface Taker {

        void take(ResultSet row) throws SQLException;
    }

    private final Connection connection;
    private final Optional<Collection<String>> tables;

    /** About every table. */
    H2InformationSchema(Connection connection) {
        this.connection = connection;
        this.tables = Optional.empty();
    }

    /** About tables of these names. */
    H2InformationSchema(Connection connection, Collection<String> tables) {
        this.connection = connection;
        this.tables = Optional.of(tables);
    }

    /** The same about fewer tables; about all of them still, where it is about all. */
    H2InformationSchema about(Collection<String> names) {
        return tables.isEmpty() ? this : new H2InformationSchema(connection, names);
    }

    /**
     * Reads one view.
     *
     * @param sql without a condition
     * @param nameColumn with the name of the table
     */
    void ofTables(String sql, String nameColumn, Taker taker) throws SQLException {
        if (tables.isEmpty()) {
            all(sql, taker);
        } else {
            byNames(sql, nameColumn, tables.get(), taker);
        }
    }

    /** Reads the rows of a view that have one of these names. */
    void byNames(String sql, String nameColumn, Collection<String> names, Taker taker) throws SQLException {
        if (names.isEmpty()) {
            return;
        }
        try (PreparedStatement query = connection.prepareStatement(sql + " WHERE " + nameColumn + " = ANY(?)")) {
            query.setArray(1, connection.createArrayOf("VARCHAR", names.toArray()));
            take(query, taker);
        }
    }

    void all(String sql, Taker taker) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            take(query, taker);
        }
    }

    boolean isAboutAll() {
        return tables.isEmpty();
    }

    private static void take(PreparedStatement query, Taker taker) throws SQLException {
        try (ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                taker.take(rows);
            }
        }
    }
}
