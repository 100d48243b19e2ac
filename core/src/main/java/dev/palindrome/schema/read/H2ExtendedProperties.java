package dev.palindrome.schema.read;

import dev.palindrome.schema.ObjectKind;
import dev.palindrome.schema.Property;
import dev.palindrome.schema.text.ObjectBuilder;
import dev.palindrome.tsql.NamedValues;
import dev.palindrome.tsql.NamedValues.NamedValue;
import dev.palindrome.tsql.Recorded;
import dev.palindrome.tsql.Recorded.Fact;
import java.util.ArrayList;
import java.util.List;

/** Extended properties, permissions and members out of records, as the questions to SQL Server's catalogue tell them. */
final class H2ExtendedProperties {

    /** Of which SQL Server's catalogue is not asked, either. */
    private static final String NOT_COMPARED = "FILEGROUP";

    private H2ExtendedProperties() {}

    /** Those of the object itself. */
    static void add(ObjectBuilder owner, Recorded recorded) {
        add(owner, recorded, Fact.PROPERTIES, List.of());
        parts(owner, recorded, Fact.PERMISSIONS, ObjectKind.PERMISSION, List.of());
        parts(owner, recorded, Fact.MEMBERS, ObjectKind.MEMBER, List.of());
        owner.put(Property.OWNER, recorded.get(Fact.OWNER));
    }

    /** Those of a column. */
    static void addOfColumn(ObjectBuilder owner, Recorded recorded, String column) {
        add(owner, recorded, Fact.PROPERTIES, "COLUMN", column);
        parts(owner, recorded, Fact.PERMISSIONS, ObjectKind.PERMISSION, List.of(column));
    }

    private static void parts(ObjectBuilder owner, Recorded recorded, Fact fact, ObjectKind kind, List<String> behind) {
        for (NamedValue value : NamedValues.parse(recorded.get(fact)).all()) {
            List<String> name = new ArrayList<>(value.name());
            name.addAll(behind);
            owner.add(new ObjectBuilder(kind, name).put(Property.VALUE, value.value()));
        }
    }

    /**
     * Those of a part of the object that has a record of its own.
     *
     * @param kind COLUMN, INDEX, or PART for a constraint
     */
    static void add(ObjectBuilder owner, Recorded recorded, Fact fact, String kind, String name) {
        add(owner, recorded, fact, List.of(kind, name));
    }

    private static void add(ObjectBuilder owner, Recorded recorded, Fact fact, List<String> part) {
        if (recorded.get(fact).isEmpty()) {
            return;
        }
        for (NamedValue property : NamedValues.parse(recorded.get(fact)).all()) {
            List<String> name = new ArrayList<>(property.name());
            name.addAll(part);
            if (name.size() < 2 || !name.get(1).equals(NOT_COMPARED)) {
                owner.add(new ObjectBuilder(ObjectKind.EXTENDED_PROPERTY, name).put(Property.VALUE, property.value()));
            }
        }
    }
}
