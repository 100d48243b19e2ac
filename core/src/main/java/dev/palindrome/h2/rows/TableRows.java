package dev.palindrome.h2.rows;

import dev.palindrome.h2.tree.IndexTree;
import dev.palindrome.h2.tree.NumberedRow;
import dev.palindrome.h2.tree.TableTrees;
import dev.palindrome.h2.tree.TreeEntries;
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
record TableRows(
        String schema,
        String name,
        int numberedBy,
        TreeEntries<Long, VersionedValue<SearchRow>> rows,
        Map<List<String>, TreeEntries<SearchRow, VersionedValue<Value>>> indexes) {

    /** In bytes: a number and two references. */
    private static final long ENTRY = 24;

    /** Not so where somebody has written and not committed, or where H2 keeps long values outside rows. */
    boolean areWhole() {
        return rows.values().stream().allMatch(row -> row.isCommitted() && holdsItsValues(row.getCommittedValue()))
                && indexes.values().stream()
                        .flatMap(index -> index.values().stream())
                        .allMatch(VersionedValue::isCommitted);
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
        return rows.size()
                + indexes.values().stream().mapToLong(TreeEntries::size).sum();
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
        int first = fits(target, TableTrees.of(target)) ? Math.max(0, rows.size() - 1) : 0;
        for (int i = first; i < rows.size(); i++) {
            Row row = (Row) rows.values().get(i).getCommittedValue();
            target.addRow(session, new NumberedRow(rows.keys().get(i), row).copy());
        }
    }

    /** Puts the rest where H2 keeps it. Sorting, looking for doubles and noting what could be taken back are left out. */
    void put(MVTable target) {
        TableTrees trees = TableTrees.of(target);
        if (fits(target, trees)) {
            rows.putInto(trees.rows());
            trees.indexes()
                    .forEach(index ->
                            Objects.requireNonNull(indexes.get(index.columns())).putInto(index.map()));
        }
    }

    private boolean fits(MVTable target, TableTrees trees) {
        return target.getMainIndexColumn() == numberedBy
                && trees.areAll()
                && trees.indexes().stream().map(IndexTree::columns).allMatch(indexes::containsKey);
    }
}
