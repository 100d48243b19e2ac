package dev.palindrome.tsql.value.conversion;

import dev.palindrome.sql.SqlType;
import dev.palindrome.sql.SqlTypeFamily;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.UntranslatableException;
import dev.palindrome.tsql.value.type.Expression;
import dev.palindrome.tsql.value.type.LiteralDoubt;
import dev.palindrome.tsql.value.type.LiteralReading.Use;
import dev.palindrome.tsql.value.type.Question;
import dev.palindrome.tsql.value.type.Tokens;
import dev.palindrome.tsql.value.type.ValueContext;
import dev.palindrome.tsql.value.type.ValueType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * What becomes of a value where one of another type is wanted, and where H2 has to be told.
 *
 * @see <a href="https://learn.microsoft.com/sql/t-sql/data-types/data-type-precedence-transact-sql">Data type precedence</a>
 */
public final class ImplicitConversion {

    /** Of these H2 makes what SQL Server makes of them, whatever column takes them. */
    private static final SqlTypeFamily[] SAME_EVERYWHERE = {
        SqlTypeFamily.TEXT, SqlTypeFamily.NATIONAL_TEXT, SqlTypeFamily.DATE
    };

    private final ValueContext context;

    public ImplicitConversion(ValueContext context) {
        this.context = context;
    }

    /** The type of what may be any of some values. */
    public static Optional<ValueType> highest(List<Expression> values) {
        Optional<ValueType> highest = Optional.empty();
        for (Expression value : values) {
            if (value.isNull()) {
                continue;
            }
            if (value.type().isEmpty()) {
                return Optional.empty();
            }
            ValueType type = value.type().get();
            highest = Optional.of(highest.map(known -> known.orHigher(type)).orElse(type));
        }
        return highest;
    }

    /** Several values as those of one type, such as the arguments of COALESCE. */
    public List<Expression> ofOneType(List<Expression> values) {
        Optional<ValueType> type = highest(values);
        if (values.stream().filter(value -> !value.isNull()).count() > 1) {
            known(type);
        }
        return values.stream().map(value -> leniently(value, type)).toList();
    }

    /** Notes that a type has to be known. */
    public void known(Optional<ValueType> type) {
        context.ask(type.isEmpty() ? Question.ALWAYS : Question.NONE);
    }

    /** Notes that the types of two values have to be known where one may become the other. */
    public void known(Expression value, Expression other) {
        boolean literal = value.literal().isPresent() || other.literal().isPresent();
        boolean unknown = value.type().isEmpty() || other.type().isEmpty();
        context.ask(unknown && !literal ? Question.ALWAYS : Question.NONE);
    }

    /** A literal that cannot be read is read where it is needed, if it is. */
    private Expression leniently(Expression value, Optional<ValueType> type) {
        if (type.isEmpty()) {
            return value;
        }
        try {
            return as(value, type.get(), Use.COMPARED);
        } catch (UntranslatableException e) {
            return value.isText() ? TextReading.of(value, type.get(), context.order()) : value;
        }
    }

    /** A value within an expression that has a type of its own. */
    public Expression as(Expression value, ValueType type, Use use) {
        if (value.isNull() || fits(value, type)) {
            return value;
        }
        if (TextReading.concerns(value, type)) {
            return TextReading.of(value, type, context.order());
        }
        if (MomentConversion.concerns(value, type)) {
            return MomentConversion.of(value, type);
        }
        if (value.isNumber() && type.is(SqlTypeFamily.DECIMAL)) {
            return scaled(value, type);
        }
        if (isNumberOfBytes(value.type().orElse(type), type)) {
            return ByteConversion.of(value, type).orElse(value);
        }
        if (type.is(SqlTypeFamily.XML) && isText(value)) {
            return XmlValue.of(value, XmlValue.OF);
        }
        Expression read = read(value, Optional.of(type), use);
        if (read == value && value.isNumber() && type.is(SqlTypeFamily.WHOLE_NUMBER)) {
            return value; // within the range
        }
        if (type.family().isText() && !TextValue.is(value)) {
            return TextValue.of(value, type, TextValue.NONE);
        }
        return Expression.of(Optional.of(type), Tokens.cast(read.tokens(), type));
    }

    /** A number with as many digits behind the point as its new type has. */
    private static Expression scaled(Expression value, ValueType type) {
        BigDecimal number =
                new BigDecimal(value.literal().orElseThrow().text()).setScale(type.scale(), RoundingMode.HALF_UP);
        String text = (value.negative() ? "-" : "") + number.toPlainString();
        List<Token> tokens = Tokens.inThePlaceOf(value.tokens().get(0), text);
        return new Expression(Optional.of(type), tokens, Optional.of(tokens.get(tokens.size() - 1)), value.negative());
    }

