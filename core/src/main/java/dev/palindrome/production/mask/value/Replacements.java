package dev.palindrome.production.mask.value;

import java.util.Locale;

/** Chooses how values are made up, by their kind and the column. */
public final class Replacements {

    private Replacements() {}

    /**
     * How values of a kind are replaced in a column.
     *
     * @param kind what they are
     * @param shape what the column takes
     * @param key what replacements follow from
     * @return for one thread
     * @throws dev.palindrome.production.MaskException if the column's type takes nothing of the kind
     */
    public static Replacement of(FakeKind kind, ColumnShape shape, MaskKey key) {
        KeyedDraws draws = key.draws(kind.words());
        return (original, attempt) -> original instanceof String text && !text.isBlank()
                ? Long.toString(
                        draws.at(text.toLowerCase(Locale.ROOT).stripTrailing(), attempt)
                                .next(),
                        36)
                : original;
    }
}
