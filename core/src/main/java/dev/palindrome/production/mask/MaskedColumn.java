package dev.palindrome.production.mask;

import dev.palindrome.production.mask.value.ColumnShape;

/**
 * A column with the rule that counts for it.
 *
 * @param name as the database has it
 * @param kind what becomes of its values; {@link MaskKind.Keep} where they stay
 * @param rule that says so, or that says so of the column that a foreign key points to
 * @param shape what it takes
 */
public record MaskedColumn(String name, MaskKind kind, MaskRule rule, ColumnShape shape) {

    /** Whether its values stay as they are. */
    public boolean isKept() {
        return kind instanceof MaskKind.Keep;
    }
}
