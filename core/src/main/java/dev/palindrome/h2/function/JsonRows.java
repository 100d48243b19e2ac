package dev.palindrome.h2.function;

import dev.palindrome.h2.function.JsonReader.Entry;
import dev.palindrome.h2.function.JsonReader.Found;
import dev.palindrome.h2.procedures.object.TsqlError;
import java.lang.ref.SoftReference;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rows of OPENJSON, one by one.
 *
 * @param text what was opened
 * @param path to what has the rows
 * @param all the object or array; null where there is none
 * @see <a href="https://learn.microsoft.com/sql/t-sql/functions/openjson-transact-sql">OPENJSON</a>
 */
record JsonRows(String text, String path, @Nullable Found all) {

    /** As many as a query can number. */
    private static final int MOST_ROWS = 100_000;

    /** A query asks for each column of each row of one text, and of those that are in it, in turn. */
    private static final int MOST_TEXTS = 8;

    private static final ThreadLocal<@Nullable SoftReference<Last>> LAST = new ThreadLocal<>();

    private record Asked(String text, String path) {}

    private static final class Last extends LinkedHashMap<Asked, JsonRows> {

        private static final long serialVersionUID = 1L;

        Last() {
            super(MOST_TEXTS, 1, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<Asked, JsonRows> eldest) {
            return size() > MOST_TEXTS;
        }
    }

    static JsonRows of(String text, String path) throws SQLException {
        SoftReference<Last> reference = LAST.get();
        Last last = reference == null ? null : reference.get();
        if (last == null) {
            last = new Last();
            LAST.set(new SoftReference<>(last));
        }
        Asked asked = new Asked(text, path);
        JsonRows known = last.get(asked);
        if (known == null) {
            known = read(text, path);
            last.put(asked, known);
        }
        return known;
    }

    private static JsonRows read(String text, String path) throws SQLException {
        JsonPathText asked = JsonPathText.of(path);
        Found found = JsonReader.read(text, asked.steps(), true);
        if (found == null) {
            asked.missing(13608, "Property cannot be found on the specified JSON path.");
        } else if (!found.isComposed() && asked.steps().isEmpty()) {
            throw TsqlError.of(13609, "JSON text is not properly formatted, at position " + found.start() + ".");
        } else if (!found.isComposed()) {
            asked.missing(
                    13611,
                    "Value referenced by JSON path is not an array or object and cannot be opened with OPENJSON.");
        }
        return new JsonRows(text, path, found != null && found.isComposed() ? found : null);
    }

    private List<Entry> entries() {
        return all == null ? List.of() : all.entries();
    }

    /** One for each member or element. */
    int count() throws SQLException {
        return numbered(entries().size());
    }

    /** With a schema an object is one row. */
    int countWithSchema() throws SQLException {
        return all == null || all.isArray() ? count() : 1;
    }

    private static int numbered(int rows) throws SQLException {
        if (rows > MOST_ROWS) {
            throw TsqlError.needsSqlServer("OPENJSON of more than " + MOST_ROWS + " members or elements.");
        }
        return rows;
    }

    @Nullable String key(int row) {
        return isRow(row) ? entries().get(row - 1).key() : null;
    }

    /** A text without its quotes and escapes, anything else as it is written. */
    @Nullable String value(int row) {
        if (!isRow(row)) {
            return null;
        }
        Found value = entries().get(row - 1).value();
        return value.isComposed() ? value.text() : value.scalar();
    }

    /** SQL Server's number for what kind of value it is. */
    @Nullable Integer type(int row) {
        return isRow(row)
                ? switch (entries().get(row - 1).value().first()) {
                    case VALUE_STRING -> 1;
                    case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> 2;
                    case VALUE_TRUE, VALUE_FALSE -> 3;
                    case START_ARRAY -> 4;
                    case START_OBJECT -> 5;
                    default -> 0;
                }
                : null;
    }

    /** Of a column with a path of its own. */
    @Nullable String column(int row, String columnPath) throws SQLException {
        String part = row(row);
        return part == null ? null : JsonReader.scalarAt(part, columnPath);
    }

    /** Of a column AS JSON. */
    @Nullable String columnAsJson(int row, String columnPath) throws SQLException {
        String part = row(row);
        return part == null ? null : JsonReader.query(part, columnPath);
    }

    private @Nullable String row(int row) {
        if (all == null) {
            return null;
        }
        if (!all.isArray()) {
            return row == 1 ? all.text() : null;
        }
        return isRow(row) ? entries().get(row - 1).value().text() : null;
    }

    private boolean isRow(int row) {
        return row >= 1 && row <= entries().size();
    }
}
