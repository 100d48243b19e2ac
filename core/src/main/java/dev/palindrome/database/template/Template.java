package dev.palindrome.database.template;

import dev.palindrome.database.Database;
import dev.palindrome.database.DatabaseException;

/** Something that databases are cloned from. */
public interface Template {

    /**
     * Makes a database like the one that the template was taken of.
     *
     * @throws DatabaseException if it cannot be made; nothing of it stays
     */
    Database copy(String purpose);

    /** How much room it takes, in the unit of {@link TemplateMaker#room}. */
    long weight();

    /** Gives the room back. Does not fail: a template that cannot be removed is in nobody's way. */
    void discard();
}
