package dev.palindrome.schema.text;

import dev.palindrome.schema.ObjectKind;
import dev.palindrome.schema.Property;
import dev.palindrome.schema.SchemaObject;
import dev.palindrome.sql.BracketedName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gathers what a reader finds out about an object. */
public final class ObjectBuilder {

    /** Columns stay in the order in which they were added, the rest is put in order. */
    public static final Comparator<SchemaObject> PARTS = Comparator.comparing(SchemaObject::kind)
            .thenComparing((one, other) -> one.kind() == ObjectKind.COLUMN ? 0 : byName(one, other));

    private final ObjectKind kind;
    private final List<String> name;
    private final Map<Property, String> properties = new EnumMap<>(Property.class);
    private final Map<Property, String> systemNames = new EnumMap<>(Property.class);
    private final List<ObjectBuilder> parts = new ArrayList<>();

    public ObjectBuilder(ObjectKind kind, List<String> name) {
        this.kind = kind;
        this.name = name;
    }

    /** A constraint, which is known by what it does if the system made its name up. */
    public static ObjectBuilder constraint(ObjectKind kind, String name, boolean systemNamed) {
        if (!systemNamed) {
            return new ObjectBuilder(kind, List.of(name));
        }
        ObjectBuilder builder = new ObjectBuilder(kind, List.of());
        builder.systemNames.put(Property.VALUE, name);
        return builder;
    }

    public ObjectBuilder put(Property property, String value) {
        if (!value.isEmpty()) {
            properties.put(property, value);
        }
        return this;
    }

    public ObjectBuilder put(Property property, Optional<String> value) {
        value.ifPresent(known -> put(property, known));
        return this;
    }

    public ObjectBuilder yes(Property property, boolean holds) {
        return holds ? put(property, SchemaObject.YES) : this;
    }

    public ObjectBuilder defaultName(String constraint, boolean systemNamed) {
        if (systemNamed) {
            systemNames.put(Property.DEFAULT_NAME, constraint);
            return this;
        }
        return put(Property.DEFAULT_NAME, BracketedName.of(constraint));
    }

    public ObjectBuilder add(ObjectBuilder part) {
        parts.add(part);
        return this;
    }

    public Optional<String> get(Property property) {
        return Optional.ofNullable(properties.get(property));
    }

    public void forget(Property property) {
        properties.remove(property);
    }

    public List<ObjectBuilder> parts() {
        return parts;
    }

    public ObjectKind kind() {
        return kind;
    }

    public List<String> name() {
        return name;
    }

    public SchemaObject build() {
        List<SchemaObject> built =
                parts.stream().map(ObjectBuilder::build).sorted(PARTS).toList();
        return new SchemaObject(kind, name, properties, built, systemNames);
    }

    public static int byName(SchemaObject one, SchemaObject other) {
        int names = NameOrder.INSTANCE.compare(one.name(), other.name());
        return names != 0 ? names : ObjectLine.of(one).compareTo(ObjectLine.of(other));
    }
}
