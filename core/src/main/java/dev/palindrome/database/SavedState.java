package dev.palindrome.database;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * A state of a whole database that the server keeps, and to which it can put the database back. To be closed before the
 * database. What users have is {@code TestDatabase.snapshot()}.
 */
public interface SavedState extends AutoCloseable {

    /**
     * How it is kept.
     *
     * @return in words for a person, such as {@code a backup}
     */
    String kind();

    /**
     * Where its rows can be read one table at a time.
     *
     * @return the name of a database on the same server, or empty where rows cannot be read without putting all back
     */
    Optional<String> readableAs();

    /**
     * Other saved states of the database that have to be closed before {@link #restore}.
     *
     * @return their names, or an empty list where nothing stands in the way
     * @throws SQLException if the server does not tell
     */
    List<String> inTheWay() throws SQLException;

    /**
     * Puts the whole database back, under the same name and in the same files. Ends every connection to it.
     *
     * @throws SQLException if the server refuses; the message says in what state the database is left
     */
    void restore() throws SQLException;

    /**
     * Gives back the room that it takes; the database stays as it is.
     *
     * @throws SQLException if the server refuses
     */
    @Override
    void close() throws SQLException;
}
