package dev.palindrome.migration;

/** How a migration is undone. */
sealed interface Undo {

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
