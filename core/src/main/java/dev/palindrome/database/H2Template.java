package dev.palindrome.database;

import java.sql.SQLException;

/**
 * The statements that make an H2 database once more, kept in memory; and one copy made of them beforehand, while the tests of
 * the class before are running.
 */
final class H2Template implements Template {

    /** In characters of SQL: some ten thousand rows. Of a larger database there is none in memory that nobody may want. */
    private static final long HEAVIEST_SPARE = 4_000_000;

    private final H2Spare spare = new H2Spare();
    private final H2Behaviour behaviour;
    private final H2Statements statements;

    private H2Template(H2Behaviour behaviour, H2Statements statements) {
        this.behaviour = behaviour;
        this.statements = statements;
    }

    static H2Template of(H2Database database) throws SQLException {
        return new H2Template(database.behaviour(), H2Statements.of(database.dataSource(), "SCRIPT"));
    }

    @Override
    public Database copy(String purpose) {
        H2Database database = spare.take().map(ready -> ready.named(purpose)).orElseGet(() -> make(purpose));
        makeSpare();
        return database;
    }

    /** One more, for whoever comes next. */
    void makeSpare() {
        if (weight() <= HEAVIEST_SPARE) {
            spare.make(() -> make("clone"));
        }
    }

    private H2Database make(String purpose) {
        return H2Databases.make(purpose, behaviour, new H2Behaviour(false), statements::run);
    }

    @Override
    public long weight() {
        return statements.length();
    }

    @Override
    public void discard() {
        spare.discard();
    }
}
