package dev.palindrome.roundtrip;

import dev.palindrome.engine.EngineKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;

/**
 * Where and when round trips were made.
 *
 * @param engine {@link EngineKind#SQL_SERVER}, or {@link EngineKind#EMBEDDED}, on which they are a preview
 * @param server the server's name and version, such as {@code Microsoft SQL Server 16.00.4105}
 * @param begun when
 * @param took how long all of it took
 * @param palindrome this library's version
 */
public record RoundTripRun(EngineKind engine, String server, Instant begun, Duration took, String palindrome) {

    private static final String VERSION = "/META-INF/maven/dev.palindrome/palindrome-core/pom.properties";

    static RoundTripRun on(EngineKind engine, Connection connection, Instant begun) throws SQLException {
        DatabaseMetaData database = connection.getMetaData();
        String version = database.getDatabaseProductVersion().replaceFirst("\\s.*", "");
        return new RoundTripRun(
                engine,
                database.getDatabaseProductName() + " " + version,
                begun,
                Duration.between(begun, Instant.now()),
                version());
    }

    /** Maven writes it into the jar; in a folder of classes there is none. */
    private static String version() {
        try (InputStream written = RoundTripRun.class.getResourceAsStream(VERSION)) {
            Properties properties = new Properties();
            if (written != null) {
                properties.load(written);
            }
            return properties.getProperty("version", "in development");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Whether the result is a preview and not a proof.
     *
     * @return true on the embedded engine
     */
    public boolean isPreview() {
        return engine == EngineKind.EMBEDDED;
    }

    /** Engine and server, on one line. */
    @Override
    public String toString() {
        return "On " + server + (isPreview() ? ", the embedded engine: a preview, not a proof." : ".");
    }
}
