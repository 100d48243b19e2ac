package dev.palindrome.tsql.query;

import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import java.util.ArrayList;
import java.util.List;

/** Conditions that AND puts together. */
final class Conjunction {

    private Conjunction() {}

    /** One by one; one alone where OR stands between them. */
    static List<List<Token>> of(List<Token> condition) {
        if (isInParentheses(condition)) {
            List<Token> inside = condition.subList(1, condition.size() - 1);
            return hasOr(inside) || inside.isEmpty() || inside.get(0).is("SELECT") ? List.of(condition) : of(inside);
        }
        if (hasOr(condition)) {
            return List.of(condition);
        }
        TokenReader reader = new TokenReader(condition);
        List<List<Token>> all = new ArrayList<>();
        int start = 0;
        boolean between = false;
        int cases = 0;
        while (!reader.atEnd()) {
            if (reader.seesSymbol("(")) {
                reader.parenthesised();
                continue;
            }
            Token token = reader.next();
            between |= token.is("BETWEEN");
            cases += token.is("CASE") ? 1 : token.is("END") ? -1 : 0;
            if (token.is("AND") && cases == 0) {
                if (!between) {
                    add(condition.subList(start, reader.position() - 1), all);
                    start = reader.position();
                }
                between = false;
            }
        }
        add(condition.subList(start, condition.size()), all);
        return all;
    }

    private static void add(List<Token> condition, List<List<Token>> all) {
        if (isInParentheses(condition)) {
            all.addAll(of(condition));
        } else {
            all.add(condition);
        }
    }

    private static boolean isInParentheses(List<Token> condition) {
        if (condition.isEmpty() || !condition.get(0).isSymbol("(")) {
            return false;
        }
        TokenReader reader = new TokenReader(condition);
        reader.parenthesised();
        return reader.atEnd();
    }

    private static boolean hasOr(List<Token> condition) {
        int depth = 0;
        for (Token token : condition) {
            depth += token.isSymbol("(") || token.is("CASE") ? 1 : token.isSymbol(")") || token.is("END") ? -1 : 0;
            if (depth == 0 && token.is("OR")) {
                return true;
            }
        }
        return false;
    }
}
