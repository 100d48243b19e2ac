package dev.palindrome.seed;

import dev.palindrome.seed.run.FillRequest;
import dev.palindrome.seed.run.SeedRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import net.datafaker.Faker;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link Seeder} puts rows in with. Tables are named as in T-SQL: {@code users}, {@code dbo.users},
 * {@code [dbo].[users]}; without a schema {@code dbo} is meant.
 *
 * <p>For the seeder's own thread, and only until the seeder ends.
 */
public final class SeedContext {

    private final SeedRun run;
    private final long seed;
    private final List<TableFill> waiting = new ArrayList<>();
    private @Nullable Faker faker;
    private boolean ended;

    public SeedContext(SeedRun run, long seed) {
        this.run = run;
        this.seed = seed;
    }

    /**
     * Makes names, addresses and the like; with the same random seed always the same.
     *
     * @return the same object at every call
     */
    public Faker faker() {
        fillWaiting();
        Faker made = faker == null ? run.faker(seed) : faker;
        faker = made;
        return made;
    }

    /**
     * Asks for generated rows. They are made when the context is next asked for something else, or the seeder ends:
     * together with those of other fills, parents first.
     *
     * @param table the table
     * @param rows how many, 0 or more
     * @return takes what is to be different from what the schema suggests
     * @throws SeedException if there is no such table
     */
    public TableFill fill(String table, int rows) {
        requireOpen();
        TableFill fill = new TableFill(run.require(table), new FillRequest(table, rows).rows());
        waiting.add(fill);
        return fill;
    }

    /**
     * Inserts one row.
     *
     * @param table the table
     * @param row values by column; columns that are not named are left to the database
     * @return what the database made of its own: the generated key, by column
     * @throws SeedException if the row cannot be inserted
     */
    public Map<String, Object> insert(String table, Map<String, ? extends @Nullable Object> row) {
        fillWaiting();
        return run.insert(table, row);
    }

    /**
     * Runs a SQL script, with {@code GO} between its batches where it has them.
     *
     * @param location {@code classpath:} or {@code filesystem:}
     * @throws SeedException if there is no such script, or it fails
     */
    public void script(String location) {
        fillWaiting();
        run.script(location);
    }

    /**
     * Loads the rows of a file into a table.
     *
     * @param table the table
     * @param location {@code classpath:} or {@code filesystem:}, of a CSV, JSON or bcp file
     * @throws SeedException if there is no such file, or a row does not fit
     */
    public void load(String table, String location) {
        fillWaiting();
        run.load(table, location);
    }

    /**
     * For whatever else there is to do.
     *
     * @return the database that is seeded; what was asked for before is in it
     */
    public DataSource dataSource() {
        fillWaiting();
        return run.dataSource();
    }

    private void fillWaiting() {
        requireOpen();
        if (!waiting.isEmpty()) {
            List<TableFill> fills = List.copyOf(waiting);
            waiting.clear();
            run.fill(fills);
        }
    }

    private void requireOpen() {
        if (ended) {
            throw new SeedException("The seeder that this context was made for has ended.");
        }
    }

    /** Makes what is still to be made. */
    public void end() {
        fillWaiting();
        ended = true;
    }
}
