package dev.palindrome.reset.sqlserver;

import dev.palindrome.sql.BracketedName;
import java.util.List;

/**
 * A column that an INSERT can give values to.
 *
 * @param name as the table has it
 * @param type as the system calls it
 * @param isTypedXml whether its XML obeys a schema collection
 */
record SqlServerColumn(String name, String type, boolean isTypedXml) {

    /** As T-SQL takes it. */
    String sqlName() {
        return BracketedName.of(name);
    }

    /**
     * As it is selected into a table of another database. Microsoft: database-engine-events-and-errors, error 527: XML of one
     * schema collection does not become that of another, be it the same in a copy, unless it is converted.
     */
    String selected() {
        return isTypedXml ? "CONVERT(xml, " + sqlName() + ")" : sqlName();
    }

    /**
     * What two values are compared by that are the same only if they are equal here. Microsoft: cast-and-convert-transact-sql.
     *
     * @return expressions that can be grouped by; none where a type has none that tells everything
     */
    List<String> compared() {
        String column = sqlName();
        return switch (type) {
            case "bit", "tinyint", "smallint", "int", "bigint", "decimal", "numeric", "money", "smallmoney" ->
                List.of(column);
            case "date", "time", "smalldatetime", "datetime", "datetime2", "uniqueidentifier" -> List.of(column);
            case "datetimeoffset" ->
                List.of("CONVERT(varchar(34), " + column + ", 121)"); // by itself, as the same moment
            case "real", "float" -> List.of("CAST(" + column + " AS varbinary(8))"); // by itself, 0 as -0
            case "char", "varchar", "nchar", "nvarchar", "binary", "varbinary", "image" -> bytes(column);
            case "hierarchyid", "geometry", "geography" -> bytes(column);
            case "text" -> bytes("CAST(" + column + " AS varchar(max))");
            case "ntext", "xml", "json" -> bytes("CAST(" + column + " AS nvarchar(max))");
            default -> List.of(); // sql_variant: the type is part of the value; vector: as text it is rounded
        };
    }

    private static List<String> bytes(String value) {
        return List.of("CAST(%s AS varbinary(max))".formatted(value), "DATALENGTH(%s)".formatted(value));
    }
}
