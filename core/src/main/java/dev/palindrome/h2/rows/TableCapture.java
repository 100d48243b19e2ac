package dev.palindrome.h2.rows;

import dev.palindrome.h2.tree.TableTrees;
import dev.palindrome.h2.tree.TreeEntries;
import dev.palindrome.h2.tree.TreeSnapshot;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.h2.mvstore.db.MVTable;
import org.h2.result.SearchRow;
import org.h2.value.Value;
import org.h2.value.VersionedValue;

/** The trees of a table at one moment. */
record TableCapture(
        MVTable table,
        TreeSnapshot<Long, VersionedValue<SearchRow>> rowTree,
        Map<List<String>, TreeSnapshot<SearchRow, VersionedValue<Value>>> indexTrees) {

    static TableCapture of(MVTable table) {
        Map<List<String>, TreeSnapshot<SearchRow, VersionedValue<Value>>> indexes = new HashMap<>();
        TableTrees trees = TableTrees.of(table);
        trees.indexes().forEach(index -> indexes.put(index.columns(), TreeSnapshot.of(index.map())));
        return new TableCapture(table, TreeSnapshot.of(trees.rows()), indexes);
    }

    boolean isNow() {
        return rowTree.isUntouched() && indexTrees.values().stream().allMatch(TreeSnapshot::isUntouched);
    }

    TableRows rows() {
        Map<List<String>, TreeEntries<SearchRow, VersionedValue<Value>>> indexes = new HashMap<>();
        indexTrees.forEach((columns, tree) -> indexes.put(columns, tree.entries()));
        return new TableRows(
                table.getSchema().getName(), table.getName(), table.getMainIndexColumn(), rowTree.entries(), indexes);
    }
}
