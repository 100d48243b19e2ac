package dev.palindrome.migration.history;

import dev.palindrome.migration.AppliedMigration;
import dev.palindrome.migration.Migration;
import java.time.Duration;
import java.util.Optional;
import org.flywaydb.core.api.MigrationInfo;

/** Makes of Flyway's information about migrations Palindrome's own. */
public final class MigrationInfoMapper {

    /** Flyway notes in its history that it made a schema, too: a row that is no migration and has no version. */
    private static final String SCHEMA_CREATED = "SCHEMA";

    private MigrationInfoMapper() {}

    public static Migration migration(MigrationInfo info) {
        return new Migration(version(info), info.getDescription(), info.getScript());
    }

    public static AppliedMigration applied(MigrationInfo info) {
        return new AppliedMigration(
                migration(info),
                info.getType().name(),
                info.getInstalledOn().toInstant(),
                Duration.ofMillis(Optional.ofNullable(info.getExecutionTime()).orElse(0)),
                !info.getState().isFailed());
    }

    private static String version(MigrationInfo info) {
        if (info.getVersion() != null) {
            return info.getVersion().getVersion();
        }
        return info.getType().name().equals(SCHEMA_CREATED) ? "" : Migration.REPEATABLE;
    }
}
