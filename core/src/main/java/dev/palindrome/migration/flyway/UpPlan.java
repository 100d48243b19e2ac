package dev.palindrome.migration.flyway;

import dev.palindrome.migration.history.MigrationStatus;
import dev.palindrome.tsql.NeedsSqlServerException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.flywaydb.core.api.MigrationInfo;

/**
 * Which of the pending migrations one run applies.
 *
 * @param chosen in the order in which they run
 * @param refused why the engine cannot take the one after them, where there is such a one
 */
record UpPlan(List<MigrationInfo> chosen, Optional<NeedsSqlServerException> refused) {

    /** Stops before the first migration that the engine cannot take, so that nothing is half done. */
    static UpPlan plan(List<MigrationInfo> wanted, Function<MigrationInfo, Optional<NeedsSqlServerException>> refusal) {
        for (int i = 0; i < wanted.size(); i++) {
            Optional<NeedsSqlServerException> refused = refusal.apply(wanted.get(i));
            if (refused.isPresent()) {
                return new UpPlan(wanted.subList(0, i), refused);
            }
        }
        return new UpPlan(wanted, Optional.empty());
    }

    /** Whether there is anything to do but to say why not. */
    boolean isPossible() {
        return !chosen.isEmpty() || refused.isEmpty();
    }

    /** What is pending and not to run. */
    List<MigrationInfo> withheld(MigrationStatus status) {
        Set<String> scripts = chosen.stream().map(MigrationInfo::getScript).collect(Collectors.toSet());
        return status.pending().stream()
                .filter(migration -> !scripts.contains(migration.getScript()))
                .toList();
    }
}
