package dev.palindrome.seed.run;

import dev.palindrome.schema.Column;
import dev.palindrome.schema.ForeignKey;
import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.schema.Table;
import dev.palindrome.seed.RowOptions;
import dev.palindrome.seed.engine.KeyChecks;
import dev.palindrome.seed.engine.SuspendedKey;
import dev.palindrome.seed.filler.FillOrder;
import dev.palindrome.seed.rows.ParentCount;
import dev.palindrome.seed.rows.RequestedFill;
import dev.palindrome.seed.rows.StandIn;
import dev.palindrome.seed.rows.TableFilling;
import dev.palindrome.seed.rows.TableLookup;
import dev.palindrome.seed.rows.TableState;
import dev.palindrome.seed.suggestion.SeededFaker;
import dev.palindrome.seed.values.TableColumns;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Fills tables, parents first. What a table references gets the rows that were asked for; if it is empty and none were
 * asked for, it gets a few.
 */
final class FillStep {

    private final TableState state;
    private final long seed;
    private final SeededFaker faker;
    private final Map<String, RequestedFill> waiting = new LinkedHashMap<>();
    private final Set<String> begun = new LinkedHashSet<>();
    private final Map<Table, List<Column>> open = new LinkedHashMap<>();
    private final List<StandIn> standIns = new ArrayList<>();

    FillStep(Connection connection, SchemaSnapshot schema, long seed, SeededFaker faker) {
        this.state = new TableState(connection, schema);
        this.seed = seed;
        this.faker = faker;
    }

    /** A table that is named twice is filled twice. */
    void fill(List<RequestedFill> requests) throws SQLException {
        List<RequestedFill> again = new ArrayList<>();
        for (RequestedFill request : requests) {
            Table table = TableLookup.table(state.schema(), request.table());
            if (waiting.putIfAbsent(TableState.key(table), request) != null) {
                again.add(request);
            }
        }
        try {
            while (!waiting.isEmpty()) {
                fill(waiting.keySet().iterator().next());
            }
            settle();
        } catch (SQLException | RuntimeException | Error e) {
            giveUp();
            throw e;
        }
        closeCycles();
        if (!again.isEmpty()) {
            fill(again);
        }
    }

    private void fill(String key) throws SQLException {
        RequestedFill request = waiting.remove(key);
        Optional<Table> table = state.table(key);
        if (request != null && table.isPresent()) {
            fill(table.get(), request);
        }
    }

    private void fill(Table table, RequestedFill request) throws SQLException {
        if (request.rows() == 0) {
            return;
        }
        begun.add(TableState.key(table));
        TableFilling filling = new TableFilling(state, table, request, seed, faker);
        for (ForeignKey foreignKey : filling.foreignKeys()) {
            prepare(foreignKey, filling);
        }
        filling.begin();
        for (ForeignKey foreignKey : filling.postponed()) {
            parent(foreignKey, filling);
        }
        List<Column> missing = filling.end();
        if (!missing.isEmpty()) {
            open.put(table, missing);
        }
        begun.remove(TableState.key(table));
    }

    /** Sees to it that a parent has rows, or that the first rows do without. */
    private void prepare(ForeignKey foreignKey, TableFilling filling) throws SQLException {
        Optional<Table> parent = parent(foreignKey, filling);
        if (parent.isPresent() && state.isEmpty(parent.get())) {
            Optional<StandIn> standIn = filling.standIn(foreignKey);
            if (standIn.isPresent()) {
                KeyChecks.of(state.connection())
                        .suspend(state.connection(), standIn.get().suspended());
                standIns.add(standIn.get());
            } else {
                filling.postpone(foreignKey);
            }
        }
    }

    /** Fills a parent that rows were asked for, or that is empty; not where it has to wait for a table that is begun. */
    private Optional<Table> parent(ForeignKey foreignKey, TableFilling filling) throws SQLException {
        String key = FillOrder.key(foreignKey);
        Optional<Table> parent = state.table(key);
        if (parent.isEmpty() || begun.contains(key) || state.needs(parent.get(), begun)) {
            return parent;
        }
        if (waiting.containsKey(key)) {
            fill(key);
        } else if (state.isEmpty(parent.get())) {
            fill(
                    parent.get(),
                    new RequestedFill(parent.get().sqlName(), needed(key, filling.parentsNeeded(foreignKey))));
        }
        return parent;
    }

    /** Enough for the tables that are still to be filled, too. */
    private int needed(String parent, int least) {
        int needed = least;
        for (Map.Entry<String, RequestedFill> child : waiting.entrySet()) {
            TableColumns table = state.columns(state.table(child.getKey()).orElseThrow());
            needed = TableState.foreignKeys(table.table()).stream()
                    .filter(foreignKey -> FillOrder.key(foreignKey).equals(parent))
                    .mapToInt(foreignKey ->
                            ParentCount.of(table, foreignKey, child.getValue().rows()))
                    .reduce(needed, Math::max);
        }
        return needed;
    }

    /** Lets rows point to rows that they need, and that need them. To fill these may add more. */
    private void settle() throws SQLException {
        for (int i = 0; i < standIns.size(); i++) {
            StandIn standIn = standIns.get(i);
            Table parent = state.table(FillOrder.key(standIn.key())).orElseThrow();
            if (state.isEmpty(parent)) {
                int rows = standIn.values().size();
                fill(parent, new RequestedFill(parent.sqlName(), rows));
            }
            state.settle(standIn);
        }
        for (StandIn standIn : standIns) {
            KeyChecks.of(state.connection()).resume(state.connection(), standIn.suspended());
        }
        standIns.clear();
    }

    private void giveUp() throws SQLException {
        if (!standIns.isEmpty()) {
            List<SuspendedKey> keys = standIns.stream().map(StandIn::suspended).toList();
            standIns.clear();
            KeyChecks.of(state.connection()).giveUp(state.connection(), keys);
        }
    }

    /** Lets rows that had to come before those that they reference point to them. */
    private void closeCycles() throws SQLException {
        for (Map.Entry<Table, List<Column>> entry : open.entrySet()) {
            state.fillColumns(
                    entry.getKey(), entry.getValue(), RowOptions.forTests(seed, 0, RowOptions.Edges.NONE), faker);
        }
        open.clear();
    }
}
