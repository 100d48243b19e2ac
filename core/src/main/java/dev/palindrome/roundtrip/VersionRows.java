package dev.palindrome.roundtrip;

import dev.palindrome.seed.SeedContext;

/**
 * Rows of a user's own for round trips, where generated ones do not have the shape that migrations expect. They must come
 * back like generated ones. No message shows their values.
 *
 * <pre>{@code
 * public class OrdersOfAllKinds implements VersionRows {
 *     @Override
 *     public void putIn(String version, SeedContext rows) {
 *         if (version.equals("7")) {
 *             rows.insert("orders", Map.of("state", "open", "total", 12));
 *         }
 *     }
 * }
 * }</pre>
 *
 * <p>A class that an annotation names is a top-level or static nested class with a constructor without arguments.
 */
@FunctionalInterface
public interface VersionRows {

    /**
     * Puts rows in. Called when a database that has been empty reaches a version: after that version was applied and the
     * generated rows were put in, and before the next version. Where several databases are needed to judge the migrations,
     * it is called in each.
     *
     * @param version as in the file's name
     * @param rows works on the schema as it is behind that version, within the migration's transaction: on its connection,
     *     whose commit and close do nothing
     * @throws Exception if it cannot be done; that ends the round trip
     */
    void putIn(String version, SeedContext rows) throws Exception;
}
