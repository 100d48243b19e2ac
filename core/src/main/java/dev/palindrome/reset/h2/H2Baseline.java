package dev.palindrome.reset.h2;

import dev.palindrome.database.Database;
import dev.palindrome.h2.H2Counter;
import dev.palindrome.h2.H2RebuildCount;
import dev.palindrome.h2.H2RebuildScript;
import dev.palindrome.h2.H2Session;
import dev.palindrome.h2.H2Settings;
import dev.palindrome.h2.H2State;
import dev.palindrome.h2.H2TableChange;
import dev.palindrome.h2.H2TableRows;
import dev.palindrome.reset.OpenTransactionException;
import dev.palindrome.reset.ResetException;
import dev.palindrome.reset.ResetStrategy;
import dev.palindrome.reset.baseline.Baseline;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.h2.message.DbException;
import org.h2.mvstore.MVStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a database on the embedded engine was like. */
public final class H2Baseline implements Baseline {

    private static final Logger LOG = LoggerFactory.getLogger(H2Baseline.class);

    private final String database;
    private final H2Session session;
    private final H2RebuildScript script;
    private final H2Settings settings;
    private H2State state;

    private H2Baseline(String database, H2Session session) throws SQLException {
        this.database = database;
        this.session = session;
        this.script = H2RebuildScript.withoutRows(session);
        this.settings = H2Settings.of(session.engine());
        this.state = H2State.of(session.engine());
    }

    /** The quick way where H2 has the inside that is known here, else the slow one. */
    public static Baseline of(Database database) throws SQLException {
        try {
            Baseline baseline = knowing(database);
            baseline.restore(); // touches what it will need
            return baseline;
        } catch (LinkageError | ClassCastException e) {
            LOG.warn(
                    "This version of H2 is not known from inside, so every reset puts the whole database back: {}",
                    e.toString());
            return H2ScriptBaseline.of(database);
        }
    }

    private static H2Baseline knowing(Database database) throws SQLException {
        H2Session session = H2Session.open(database.dataSource());
        try {
            requireNoOpenTransaction(database.name(), session);
            return new H2Baseline(database.name(), session);
        } catch (SQLException | RuntimeException e) {
            session.close();
            throw e;
        }
    }

    @Override
    public Outcome restore() throws SQLException {
        return inside(changes -> changes.isEmpty() ? restoreTables() : restoreDatabase(changes));
    }

    @Override
    public Outcome inspect() throws SQLException {
        return inside(changes -> changes.isEmpty()
                ? outcome(changed(state.touchedTables()), state.movedSequences())
                : database(changes));
    }

    /** What is done when it is known how the schema has changed. */
    private interface Step {
        Outcome take(List<String> schemaChanges) throws SQLException;
    }

    /** H2 says in its own exceptions what it says in SQL's to those who come from outside. */
    private Outcome inside(Step step) throws SQLException {
        try {
            requireQuiet();
            return step.take(state.schemaChanges(session.engine()));
        } catch (DbException | MVStoreException e) {
            throw DbException.toSQLException(e);
        }
    }

    private void requireQuiet() throws SQLException {
        if (!session.isOpen()) {
            throw new ResetException(
                    "%s cannot be reset: it was shut down, and its rows are gone.".formatted(database));
        }
        requireNoOpenTransaction(database, session);
    }

    private Outcome restoreTables() throws SQLException {
        List<H2TableRows> touched = state.touchedTables();
        List<H2Counter> sequences = state.movedSequences();
        if (touched.isEmpty() && sequences.isEmpty()) {
            return Outcome.nothing("nothing was written");
        }
        List<H2TableChange> changes = new ArrayList<>();
        session.run(work -> {
            touched.forEach(table -> table.lock(work));
            changes.addAll(changed(touched));
            changes.forEach(change -> change.remove(work));
            changes.forEach(change -> change.add(work));
            touched.forEach(table -> table.checkKeys(work));
        });
        touched.forEach(H2TableRows::putIdentitiesBack);
        sequences.forEach(H2Counter::putBack);
        touched.forEach(H2TableRows::settle);
        return outcome(changes, sequences);
    }

    private static List<H2TableChange> changed(List<H2TableRows> touched) {
        return touched.stream()
                .map(H2TableRows::change)
                .filter(change -> !change.isEmpty())
                .toList();
    }

    private static Outcome outcome(List<H2TableChange> changes, List<H2Counter> sequences) {
        List<String> reasons = new ArrayList<>();
        changes.forEach(change -> reasons.add(change.describe()));
        sequences.forEach(sequence -> reasons.add("sequence " + sequence.name() + " moved"));
        if (reasons.isEmpty()) {
            return Outcome.nothing("what was written was taken back");
        }
        return new Outcome(
                ResetStrategy.TABLES,
                String.join("; ", reasons),
                changes.stream().map(H2TableChange::name).toList());
    }

    /** Nobody may write meanwhile, nor hold a lock on what is dropped: half put back, a database would be lost. */
    private Outcome restoreDatabase(List<String> changes) throws SQLException {
        session.alone(() -> {
            requireNone(database, session.unfinished());
            restoreWhole();
        });
        return database(changes);
    }

    private void restoreWhole() throws SQLException {
        state.options().putBack(session.engine()); // else some of them would stop the script
        settings.forgetOthers(session);
        script.run(session);
        H2RebuildCount.addOne(session.engine());
        state.options().putBack(session.engine()); // IGNORECASE is another while it runs
        H2State empty = H2State.of(session.engine());
        session.run(work -> state.fill(work, empty));
        H2State now = H2State.of(session.engine());
        if (!now.holdsTheSameAs(state)) {
            throw new ResetException(
                    "%s could not be reset: somebody wrote to it while it was put back.".formatted(database));
        }
        List<String> lost = state.definitions().missingIn(now.definitions());
        if (!lost.isEmpty()) {
            throw new ResetException("%s could not be reset: H2 did not make these as they were: %s."
                    .formatted(database, String.join(", ", lost)));
        }
        state = now;
    }

    private static Outcome database(List<String> changes) {
        return Outcome.database("the schema changed: " + String.join(", ", changes));
    }

    private static void requireNoOpenTransaction(String database, H2Session session) {
        requireNone(database, session.openTransactions());
    }

    private static void requireNone(String database, List<String> open) {
        if (!open.isEmpty()) {
            throw new OpenTransactionException(database, open);
        }
    }

    @Override
    public void close() throws SQLException {
        session.close();
    }
}
