package dev.palindrome.schema.read;

import java.sql.ResultSet;
import java.sql.SQLException;

/** The T-SQL type nearest to H2's, for tables that did not come through the front. */
final class H2Type {

    private H2Type() {}

    static String of(ResultSet row) throws SQLException {
        String type = row.getString("DATA_TYPE");
        return switch (type) {
            case "INTEGER" -> "INT";
            case "BOOLEAN" -> "BIT";
            case "DOUBLE PRECISION" -> "FLOAT";
            case "UUID" -> "UNIQUEIDENTIFIER";
            case "CHARACTER" -> "NCHAR" + length(row);
            case "CHARACTER VARYING", "VARCHAR_IGNORECASE" -> "NVARCHAR" + length(row);
            case "CHARACTER LARGE OBJECT" -> "NVARCHAR(MAX)";
            case "BINARY" -> "BINARY" + length(row);
            case "BINARY VARYING" -> "VARBINARY" + length(row);
            case "BINARY LARGE OBJECT" -> "VARBINARY(MAX)";
            case "NUMERIC", "DECFLOAT" ->
                "DECIMAL(" + row.getInt("NUMERIC_PRECISION") + "," + row.getInt("NUMERIC_SCALE") + ")";
            case "TIMESTAMP" -> "DATETIME2" + fraction(row);
            case "TIMESTAMP WITH TIME ZONE" -> "DATETIMEOFFSET" + fraction(row);
            case "TIME" -> "TIME" + fraction(row);
            default -> type;
        };
    }

    /** H2's longest means that there is no limit. */
    private static String length(ResultSet row) throws SQLException {
        long length = row.getLong("CHARACTER_MAXIMUM_LENGTH");
        return length >= 1_000_000_000L ? "(MAX)" : "(" + length + ")";
    }

    private static String fraction(ResultSet row) throws SQLException {
        return "(" + Math.min(7, row.getInt("DATETIME_PRECISION")) + ")";
    }
}
