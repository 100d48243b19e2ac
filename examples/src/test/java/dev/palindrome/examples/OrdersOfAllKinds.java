package dev.palindrome.examples;

import dev.palindrome.roundtrip.VersionRows;
import dev.palindrome.seed.SeedContext;
import java.util.Map;

/** What docs/round-trip.md shows: rows beside the generated ones. */
public class OrdersOfAllKinds implements VersionRows {
    @Override
    public void putIn(String version, SeedContext rows) {
        if (version.equals("1")) {
            rows.insert("orders", Map.of("id", 4711, "state", "open"));
        }
    }
}
