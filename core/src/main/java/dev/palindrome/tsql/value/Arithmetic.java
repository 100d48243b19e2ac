package dev.palindrome.tsql.value;

import dev.palindrome.sql.SqlType;
import dev.palindrome.sql.SqlTypeFamily;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.UntranslatableException;
import dev.palindrome.tsql.value.conversion.ByteConversion;
import dev.palindrome.tsql.value.conversion.MomentConversion;
import dev.palindrome.tsql.value.conversion.Overflow;
import dev.palindrome.tsql.value.conversion.TextReading;
import dev.palindrome.tsql.value.type.Expression;
import dev.palindrome.tsql.value.type.LiteralDoubt;
import dev.palindrome.tsql.value.type.Question;
import dev.palindrome.tsql.value.type.Tokens;
import dev.palindrome.tsql.value.type.ValueContext;
import dev.palindrome.tsql.value.type.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What becomes of two values and the operator between them, and where H2 has to be told. */
final class Arithmetic {

    /** The front's own, in {@code FunctionCalls}: a dot is in no word that a script can write. */
    static final String QUOTIENT = "palindrome.quotient";

    private static final int MONEY_SCALE = 4;

    private final ValueContext context;

    Arithmetic(ValueContext context) {
        this.context = context;
    }

    Expression of(Expression left, Token operator, Expression right) {
        if (left.type().isEmpty() || right.type().isEmpty()) {
            return unknown(left, operator, right);
        }
        ValueType one = left.type().get();
        ValueType other = right.type().get();
        if (one.family().isNumber() && other.family().isNumber()) {
            return numbers(left, operator, right);
        }
        if (one.family().isText() && other.family().isText()) {
            ValueType type = text(one, other);
            List<Token> both = joined(left, operator, right);
            boolean longer = one.precision() + other.precision() > type.precision();
            boolean known = type.precision() != ValueType.ANY;
            return Expression.of(Optional.of(type), known && longer ? Tokens.cast(both, type) : both);
        }
        if (one.is(SqlTypeFamily.BINARY) && other.isWhole() || one.isWhole() && other.is(SqlTypeFamily.BINARY)) {
            return numbers(ofBytes(left, other), operator, ofBytes(right, one));
        }
        boolean bit = operator.isSymbol("+") && (one.is(SqlTypeFamily.BIT) || other.is(SqlTypeFamily.BIT));
        if (one.family().isText() && other.family().isNumber() && !bit) {
            return numbers(number(left, other), operator, right);
        }
        if (one.family().isNumber() && other.family().isText() && !bit) {
            return numbers(left, operator, number(right, one));
        }
        if (operator.isSymbol("+") && one.family().isText() != other.family().isText()) {
            throw Concatenation.refused(left, operator, right);
        }
        if (one.family().isTime() && other.family().isTime()) {
            return moments(left, operator, right);
        }
        boolean moment = one.family().isTime() && other.family().isNumber();
        if (moment || one.family().isNumber() && other.family().isTime()) {
            requireOld(moment ? one : other, operator, moment ? other : one);
        }
        if (moment) {
            return Expression.of(left.type(), joined(left, operator, right));
        }
        return Expression.of(Optional.empty(), joined(left, operator, right));
    }

    /** Only the old types are added to each other, as the time since 1900 (Microsoft: subtract-transact-sql). */
    private static Expression moments(Expression left, Token operator, Expression right) {
        ValueType one = left.type().orElseThrow();
        ValueType other = right.type().orElseThrow();
        if (!isOld(one) || !isOld(other)) {
            boolean same = one.type() == other.type();
            throw UntranslatableException.refused(
                    same ? 8117 : 402,
                    operator,
                    "the operator " + operator.text() + " takes no " + lower(one)
                            + (same ? "" : " and " + lower(other)));
        }
        return MomentConversion.together(left, operator, right);
    }

    private static boolean isOld(ValueType moment) {
        return moment.type() == SqlType.DATETIME || moment.type() == SqlType.SMALLDATETIME;
    }

    /** Only the old types have numbers added (Microsoft: add-transact-sql). */
    private static void requireOld(ValueType moment, Token operator, ValueType number) {
        if (!isOld(moment)) {
            throw UntranslatableException.refused(206, operator, "a " + lower(number) + " is no " + lower(moment));
        }
    }

    private static String lower(ValueType type) {
        return type.type().name().toLowerCase(Locale.ROOT);
    }

    private Expression unknown(Expression left, Token operator, Expression right) {
        boolean concatenates = operator.isSymbol("+") && (isWords(left) || isWords(right));
        if (concatenates) {
            context.ask(left.isNull() || right.isNull() ? Question.NONE : Question.ALWAYS);
            return Expression.of(Optional.of(ValueType.of(SqlType.NVARCHAR)), joined(left, operator, right));
        }
        context.ask(Question.ALWAYS);
        boolean divides = operator.isSymbol("/");
        Optional<ValueType> known = left.type().or(right::type);
        boolean floating =
                known.filter(type -> type.is(SqlTypeFamily.FLOATING_POINT)).isPresent();
        boolean nothing = left.isNull() || right.isNull();
        if (divides && context.isLate() && !floating && !nothing) {
            throw new UntranslatableException("a division of values whose types are not known");
        }
        return Expression.of(nothing ? known : Optional.empty(), joined(left, operator, right));
    }

