package dev.palindrome.database.sqlserver;

import dev.palindrome.sql.ErrorText;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/**
 * Replaces a database under whoever is connected to it. Nothing of it goes through the database itself, which may be half
 * restored. How everybody is kept out meanwhile, {@link SqlServerEviction} says.
 */
final class SqlServerReplacement {

    /** The database as a test may use it. */
    private static final String USABLE = "ONLINE, MULTI_USER";

    private final DataSource server;
    private final String database;
    private final SqlServerEviction eviction;
    private final AtomicInteger times = new AtomicInteger();

    SqlServerReplacement(DataSource server, String database) {
        this.server = server;
        this.database = database;
        this.eviction = new SqlServerEviction(server, database);
    }

    String database() {
        return database;
    }

    /** How often it was begun. */
    int times() {
        return times.get();
    }

    /**
     * Runs a RESTORE, and lets everybody in again, whatever became of it.
     *
     * @param restore the statement
     * @param afterwards statements that give back what restoring takes
     */
    void run(String restore, List<String> afterwards) throws SQLException {
        times.incrementAndGet();
        try {
            Retry.whileRefused(SqlServerEviction::isPassing, () -> runOnce(restore, afterwards));
        } catch (SQLException e) {
            throw new SQLException(ErrorText.of(e) + ". " + whatIsLeft(e), e.getSQLState(), e.getErrorCode(), e);
        }
    }

    private void runOnce(String restore, List<String> afterwards) throws SQLException {
        List<Retry.Action> last = new ArrayList<>(List.of(eviction::letEverybodyIn));
        boolean updates = updatesStatisticsAsynchronously();
        Optional<SQLException> refusal =
                updates ? failure(() -> updateStatisticsAsynchronously(false)) : Optional.empty();
        Optional<SQLException> failure = failure(() -> eviction.run(restore));
        if (failure.isPresent()) {
            refusal.ifPresent(failure.get()::addSuppressed); // a database that needs the restore may take no ALTER
            if (updates) { // what is restored brings a value of its own
                last.add(() -> updateStatisticsAsynchronously(true));
            }
        } else {
            failure = failure(() -> runAll(afterwards));
        }
        for (Retry.Action step : last) {
            Optional<SQLException> another = failure(step);
            failure.ifPresent(first -> another.ifPresent(first::addSuppressed));
            failure = failure.or(() -> another);
        }
        if (failure.isPresent()) {
            throw failure.get();
        }
    }

    private void updateStatisticsAsynchronously(boolean on) throws SQLException {
        SqlServerStatements.run(server, SqlServerReplacementSql.updateStatisticsAsynchronously(database, on));
    }

    private boolean updatesStatisticsAsynchronously() throws SQLException {
        return !SqlServerStatements.texts(server, SqlServerReplacementSql.updatesStatisticsAsynchronously(database))
                .isEmpty();
    }

    private void runAll(List<String> statements) throws SQLException {
        for (String statement : statements) {
            SqlServerStatements.run(server, statement);
        }
    }

    private String whatIsLeft(SQLException failure) {
        try {
            String state = SqlServerStatements.texts(server, SqlServerReplacementSql.state(database)).stream()
                    .findFirst()
                    .orElse("gone");
            return "The database is left %s: %s"
                    .formatted(
                            state,
                            state.equals(USABLE)
                                    ? "it can be used, and reset again."
                                    : "reset it again, or close it, which drops it, and make another.");
        } catch (SQLException e) {
            failure.addSuppressed(e);
            return "In what state the database is left could not be found out: close it, which drops it, and make another.";
        }
    }

    private static Optional<SQLException> failure(Retry.Action step) {
        try {
            step.run();
            return Optional.empty();
        } catch (SQLException e) {
            return Optional.of(e);
        }
    }
}
