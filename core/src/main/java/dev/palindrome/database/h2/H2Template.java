package dev.palindrome.database.h2;

import dev.palindrome.database.Database;
import dev.palindrome.database.DatabaseException;
import dev.palindrome.database.template.IncompleteDatabase;
import dev.palindrome.database.template.Template;
import dev.palindrome.h2.H2Dump;
import java.sql.Connection;
import java.sql.SQLException;
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
        return H2Databases.make(purpose, behaviour, new H2Behaviour(false), dump::makeIn);
    }

    /** Empty where something is in the blank one that is not to be in a copy; it is dropped then. */
    Optional<H2Database> copyInto(H2EmptyDatabase blank) {
        Optional<H2Dump> rest = dump.after(blank.content());
        if (rest.isEmpty()) {
            blank.database().close();
            return Optional.empty();
        }
        try (Connection connection = blank.database().dataSource().getConnection()) {
            rest.get().makeIn(connection);
            return Optional.of(blank.database().as(behaviour));
        } catch (SQLException e) {
            IncompleteDatabase.close(e, blank.database());
            throw new DatabaseException("A database cannot be cloned: " + e.getMessage(), e);
        }
    }

    /** The spare one included. */
    @Override
    public long weight() {
        return spare.isThere() ? weight + spareWeight() : weight;
    }

    private long spareWeight() {
        return BARE_SPARE + SPARE_ENTRY * dump.sharedEntries();
    }

    @Override
    public void discard() {
        spare.discard(H2Database::close);
    }
}
