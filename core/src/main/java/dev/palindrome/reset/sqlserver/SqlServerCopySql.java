package dev.palindrome.reset.sqlserver;

import dev.palindrome.reset.ResetException;
import dev.palindrome.schema.Column;
import dev.palindrome.schema.ObjectKind;
import dev.palindrome.schema.Property;
import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.schema.Table;
import dev.palindrome.sql.BracketedName;
import dev.palindrome.sql.DeclaredType;
import dev.palindrome.sql.SqlTypeFamily;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The statements that copy tables into another database, or into temporary tables. Microsoft: create-table-transact-sql,
 * insert-transact-sql.
 */
final class SqlServerCopySql {

    private final SchemaSnapshot schema;
    private final SqlServerLayout layout;

    /** For texts that have the database's own collation, which the schema does not name. */
    private final String ownCollation;

    private SqlServerCopySql(SchemaSnapshot schema, SqlServerLayout layout, String ownCollation) {
        this.schema = schema;
        this.layout = layout;
        this.ownCollation = ownCollation;
    }

    /** Into a database that has the same collation. */
    static SqlServerCopySql intoDatabase(SchemaSnapshot schema, SqlServerLayout layout) {
        return new SqlServerCopySql(schema, layout, "");
    }

    /** Temporary tables have tempdb's collation unless they are told another (Microsoft: collate-transact-sql). */
    static SqlServerCopySql intoTemporaryTables(SchemaSnapshot schema, SqlServerLayout layout) {
        return new SqlServerCopySql(schema, layout, " COLLATE DATABASE_DEFAULT");
    }

    /** In the other place: the bare columns, without anything that could refuse or change a value, an XML schema too. */
    String create(SqlServerTable table, String copy) {
        return columns(table).stream()
                .map(this::column)
                .collect(Collectors.joining(", ", "CREATE TABLE " + copy + " (", ")"));
    }

    private List<Column> columns(SqlServerTable table) {
        List<Column> columns = inSchema(table)
                .or(() -> layout.currentOf(table).flatMap(this::inSchema))
                .orElseThrow(() -> new ResetException("%s cannot be copied: it is not in the schema.".formatted(table)))
                .columns();
        Set<String> names = table.columns().stream().map(SqlServerColumn::name).collect(Collectors.toSet());
        return columns.stream().filter(column -> names.contains(column.name())).toList();
    }

    /** A history without a name of its own is not there; it has the columns of its table (Microsoft: temporal-tables). */
    private Optional<Table> inSchema(SqlServerTable table) {
        return schema.table(table.schema(), table.name());
    }

    private String column(Column column) {
        String type = baseType(column.object().get(Property.TYPE).orElseThrow());
        String collation = column.object()
                .get(Property.COLLATION)
                .map(named -> " COLLATE " + named)
                .orElse(isText(type) ? ownCollation : "");
        return BracketedName.of(column.name()) + " " + type + collation + " NULL";
    }

    private static boolean isText(String type) {
        return DeclaredType.parse(type).family().filter(SqlTypeFamily::isText).isPresent();
    }

    /** An alias type is not known in another database. */
    private String baseType(String type) {
        return schema.objects(ObjectKind.ALIAS_TYPE).stream()
                .filter(alias -> BracketedName.of(alias.name().get(0))
                        .concat(".")
                        .concat(BracketedName.of(alias.simpleName()))
                        .equals(type))
                .findFirst()
                .flatMap(alias -> alias.get(Property.TYPE))
                .orElse(type);
    }
}
