package dev.palindrome.database;

import dev.palindrome.engine.EmbeddedEngine;
import dev.palindrome.engine.Engine;
import dev.palindrome.engine.SqlServerEngine;

/** Makes databases on one engine. */
public interface Databases {

    /**
     * Makes an empty database.
     *
     * @param purpose what it is for, such as the test class's simple name; becomes part of its name
     * @param options collation and database options
     * @return the new database, to be closed by the caller
     * @throws DatabaseException if the server refuses, or if an option makes no sense
     */
    Database create(String purpose, DatabaseOptions options);

    /**
     * Databases on an engine.
     *
     * @param engine where to make them
     * @return what makes databases there
     */
    static Databases on(Engine engine) {
        if (engine instanceof SqlServerEngine sqlServer) {
            return SqlServerDatabases.on(sqlServer);
        }
        return new H2Databases((EmbeddedEngine) engine);
    }
}
