package dev.palindrome.schema.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * An expression as far as it counts. SQL Server stores {@code DEFAULT 0} as {@code ((0))} and {@code GETDATE()} as
 * {@code (getdate())}; the embedded engine stores what was written.
 */
final class ExpressionText {

    private static final Pattern PLAIN_NAME = Pattern.compile("\\[[\\p{L}_][\\p{L}\\p{N}_@#$]*]");

    private ExpressionText() {}

    static String comparable(String expression, NameRule names) {
        List<String> tokens = new ArrayList<>();
        for (String token : SqlTokens.of(expression)) {
            tokens.add(comparableToken(token, names));
        }
        return String.join(" ", withoutNeedlessParentheses(tokens));
    }

    private static String comparableToken(String token, NameRule names) {
        if (token.startsWith("'")) {
            return token;
        }
        return names.key(PLAIN_NAME.matcher(token).matches() ? token.substring(1, token.length() - 1) : token);
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
