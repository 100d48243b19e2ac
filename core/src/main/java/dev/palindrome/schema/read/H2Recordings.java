package dev.palindrome.schema.read;

import dev.palindrome.schema.ObjectKind;
import dev.palindrome.schema.Property;
import dev.palindrome.schema.SchemaObject;
import dev.palindrome.schema.text.ObjectBuilder;
import dev.palindrome.sql.BracketedName;
import dev.palindrome.tsql.Recorded;
import dev.palindrome.tsql.Recorded.Fact;
import dev.palindrome.tsql.RecordedObject;
import dev.palindrome.tsql.RecordedObject.Kind;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.stream.Stream;

/** The objects that H2 does not have: their kinds and properties are called as the facts that the front recorded. */
final class H2Recordings {

    private static final List<Kind> ALONE =
            Stream.of(Kind.values()).filter(kind -> !kindOf(kind).isPart()).toList();

    static final List<Kind> PARTS =
            Stream.of(Kind.values()).filter(kind -> kindOf(kind).isPart()).toList();

    private static final Map<Property, Fact> FACTS = facts();

    /** Their names are told from each other by what stands before them. */
    private static final Set<ObjectKind> IN_NAMESPACE_OF_TABLES = Set.of(
            ObjectKind.TABLE,
            ObjectKind.VIEW,
            ObjectKind.PROCEDURE,
            ObjectKind.FUNCTION,
            ObjectKind.SEQUENCE,
            ObjectKind.SYNONYM,
            ObjectKind.SECURITY_POLICY);

    /** What was made of records before: one of many that changes makes nobody look at the others again. */
    private static final Map<RecordedObject, SchemaObject> BUILT = Collections.synchronizedMap(new WeakHashMap<>());

    private final H2InformationSchema rows;

    H2Recordings(H2InformationSchema rows) {
        this.rows = rows;
    }

    private static ObjectKind kindOf(Kind kind) {
        return ObjectKind.valueOf(kind.name());
    }

    private static Map<Property, Fact> facts() {
        Map<String, Fact> byName = new HashMap<>();
        Stream.of(Fact.values()).forEach(fact -> byName.put(fact.name(), fact));
        Map<Property, Fact> facts = new EnumMap<>(Property.class);
        for (Property property : Property.values()) {
            Optional.ofNullable(byName.get(property.name())).ifPresent(fact -> facts.put(property, fact));
        }
        return facts;
    }

    /** Those that stand on their own, with what belongs to them. */
    List<SchemaObject> alone() throws SQLException {
        Set<String> parents = new HashSet<>();
        rows.recorded(PARTS).forEach(part -> part.parent().ifPresent(parent -> parents.add(folded(parent))));
        List<SchemaObject> all = new ArrayList<>();
        List<ObjectBuilder> owners = new ArrayList<>();
        for (RecordedObject object : rows.recorded(ALONE)) {
            if (object.kind() == Kind.DATABASE && !isOfTheSchema(object.recorded())) {
                continue;
            }
            if (parents.contains(parentName(kindOf(object.kind()), object.nameParts()))) {
                owners.add(alone(object));
            } else {
                all.add(BUILT.computeIfAbsent(object, unread -> alone(object).build()));
            }
        }
        addParts(owners);
        owners.forEach(owner -> all.add(owner.build()));
        return all;
    }

    /** By which names the database goes, and which file groups there are, says nothing about its schema. */
    private static boolean isOfTheSchema(Recorded database) {
        return !database.without(Fact.DATABASE_NAMES, Fact.FILE_GROUPS, Fact.STOPLISTS)
                .facts()
                .isEmpty();
    }

    /** Adds those that belong to one of these. */
    void addParts(Collection<ObjectBuilder> owners) throws SQLException {
        List<RecordedObject> parts = rows.recorded(PARTS);
        if (parts.isEmpty()) {
            return;
        }
        Map<String, ObjectBuilder> byName = new HashMap<>();
        owners.forEach(owner -> byName.put(parentName(owner.kind(), owner.name()), owner));
        for (RecordedObject part : parts) {
            Optional.ofNullable(byName.get(folded(part.parent().orElse("")))).ifPresent(owner -> add(owner, part));
        }
    }

    /** Its extended properties are told as those of what it belongs to. */
    private static void add(ObjectBuilder owner, RecordedObject part) {
        owner.add(builder(part, List.of(part.name())));
        String kind = part.kind() == Kind.TRIGGER ? "PART" : part.kind().name();
        H2ExtendedProperties.add(owner, part.recorded(), Fact.PROPERTIES, kind, part.name());
    }

    private static ObjectBuilder alone(RecordedObject object) {
        ObjectBuilder builder = builder(object, object.nameParts());
        H2ExtendedProperties.add(builder, object.recorded());
        return builder;
    }

    /** As the record of what belongs to it has it: {@code [dbo].[users]}, {@code schema::[dbo]}. */
    private static String parentName(ObjectKind kind, List<String> name) {
        String prefix = IN_NAMESPACE_OF_TABLES.contains(kind) ? "" : kind.label() + "::";
        return folded(prefix + BracketedName.of(name));
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static ObjectBuilder builder(RecordedObject object, List<String> name) {
        ObjectBuilder builder = new ObjectBuilder(kindOf(object.kind()), name);
        FACTS.forEach(
                (property, fact) -> builder.put(property, object.recorded().get(fact)));
        return builder;
    }
}
