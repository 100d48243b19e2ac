package dev.palindrome.tsql;

import dev.palindrome.sql.BracketedName;
import dev.palindrome.tsql.Recorded.Fact;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An object that H2 does not have, such as a procedure. The embedded database keeps it as a constant, which holds its record
 * as text: {@code "dbo"."procedure:add_user"}. So it comes and goes with all else that is in H2's catalogue.
 *
 * @param kind what it is
 * @param schema its schema; {@link #OF_DATABASE} for what stands in none
 * @param key by which it is told from others of its kind in that schema: its name, or what begins with its table's
 * @param recorded what is known about it; a fact that is called as a property of the schema's objects has its form as well
 */
public record RecordedObject(Kind kind, String schema, String key, Recorded recorded) {

    /** Where H2 has what belongs to the database as a whole: the front's own schema. */
    public static final String OF_DATABASE = "palindrome";

    /** Which kinds of objects there are; they are called as in {@code schema}. */
    public enum Kind {
        /** A stored procedure. */
        PROCEDURE(true),
        /** A function of any kind. */
        FUNCTION(true),
        /** A trigger of a table or view. */
        TRIGGER(true),
        /** A synonym. */
        SYNONYM(true),
        /** A security policy. */
        SECURITY_POLICY(true),
        /** An alias type. */
        ALIAS_TYPE(false),
        /** A table type. */
        TABLE_TYPE(false),
        /** A collection of XML schemas. */
        XML_SCHEMA_COLLECTION(false),
        /** An index that H2 has in no form. */
        INDEX(false),
        /** Statistics that somebody created. */
        STATISTICS(false),
        /** A full-text index. */
        FULL_TEXT_INDEX(false),
        /** A partition function. */
        PARTITION_FUNCTION(false),
        /** A partition scheme. */
        PARTITION_SCHEME(false),
        /** A full-text catalogue. */
        FULL_TEXT_CATALOG(false),
        /** A trigger on the database. */
        DATABASE_TRIGGER(false),
        /** A role. */
        ROLE(false),
        /** A user. */
        USER(false),
        /** That somebody is a member of a role. */
        MEMBER(false),
        /** What is granted or denied. */
        PERMISSION(false),
        /** The database itself, whose key is empty. */
        DATABASE(false);

        private final boolean sharesNames;

        Kind(boolean sharesNames) {
            this.sharesNames = sharesNames;
        }

        /**
         * Whether its names are those of tables, views, sequences and constraints, too.
         *
         * @return true for what may not be called as one of them
         */
        public boolean sharesNames() {
            return sharesNames;
        }

        /**
         * The kind in words.
         *
         * @return such as {@code table type}
         */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }

        /**
         * The name of the constant.
         *
         * @param key see {@link RecordedObject}
         * @return such as {@code procedure:add_user}
         */
        public String constant(String key) {
            return label() + ":" + key;
        }

        /**
         * The kind of a constant.
         *
         * @param constant its name
         * @return nothing for a constant that is none of ours
         */
        public static Optional<Kind> ofConstant(String constant) {
            int colon = constant.indexOf(':');
            for (Kind kind : values()) {
                if (colon > 0 && constant.substring(0, colon).equalsIgnoreCase(kind.label())) {
                    return Optional.of(kind);
                }
            }
            return Optional.empty();
        }
    }

    /**
     * Reads a constant.
     *
     * @param schema in which it stands
     * @param constant its name
     * @param value what it holds
     * @return nothing for a constant that is none of ours
     */
    public static Optional<RecordedObject> of(String schema, String constant, String value) {
        return Kind.ofConstant(constant)
                .filter(kind -> Recorded.isOne(value))
                .map(kind -> new RecordedObject(
                        kind, schema, constant.substring(constant.indexOf(':') + 1), Recorded.parse(value)));
    }

    /**
     * The name of its constant.
     *
     * @return without schema
     */
    public String constant() {
        return kind.constant(key);
    }

    /**
     * Its own name.
     *
     * @return without schema; its key, unless another name is recorded
     */
    public String name() {
        return recorded.get(Fact.NAME).orElse(key);
    }

    /**
     * Its name with its schema.
     *
     * @return one part for what stands in no schema
     */
    public List<String> nameParts() {
        if (kind == Kind.DATABASE) {
            return List.of();
        }
        return schema.equals(OF_DATABASE) ? List.of(name()) : List.of(schema, name());
    }

    /**
     * The object that it belongs to.
     *
     * @return such as {@code [dbo].[users]}; missing for what stands on its own
     */
    public Optional<String> parent() {
        return recorded.get(Fact.PARENT);
    }

    /**
     * Whether it belongs to an object.
     *
     * @param parentSchema the object's schema
     * @param parent its name; case does not matter
     * @return false for what belongs to another one, or to none
     */
    public boolean belongsTo(String parentSchema, String parent) {
        return parent().filter(BracketedName.of(List.of(parentSchema, parent))::equalsIgnoreCase)
                .isPresent();
    }

    /**
     * The same with another record.
     *
     * @param other instead of what was known
     * @return of the same kind and name
     */
    public RecordedObject with(Recorded other) {
        return new RecordedObject(kind, schema, key, other);
    }
}
