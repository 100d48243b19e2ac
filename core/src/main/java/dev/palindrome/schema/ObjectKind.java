package dev.palindrome.schema;

import java.util.List;
import java.util.Locale;

/**
 * The kinds of things that a schema is made of. Their order is that of texts, and of differences: what hurts most comes
 * first.
 */
public enum ObjectKind {
    /** A table. */
    TABLE(Property.VALUE, false),
    /** A column of a table, with its default. */
    COLUMN(Property.TYPE, true),
    /** The primary key of a table. */
    PRIMARY_KEY(Property.COLUMNS, true),
    /** A UNIQUE constraint of a table. */
    UNIQUE_KEY(Property.COLUMNS, true),
    /** A foreign key of a table. */
    FOREIGN_KEY(Property.COLUMNS, true),
    /** A CHECK constraint of a table. */
    CHECK(Property.CONDITION, true),
    /** What an edge of a graph may connect. */
    EDGE_CONSTRAINT(Property.VALUE, true),
    /** An index of a table or view that is not a key's. */
    INDEX(Property.COLUMNS, true),
    /** Statistics of a table or view that somebody created. */
    STATISTICS(Property.COLUMNS, true),
    /** A full-text index of a table or view. */
    FULL_TEXT_INDEX(Property.COLUMNS, true),
    /** A trigger of a table or view. */
    TRIGGER(Property.DEFINITION, true),
    /** A view. */
    VIEW(Property.DEFINITION, false),
    /** A stored procedure. */
    PROCEDURE(Property.DEFINITION, false),
    /** A function of any kind. */
    FUNCTION(Property.DEFINITION, false),
    /** A sequence. */
    SEQUENCE(Property.TYPE, false),
    /** A synonym. */
    SYNONYM(Property.TARGET, false),
    /** A security policy: who sees and changes which rows. */
    SECURITY_POLICY(Property.DEFINITION, false),
    /** An alias type. */
    ALIAS_TYPE(Property.TYPE, false),
    /** A table type. */
    TABLE_TYPE(Property.VALUE, false),
    /** A type made of a CLR class. */
    CLR_TYPE(Property.VALUE, false),
    /** An assembly. */
    ASSEMBLY(Property.VALUE, false),
    /** A collection of XML schemas. */
    XML_SCHEMA_COLLECTION(Property.DEFINITION, false),
    /** A schema. */
    SCHEMA(Property.VALUE, false),
    /** A partition function. */
    PARTITION_FUNCTION(Property.TYPE, false),
    /** A partition scheme. */
    PARTITION_SCHEME(Property.VALUE, false),
    /** A full-text catalogue. */
    FULL_TEXT_CATALOG(Property.VALUE, false),
    /** A trigger on the database. */
    DATABASE_TRIGGER(Property.DEFINITION, false),
    /** A database role or application role. */
    ROLE(Property.VALUE, false),
    /** A user of the database. */
    USER(Property.VALUE, false),
    /** That a role or user is a member of a role. */
    MEMBER(Property.VALUE, true),
    /** What is granted or denied. */
    PERMISSION(Property.VALUE, true),
    /** An extended property. */
    EXTENDED_PROPERTY(Property.VALUE, true),
    /** The database itself: its options. */
    DATABASE(Property.VALUE, false);

    private static final List<ObjectKind> CONSTRAINTS =
            List.of(PRIMARY_KEY, UNIQUE_KEY, FOREIGN_KEY, CHECK, EDGE_CONSTRAINT);

    private final Property main;
    private final boolean part;

    ObjectKind(Property main, boolean part) {
        this.main = main;
        this.part = part;
    }

    /**
     * The property that needs no label in texts.
     *
     * @return what an object of this kind mainly is, such as a column's type
     */
    public Property main() {
        return main;
    }

    /**
     * Whether it belongs to another object.
     *
     * @return false for what stands on its own, such as a table
     */
    public boolean isPart() {
        return part;
    }

    /**
     * Whether SQL Server makes up a name where a script gives none.
     *
     * @return true for keys, foreign keys, checks and edge constraints
     */
    public boolean isConstraint() {
        return CONSTRAINTS.contains(this);
    }

    /**
     * The kind in words.
     *
     * @return such as {@code foreign key}
     */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
