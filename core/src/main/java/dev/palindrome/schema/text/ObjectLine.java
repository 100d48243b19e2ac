package dev.palindrome.schema.text;

import dev.palindrome.schema.ObjectKind;
import dev.palindrome.schema.Property;
import dev.palindrome.schema.SchemaObject;
import dev.palindrome.sql.BracketedName;
import java.util.EnumMap;
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
            line.append(' ').append(BracketedName.of(object.name()));
        }
        return line.append(withoutName(object)).toString();
    }

    /** What is known about it, with a blank before each property. */
    static String withoutName(SchemaObject object) {
        StringBuilder line = new StringBuilder();
        object.properties().forEach((property, value) -> {
            if (!property.label().isEmpty()) {
                line.append(' ').append(property.label());
            }
            if (!property.isFlag()) {
                line.append(' ').append(written(property, value));
            }
            if (property == Property.TYPE && object.kind() == ObjectKind.COLUMN && !object.is(Property.NOT_NULL)) {
                line.append(" NULL");
            }
        });
        return line.toString();
    }

    /** What needs no label is put in quotes if it could be taken for one. */
    private static String written(Property property, String value) {
        LineToken.Reader reader = new LineToken.Reader(value);
        boolean likeLabel = property.label().isEmpty()
                && (reader.accept("NULL") || reader.label(PROPERTIES).isPresent());
        return likeLabel ? LineToken.quoted(value) : LineToken.write(value);
    }

    static ObjectBuilder read(String line) {
        LineToken.Reader reader = new LineToken.Reader(line.strip());
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
