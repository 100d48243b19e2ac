package dev.palindrome.h2.systemview;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What of a view is wanted; more may be given.
 *
 * @param name of the objects, if only those of one name are wanted
 * @param table of the objects, if only those of a table of this name are wanted
 * @param types of the objects, such as {@code U}; all if there are none
 */
record Asked(@Nullable String name, @Nullable String table, Set<String> types) {

    static final Asked ALL = new Asked(null, null, Set.of());

    boolean wants(String... any) {
        if (types.isEmpty()) {
            return true;
        }
        for (String type : any) {
            if (types.contains(type)) {
                return true;
            }
        }
        return false;
    }

    /** Whether nothing but objects of these types is wanted. */
    boolean isOnly(String... these) {
        return types.equals(Set.of(these));
    }

    boolean wantsName(String other) {
        return name == null || name.equalsIgnoreCase(other);
    }

    Asked of(String... otherTypes) {
        return new Asked(name, table, Set.of(otherTypes));
    }
}
