package dev.palindrome.h2.catalogue;

import dev.palindrome.h2.H2Definitions;
import java.lang.ref.WeakReference;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.function.Supplier;

/**
 * What was read of databases, of each as long as its catalogue is the same.
 *
 * @param <T> what keeps it, which may grow from several threads
 */
public final class KeptByVersion<T> {

    private record Kept<T>(WeakReference<Object> version, T value) {}

    private final Map<Object, Kept<T>> kept = Collections.synchronizedMap(new WeakHashMap<>());
    private final Supplier<T> empty;

    public KeptByVersion(Supplier<T> empty) {
        this.empty = empty;
    }

    /** An empty one each time where H2 does not say whether it is still the same. */
    public T of(Connection connection) throws SQLException {
        Optional<H2Definitions> definitions = H2Definitions.of(connection);
        if (definitions.isEmpty()) {
            return empty.get();
        }
        Object version = definitions.get().version();
        return kept.compute(
                        definitions.get().database(),
                        (database, old) -> old != null && old.version().refersTo(version)
                                ? old
                                : new Kept<>(new WeakReference<>(version), empty.get()))
                .value();
    }
}
