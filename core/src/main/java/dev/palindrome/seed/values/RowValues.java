package dev.palindrome.seed.values;

/** The values of a row, as conditions ask for them. */
@FunctionalInterface
public interface RowValues {

    /** The value of a column; {@link Value#UNKNOWN} where the server makes it, or there is no such column. */
    Value of(String column);

    /** Whether texts that differ in case alone are different ones. */
    default boolean tellsCase() {
        return false;
    }

    /** The same, held against a server that tells case apart. */
    default RowValues tellingCase() {
        RowValues same = this;
        return new RowValues() {
            @Override
            public Value of(String column) {
                return same.of(column);
            }

            @Override
            public boolean tellsCase() {
                return true;
            }
        };
    }
}
