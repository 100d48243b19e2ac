package dev.palindrome.h2.tree;

import java.util.Arrays;
import java.util.List;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.db.MVSecondaryIndex;
import org.h2.result.SearchRow;
import org.h2.value.Value;
import org.h2.value.VersionedValue;

/**
 * Where H2 keeps an index.
 *
 * @param columns what it sorts by: two indexes that sort by the same hold the same
 * @param map the rows' values in these columns, with the numbers of the rows
 */
public record IndexTree(List<String> columns, MVMap<SearchRow, VersionedValue<Value>> map) {

    static IndexTree of(MVSecondaryIndex index) {
        List<String> columns = Arrays.stream(index.getIndexColumns())
                .map(column -> column.column.getColumnId() + " " + column.sortType)
                .toList();
        return new IndexTree(columns, index.getMVMap());
    }
}
