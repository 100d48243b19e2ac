package dev.palindrome.text;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What is said once in a JVM, however often it is found again. */
public final class SaidOnce {

    private static final Set<String> SAID = ConcurrentHashMap.newKeySet();

    private SaidOnce() {}

    /**
     * Whether to say it.
     *
     * @param text what would be said
     * @return true the first time
     */
    public static boolean isNew(String text) {
        return SAID.add(text);
    }

    /**
     * Whether to say it.
     *
     * @param text what would be said
     * @param database whose name in the text makes no difference
     * @return true the first time
     */
    public static boolean isNew(String text, String database) {
        return SAID.add(text.replace(database, ""));
    }
}
