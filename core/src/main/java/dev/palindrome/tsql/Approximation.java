package dev.palindrome.tsql;

import dev.palindrome.text.SaidOnce;
import dev.palindrome.text.VisibleLog;
import dev.palindrome.tsql.approximation.ScriptApproximations;
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

    private static final VisibleLog LOG = VisibleLog.of(Approximation.class);

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
        /** A rollback takes the rows of table variables back. */
        ROLLBACK_OF_VARIABLES(Effect.SILENT),
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
        /** A function is kept. */
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
     * Looks through a script that the embedded engine takes.
     *
     * @param name the script's
     * @param script its text
     * @return each kind once; nothing where all of it is done as SQL Server does it
     */
    public static List<Approximation> of(String name, String script) {
        return ScriptApproximations.of(name, script);
    }

    /**
     * Whether it is for those who want to know what a test does not prove.
     *
     * @return false where a test cannot see it
     */
    public boolean matters() {
        return kind.effect() != Effect.NONE;
    }

    /**
     * Says in the log what matters, once for each script in a JVM, and the rest for those who look for more.
     *
     * @param all of one script
     */
    public static void log(List<Approximation> all) {
        List<Approximation> silent =
                all.stream().filter(each -> each.kind.effect() == Effect.SILENT).toList();
        if (!silent.isEmpty()) {
            String note = silent.get(0).script + " is taken, but not all of it does what it does on SQL Server: "
                    + joined(silent) + ".";
            if (SaidOnce.isNew(note)) {
                LOG.info("{}", note);
            }
        }
        if (all.size() > silent.size()) {
            LOG.debug(
                    "{} on the embedded engine, besides: {}.",
                    all.get(0).script,
                    joined(all.stream().filter(each -> !silent.contains(each)).toList()));
        }
    }

    private static String joined(List<Approximation> all) {
        return all.stream().map(Approximation::toString).collect(Collectors.joining("; "));
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
