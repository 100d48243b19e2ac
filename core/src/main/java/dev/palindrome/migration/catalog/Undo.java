package dev.palindrome.migration.catalog;

import dev.palindrome.migration.ReversibleMigration;
import dev.palindrome.migration.script.ScriptFile;

/** How a migration is undone. */
public sealed interface Undo {

    /** What undoes it, for messages. */
    String name();

    /**
     * By a script beside the migration.
     *
     * @param file the undo script
     */
    record Script(ScriptFile file) implements Undo {
        @Override
        public String name() {
            return file.relativePath();
        }
    }

    /**
     * By the Java migration itself.
     *
     * @param migration the migration
     */
    record Java(ReversibleMigration migration) implements Undo {
        @Override
        public String name() {
            return migration.getClass().getName();
        }
    }
}