    /** A text that cannot be meant as a number: beside it, anything but a text is an error. */
    private static boolean isWords(Expression value) {
        boolean text = value.type().filter(type -> type.family().isText()).isPresent();
        return text
                && value.literal()
                        .filter(literal -> LiteralDoubt.isNumber(literal.value()))
                        .isEmpty();
    }

    private static List<Token> joined(Expression left, Token operator, Expression right) {
        List<Token> out = new ArrayList<>(left.tokens());
        out.add(operator);
        out.addAll(right.tokens());
        return out;
    }

    private static ValueType text(ValueType left, ValueType right) {
        ValueType higher = left.orHigher(right);
        boolean any = left.precision() == ValueType.ANY || right.precision() == ValueType.ANY;
        SqlType varying = higher.is(SqlTypeFamily.TEXT) ? SqlType.VARCHAR : SqlType.NVARCHAR;
        int length = any ? ValueType.ANY : Math.min(varying.size(), left.precision() + right.precision());
        return new ValueType(varying, length, 0);
    }

    private static Expression ofBytes(Expression value, ValueType other) {
        boolean bytes =
                value.type().filter(type -> type.is(SqlTypeFamily.BINARY)).isPresent();
        return bytes ? ByteConversion.of(value, other).orElse(value) : value;
    }

    /** A text beside a number is read as one. */
    private Expression number(Expression text, ValueType type) {
        if (text.isText()) {
            Token literal = text.literal().orElseThrow();
            return context.literals()
                    .ofText(literal, type)
                    .map(tsql -> Expression.of(
                            Optional.of(type), Tokens.inThePlaceOf(text.tokens().get(0), tsql)))
                    .orElse(text.withType(type));
        }
        return TextReading.of(text, type, context.order());
    }

    private Expression numbers(Expression left, Token operator, Expression right) {
        ValueType one = left.type().orElseThrow();
        ValueType other = right.type().orElseThrow();
        if (one.is(SqlTypeFamily.FLOATING_POINT) || other.is(SqlTypeFamily.FLOATING_POINT)) {
            return floating(left, operator, right);
        }
        if (one.is(SqlTypeFamily.DECIMAL) || other.is(SqlTypeFamily.DECIMAL)) {
            return decimals(left, operator, right);
        }
        if (one.is(SqlTypeFamily.MONEY) || other.is(SqlTypeFamily.MONEY)) {
            return money(left, operator, right);
        }
        SqlType whole = one.orHigher(other).type();
        ValueType type = ValueType.of(whole == SqlType.BIT ? SqlType.INT : whole);
        return Expression.of(Optional.of(type), Overflow.checked(joined(left, operator, right), type));
    }

    private static Expression floating(Expression left, Token operator, Expression right) {
        ValueType type = left.type().orElseThrow().orHigher(right.type().orElseThrow());
        List<Token> result = joined(floating(left, type), operator, floating(right, type));
        return Expression.of(Optional.of(type), Overflow.checked(result, type));
    }

    /** H2 computes with a literal such as 3e0 in decimal digits, so that 0.1e0 + 0.2e0 would be 0.3. */
    private static Expression floating(Expression value, ValueType type) {
        boolean is = value.type().orElseThrow().is(SqlTypeFamily.FLOATING_POINT);
        return is && !value.isNumber() ? value : Expression.of(Optional.of(type), Tokens.cast(value.tokens(), type));
    }

    private static Expression decimals(Expression left, Token operator, Expression right) {
        ValueType one = left.type().orElseThrow().asDecimal();
        ValueType other = right.type().orElseThrow().asDecimal();
        ValueType type = switch (operator.text()) {
            case "*" -> DecimalArithmetic.product(one, other);
            case "/" -> DecimalArithmetic.quotient(one, other);
            case "%" -> DecimalArithmetic.remainder(one, other);
            default -> DecimalArithmetic.sum(one, other);
        };
        if (operator.isSymbol("/")) {
            return quotient(left, right, type);
        }
        int exact = operator.isSymbol("*") ? one.scale() + other.scale() : Math.max(one.scale(), other.scale());
        boolean rounds = type.scale() < exact
                || type.precision() == SqlType.DECIMAL.size() // H2 has more digits
                || operator.isSymbol("%"); // and drops zeros
        return rounds
                ? cast(left, operator, right, type)
                : Expression.of(Optional.of(type), joined(left, operator, right));
    }

    /** Of two amounts of money the product is rounded, and the quotient cut off. */
    private static Expression money(Expression left, Token operator, Expression right) {
        ValueType one = left.type().orElseThrow();
        ValueType other = right.type().orElseThrow();
        ValueType type = ValueType.of(one.orHigher(other).type());
        if (operator.isSymbol("/")) {
            return quotient(left, right, type);
        }
        return Expression.of(Optional.of(type), Overflow.checked(joined(left, operator, right), type));
    }

    private static Expression cast(Expression left, Token operator, Expression right, ValueType type) {
        return Expression.of(Optional.of(type), Tokens.cast(joined(left, operator, right), type));
    }

    private static Expression quotient(Expression left, Expression right, ValueType type) {
        int scale = type.is(SqlTypeFamily.MONEY) ? MONEY_SCALE : type.scale();
        List<Token> call =
                Tokens.call(left.tokens().get(0), QUOTIENT, List.of(left.tokens(), right.tokens()), ", " + scale);
        return Expression.of(Optional.of(type), Tokens.cast(call, type));
    }
}
