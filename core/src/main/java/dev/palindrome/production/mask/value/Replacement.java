package dev.palindrome.production.mask.value;

/**
 * Makes what stands in for values of one kind in one column. It follows from the key, the kind, the original and the attempt
 * alone; the same in every column where it fits. Not for several threads.
 */
public interface Replacement {

    /**
     * What stands in for a value.
     *
     * @param original not NULL, of the Java type that JDBC gives for the column (a {@code java.time} one for dates). Originals
     *     that a database takes for equal (case, trailing blanks) get the same
     * @param attempt 0 first; from 1 on another candidate, where the one before is taken already or is an original of another
     *     row
     * @return of the same Java type, and never equal to the original; the original itself where it is empty or blank
     * @throws dev.palindrome.production.MaskException if nothing of the kind fits the column; its message holds no value
     */
    Object replace(Object original, int attempt);

    /**
     * The same where it follows from whose value it is, and not from the value alone: dates of one person are all shifted by the
     * same number of days.
     *
     * @param person what tells a person from others, such as the bytes of a key; as {@link MaskKey#hash} gives it, or plain
     * @param original not NULL
     * @param attempt as in {@link #replace}
     * @return as {@link #replace} gives it
     */
    default Object replaceOf(byte[] person, Object original, int attempt) {
        return replace(original, attempt);
    }
}
