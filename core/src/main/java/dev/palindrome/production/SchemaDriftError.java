package dev.palindrome.production;

import dev.palindrome.text.VisibleText;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Production is not what the migrations make. */
public final class SchemaDriftError extends AssertionError {

    private static final long serialVersionUID = 1L;

    /** More of a draft is for a file and not for a message. */
    private static final int LINES = 60;

    /** Errors go from one JVM to another where a build runs tests in JVMs of their own; what it was made of stays. */
    private final transient @Nullable SchemaDrift drift;

    SchemaDriftError(SchemaDrift drift) {
        super(VisibleText.lines("""
                Production is not what the migrations make:

                %s
                What is only in production, or differs, needs a migration; what is only in the migrations was never applied \
                there, or was taken back. %s""".formatted(drift, draft(drift.draft()))));
        this.drift = drift;
    }

    private static String draft(String draft) {
        List<String> lines = draft.lines().toList();
        if (lines.isEmpty()) {
            return "There is no statement to draft for it.";
        }
        String shown = lines.stream().limit(LINES).collect(Collectors.joining("\n"));
        int more = lines.size() - LINES;
        return "A draft that makes the migrations as production is:\n\n" + shown
                + (more > 0 ? "\n… and " + more + " lines more, which SchemaDrift.draft() has" : "") + "\n";
    }

    /**
     * What differs.
     *
     * @return drift that is not empty
     * @throws IllegalStateException in another JVM than the one that compared
     */
    public SchemaDrift drift() {
        if (drift == null) {
            throw new IllegalStateException(
                    "This error was read from another JVM, where its drift has stayed. Its message says all that differs;"
                            + " SchemaDrift itself is to be had where assertNone() is called.");
        }
        return drift;
    }
}
