package dev.palindrome.database.h2;

import dev.palindrome.database.Database;
import dev.palindrome.database.DatabaseException;
import dev.palindrome.database.template.IncompleteDatabase;
import dev.palindrome.database.template.Template;
import dev.palindrome.h2.H2Dump;
import dev.palindrome.h2.H2Front;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * What makes an H2 database once more, kept in memory: the statements that make its objects, and its rows. From the first
 * copy on, one more is made beforehand, while tests are running: what one class wanted, nobody else may want.
 */
final class H2Template implements Template {

    /** In bytes: some fifty thousand rows. Of a larger database there is none in memory that nobody may want. */
    private static final long HEAVIEST_CLONE = 40_000_000;

    /** In bytes, measured: a database of Palindrome's without rows takes 0.8 MB. */
    private static final long EMPTY_CLONE = 1_000_000;

    /** In bytes, measured: a clone shares rows, but for each it has 13 in its own tree of them, and as many for each index. */
    private static final long CLONE_ENTRY = 16;

    private static final H2LatestClones<H2Database> LATEST = new H2LatestClones<>(3, H2Database::close);

    private final PreparedClone<H2Database> prepared = new PreparedClone<>();
    private final H2Behaviour behaviour;
    private final H2Dump dump;
    private final long weight;

    private H2Template(H2Behaviour behaviour, H2Dump dump) {
        this.behaviour = behaviour;
        this.dump = dump;
        this.weight = dump.weight();
    }

    static H2Template of(H2Database database) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            return new H2Template(database.behaviour(), H2Dump.of(connection));
        }
    }

    @Override
    public Database copy(String purpose) {
        H2Database database = prepared.take()
                .or(this::ofEmptyDatabase)
                .map(ready -> ready.named(purpose))
                .orElseGet(() -> make(purpose));
        prepareClone();
        return database;
    }

    /** One more, for whoever comes next. */
    void prepareClone() {
        if (weight <= HEAVIEST_CLONE) {
            LATEST.make(prepared, () -> ofEmptyDatabase().orElseGet(() -> make("clone")));
        }
    }

    private Optional<H2Database> ofEmptyDatabase() {
        return H2EmptyDatabase.take().flatMap(this::copyInto);
    }

    private H2Database make(String purpose) {
        return H2Databases.make(purpose, behaviour, new H2Behaviour(false), connection -> makeIn(connection, dump));
    }

    /** Empty where something is in the empty one that is not to be in a copy; it is dropped then. */
    Optional<H2Database> copyInto(H2EmptyDatabase empty) {
        Optional<H2Dump> rest = dump.after(empty.content());
        if (rest.isEmpty()) {
            empty.database().close();
            return Optional.empty();
        }
        try (Connection connection = empty.database().dataSource().getConnection()) {
            makeIn(connection, rest.get());
            return Optional.of(empty.database().as(behaviour));
        } catch (SQLException e) {
            IncompleteDatabase.close(e, empty.database());
            throw new DatabaseException("A database cannot be cloned: " + e.getMessage(), e);
        }
    }

    /** Rows come in the order that the original compares in. */
    private void makeIn(Connection connection, H2Dump content) throws SQLException {
        H2Front.compareTexts(connection, behaviour.ignoresCase());
        content.makeIn(connection);
    }

    /** The prepared clone included. */
    @Override
    public long weight() {
        return prepared.isThere() ? weight + cloneWeight() : weight;
    }

    private long cloneWeight() {
        return EMPTY_CLONE + CLONE_ENTRY * dump.sharedEntries();
    }

    @Override
    public void discard() {
        prepared.discard(H2Database::close);
    }
}
