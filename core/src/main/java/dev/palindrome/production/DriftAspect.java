package dev.palindrome.production;

import dev.palindrome.schema.ObjectKind;
import dev.palindrome.schema.Property;
import java.util.Set;

/** What about a database is often the business of those who run it, and not of migrations. */
public enum DriftAspect {
    /** Users, roles and their members, what is granted to them and what they own. */
    PRINCIPALS(
            "users, roles, permissions and owners",
            Set.of(ObjectKind.USER, ObjectKind.ROLE, ObjectKind.MEMBER, ObjectKind.PERMISSION),
            Set.of(Property.OWNER, Property.DEFAULT_SCHEMA)),
    /** File groups and compression of tables and indexes. */
    STORAGE(
            "file groups and compression",
            Set.of(),
            Set.of(Property.DATA_SPACE, Property.TEXTIMAGE_ON, Property.FILESTREAM_ON, Property.COMPRESSION)),
    /** Statistics that somebody created, and how those of indexes are kept up to date. */
    STATISTICS(
            "statistics",
            Set.of(ObjectKind.STATISTICS),
            Set.of(Property.STATISTICS_NORECOMPUTE, Property.STATISTICS_INCREMENTAL)),
    /** Options of the database such as its recovery model and compatibility level, but not its collation. */
    DATABASE_OPTIONS("options of the database", Set.of(), Set.of()),
    /** Extended properties, such as descriptions. */
    DESCRIPTIONS("extended properties", Set.of(ObjectKind.EXTENDED_PROPERTY), Set.of()),
    /** Whether constraints are trusted, which bulk loads take from them. */
    TRUST("trust in constraints", Set.of(), Set.of(Property.NOT_TRUSTED)),
    /** The order of a table's columns: what is added to a table in production stands last there. */
    COLUMN_ORDER("order of columns", Set.of(), Set.of());

    private final String words;
    private final Set<ObjectKind> kinds;
    private final Set<Property> properties;

    DriftAspect(String words, Set<ObjectKind> kinds, Set<Property> properties) {
        this.words = words;
        this.kinds = kinds;
        this.properties = properties;
    }

    /**
     * The kinds of objects and parts that belong to it.
     *
     * @return all that are left out with it
     */
    public Set<ObjectKind> kinds() {
        return kinds;
    }

    /**
     * The properties that belong to it, of objects of whatever kind.
     *
     * @return all that are left out with it
     */
    public Set<Property> properties() {
        return properties;
    }

    /** In words, as texts have it. */
    @Override
    public String toString() {
        return words;
    }
}
