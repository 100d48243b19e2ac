package dev.palindrome.seed.run;

import dev.palindrome.seed.SeedContext;
import dev.palindrome.seed.SeedException;
import dev.palindrome.seed.TableFill;
import dev.palindrome.seed.rows.RequestedFill;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import net.datafaker.Faker;
import org.jspecify.annotations.Nullable;

/** A context for one seeder, until it ends. Fills wait for each other, so that they can be done together. */
final class OpenSeedContext implements SeedContext {

    private final SeedRun run;
    private final long seed;
    private final List<RequestedFill> waiting = new ArrayList<>();
    private @Nullable Faker faker;
    private boolean ended;
    private boolean asked;

    OpenSeedContext(SeedRun run, long seed) {
        this.run = run;
        this.seed = seed;
    }

    @Override
    public Faker faker() {
        fillWaiting();
        Faker made = faker == null ? SeedRun.faker(seed) : faker;
        faker = made;
        return made;
    }

    @Override
    public TableFill fill(String table, int rows) {
        requireOpen();
        RequestedFill fill = new RequestedFill(run.require(table), new FillRequest(table, rows).rows());
        waiting.add(fill);
        return fill;
    }

    @Override
    public Map<String, Object> insert(String table, Map<String, ? extends @Nullable Object> row) {
        fillWaiting();
        return run.insert(table, row);
    }

    @Override
    public void script(String location) {
        fillWaiting();
        run.script(location);
    }

    @Override
    public void load(String table, String location) {
        fillWaiting();
        run.load(table, location);
    }

    @Override
    public DataSource dataSource() {
        fillWaiting();
        return run.dataSource();
    }

    private void fillWaiting() {
        requireOpen();
        if (!waiting.isEmpty()) {
            List<RequestedFill> fills = List.copyOf(waiting);
            waiting.clear();
            run.fill(fills);
        }
    }

    /** Whether anything was wanted of it. */
    boolean isAsked() {
        return asked;
    }

    private void requireOpen() {
        asked = true;
        if (ended) {
            throw new SeedException("The seeder that this context was made for has ended.");
        }
    }

    /** Makes what is still to be made. */
    void end() {
        if (asked) {
            fillWaiting();
        }
        ended = true;
    }
}
