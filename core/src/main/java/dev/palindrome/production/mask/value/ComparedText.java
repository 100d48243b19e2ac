package dev.palindrome.production.mask.value;

import java.text.Normalizer;
import java.util.Locale;

/** Texts as databases compare them: whatever their case, the width of letters and the blanks at their ends. */
final class ComparedText {

    private ComparedText() {}

    /** The same for all texts that a database may take for equal. */
    static String of(String text) {
        String ended = text.stripTrailing();
        boolean ascii = true;
        for (int i = 0; i < ended.length() && ascii; i++) {
            ascii = ended.charAt(i) < 128;
        }
        return ascii
                ? ended.toLowerCase(Locale.ROOT)
                : Normalizer.normalize(ended, Normalizer.Form.NFKC)
                        .toUpperCase(Locale.ROOT)
                        .toLowerCase(Locale.ROOT);
    }
}
