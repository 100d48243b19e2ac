package dev.palindrome.production.mask.run;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What stands in for the values of a column, be it for a value as a whole or for members of the document that it is. */
interface ColumnMapping {

    /** Whether all values must be known before the first is replaced. */
    boolean mustLearn();

    /** Takes note of an original, which may come more than once. */
    void learn(Object original);

    /** When every original of every kind is known: whether all must be read again. */
    boolean hasConflicts();

    /** Gathers an original whose first candidate does not do. */
    void learnAgain(Object original);

    /**
     * Replaces a value.
     *
     * @param person whose it is, where it follows from that
     * @param original not NULL
     * @return what stands in for it; null for NULL
     */
    @Nullable Object replace(@Nullable String person, Object original);

    /** The mappings that know what stands in for what. */
    Stream<ValueMapping> values();
}