    private static boolean isNumberOfBytes(ValueType from, ValueType type) {
        return from.is(SqlTypeFamily.BINARY) && type.is(SqlTypeFamily.WHOLE_NUMBER);
    }

    private static boolean fits(Expression value, ValueType type) {
        if (value.type().isEmpty()) {
            return false;
        }
        ValueType from = value.type().get();
        if (type.family().isText()) {
            boolean shorter = type.precision() == ValueType.ANY
                    || from.precision() != ValueType.ANY && from.precision() <= type.precision();
            return from.family().isText() && shorter;
        }
        return from.equals(type)
                || from.is(SqlTypeFamily.WHOLE_NUMBER)
                        && type.is(SqlTypeFamily.WHOLE_NUMBER)
                        && from.orHigher(type).type() == type.type()
                || from.type() == type.type() && !type.is(SqlTypeFamily.DECIMAL);
    }

    /** A literal as a value of a type. */
    public Expression read(Expression value, Optional<ValueType> type, Use use) {
        if (!value.isText() && !value.isNumber()) {
            return value;
        }
        Token literal = value.literal().orElseThrow();
        if (type.isEmpty()) {
            context.ask(LiteralDoubt.of(literal).question());
            return value;
        }
        if (use != Use.COMPARED && HeldText.concerns(value, type.get())) {
            return HeldText.of(value);
        }
        Optional<String> read = value.isText()
                ? context.literals().ofText(literal, type.get())
                : context.literals().ofNumber(literal, (value.negative() ? "-" : "") + literal.text(), type.get(), use);
        return read.map(tsql ->
                        new Expression(type, Tokens.inThePlaceOf(value.tokens().get(0), tsql), value.literal(), false))
                .orElse(value);
    }

    /** A literal that is compared as the database compares texts; to H2 it has no collation of its own. */
    public static Expression collated(Expression value) {
        return hasNoCollation(value)
                ? Expression.of(value.type(), Tokens.cast(value.tokens(), ValueType.of(SqlType.VARCHAR)))
                : value;
    }

    /** Texts that are joined: to H2 they have no collation, whatever they are made of. */
    public static Expression joined(Expression value) {
        Optional<ValueType> text = value.type().filter(type -> type.family().isText());
        return text.isEmpty()
                ? value
                : Expression.of(
                        value.type(),
                        Tokens.cast(
                                value.tokens(),
                                text.filter(type -> type.precision() != ValueType.ANY)
                                        .orElse(ValueType.of(SqlType.VARCHAR))));
    }

    /** A literal alone, or a CASE of nothing but literals. */
    public static boolean hasNoCollation(Expression value) {
        boolean text = value.type().filter(type -> type.family().isText()).isPresent();
        return value.isText() || text && Tokens.areLiterals(value.tokens());
    }

    /** A value that is compared with one of another type. */
    public Expression compared(Expression value, Optional<ValueType> other) {
        if (other.filter(type -> type.is(SqlTypeFamily.BINARY)).isPresent()) {
            return value; // the lowest type of all
        }
        if (other.isPresent()
                && value.type().filter(type -> type.is(SqlTypeFamily.BINARY)).isPresent()) {
            return ofBytes(value, other.get());
        }
        if (other.isPresent() && MomentConversion.concernsBeside(value, other.get())) {
            return MomentConversion.of(value, other.get());
        }
        boolean read = other.isPresent() && TextReading.concerns(value, other.get());
        return read ? TextReading.of(value, other.get(), context.order()) : read(value, other, Use.COMPARED);
    }

    private static Expression ofBytes(Expression value, ValueType other) {
        if (other.family().isText()) {
            return TextValue.of(value, new ValueType(other.type(), ValueType.ANY, 0), TextValue.NONE);
        }
        return isNumberOfBytes(value.type().orElseThrow(), other)
                ? ByteConversion.of(value, other).orElse(value)
                : value;
    }

    /** A text that is compared with several values is read as the highest type of theirs, if that is none of a text. */
    public Expression beside(Expression value, List<Expression> others) {
        Optional<ValueType> highest = highest(others);
        return highest.isPresent() && TextReading.concerns(value, highest.get())
                ? TextReading.of(value, highest.get(), context.order())
                : value;
    }

    /**
     * Texts that are compared: whether case counts is the database's matter; to H2 a literal alone has no collation
     * (Microsoft: collation-precedence-transact-sql).
     *
     * @param other what it is compared with
     */
    public static List<Token> comparedText(Expression value, List<Token> tokens, Expression other) {
        return hasNoCollation(value) && hasNoCollation(other)
                ? Tokens.cast(tokens, ValueType.of(SqlType.VARCHAR))
                : tokens;
    }

