package dev.palindrome.h2;

import java.util.List;
import org.h2.mvstore.MVMap;
import org.h2.value.VersionedValue;

/**
 * What one of H2's trees holds. It is never written to, so any number of databases may hold it, too.
 *
 * @param keys numbers of rows, or what an index sorts by
 * @param values the rows, or nothing that matters
 */
record H2Entries<K, V>(List<K> keys, List<VersionedValue<V>> values) {

    boolean areCommitted() {
        return values.stream().allMatch(VersionedValue::isCommitted);
    }

    /** Nobody else may use the map. */
    void putInto(MVMap<K, VersionedValue<V>> map) {
        for (int i = 0; i < keys.size(); i++) {
            map.put(keys.get(i), values.get(i));
        }
    }
}
