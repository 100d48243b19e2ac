package dev.palindrome.tsql.query;

import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import dev.palindrome.tsql.UntranslatableException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What ODBC writes in braces. A literal is a DATETIME; a function is one of T-SQL's, some by another name.
 *
 * @see <a href="https://learn.microsoft.com/sql/t-sql/functions/odbc-scalar-functions-transact-sql">ODBC scalar functions</a>
 * @see <a href="https://learn.microsoft.com/sql/t-sql/data-types/datetime-transact-sql">datetime</a>
 */
public final class EscapedValue {

    private static final Map<String, String> RENAMED =
            Map.of("UCASE", "UPPER", "LCASE", "LOWER", "NOW", "GETDATE", "IFNULL", "ISNULL");

    private static final Set<String> SAME =
            Set.of("CONCAT", "LEFT", "RIGHT", "LTRIM", "RTRIM", "REPLACE", "SUBSTRING", "ABS", "YEAR", "MONTH");

    private EscapedValue() {}

    /** The same in T-SQL's words; from the brace on. */
    public static List<Token> of(TokenReader reader) {
        reader.next();
        Token kind = reader.next();
        List<Token> inside = new ArrayList<>(reader.until("}"));
        reader.requireSymbol("}");
        boolean literal = inside.size() == 1 && inside.get(0).kind() == Token.Kind.STRING;
        if (literal && kind.is("d", "ts")) {
            return new Made(kind).add("CAST(").add(inside).add("AS DATETIME)").tokens();
        }
        if (kind.is("fn") && inside.size() > 2 && inside.get(1).isSymbol("(")) {
            Token name = inside.get(0);
            String other = RENAMED.get(name.upper());
            if (other != null) {
                inside.set(0, new Made(name).add(other).tokens().get(0));
            }
            if (other != null || SAME.contains(name.upper())) {
                return inside;
            }
        }
        throw new UntranslatableException("what is in braces as ODBC writes it: " + kind.text());
    }
}
