package dev.palindrome.tsql;

import dev.palindrome.engine.Approximation;
import dev.palindrome.text.SaidOnce;
import dev.palindrome.text.VisibleLog;
import dev.palindrome.tsql.approximation.ScriptApproximations;
import java.util.List;
import java.util.stream.Collectors;

/** Finds what the embedded engine takes of a script and does otherwise than SQL Server, and says it in the log. */
public final class Approximations {

    private static final VisibleLog LOG = VisibleLog.of(Approximations.class);

    private Approximations() {}

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
     * Says in the log what matters, once for each script in a JVM, and the rest for those who look for more.
     *
     * @param name the script's
     * @param script its text, which the embedded engine takes
     */
    public static void log(String name, String script) {
        if (!SaidOnce.isNew("Approximations of %s, %d, %d".formatted(name, script.length(), script.hashCode()))) {
            return;
        }
        List<Approximation> all = of(name, script);
        String silent = joined(all, true);
        if (!silent.isEmpty()) {
            LOG.info("{} is taken, but not all of it does what it does on SQL Server: {}.", name, silent);
        }
        String other = joined(all, false);
        if (!other.isEmpty()) {
            LOG.debug("{} on the embedded engine, besides: {}.", name, other);
        }
    }

    private static String joined(List<Approximation> all, boolean silent) {
        return all.stream()
                .filter(each -> (each.kind().effect() == Approximation.Effect.SILENT) == silent)
                .map(Approximation::toString)
                .collect(Collectors.joining("; "));
    }
}
