package dev.palindrome.h2.catalogue;

import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import org.h2.engine.Database;

/** How often the schema of a database was put back, by whichever of its snapshots. */
public final class RebuildCount {

    private static final Map<Database, Integer> COUNTS = Collections.synchronizedMap(new WeakHashMap<>());

    private RebuildCount() {}

    static int of(Database engine) {
        return COUNTS.getOrDefault(engine, 0);
    }

    public static void addOne(Database engine) {
        COUNTS.merge(engine, 1, Integer::sum);
    }
}
