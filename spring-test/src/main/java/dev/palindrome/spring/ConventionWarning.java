package dev.palindrome.spring;

import dev.palindrome.junit5.MigratedDatabase;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggerConfiguration;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.core.SpringVersion;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.test.context.BootstrapWith;

/**
 * Spring 6 warns, once in a JVM, that {@link MigratedDatabase#target} overrides {@code @ResourceLock.target}, which
 * {@code @MigratedDatabase} carries, because they are called alike. They have nothing to do with each other, and nobody could
 * do anything about it; so the look at which Spring warns happens here, and unheard. Spring 7 has no such overrides.
 */
final class ConventionWarning {

    private static final String LOGGER = "org.springframework.core.annotation.AnnotationTypeMapping";

    private ConventionWarning() {}

    /** Where there is a Spring Boot that knows how to still a log. */
    static void still() {
        String version = SpringVersion.getVersion();
        if (BootProperties.BOOT_IS_THERE && version != null && version.startsWith("6.")) {
            Logging.still();
        }
    }

    /** For what is not there, so that Spring goes through all that the annotation carries. */
    private static void look() {
        MergedAnnotations.from(Annotated.class).isPresent(BootstrapWith.class);
    }

    @MigratedDatabase
    private static final class Annotated {}

    /** Apart, because its types need not be there. */
    private static final class Logging {

        /** Boot's logging system may be another than the one that is bound: then the warning stays. */
        static void still() {
            try {
                LoggingSystem logging = LoggingSystem.get(ConventionWarning.class.getClassLoader());
                LoggerConfiguration before = logging.getLoggerConfiguration(LOGGER);
                logging.setLogLevel(LOGGER, LogLevel.OFF);
                try {
                    look();
                } finally {
                    logging.setLogLevel(LOGGER, before == null ? null : before.getConfiguredLevel());
                }
            } catch (IllegalArgumentException | IllegalStateException | UnsupportedOperationException e) {
                look();
            }
        }
    }
}
