package dev.palindrome.seed.rows;

import dev.palindrome.schema.Column;
import dev.palindrome.seed.SeedException;
import dev.palindrome.seed.refusal.NotFillableException;
import dev.palindrome.seed.suggestion.SeededFaker;
import dev.palindrome.seed.values.GeneratedRow;
import dev.palindrome.seed.values.RowRandom;
import dev.palindrome.seed.values.TableColumns;
import dev.palindrome.seed.values.TableRandom;
import dev.palindrome.seed.values.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Values that a user's functions make. */
final class GivenValues {

    private final TableColumns table;
    private final SeededFaker faker;
    private final List<Given> columns = new ArrayList<>();

    private record Given(Column column, GivenFunction function, RowRandom rowRandom) {}

    /**
     * Looks the columns up.
     *
     * @throws SeedException if there is no such column, or the server makes its values
     */
    GivenValues(TableColumns table, Map<String, GivenFunction> functions, SeededFaker faker, TableRandom randoms) {
        this.table = table;
        this.faker = faker;
        functions.forEach((name, function) -> {
            Column column = TableLookup.column(table.table(), name);
            columns.add(new Given(column, function, randoms.of(column.name())));
        });
    }

    /** As {@link GeneratedRow#key} has them. */
    Set<String> columns() {
        return columns.stream()
                .map(given -> GeneratedRow.key(given.column().name()))
                .collect(Collectors.toSet());
    }

    /**
     * Puts the values into a row.
     *
     * @param number of the row in this fill, from 0
     */
    void put(GeneratedRow row, int number) {
        for (Given given : columns) {
            String place =
                    "%s.%s, row %d".formatted(table.table(), given.column().name(), number);
            Object made = made(given, row, number, place);
            row.put(given.column().name(), converted(given.column(), made, place));
        }
    }

    private @Nullable Object made(Given given, GeneratedRow row, int number, String place) {
        try {
            return given.function().of(faker, given.rowRandom().seed(row), number);
        } catch (RuntimeException e) {
            throw new SeedException(
                    "%s: the function that was given for the column failed (%s)."
                            .formatted(place, e.getClass().getName()),
                    e);
        }
    }

    private Value converted(Column column, @Nullable Object made, String place) {
        try {
            return new GivenValue(column, table.find(column.name())).of(made);
        } catch (NotFillableException e) {
            throw new SeedException("%s: %s. Nothing was put in.".formatted(place, e.reason()), e);
        }
    }
}
