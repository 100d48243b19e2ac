package dev.palindrome.h2.procedures;

import dev.palindrome.sql.SqlRunner;
import dev.palindrome.tsql.H2IndexName;
import dev.palindrome.tsql.Recorded;
import dev.palindrome.tsql.Recorded.Fact;
import dev.palindrome.tsql.TokenReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The procedure sp_rename. */
final class Renaming {

    private final Connection connection;
    private final String object;
    private final String newName;
    private final List<String> parts;

    Renaming(Connection connection, String object, String newName) {
        this.connection = connection;
        this.object = object;
        this.newName = newName;
        this.parts = parts(object);
    }

    void rename(String type) throws SQLException {
        switch (type.toUpperCase(Locale.ROOT)) {
            case "COLUMN" -> new ColumnRenaming(owner()).rename(last(), newName, this::notFound);
            case "INDEX" -> index();
            case "OBJECT" -> object();
            default -> throw TsqlError.needsSqlServer("sp_rename of type '" + type + "'.");
        }
    }

    private static List<String> parts(String object) {
        return TokenReader.ofName(object).nameParts();
    }

    private String last() {
        return parts.get(parts.size() - 1);
    }

    /** The table that stands before the last part. */
    private H2Table owner() throws SQLException {
        if (parts.size() < 2 || parts.size() > 3) {
            throw notFound();
        }
        return H2Table.of(connection, parts.size() == 3 ? parts.get(0) : null, parts.get(parts.size() - 2));
    }

    private void index() throws SQLException {
        H2Table table = owner();
        String old = H2IndexName.of(table.name(), last());
        Optional<Recorded> recorded = indexRecord(table, old);
        if (recorded.isEmpty()) {
            key(table);
            return;
        }
        IndexRenaming.rename(
                table,
                old,
                H2IndexName.of(table.name(), newName),
                recorded.get().with(Fact.NAME, newName));
    }

    /** A key's index has the key's name, and both change together. */
    private void key(H2Table table) throws SQLException {
        String known = one(
                "SELECT CONSTRAINT_NAME FROM INFORMATION_SCHEMA.TABLE_CONSTRAINTS WHERE CONSTRAINT_SCHEMA = ?"
                        + " AND CONSTRAINT_NAME = ? AND CONSTRAINT_TYPE IN ('PRIMARY KEY', 'UNIQUE')",
                table.schema(),
                last());
        if (known == null) {
            throw notFound();
        }
        new ConstraintRenaming(table).rename(last(), newName);
    }

    private static Optional<Recorded> indexRecord(H2Table table, String name) throws SQLException {
        return table
                .texts(
                        "SELECT REMARKS FROM INFORMATION_SCHEMA.INDEXES"
                                + " WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ? AND INDEX_NAME = ?",
                        name)
                .stream()
                .findFirst()
                .map(Recorded::parse);
    }

    private void object() throws SQLException {
        if (parts.size() > 2) {
            throw notFound();
        }
        H2Table table = H2Table.of(connection, parts.size() == 2 ? parts.get(0) : null, last());
        String kind = kind(table);
        if (kind == null) {
            constraintOrDefault(table.schema());
        } else if (kind.equals("VIEW")) {
            throw TsqlError.needsSqlServer("sp_rename of a view.");
        } else {
            new TableRenaming(table).rename(newName);
        }
    }

    private @Nullable String kind(H2Table table) throws SQLException {
        List<String> kinds = table.texts(
                "SELECT TABLE_TYPE FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ?");
        return kinds.isEmpty() ? null : kinds.get(0);
    }

    private void constraintOrDefault(String schema) throws SQLException {
        String table = one(
                "SELECT TABLE_NAME FROM INFORMATION_SCHEMA.TABLE_CONSTRAINTS"
                        + " WHERE CONSTRAINT_SCHEMA = ? AND CONSTRAINT_NAME = ?",
                schema,
                last());
        if (table != null) {
            new ConstraintRenaming(H2Table.of(connection, schema, table)).rename(last(), newName);
            return;
        }
        String owner = one(
                "SELECT TABLE_NAME FROM INFORMATION_SCHEMA.COLUMNS WHERE TABLE_SCHEMA = ?"
                        + " AND LOCATE(?, REMARKS) > 0",
                schema,
                "default-name=\"" + last() + "\"");
        if (owner == null) {
            throw notFound();
        }
        H2Table owning = H2Table.of(connection, schema, owner);
        String column = new ColumnDefaults(owning).columnOf(last()).orElseThrow(this::notFound);
        Recorded recorded = owning.requireColumn(column, "RENAME");
        owning.record(column, recorded.with(Fact.DEFAULT_NAME, newName).without(Fact.DEFAULT_SYSTEM_NAMED));
    }

    private @Nullable String one(String sql, String first, String second) throws SQLException {
        return SqlRunner.on(connection)
                .query(sql, first, second)
                .first(row -> row.getString(1))
                .orElse(null);
    }

    private SQLException notFound() {
        return TsqlError.of(15225, "No item by the name of '" + object + "' could be found in the current database.");
    }
}
