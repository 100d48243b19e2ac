package dev.palindrome.tsql.function;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Functions of other databases, and what T-SQL has for them. */
public final class ForeignFunction {

    private static final Map<String, String> OTHERS = Map.ofEntries(
            Map.entry("LENGTH", "LEN"),
            Map.entry("CHAR_LENGTH", "LEN"),
            Map.entry("OCTET_LENGTH", "DATALENGTH"),
            Map.entry("SUBSTR", "SUBSTRING"),
            Map.entry("INSTR", "CHARINDEX"),
            Map.entry("LOCATE", "CHARINDEX"),
            Map.entry("POSITION", "CHARINDEX"),
            Map.entry("LCASE", "LOWER"),
            Map.entry("UCASE", "UPPER"),
            Map.entry("REPEAT", "REPLICATE"),
            Map.entry("CHR", "CHAR"),
            Map.entry("GROUP_CONCAT", "STRING_AGG"),
            Map.entry("LISTAGG", "STRING_AGG"),
            Map.entry("IFNULL", "ISNULL"),
            Map.entry("NVL", "ISNULL"),
            Map.entry("NVL2", "IIF"),
            Map.entry("DECODE", "CASE"),
            Map.entry("NOW", "GETDATE"),
            Map.entry("CURDATE", "GETDATE"),
            Map.entry("UTC_TIMESTAMP", "SYSUTCDATETIME"),
            Map.entry("DATE_FORMAT", "FORMAT"),
            Map.entry("TO_CHAR", "FORMAT"),
            Map.entry("TO_DATE", "CONVERT"),
            Map.entry("TO_NUMBER", "CONVERT"),
            Map.entry("TO_TIMESTAMP", "CONVERT"),
            Map.entry("STR_TO_DATE", "CONVERT"),
            Map.entry("DATE_ADD", "DATEADD"),
            Map.entry("DATE_SUB", "DATEADD"),
            Map.entry("ADD_MONTHS", "DATEADD"),
            Map.entry("DATE_TRUNC", "DATETRUNC"),
            Map.entry("LAST_DAY", "EOMONTH"),
            Map.entry("EXTRACT", "DATEPART"),
            Map.entry("UUID", "NEWID"),
            Map.entry("GEN_RANDOM_UUID", "NEWID"),
            Map.entry("RANDOM_UUID", "NEWID"),
            Map.entry("RANDOM", "RAND"),
            Map.entry("CEIL", "CEILING"),
            Map.entry("POW", "POWER"),
            Map.entry("LN", "LOG"),
            Map.entry("ATAN2", "ATN2"),
            Map.entry("MOD", "%"),
            Map.entry("TRUNC", "ROUND"),
            Map.entry("LAST_INSERT_ID", "SCOPE_IDENTITY"));

    private ForeignFunction() {}

    /**
     * What stands for one of them in T-SQL.
     *
     * @param name in any case
     * @return missing for a function that may be T-SQL's own
     */
    public static Optional<String> instead(String name) {
        return Optional.ofNullable(OTHERS.get(name.toUpperCase(Locale.ROOT)));
    }
}
