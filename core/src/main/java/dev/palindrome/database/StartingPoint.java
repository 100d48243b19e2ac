package dev.palindrome.database;

import dev.palindrome.sql.Sha256;
import java.util.Optional;

/** What is in a database before its first migration runs. */
public sealed interface StartingPoint {

    /** Nothing. */
    StartingPoint NOTHING = new Nothing();

    /** An empty database, as most begin. */
    record Nothing() implements StartingPoint {

        @Override
        public Optional<String> contents() {
            return Optional.of("");
        }

        @Override
        public String toString() {
            return "an empty database";
        }
    }

    /**
     * What a script makes.
     *
     * @param name how messages call it
     * @param tsql what runs in the empty database, {@code GO} and all, on the lines on which it stands in the file
     */
    record Script(String name, String tsql) implements StartingPoint {

        @Override
        public Optional<String> contents() {
            return Optional.of(name + " " + Sha256.hex(tsql));
        }

        @Override
        public String toString() {
            return "the schema script " + name;
        }
    }

    /**
     * What a backup of SQL Server's holds. Its rows are as they were in the original: nothing masks them.
     *
     * @param location where the file lies
     */
    record Backup(BackupLocation location) implements StartingPoint {

        /** Of a file that only the server sees, nobody tells whether it has changed: it is taken not to, within one JVM. */
        @Override
        public Optional<String> contents() {
            return Optional.of(location.identity());
        }

        /** Its rows may be people's. */
        @Override
        public boolean isConfidential() {
            return true;
        }

        @Override
        public String toString() {
            return "the backup " + location;
        }
    }

    /**
     * By what equal contents are told, within one JVM.
     *
     * @return a text, empty for an empty database; nothing where nobody can tell
     */
    Optional<String> contents();

    /**
     * Whether values of its rows are nobody's business: messages do not quote them, and no template of them stays on a server
     * for later runs.
     *
     * @return false where whoever wrote the tests wrote the rows
     */
    default boolean isConfidential() {
        return false;
    }

    /**
     * Whether there is anything.
     *
     * @return false for an empty database
     */
    default boolean isSomething() {
        return !(this instanceof Nothing);
    }
}
