package dev.palindrome.seed;

import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntFunction;
import net.datafaker.Faker;
import org.jspecify.annotations.Nullable;

/**
 * Rows that a seeder has asked for, before they are made. Columns that nothing is said about get values from what the
 * schema says and their names suggest.
 */
public interface TableFill {

    /**
     * Says how a column gets its values.
     *
     * @param column its name, in any case
     * @param value makes a value; null stands for NULL. The faker is in the same state for the same row at every run
     * @return this
     * @throws SeedException if the rows are made already
     */
    default TableFill with(String column, Function<Faker, ? extends @Nullable Object> value) {
        return with(column, (faker, row) -> value.apply(faker));
    }

    /**
     * Says how a column gets its values from the row's number.
     *
     * @param column its name, in any case
     * @param value makes a value from the faker and the number of the row in this fill, from 0; null stands for NULL
     * @return this
     * @throws SeedException if the rows are made already
     */
    TableFill with(String column, BiFunction<Faker, Integer, ? extends @Nullable Object> value);

    /**
     * Says how a column gets its values from the row's number alone. Code that says so compiles and runs without Datafaker.
     *
     * @param column its name, in any case
     * @param value makes a value from the number of the row in this fill, from 0; null stands for NULL
     * @return this
     * @throws SeedException if the rows are made already
     */
    default TableFill byRow(String column, IntFunction<? extends @Nullable Object> value) {
        return with(column, (faker, row) -> value.apply(row));
    }

    /**
     * Lets the last three rows hold what is rare: the least and shortest values, the greatest and longest, and NULL
     * wherever it is allowed. With fewer rows it is the last of these.
     *
     * @return this
     * @throws SeedException if the rows are made already
     */
    TableFill withEdges();
}
