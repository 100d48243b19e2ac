package dev.palindrome.seed;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import net.datafaker.Faker;
import org.jspecify.annotations.Nullable;

/**
 * Rows that a seeder has asked for, before they are made. Columns that nothing is said about get values from what the
 * schema says and their names suggest.
 */
public final class TableFill {

    private final String table;
    private final int rows;
    private boolean edges;
    private boolean made;
    private final Map<String, BiFunction<Faker, Integer, ?>> columns = new LinkedHashMap<>();

    public TableFill(String table, int rows) {
        this.table = table;
        this.rows = rows;
    }

    /**
     * Says how a column gets its values.
     *
     * @param column its name, in any case
     * @param value makes a value; null stands for NULL. The faker is in the same state for the same row at every run
     * @return this
     */
    public TableFill with(String column, Function<Faker, ? extends @Nullable Object> value) {
        return with(column, (faker, row) -> value.apply(faker));
    }

    /**
     * Says how a column gets its values from the row's number.
     *
     * @param column its name, in any case
     * @param value makes a value from the faker and the number of the row in this fill, from 0; null stands for NULL
     * @return this
     */
    public TableFill with(String column, BiFunction<Faker, Integer, ? extends @Nullable Object> value) {
        requireOpen();
        columns.put(column, value);
        return this;
    }

    /**
     * Lets the last three rows hold what is rare: the least and shortest values, the greatest and longest, and NULL
     * wherever it is allowed. With fewer rows it is the last of these.
     *
     * @return this
     */
    public TableFill withEdges() {
        requireOpen();
        edges = true;
        return this;
    }

    private void requireOpen() {
        if (made) {
            throw new SeedException("The rows of %s are made already: say what they shall be like right after fill(…)."
                    .formatted(table));
        }
    }

    /** Says that the rows are made. */
    public void close() {
        made = true;
    }

    public String table() {
        return table;
    }

    public int rows() {
        return rows;
    }

    public boolean hasEdges() {
        return edges;
    }

    public Map<String, BiFunction<Faker, Integer, ?>> columns() {
        return columns;
    }
}
