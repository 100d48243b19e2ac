package dev.palindrome.tsql.value;

import dev.palindrome.sql.SqlType;
import dev.palindrome.sql.SqlTypeFamily;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.UntranslatableException;
import dev.palindrome.tsql.value.conversion.ImplicitConversion;
import dev.palindrome.tsql.value.conversion.MomentConversion;
import dev.palindrome.tsql.value.conversion.Overflow;
import dev.palindrome.tsql.value.conversion.XmlValue;
import dev.palindrome.tsql.value.type.Expression;
import dev.palindrome.tsql.value.type.FunctionType;
import dev.palindrome.tsql.value.type.LiteralReading.Use;
import dev.palindrome.tsql.value.type.Question;
import dev.palindrome.tsql.value.type.Tokens;
import dev.palindrome.tsql.value.type.ValueContext;
import dev.palindrome.tsql.value.type.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Calls of functions whose value depends on the types of their arguments (Microsoft: the pages of the functions). */
final class FunctionValue {

    /** The front's own, in {@code FunctionCalls}. */
    static final String AVERAGE = "palindrome.average";

    static final String CUT = "palindrome.cut";

    private static final int MOST_DIGITS = 38;

    private static final int LEAST_SCALE = 6;

    private static final int MONEY_SCALE = 4;

    /** Whose value is one of their arguments', or is made of them. */
    private static final String[] ANY_OF_THEM = {
        "COALESCE",
        "GREATEST",
        "LEAST",
        "ISNULL",
        "MAX",
        "MIN",
        "LAG",
        "LEAD",
        "FIRST_VALUE",
        "LAST_VALUE",
        "STRING_AGG"
    };

    private final ValueContext context;
    private final ImplicitConversion conversions;

    FunctionValue(ValueContext context) {
        this.context = context;
        this.conversions = new ImplicitConversion(context);
    }

