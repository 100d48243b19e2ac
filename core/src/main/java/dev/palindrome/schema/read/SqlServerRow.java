package dev.palindrome.schema.read;

import dev.palindrome.schema.ObjectKind;
import dev.palindrome.schema.Property;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The current row of a result, whose columns may be missing or named in any case. */
final class SqlServerRow {

    /** What Java says of an array of bytes, and the driver of a binary sql_variant: not the value but where it is. */
    private static final String ADDRESS = "[B@";

    private final ResultSet row;
    private final Map<String, Integer> columns = new HashMap<>();

    SqlServerRow(ResultSet rows) throws SQLException {
        row = rows;
        ResultSetMetaData metaData = rows.getMetaData();
        for (int i = 1; i <= metaData.getColumnCount(); i++) {
            columns.put(metaData.getColumnLabel(i).toLowerCase(Locale.ROOT), i);
        }
    }

    boolean next() throws SQLException {
        return row.next();
    }

    boolean has(String column) {
        return columns.containsKey(column);
    }

    Optional<String> text(String column) throws SQLException {
        @Nullable Integer index = columns.get(column);
        return index == null ? Optional.empty() : Optional.ofNullable(row.getString(index));
    }

    String require(String column) throws SQLException {
        return text(column).orElseThrow(() -> new SQLException("The catalogue answered without " + column + "."));
    }

    /** The object that the row is about. */
    SqlServerResults.Key key() throws SQLException {
        ObjectKind kind = ObjectKind.valueOf(require("object_kind"));
        return new SqlServerResults.Key(kind, texts("object_schema", "object_name"));
    }

    boolean is(String column) throws SQLException {
        return text(column)
                .filter(value -> value.equals("1") || value.equals("true"))
                .isPresent();
    }

    /** The values of some columns, without NULLs. */
    List<String> texts(String... names) throws SQLException {
        List<String> texts = new ArrayList<>();
        for (String name : names) {
            text(name).ifPresent(texts::add);
        }
        return List.copyOf(texts);
    }

    /** The columns that are named after properties. */
    List<Property> properties() {
        return List.of(Property.values()).stream()
                .filter(property -> property != Property.DEFAULT_NAME && columns.containsKey(column(property)))
                .toList();
    }

    Optional<String> value(Property property) throws SQLException {
        Optional<String> text = text(column(property));
        return property == Property.VALUE
                        && text.filter(it -> it.startsWith(ADDRESS)).isPresent()
                ? Optional.of(bytes(column(property)).orElse(text.get()))
                : text;
    }

    private Optional<String> bytes(String column) throws SQLException {
        @Nullable Integer index = columns.get(column);
        return index != null && row.getObject(index) instanceof byte[] bytes
                ? Optional.of("0x" + HexFormat.of().withUpperCase().formatHex(bytes))
                : Optional.empty();
    }

    private static String column(Property property) {
        return property.name().toLowerCase(Locale.ROOT);
    }
}
