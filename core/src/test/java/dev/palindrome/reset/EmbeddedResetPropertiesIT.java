package dev.palindrome.reset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.H2Everything;
import dev.palindrome.database.Database;
import dev.palindrome.database.DatabaseOptions;
import dev.palindrome.database.Databases;
import dev.palindrome.database.ScriptRunner;
import dev.palindrome.engine.EngineKind;
import dev.palindrome.engine.EngineRequest;
import dev.palindrome.engine.Engines;
import dev.palindrome.settings.Settings;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever a test does, everything that H2 knows of a database is the same after a reset. */
class EmbeddedResetPropertiesIT {

    private static final Databases DATABASES = Databases.on(Engines.select(
            new EngineRequest(EngineKind.EMBEDDED, Optional.empty(), Settings.of(name -> Optional.empty()))));

    @Property(tries = 15)
    void everythingIsPutBackAfterEveryTest(@ForAll("tests") List<List<RandomStep>> tests) throws SQLException {
        try (Database database = DATABASES.create("property", DatabaseOptions.DEFAULT);
                Connection connection = database.dataSource().getConnection()) {
            ScriptRunner.run(connection, database.engine(), "schema", RandomStep.SCHEMA);
            try (Snapshot snapshot = Snapshot.of(database, DATABASES)) {
                List<String> before = H2Everything.in(connection);
                for (List<RandomStep> test : tests) {
                    for (RandomStep step : test) {
                        step.run(connection, sql -> ScriptRunner.run(connection, database.engine(), "step", sql));
                    }
                    ResetReport report = snapshot.restore();
                    assertThat(H2Everything.in(connection))
                            .as(report.toString())
                            .isEqualTo(before);
                    assertThat(snapshot.restore().strategy()).isEqualTo(ResetStrategy.NOTHING);
                }
            }
        }
    }

    @Provide
    Arbitrary<List<List<RandomStep>>> tests() {
        Arbitrary<RandomStep> step = Combinators.combine(
                        Arbitraries.integers().between(0, RandomStep.kinds() - 1),
                        Arbitraries.integers().between(1, 5),
                        Arbitraries.of(false, false, false, true))
                .as(RandomStep::new);
        return step.list().ofMaxSize(8).list().ofMinSize(1).ofMaxSize(3);
    }
}
