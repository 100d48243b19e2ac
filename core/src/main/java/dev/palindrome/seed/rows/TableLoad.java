package dev.palindrome.seed.rows;

import dev.palindrome.schema.Table;
import dev.palindrome.seed.SeedException;
import dev.palindrome.seed.bulk.BulkLoader;
import dev.palindrome.seed.bulk.LoadProgress;
import dev.palindrome.seed.refusal.RowRefusedException;
import dev.palindrome.seed.values.GeneratedRow;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Loads the rows that a {@link RowStream} makes. */
final class TableLoad {

    /** So many rows are held at once where the database is to be asked about them. */
    private static final int CHUNK = 2000;

    private static final int TRIES = 100;

    private final Connection connection;
    private final RowPlan plan;
    private final RowStream rows;
    private final LoadProgress progress;

    TableLoad(Connection connection, RowPlan plan, RowStream rows, LoadProgress progress) {
        this.connection = connection;
        this.plan = plan;
        this.rows = rows;
        this.progress = progress;
    }

    void run() throws SQLException {
        ServerChecks checks = new ServerChecks(plan.table(), plan.columns());
        if (checks.isEmpty()) {
            int from = rows.at();
            rows.prepare();
            load(rows, from);
            return;
        }
        while (rows.hasNext()) {
            int from = rows.at();
            List<GeneratedRow> chunk = rows.nextRows(CHUNK);
            settle(checks, chunk);
            load(chunk.stream().map(rows::values).iterator(), from);
        }
    }

    private void load(Iterator<@Nullable Object[]> values, int from) throws SQLException {
        Table table = plan.table().table();
        try {
            BulkLoader.of(connection).load(connection, table, plan.columns(), values, progress);
        } catch (RowRefusedException e) {
            throw new SeedException(
                    "%s, row %d: %s. Nothing was put in.".formatted(table, from + e.row() - 1, e.reason()),
                    e.getCause());
        }
    }

    /** Makes rows again until the database has nothing against them. */
    private void settle(ServerChecks checks, List<GeneratedRow> chunk) throws SQLException {
        List<GeneratedRow> open = new ArrayList<>(chunk);
        for (int i = 0; i < TRIES && !open.isEmpty(); i++) {
            Map<GeneratedRow, String> broken = checks.broken(connection, open);
            if (i == TRIES - 1 && !broken.isEmpty()) {
                throw cannotBeMet(broken.values().iterator().next());
            }
            open = new ArrayList<>();
            for (GeneratedRow row : broken.keySet()) {
                GeneratedRow other = rows.again(row, i);
                chunk.set(chunk.indexOf(row), other);
                open.add(other);
            }
        }
    }

    private SeedException cannotBeMet(String label) {
        return new SeedException(
                "%s: no values were found that satisfy %s. Nothing was put in. Give its columns values of your own with .with(…)."
                        .formatted(plan.table().table(), label));
    }
}
