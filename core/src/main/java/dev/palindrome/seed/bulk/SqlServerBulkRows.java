package dev.palindrome.seed.bulk;

import com.microsoft.sqlserver.jdbc.ISQLServerBulkData;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Rows in the form in which the driver asks for them. */
final class SqlServerBulkRows implements ISQLServerBulkData {

    private static final long serialVersionUID = 1L;

    private final transient List<SqlServerBulkColumn> columns;
    private final transient Iterator<@Nullable Object[]> rows;
    private transient @Nullable Object @Nullable [] current;

    SqlServerBulkRows(List<SqlServerBulkColumn> columns, List<@Nullable Object[]> rows) {
        this.columns = columns;
        this.rows = rows.iterator();
    }

    @Override
    public Set<Integer> getColumnOrdinals() {
        return IntStream.rangeClosed(1, columns.size()).boxed().collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public String getColumnName(int column) {
        return columns.get(column - 1).name();
    }

    @Override
    public int getColumnType(int column) {
        return columns.get(column - 1).jdbcType();
    }

    @Override
    public int getPrecision(int column) {
        return columns.get(column - 1).precision();
    }

    @Override
    public int getScale(int column) {
        return columns.get(column - 1).scale();
    }

    @Override
    public boolean next() {
        current = rows.hasNext() ? rows.next() : null;
        return current != null;
    }

    @Override
    @SuppressWarnings("NullAway") // what is NULL is null to the driver, whose interface does not say so
    public @Nullable Object[] getRowData() {
        if (current == null) {
            throw new NoSuchElementException();
        }
        return current;
    }
}
