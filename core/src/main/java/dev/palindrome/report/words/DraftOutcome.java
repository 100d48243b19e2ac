package dev.palindrome.report.words;

import dev.palindrome.roundtrip.UndoDraft;
import java.util.Locale;

/** What came of trying the draft of an undo, as a sentence. */
public final class DraftOutcome {

    private static final String TRIED = "tried: ";

    private DraftOutcome() {}

    /**
     * The outcome without what the draft leaves.
     *
     * @param draft tried
     * @return such as {@code It was tried, and restores the schema.}; with a colon at its end where there is something left
     */
    public static String sentence(UndoDraft draft) {
        String result = draft.result();
        String sentence = result.startsWith(TRIED)
                ? "It was tried, and " + result.substring(TRIED.length())
                : result.substring(0, Math.min(1, result.length())).toUpperCase(Locale.ROOT)
                        + result.substring(Math.min(1, result.length()));
        String end = draft.left().isEmpty() ? "." : ":";
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) + end : sentence + end;
    }
}
