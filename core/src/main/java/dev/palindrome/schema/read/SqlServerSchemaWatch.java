package dev.palindrome.schema.read;

import dev.palindrome.schema.NotCompared;
import dev.palindrome.schema.SchemaException;
import dev.palindrome.schema.SchemaObject;
import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.schema.SchemaWatch;
import dev.palindrome.sql.PreparedSql;
import dev.palindrome.sql.SqlRunner;
import dev.palindrome.sql.SqlServerQueryBatch;
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
import java.util.stream.Stream;

/**
 * Asks SQL Server for what was changed at or after the last change seen (Microsoft: sys-objects-transact-sql,
 * modify_date). What carries no date is read every time. Where names or dates show that this did not tell of a change,
 * everything is read.
 */
final class SqlServerSchemaWatch implements SchemaWatch {

    private static final String BEGINNING = "1900-01-01T00:00:00";

    private final ExcludedTables leftOut;
    private final SeenObjects seen = new SeenObjects();
    private SchemaSnapshot last = SchemaSnapshot.empty();
    private ObjectInventory inventory = new ObjectInventory();
    private List<CatalogueQuestion> questions = CatalogueQuestions.ALL;
    private List<NotCompared> unanswered = List.of();
    private boolean namesParts = true;

    SqlServerSchemaWatch(ExcludedTables leftOut) {
        this.leftOut = leftOut;
    }

    @Override
    public void prepare(Connection connection) throws SQLException {
        remember(
                since(connection, BEGINNING, new SqlServerQueryBatch(), CatalogueBatch.compilingAll(questions)),
                Map.of());
    }

    @Override
    public SchemaSnapshot read(Connection connection) throws SQLException {
        return remember(since(connection, BEGINNING, new SqlServerQueryBatch()), Map.of());
    }

    @Override
    public SchemaSnapshot readAgain(Connection connection, Optional<Collection<TableName>> touched)
            throws SQLException {
        return readAgain(connection, new SqlServerQueryBatch()).orElseThrow();
    }

    @Override
    public Optional<SchemaSnapshot> readAgain(Connection connection, SqlServerQueryBatch first) throws SQLException {
        if (!namesParts) {
            SqlServerResults all = since(connection, BEGINNING, first);
            return first.isStopped() ? Optional.empty() : Optional.of(remember(all, Map.of()));
        }
        SqlServerResults results = since(connection, inventory.latest().orElse(BEGINNING), first);
        if (first.isStopped()) {
            return Optional.empty();
        }
        return Optional.of(
                namesParts && results.inventory().continues(inventory)
                        ? remember(results, byKey(last))
                        : read(connection));
    }

    /** What the server does not answer, it is not asked again: in a migration's transaction every error is a danger. */
    private SqlServerResults since(Connection connection, String moment, SqlServerQueryBatch first)
            throws SQLException {
        return since(connection, moment, first, CatalogueBatch.of(first.text(), namesParts, questions));
    }

    private SqlServerResults since(Connection connection, String moment, SqlServerQueryBatch first, String sql)
            throws SQLException {
        SqlServerResults results = new SqlServerResults();
        try (PreparedStatement batch = PreparedSql.on(connection, sql)) {
            batch.setString(1, moment);
            results.readAll(batch, first.read(batch, batch.execute()));
        }
        namesParts &= results.inventory().namesParts();
        if (!results.unanswered().isEmpty()) {
            refuseOldLevel(connection);
            questions = questions.stream()
                    .filter(question -> !results.unanswered().containsKey(question))
                    .toList();
        }
        return results;
    }

    /** At an old level most questions fail, for one reason. */
    private static void refuseOldLevel(Connection connection) throws SQLException {
        int level = SqlRunner.on(connection)
                .query(CatalogueBatch.LEVEL)
                .first(row -> row.getInt(1))
                .orElse(0);
        if (level > 0 && level < CatalogueBatch.LEAST_LEVEL) {
            throw new SchemaException(("The database %s has compatibility level %d, and its schema cannot be read below"
                            + " %d. Give it a higher one: ALTER DATABASE CURRENT SET COMPATIBILITY_LEVEL = 140;")
                    .formatted(connection.getCatalog(), level, CatalogueBatch.LEAST_LEVEL));
        }
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
        unanswered = Stream.concat(unanswered.stream(), results.unanswered().values().stream())
                .toList();
        last = SchemaSnapshot.of(
                objects,
                Stream.concat(unanswered.stream(), results.unread().stream()).toList());
        NotComparedLog.warn(last.notCompared());
        return last;
    }
}
