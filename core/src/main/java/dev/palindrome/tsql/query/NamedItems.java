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
            boolean text = tokens.get(i).kind() == Token.Kind.STRING && SelectParts.endsOperand(tokens.get(i - 1));
            if (text || first && isNamed(tokens.subList(i, tokens.size()))) {
                return true;
            }
        }
        int last = tokens.size() - 1;
        return last > 0
                && tokens.get(last).kind() == Token.Kind.STRING
                && SelectParts.endsOperand(tokens.get(last - 1));
    }

    private static boolean isNamed(List<Token> item) {
        Token first = item.get(0);
        boolean name = first.isName() && !first.isReserved() || first.kind() == Token.Kind.STRING;
        return name && item.size() > 2 && item.get(1).isSymbol("=");
    }

    /** {@code SELECT a 'total'}. */
    private static boolean isCalled(List<Token> item) {
        int last = item.size() - 1;
        return last > 0 && item.get(last).kind() == Token.Kind.STRING && SelectParts.endsOperand(item.get(last - 1));
    }

    static SelectParts named(SelectParts select) {
        if (select.items().stream().noneMatch(item -> isNamed(item) || isCalled(item))) {
            return select;
        }
        List<List<Token>> items = new ArrayList<>();
        for (List<Token> item : select.items()) {
            int last = item.size() - 1;
            if (isCalled(item)) {
                items.add(new Made(item.get(0))
                        .add(item.subList(0, last))
                        .add("AS")
                        .name(item.get(last).value())
                        .tokens());
                continue;
            }
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
