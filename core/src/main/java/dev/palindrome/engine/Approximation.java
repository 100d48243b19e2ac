package dev.palindrome.engine;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What the embedded engine takes of a script, and does less or otherwise than SQL Server. A test or a round trip that passes
 * says nothing about it.
 *
 * @param script the script's name
 * @param kind what it is
 * @param text a clause for people, with the names of what it is about
 * @param lines of the script, from 1, ascending
 */
public record Approximation(String script, Kind kind, String text, List<Integer> lines) {

    /** How many a text has. */
    private static final int LINES = 5;

    /** Whether anybody notices. */
    public enum Effect {
        /** What a test sees may be different, and no error says so. */
        SILENT,
        /** Whatever would use it is refused. */
        REFUSED_WHERE_USED,
        /** What a test can see is the same. */
        NONE
    }

    /** What it is. Programs may rely on the names. */
    public enum Kind {
        /** A trigger does not fire. */
        TRIGGER(Effect.SILENT),
        /** A rollback does not take definitions back. */
        ROLLBACK_OF_DEFINITIONS(Effect.SILENT),
        /** Duplicates are an error, and not passed over. */
        IGNORED_DUPLICATES(Effect.SILENT),
        /** Permissions hold against nobody. */
        PERMISSIONS(Effect.SILENT),
        /** Masks hide nothing. */
        MASK(Effect.SILENT),
        /** Values of a type are texts. */
        TYPE(Effect.SILENT),
        /** A collation does not compare as it does on SQL Server. */
        COLLATION(Effect.SILENT),
        /** Blanks and zeros at the end of values stay in columns that SQL Server would cut them from. */
        PADDING(Effect.SILENT),
        /** Short values of a CHAR whose collation counts case come without the blanks behind them. */
        FIXED_TEXT(Effect.SILENT),
        /** What an UPDATE gives to OUTPUT is computed before it. */
        OUTPUT_OF_UPDATE(Effect.SILENT),
        /** An option of the database changes nothing. */
        DATABASE_OPTION(Effect.SILENT),
        /** Old rows of a history stay. */
        RETENTION(Effect.SILENT),
        /** A random number is another one in each row. */
        RANDOM(Effect.SILENT),
        /** A login is not made. */
        LOGIN(Effect.SILENT),
        /** A procedure is kept, and runs where scripts call it. */
        PROCEDURE(Effect.REFUSED_WHERE_USED),
        /** A function is kept, and runs where scripts call it. */
        FUNCTION(Effect.REFUSED_WHERE_USED),
        /** A synonym is kept. */
        SYNONYM(Effect.REFUSED_WHERE_USED),
        /** A full-text index is kept. */
        FULL_TEXT(Effect.REFUSED_WHERE_USED),
        /** How something is stored, found, locked or waited for. */
        STORAGE(Effect.NONE);

        private final Effect effect;

        Kind(Effect effect) {
            this.effect = effect;
        }

        /**
         * Whether anybody notices.
         *
         * @return the same for all of a kind
         */
        public Effect effect() {
            return effect;
        }
    }

    /**
     * Makes one of its own.
     *
     * @param script see above
     * @param kind see above
     * @param text see above
     * @param lines see above
     */
    public Approximation {
        lines = List.copyOf(lines);
    }

    /**
     * Whether it is for those who want to know what a test does not prove.
     *
     * @return false where a test cannot see it
     */
    public boolean matters() {
        return kind.effect() != Effect.NONE;
    }

    /** The clause, with its lines. */
    @Override
    public String toString() {
        String first = lines.stream().limit(LINES).map(String::valueOf).collect(Collectors.joining(", "));
        return text
                + (lines.size() == 1 ? " (line " : " (lines ")
                + first
                + (lines.size() > LINES ? " and " + (lines.size() - LINES) + " more)" : ")");
    }
}
