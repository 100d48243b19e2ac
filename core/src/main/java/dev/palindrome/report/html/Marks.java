package dev.palindrome.report.html;

import dev.palindrome.roundtrip.Verdict;

/** A sign beside the words, so that colour is never all there is. */
final class Marks {

    private Marks() {}

    static void of(boolean passes, HtmlWriter html) {
        mark(passes ? "passes" : "fails", html);
    }

    /** Whether a verdict passes, fails, or passes because somebody said so. */
    static String kind(Verdict verdict) {
        return switch (verdict) {
            case REVERSIBLE, COLUMN_ORDER -> "passes";
            case DECLARED_IRREVERSIBLE, DATA_LOSS_DECLARED, EXCLUDED -> "declared";
            default -> "fails";
        };
    }

    /** What passes because somebody said so has a sign of its own. */
    static void of(Verdict verdict, HtmlWriter html) {
        mark(kind(verdict), html);
    }

    private static void mark(String kind, HtmlWriter html) {
        String sign = switch (kind) {
            case "passes" -> "✓";
            case "declared" -> "–";
            default -> "✗";
        };
        html.element("span", sign, "class", "mark " + kind, "aria-hidden", "true");
    }
}
