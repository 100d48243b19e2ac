package dev.palindrome.seed.run;

import dev.palindrome.schema.Column;
import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.schema.Table;
import dev.palindrome.seed.SeedException;
import dev.palindrome.seed.bulk.BulkLoader;
import dev.palindrome.seed.bulk.LoadProgress;
import dev.palindrome.seed.engine.FillEngine;
import dev.palindrome.seed.engine.GeneratedColumn;
import dev.palindrome.seed.refusal.NotFillableException;
import dev.palindrome.seed.refusal.RefusalReason;
import dev.palindrome.seed.refusal.RefusalText;
import dev.palindrome.seed.refusal.RowRefusedException;
import dev.palindrome.seed.rows.GivenValue;
import dev.palindrome.seed.rows.TableLookup;
import dev.palindrome.seed.values.GeneratedRow;
import dev.palindrome.seed.values.TableColumns;
import dev.palindrome.seed.values.ValueDomains;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Inserts one row of a user's, and gives back what the database made of its own. */
final class SingleInsert {

    private final Connection connection;
    private final TableColumns table;

    /**
     * Looks the table up.
     *
     * @throws SeedException if there is none
     */
    SingleInsert(Connection connection, SchemaSnapshot schema, String table) {
        this.connection = connection;
        this.table = TableColumns.of(TableLookup.table(schema, table), new ValueDomains(schema));
    }

    Map<String, Object> insert(Map<String, ? extends @Nullable Object> row) throws SQLException {
        Map<Column, @Nullable Object> values = new LinkedHashMap<>();
        for (Map.Entry<String, ? extends @Nullable Object> entry : row.entrySet()) {
            Column column = TableLookup.column(table.table(), entry.getKey());
            values.put(column, value(column, entry.getValue()));
        }
        List<GeneratedColumn> made = made(values);
        if (made.isEmpty()
                || values.keySet().stream().anyMatch(column -> column.identity().isPresent())) {
            load(values);
            return Map.of();
        }
        try {
            return FillEngine.of(connection).insert(connection, table.table(), values, made);
        } catch (SQLException e) {
            throw refused(e);
        }
    }

    private @Nullable Object value(Column column, @Nullable Object given) {
        try {
            Object content =
                    new GivenValue(column, table.find(column.name())).of(given).content();
            return content == null
                    ? null
                    : table.find(column.name())
                            .map(domain -> domain.toJdbc(content))
                            .orElse(content);
        } catch (NotFillableException e) {
            throw new SeedException(
                    "%s.%s: %s. Nothing was inserted.".formatted(table.table(), column.name(), e.reason()), e);
        }
    }

    /** The identity, and what is missing of the primary key. */
    private List<GeneratedColumn> made(Map<Column, @Nullable Object> values) {
        List<String> key = new ArrayList<>();
        table.table().primaryKey().ifPresent(primary -> key.addAll(GeneratedRow.keys(primary.columns())));
        return table.table().columns().stream()
                .filter(column -> !values.containsKey(column))
                .filter(column -> column.identity().isPresent() || key.contains(GeneratedRow.key(column.name())))
                .map(column -> new GeneratedColumn(column, table.type(column)))
                .toList();
    }

    /** Values for an identity are kept. */
    private void load(Map<Column, @Nullable Object> values) throws SQLException {
        Table into = table.table();
        try {
            BulkLoader.of(connection)
                    .load(
                            connection,
                            into,
                            List.copyOf(values.keySet()),
                            List.<@Nullable Object[]>of(values.values().toArray())
                                    .iterator(),
                            LoadProgress.of(into, 1));
        } catch (RowRefusedException e) {
            throw new SeedException(
                    "The row for %s was refused: %s. Nothing was inserted.".formatted(into, e.reason()), e.getCause());
        }
    }

    private SeedException refused(SQLException refusal) {
        return new SeedException(
                "The row for %s was refused: %s. Nothing was inserted."
                        .formatted(
                                table.table(),
                                RefusalReason.of(refusal, table.table()).text()),
                RefusalText.withoutValues(refusal));
    }
}
