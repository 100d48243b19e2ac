package dev.palindrome.text;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What led to an exception. */
public final class Causes {

    private Causes() {}

    /**
     * An exception with its causes.
     *
     * @param error the last of them
     * @return itself, its cause, the cause of that and so on; each once, though two may be the cause of each other
     */
    public static List<Throwable> of(@Nullable Throwable error) {
        List<Throwable> causes = new ArrayList<>();
        for (Throwable each = error; each != null && !holds(causes, each); each = each.getCause()) {
            causes.add(each);
        }
        return causes;
    }

    private static boolean holds(List<Throwable> causes, Throwable sought) {
        return causes.stream().anyMatch(each -> each == sought);
    }
}
