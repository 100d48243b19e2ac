package dev.palindrome.report.html;

import dev.palindrome.roundtrip.Verdict;

/** A sign beside the words, so that colour is never all there is. */
final class Marks {

    private Marks() {}

    static void of(boolean passes, HtmlWriter html) {
        mark(passes ? "✓" : "✗", passes ? "passes" : "fails", html);
    }

    /** What passes because somebody said so has a sign of its own. */
    static void of(Verdict verdict, HtmlWriter html) {
        switch (verdict) {
            case REVERSIBLE, COLUMN_ORDER -> of(true, html);
            case DECLARED_IRREVERSIBLE, DATA_LOSS_DECLARED, EXCLUDED -> mark("–", "declared", html);
            default -> of(false, html);
        }
    }

    private static void mark(String sign, String kind, HtmlWriter html) {
        html.element("span", sign, "class", "mark " + kind, "aria-hidden", "true");
    }
}
