package dev.palindrome.migration.flyway;

import dev.palindrome.migration.history.MigrationStatus;
import dev.palindrome.tsql.NeedsSqlServerException;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;

/**
 * Which of the pending migrations one run applies.
 *
 * @param chosen in the order in which they run
 * @param refused the one after them, where the engine cannot take it
 */
record UpPlan(List<MigrationInfo> chosen, Optional<Refused> refused) {

    /** A migration that the engine cannot take, and why. */
    record Refused(MigrationInfo migration, NeedsSqlServerException reason) {}

    /** Stops before the first migration that the engine cannot take, so that nothing is half done. */
    static UpPlan plan(List<MigrationInfo> wanted, Function<MigrationInfo, Optional<NeedsSqlServerException>> refusal) {
        for (int i = 0; i < wanted.size(); i++) {
            MigrationInfo migration = wanted.get(i);
            Optional<NeedsSqlServerException> reason = refusal.apply(migration);
            if (reason.isPresent()) {
                return new UpPlan(wanted.subList(0, i), Optional.of(new Refused(migration, reason.get())));
            }
        }
        return new UpPlan(wanted, Optional.empty());
    }

    /** Whether there is anything to do but to say why not. */
    boolean isPossible() {
        return !chosen.isEmpty() || refused.isEmpty();
    }

    /** The version behind these, where one that is refused comes next; empty where there is none below it. */
    Optional<MigrationVersion> versionBelowRefused(MigrationStatus status) {
        return Stream.concat(status.current().stream(), chosen.stream())
                .map(MigrationInfo::getVersion)
                .filter(Objects::nonNull)
                .filter(version -> refused.map(Refused::migration)
                        .map(MigrationInfo::getVersion)
                        .filter(above -> above.compareTo(version) > 0)
                        .isPresent())
                .max(Comparator.naturalOrder());
    }

    /** What is pending and not to run. */
    List<MigrationInfo> withheld(MigrationStatus status) {
        Set<String> scripts = chosen.stream().map(MigrationInfo::getScript).collect(Collectors.toSet());
        return status.pending().stream()
                .filter(migration -> !scripts.contains(migration.getScript()))
                .toList();
    }
}