    /** @param over what stands behind the call of a window function */
    Expression of(Token name, List<Expression> written, List<Token> over) {
        List<Expression> arguments = name.is(ANY_OF_THEM) ? comparable(written) : written;
        Optional<ValueType> first = arguments.get(0).type();
        return switch (name.upper()) {
            case "AVG" -> average(name, arguments, over);
            case "SUM" -> sum(name, arguments, over);
            case "ISNULL" -> isNull(name, arguments);
            case "COALESCE" -> {
                List<Expression> same = conversions.ofOneType(arguments);
                yield plain(ImplicitConversion.highest(arguments), name, same, over);
            }
            case "IIF" -> iif(name, arguments);
            case "DATEADD" -> dateAdd(name, arguments);
            case "DATEDIFF" -> Overflow.difference(call(name, name.text(), moments(arguments)));
            case "DATENAME", "DATEPART" -> {
                if (arguments.size() == 2) {
                    requirePart(name, arguments.get(0), arguments.get(1).type());
                }
                yield plain(FunctionType.of(name), name, dates(arguments), over);
            }
            case "DATETIMEFROMPARTS" ->
                MomentConversion.rounded(plain(Optional.of(ValueType.of(SqlType.DATETIME)), name, arguments, over));
            case "YEAR", "MONTH", "DAY" -> plain(FunctionType.of(name), name, dates(arguments), over);
            case "DATEDIFF_BIG" -> plain(Optional.of(ValueType.of(SqlType.BIGINT)), name, moments(arguments), over);
            case "PERCENTILE_CONT" -> {
                ValueType type = ValueType.of(SqlType.FLOAT);
                yield Expression.of(
                        Optional.of(type),
                        Tokens.cast(plain(first, name, arguments, over).tokens(), type));
            }
            case "DATETRUNC" -> truncated(name, arguments);
            case "EOMONTH" -> plain(FunctionType.of(name), name, days(arguments), over);
            case "SIGN" -> keepingDigits(first, call(name, name.text(), arguments));
            case "POWER", "DEGREES", "RADIANS" -> new TypedFunctions(context).ofFirst(name, arguments);
            case "DATALENGTH" -> new TypedFunctions(context).dataLength(name, arguments);
            case "HASHBYTES" -> new TypedFunctions(context).hashBytes(name, arguments);
            case "GREATEST", "LEAST" ->
                plain(ImplicitConversion.highest(arguments), name, conversions.ofOneType(arguments), over);
            case "ROUND" -> round(name, arguments);
            case "STDEV", "STDEVP", "VAR", "VARP" -> {
                requireOperand(name, arguments.get(0));
                yield finite(plain(FunctionType.of(name), name, arguments, over));
            }
            case "MAX", "MIN" -> {
                requireOperand(name, arguments.get(0));
                yield GuidOrder.concerns(arguments.get(0))
                        ? GuidOrder.furthest(name, arguments.get(0), over)
                        : padded(plain(first, name, arguments, over));
            }
            case "LAG", "LEAD", "FIRST_VALUE", "LAST_VALUE", "ABS" -> padded(plain(first, name, arguments, over));
            case "NULLIF" -> nullIf(name, arguments);
            case "PALINDROME.XML_CONTENT" -> new XmlValue(context).inXml(name, arguments.get(0));
            case "PALINDROME.XML_AS_ATTRIBUTE" ->
                new XmlValue(context).asAttribute(name, arguments.get(0), arguments.get(1));
            case "PALINDROME.XML_AS_ELEMENT" -> XmlValue.asElement(name, arguments);
            case "PALINDROME.XML_TYPED", "PALINDROME.XML_QUERY" ->
                plain(Optional.of(ValueType.of(SqlType.XML)), name, arguments, over);
            case "CEILING", "FLOOR" ->
                plain(
                        first.map(
                                type -> type.is(SqlTypeFamily.DECIMAL) ? ValueType.decimal(type.precision(), 0) : type),
                        name,
                        arguments,
                        over);
            default -> {
                List<Expression> given = new TextArguments(context).of(name, arguments);
                Optional<ValueType> type = TextType.of(name, given).or(() -> FunctionType.of(name));
                Expression value = TextType.cut(name, given, plain(type, name, given, over));
                yield name.is("STRING_AGG") ? ImplicitConversion.joined(value) : value;
            }
        };
    }

    /** Texts of which none has a collation to H2 get the database's, which their value has. */
    private static List<Expression> comparable(List<Expression> arguments) {
        boolean none = arguments.stream()
                .allMatch(argument ->
                        argument.isNull() || ImplicitConversion.hasNoCollation(argument) || argument.isNumber());
        return none ? arguments.stream().map(ImplicitConversion::collated).toList() : arguments;
    }

    private static Expression plain(
            Optional<ValueType> type, Token name, List<Expression> arguments, List<Token> over) {
        List<Token> out = call(name, name.text(), arguments);
        out.addAll(over);
        return Expression.of(type, out);
    }

    private static Expression finite(Expression value) {
        return value.type()
                .map(type -> Expression.of(value.type(), Overflow.checked(value.tokens(), type)))
                .orElse(value);
    }

    /** H2 gives the blanks of a CHAR to none that it finds among others. */
    private static Expression padded(Expression value) {
        return FixedText.isFixed(value)
                ? Expression.of(
                        value.type(), Tokens.cast(value.tokens(), value.type().orElseThrow()))
                : value;
    }

    private static List<Token> call(Token place, String name, List<Expression> arguments) {
        List<Token> out = Tokens.call(
                place, name, arguments.stream().map(Expression::tokens).toList(), "");
        return new ArrayList<>(out);
    }

    /** Microsoft: sum-, avg-, max- and min-transact-sql. */
    private void requireOperand(Token name, Expression operand) {
        boolean whole = operand.tokens().size() == 1 && operand.tokens().get(0).isSymbol("*");
        if (operand.type().isEmpty() || whole) {
            conversions.known(operand.type());
            return;
        }
        ValueType type = operand.type().get();
        boolean number = type.family().isNumber() && !type.is(SqlTypeFamily.BIT);
        if (name.is("MAX", "MIN") ? type.is(SqlTypeFamily.BIT) : !number) {
            throw UntranslatableException.refused(
                    8117,
                    name,
                    "operand data type " + type.type().name().toLowerCase(Locale.ROOT) + " is invalid for "
                            + name.text().toLowerCase(Locale.ROOT) + " operator");
        }
    }

