package dev.palindrome.junit5;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** What fixtures tell the test that runs them. */
final class Seen {

    private static final List<String> LINES = new CopyOnWriteArrayList<>();
    private static final Map<String, Object> THINGS = new ConcurrentHashMap<>();

    private Seen() {}

    static void line(String line) {
        LINES.add(line);
    }

    static void thing(String name, Object thing) {
        THINGS.put(name, thing);
    }

    static <T> T thing(String name, Class<T> type) {
        return type.cast(THINGS.get(name));
    }

    static List<String> all() {
        return new ArrayList<>(LINES);
    }

    static void clear() {
        LINES.clear();
        THINGS.clear();
    }
}
