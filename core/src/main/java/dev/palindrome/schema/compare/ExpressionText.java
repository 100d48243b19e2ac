package dev.palindrome.schema.compare;

import dev.palindrome.sql.BracketedName;
import dev.palindrome.tsql.Lexer;
import dev.palindrome.tsql.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * An expression as far as it counts. SQL Server stores {@code DEFAULT 0} as {@code ((0))} and {@code GETDATE()} as
 * {@code (getdate())}; the embedded engine stores what was written. {@link ExpressionParser} knows what else it rewrites.
 */
final class ExpressionText {

    private static final Pattern PLAIN_NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_@#$]*+");

    private ExpressionText() {}

    static String comparable(String expression, NameRule names) {
        return ExpressionParser.form(expression, names).orElseGet(() -> tokens(expression, names));
    }

    /** Of what cannot be parsed. */
    private static String tokens(String expression, NameRule names) {
        List<String> tokens = new ArrayList<>();
        for (Token token : Lexer.tokens(expression, 1)) {
            switch (token.kind()) {
                case STRING -> tokens.add(string(token.text()));
                case UNCLOSED -> tokens.add(token.text());
                case NAME -> tokens.add(names.key(name(token.value())));
                case SYMBOL -> tokens.addAll(signs(token));
                case END -> {}
                default -> tokens.add(names.key(token.text()));
            }
        }
        return String.join(" ", withoutNeedlessParentheses(tokens));
    }

    private static String string(String text) {
        return text.startsWith("n") ? "N" + text.substring(1) : text;
    }

    /** Brackets that a name does not need do not count. */
    static String name(String name) {
        return PLAIN_NAME.matcher(name).matches() ? name : BracketedName.of(name);
    }

    /** T-SQL lets white space stand in the middle of an operator. */
    static List<String> signs(Token symbol) {
        return symbol.text().codePoints().mapToObj(Character::toString).toList();
    }

    private static List<String> withoutNeedlessParentheses(List<String> tokens) {
        List<String> left = tokens;
        while (isWrapped(left)) {
            left = left.subList(1, left.size() - 1);
        }
        List<String> result = new ArrayList<>();
        for (int i = 0; i < left.size(); i++) {
            if (isSingleOperand(left, i)) {
                result.add(left.get(i + 1));
                i += 2;
            } else {
                result.add(left.get(i));
            }
        }
        return result;
    }

    /** Whether {@code (x)} begins here and is no call's argument. */
    private static boolean isSingleOperand(List<String> tokens, int at) {
        boolean behindWord =
                at > 0 && Character.isLetterOrDigit(tokens.get(at - 1).charAt(0));
        return !behindWord
                && at + 2 < tokens.size()
                && tokens.get(at).equals("(")
                && !tokens.get(at + 1).equals("(")
                && tokens.get(at + 2).equals(")");
    }

    private static boolean isWrapped(List<String> tokens) {
        if (tokens.size() < 3 || !tokens.get(0).equals("(")) {
            return false;
        }
        int depth = 0;
        for (int i = 0; i < tokens.size(); i++) {
            depth += tokens.get(i).equals("(") ? 1 : tokens.get(i).equals(")") ? -1 : 0;
            if (depth == 0) {
                return i == tokens.size() - 1;
            }
        }
        return false;
    }
}
