package dev.palindrome.tsql.value;

import dev.palindrome.sql.SqlType;
import dev.palindrome.sql.SqlTypeFamily;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.UntranslatableException;
import dev.palindrome.tsql.value.type.Expression;
import dev.palindrome.tsql.value.type.Tokens;
import dev.palindrome.tsql.value.type.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which of two GUIDs is the greater: SQL Server begins with the last six bytes, H2 with the first.
 *
 * @see <a href="https://learn.microsoft.com/sql/connect/ado-net/sql/compare-guid-uniqueidentifier-values">Comparing GUID and
 *     uniqueidentifier values</a>
 */
final class GuidOrder {

    private static final Set<String> OPERATORS = Set.of(">", ">=", "!>", "<", "<=", "!<");

    private static final Pattern WRITTEN = Pattern.compile("\\{?+[0-9A-Fa-f]{8}-[-0-9A-Fa-f]{27}\\}?+");

    private static final ValueType GUID = ValueType.of(SqlType.UNIQUEIDENTIFIER);

    private GuidOrder() {}

    static boolean concerns(Expression value) {
        return value.type().filter(type -> type.is(SqlTypeFamily.GUID)).isPresent();
    }

    static boolean concerns(Expression left, Token operator, Expression right) {
        return OPERATORS.contains(operator.text()) && (concerns(left) || concerns(right));
    }

    /** Whether a text that looks like one is compared with what may be one. */
    static boolean isDoubted(Expression left, Token operator, Expression right) {
        return OPERATORS.contains(operator.text())
                && (right.isText() && isDoubted(left, right.literal().orElseThrow())
                        || left.isText() && isDoubted(right, left.literal().orElseThrow()));
    }

    static boolean isDoubted(Expression value, Token literal) {
        return value.type().isEmpty()
                && literal.kind() == Token.Kind.STRING
                && WRITTEN.matcher(literal.value()).matches();
    }

    /** Whether it may be one, and is compared with rows. */
    static boolean isDoubtedBesideRows(Expression value, Token operator) {
        return OPERATORS.contains(operator.text()) && value.type().isEmpty();
    }

    /** @param value that is compared with rows */
    static void requireNone(Expression value, Token operator) {
        if (OPERATORS.contains(operator.text()) && concerns(value)) {
            throw new UntranslatableException("a GUID beside " + operator.text() + " ANY, SOME or ALL");
        }
    }

    /** What sorts as it does; the same for what is none. */
    static List<Token> key(Expression value) {
        if (!concerns(value)) {
            return value.tokens();
        }
        List<Token> guid = value.literal().isPresent() ? Tokens.cast(value.tokens(), GUID) : value.tokens();
        return Tokens.call(value.tokens().get(0), "palindrome.guid_order", List.of(guid), "");
    }

    /** MAX or MIN. */
    static Expression furthest(Token name, Expression value, List<Token> over) {
        List<Token> operand = value.tokens();
        boolean word = operand.get(0).is("DISTINCT", "ALL"); // says nothing here
        Expression alone = word ? value.with(operand.subList(1, operand.size())) : value;
        List<Token> key = new ArrayList<>(Tokens.call(name, name.text(), List.of(key(alone)), ""));
        key.addAll(over);
        List<Token> guid = Tokens.call(name, "palindrome.of_guid_order", List.of(key), "");
        return Expression.of(Optional.of(GUID), Tokens.cast(guid, GUID));
    }
}
