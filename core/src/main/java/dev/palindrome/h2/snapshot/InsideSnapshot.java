package dev.palindrome.h2.snapshot;

import dev.palindrome.h2.H2Exception;
import dev.palindrome.h2.H2OpenTransactionException;
import dev.palindrome.h2.H2Restoration;
import dev.palindrome.h2.H2Snapshot;
import dev.palindrome.h2.catalogue.RebuildCount;
import dev.palindrome.h2.catalogue.ScriptFromInside;
import dev.palindrome.h2.script.DatabaseRebuild;
import dev.palindrome.h2.script.ScriptSource;
import dev.palindrome.h2.session.H2Session;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** A snapshot that finds out what was written, and puts back no more than that. */
public final class InsideSnapshot implements H2Snapshot {

    private final String database;
    private final Connection connection;
    private final H2Session session;
    private final DatabaseRebuild rebuild;
    private final CatalogueSettings settings;
    private RememberedDatabase remembered;

    private InsideSnapshot(String database, Connection connection) throws SQLException {
        this.database = database;
        this.connection = connection;
        this.session = H2Session.of(connection);
        requireNone(session.openTransactions());
        ScriptSource source = new ScriptFromInside();
        this.rebuild = new DatabaseRebuild(source, source.withoutRows(connection));
        this.settings = CatalogueSettings.of(session.engine());
        this.remembered = RememberedDatabase.of(session.engine());
    }

    public static InsideSnapshot of(String database, DataSource dataSource) throws SQLException {
        Connection connection = dataSource.getConnection();
        try {
            return H2Session.calling(() -> new InsideSnapshot(database, connection));
        } catch (SQLException | RuntimeException | Error e) {
            connection.close();
            throw e;
        }
    }

    @Override
    public H2Restoration restore() throws SQLException {
        return inside(inDoubt -> {
            session.commitInDoubt();
            List<String> changes = remembered.schemaChanges(session.engine());
            return changes.isEmpty() ? restoreTables(inDoubt) : restoreEverything(changes);
        });
    }

    @Override
    public H2Restoration inspect() throws SQLException {
        return inside(inDoubt -> {
            List<String> changes = remembered.schemaChanges(session.engine());
            return changes.isEmpty()
                    ? restoration(changed(remembered.touchedTables()), remembered.movedSequences(), inDoubt)
                    : everything(changes);
        });
    }

    /** What is done when it is known which transactions are in doubt. */
    private interface Step {
        H2Restoration take(List<String> inDoubt) throws SQLException;
    }

    private H2Restoration inside(Step step) throws SQLException {
        return H2Session.calling(() -> {
            requireQuiet();
            return step.take(session.inDoubt());
        });
    }

    private void requireQuiet() throws SQLException {
        if (connection.isClosed()) {
            throw H2Exception.shutDown(database);
        }
        requireNone(session.openTransactions());
    }

    private H2Restoration restoreTables(List<String> inDoubt) throws SQLException {
        List<RememberedTable> touched = remembered.touchedTables();
        List<SequencePosition> sequences = remembered.movedSequences();
        if (touched.isEmpty() && sequences.isEmpty() && inDoubt.isEmpty()) {
            return H2Restoration.nothing("nothing was written");
        }
        List<TableDifference> differences = new ArrayList<>();
        session.run(work -> {
            touched.forEach(table -> table.lock(work));
            differences.addAll(changed(touched));
            differences.forEach(difference -> difference.remove(work));
            differences.forEach(difference -> difference.add(work));
            touched.forEach(table -> table.checkKeys(work));
        });
        touched.forEach(RememberedTable::putIdentitiesBack);
        sequences.forEach(SequencePosition::putBack);
        touched.forEach(RememberedTable::settle);
        return restoration(differences, sequences, inDoubt);
    }

    private static List<TableDifference> changed(List<RememberedTable> touched) {
        return touched.stream()
                .map(RememberedTable::difference)
                .filter(difference -> !difference.isEmpty())
                .toList();
    }

    private static H2Restoration restoration(
            List<TableDifference> differences, List<SequencePosition> sequences, List<String> inDoubt) {
        List<String> reasons = new ArrayList<>();
        inDoubt.forEach(transaction -> reasons.add("transaction " + transaction + " was prepared, and never ended"));
        differences.forEach(difference -> reasons.add(difference.describe()));
        sequences.forEach(sequence -> reasons.add("sequence " + sequence.name() + " moved"));
        return reasons.isEmpty()
                ? H2Restoration.nothing("what was written was taken back")
                : H2Restoration.tables(
                        String.join("; ", reasons),
                        differences.stream().map(TableDifference::name).toList());
    }

    /** Nobody may write meanwhile, nor hold a lock on what is dropped: half put back, a database would be lost. */
    private H2Restoration restoreEverything(List<String> changes) throws SQLException {
        session.alone(() -> {
            requireNone(session.unfinished());
            restoreAlone();
        });
        return everything(changes);
    }

    private void restoreAlone() throws SQLException {
        remembered.options().putBack(session.engine()); // else some of them would stop the script
        settings.forgetOthers(session);
        session.takeAllRights();
        rebuild.run(connection);
        RebuildCount.addOne(session.engine());
        remembered.options().putBack(session.engine()); // IGNORECASE is another while it runs
        RememberedDatabase empty = RememberedDatabase.of(session.engine());
        session.run(work -> remembered.fill(work, empty));
        RememberedDatabase now = RememberedDatabase.of(session.engine());
        if (!now.holdsTheSameAs(remembered)) {
            throw new H2Exception("%s could not be reset: somebody wrote to it while it was put back. Let what"
                    + " runs beside the tests end before its test does.".formatted(database));
        }
        List<String> lost = remembered.definitions().missingIn(now.definitions());
        if (!lost.isEmpty()) {
            throw new H2Exception("%s could not be reset: H2 did not make these as they were: %s. %s"
                    .formatted(database, String.join(", ", lost), H2Exception.MAKE_ANOTHER));
        }
        remembered = now;
    }

    private static H2Restoration everything(List<String> changes) {
        return H2Restoration.everything("the schema changed: " + String.join(", ", changes));
    }

    private static void requireNone(List<String> open) {
        if (!open.isEmpty()) {
            throw new H2OpenTransactionException(open);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
