package dev.palindrome.schema;

import dev.palindrome.schema.text.ObjectLine;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A thing in a schema, of whatever kind, with what is known about it and the parts that belong to it. Two are equal if
 * they say the same; a name that the system made up says nothing.
 */
public final class SchemaObject {

    /** The value of a property that knows only yes and no, where it is yes; where it is no, the property is not there. */
    public static final String YES = "yes";

    private final ObjectKind kind;
    private final List<String> name;
    private final Map<Property, String> properties;
    private final List<SchemaObject> parts;
    private final Map<Property, String> systemNames;
    private final int hash;

    /**
     * Makes one.
     *
     * @param kind what it is
     * @param name see {@link #name}
     * @param properties what is known about it
     * @param parts what belongs to it, in order
     * @param systemNames names that the system made up: its own as {@link Property#VALUE}, that of its default as
     *     {@link Property#DEFAULT_NAME}
     */
    public SchemaObject(
            ObjectKind kind,
            List<String> name,
            Map<Property, String> properties,
            List<SchemaObject> parts,
            Map<Property, String> systemNames) {
        this.kind = kind;
        this.name = List.copyOf(name);
        this.properties = ordered(properties);
        this.parts = List.copyOf(parts);
        this.systemNames = Map.copyOf(systemNames);
        this.hash = Objects.hash(kind, this.name, this.properties, this.parts);
    }

    private static Map<Property, String> ordered(Map<Property, String> properties) {
        return properties.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(properties));
    }

    /**
     * What it is.
     *
     * @return its kind
     */
    public ObjectKind kind() {
        return kind;
    }

    /**
     * Its name.
     *
     * @return schema and name, for a table; only what comes behind the owner's name, for a part; empty for the database
     *     and for a constraint whose name the system made up
     */
    public List<String> name() {
        return name;
    }

    /**
     * The last part of its name.
     *
     * @return the name without schema; empty if it has none of its own
     */
    public String simpleName() {
        return name.isEmpty() ? "" : name.get(name.size() - 1);
    }

    /**
     * What is known about it.
     *
     * @return by property, in the order of {@link Property}
     */
    public Map<Property, String> properties() {
        return properties;
    }

    /**
     * One property.
     *
     * @param property which
     * @return its value, if there is something to say
     */
    public Optional<String> get(Property property) {
        return Optional.ofNullable(properties.get(property));
    }

    /**
     * Whether a property that knows only yes and no holds.
     *
     * @param property which
     * @return true for yes
     */
    public boolean is(Property property) {
        return YES.equals(properties.get(property));
    }

    /**
     * What belongs to it.
     *
     * @return in the order of {@link ObjectKind}, columns as the table has them, everything else by name
     */
    public List<SchemaObject> parts() {
        return parts;
    }

    /**
     * The parts of one kind.
     *
     * @param wanted such as {@link ObjectKind#COLUMN}
     * @return in order
     */
    public List<SchemaObject> parts(ObjectKind wanted) {
        return parts.stream().filter(part -> part.kind == wanted).toList();
    }

    /**
     * The name that the system made up for this constraint in the database that was read. It differs from database to
     * database, so that it neither counts nor appears in texts.
     *
     * @return missing if it has a name of its own, or was read from a file
     */
    public Optional<String> systemName() {
        return Optional.ofNullable(systemNames.get(Property.VALUE));
    }

    /**
     * The name that the system made up for this column's default.
     *
     * @return missing if the default has a name of its own, or there is none, or was read from a file
     */
    public Optional<String> defaultSystemName() {
        return Optional.ofNullable(systemNames.get(Property.DEFAULT_NAME));
    }

    /**
     * The same object with other facts.
     *
     * @param otherProperties instead of its own
     * @param otherParts instead of its own
     * @return an object with its kind, its name, and the names that the system made up
     */
    public SchemaObject with(Map<Property, String> otherProperties, List<SchemaObject> otherParts) {
        return new SchemaObject(kind, name, otherProperties, otherParts, systemNames);
    }

    /**
     * The same object under another name.
     *
     * @param otherName see {@link #name}
     * @return an object with all else that is known about it
     */
    public SchemaObject named(List<String> otherName) {
        return new SchemaObject(kind, otherName, properties, parts, systemNames);
    }

    /**
     * Whether another is equal, names that the system made up included.
     *
     * @param other any
     * @return false if only such a name differs, be it that of a part
     */
    public boolean isIdenticalTo(SchemaObject other) {
        if (!equals(other) || !systemNames.equals(other.systemNames)) {
            return false;
        }
        for (int i = 0; i < parts.size(); i++) {
            if (!parts.get(i).isIdenticalTo(other.parts.get(i))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof SchemaObject that
                        && hash == that.hash
                        && kind == that.kind
                        && name.equals(that.name)
                        && properties.equals(that.properties)
                        && parts.equals(that.parts);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    /** The object as in the text of a snapshot, without its parts. */
    @Override
    public String toString() {
        return ObjectLine.of(this);
    }
}
