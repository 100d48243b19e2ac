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
     * By what equal contents are told.
     *
     * @return a text, empty for an empty database; nothing where nobody can tell
     */
    Optional<String> contents();

    /**
     * Whether there is anything.
     *
     * @return false for an empty database
     */
    default boolean isSomething() {
        return !(this instanceof Nothing);
    }
}
