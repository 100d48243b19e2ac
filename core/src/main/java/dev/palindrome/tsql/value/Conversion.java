package dev.palindrome.tsql.value;

import dev.palindrome.sql.SqlTypeFamily;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import dev.palindrome.tsql.TsqlType;
import dev.palindrome.tsql.UntranslatableException;
import dev.palindrome.tsql.declaration.TypeReader;
import dev.palindrome.tsql.value.LiteralReading.Use;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** CAST, CONVERT, and what they are called where they give NULL instead of an error. */
final class Conversion {

    private final TokenReader reader;

    Conversion(TokenReader reader) {
        this.reader = reader;
    }

    Expression read(ExpressionReader expressions) {
        List<Token> head = new ArrayList<>();
        Token name = reader.next();
        head.add(name);
        head.add(reader.next());
        return name.is("CAST", "TRY_CAST") ? cast(name, head, expressions) : convert(name, head, expressions);
    }

    private Expression cast(Token name, List<Token> head, ExpressionReader expressions) {
        Expression value = expressions.value();
        if (!reader.sees("AS")) {
            return unknown(head, value.tokens());
        }
        List<Token> tail = new ArrayList<>(List.of(reader.next()));
        int start = reader.position();
        Optional<ValueType> type = type();
        tail.addAll(reader.since(start));
        return end(name, head, value, type, tail, expressions, false);
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
        boolean styled = reader.seesSymbol(",");
        return end(name, head, value, type, new ArrayList<>(), expressions, styled);
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

    private Expression end(
            Token name,
            List<Token> head,
            Expression value,
            Optional<ValueType> type,
            List<Token> tail,
            ExpressionReader expressions,
            boolean styled) {
        Expression read = styled || type.isEmpty() ? value : literal(name, value, type.get(), expressions);
        List<Token> out = new ArrayList<>(head);
        if (read != value && name.is("TRY_CAST", "TRY_CONVERT")) {
            String plain = name.is("TRY_CAST") ? "CAST" : "CONVERT";
            out.set(0, Tokens.inThePlaceOf(name, plain).get(0));
        }
        out.addAll(read.tokens());
        out.addAll(tail);
        while (!reader.atEnd() && !reader.seesSymbol(")")) {
            out.add(reader.next());
        }
        if (reader.seesSymbol(")")) {
            out.add(reader.next());
        }
        return Expression.of(type, out);
    }

    private Expression literal(Token name, Expression value, ValueType type, ExpressionReader expressions) {
        boolean trying = name.is("TRY_CAST", "TRY_CONVERT");
        if (!trying) {
            Expression read = expressions.read(value, Optional.of(type), Use.CONVERTED);
            return read == value ? rounded(value, type) : read;
        }
        if (!value.isText() || type.family().isText()) {
            return value;
        }
        try {
            return expressions.read(value, Optional.of(type), Use.CONVERTED);
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
        while (!reader.atEnd() && !reader.seesSymbol(")")) {
            out.add(reader.next());
        }
        if (reader.seesSymbol(")")) {
            out.add(reader.next());
        }
        return Expression.of(Optional.empty(), out);
    }
}
