package dev.palindrome.reset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.database.FakeDatabase;
import dev.palindrome.reset.baseline.Baseline;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whom a snapshot tells that connections have ended: the baseline knows whether they have. */
class SnapshotTest {

    private final List<String> told = new ArrayList<>();

    @Test
    void tellsThatConnectionsHaveEnded() {
        Snapshot snapshot = snapshot(1, false);

        snapshot.restore();
        snapshot.restore();

        assertThat(told).containsExactly("ended", "ended");
    }

    @Test
    void tellsNothingWhereTheyGoOn() {
        assertThat(snapshot(0, false).restore().strategy()).isEqualTo(ResetStrategy.DATABASE);

        assertThat(told).isEmpty();
    }

    @Test
    void tellsItAlsoWhereTheResetFails() {
        Snapshot snapshot = snapshot(1, true);

        assertThatThrownBy(snapshot::restore)
                .isExactlyInstanceOf(ResetException.class)
                .hasMessage("palindrome_x could not be reset: half-way");
        assertThat(told).containsExactly("ended");
    }

    @Test
    void tellsNothingWhereItFailsBefore() {
        assertThatThrownBy(snapshot(0, true)::restore).isExactlyInstanceOf(ResetException.class);

        assertThat(told).isEmpty();
    }

    private Snapshot snapshot(int endingConnections, boolean failing) {
        return new Snapshot(
                new FakeDatabase("palindrome_x"),
                new EndingBaseline(endingConnections, failing),
                () -> told.add("ended"));
    }

    private static final class EndingBaseline implements Baseline {

        private final int endingConnections;
        private final boolean failing;
        private int ended;

        EndingBaseline(int endingConnections, boolean failing) {
            this.endingConnections = endingConnections;
            this.failing = failing;
        }

        @Override
        public Outcome restore() throws SQLException {
            ended += endingConnections;
            if (failing) {
                throw new SQLException("half-way.");
            }
            return Outcome.database("the schema changed");
        }

        @Override
        public Outcome inspect() {
            return Outcome.database("the schema changed");
        }

        @Override
        public int timesConnectionsEnded() {
            return ended;
        }

        @Override
        public void close() {}
    }
}
