package dev.palindrome.reset;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.h2.engine.Database;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.Page;
import org.h2.mvstore.RootReference;
import org.h2.result.Row;
import org.h2.result.SearchRow;
import org.h2.value.VersionedValue;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one of H2's tables at one moment. H2 keeps rows in a tree that it never changes: each write makes a new root
 * and shares the rest. Keeping a root therefore keeps the rows, and costs nothing until they change.
 */
final class H2Rows {

    private final MVMap<Long, VersionedValue<SearchRow>> tree;
    private final RootReference<Long, VersionedValue<SearchRow>> root;

    private H2Rows(MVMap<Long, VersionedValue<SearchRow>> tree) {
        this.tree = tree;
        this.root = tree.flushAndGetRoot();
    }

    /** The rows as they are now. */
    static H2Rows of(Database engine, String mapName) {
        return new H2Rows(engine.getStore().getMvStore().openMap(mapName));
    }

    H2Rows now() {
        return new H2Rows(tree);
    }

    /** Whether not even a root was made since. A write that was rolled back makes one, too. */
    boolean isUntouched() {
        Page<Long, VersionedValue<SearchRow>> now = tree.getRootPage();
        return now == root.root;
    }

    /** A row that was committed, under H2's number for it. */
    record Entry(long key, Row row) {}

    /** In the order of their keys. */
    Entries committed() {
        return new Entries(tree.cursor(root, null, null, false));
    }

    /** Walks over committed rows, and shows the next one beforehand. */
    static final class Entries implements Iterator<Entry> {

        private final Cursor<Long, VersionedValue<SearchRow>> cursor;
        private @Nullable Entry next;

        private Entries(Cursor<Long, VersionedValue<SearchRow>> cursor) {
            this.cursor = cursor;
            this.next = read();
        }

        private @Nullable Entry read() {
            while (cursor.hasNext()) {
                long key = cursor.next();
                if (cursor.getValue().getCommittedValue() instanceof Row row) {
                    return new Entry(key, row);
                }
            }
            return null;
        }

        @Override
        public boolean hasNext() {
            return next != null;
        }

        /** The key of the row that comes next; nothing is behind the last one. */
        long nextKey() {
            return next == null ? Long.MAX_VALUE : next.key();
        }

        @Override
        public Entry next() {
            Entry result = next;
            if (result == null) {
                throw new NoSuchElementException();
            }
            next = read();
            return result;
        }
    }
}
