package dev.palindrome.seed;

import dev.palindrome.seed.values.ValueChoice;
import java.util.List;
import java.util.stream.Stream;

/** The rows that a table gets for a round trip: one of each, as far as its keys and checks allow. */
public enum RowKind {
    /** Short texts of small letters, numbers above zero, moments of our days. */
    ORDINARY("an ordinary row", ValueChoice.ORDINARY),
    /** The same values once more, except where a key is against it. */
    REPEATED("a row that repeats another", ValueChoice.ORDINARY),
    /** Texts of both cases with blanks at both ends, quotes and other alphabets; numbers below zero with all digits. */
    AWKWARD("a row of mixed case, blanks and negative numbers", ValueChoice.AWKWARD),
    /** Empty texts, zeros. */
    EMPTY("a row of empty texts and zeros", ValueChoice.EMPTY),
    /** The greatest values and the longest texts. */
    GREATEST("a row of the longest texts and greatest values", ValueChoice.LONGEST),
    /** The least values. */
    LEAST("a row of the least values", ValueChoice.LEAST),
    /** NULL wherever it is allowed. */
    MISSING("a row of NULLs", ValueChoice.MISSING),
    /** The ordinary row in capitals, with month ends, and with numbers of more digits than floats hold. */
    COUNTERPART("a row of capitals and long numbers", ValueChoice.COUNTERPART),
    /** NULL in every second column that takes it, and what the ordinary row holds in the others. */
    HALF_MISSING("a row with NULL in every second column", ValueChoice.ODD_MISSING),
    /** The same with the other half. */
    OTHER_HALF_MISSING("a row with NULL in every other second column", ValueChoice.EVEN_MISSING),
    /** Values that a script compares with. */
    NAMED("a row that a script names", ValueChoice.NAMED),
    /** Others of these. */
    NAMED_SECOND("a second row that a script names", ValueChoice.NAMED),
    /** Others of these. */
    NAMED_THIRD("a third row that a script names", ValueChoice.NAMED),
    /** Others of these. */
    NAMED_FOURTH("a fourth row that a script names", ValueChoice.NAMED),
    /** Others of these. */
    NAMED_FIFTH("a fifth row that a script names", ValueChoice.NAMED),
    /** Others of these. */
    NAMED_SIXTH("a sixth row that a script names", ValueChoice.NAMED);

    private static final List<RowKind> OF_SCRIPTS =
            Stream.of(values()).filter(RowKind::isNamed).toList();

    private final String words;
    private final ValueChoice choice;

    RowKind(String words, ValueChoice choice) {
        this.words = words;
        this.choice = choice;
    }

    /**
     * Which values stand in such a row.
     *
     * @return for each column
     */
    public ValueChoice choice() {
        return choice;
    }

    boolean isNamed() {
        return choice == ValueChoice.NAMED;
    }

    /** Those for what scripts name: as many as are needed. */
    static List<RowKind> named() {
        return OF_SCRIPTS;
    }

    /** The kind whose values it has, as far as it has values. */
    RowKind source() {
        return switch (this) {
            case REPEATED, COUNTERPART, HALF_MISSING, OTHER_HALF_MISSING -> ORDINARY;
            default -> this;
        };
    }

    /** For messages. */
    @Override
    public String toString() {
        return words;
    }
}
