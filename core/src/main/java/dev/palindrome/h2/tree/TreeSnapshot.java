package dev.palindrome.h2.tree;

import java.util.ArrayList;
import java.util.List;
import org.h2.engine.Database;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.RootReference;
import org.h2.mvstore.db.MVTable;
import org.h2.result.SearchRow;
import org.h2.value.VersionedValue;

/**
 * One of H2's trees at one moment. H2 never changes a tree: each write makes a new root and shares the rest. Keeping a root
 * therefore keeps what is in the tree, and costs nothing until that changes.
 *
 * @param <K> what it is sorted by
 * @param <V> what stands there
 */
public final class TreeSnapshot<K, V> {

    /** H2 keeps its objects as rows of a table that has the number 0. */
    private static final String CATALOGUE = "table.0";

    private final MVMap<K, V> tree;
    private final RootReference<K, V> root;

    private TreeSnapshot(MVMap<K, V> tree) {
        this.tree = tree;
        this.root = tree.flushAndGetRoot();
    }

    public static <K, V> TreeSnapshot<K, V> of(MVMap<K, V> tree) {
        return new TreeSnapshot<>(tree);
    }

    public static TreeSnapshot<Long, VersionedValue<SearchRow>> ofRows(MVTable table) {
        return of(rows(table));
    }

    /** The tree of a table's rows, by H2's numbers for them. */
    static MVMap<Long, VersionedValue<SearchRow>> rows(MVTable table) {
        return store(table.getDatabase()).openMap(table.getMapName());
    }

    public static TreeSnapshot<Long, VersionedValue<SearchRow>> ofCatalogue(Database engine) {
        return of(store(engine).openMap(CATALOGUE));
    }

    /** H2's list of its trees is a tree itself. No table comes without a tree. */
    public static TreeSnapshot<String, String> ofTreeList(Database engine) {
        return of(store(engine).getMetaMap());
    }

    private static MVStore store(Database engine) {
        return engine.getStore().getMvStore();
    }

    /** The same tree as it is now. */
    public TreeSnapshot<K, V> now() {
        return of(tree);
    }

    /** Whether not even a root was made since. A write that was rolled back makes one, too. */
    public boolean isUntouched() {
        return tree.getRootPage() == root.root;
    }

    /** Whether the other was taken at a moment when nothing had been written since. */
    public boolean isSameAs(TreeSnapshot<K, V> other) {
        return root.root == other.root.root;
    }

    /** Another object for each other root. */
    public Object version() {
        return root.root;
    }

    Cursor<K, V> cursor() {
        return tree.cursor(root, null, null, false);
    }

    /** What is in it, in its order. Whoever holds that does not hold what H2 writes later. */
    public TreeEntries<K, V> entries() {
        int size = Math.toIntExact(root.getTotalCount());
        List<K> keys = new ArrayList<>(size);
        List<V> values = new ArrayList<>(size);
        Cursor<K, V> cursor = cursor();
        while (cursor.hasNext()) {
            keys.add(cursor.next());
            values.add(cursor.getValue());
        }
        return new TreeEntries<>(keys, values);
    }
}
