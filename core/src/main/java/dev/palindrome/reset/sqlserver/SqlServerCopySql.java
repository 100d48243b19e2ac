package dev.palindrome.reset.sqlserver;

import dev.palindrome.reset.ResetException;
import dev.palindrome.schema.Column;
import dev.palindrome.schema.ObjectKind;
import dev.palindrome.schema.Property;
import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.sql.BracketedName;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The statements that copy tables into another database. Microsoft: create-table-transact-sql, insert-transact-sql. */
final class SqlServerCopySql {

    private final SchemaSnapshot schema;

    SqlServerCopySql(SchemaSnapshot schema) {
        this.schema = schema;
    }

    /** In the other database: the bare columns, without anything that could refuse or change a value, an XML schema too. */
    String create(SqlServerTable table, String copy) {
        return columns(table).stream()
                .map(this::column)
                .collect(Collectors.joining(", ", "CREATE TABLE " + copy + " (", ")"));
    }

    private List<Column> columns(SqlServerTable table) {
        List<Column> columns = schema.table(table.schema(), table.name())
                .orElseThrow(() -> new ResetException("%s cannot be copied: it is not in the schema.".formatted(table)))
                .columns();
        Set<String> names = table.columns().stream().map(SqlServerColumn::name).collect(Collectors.toSet());
        return columns.stream().filter(column -> names.contains(column.name())).toList();
    }

    private String column(Column column) {
        return BracketedName.of(column.name()) + " "
                + baseType(column.object().get(Property.TYPE).orElseThrow())
                + column.object()
                        .get(Property.COLLATION)
                        .map(collation -> " COLLATE " + collation)
                        .orElse("")
                + " NULL";
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
