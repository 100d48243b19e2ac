package dev.palindrome.h2.procedures;

import dev.palindrome.sql.QuotedName;
import dev.palindrome.sql.SqlLiteral;
import dev.palindrome.tsql.Recorded;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A table in H2, and how to ask about it without reading about all the others where that can be helped. */
record H2Table(Connection connection, String schema, String name) {

    static H2Table of(Connection connection, @Nullable String schema, String name) throws SQLException {
        return new H2Table(connection, schema == null ? connection.getSchema() : schema, name);
    }

    String h2() {
        return QuotedName.of(schema) + "." + QuotedName.of(name);
    }

    boolean exists() throws SQLException {
        return !texts("SELECT TABLE_TYPE FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ?")
                .isEmpty();
    }

    /** Its columns in order; none if there is no such table. */
    List<H2Column> columns() throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT DB_OBJECT_SQL('TABLE', ?, ?)")) {
            query.setString(1, schema);
            query.setString(2, name);
            try (ResultSet rows = query.executeQuery()) {
                String definition = rows.next() ? rows.getString(1) : null;
                return definition == null ? List.of() : H2Column.of(definition);
            }
        }
    }

    /** Its indexes and constraints. */
    List<H2TablePart> parts() throws SQLException {
        try (Statement script = connection.createStatement();
                ResultSet rows = script.executeQuery("SCRIPT NODATA NOPASSWORDS NOSETTINGS TABLE " + h2())) {
            List<H2TablePart> parts = new ArrayList<>();
            while (rows.next()) {
                H2TablePart.of(rows.getString(1)).ifPresent(parts::add);
            }
            return parts;
        }
    }

    /** A column as H2 has it. */
    Optional<H2Column> h2Column(String column) throws SQLException {
        return columns().stream()
                .filter(known -> known.name().equalsIgnoreCase(column))
                .findFirst();
    }

    /** The record of a column, or nothing if there is no such column. */
    Optional<Recorded> column(String column) throws SQLException {
        return h2Column(column).map(known -> Recorded.parse(known.comment()));
    }

    Recorded requireColumn(String column, String verb) throws SQLException {
        Optional<Recorded> recorded = column(column);
        if (recorded.isEmpty()) {
            throw TsqlError.of(
                    4924,
                    "ALTER TABLE " + verb + " failed because column '" + column + "' does not exist in table '" + name
                            + "'.");
        }
        return recorded.get();
    }

    void record(String column, Recorded recorded) throws SQLException {
        execute("COMMENT ON COLUMN " + h2() + "." + QuotedName.of(column) + " IS " + SqlLiteral.h2(recorded.text()));
    }

    void alterColumn(String column, String change) throws SQLException {
        execute("ALTER TABLE " + h2() + " ALTER COLUMN " + QuotedName.of(column) + " " + change);
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The first column of a query about this table: its first two parameters are schema and name. */
    List<String> texts(String sql, String... more) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, schema);
            query.setString(2, name);
            for (int i = 0; i < more.length; i++) {
                query.setString(i + 3, more[i]);
            }
            List<String> texts = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    texts.add(rows.getString(1));
                }
            }
            return texts;
        }
    }
}
