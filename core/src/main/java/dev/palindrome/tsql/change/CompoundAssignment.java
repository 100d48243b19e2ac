package dev.palindrome.tsql.change;

import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import dev.palindrome.tsql.query.Made;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * {@code SET a += 1} as {@code SET a = a + (1)}.
 *
 * @see <a href="https://learn.microsoft.com/sql/t-sql/language-elements/compound-operators-transact-sql">Compound operators</a>
 */
public final class CompoundAssignment {

    private static final Set<String> OPERATORS = Set.of("+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=");

    private CompoundAssignment() {}

    /** @param tokens of an UPDATE or MERGE, or of any other statement */
    public static List<Token> plain(List<Token> tokens) {
        if (tokens.stream().noneMatch(CompoundAssignment::isOperator)) {
            return tokens;
        }
        TokenReader reader = new TokenReader(tokens);
        List<Token> out = new ArrayList<>();
        while (reader.position() < tokens.size()) {
            Token token = reader.peek();
            if (!isOperator(token)) {
                out.add(reader.next());
                continue;
            }
            List<Token> column = column(out);
            reader.next();
            List<Token> value = reader.until(",", "FROM", "WHERE", "OUTPUT", "WHEN", "OPTION", ";");
            String operator = token.text().substring(0, 1);
            boolean known = !column.isEmpty() && column.get(0).kind() != Token.Kind.VARIABLE;
            out.addAll(
                    known
                            ? new Made(token)
                                    .add("=")
                                    .add(column)
                                    .add(operator + " (")
                                    .add(value)
                                    .add(")")
                                    .tokens()
                            : new Made(token).add(List.of(token)).add(value).tokens());
        }
        return out;
    }

    private static boolean isOperator(Token token) {
        return token.kind() == Token.Kind.SYMBOL && OPERATORS.contains(token.text());
    }

    /** What stands before it. */
    private static List<Token> column(List<Token> before) {
        int start = before.size();
        while (start > 0
                && (before.get(start - 1).isSymbol(".")
                        || before.get(start - 1).isName()
                                && !before.get(start - 1).isReserved())) {
            start--;
        }
        return List.copyOf(before.subList(start, before.size()));
    }
}
