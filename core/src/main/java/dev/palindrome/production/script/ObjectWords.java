package dev.palindrome.production.script;

import dev.palindrome.schema.Property;
import dev.palindrome.schema.SchemaObject;
import dev.palindrome.sql.BracketedName;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** How objects are called in sentences, and objects with other facts. */
final class ObjectWords {

    private ObjectWords() {}

    /** {@code view dbo.titles}. */
    static String of(SchemaObject object) {
        return (object.kind().label() + " " + BracketedName.readable(object.name())).strip();
    }

    /** {@code foreign key fk of dbo.todos}; by what it does where it has no name of its own. */
    static String of(SchemaObject owner, SchemaObject part) {
        return (part.name().isEmpty() ? part.toString() : of(part)) + " of " + BracketedName.readable(owner.name());
    }

    /** Upper and lower case are not told apart: one too many does less harm than one too few. */
    static String key(String name) {
        return name.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

    static String key(SchemaObject object) {
        return key(object.simpleName());
    }

    static SchemaObject without(SchemaObject object, Property property) {
        Map<Property, String> left = new EnumMap<>(Property.class);
        left.putAll(object.properties());
        left.remove(property);
        return object.with(left, object.parts());
    }

    static SchemaObject with(SchemaObject object, Property property, String value) {
        Map<Property, String> left = new EnumMap<>(Property.class);
        left.putAll(object.properties());
        left.put(property, value);
        return object.with(left, object.parts());
    }
}
