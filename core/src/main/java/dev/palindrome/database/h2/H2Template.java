package dev.palindrome.database.h2;

import dev.palindrome.database.Database;
import dev.palindrome.database.DatabaseException;
import dev.palindrome.database.template.IncompleteDatabase;
import dev.palindrome.database.template.Template;
import dev.palindrome.h2.H2Capture;
import dev.palindrome.h2.H2DatabaseRows;
import dev.palindrome.h2.H2Objects;
import dev.palindrome.h2.H2Statements;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * What makes an H2 database once more, kept in memory: the statements that make its objects, and its rows. From the first
 * copy on, one more is made beforehand, while tests are running: what one class wanted, nobody else may want.
 */
final class H2Template implements Template {

    /** In bytes: some fifty thousand rows. Of a larger database there is none in memory that nobody may want. */
    private static final long HEAVIEST_SPARE = 40_000_000;

    /** In bytes, measured: a database of Palindrome's without rows takes 0.8 MB. */
    private static final long BARE_SPARE = 1_000_000;

    /** In bytes, measured: a clone shares rows, but for each it has 13 in its own tree of them, and as many for each index. */
    private static final long SPARE_ENTRY = 16;

    private static final H2LatestClones<H2Database> LATEST = new H2LatestClones<>(3, H2Database::close);

    private final PreparedClone<H2Database> spare = new PreparedClone<>();
    private final H2Behaviour behaviour;
    private final H2Statements statements;
    private final Optional<H2DatabaseRows> contents;
    private final long weight;

    private H2Template(H2Behaviour behaviour, H2Statements statements, Optional<H2DatabaseRows> contents) {
        this.behaviour = behaviour;
        this.statements = statements;
        this.contents = contents;
        this.weight = statements.length() + contents.map(H2DatabaseRows::weight).orElse(0L);
    }

    static H2Template of(H2Database database) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            Optional<H2Template> quick = quick(database.behaviour(), connection);
            return quick.isPresent()
                    ? quick.get()
                    : new H2Template(
                            database.behaviour(),
                            H2Statements.of(H2Objects.of(connection), H2Objects.rows(connection)),
                            Optional.empty());
        }
    }

    /** Empty where H2 has not the inside that is known here, or something in it that is not. */
    private static Optional<H2Template> quick(H2Behaviour behaviour, Connection connection) throws SQLException {
        try {
            H2Capture moment = H2Capture.of(connection);
            H2Statements statements = H2Statements.of(H2Objects.of(connection), List.of());
            return moment.contents().map(contents -> new H2Template(behaviour, statements, Optional.of(contents)));
        } catch (LinkageError | ClassCastException e) {
            return Optional.empty();
        }
    }

    @Override
    public Database copy(String purpose) {
        H2Database database = spare.take()
                .or(this::ofBlank)
                .map(ready -> ready.named(purpose))
                .orElseGet(() -> make(purpose));
        makeSpare();
        return database;
    }

    /** One more, for whoever comes next. */
    void makeSpare() {
        if (weight <= HEAVIEST_SPARE) {
            LATEST.make(spare, () -> ofBlank().orElseGet(() -> make("clone")));
        }
    }

    private Optional<H2Database> ofBlank() {
        return H2EmptyDatabase.take().flatMap(this::copyInto);
    }

    private H2Database make(String purpose) {
        return H2Databases.make(purpose, behaviour, new H2Behaviour(false), empty -> fill(empty, statements));
    }

    /** Empty where something is in the blank one that is not to be in a copy; it is dropped then. */
    Optional<H2Database> copyInto(H2EmptyDatabase blank) {
        Optional<H2Statements> rest = statements.after(blank.statements());
        if (rest.isEmpty()) {
            blank.database().close();
            return Optional.empty();
        }
        try (Connection connection = blank.database().dataSource().getConnection()) {
            fill(connection, rest.get());
            return Optional.of(blank.database().as(behaviour));
        } catch (SQLException e) {
            IncompleteDatabase.close(e, blank.database());
            throw new DatabaseException("A database cannot be cloned: " + e.getMessage(), e);
        }
    }

    private void fill(Connection connection, H2Statements missing) throws SQLException {
        missing.run(connection);
        if (contents.isPresent()) {
            contents.get().fill(connection);
        }
    }

    /** The spare one included. */
    @Override
    public long weight() {
        return spare.isThere() ? weight + spareWeight() : weight;
    }

    private long spareWeight() {
        return BARE_SPARE + SPARE_ENTRY * contents.map(H2DatabaseRows::entries).orElse(0L);
    }

    @Override
    public void discard() {
        spare.discard(H2Database::close);
    }
}
