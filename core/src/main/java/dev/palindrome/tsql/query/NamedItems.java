package dev.palindrome.tsql.query;

import dev.palindrome.tsql.Token;
import java.util.ArrayList;
import java.util.List;

/** {@code SELECT total = a + b} names a column in T-SQL, and compares in H2: it becomes {@code a + b AS total}. */
final class NamedItems {

    private NamedItems() {}

    static boolean concerns(List<Token> tokens) {
        for (int i = 1; i + 1 < tokens.size(); i++) {
            boolean first = tokens.get(i - 1).is("SELECT", "DISTINCT", "ALL")
                    || tokens.get(i - 1).isSymbol(",");
            if (first && isNamed(tokens.subList(i, tokens.size()))) {
                return true;
            }
        }
        return tokens.stream().anyMatch(token -> token.is("TOP"));
    }

    private static boolean isNamed(List<Token> item) {
        Token first = item.get(0);
        boolean name = first.isName() && !first.isReserved() || first.kind() == Token.Kind.STRING;
        return name && item.size() > 2 && item.get(1).isSymbol("=");
    }

    static SelectParts named(SelectParts select) {
        if (select.items().stream().noneMatch(NamedItems::isNamed)) {
            return select;
        }
        List<List<Token>> items = new ArrayList<>();
        for (List<Token> item : select.items()) {
            items.add(
                    isNamed(item)
                            ? new Made(item.get(0))
                                    .add(item.subList(2, item.size()))
                                    .add("AS")
                                    .name(item.get(0).value())
                                    .tokens()
                            : item);
        }
        return select.withItems(items);
    }
}
