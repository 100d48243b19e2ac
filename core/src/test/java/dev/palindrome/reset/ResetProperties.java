package dev.palindrome.reset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.database.Database;
import dev.palindrome.database.ScriptRunner;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Random work, and a reset after each test of it. */
final class ResetProperties {

    /** Tells all that is known of a database. */
    interface Reader {
        List<String> everything() throws SQLException;
    }

    private ResetProperties() {}

    /** Up to three tests with up to eight steps each. */
    static Arbitrary<List<List<RandomStep>>> tests() {
        Arbitrary<RandomStep> step = Combinators.combine(
                        Arbitraries.integers().between(0, RandomStep.kinds() - 1),
                        Arbitraries.integers().between(1, 5),
                        Arbitraries.of(false, false, false, true))
                .as(RandomStep::new);
        return step.list().ofMaxSize(8).list().ofMinSize(1).ofMaxSize(3);
    }

    static void work(Database database, List<RandomStep> test) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            for (RandomStep step : test) {
                step.run(connection, sql -> ScriptRunner.run(connection, database.engine(), "step", sql));
            }
        }
    }

    static void assertThatAllIsPutBack(Snapshot snapshot, List<String> before, Reader reader) throws SQLException {
        ResetReport report = snapshot.restore();
        assertThat(reader.everything()).as(report.toString()).isEqualTo(before);
    }
}
