package dev.palindrome.seed;

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
public interface SeedContext {

    /**
     * Makes names, addresses and the like; with the same random seed always the same.
     *
     * @return the same object at every call
     */
    Faker faker();

    /**
     * Asks for generated rows. They are made when the context is next asked for something else, or the seeder ends:
     * together with those of other fills, parents first.
     *
     * @param table the table
     * @param rows how many, 0 or more
     * @return takes what is to be different from what the schema suggests
     * @throws SeedException if there is no such table
     */
    TableFill fill(String table, int rows);

    /**
     * Inserts one row.
     *
     * @param table the table
     * @param row values by column; columns that are not named are left to the database
     * @return what the database made of its own: the generated key, by column
     * @throws SeedException if the row cannot be inserted
     */
    Map<String, Object> insert(String table, Map<String, ? extends @Nullable Object> row);

    /**
     * Runs a SQL script, with {@code GO} between its batches where it has them.
     *
     * @param location {@code classpath:} or {@code filesystem:}
     * @throws SeedException if there is no such script, or it fails
     */
    void script(String location);

    /**
     * Loads the rows of a file into a table.
     *
     * @param table the table
     * @param location {@code classpath:} or {@code filesystem:}, of a CSV, JSON or bcp file
     * @throws SeedException if there is no such file, or a row does not fit
     */
    void load(String table, String location);

    /**
     * For whatever else there is to do.
     *
     * @return the database that is seeded; what was asked for before is in it
     */
    DataSource dataSource();
}
