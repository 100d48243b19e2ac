package dev.palindrome.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * A database with nothing in it but what Palindrome puts into every one, made ahead for a clone that is not yet known.
 *
 * @param database where text is told apart by case
 * @param statements what is in it
 */
record H2Blank(H2Database database, H2Statements statements) {

    private static final H2Spare<H2Blank> SPARE = new H2Spare<>();

    /** Sees to it that there will be one. */
    static void makeAhead() {
        SPARE.make(H2Blank::make);
    }

    static H2Blank make() {
        H2Behaviour behaviour = new H2Behaviour(false);
        H2Database database = H2Databases.make("clone", behaviour, behaviour, H2Databases::prepare);
        try (Connection connection = database.dataSource().getConnection()) {
            return new H2Blank(database, H2Statements.of(H2Objects.of(connection), List.of()));
        } catch (SQLException e) {
            HalfMade.close(e, database);
            throw new DatabaseException("A database cannot be made ahead: " + e.getMessage(), e);
        }
    }

    static Optional<H2Blank> take() {
        return SPARE.takeIfMade();
    }
}