    private Expression sum(Token name, List<Expression> arguments, List<Token> over) {
        requireOperand(name, arguments.get(0));
        Optional<ValueType> type = sum(arguments.get(0).type());
        Expression sum = plain(type, name, arguments, over);
        context.ask(type.isEmpty() ? Question.ALWAYS : Question.NONE);
        return type.map(known -> Expression.of(type, Overflow.sum(sum.tokens(), known)))
                .orElse(sum);
    }

    private static Optional<ValueType> sum(Optional<ValueType> type) {
        return type.map(of -> switch (of.family()) {
            case WHOLE_NUMBER -> ValueType.of(of.type() == SqlType.BIGINT ? SqlType.BIGINT : SqlType.INT);
            case DECIMAL -> ValueType.decimal(MOST_DIGITS, of.scale());
            case MONEY -> ValueType.of(SqlType.MONEY);
            case FLOATING_POINT -> ValueType.of(SqlType.FLOAT);
            default -> of;
        });
    }

    /** Cut off where SQL Server has no more digits (Microsoft: avg-transact-sql). */
    private Expression average(Token name, List<Expression> arguments, List<Token> over) {
        requireOperand(name, arguments.get(0));
        Optional<ValueType> of = arguments.get(0).type();
        if (of.isEmpty()) {
            context.ask(Question.ALWAYS);
            return plain(of, context.isLate() ? name : named(name), arguments, over);
        }
        List<Token> out = call(name, AVERAGE, arguments);
        out.addAll(over);
        ValueType type = sum(of).orElseThrow();
        return switch (type.family()) {
            case WHOLE_NUMBER -> wholeAverage(name, type, arguments, over);
            case FLOATING_POINT -> floatingAverage(name, type, arguments, over);
            case DECIMAL -> cut(out, ValueType.decimal(MOST_DIGITS, Math.max(LEAST_SCALE, type.scale())));
            case MONEY -> cut(out, type);
            default -> plain(of, name, arguments, over);
        };
    }

    /** The sum has to fit, too. */
    private static Expression wholeAverage(Token name, ValueType type, List<Expression> arguments, List<Token> over) {
        List<Token> sum = call(name, "SUM", arguments);
        sum.addAll(over);
        List<Token> out = new ArrayList<>(Tokens.inThePlaceOf(name, "("));
        out.addAll(Overflow.sum(sum, type));
        out.addAll(Tokens.behind(name, "/"));
        out.addAll(call(name, "COUNT", arguments));
        out.addAll(over);
        out.addAll(Tokens.behind(name, ")"));
        return Expression.of(Optional.of(type), Tokens.cast(out, type));
    }

    /** H2's sum is one of decimal digits, and has no end. */
    private static Expression floatingAverage(
            Token name, ValueType type, List<Expression> arguments, List<Token> over) {
        List<Token> sum = call(name, "SUM", arguments);
        sum.addAll(over);
        List<Token> count = call(name, "COUNT", arguments);
        count.addAll(over);
        List<Token> out = new ArrayList<>(Tokens.inThePlaceOf(name, "("));
        out.addAll(Overflow.sum(sum, type));
        out.addAll(Tokens.behind(name, "/"));
        out.addAll(Tokens.cast(Tokens.call(name, "NULLIF", List.of(count), ", 0"), type));
        out.addAll(Tokens.behind(name, ")"));
        return Expression.of(Optional.of(type), out);
    }

    /** Taken until the types are known. */
    private static Token named(Token name) {
        return new Token(Token.Kind.WORD, AVERAGE, AVERAGE, name.start(), name.line(), name.newlines(), name.spaced());
    }

