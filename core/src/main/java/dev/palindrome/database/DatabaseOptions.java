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
 * @param start what is in it before its first migration
 */
public record DatabaseOptions(Optional<String> collation, Map<String, String> options, StartingPoint start) {

    /** The server's own collation and options, and nothing in it. */
    public static final DatabaseOptions DEFAULT = new DatabaseOptions(Optional.empty(), Map.of());

    /**
     * Copies the options.
     *
     * @param collation a SQL Server collation, or empty for the server's own
     * @param options database options by name
     * @param start what is in it before its first migration
     */
    public DatabaseOptions {
        options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
    }

    /**
     * Those of an empty database.
     *
     * @param collation a SQL Server collation, or empty for the server's own
     * @param options database options by name
     */
    public DatabaseOptions(Optional<String> collation, Map<String, String> options) {
        this(collation, options, StartingPoint.NOTHING);
    }
}
