package dev.palindrome.roundtrip.pass;

import dev.palindrome.roundtrip.rows.ForeignKeyCascades;
import dev.palindrome.roundtrip.rows.RowHashReader;
import dev.palindrome.roundtrip.rows.RowHashes;
import dev.palindrome.roundtrip.script.CallbackReach;
import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sees what callbacks have done between one look at a database and the next. */
final class CallbackWatch {

    private final ScratchDatabase scratch;
    private final CallbackReach callbacks;
    private final RowHashReader reader = new RowHashReader();
    private final ForeignKeyCascades cascades = new ForeignKeyCascades();

    CallbackWatch(ScratchDatabase scratch) {
        this.scratch = scratch;
        this.callbacks = CallbackReach.of(scratch.migrations().callbacks());
        scratch.foreign().noteInsertsInside(callbacks.insertedInside());
    }

    /** Whether there are any callbacks. */
    boolean isNeeded() {
        return !callbacks.isNothing();
    }

    /** Whether some may run for each migration. */
    boolean isNeededForEach() {
        return callbacks.isForEach();
    }

    /** The rows of the tables that callbacks may touch, as they are now. */
    Map<List<String>, RowHashes> rows(Connection connection) throws SQLException {
        return isNeeded() ? rows(connection, Map.of()) : Map.of();
    }

    private Map<List<String>, RowHashes> rows(Connection connection, Map<List<String>, RowHashes> known)
            throws SQLException {
        Map<List<String>, RowHashes> rows = new LinkedHashMap<>();
        byTable(connection, known)
                .forEach((table, now) -> rows.put(table.object().name(), now));
        return rows;
    }

    private Map<Table, RowHashes> byTable(Connection connection, Map<List<String>, RowHashes> known)
            throws SQLException {
        List<Table> tables = callbacks.touched().reaching(scratch.last()).tables(scratch.last(), cascades);
        return reader.byTable(connection, tables, table -> {
            RowHashes before = known.get(table.object().name());
            return before == null ? key -> false : before.shown()::contains;
        });
    }

    /**
     * Looks again.
     *
     * @param before the schema at the last look
     * @param known rows at the last look; becomes those of now
     * @return the schema of now
     */
    SchemaSnapshot see(Connection connection, SchemaSnapshot before, Map<List<String>, RowHashes> known)
            throws SQLException {
        SchemaSnapshot now = scratch.lookAgain(connection, callbacks.touched());
        scratch.foreign().add(before.diff(now));
        byTable(connection, known).forEach((table, rows) -> {
            RowHashes were = known.put(table.object().name(), rows);
            if (were != null) {
                scratch.foreign().add(table, were, rows);
            }
        });
        return now;
    }
}
