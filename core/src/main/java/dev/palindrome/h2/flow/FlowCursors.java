package dev.palindrome.h2.flow;

import dev.palindrome.h2.procedures.object.TsqlError;
import dev.palindrome.tsql.FlowVariable;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The cursors of a batch. */
final class FlowCursors {

    private static final int FETCHED = 0;

    private static final int NO_ROW = -1;

    private final Map<String, Cursor> cursors = new HashMap<>();
    private int status;

    /** {@code @@FETCH_STATUS}. */
    int status() {
        return status;
    }

    /** One cursor, which two variables may stand for. */
    static final class Cursor {

        private final List<String> query;
        private final Map<String, @Nullable Object> captured;
        private final boolean scrolls;
        private @Nullable List<List<@Nullable Object>> rows;
        private List<FlowVariable> columns = List.of();
        private int at;

        /**
         * @param query two texts
         * @param captured the variables in it, as they were when it was declared
         */
        Cursor(List<String> query, Map<String, @Nullable Object> captured, boolean scrolls) {
            this.query = query;
            this.captured = captured;
            this.scrolls = scrolls;
        }

        List<String> query() {
            return query;
        }

        Map<String, @Nullable Object> captured() {
            return captured;
        }

        boolean isOpen() {
            return rows != null;
        }

        List<FlowVariable> columns() {
            return columns;
        }

        void open(List<FlowVariable> of, List<List<@Nullable Object>> read) {
            columns = of;
            rows = read;
            at = -1;
        }

        void close() {
            rows = null;
        }

        int size() {
            return rows == null ? 0 : rows.size();
        }
    }

    void declare(String name, Cursor cursor) throws SQLException {
        if (!name.startsWith("@") && cursors.containsKey(name)) {
            throw TsqlError.of(16915, "A cursor with the name '" + name + "' already exists.");
        }
        cursors.put(name, cursor);
    }

    Cursor require(String name) throws SQLException {
        Cursor cursor = cursors.get(name);
        if (cursor == null) {
            throw name.startsWith("@")
                    ? TsqlError.of(
                            16950, "The variable '" + name + "' does not currently have a cursor allocated to it.")
                    : TsqlError.of(16916, "A cursor with the name '" + name + "' does not exist.");
        }
        return cursor;
    }

    Cursor requireOpen(String name) throws SQLException {
        Cursor cursor = require(name);
        if (!cursor.isOpen()) {
            throw TsqlError.of(16917, "Cursor is not open.");
        }
        return cursor;
    }

    void remove(String name) throws SQLException {
        require(name);
        cursors.remove(name);
    }

    /** @return nothing where there is no row */
    List<@Nullable Object> fetch(Cursor cursor, String way, int number) throws SQLException {
        if (!way.equals("NEXT") && !cursor.scrolls) {
            throw TsqlError.of(
                    16911,
                    "fetch: The fetch type " + way.toLowerCase(java.util.Locale.ROOT)
                            + " cannot be used with forward only cursors.");
        }
        int size = cursor.size();
        int wanted = switch (way) {
            case "PRIOR" -> cursor.at - 1;
            case "FIRST" -> 0;
            case "LAST" -> size - 1;
            case "ABSOLUTE" -> number > 0 ? number - 1 : number < 0 ? size + number : -1;
            case "RELATIVE" -> cursor.at + number;
            default -> cursor.at + 1;
        };
        cursor.at = Math.max(-1, Math.min(size, wanted));
        boolean there = cursor.at >= 0 && cursor.at < size;
        status = there ? FETCHED : NO_ROW;
        return there && cursor.rows != null ? cursor.rows.get(cursor.at) : new ArrayList<>();
    }
}
