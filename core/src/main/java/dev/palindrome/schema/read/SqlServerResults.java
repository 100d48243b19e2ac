package dev.palindrome.schema.read;

import dev.palindrome.schema.ObjectKind;
import dev.palindrome.schema.Property;
import dev.palindrome.schema.text.ObjectBuilder;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Turns the batch's results into objects. A row says in its first columns which object, or which part of one, it is about;
 * every column named after a {@link Property} is that property, unless it is NULL.
 */
final class SqlServerResults {

    /** Names an object that stands on its own. */
    record Key(ObjectKind kind, List<String> name) {}

    /** Names a part of it. */
    private record PartKey(Key owner, ObjectKind kind, List<String> name) {}

    private final Map<Key, ObjectBuilder> objects = new LinkedHashMap<>();
    private final Map<PartKey, ObjectBuilder> parts = new LinkedHashMap<>();
    private final ObjectInventory inventory = new ObjectInventory();

    Map<Key, ObjectBuilder> objects() {
        return objects;
    }

    ObjectInventory inventory() {
        return inventory;
    }

    void readAll(PreparedStatement batch) throws SQLException {
        boolean isResult = batch.execute();
        int number = 0;
        while (isResult || batch.getUpdateCount() != -1) {
            if (isResult) {
                try (ResultSet rows = batch.getResultSet()) {
                    read(new SqlServerRow(rows), number++);
                }
            }
            isResult = batch.getMoreResults();
        }
    }

    /** The first result is the inventory, the second its fingerprints. */
    private void read(SqlServerRow row, int number) throws SQLException {
        List<Property> properties = row.properties();
        while (row.next()) {
            if (number == 0) {
                Key key = key(row);
                inventory.object(key, row);
                object(key);
            } else if (number == 1) {
                inventory.fingerprint(row);
            } else {
                facts(row, properties);
            }
        }
    }

    private void facts(SqlServerRow row, List<Property> properties) throws SQLException {
        Key key = key(row);
        Optional<String> partKind = row.text("part_kind");
        ObjectBuilder builder = partKind.isPresent() ? part(key, ObjectKind.valueOf(partKind.get()), row) : object(key);
        for (Property property : properties) {
            builder.put(property, row.value(property));
        }
        row.text("default_name").ifPresent(name -> builder.defaultName(name, false));
        row.text("default_system_name").ifPresent(name -> builder.defaultName(name, true));
    }

    private static Key key(SqlServerRow row) throws SQLException {
        ObjectKind kind = ObjectKind.valueOf(row.text("object_kind").orElseThrow());
        return new Key(kind, row.texts("object_schema", "object_name"));
    }

    private ObjectBuilder object(Key key) {
        return objects.computeIfAbsent(key, missing -> new ObjectBuilder(missing.kind(), missing.name()));
    }

    private ObjectBuilder part(Key owner, ObjectKind kind, SqlServerRow row) throws SQLException {
        List<String> name = row.texts("part_name", "part_name_2", "part_name_3");
        boolean systemNamed = row.is("system_named");
        return parts.computeIfAbsent(new PartKey(owner, kind, name), missing -> {
            ObjectBuilder part =
                    systemNamed ? ObjectBuilder.constraint(kind, name.get(0), true) : new ObjectBuilder(kind, name);
            object(owner).add(part);
            return part;
        });
    }
}
