package dev.palindrome.production.mask.value;

import dev.palindrome.sql.SqlType;

/**
 * What a column takes.
 *
 * @param type of its values
 * @param maxLength in characters, or bytes of a binary value; 0 where there is no limit
 * @param precision digits of an exact number in all; 0 for other types
 * @param scale digits behind the point of a number or a second
 * @param isUnique whether two rows may not have the same value
 * @param isNullable whether it takes NULL
 */
public record ColumnShape(SqlType type, int maxLength, int precision, int scale, boolean isUnique, boolean isNullable) {

    /** Whether it holds the letters of a code page only, so that others become question marks. */
    public boolean isCodePage() {
        return type == SqlType.CHAR || type == SqlType.VARCHAR || type == SqlType.TEXT;
    }
}
