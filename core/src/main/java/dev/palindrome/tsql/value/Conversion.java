package dev.palindrome.tsql.value;

import dev.palindrome.sql.SqlLiteral;
import dev.palindrome.sql.SqlTypeFamily;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import dev.palindrome.tsql.TsqlType;
import dev.palindrome.tsql.UntranslatableException;
import dev.palindrome.tsql.declaration.TypeReader;
import dev.palindrome.tsql.value.conversion.BinaryMoment;
import dev.palindrome.tsql.value.conversion.ByteConversion;
import dev.palindrome.tsql.value.conversion.HeldText;
import dev.palindrome.tsql.value.conversion.ImplicitRule;
import dev.palindrome.tsql.value.conversion.MomentConversion;
import dev.palindrome.tsql.value.conversion.Overflow;
import dev.palindrome.tsql.value.conversion.StyledConversion;
import dev.palindrome.tsql.value.conversion.TextReading;
import dev.palindrome.tsql.value.conversion.TextValue;
import dev.palindrome.tsql.value.conversion.TriedConversion;
import dev.palindrome.tsql.value.conversion.XmlValue;
import dev.palindrome.tsql.value.type.Expression;
import dev.palindrome.tsql.value.type.LiteralReading.Use;
import dev.palindrome.tsql.value.type.LiteralType;
import dev.palindrome.tsql.value.type.Question;
import dev.palindrome.tsql.value.type.Tokens;
import dev.palindrome.tsql.value.type.ValueContext;
import dev.palindrome.tsql.value.type.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** CAST, CONVERT, and what they are called where they give NULL instead of an error. */
final class Conversion {

    /** Before a value that no script converts, and that becomes another type by itself. */
    private static final String GIVEN = "PALINDROME$GIVEN";

    private final TokenReader reader;
    private final ValueContext context;

    Conversion(TokenReader reader, ValueContext context) {
        this.reader = reader;
        this.context = context;
    }

    Expression read(ExpressionReader expressions) {
        List<Token> head = new ArrayList<>();
        Token name = reader.next();
        head.add(name);
        head.add(reader.next());
        return name.is("CAST", "TRY_CAST") ? cast(name, head, expressions) : convert(name, head, expressions);
    }

    private Expression cast(Token name, List<Token> head, ExpressionReader expressions) {
        boolean given = reader.accept(GIVEN) && reader.acceptSymbol("(");
        Expression value = expressions.value();
        if (given) {
            reader.requireSymbol(")");
        }
        if (!reader.sees("AS")) {
            return unknown(head, value.tokens());
        }
        List<Token> tail = new ArrayList<>(List.of(reader.next()));
        int start = reader.position();
        Optional<ValueType> type = type();
        tail.addAll(reader.since(start));
        closed(tail);
        if (given && type.isPresent()) {
            ImplicitRule.require(value, type.get());
        }
        return type.map(known -> of(name, value, known, expressions, head, tail))
                .orElseGet(() -> joined(type, head, value, tail));
    }

    private Expression convert(Token name, List<Token> head, ExpressionReader expressions) {
        int start = reader.position();
        Optional<ValueType> type = type();
        head.addAll(reader.since(start));
        if (!reader.seesSymbol(",")) {
            return unknown(head, List.of());
        }
        head.add(reader.next());
        Expression value = expressions.value();
        List<Token> tail = new ArrayList<>();
        if (reader.seesSymbol(",") && type.isPresent() && name.is("CONVERT")) {
            tail.add(reader.next());
            Optional<Expression> styled = new StyledConversion(context).of(value, type.get(), expressions.value());
            if (styled.isPresent() && reader.acceptSymbol(")")) {
                return styled.get().startingAt(name);
            }
            throw new UntranslatableException("CONVERT with a style");
        }
        boolean styled = reader.seesSymbol(",");
        if (styled && name.is("TRY_CONVERT")) {
            throw new UntranslatableException("TRY_CONVERT with a style");
        }
        closed(tail);
        return type.isPresent() && !styled
                ? of(name, value, type.get(), expressions, head, tail)
                : joined(type, head, value, tail);
    }

    /** Where it cannot be read it is for others to say why. */
    private Optional<ValueType> type() {
        int start = reader.position();
        try {
            TsqlType type = TypeReader.ofCast(reader);
            return ValueType.declared(type.declared());
        } catch (UntranslatableException e) {
            reader.back(start);
            reader.until(",");
            return Optional.empty();
        }
    }

