package dev.palindrome.seed.rows;

import dev.palindrome.seed.SeedException;
import dev.palindrome.seed.TableFill;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.IntFunction;
import net.datafaker.Faker;
import org.jspecify.annotations.Nullable;

/** How many rows a table shall get, and what was said about them. */
public final class RequestedFill implements TableFill {

    private final String table;
    private final int rows;
    private boolean edges;
    private boolean made;
    private final Map<String, GivenFunction> columns = new LinkedHashMap<>();

    public RequestedFill(String table, int rows) {
        this.table = table;
        this.rows = rows;
    }

    @Override
    public TableFill with(String column, BiFunction<Faker, Integer, ? extends @Nullable Object> value) {
        requireOpen();
        columns.put(column, GivenFunction.faked(value));
        return this;
    }

    @Override
    public TableFill byRow(String column, IntFunction<? extends @Nullable Object> value) {
        requireOpen();
        columns.put(column, (faker, seed, row) -> value.apply(row));
        return this;
    }

    @Override
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

    boolean hasEdges() {
        return edges;
    }

    Map<String, GivenFunction> columns() {
        return columns;
    }
}