    /** A value that is put into one of the columns that an INSERT names. */
    public Expression inserted(Expression value, Optional<ValueType> target, int column) {
        if (target.isPresent() || context.doubts().isEmpty()) {
            return stored(value, target);
        }
        if (value.isText() || value.isNumber()) {
            LiteralDoubt doubt = LiteralDoubt.of(value.literal().orElseThrow());
            context.doubts()
                    .get()
                    .add(column, value.isText() && doubt == LiteralDoubt.NONE ? LiteralDoubt.TEXT : doubt);
            return value;
        }
        if (value.type().filter(type -> type.is(SqlTypeFamily.WHOLE_NUMBER)).isPresent()) {
            context.doubts().get().add(column, LiteralDoubt.WHOLE);
            return value;
        }
        if (isText(value)) {
            context.doubts().get().add(column, LiteralDoubt.TEXT);
        }
        return assigned(value, target);
    }

    /** A value that an UPDATE puts into a column. */
    public Expression updated(Expression value, Optional<ValueType> target, String column) {
        if (target.isEmpty() && isText(value)) {
            context.doubts().ifPresent(doubts -> doubts.add(column, LiteralDoubt.TEXT));
        }
        return stored(value, target);
    }

    /** A text in a column of XML has to be XML. */
    private Expression stored(Expression value, Optional<ValueType> target) {
        Expression assigned = assigned(value, target);
        boolean xml = target.filter(type -> type.is(SqlTypeFamily.XML)).isPresent() && isText(value) && !value.isNull();
        return xml ? XmlValue.of(assigned, XmlValue.OF) : assigned;
    }

    private static boolean isText(Expression value) {
        return value.type().filter(type -> type.family().isText()).isPresent();
    }

    /** A value that is put into a column. */
    public Expression assigned(Expression value, Optional<ValueType> target) {
        boolean drawn = value.tokens().get(0).is("NEXT");
        if (!drawn && target.isPresent()) {
            ImplicitRule.require(value, target.get());
        }
        if (value.isText() || value.isNull() || drawn) {
            return drawn ? value : read(value, target, Use.ASSIGNED);
        }
        Expression read = read(value, target, Use.ASSIGNED);
        if (read != value) {
            return read;
        }
        if (target.isEmpty()) {
            boolean same = value.isNumber()
                    ? LiteralDoubt.of(value.literal().orElseThrow()) != LiteralDoubt.WHOLE
                    : value.type().filter(type -> type.is(SAME_EVERYWHERE)).isPresent();
            context.ask(same ? Question.NONE : Question.ALWAYS); // a whole number may become bytes
            return value;
        }
        ValueType wanted = target.get();
        if (value.type().isEmpty()) { // it may have a fraction, which a whole number cuts off and H2 rounds
            context.ask(Question.ALWAYS);
            return wanted.family().isText() && context.isLate() ? TextValue.of(value) : value;
        }
        ValueType from = value.type().get();
        boolean bytes = wanted.is(SqlTypeFamily.BINARY) && from.is(SqlTypeFamily.WHOLE_NUMBER);
        if (bytes || isNumberOfBytes(from, wanted)) {
            return ByteConversion.of(value, wanted).orElse(value);
        }
        if (wanted.family().isText()) {
            if (HeldText.concerns(value, wanted)) {
                return HeldText.of(value);
            }
            boolean written = TextValue.is(value) || from.is(SqlTypeFamily.WHOLE_NUMBER);
            return written ? value : TextValue.of(value);
        }
        if (TextReading.concerns(value, wanted)) {
            return TextReading.of(value, wanted, context.order());
        }
        if (MomentConversion.concerns(value, wanted)) {
            return MomentConversion.of(value, wanted);
        }
        boolean cut = wanted.is(SqlTypeFamily.WHOLE_NUMBER)
                && (from.is(SqlTypeFamily.FLOATING_POINT) || from.is(SqlTypeFamily.DECIMAL) && from.scale() > 0);
        if (cut) {
            return Expression.of(target, Tokens.cast(value.tokens(), wanted));
        }
        if (wanted.type() == SqlType.REAL) {
            return Overflow.ofReal(value, wanted);
        }
        boolean wider = wanted.is(SqlTypeFamily.MONEY) && from.type() != wanted.type() && !value.isNumber();
        return wider ? Expression.of(target, Overflow.checked(value.tokens(), wanted)) : value;
    }
}
