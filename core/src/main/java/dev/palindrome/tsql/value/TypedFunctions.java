package dev.palindrome.tsql.value;

import dev.palindrome.sql.SqlType;
import dev.palindrome.sql.SqlTypeFamily;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.UntranslatableException;
import dev.palindrome.tsql.declaration.ColumnCollation;
import dev.palindrome.tsql.value.conversion.Overflow;
import dev.palindrome.tsql.value.conversion.TextValue;
import dev.palindrome.tsql.value.type.Expression;
import dev.palindrome.tsql.value.type.Question;
import dev.palindrome.tsql.value.type.Tokens;
import dev.palindrome.tsql.value.type.ValueContext;
import dev.palindrome.tsql.value.type.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Functions whose value follows from the types of their arguments, and that H2 lacks.
 *
 * @see <a href="https://learn.microsoft.com/sql/t-sql/functions/functions">Functions</a>
 */
final class TypedFunctions {

    private static final String HASH = "palindrome.hash";

    private static final String WITH_CASE = "palindrome.with_case";

    private static final int MOST_DIGITS = 38;

    private static final int SCALE_OF_ANGLES = 18;

    private final ValueContext context;

    TypedFunctions(ValueContext context) {
        this.context = context;
    }

    /** Of the type of its first argument, as POWER (Microsoft: power-transact-sql). */
    Expression ofFirst(Token name, List<Expression> arguments) {
        List<Token> call = call(name, name.text(), arguments, "");
        Optional<ValueType> first = arguments.get(0).type();
        if (first.isEmpty()) {
            context.ask(Question.ALWAYS);
            return Expression.of(Optional.empty(), call);
        }
        ValueType type = first.get();
        return switch (type.family()) {
            case BIT, WHOLE_NUMBER ->
                cast(call, ValueType.of(type.type() == SqlType.BIGINT ? type.type() : SqlType.INT));
            case DECIMAL ->
                cast(
                        call,
                        ValueType.decimal(
                                MOST_DIGITS,
                                name.is("POWER") ? type.scale() : Math.max(SCALE_OF_ANGLES, type.scale())));
            case MONEY -> cast(call, ValueType.of(SqlType.MONEY));
            default -> {
                ValueType floating = ValueType.of(SqlType.FLOAT);
                yield Expression.of(Optional.of(floating), name.is("POWER") ? call : Overflow.checked(call, floating));
            }
        };
    }

    private static Expression cast(List<Token> call, ValueType type) {
        return Expression.of(Optional.of(type), Tokens.cast(call, type));
    }

    /** How many bytes a value takes (Microsoft: datalength-transact-sql, and the pages of the types). */
    Expression dataLength(Token name, List<Expression> arguments) {
        Expression value = arguments.get(0);
        if (value.isNull()) {
            return cast(value.tokens(), ValueType.of(SqlType.INT)).startingAt(name);
        }
        context.ask(value.type().isPresent() && isTextOfFunction(value) ? Question.ALWAYS : Question.NONE);
        if (value.type().isEmpty()) {
            return unknown(name, "DATALENGTH", "palindrome.characters", arguments);
        }
        ValueType type = value.type().get();
        return switch (type.type()) {
            case CHAR -> fixed(name, value, Math.max(1, type.precision()));
            case NCHAR -> fixed(name, value, 2 * Math.max(1, type.precision()));
            case VARCHAR, TEXT -> length(name, "palindrome.characters", value, "");
            case NVARCHAR, NTEXT, SYSNAME -> length(name, "palindrome.characters", value, " * 2");
            case BINARY, VARBINARY, IMAGE -> length(name, "palindrome.bytes", value, "");
            default -> fixed(name, value, bytes(type));
        };
    }

    /** Whether it is national text follows from arguments that may not be known yet. */
    private static boolean isTextOfFunction(Expression value) {
        return value.literal().isEmpty() && TextValue.is(value);
    }

    private static Expression length(Token name, String function, Expression value, String times) {
        List<Token> out = new ArrayList<>(Tokens.inThePlaceOf(name, "("));
        out.addAll(Tokens.call(name, function, List.of(value.tokens()), ""));
        out.addAll(Tokens.behind(name, times + ")"));
        return Expression.of(Optional.of(ValueType.of(SqlType.INT)), out);
    }

    private static Expression fixed(Token name, Expression value, int bytes) {
        List<Token> out = new ArrayList<>(Tokens.inThePlaceOf(name, "CASE WHEN ("));
        out.addAll(value.tokens());
        out.addAll(Tokens.behind(name, ") IS NULL THEN NULL ELSE " + bytes + " END"));
        return Expression.of(Optional.of(ValueType.of(SqlType.INT)), out);
    }

    private static int bytes(ValueType type) {
        return switch (type.type()) {
            case BIT, TINYINT -> 1;
            case SMALLINT -> 2;
            case DATE -> 3;
            case INT, REAL, SMALLMONEY, SMALLDATETIME -> 4;
            case BIGINT, MONEY, FLOAT, DATETIME, ROWVERSION -> 8;
            case UNIQUEIDENTIFIER -> 16;
            case TIME -> timeBytes(type.scale());
            case DATETIME2 -> 3 + timeBytes(type.scale());
            case DATETIMEOFFSET -> 5 + timeBytes(type.scale());
            case DECIMAL -> type.precision() < 10 ? 5 : type.precision() < 20 ? 9 : type.precision() < 29 ? 13 : 17;
            default -> throw new UntranslatableException("DATALENGTH of a " + type.tsql());
        };
    }

