package dev.palindrome.migration;

import java.util.Collection;
import java.util.List;

/** Undoes migrations from one state of a database downwards: the history is read once, at its beginning. */
public interface UndoSession {

    /**
     * Undoes applied migrations in one run, also those that are declared irreversible.
     *
     * @param chosen which, in the order in which they shall be undone; each with an undo
     * @param observer sees each
     * @throws MigrationException if one fails; those before it have been seen
     */
    void undo(List<Migration> chosen, MigrationObserver observer);

    /**
     * Takes versions out of the history without running anything.
     *
     * @param migrations applied ones
     */
    void forget(Collection<Migration> migrations);
}
