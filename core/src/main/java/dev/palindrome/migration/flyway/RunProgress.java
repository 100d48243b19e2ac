package dev.palindrome.migration.flyway;

import dev.palindrome.error.PalindromeException;
import dev.palindrome.migration.Migration;
import dev.palindrome.migration.MigrationObserver;
import dev.palindrome.migration.history.MigrationInfoMapper;
import dev.palindrome.sql.ScriptedSession;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.jspecify.annotations.Nullable;

/** Watches one run of Flyway: what is being migrated, and what has been. */
class RunProgress {

    /** For runs that nobody looks at. */
    static final MigrationObserver UNOBSERVED = (migration, connection) -> {};

    /** Flyway goes by the names of callbacks: no other comes between these and the migration. */
    private static final String LAST = "\uffff";

    private static final String FIRST = "";

    private final MigrationObserver observer;
    private final List<MigrationInfo> done = new ArrayList<>();
    private Consumer<String> howFar = text -> {};
    private @Nullable MigrationInfo running;
    private @Nullable RuntimeException brokenOff;
    private final boolean isGrouped;
    private final SessionUse sessionUse;
    private @Nullable ScriptedSession session;
    private boolean inTransaction;
    private boolean begun;

    /**
     * @param isGrouped whether the run takes all its migrations as one group
     * @param sessionUse what its scripts do to the session
     */
    RunProgress(MigrationObserver observer, boolean isGrouped, SessionUse sessionUse) {
        this.observer = observer;
        this.isGrouped = isGrouped;
        this.sessionUse = sessionUse;
    }

    MigrationObserver observer() {
        return observer;
    }

    /** What tells it of a migration, before and after it; in a group, what commits the one before it, too. */
    Callback[] callbacks() {
        return new Callback[] {
            new Listener(Event.BEFORE_EACH_MIGRATE, FIRST, this::commitWhatIsDone),
            new Listener(Event.BEFORE_EACH_MIGRATE, LAST, this::begin),
            new Listener(Event.AFTER_EACH_MIGRATE, FIRST, this::end)
        };
    }

    /**
     * Hears of one event.
     *
     * @param event which
     * @param getCallbackName decides about its place among those of the same event
     * @param handling what it does
     */
    private record Listener(Event event, String getCallbackName, Handling handling) implements Callback {

        @Override
        public boolean supports(Event asked, Context context) {
            return asked == event;
        }

        @Override
        public boolean canHandleInTransaction(Event asked, Context context) {
            return true;
        }

        @Override
        public void handle(Event asked, Context context) {
            MigrationInfo info = context.getMigrationInfo();
            try {
                handling.handle(info, context.getConnection());
            } catch (SQLException e) {
                throw new PalindromeException(
                        "Following " + MigrationInfoMapper.migration(info) + " failed: " + e.getMessage(), e);
            }
        }
    }

    @FunctionalInterface
    private interface Handling {
        void handle(MigrationInfo info, Connection connection) throws SQLException;
    }

    /** A failure, or a ROLLBACK of a script's own, takes back nothing of the migrations before it. */
    private void commitWhatIsDone(MigrationInfo info, Connection connection) throws SQLException {
        if (isGrouped && !connection.getAutoCommit()) {
            connection.commit();
        }
    }

    private void begin(MigrationInfo info, Connection connection) throws SQLException {
        begun = true;
        look("before", info, () -> {
            ScriptedSession used = begunSession(connection);
            asItBegan(used, () -> observer.before(migration(info), connection));
        });
        running = info;
        howFar.accept((done.size() == 1 ? "1 migration is done, " : done.size() + " migrations are done, ")
                + migration(info) + " runs");
        inTransaction = !connection.getAutoCommit();
        before(info);
    }

    private void end(MigrationInfo info, Connection connection) throws SQLException {
        running = null;
        ScriptedSession used = session;
        if (used != null) {
            look("after", info, () -> {
                sessionUse
                        .identityInsert()
                        .apply(info.getScript())
                        .ifPresent(said -> used.identityInsert(said.table(), said.isOn()));
                used.see();
            });
        }
        asItBegan(used, () -> {
            after(info, connection);
            look("after", info, () -> observer.after(migration(info), connection));
        });
        done.add(info);
    }

    private @Nullable ScriptedSession begunSession(Connection connection) throws SQLException {
        ScriptedSession known = session;
        if (known != null && sessionUse.byCallbacks()) {
            known.see();
        } else if (known == null && sessionUse.isChanged() && isAtWork()) {
            known = ScriptedSession.begin(connection);
            session = known;
        }
        return known;
    }

    private static void asItBegan(@Nullable ScriptedSession used, ScriptedSession.Work work) throws SQLException {
        if (used == null) {
            work.run();
        } else {
            used.asItBegan(work);
        }
    }

    /** Whether anything of our own is done on the session of the scripts. */
    boolean isAtWork() {
        return observer != UNOBSERVED;
    }

    /** Tells somebody how far it is. */
    void tell(Consumer<String> listener) {
        howFar = listener;
    }

    /** Whoever wrote the migration is not to blame for what the observer cannot do. */
    private void look(String when, MigrationInfo info, Look look) {
        try {
            look.take();
        } catch (SQLException e) {
            String what = observer == UNOBSERVED ? "Going on" : "The round trip broke off: looking at the database";
            brokenOff = new PalindromeException(
                    what + " " + when + " " + migration(info) + " failed: " + e.getMessage(), e);
            throw brokenOff;
        } catch (RuntimeException e) {
            brokenOff = e;
            throw e;
        }
    }

    /** To be called where a run has failed: Flyway wraps what a callback throws. */
    void throwIfBrokenOff() {
        if (brokenOff != null) {
            throw brokenOff;
        }
    }

    @FunctionalInterface
    private interface Look {
        void take() throws SQLException;
    }

    /** What one of Flyway's migrations in this run is. */
    Migration migration(MigrationInfo info) {
        return MigrationInfoMapper.migration(info);
    }

    /** Called before each migration. */
    void before(MigrationInfo migration) {}

    /** Called after each migration, inside its transaction. */
    void after(MigrationInfo migration, Connection connection) throws SQLException {}

    List<MigrationInfo> done() {
        return List.copyOf(done);
    }

    List<Migration> applied() {
        return done.stream().map(MigrationInfoMapper::migration).toList();
    }

    /**
     * Whether a run that failed did so before its first migration: of a group, Flyway reads every script first, and none has
     * run where one cannot be read.
     */
    boolean stoppedAtTheGroup() {
        return isGrouped && !begun;
    }

    /** Whether what runs, or ran when the run failed, does so in a transaction. */
    boolean inTransaction() {
        return inTransaction;
    }

    /** The script that is running, as its path below the location; for a Java migration its class. */
    Optional<String> script() {
        return running().map(MigrationInfo::getScript);
    }

    /** What is running, or was when the run failed. */
    Optional<MigrationInfo> running() {
        return Optional.ofNullable(running);
    }
}
