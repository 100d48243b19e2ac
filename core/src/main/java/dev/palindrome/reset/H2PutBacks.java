package dev.palindrome.reset;

import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import org.h2.engine.Database;

/** How often the schema of a database was put back, by whichever of its snapshots. */
final class H2PutBacks {

    private static final Map<Database, Integer> COUNTS = Collections.synchronizedMap(new WeakHashMap<>());

    private H2PutBacks() {}

    static int of(Database engine) {
        return COUNTS.getOrDefault(engine, 0);
    }

    static void addOne(Database engine) {
        COUNTS.merge(engine, 1, Integer::sum);
    }
}
