package dev.palindrome.tsql.value.conversion;

import dev.palindrome.sql.SqlLiteral;
import dev.palindrome.sql.SqlTypeFamily;
import dev.palindrome.tsql.DateOrder;
import dev.palindrome.tsql.Lexer;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.value.type.Expression;
import dev.palindrome.tsql.value.type.LiteralReading;
import dev.palindrome.tsql.value.type.Tokens;
import dev.palindrome.tsql.value.type.ValueType;
import java.util.List;
import java.util.Optional;

/** Texts of columns that become values of other types: they are read where the statement runs, as literals are before. */
public final class TextReading {

    /** The front's own, in {@code FunctionCalls}. */
    static final String READ_TEXT = "palindrome.read_text";

    /** What H2 reads otherwise than SQL Server, or not at all. */
    private static final SqlTypeFamily[] READ = {
        SqlTypeFamily.BIT,
        SqlTypeFamily.WHOLE_NUMBER,
        SqlTypeFamily.DECIMAL,
        SqlTypeFamily.MONEY,
        SqlTypeFamily.FLOATING_POINT,
        SqlTypeFamily.DATE,
        SqlTypeFamily.TIME,
        SqlTypeFamily.DATE_TIME,
        SqlTypeFamily.DATE_TIME_WITH_OFFSET,
        SqlTypeFamily.GUID
    };

    private TextReading() {}

    /** Whether a value has to be read where the statement runs. */
    public static boolean concerns(Expression value, ValueType type) {
        boolean text = value.type().filter(from -> from.family().isText()).isPresent();
        return text && value.literal().isEmpty() && type.is(READ);
    }

    public static Expression of(Expression value, ValueType type, DateOrder order) {
        List<Token> call = Tokens.call(
                value.tokens().get(0),
                READ_TEXT,
                List.of(value.tokens()),
                ", '%s', '%s'".formatted(type.tsql(), order.name()));
        return Expression.of(Optional.of(type), Tokens.cast(call, type));
    }

    /** A text as H2 reads the value that SQL Server reads in it. */
    public static String read(String text, String type, DateOrder order) {
        ValueType known = ValueType.declared(type).orElseThrow();
        Token literal = Lexer.tokens(SqlLiteral.of(text), 1).get(0);
        String tsql = new LiteralReading(order).ofText(literal, known).orElse(text);
        if (known.is(SqlTypeFamily.BIT)) {
            return String.valueOf(tsql.contains("1"));
        }
        Token written = Lexer.tokens(tsql, 1).get(0);
        return written.kind() == Token.Kind.STRING ? written.value() : tsql;
    }
}
