package dev.palindrome.migration;

import java.util.Optional;

/**
 * A versioned migration with all that undoes it.
 *
 * @param migration what goes up
 * @param text its script, placeholders filled in; empty for a Java migration
 * @param written its script as its author wrote it, for whoever shows it: values of placeholders may be secret
 * @param undo the undo script's path, or the class of a reversible Java migration; empty where there is none
 * @param undoText the undo script, comments and all, placeholders filled in; empty where there is no script
 * @param undoWritten the undo script as its author wrote it
 * @param undoRefusal why the engine cannot run the undo script at all; empty where it can
 * @param almostUndo what is to be said of a file that was probably meant to undo it, but has the wrong name; mostly empty
 */
public record VersionedMigration(
        Migration migration,
        Optional<String> text,
        Optional<String> written,
        Optional<String> undo,
        Optional<String> undoText,
        Optional<String> undoWritten,
        Optional<MigrationException> undoRefusal,
        Optional<String> almostUndo) {}
