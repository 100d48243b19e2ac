package dev.palindrome.schema.read;

import dev.palindrome.h2.H2Definitions;
import dev.palindrome.h2.H2Definitions.ConstraintView;
import dev.palindrome.h2.H2RecordedObjects;
import dev.palindrome.sql.SqlQuery.RowReader;
import dev.palindrome.sql.SqlRunner;
import dev.palindrome.tsql.RecordedObject;
import dev.palindrome.tsql.RecordedObject.Kind;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Asks H2's information schema, one view at a time: joins of these views are slow, and so is a condition on anything but
 * the name that a view is sorted by.
 */
final class H2InformationSchema {

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

    /** Asks about tables of these names. */
    H2InformationSchema named(Collection<String> names) {
        return new H2InformationSchema(connection, names);
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
    void ofTables(String sql, String nameColumn, RowReader reader) throws SQLException {
        if (tables.isEmpty()) {
            all(sql, reader);
        } else {
            byNames(sql, nameColumn, tables.get(), reader);
        }
    }

    /**
     * Reads what such a view has of the tables.
     *
     * @param sql without a condition, for where H2 is not known from inside
     * @param names what the rows have in a column where they are about these tables
     */
    void constraints(ConstraintView view, String sql, String nameColumn, Collection<String> names, RowReader reader)
            throws SQLException {
        Optional<H2Definitions> definitions = tables.isEmpty() ? Optional.empty() : H2Definitions.of(connection);
        if (definitions.isPresent()) {
            ResultSet rows = definitions.get().constraints(view, tables.get());
            while (rows.next()) {
                reader.read(rows);
            }
        } else if (tables.isEmpty()) {
            all(sql, reader);
        } else {
            byNames(sql, nameColumn, names, reader);
        }
    }

    /** The same of a view that has the name of the table. */
    void constraints(ConstraintView view, String sql, RowReader reader) throws SQLException {
        constraints(view, sql, "TABLE_NAME", tables.orElse(List.of()), reader);
    }

    /** Reads the rows of a view that have one of these names. */
    void byNames(String sql, String nameColumn, Collection<String> names, RowReader reader) throws SQLException {
        if (names.isEmpty()) {
            return;
        }
        SqlRunner.on(connection)
                .query(sql + " WHERE " + nameColumn + " = ANY(?)", connection.createArrayOf("VARCHAR", names.toArray()))
                .forEach(reader);
    }

    void all(String sql, RowReader reader) throws SQLException {
        SqlRunner.on(connection).query(sql).forEach(reader);
    }

    /** Objects that H2 does not have, of these kinds. */
    List<RecordedObject> recorded(Collection<Kind> kinds) throws SQLException {
        return H2RecordedObjects.of(connection, kinds);
    }
}
