package dev.palindrome.schema;

import java.math.BigDecimal;

/**
 * What an identity column counts by.
 *
 * @param seed the first value
 * @param increment from one value to the next; may be negative
 */
public record Identity(BigDecimal seed, BigDecimal increment) {

    static Identity parse(String text) {
        int comma = text.indexOf(',');
        int end = text.indexOf(')');
        return new Identity(
                new BigDecimal(text.substring(1, comma).strip()),
                new BigDecimal(text.substring(comma + 1, end).strip()));
    }
}