    private static Expression cut(List<Token> value, ValueType type) {
        int scale = type.is(SqlTypeFamily.MONEY) ? MONEY_SCALE : type.scale();
        List<Token> cut = Tokens.call(value.get(0), CUT, List.of(value), ", " + scale);
        return Expression.of(Optional.of(type), Tokens.cast(cut, type));
    }

    /** Has the type of its first argument (Microsoft: isnull-transact-sql). */
    private Expression isNull(Token name, List<Expression> arguments) {
        if (arguments.size() != 2) {
            return plain(Optional.empty(), name, arguments, List.of());
        }
        Expression value = arguments.get(0);
        Expression other = arguments.get(1);
        if (value.isNull()) {
            return plain(other.type(), name, arguments, List.of());
        }
        if (value.type().isEmpty()) {
            boolean harmless = other.isNull()
                    || other.isText() && other.literal().orElseThrow().value().isEmpty()
                    || other.isNumber() && !other.literal().orElseThrow().text().contains(".");
            context.ask(harmless ? Question.IF_REFUSED : Question.ALWAYS);
            return plain(Optional.empty(), name, arguments, List.of());
        }
        return padded(plain(
                value.type(),
                name,
                List.of(value, conversions.as(other, value.type().get(), Use.ASSIGNED)),
                List.of()));
    }

    /** Has the type of its first argument, and compares as {@code =} does (Microsoft: nullif-transact-sql). */
    private Expression nullIf(Token name, List<Expression> arguments) {
        if (arguments.size() != 2) {
            return plain(Optional.empty(), name, arguments, List.of());
        }
        Expression value = arguments.get(0);
        Expression other = BitComparison.asBit(arguments.get(1), value);
        List<Expression> both = List.of(
                other.isText() ? ImplicitConversion.collated(value) : value,
                new FixedText(context).literal(conversions.compared(other, value.type()), value));
        return plain(value.type(), name, both, List.of());
    }

    private Expression iif(Token name, List<Expression> arguments) {
        if (arguments.size() != 3) {
            return plain(Optional.empty(), name, arguments, List.of());
        }
        List<Expression> results = arguments.subList(1, 3);
        List<Expression> all = new ArrayList<>(List.of(arguments.get(0)));
        all.addAll(conversions.ofOneType(results));
        Expression value = plain(ImplicitConversion.highest(results), name, all, List.of());
        return results.stream().allMatch(Expression::isText) ? ImplicitConversion.joined(value) : value;
    }

    /** The number is cut off (Microsoft: dateadd-transact-sql). */
    private Expression dateAdd(Token name, List<Expression> arguments) {
        if (arguments.size() != 3) {
            return plain(Optional.empty(), name, arguments, List.of());
        }
        ValueType whole = ValueType.of(SqlType.INT);
        Expression number = conversions.assigned(arguments.get(1), Optional.of(whole));
        if (arguments.get(1).type().isEmpty() && !arguments.get(1).isNull()) {
            context.ask(Question.ALWAYS);
        }
        ValueType dateTime = ValueType.of(SqlType.DATETIME);
        Expression date = arguments.get(2).literal().isPresent()
                ? conversions.read(arguments.get(2), Optional.of(dateTime), Use.ASSIGNED)
                : arguments.get(2);
        Optional<ValueType> type = date == arguments.get(2) ? date.type() : Optional.of(dateTime);
        Expression typed = date == arguments.get(2) ? date : Expression.of(type, Tokens.cast(date.tokens(), dateTime));
        requirePart(name, arguments.get(0), type);
        Expression added = Overflow.added(call(name, name.text(), List.of(arguments.get(0), number, typed)), type);
        boolean rounds = type.filter(
                        known -> known.type() == SqlType.DATETIME && MomentPart.isFraction(arguments.get(0))
                                || known.type() == SqlType.SMALLDATETIME && MomentPart.isOfTime(arguments.get(0)))
                .isPresent();
        return rounds ? MomentConversion.rounded(added) : added;
    }

