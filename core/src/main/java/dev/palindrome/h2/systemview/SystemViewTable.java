package dev.palindrome.h2.systemview;

import dev.palindrome.h2.H2Front;
import dev.palindrome.tsql.SystemView;
import dev.palindrome.tsql.SystemView.Kind;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.h2.tools.SimpleResultSet;
import org.jspecify.annotations.Nullable;

/**
 * A system view as a table of H2's. Public for H2's sake; {@link H2Front#install} makes it known there.
 */
public final class SystemViewTable {

    /** H2 asks by such a connection which columns there will be. */
    private static final String COLUMNS_ONLY = "jdbc:columnlist:";

    private SystemViewTable() {}

    /**
     * The rows of a view.
     *
     * @param connection H2's
     * @param view its name with its schema
     * @param columns the wanted ones, with commas between; empty for all
     * @param name of the objects, if only those of one name are wanted
     * @param table of the objects, if only those of tables of one name are wanted
     * @param types of the objects, with commas between; empty for all
     * @return may hold more rows than are wanted
     * @throws SQLException if H2 refuses
     */
    public static ResultSet rows(
            Connection connection,
            String view,
            String columns,
            @Nullable String name,
            @Nullable String table,
            String types)
            throws SQLException {
        SystemView known = SystemView.find(List.of(view.split("\\."))).orElseThrow();
        List<String> wanted = columns.isEmpty() ? List.copyOf(known.columns().keySet()) : List.of(columns.split(","));
        SimpleResultSet result = new SimpleResultSet();
        wanted.forEach(column -> add(result, column, known.columns().get(column)));
        if (connection.getMetaData().getURL().startsWith(COLUMNS_ONLY)) {
            return result;
        }
        Set<String> wantedTypes = new TreeSet<>();
        if (!types.isEmpty()) {
            Arrays.stream(types.toUpperCase(Locale.ROOT).split(",")).forEach(wantedTypes::add);
        }
        SystemViewRows rows = new SystemViewRows(H2Rows.of(connection), connection.getCatalog());
        for (SystemRow row : rows.of(known, new Asked(name, table, wantedTypes))) {
            result.addRow(values(row, wanted, known.columns()));
        }
        return result;
    }

    private static @Nullable Object[] values(SystemRow row, List<String> columns, Map<String, Kind> kinds) {
        List<@Nullable Object> values = new ArrayList<>();
        for (String column : columns) {
            values.add(value(row.get(column), kinds.get(column)));
        }
        return values.toArray();
    }

    private static @Nullable Object value(@Nullable Object value, @Nullable Kind kind) {
        return kind == Kind.TEXT && value instanceof Boolean yes ? yes ? "YES" : "NO" : value;
    }

    private static void add(SimpleResultSet result, String column, @Nullable Kind kind) {
        if (kind == Kind.TEXT) {
            result.addColumn(column, Types.OTHER, "VARCHAR_IGNORECASE", 0, 0);
        } else {
            int type = kind == Kind.BIT ? Types.BOOLEAN : kind == Kind.BIGINT ? Types.BIGINT : Types.INTEGER;
            result.addColumn(column, type, 0, 0);
        }
    }
}
