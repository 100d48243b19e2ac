package dev.palindrome.seed.values;

/**
 * A row that is to be made.
 *
 * @param number what tells it from the others
 * @param source the number that its random values follow from: that of another row where it repeats that
 * @param choice which values it takes
 */
public record RowPick(long number, long source, ValueChoice choice) {}
