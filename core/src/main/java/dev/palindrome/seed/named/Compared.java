package dev.palindrome.seed.named;

import dev.palindrome.seed.values.Numbers;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The literals that a call is compared with. */
final class Compared {

    private Compared() {}

    /**
     * Values that satisfy what stands behind a call.
     *
     * @param reader behind the call, or behind the conversion that is around it
     */
    static Set<String> with(TokenReader reader) {
        Set<String> values = new LinkedHashSet<>();
        if (reader.accept("AS")) {
            reader.until();
            reader.acceptSymbol(")");
        }
        reader.accept("NOT");
        if (reader.accept("IN") && reader.acceptSymbol("(")) {
            do {
                literal(reader.until(",")).ifPresent(values::add);
            } while (reader.acceptSymbol(","));
        } else if (reader.accept("LIKE")) {
            literal(List.of(reader.next())).ifPresent(text -> values.add(text.replace("%", "")));
        } else if (reader.peek().kind() == Token.Kind.SYMBOL) {
            compared(reader.next().text(), reader).ifPresent(values::add);
        }
        return values;
    }

    private static Optional<String> compared(String sign, TokenReader reader) {
        Optional<String> literal = literal(List.of(reader.peek()));
        boolean isBeside = Set.of("<", ">", "<>", "!=").contains(sign);
        return isBeside
                ? literal.flatMap(Numbers::parse)
                        .map(number -> sign.equals("<") ? number.subtract(BigDecimal.ONE) : number.add(BigDecimal.ONE))
                        .map(BigDecimal::toPlainString)
                : literal.filter(text -> Set.of("=", ">=", "<=").contains(sign));
    }

    private static Optional<String> literal(List<Token> tokens) {
        return tokens.size() == 1
                        && (tokens.get(0).kind() == Token.Kind.STRING
                                || tokens.get(0).kind() == Token.Kind.NUMBER)
                ? Optional.of(tokens.get(0).value())
                : Optional.empty();
    }
}
