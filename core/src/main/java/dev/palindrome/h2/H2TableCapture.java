package dev.palindrome.h2;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.h2.engine.SessionLocal;
import org.h2.mvstore.db.MVTable;
import org.h2.result.SearchRow;
import org.h2.value.Value;

/** The trees of a table at one moment. */
record H2TableCapture(
        MVTable table, H2Tree<Long, SearchRow> rows, Map<List<String>, H2Tree<SearchRow, Value>> indexes) {

    static H2TableCapture of(MVTable table, SessionLocal session) {
        H2TableTrees trees = H2TableTrees.of(table, session);
        Map<List<String>, H2Tree<SearchRow, Value>> indexes = new HashMap<>();
        trees.indexes().forEach(index -> indexes.put(index.columns(), new H2Tree<>(index.map())));
        return new H2TableCapture(table, new H2Tree<>(trees.rows()), indexes);
    }

    boolean isNow() {
        return rows.isUntouched() && indexes.values().stream().allMatch(H2Tree::isUntouched);
    }

    H2TableContents contents() {
        Map<List<String>, H2Entries<SearchRow, Value>> entries = new HashMap<>();
        indexes.forEach((columns, tree) -> entries.put(columns, tree.entries()));
        return new H2TableContents(
                table.getSchema().getName(), table.getName(), table.getMainIndexColumn(), rows.entries(), entries);
    }
}
