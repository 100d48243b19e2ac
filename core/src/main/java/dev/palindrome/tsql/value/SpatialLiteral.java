package dev.palindrome.tsql.value;

import dev.palindrome.sql.SqlLiteral;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import dev.palindrome.tsql.UntranslatableException;
import dev.palindrome.tsql.value.type.Tokens;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Points and shapes that a method makes of literals, as the texts that the kept types hold; a reference system that is not
 * the type's usual one stands before it.
 *
 * @see <a href="https://learn.microsoft.com/sql/t-sql/spatial-geography/point-geography-data-type">Point</a>
 */
final class SpatialLiteral {

    private static final String GEOGRAPHY_USUAL = "4326";

    private static final String GEOMETRY_USUAL = "0";

    private static final BigDecimal MOST_NORTHERN = BigDecimal.valueOf(90);

    private static final String[] OF_TEXT = {"STGeomFromText", "STPointFromText", "STLineFromText", "STPolyFromText"};

    private SpatialLiteral() {}

    /** Missing where none stands here, and nothing is read. */
    static Optional<Token> read(TokenReader reader) {
        Token type = reader.peek();
        if (!type.is("geography", "geometry") || !reader.peek(1).isSymbol("::")) {
            return Optional.empty();
        }
        int start = reader.position();
        reader.next();
        reader.next();
        Optional<String> text = text(reader, type.is("geography"));
        if (text.isEmpty()) {
            reader.back(start);
            return Optional.empty();
        }
        return Optional.of(Tokens.inThePlaceOf(type, SqlLiteral.of(text.get())).get(0));
    }

    private static Optional<String> text(TokenReader reader, boolean geography) {
        Token method = reader.next();
        if (!reader.acceptSymbol("(")) {
            return Optional.empty();
        }
        if (method.is("Point")) {
            Optional<BigDecimal> first = number(reader);
            Optional<BigDecimal> second =
                    first.isPresent() && reader.acceptSymbol(",") ? number(reader) : Optional.empty();
            Optional<String> system = second.isPresent() ? system(reader, geography) : Optional.empty();
            if (system.isEmpty()) {
                return Optional.empty();
            }
            if (geography && first.get().abs().compareTo(MOST_NORTHERN) > 0) {
                throw UntranslatableException.refused(24201, method, "a latitude is between -90 and 90 degrees");
            }
            BigDecimal x = geography ? second.get() : first.get();
            BigDecimal y = geography ? first.get() : second.get();
            return Optional.of(system.get() + "POINT (" + plain(x) + " " + plain(y) + ")");
        }
        if (method.is(OF_TEXT) && reader.peek().kind() == Token.Kind.STRING) {
            String shape = reader.next().value();
            return system(reader, geography).map(system -> system + shape);
        }
        return Optional.empty();
    }

    private static Optional<BigDecimal> number(TokenReader reader) {
        boolean negative = reader.acceptSymbol("-");
        if (reader.peek().kind() != Token.Kind.NUMBER) {
            return Optional.empty();
        }
        BigDecimal value = new BigDecimal(reader.next().text());
        return Optional.of(negative ? value.negate() : value);
    }

    /** The last argument. */
    private static Optional<String> system(TokenReader reader, boolean geography) {
        if (!reader.acceptSymbol(",") || reader.peek().kind() != Token.Kind.NUMBER) {
            return Optional.empty();
        }
        String number = reader.next().text();
        if (!reader.acceptSymbol(")")) {
            return Optional.empty();
        }
        boolean usual = number.equals(geography ? GEOGRAPHY_USUAL : GEOMETRY_USUAL);
        return Optional.of(usual ? "" : "SRID=" + number + ";");
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
