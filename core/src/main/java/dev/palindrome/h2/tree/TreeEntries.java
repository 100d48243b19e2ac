package dev.palindrome.h2.tree;

import java.util.List;
import org.h2.mvstore.MVMap;

/**
 * What one of H2's trees holds. It is never written to, so any number of databases may hold it, too.
 *
 * @param keys numbers of rows, or what an index sorts by
 * @param values the rows, or nothing that matters
 * @param <K> what it is sorted by
 * @param <V> what stands there
 */
public record TreeEntries<K, V>(List<K> keys, List<V> values) {

    public int size() {
        return keys.size();
    }

    /** Nobody else may use the tree. */
    public void putInto(MVMap<K, V> tree) {
        for (int i = 0; i < keys.size(); i++) {
            tree.put(keys.get(i), values.get(i));
        }
    }
}