    private static int timeBytes(int scale) {
        return scale < 3 ? 3 : scale < 5 ? 4 : 5;
    }

    /** Of the bytes of a text (Microsoft: hashbytes-transact-sql). */
    Expression hashBytes(Token name, List<Expression> arguments) {
        if (arguments.size() != 2) {
            throw new UntranslatableException("HASHBYTES with " + arguments.size() + " arguments");
        }
        Expression value = arguments.get(1);
        ValueType hash = new ValueType(SqlType.VARBINARY, 8000, 0);
        context.ask(value.type().isPresent() && isTextOfFunction(value) ? Question.ALWAYS : Question.NONE);
        if (value.type().isEmpty()) {
            return unknown(name, "HASHBYTES", HASH, arguments);
        }
        String kind = switch (value.type().get().family()) {
            case TEXT -> "varchar";
            case NATIONAL_TEXT -> "nvarchar";
            case BINARY -> "varbinary";
            default -> throw UntranslatableException.refused(8116, "HASHBYTES takes texts and bytes");
        };
        return Expression.of(Optional.of(hash), call(name, HASH, arguments, ", '" + kind + "'"));
    }

    /** Where it runs it has to be known. */
    private Expression unknown(Token name, String what, String function, List<Expression> arguments) {
        context.ask(Question.ALWAYS);
        if (context.isLate()) {
            throw new UntranslatableException(what + " of a value whose type is not known");
        }
        return Expression.of(Optional.empty(), call(name, function, arguments.subList(0, 1), ""));
    }

    /** {@code CHOOSE(n, a, b)} is a CASE (Microsoft: logical-functions-choose-transact-sql). */
    static List<Token> choose(Token name, List<Expression> arguments) {
        List<Token> out = new ArrayList<>(Tokens.inThePlaceOf(name, "CASE CAST("));
        out.addAll(arguments.get(0).tokens());
        out.addAll(Tokens.behind(name, " AS INT)"));
        for (int i = 1; i < arguments.size(); i++) {
            out.addAll(Tokens.behind(name, " WHEN " + i + " THEN ("));
            out.addAll(arguments.get(i).tokens());
            out.addAll(Tokens.behind(name, ")"));
        }
        out.addAll(Tokens.behind(name, " END"));
        return out;
    }

    /** The clock of another place (Microsoft: at-time-zone-transact-sql). */
    Expression atTimeZone(Expression value, Expression zone) {
        ValueType offset = ValueType.of(SqlType.DATETIMEOFFSET);
        if (value.type().isEmpty()) {
            context.ask(Question.ALWAYS);
            if (context.isLate()) {
                throw new UntranslatableException("AT TIME ZONE of a value whose type is not known");
            }
        }
        SqlTypeFamily family = value.type().map(ValueType::family).orElse(SqlTypeFamily.DATE_TIME);
        if (family != SqlTypeFamily.DATE_TIME && family != SqlTypeFamily.DATE_TIME_WITH_OFFSET) {
            throw UntranslatableException.refused(8116, "AT TIME ZONE takes a date with its time");
        }
        String function = family == SqlTypeFamily.DATE_TIME ? "palindrome.clock_at" : "palindrome.moment_at";
        int scale = value.type().map(ValueType::scale).orElse(offset.scale());
        ValueType type = new ValueType(SqlType.DATETIMEOFFSET, offset.precision(), scale);
        List<Token> call = Tokens.call(value.tokens().get(0), function, List.of(value.tokens(), zone.tokens()), "");
        return Expression.of(Optional.of(type), call);
    }

    /** With the collation that stands behind it: with regard to case, or without; accents count as they do in columns. */
    static List<Token> collated(List<Token> value, Token collation) {
        String name = collation.text().toUpperCase(Locale.ROOT);
        boolean without = name.equals("DATABASE_DEFAULT") || name.contains("_CI");
        boolean with = name.contains("_CS") || name.contains("_BIN");
        if (!without && !with) {
            throw new UntranslatableException("COLLATE " + collation.text());
        }
        ColumnCollation.requireKnown(collation.value());
        String function = with ? WITH_CASE : "palindrome.without_case";
        return Tokens.call(value.get(0), function, List.of(value), "");
    }

    /** Both sides of a comparison have the collation that stands behind one of them. */
    static List<Token> collatedAs(List<Token> other, List<Token> value) {
        boolean collated =
                other.get(0).text().equals(WITH_CASE) && !value.get(0).text().equals(WITH_CASE);
        return collated ? Tokens.call(value.get(0), WITH_CASE, List.of(value), "") : value;
    }

    private static List<Token> call(Token place, String function, List<Expression> arguments, String more) {
        return new ArrayList<>(Tokens.call(
                place, function, arguments.stream().map(Expression::tokens).toList(), more));
    }
}
