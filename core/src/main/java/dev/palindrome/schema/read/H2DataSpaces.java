package dev.palindrome.schema.read;

import dev.palindrome.schema.ObjectKind;
import dev.palindrome.schema.Property;
import dev.palindrome.schema.text.ObjectBuilder;
import java.util.Optional;
import java.util.Set;

/** Where indexes and keys are of which the record says nothing, or that they are where everything is. */
final class H2DataSpaces {

    private static final Set<ObjectKind> KEPT = Set.of(ObjectKind.PRIMARY_KEY, ObjectKind.UNIQUE_KEY, ObjectKind.INDEX);

    private static final String PRIMARY = "[PRIMARY]";

    private H2DataSpaces() {}

    /** An index that says nothing is parted as its table is (Microsoft: create-index-transact-sql, ON). */
    static void settle(ObjectBuilder table) {
        Optional<String> parted = table.get(Property.DATA_SPACE).filter(place -> place.endsWith("])"));
        for (ObjectBuilder part : table.parts()) {
            Optional<String> said = part.get(Property.DATA_SPACE);
            if (said.equals(Optional.of(PRIMARY))) {
                part.forget(Property.DATA_SPACE);
            } else if (said.isEmpty() && KEPT.contains(part.kind()) && !isClustered(part)) {
                part.put(Property.DATA_SPACE, parted);
            }
        }
    }

    private static boolean isClustered(ObjectBuilder part) {
        String kind = part.get(Property.INDEX_KIND).orElse("");
        return kind.startsWith("CLUSTERED") || kind.isEmpty() && part.kind() == ObjectKind.PRIMARY_KEY;
    }
}