    /** The day of a clock is its own, wherever it hangs. */
    private List<Expression> days(List<Expression> arguments) {
        List<Expression> days = new ArrayList<>(dates(arguments));
        ValueType day = ValueType.of(SqlType.DATE);
        if (days.get(0).type().isEmpty()) {
            conversions.known(days.get(0).type());
        } else if (days.get(0).type().get().is(SqlTypeFamily.DATE_TIME_WITH_OFFSET)) {
            days.set(0, MomentConversion.of(days.get(0), day));
        }
        return days;
    }

    /** A difference is one of moments: that of two clocks elsewhere is counted in UTC. */
    private Expression universal(Expression value) {
        boolean offset = value.type()
                .filter(type -> type.is(SqlTypeFamily.DATE_TIME_WITH_OFFSET))
                .isPresent();
        return offset
                ? Expression.of(
                        value.type(),
                        Tokens.call(value.tokens().get(0), "palindrome.moment_at", List.of(value.tokens()), ", 'UTC'"))
                : value;
    }

    private void requirePart(Token name, Expression part, Optional<ValueType> type) {
        MomentPart.require(name, part, type);
        if (type.isEmpty() && MomentPart.isOfTime(part)) {
            conversions.known(type);
        }
    }

    /** A number is so many days since 1900 (Microsoft: datetime-transact-sql). */
    private List<Expression> moments(List<Expression> arguments) {
        ValueType type = ValueType.of(SqlType.DATETIME);
        arguments.stream()
                .skip(1)
                .filter(value -> !value.isNull() && value.type().isEmpty())
                .forEach(value -> conversions.known(value.type()));
        return dates(arguments).stream()
                .map(this::universal)
                .map(value -> value.isNumber() && value.literal().isPresent()
                        ? Expression.of(
                                Optional.of(type),
                                Tokens.cast(
                                        conversions
                                                .read(value, Optional.of(type), Use.ASSIGNED)
                                                .tokens(),
                                        type))
                        : value)
                .toList();
    }

    private List<Expression> dates(List<Expression> arguments) {
        return arguments.stream().map(this::date).toList();
    }

    /** Has the type of the date (Microsoft: datetrunc-transact-sql). */
    private Expression truncated(Token name, List<Expression> arguments) {
        List<Expression> given = dates(arguments);
        Optional<ValueType> type = given.get(given.size() - 1).type();
        context.ask(type.isEmpty() ? Question.ALWAYS : Question.NONE);
        requirePart(name, given.get(0), type);
        Expression plain = plain(type, name, given, List.of());
        return type.map(known -> Expression.of(type, Tokens.cast(plain.tokens(), known)))
                .orElse(plain);
    }

    private Expression date(Expression value) {
        if (!value.isText()) {
            return value;
        }
        ValueType type = ValueType.of(SqlType.DATETIME2);
        return Expression.of(
                Optional.of(type),
                Tokens.cast(
                        conversions.read(value, Optional.of(type), Use.ASSIGNED).tokens(), type));
    }

    /** Keeps its digits: {@code ROUND(123.4545, 2)} is 123.4500 (Microsoft: round-transact-sql). */
    private Expression round(Token name, List<Expression> arguments) {
        Optional<ValueType> type = arguments.get(0).type();
        if (arguments.size() == 3
                && arguments.get(2).isNumber()
                && !arguments.get(2).literal().orElseThrow().text().equals("0")) {
            List<Token> cut = call(name, CUT, arguments.subList(0, 2));
            return keepingDigits(type, cut);
        }
        List<Expression> two =
                arguments.size() == 3 && arguments.get(2).isNumber() ? arguments.subList(0, 2) : arguments;
        return keepingDigits(type, call(name, name.text(), two));
    }

    private Expression keepingDigits(Optional<ValueType> type, List<Token> call) {
        boolean exact = type.filter(known -> known.is(SqlTypeFamily.DECIMAL)).isPresent();
        return exact ? Expression.of(type, Tokens.cast(call, type.get())) : Expression.of(type, call);
    }
}
