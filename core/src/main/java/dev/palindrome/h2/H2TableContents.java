package dev.palindrome.h2;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.h2.engine.SessionLocal;
import org.h2.mvstore.db.MVTable;
import org.h2.result.Row;
import org.h2.result.SearchRow;
import org.h2.value.Value;
import org.h2.value.ValueLob;
import org.h2.value.VersionedValue;
import org.h2.value.lob.LobDataInMemory;

/**
 * The rows of a table, with its indexes as they are sorted already.
 *
 * @param schema the table's schema
 * @param name the table's name
 * @param numberedBy the column that H2 numbers rows by, where it is a key of whole numbers
 * @param rows by these numbers
 * @param indexes by what they sort by
 */
record H2TableContents(
        String schema,
        String name,
        int numberedBy,
        H2Entries<Long, SearchRow> rows,
        Map<List<String>, H2Entries<SearchRow, Value>> indexes) {

    /** In bytes: a number and two references. */
    private static final long ENTRY = 24;

    /** Not so where somebody has written and not committed, or where H2 keeps long values outside rows. */
    boolean areWhole() {
        return rows.areCommitted()
                && indexes.values().stream().allMatch(H2Entries::areCommitted)
                && rows.values().stream().allMatch(row -> holdsItsValues(row.getCommittedValue()));
    }

    private static boolean holdsItsValues(SearchRow row) {
        for (int i = 0; i < row.getColumnCount(); i++) {
            if (row.getValue(i) instanceof ValueLob lob && !(lob.getLobData() instanceof LobDataInMemory)) {
                return false;
            }
        }
        return true;
    }

    long entries() {
        return rows.keys().size()
                + indexes.values().stream()
                        .mapToLong(index -> index.keys().size())
                        .sum();
    }

    /** In bytes, as H2 reckons, and a bit more for where they are kept here. It is too much rather than too little. */
    long weight() {
        return entries() * ENTRY
                + rows.values().stream()
                        .mapToLong(row -> row.getCommittedValue().getMemory())
                        .sum()
                + indexes.values().stream()
                        .flatMap(index -> index.keys().stream())
                        .mapToLong(SearchRow::getMemory)
                        .sum();
    }

    /**
     * Adds rows as H2 itself does, to a table that has none: all of them where the table is kept in another way than the
     * first one was, such as a key that was added when rows were there; else the last, from which H2 goes on numbering.
     */
    void add(SessionLocal session, MVTable target) {
        int first = fits(session, target) ? Math.max(0, rows.keys().size() - 1) : 0;
        for (int i = first; i < rows.keys().size(); i++) {
            target.addRow(session, copy(rows.keys().get(i), rows.values().get(i)));
        }
    }

    /** H2 writes into rows that it is given. */
    private static Row copy(long key, VersionedValue<SearchRow> row) {
        Row original = (Row) row.getCommittedValue();
        return Row.get(original.getValueList().clone(), Row.MEMORY_CALCULATE, key);
    }

    /** Puts the rest where H2 keeps it. Sorting, looking for doubles and noting what could be taken back are left out. */
    void put(SessionLocal session, MVTable target) {
        if (fits(session, target)) {
            H2TableTrees trees = H2TableTrees.of(target, session);
            rows.putInto(trees.rows());
            trees.indexes()
                    .forEach(index ->
                            Objects.requireNonNull(indexes.get(index.columns())).putInto(index.map()));
        }
    }

    private boolean fits(SessionLocal session, MVTable target) {
        H2TableTrees trees = H2TableTrees.of(target, session);
        return target.getMainIndexColumn() == numberedBy
                && trees.areAll()
                && trees.indexes().stream().map(H2IndexTree::columns).allMatch(indexes::containsKey);
    }
}
