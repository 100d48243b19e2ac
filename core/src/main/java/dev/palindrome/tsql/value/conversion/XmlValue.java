package dev.palindrome.tsql.value.conversion;

import dev.palindrome.sql.SqlType;
import dev.palindrome.sql.SqlTypeFamily;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.UntranslatableException;
import dev.palindrome.tsql.value.type.Expression;
import dev.palindrome.tsql.value.type.LiteralType;
import dev.palindrome.tsql.value.type.Tokens;
import dev.palindrome.tsql.value.type.ValueContext;
import dev.palindrome.tsql.value.type.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Values that become XML or a part of it.
 *
 * @see <a href="https://learn.microsoft.com/sql/relational-databases/xml/for-xml-support-for-the-xml-data-type">FOR XML and the
 *     type xml</a>
 */
public final class XmlValue {

    /** Gives the text, if it is XML. */
    public static final String OF = "palindrome.xml_of";

    /** Gives NULL for a text that is none. */
    public static final String TRIED = "palindrome.try_xml";

    private final ValueContext context;

    public XmlValue(ValueContext context) {
        this.context = context;
    }

    /** A value in an element of FOR XML (Microsoft: for-xml-support-for-the-xml-data-type). */
    public Expression inXml(Token name, Expression value) {
        if (isXml(value)) {
            return Expression.of(Optional.of(ValueType.of(SqlType.NVARCHAR)), value.tokens())
                    .startingAt(name);
        }
        return Expression.of(
                Optional.of(ValueType.of(SqlType.NVARCHAR)),
                Tokens.call(name, "palindrome.xml", List.of(written(value)), ""));
    }

    /** An attribute, or nothing where the value is XML. */
    public Expression asAttribute(Token name, Expression head, Expression value) {
        boolean named = !head.literal().orElseThrow().value().isEmpty();
        if (isXml(value)) {
            return text(Tokens.inThePlaceOf(name, "N''"));
        }
        boolean known = value.type().isPresent() || value.isNull() || context.isLate();
        if (!named && known) {
            throw UntranslatableException.refused(6809, name, "FOR XML needs a name for each column");
        }
        List<Token> out = new ArrayList<>(Tokens.inThePlaceOf(name, "ISNULL("));
        out.addAll(head.tokens());
        out.addAll(Tokens.behind(name, " +"));
        out.addAll(Tokens.call(name, "palindrome.xml_attribute", List.of(written(value)), ""));
        out.addAll(Tokens.behind(name, " + N'\"', N'')"));
        return text(out);
    }

    /** An element where the value is XML, or nothing. */
    public static Expression asElement(Token name, List<Expression> parts) {
        if (!isXml(parts.get(1))) {
            return text(Tokens.inThePlaceOf(name, "N''"));
        }
        List<Token> out = new ArrayList<>(Tokens.inThePlaceOf(name, "("));
        out.addAll(parts.get(0).tokens());
        out.addAll(Tokens.behind(name, " +"));
        out.addAll(parts.get(1).tokens());
        out.addAll(Tokens.behind(name, " +"));
        out.addAll(parts.get(2).tokens());
        out.addAll(Tokens.behind(name, ")"));
        return text(out);
    }

    private static Expression text(List<Token> tokens) {
        return Expression.of(Optional.of(ValueType.of(SqlType.NVARCHAR)), tokens);
    }

    private static boolean isXml(Expression value) {
        return value.type().filter(type -> type.is(SqlTypeFamily.XML)).isPresent();
    }

    /** As FOR XML writes it, dates as in ISO 8601. */
    private List<Token> written(Expression value) {
        Expression style = LiteralType.expression(
                Tokens.inThePlaceOf(value.tokens().get(0), "126").get(0));
        return new StyledConversion(context)
                .of(value, ValueType.of(SqlType.NVARCHAR), style)
                .orElse(value)
                .tokens();
    }

    /** A text as XML, which has to be well-formed. */
    public static Expression of(Expression value, String function) {
        return Expression.of(
                Optional.of(ValueType.of(SqlType.XML)),
                Tokens.call(value.tokens().get(0), function, List.of(value.tokens()), ""));
    }
}
