package dev.palindrome.junit5.scope;

import dev.palindrome.TestDatabase;
import dev.palindrome.reset.ResetReport;
import dev.palindrome.reset.ResetStrategy;
import dev.palindrome.reset.Snapshot;
import java.util.Optional;

/** What the tests of one class begin with on one database. */
final class StartingState implements AutoCloseable {

    private final TestDatabase database;
    private final Optional<StartingState> outer;
    private Optional<Snapshot> snapshot = Optional.empty();
    private boolean shared;

    /** @param outer the state of the class around it, where that has the same database */
    StartingState(TestDatabase database, Optional<StartingState> outer) {
        this.database = database;
        this.outer = outer;
    }

    /** @param beginning belongs to somebody else, who closes it */
    static StartingState lent(TestDatabase database, Snapshot beginning) {
        StartingState state = new StartingState(database, Optional.empty());
        state.snapshot = Optional.of(beginning);
        state.shared = true;
        return state;
    }

    /**
     * The first call says that the state is what is there now; every later one brings it back.
     *
     * @return what was put back; nothing at the first call
     */
    Optional<ResetReport> reset() {
        Optional<ResetReport> report = snapshot.map(Snapshot::restore);
        if (report.isEmpty()) {
            remember();
        }
        return report;
    }

    /** Takes what is there now for the state, if that has not been said yet. */
    void remember() {
        if (snapshot.isEmpty()) {
            Optional<Snapshot> same = outer.flatMap(StartingState::unchanged);
            shared = same.isPresent();
            snapshot = same.or(() -> Optional.of(database.snapshot()));
        }
    }

    /** What is different now; nothing before the first reset. */
    Optional<ResetReport> changes() {
        return snapshot.map(Snapshot::inspect).filter(report -> report.strategy() != ResetStrategy.NOTHING);
    }

    private Optional<Snapshot> unchanged() {
        return snapshot.filter(taken -> taken.inspect().strategy() == ResetStrategy.NOTHING);
    }

    @Override
    public void close() {
        if (!shared) {
            snapshot.ifPresent(Snapshot::close);
        }
    }
}
