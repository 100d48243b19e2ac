package dev.palindrome.database;

import dev.palindrome.engine.Engine;

/** Makes databases on one engine. */
public interface Databases {

    /**
     * Makes an empty database.
     *
     * @param purpose what it is for, such as the test class's simple name; becomes part of its name
     * @param options collation and database options
     * @return the new database, to be closed by the caller
     */
    Database create(String purpose, DatabaseOptions options);

    /**
     * Databases on an engine.
     *
     * @param engine where to make them
     * @return what makes databases there
     */
    static Databases on(Engine engine) {
        throw new UnsupportedOperationException();
    }
}
