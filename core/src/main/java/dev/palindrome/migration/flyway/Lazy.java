package dev.palindrome.migration.flyway;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value made at its first use; a failed making is tried again at the next. */
final class Lazy<T> {

    private final Supplier<T> supplier;
    private @Nullable T value;

    Lazy(Supplier<T> supplier) {
        this.supplier = supplier;
    }

    synchronized T get() {
        T present = value;
        if (present == null) {
            present = supplier.get();
            value = present;
        }
        return present;
    }
}
