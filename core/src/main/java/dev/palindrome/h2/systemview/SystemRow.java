package dev.palindrome.h2.systemview;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row of a system view. */
interface SystemRow {

    /**
     * One value.
     *
     * @param column in lower case
     */
    @Nullable Object get(String column);

    /** A row of what is said about it. */
    static SystemRow of(Map<String, ?> values) {
        return values::get;
    }
}
