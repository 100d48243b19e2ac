package dev.palindrome.h2.tree;

import java.util.ArrayList;
import java.util.List;
import org.h2.engine.DbObject;
import org.h2.index.Index;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.db.MVDelegateIndex;
import org.h2.mvstore.db.MVPrimaryIndex;
import org.h2.mvstore.db.MVSecondaryIndex;
import org.h2.mvstore.db.MVTable;
import org.h2.result.SearchRow;
import org.h2.value.VersionedValue;

/**
 * Where H2 keeps a table's rows: in a tree of rows, and in a tree for each index.
 *
 * @param rows by the numbers that H2 gives them
 * @param indexes all of which it is known how they are kept
 * @param areAll whether there is no other index
 */
public record TableTrees(MVMap<Long, VersionedValue<SearchRow>> rows, List<IndexTree> indexes, boolean areAll) {

    public static TableTrees of(MVTable table) {
        List<IndexTree> indexes = new ArrayList<>();
        boolean areAll = true;
        for (DbObject child : table.getChildren()) {
            if (child instanceof MVSecondaryIndex index) {
                indexes.add(IndexTree.of(index));
            } else {
                areAll &= !(child instanceof Index) || isTheRowsThemselves(child);
            }
        }
        return new TableTrees(TreeSnapshot.rows(table), indexes, areAll);
    }

    private static boolean isTheRowsThemselves(DbObject index) {
        return index instanceof MVPrimaryIndex || index instanceof MVDelegateIndex;
    }
}
