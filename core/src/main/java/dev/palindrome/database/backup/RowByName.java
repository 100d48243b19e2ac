package dev.palindrome.database.backup;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/** A row of which some columns are there or not, by the version of the server. */
final class RowByName {

    private final Map<String, String> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    RowByName(ResultSet row) throws SQLException {
        ResultSetMetaData names = row.getMetaData();
        for (int i = 1; i <= names.getColumnCount(); i++) {
            String value = row.getString(i);
            if (value != null) {
                values.put(names.getColumnLabel(i), value);
            }
        }
    }

    /** Empty for NULL, and where there is no such column. */
    Optional<String> text(String column) {
        return Optional.ofNullable(values.get(column));
    }

    OptionalLong number(String column) {
        return text(column)
                .map(text -> OptionalLong.of(Long.parseLong(text.strip())))
                .orElseGet(OptionalLong::empty);
    }

    /** The driver gives a bit as a text in either way. */
    boolean isSet(String column) {
        return text(column)
                .filter(text -> text.equals("1") || text.equalsIgnoreCase("true"))
                .isPresent();
    }
}
