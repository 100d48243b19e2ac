package dev.palindrome.reset.sqlserver;

import dev.palindrome.sql.BracketedName;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A table whose rows come back.
 *
 * @param id its object_id
 * @param schema such as {@code dbo}
 * @param name without schema
 * @param columns that an INSERT can give values to
 * @param hasIdentity whether one of them is an identity
 * @param kind what decides how its rows come back
 */
record SqlServerTable(
        int id,
        String schema,
        String name,
        List<SqlServerColumn> columns,
        boolean hasIdentity,
        SqlServerTableKind kind) {

    /** As T-SQL takes it. */
    String sqlName() {
        return BracketedName.of(schema) + "." + BracketedName.of(name);
    }

    /** Whether its rows can be copied to another database and back, apart from all other tables. */
    boolean isMovable() {
        return kind == SqlServerTableKind.ORDINARY;
    }

    /** The statement that copies all rows from one table into another that is like it. */
    String insert(String into, String from) {
        return "INSERT INTO %s (%s) SELECT %s FROM %s"
                .formatted(into, list(SqlServerColumn::sqlName), list(SqlServerColumn::selected), from);
    }

    private String list(Function<SqlServerColumn, String> text) {
        return columns.stream().map(text).collect(Collectors.joining(", "));
    }

    /** As people write it. */
    @Override
    public String toString() {
        return schema + "." + name;
    }
}
