package dev.palindrome.schema.read;

import dev.palindrome.schema.SchemaObject;
import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.schema.SchemaWatch;
import dev.palindrome.sql.TableName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Asks SQL Server for what was changed at or after the last change seen (Microsoft: sys-objects-transact-sql,
 * modify_date). What carries no date is read every time. Where names show that a date did not tell of a change,
 * everything is read.
 */
final class SqlServerSchemaWatch implements SchemaWatch {

    private static final String BEGINNING = "1900-01-01T00:00:00";

    private final ExcludedTables leftOut;
    private final SeenObjects seen = new SeenObjects();
    private SchemaSnapshot last = SchemaSnapshot.empty();
    private ObjectInventory inventory = new ObjectInventory();

    SqlServerSchemaWatch(ExcludedTables leftOut) {
        this.leftOut = leftOut;
    }

    @Override
    public SchemaSnapshot read(Connection connection) throws SQLException {
        return remember(since(connection, BEGINNING), Map.of());
    }

    @Override
    public SchemaSnapshot readAgain(Connection connection, Optional<Collection<TableName>> touched)
            throws SQLException {
        SqlServerResults results = since(connection, inventory.latest().orElse(BEGINNING));
        return results.inventory().continues(inventory) ? remember(results, byKey(last)) : read(connection);
    }

    private static SqlServerResults since(Connection connection, String moment) throws SQLException {
        SqlServerResults results = new SqlServerResults();
        try (PreparedStatement batch = connection.prepareStatement(SqlServerSchemaSql.BATCH)) {
            batch.setString(1, moment);
            results.readAll(batch);
        }
        return results;
    }

    private static Map<SqlServerResults.Key, SchemaObject> byKey(SchemaSnapshot snapshot) {
        Map<SqlServerResults.Key, SchemaObject> objects = new HashMap<>();
        snapshot.objects()
                .forEach(object -> objects.put(new SqlServerResults.Key(object.kind(), object.name()), object));
        return objects;
    }

    private SchemaSnapshot remember(SqlServerResults results, Map<SqlServerResults.Key, SchemaObject> before) {
        List<SchemaObject> objects = new ArrayList<>();
        results.objects().forEach((key, builder) -> {
            Optional<SchemaObject> unchanged =
                    results.inventory().wasRead(key) ? Optional.empty() : Optional.ofNullable(before.get(key));
            SchemaObject object = unchanged
                    .map(known -> UndatedFacts.replace(known, builder.build()))
                    .orElseGet(builder::build);
            if (!leftOut.has(object)) {
                objects.add(seen.of(object));
            }
        });
        inventory = results.inventory();
        last = SchemaSnapshot.of(objects);
        return last;
    }
}
