package dev.palindrome.database;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a new database shall be like.
 *
 * @param collation a SQL Server collation, or empty for the server's own
 * @param options database options as {@code ALTER DATABASE … SET} takes them, such as {@code READ_COMMITTED_SNAPSHOT} to
 *     {@code ON}, set in this order
 */
public record DatabaseOptions(Optional<String> collation, Map<String, String> options) {

    /** The server's own collation and options. */
    public static final DatabaseOptions DEFAULT = new DatabaseOptions(Optional.empty(), Map.of());

    /**
     * Copies the options.
     *
     * @param collation a SQL Server collation, or empty for the server's own
     * @param options database options by name
     */
    public DatabaseOptions {
        options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
    }
}
