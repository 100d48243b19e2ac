package dev.palindrome.h2;

import org.h2.engine.Database;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.Page;
import org.h2.mvstore.RootReference;
import org.h2.result.SearchRow;
import org.h2.value.VersionedValue;

/**
 * The rows of one of H2's tables at one moment. H2 keeps rows in a tree that it never changes: each write makes a new root
 * and shares the rest. Keeping a root therefore keeps the rows, and costs nothing until they change.
 */
final class H2TableRoot {

    private final MVMap<Long, VersionedValue<SearchRow>> tree;
    private final RootReference<Long, VersionedValue<SearchRow>> root;

    private H2TableRoot(MVMap<Long, VersionedValue<SearchRow>> tree) {
        this.tree = tree;
        this.root = tree.flushAndGetRoot();
    }

    /** The rows as they are now. */
    static H2TableRoot of(Database engine, String mapName) {
        return new H2TableRoot(engine.getStore().getMvStore().openMap(mapName));
    }

    H2TableRoot now() {
        return new H2TableRoot(tree);
    }

    /** Whether not even a root was made since. A write that was rolled back makes one, too. */
    boolean isUntouched() {
        Page<Long, VersionedValue<SearchRow>> now = tree.getRootPage();
        return now == root.root;
    }

    /** Whether the other was kept at a moment when nothing had been written since. */
    boolean isSameAs(H2TableRoot other) {
        return root.root == other.root.root;
    }

    /** Rows that were committed, in the order of their keys. */
    H2RowCursor committed() {
        return new H2RowCursor(tree.cursor(root, null, null, false));
    }
}
