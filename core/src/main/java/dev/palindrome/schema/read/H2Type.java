package dev.palindrome.schema.read;

import dev.palindrome.sql.SqlType;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The T-SQL type nearest to H2's, for tables that did not come through the front. */
final class H2Type {

    private H2Type() {}

    static String of(ResultSet row) throws SQLException {
        String type = row.getString("DATA_TYPE");
        return switch (type) {
            case "CHARACTER" -> SqlType.NCHAR + length(row);
            case "CHARACTER VARYING", "VARCHAR_IGNORECASE" -> SqlType.NVARCHAR + length(row);
            case "CHARACTER LARGE OBJECT" -> SqlType.NVARCHAR + "(MAX)";
            case "BINARY" -> SqlType.BINARY + length(row);
            case "BINARY VARYING" -> SqlType.VARBINARY + length(row);
            case "BINARY LARGE OBJECT" -> SqlType.VARBINARY + "(MAX)";
            case "NUMERIC", "DECFLOAT" ->
                SqlType.DECIMAL + "(" + row.getInt("NUMERIC_PRECISION") + "," + row.getInt("NUMERIC_SCALE") + ")";
            case "TIMESTAMP" -> SqlType.DATETIME2 + fraction(row);
            case "TIMESTAMP WITH TIME ZONE" -> SqlType.DATETIMEOFFSET + fraction(row);
            case "TIME" -> SqlType.TIME + fraction(row);
            default -> withoutArguments(type);
        };
    }

    /** The same for types that have nothing behind their names. */
    static String withoutArguments(String type) {
        return switch (type) {
            case "BOOLEAN" -> SqlType.BIT.name();
            case "UUID" -> SqlType.UNIQUEIDENTIFIER.name();
            default -> SqlType.find(type).map(SqlType::name).orElse(type);
        };
    }

    /** H2's longest means that there is no limit. */
    private static String length(ResultSet row) throws SQLException {
        long length = row.getLong("CHARACTER_MAXIMUM_LENGTH");
        return length >= 1_000_000_000L ? "(MAX)" : "(" + length + ")";
    }

    private static String fraction(ResultSet row) throws SQLException {
        return "(" + Math.min(SqlType.DATETIME2.size(), row.getInt("DATETIME_PRECISION")) + ")";
    }
}
