package dev.palindrome.production.mask;

import dev.palindrome.production.MaskException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads rules, one a line. All that is wrong is said at once. */
public final class RuleText {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private RuleText() {}

    /**
     * Reads rules.
     *
     * @param source where they are from, for messages
     * @param text lines with any ends
     * @throws MaskException if a line cannot be read; the message names each of these
     */
    public static List<MaskRule> read(String source, String text) {
        List<MaskRule> rules = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        int number = 0;
        for (String line : text.startsWith(BYTE_ORDER_MARK)
                ? text.substring(1).lines().toList()
                : text.lines().toList()) {
            number++;
            try {
                rule(source, number, line).ifPresent(rules::add);
            } catch (RuleSyntaxException e) {
                wrong.add("%s, line %d: %s".formatted(source, number, e.getMessage()));
            }
        }
        if (!wrong.isEmpty()) {
            throw new MaskException(String.join(System.lineSeparator(), wrong));
        }
        return rules;
    }

    private static Optional<MaskRule> rule(String source, int number, String line) throws RuleSyntaxException {
        RuleCursor cursor = new RuleCursor(line);
        cursor.skipBlanks();
        return cursor.isAtEnd() ? Optional.empty() : Optional.of(new RuleLine(cursor).read(source, number));
    }
}
