package dev.palindrome.sql;

import dev.palindrome.text.NearestName;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Which type of SQL Server's is probably meant by a name that is none. */
public final class TypeSuggestion {

    private static final String ANY_TEXT = "NVARCHAR(MAX)";

    private static final String ANY_BYTES = "VARBINARY(MAX)";

    /** Types of other databases by what SQL Server has for them (PostgreSQL: data types; MySQL: data types; Oracle: data types). */
    private static final Map<String, String> ELSEWHERE = Map.ofEntries(
            Map.entry("SMALLSERIAL", "SMALLINT IDENTITY"),
            Map.entry("SERIAL", "INT IDENTITY"),
            Map.entry("BIGSERIAL", "BIGINT IDENTITY"),
            Map.entry("BOOL", "BIT"),
            Map.entry("BOOLEAN", "BIT"),
            Map.entry("INT2", "SMALLINT"),
            Map.entry("INT4", "INT"),
            Map.entry("INT8", "BIGINT"),
            Map.entry("MEDIUMINT", "INT"),
            Map.entry("YEAR", "SMALLINT"),
            Map.entry("LONG", "BIGINT"),
            Map.entry("NUMBER", "DECIMAL"),
            Map.entry("FLOAT4", "REAL"),
            Map.entry("FLOAT8", "FLOAT"),
            Map.entry("DOUBLE", "FLOAT"),
            Map.entry("UUID", "UNIQUEIDENTIFIER"),
            Map.entry("GUID", "UNIQUEIDENTIFIER"),
            Map.entry("TIMESTAMPTZ", "DATETIMEOFFSET"),
            Map.entry("TIMETZ", "DATETIMEOFFSET"),
            Map.entry("VARCHAR2", "VARCHAR"),
            Map.entry("NVARCHAR2", "NVARCHAR"),
            Map.entry("STRING", ANY_TEXT),
            Map.entry("TINYTEXT", ANY_TEXT),
            Map.entry("MEDIUMTEXT", ANY_TEXT),
            Map.entry("LONGTEXT", ANY_TEXT),
            Map.entry("CLOB", ANY_TEXT),
            Map.entry("NCLOB", ANY_TEXT),
            Map.entry("CITEXT", ANY_TEXT),
            Map.entry("JSONB", ANY_TEXT),
            Map.entry("BYTEA", ANY_BYTES),
            Map.entry("BLOB", ANY_BYTES),
            Map.entry("TINYBLOB", ANY_BYTES),
            Map.entry("MEDIUMBLOB", ANY_BYTES),
            Map.entry("LONGBLOB", ANY_BYTES));

    private TypeSuggestion() {}

    /**
     * The type, as a question that stands behind the name.
     *
     * @param name such as {@code nvarcar} or {@code SERIAL}
     * @return such as {@code (is NVARCHAR meant?)} with a blank in front; empty where none is near
     */
    public static String question(String name) {
        return Optional.ofNullable(ELSEWHERE.get(name.toUpperCase(Locale.ROOT)))
                .or(() -> NearestName.of(name.toUpperCase(Locale.ROOT), SqlType.names()))
                .map(type -> " (is " + type + " meant?)")
                .orElse("");
    }
}
