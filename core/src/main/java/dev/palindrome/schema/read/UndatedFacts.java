package dev.palindrome.schema.read;

import dev.palindrome.schema.ObjectKind;
import dev.palindrome.schema.Property;
import dev.palindrome.schema.SchemaObject;
import dev.palindrome.schema.text.ObjectBuilder;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What SQL Server keeps no date for, and what is therefore read every time. */
final class UndatedFacts {

    private static final Set<ObjectKind> DATED = Set.of(
            ObjectKind.TABLE,
            ObjectKind.VIEW,
            ObjectKind.PROCEDURE,
            ObjectKind.FUNCTION,
            ObjectKind.SEQUENCE,
            ObjectKind.SYNONYM,
            ObjectKind.SECURITY_POLICY);

    private static final Set<ObjectKind> PARTS = Set.of(
            ObjectKind.PERMISSION,
            ObjectKind.EXTENDED_PROPERTY,
            ObjectKind.FULL_TEXT_INDEX,
            ObjectKind.MEMBER,
            ObjectKind.STATISTICS);

    private static final Set<Property> PROPERTIES =
            Set.of(Property.PERIOD, Property.HISTORY_TABLE, Property.LEDGER, Property.CHANGE_TRACKING, Property.OWNER);

    private UndatedFacts() {}

    /** An object that is as it was, with its undated facts as they are now. */
    static SchemaObject replace(SchemaObject before, SchemaObject now) {
        if (!DATED.contains(before.kind())) {
            return now;
        }
        Map<Property, String> properties = new EnumMap<>(Property.class);
        properties.putAll(before.properties());
        properties.keySet().removeAll(PROPERTIES);
        now.properties().forEach((property, value) -> {
            if (PROPERTIES.contains(property)) {
                properties.put(property, value);
            }
        });
        List<SchemaObject> parts = new ArrayList<>();
        before.parts().stream().filter(part -> !PARTS.contains(part.kind())).forEach(parts::add);
        now.parts().stream().filter(part -> PARTS.contains(part.kind())).forEach(parts::add);
        parts.sort(ObjectBuilder.PARTS);
        return before.with(properties, parts);
    }
}
