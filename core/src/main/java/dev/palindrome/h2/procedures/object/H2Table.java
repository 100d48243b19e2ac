package dev.palindrome.h2.procedures.object;

import dev.palindrome.h2.H2Definitions;
import dev.palindrome.h2.definition.H2Column;
import dev.palindrome.h2.definition.H2TablePart;
import dev.palindrome.sql.QuotedName;
import dev.palindrome.sql.SqlLiteral;
import dev.palindrome.sql.SqlRunner;
import dev.palindrome.sql.TableName;
import dev.palindrome.tsql.Recorded;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A table in H2, and how to ask about it without reading about all the others where that can be helped. */
public record H2Table(Connection connection, String schema, String name) {

    public static H2Table of(Connection connection, @Nullable String schema, String name) throws SQLException {
        return new H2Table(connection, schema == null ? connection.getSchema() : schema, name);
    }

    public String h2() {
        return QuotedName.of(schema) + "." + QuotedName.of(name);
    }

    /** The same with its names in the letters in which they were given to it, for what is remembered of it. */
    public H2Table asCalled() throws SQLException {
        return SqlRunner.on(connection)
                .query(
                        "SELECT TABLE_SCHEMA, TABLE_NAME FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ?",
                        schema,
                        name)
                .first(row -> new H2Table(connection, row.getString(1), row.getString(2)))
                .orElse(this);
    }

    public boolean exists() throws SQLException {
        return !texts("SELECT TABLE_TYPE FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ?")
                .isEmpty();
    }

    public boolean isView() throws SQLException {
        return texts("SELECT TABLE_TYPE FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ?")
                .contains("VIEW");
    }

    /** Its columns in order; none if there is no such table. */
    public List<H2Column> columns() throws SQLException {
        return SqlRunner.on(connection)
                .query("SELECT DB_OBJECT_SQL('TABLE', ?, ?)", schema, name)
                .first(row -> row.getString(1))
                .map(H2Column::of)
                .orElse(List.of());
    }

    /** Its indexes and constraints. */
    public List<H2TablePart> parts() throws SQLException {
        return partStatements().stream()
                .map(H2TablePart::of)
                .flatMap(Optional::stream)
                .toList();
    }

    /** H2's SCRIPT goes through the whole database even for one table. */
    public List<String> partStatements() throws SQLException {
        Optional<List<String>> known =
                H2Definitions.of(connection).flatMap(definitions -> definitions.parts(new TableName(schema, name)));
        return known.isPresent()
                ? known.get()
                : SqlRunner.on(connection)
                        .query("SCRIPT NODATA NOPASSWORDS NOSETTINGS TABLE " + h2())
                        .texts();
    }

    /** A column as H2 has it. */
    public Optional<H2Column> h2Column(String column) throws SQLException {
        return columns().stream()
                .filter(known -> known.name().equalsIgnoreCase(column))
                .findFirst();
    }

    /** The record of a column, or nothing if there is no such column. */
    public Optional<Recorded> column(String column) throws SQLException {
        return h2Column(column).map(known -> Recorded.parse(known.comment()));
    }

    public Recorded requireColumn(String column, String verb) throws SQLException {
        Optional<Recorded> recorded = column(column);
        if (recorded.isEmpty()) {
            throw TsqlError.of(
                    4924,
                    "ALTER TABLE " + verb + " failed because column '" + column + "' does not exist in table '" + name
                            + "'.");
        }
        return recorded.get();
    }

    public void record(String column, Recorded recorded) throws SQLException {
        execute("COMMENT ON COLUMN " + h2() + "." + QuotedName.of(column) + " IS " + SqlLiteral.h2(recorded.text()));
    }

    public void alterColumn(String column, String change) throws SQLException {
        execute("ALTER TABLE " + h2() + " ALTER COLUMN " + QuotedName.of(column) + " " + change);
    }

    public void execute(String sql) throws SQLException {
        SqlRunner.on(connection).run(sql);
    }

    /** The first column of a query about this table: its first two parameters are schema and name. */
    public List<String> texts(String sql, String... more) throws SQLException {
        List<String> parameters = new ArrayList<>(List.of(schema, name));
        parameters.addAll(List.of(more));
        return SqlRunner.on(connection).query(sql, parameters.toArray()).texts();
    }
}
