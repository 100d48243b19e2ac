package dev.palindrome.h2.systemview;

import dev.palindrome.sql.TableName;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An object in a schema, for {@code sys.objects} and for the views of its kind.
 *
 * @param database its name
 * @param object schema and name
 * @param type what it is
 * @param parent the table that it belongs to
 * @param more what its own views say, by column
 */
record ObjectRow(
        String database,
        TableName object,
        ObjectType type,
        @Nullable TableName parent,
        Map<String, Object> more) implements SystemRow {

    @Override
    public @Nullable Object get(String column) {
        return switch (column) {
            case "name", "constraint_name", "sequence_name" -> object.name();
            case "object_id", "id", "constid" -> id(object);
            case "schema_id", "uid" -> ObjectNumber.ofSchema(object.schema());
            case "constraint_schema", "sequence_schema" -> object.schema();
            case "type" -> more.getOrDefault("type", type.name());
            case "xtype" -> type.name();
            case "type_desc" -> type.description();
            case "sysstat" -> type.status();
            case "parent_object_id", "parent_obj" -> parent == null ? 0 : id(parent);
            case "table_catalog", "constraint_catalog", "sequence_catalog" -> database;
            case "table_schema" -> parent == null ? object.schema() : parent.schema();
            case "table_name" -> parent == null ? object.name() : parent.name();
            case "is_ms_shipped", "is_published", "is_schema_published" -> false;
            default -> more.get(column);
        };
    }

    static int id(TableName name) {
        return ObjectNumber.of(name.schema(), name.name());
    }
}
