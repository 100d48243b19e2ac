package dev.palindrome.schema.compare;

import dev.palindrome.schema.ObjectKind;
import dev.palindrome.schema.Property;
import dev.palindrome.schema.SchemaSnapshot;
import java.util.Locale;

/**
 * How a database compares the names of its objects: by its collation (Microsoft: collation-and-unicode-support).
 */
public enum NameRule {
    /** {@code Users} and {@code users} are the same. */
    IGNORING_CASE {
        @Override
        public String key(String name) {
            return name.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        }
    },
    /** They are not. */
    WITH_CASE {
        @Override
        public String key(String name) {
            return name;
        }
    };

    /** Equal for names that are the same. */
    public abstract String key(String name);

    /** That of the database where its collation is known. */
    public static NameRule of(SchemaSnapshot schema) {
        return schema.objects(ObjectKind.DATABASE).stream()
                .findFirst()
                .flatMap(database -> database.get(Property.COLLATION))
                .map(NameRule::ofCollation)
                .orElse(IGNORING_CASE);
    }

    static NameRule ofCollation(String collation) {
        String upper = collation.toUpperCase(Locale.ROOT);
        return upper.contains("_CS") || upper.contains("_BIN") ? WITH_CASE : IGNORING_CASE;
    }
}