    private Expression of(
            Token name,
            Expression written,
            ValueType type,
            ExpressionReader expressions,
            List<Token> head,
            List<Token> tail) {
        Expression value = moment(written, type);
        boolean trying = name.is("TRY_CAST", "TRY_CONVERT");
        if (value.type().isEmpty() && !value.isNull()) {
            context.ask(Question.ALWAYS);
        }
        if (trying && value.literal().isEmpty() && !type.is(SqlTypeFamily.XML)) {
            return new TriedConversion(context).of(value, type).startingAt(name);
        }
        boolean text = type.is(SqlTypeFamily.XML) && TextValue.is(value) && !value.isNull();
        if (text) {
            return XmlValue.of(value, trying ? XmlValue.TRIED : XmlValue.OF).startingAt(name);
        }
        Optional<Expression> bytes = ByteConversion.of(value, type);
        if (bytes.isPresent()) {
            return bytes.get().startingAt(name);
        }
        if (type.family().isText() && !trying && !TextValue.is(value)) {
            return TextValue.of(value, type, TextValue.NONE).startingAt(name);
        }
        if (!trying && MomentConversion.concerns(value, type)) {
            return MomentConversion.of(value, type).startingAt(name);
        }
        if (!trying && TextReading.concerns(value, type)) {
            return TextReading.of(value, type, context.order()).startingAt(name);
        }
        Expression read =
                HeldText.concerns(value, type) ? HeldText.of(value) : literal(trying, value, type, expressions);
        if (trying) {
            String plain = name.is("TRY_CAST") ? "CAST" : "CONVERT";
            head.set(0, Tokens.inThePlaceOf(name, plain).get(0));
        }
        return joined(Optional.of(type), head, read, tail);
    }

    /** Bytes that stand for a date or time, as the text that says the same. */
    private static Expression moment(Expression value, ValueType type) {
        return Optional.of(value.tokens().get(0))
                .filter(literal -> value.tokens().size() == 1 && literal.kind() == Token.Kind.BINARY)
                .flatMap(literal -> BinaryMoment.of(literal.text(), type.type())
                        .map(text -> Tokens.inThePlaceOf(literal, SqlLiteral.of(text))))
                .map(tokens -> new Expression(LiteralType.of(tokens.get(0)), tokens, Optional.of(tokens.get(0)), false))
                .orElse(value);
    }

    private static Expression joined(Optional<ValueType> type, List<Token> head, Expression value, List<Token> tail) {
        List<Token> out = new ArrayList<>(head);
        out.addAll(value.tokens());
        out.addAll(tail);
        return Expression.of(type, out);
    }

    private static Expression literal(boolean trying, Expression value, ValueType type, ExpressionReader expressions) {
        if (!trying) {
            Expression read = expressions.conversions().read(value, Optional.of(type), Use.CONVERTED);
            return read == value ? Overflow.ofReal(rounded(value, type), type) : read;
        }
        if (!value.isText() && !value.isNumber()
                || value.isText() && type.family().isText()) {
            return value;
        }
        try {
            return expressions.conversions().read(value, Optional.of(type), Use.CONVERTED);
        } catch (UntranslatableException e) {
            return Expression.of(
                    Optional.of(type), Tokens.inThePlaceOf(value.tokens().get(0), "NULL"));
        }
    }

    /** Money is rounded where it becomes a whole number, and everything else cut off. */
    private static Expression rounded(Expression value, ValueType type) {
        boolean money =
                value.type().filter(from -> from.is(SqlTypeFamily.MONEY)).isPresent();
        if (!money || !type.is(SqlTypeFamily.WHOLE_NUMBER)) {
            return value;
        }
        List<Token> call = Tokens.call(value.tokens().get(0), "ROUND", List.of(value.tokens()), ", 0");
        return Expression.of(value.type(), call);
    }

    private Expression unknown(List<Token> head, List<Token> more) {
        List<Token> out = new ArrayList<>(head);
        out.addAll(more);
        closed(out);
        return Expression.of(Optional.empty(), out);
    }

    private void closed(List<Token> out) {
        while (!reader.atEnd() && !reader.seesSymbol(")")) {
            out.add(reader.next());
        }
        if (reader.seesSymbol(")")) {
            out.add(reader.next());
        }
    }
}
