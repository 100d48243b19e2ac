package dev.palindrome.schema.text;

import dev.palindrome.schema.ObjectKind;
import dev.palindrome.schema.Property;
import dev.palindrome.schema.SchemaObject;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An object as one line that reads like T-SQL and can be read back: {@code column [name] NVARCHAR(50) NOT NULL}. */
public final class ObjectLine {

    /** A longer label before one that it begins with. */
    private static final Map<String, ObjectKind> KINDS = new LinkedHashMap<>();

    private static final Map<String, Property> PROPERTIES = new LinkedHashMap<>();

    static {
        List.of(ObjectKind.values()).stream()
                .sorted((one, other) -> other.label().length() - one.label().length())
                .forEach(kind -> KINDS.put(kind.label(), kind));
        List.of(Property.values()).stream()
                .filter(property -> !property.label().isEmpty())
                .sorted((one, other) -> other.label().length() - one.label().length())
                .forEach(property -> PROPERTIES.put(property.label(), property));
    }

    private ObjectLine() {}

    public static String of(SchemaObject object) {
        StringBuilder line = new StringBuilder(object.kind().label());
        if (!object.name().isEmpty()) {
            line.append(' ').append(LineToken.name(object.name()));
        }
        return line.append(withoutName(object)).toString();
    }

    /** What is known about it, with a blank before each property. */
    static String withoutName(SchemaObject object) {
        StringBuilder line = new StringBuilder();
        Iterator<Map.Entry<Property, String>> properties =
                object.properties().entrySet().iterator();
        Optional<Map.Entry<Property, String>> next = next(properties);
        while (next.isPresent()) {
            Property property = next.get().getKey();
            String value = next.get().getValue();
            next = next(properties);
            boolean takesNull =
                    property == Property.TYPE && object.kind() == ObjectKind.COLUMN && !object.is(Property.NOT_NULL);
            String behind =
                    takesNull ? "NULL" : next.map(each -> each.getKey().label()).orElse("");
            boolean first = object.name().isEmpty() && line.isEmpty();
            line.append(property.label().isEmpty() ? "" : ' ' + property.label());
            if (!property.isFlag()) {
                line.append(' ')
                        .append(
                                isAmbiguous(property, value, behind, first)
                                        ? LineToken.quoted(value)
                                        : LineToken.write(value));
            }
            line.append(takesNull ? " NULL" : "");
        }
        return line.toString();
    }

    private static <T> Optional<T> next(Iterator<T> each) {
        return each.hasNext() ? Optional.of(each.next()) : Optional.empty();
    }

    /** Whether a value could be taken, with what stands around it, for a label, or behind the kind for the name. */
    private static boolean isAmbiguous(Property property, String value, String behind, boolean first) {
        if (!property.label().isEmpty()) {
            return new LineToken.Reader(property.label() + ' ' + value + ' ' + behind)
                    .label(PROPERTIES)
                    .filter(property::equals)
                    .isEmpty();
        }
        LineToken.Reader reader = new LineToken.Reader(value + ' ' + behind);
        return first && reader.beginsName()
                || reader.accept("NULL")
                || reader.label(PROPERTIES).isPresent();
    }

    static ObjectBuilder read(String line) {
        LineToken.Reader reader = new LineToken.Reader(LineToken.withoutBlanksAround(line));
        ObjectKind kind = reader.label(KINDS).orElseThrow(reader::unexpected);
        ObjectBuilder builder = new ObjectBuilder(kind, reader.name());
        Map<Property, String> seen = new EnumMap<>(Property.class);
        while (!reader.atEnd()) {
            property(reader, kind, builder, seen);
        }
        return builder;
    }

    private static void property(
            LineToken.Reader reader, ObjectKind kind, ObjectBuilder builder, Map<Property, String> seen) {
        if (kind == ObjectKind.COLUMN && reader.accept("NULL")) {
            return;
        }
        Optional<Property> labelled = reader.label(PROPERTIES);
        Property property = labelled.orElse(kind.main());
        String value = property.isFlag() ? SchemaObject.YES : reader.value();
        if (seen.put(property, value) != null) {
            throw reader.unexpected();
        }
        builder.put(property, value);
    }
}
