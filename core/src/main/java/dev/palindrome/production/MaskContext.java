package dev.palindrome.production;

import java.util.Optional;

/** What a {@link MaskFunction} may know of the value that it masks. */
public interface MaskContext {

    /**
     * The table.
     *
     * @return its schema and name, such as {@code dbo.users}
     */
    String table();

    /**
     * The column.
     *
     * @return its name
     */
    String column();

    /**
     * The path by which a rule names members of the JSON documents in the column. Texts and numbers of these are masked one by
     * one: a {@code String} or a {@link java.math.BigDecimal}.
     *
     * @return such as {@code $.contact.email}; missing where the column's values are masked as a whole
     */
    default Optional<String> path() {
        return Optional.empty();
    }

    /**
     * How long a text may be.
     *
     * @return in characters, or bytes of a binary value; 0 where there is no limit
     */
    int maxLength();

    /**
     * Whether the first candidate was taken already in a unique column.
     *
     * @return 0 first; from 1 on another candidate is asked for
     */
    int attempt();

    /**
     * A number that follows from the run's key, the original and the attempt, and that nobody can foresee without the key.
     *
     * @param bound more than 0
     * @return from 0 to one below the bound; another one with each call
     */
    int number(int bound);
}
