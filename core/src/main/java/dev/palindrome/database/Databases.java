package dev.palindrome.database;

import dev.palindrome.database.h2.H2Databases;
import dev.palindrome.database.sqlserver.SqlServerDatabases;
import dev.palindrome.engine.Engine;
import dev.palindrome.engine.SqlServerEngine;
import java.util.Optional;
import java.util.function.Consumer;

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
     * Makes a database with something in it. Where one with the same key has been made before, that one is cloned instead,
     * if this engine can; who comes while it is being made waits for it.
     *
     * @param purpose what it is for
     * @param options collation and database options
     * @param key what it holds, or empty where nobody can tell: then it is made for itself
     * @param fill puts into an empty database what it shall hold; is not called for a clone
     * @return the new database, to be closed by the caller
     * @throws DatabaseException if the server refuses
     * @throws RuntimeException what filling throws; the database is dropped again, and nothing of it is kept
     */
    Database create(String purpose, DatabaseOptions options, Optional<TemplateKey> key, Consumer<Database> fill);

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
        return new H2Databases();
    }
}
