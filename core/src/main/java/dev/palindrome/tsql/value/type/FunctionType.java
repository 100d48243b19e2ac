package dev.palindrome.tsql.value.type;

import dev.palindrome.sql.SqlType;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.function.BuiltInFunction;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The types of functions that are always the same. */
public final class FunctionType {

    private static final Map<String, SqlType> TYPES = Map.ofEntries(
            Map.entry("COUNT", SqlType.INT),
            Map.entry("COUNT_BIG", SqlType.BIGINT),
            Map.entry("APPROX_COUNT_DISTINCT", SqlType.BIGINT),
            Map.entry("ROW_NUMBER", SqlType.BIGINT),
            Map.entry("RANK", SqlType.BIGINT),
            Map.entry("DENSE_RANK", SqlType.BIGINT),
            Map.entry("NTILE", SqlType.BIGINT),
            Map.entry("LEN", SqlType.INT),
            Map.entry("DATEDIFF", SqlType.INT),
            Map.entry("DATEPART", SqlType.INT),
            Map.entry("YEAR", SqlType.INT),
            Map.entry("MONTH", SqlType.INT),
            Map.entry("DAY", SqlType.INT),
            Map.entry("GETDATE", SqlType.DATETIME),
            Map.entry("GETUTCDATE", SqlType.DATETIME),
            Map.entry("SYSDATETIME", SqlType.DATETIME2),
            Map.entry("SYSUTCDATETIME", SqlType.DATETIME2),
            Map.entry("SYSDATETIMEOFFSET", SqlType.DATETIMEOFFSET),
            Map.entry("NEWID", SqlType.UNIQUEIDENTIFIER),
            Map.entry("NEWSEQUENTIALID", SqlType.UNIQUEIDENTIFIER),
            Map.entry("DATENAME", SqlType.NVARCHAR),
            Map.entry("LOWER", SqlType.VARCHAR),
            Map.entry("UPPER", SqlType.VARCHAR),
            Map.entry("LTRIM", SqlType.VARCHAR),
            Map.entry("RTRIM", SqlType.VARCHAR),
            Map.entry("TRIM", SqlType.VARCHAR),
            Map.entry("SUBSTRING", SqlType.VARCHAR),
            Map.entry("LEFT", SqlType.VARCHAR),
            Map.entry("RIGHT", SqlType.VARCHAR),
            Map.entry("STRING_AGG", SqlType.NVARCHAR),
            Map.entry("CHECKSUM", SqlType.INT),
            Map.entry("RAND", SqlType.FLOAT),
            Map.entry("LOG", SqlType.FLOAT),
            Map.entry("SQUARE", SqlType.FLOAT),
            Map.entry("CONCAT", SqlType.VARCHAR),
            Map.entry("CONCAT_WS", SqlType.VARCHAR),
            Map.entry("SPACE", SqlType.VARCHAR),
            Map.entry("SUSER_NAME", SqlType.NVARCHAR),
            Map.entry("SUSER_SNAME", SqlType.NVARCHAR),
            Map.entry("USER_NAME", SqlType.NVARCHAR),
            Map.entry("HOST_NAME", SqlType.NVARCHAR),
            Map.entry("APP_NAME", SqlType.NVARCHAR));

    private FunctionType() {}

    public static Optional<ValueType> of(Token name) {
        if (name.is("IDENT_CURRENT", "IDENT_SEED", "IDENT_INCR")) {
            return Optional.of(ValueType.decimal(38, 0));
        }
        return Optional.ofNullable(TYPES.get(name.upper()))
                .or(() -> BuiltInFunction.find(name.upper()).flatMap(BuiltInFunction::type))
                .map(ValueType::of);
    }

    /** Of a function without parentheses; missing for what is none. */
    public static Optional<ValueType> ofWord(List<Token> tokens) {
        if (tokens.size() != 1) {
            return Optional.empty();
        }
        if (tokens.get(0).is("CURRENT_TIMESTAMP")) {
            return Optional.of(ValueType.of(SqlType.DATETIME));
        }
        boolean user = tokens.get(0).is("CURRENT_USER", "SESSION_USER", "SYSTEM_USER", "USER");
        return user ? Optional.of(ValueType.of(SqlType.NVARCHAR)) : Optional.empty();
    }
}
