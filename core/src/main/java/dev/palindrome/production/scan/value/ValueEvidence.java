package dev.palindrome.production.scan.value;

import java.util.Locale;

/**
 * What the values of a column say.
 *
 * @param form what they look like
 * @param isWhole whether it is the values themselves, and not something in them
 * @param confidence from 0 to 1
 * @param reason in words, with numbers and without values
 */
public record ValueEvidence(ValueForm form, boolean isWhole, double confidence, String reason) {

    /** Fewer prove less. */
    private static final int FEW = 5;

    private static final double FEWER = 0.1;

    private static final double MANY = 0.2;

    private static final double SOME = 0.02;

    static ValueEvidence whole(ValueForm form, int fitting, int all) {
        return new ValueEvidence(
                form,
                true,
                form.confidence() - (all < FEW ? FEWER : 0),
                String.format(Locale.ROOT, "%s in %,d of %,d values", form.words(), fitting, all));
    }

    static ValueEvidence inside(ValueForm form, int fitting, int all) {
        double share = (double) fitting / all;
        double confidence = share >= MANY ? 0.9 : share >= SOME ? 0.8 : 0.6;
        return new ValueEvidence(
                form,
                false,
                confidence,
                String.format(Locale.ROOT, "%s inside text, in %,d of %,d values", form.words(), fitting, all));
    }
}
