package dev.palindrome.h2;

import java.util.ArrayList;
import java.util.List;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.RootReference;
import org.h2.value.VersionedValue;

/**
 * One of the trees in which H2 keeps rows and indexes, as it was at one moment. H2 never changes a tree: each write makes a
 * new root.
 */
final class H2Tree<K, V> {

    private final MVMap<K, VersionedValue<V>> map;
    private final RootReference<K, VersionedValue<V>> root;

    H2Tree(MVMap<K, VersionedValue<V>> map) {
        this.map = map;
        this.root = map.flushAndGetRoot();
    }

    long size() {
        return root.getTotalCount();
    }

    boolean isUntouched() {
        return map.getRootPage() == root.root;
    }

    /** What is in it, in its order. Whoever holds that does not hold what H2 writes later. */
    H2Entries<K, V> entries() {
        List<K> keys = new ArrayList<>(Math.toIntExact(size()));
        List<VersionedValue<V>> values = new ArrayList<>(Math.toIntExact(size()));
        Cursor<K, VersionedValue<V>> cursor = map.cursor(root, null, null, false);
        while (cursor.hasNext()) {
            keys.add(cursor.next());
            values.add(cursor.getValue());
        }
        return new H2Entries<>(keys, values);
    }
}
