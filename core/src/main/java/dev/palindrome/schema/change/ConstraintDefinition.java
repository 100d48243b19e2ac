package dev.palindrome.schema.change;

import dev.palindrome.schema.ObjectKind;
import dev.palindrome.schema.Property;
import dev.palindrome.schema.SchemaObject;
import dev.palindrome.sql.BracketedName;
import java.util.ArrayList;
import java.util.List;

/** A key, foreign key or check as CREATE TABLE and ALTER TABLE … ADD take it. */
final class ConstraintDefinition {

    private ConstraintDefinition() {}

    /** Of a table that may be parted. */
    static String of(SchemaObject table, SchemaObject constraint) {
        boolean key = constraint.kind() == ObjectKind.PRIMARY_KEY || constraint.kind() == ObjectKind.UNIQUE_KEY;
        return of(constraint) + (key ? unparted(table, constraint) : "");
    }

    /** An index that says nothing would be parted as its table is (Microsoft: create-index-transact-sql, ON). */
    static String unparted(SchemaObject table, SchemaObject index) {
        String kind = index.get(Property.INDEX_KIND).orElse("");
        boolean clustered = kind.startsWith("CLUSTERED") || kind.isEmpty() && index.kind() == ObjectKind.PRIMARY_KEY;
        boolean parted = table.get(Property.DATA_SPACE)
                .filter(place -> place.endsWith("])"))
                .isPresent();
        return parted && !clustered && index.get(Property.DATA_SPACE).isEmpty() ? " ON [default]" : "";
    }

    static String of(SchemaObject constraint) {
        String name = constraint.name().isEmpty() ? "" : "CONSTRAINT " + BracketedName.of(constraint.name()) + " ";
        return name
                + switch (constraint.kind()) {
                    case PRIMARY_KEY -> "PRIMARY KEY" + key(constraint);
                    case UNIQUE_KEY -> "UNIQUE" + key(constraint);
                    case FOREIGN_KEY -> foreignKey(constraint);
                    case EDGE_CONSTRAINT ->
                        "CONNECTION " + constraint.get(Property.VALUE).orElse("")
                                + action(constraint, Property.ON_DELETE);
                    case CHECK ->
                        "CHECK " + replication(constraint)
                                + constraint.get(Property.CONDITION).orElse("");
                    default -> throw new IllegalArgumentException(constraint.toString());
                };
    }

    /** Whether it must not be held against the rows that are there. */
    static boolean isUnchecked(SchemaObject constraint) {
        return constraint.is(Property.NOT_TRUSTED) || constraint.is(Property.DISABLED);
    }

    private static String key(SchemaObject key) {
        return key.get(Property.INDEX_KIND)
                        .map(kind -> " " + kind.replace('_', ' '))
                        .orElse("") + " "
                + key.get(Property.COLUMNS).orElse("") + storage(key);
    }

    /** Options and place of an index or of a key's index. */
    static String storage(SchemaObject index) {
        return options(index)
                + index.get(Property.DATA_SPACE).map(place -> " ON " + place).orElse("");
    }

    /** {@code  WITH (FILLFACTOR = 80)}, or nothing. */
    static String options(SchemaObject index) {
        List<String> options = new ArrayList<>();
        index.get(Property.OPTIONS).ifPresent(all -> options.add(all.substring(1, all.length() - 1)));
        if (index.is(Property.SEQUENTIAL_KEY)) {
            options.add("OPTIMIZE_FOR_SEQUENTIAL_KEY = ON");
        }
        if (index.is(Property.STATISTICS_NORECOMPUTE)) {
            options.add("STATISTICS_NORECOMPUTE = ON");
        }
        if (index.is(Property.STATISTICS_INCREMENTAL)) {
            options.add("STATISTICS_INCREMENTAL = ON");
        }
        index.get(Property.DETAILS)
                .filter(details -> details.startsWith("(BUCKET_COUNT"))
                .ifPresent(details -> options.add(details.substring(1, details.length() - 1)));
        index.get(Property.COMPRESSION).ifPresent(how -> options.add(compression(how)));
        return options.isEmpty() ? "" : " WITH (" + String.join(", ", options) + ")";
    }

    /** {@code PAGE}, or {@code (PAGE ON PARTITIONS (1, 3), ROW ON PARTITIONS (2))}. */
    static String compression(String how) {
        String option = "DATA_COMPRESSION = ";
        return how.startsWith("(")
                ? option + how.substring(1, how.length() - 1).replace("), ", "), " + option)
                : option + how;
    }

    private static String foreignKey(SchemaObject key) {
        return "FOREIGN KEY " + key.get(Property.COLUMNS).orElse("") + " REFERENCES "
                + key.get(Property.REFERENCES).orElse("")
                + action(key, Property.ON_DELETE)
                + action(key, Property.ON_UPDATE)
                + (key.is(Property.NOT_FOR_REPLICATION) ? " NOT FOR REPLICATION" : "");
    }

    private static String action(SchemaObject key, Property when) {
        return key.get(when)
                .map(action -> " " + when.label() + " " + action.replace('_', ' '))
                .orElse("");
    }

    private static String replication(SchemaObject check) {
        return check.is(Property.NOT_FOR_REPLICATION) ? "NOT FOR REPLICATION " : "";
    }
}
