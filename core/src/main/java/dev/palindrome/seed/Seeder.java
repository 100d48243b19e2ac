package dev.palindrome.seed;

/**
 * Puts the rows into a database that its tests begin with.
 *
 * <pre>{@code
 * public class TodoSeeder implements Seeder {
 *     @Override
 *     public void seed(SeedContext context) {
 *         context.fill("users", 10).with("is_admin", (faker, row) -> row == 0);
 *         context.fill("todos", 50).with("priority", (faker, row) -> row % 5 + 1);
 *     }
 * }
 * }</pre>
 *
 * <p>A seeder that an annotation names is a top-level or static nested class with a constructor without arguments.
 */
@FunctionalInterface
public interface Seeder {

    /**
     * Puts rows in.
     *
     * @param context what to do it with; of no use when this method has ended
     * @throws Exception if it cannot be done; it reaches the user as the cause of a {@link SeedException} that names the
     *     seeder
     */
    void seed(SeedContext context) throws Exception;
}
