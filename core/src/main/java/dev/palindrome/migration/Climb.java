package dev.palindrome.migration;

import dev.palindrome.tsql.NeedsSqlServerException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * Which of the pending migrations one run applies.
 *
 * @param chosen in the order in which they run
 * @param refused why the engine cannot take the one after them, where there is such a one
 */
record Climb(List<MigrationInfo> chosen, Optional<NeedsSqlServerException> refused) {

    /** Stops before the first migration that the engine cannot take, so that nothing is half done. */
    static Climb plan(List<MigrationInfo> wanted, Function<MigrationInfo, Optional<NeedsSqlServerException>> refusal) {
        for (int i = 0; i < wanted.size(); i++) {
            Optional<NeedsSqlServerException> refused = refusal.apply(wanted.get(i));
            if (refused.isPresent()) {
                return new Climb(wanted.subList(0, i), refused);
            }
        }
        return new Climb(wanted, Optional.empty());
    }

    boolean isEverything(Status status) {
        return chosen.size() == status.pending().size();
    }

    FluentConfiguration configure(FlywayRuns runs, List<MigrationInfo> pending, DataSource dataSource) {
        Set<String> chosenScripts = scripts(chosen);
        Set<String> withheld = scripts(pending);
        withheld.removeAll(chosenScripts);
        return runs.without(withheld, dataSource);
    }

    private static Set<String> scripts(List<MigrationInfo> migrations) {
        return migrations.stream().map(MigrationInfo::getScript).collect(Collectors.toSet());
    }
}
