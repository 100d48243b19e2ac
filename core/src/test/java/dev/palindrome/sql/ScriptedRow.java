package dev.palindrome.sql;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import microsoft.sql.Vector;
import org.jspecify.annotations.Nullable;

/**
 * A row that a {@link ScriptedServer} gives.
 *
 * @param values in order, by the names of their columns
 */
public record ScriptedRow(Map<String, @Nullable Object> values) {

    /** Names and values by turns; {@code null} for NULL. */
    public static ScriptedRow of(@Nullable Object... namesAndValues) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return new ScriptedRow(values);
    }

    static ResultSet resultSet(List<ScriptedRow> rows) {
        int[] at = {-1};
        return ScriptedServer.fake(ResultSet.class, (result, method, arguments) -> switch (method.getName()) {
            case "next" -> ++at[0] < rows.size();
            case "getInt" ->
                rows.get(at[0]).text(arguments[0]).map(Integer::parseInt).orElseThrow();
            case "getBoolean" -> rows.get(at[0]).text(arguments[0]).orElse("").equals("1");
            case "getLong" ->
                rows.get(at[0]).text(arguments[0]).map(Long::parseLong).orElseThrow();
            case "getString" -> {
                if (rows.get(at[0]).value(arguments[0]).orElse("") instanceof Vector) {
                    throw new SQLException("The conversion from vector to CHAR is unsupported.");
                }
                yield rows.get(at[0]).text(arguments[0]).orElse(null);
            }
            case "getBigDecimal" ->
                rows.get(at[0]).text(arguments[0]).map(BigDecimal::new).orElse(null);
            case "getObject" -> {
                Object value = rows.get(at[0]).value(arguments[0]).orElse(null);
                // As the driver does where nobody asks for anything else.
                yield value instanceof LocalDateTime moment && arguments.length == 1
                        ? Timestamp.valueOf(moment)
                        : value;
            }
            case "getMetaData" -> metaData(rows);
            default -> null;
        });
    }

    private static ResultSetMetaData metaData(List<ScriptedRow> rows) {
        List<String> names =
                rows.isEmpty() ? List.of() : List.copyOf(rows.get(0).values().keySet());
        return ScriptedServer.fake(ResultSetMetaData.class, (metaData, method, arguments) -> switch (method.getName()) {
            case "getColumnCount" -> names.size();
            case "getColumnLabel" -> names.get((int) arguments[0] - 1);
            default -> null;
        });
    }

    private Optional<String> text(Object column) {
        return value(column).map(Object::toString);
    }

    private Optional<Object> value(Object column) {
        return Optional.ofNullable(
                column instanceof Integer index ? new ArrayList<>(values.values()).get(index - 1) : values.get(column));
    }
}
