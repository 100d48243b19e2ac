package dev.palindrome.reset.sqlserver;

import dev.palindrome.schema.ObjectKind;
import dev.palindrome.schema.Property;
import dev.palindrome.schema.SchemaObject;
import dev.palindrome.schema.SchemaSnapshot;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** On SQL Server, RESTART WITH changes a sequence's start. To a reset that is where the sequence stands, and no schema. */
final class SequenceStarts {

    private SequenceStarts() {}

    /** True also where nothing differs. */
    static boolean areAllThatDiffers(SchemaSnapshot one, SchemaSnapshot other) {
        return one.equals(other) || without(one).equals(without(other));
    }

    private static List<Object> without(SchemaSnapshot schema) {
        return schema.objects().stream().map(SequenceStarts::without).toList();
    }

    private static Object without(SchemaObject object) {
        if (object.kind() != ObjectKind.SEQUENCE) {
            return object;
        }
        Map<Property, String> properties = new EnumMap<>(Property.class);
        properties.putAll(object.properties());
        properties.remove(Property.START);
        return List.of(object.name(), properties, object.parts());
    }
}
