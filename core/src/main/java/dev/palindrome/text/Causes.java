package dev.palindrome.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    /**
     * The first of a kind among an exception and its causes.
     *
     * @param error the last of them
     * @param type of what is looked for
     * @param <T> the same
     * @return missing where none is of that kind
     */
    public static <T> Optional<T> first(@Nullable Throwable error, Class<T> type) {
        return of(error).stream().filter(type::isInstance).map(type::cast).findFirst();
    }

    private static boolean holds(List<Throwable> causes, Throwable sought) {
        return causes.stream().anyMatch(each -> each == sought);
    }
}
