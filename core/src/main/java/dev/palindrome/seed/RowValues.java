package dev.palindrome.seed;

/** The values of a row, as conditions ask for them. */
@FunctionalInterface
interface RowValues {

    /** The value of a column; {@link Value#UNKNOWN} where the server makes it, or there is no such column. */
    Value of(String column);
}
