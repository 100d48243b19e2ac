package dev.palindrome.production;

import org.jspecify.annotations.Nullable;

/**
 * Masks values in a way of one's own. A rule names its class, which has a constructor without parameters:
 *
 * <pre>{@code users.tax_number = com.example.TaxNumbers}</pre>
 */
@FunctionalInterface
public interface MaskFunction {

    /**
     * What stands in for a value. The same has to come out for the same value each time, so draw from {@link
     * MaskContext#number} and not from a clock or a random generator.
     *
     * @param original not NULL, of the Java type that JDBC gives for the column (a {@code java.time} one for dates)
     * @param context where it stands
     * @return of the same Java type; null for NULL
     */
    @Nullable Object mask(Object original, MaskContext context);
}
