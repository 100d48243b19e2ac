package dev.palindrome.schema.change;

import dev.palindrome.schema.Difference;
import dev.palindrome.schema.ForeignKey;
import dev.palindrome.schema.ObjectKind;
import dev.palindrome.schema.Property;
import dev.palindrome.schema.SchemaObject;
import dev.palindrome.schema.compare.ColumnList;
import dev.palindrome.sql.BracketedName;
import dev.palindrome.sql.SqlLiteral;
import dev.palindrome.text.OneLine;
import dev.palindrome.tsql.UnnamedConstraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Drops and makes what belongs to a table or view but is no column. */
final class PartStatements {

    private final ChangeScript script;
    private final ChangedObjects objects;

    PartStatements(ChangeScript script, ChangedObjects objects) {
        this.script = script;
        this.objects = objects;
    }

    /** Whether statements for it can be written. */
    static boolean knows(SchemaObject part) {
        return part.kind().isConstraint()
                || part.kind() == ObjectKind.INDEX
                || part.kind() == ObjectKind.STATISTICS
                || part.kind() == ObjectKind.TRIGGER
                || ExtraStatements.knows(part);
    }

    void drop(OwnedPart owned) {
        SchemaObject part = owned.part();
        String owner = BracketedName.of(owned.owner().name());
        if (ExtraStatements.knows(part)) {
            new ExtraStatements(script).drop(owned);
        } else if (part.kind() == ObjectKind.INDEX) {
            script.add(dropIndexPhase(part), "DROP INDEX " + BracketedName.of(part.name()) + " ON " + owner);
        } else if (part.kind() == ObjectKind.STATISTICS) {
            script.add(ChangePhase.DROP_INDEX, "DROP STATISTICS " + owner + "." + BracketedName.of(part.name()));
        } else if (part.kind() == ObjectKind.TRIGGER) {
            script.add(ChangePhase.DROP_TRIGGER, "DROP TRIGGER " + inSchemaOf(owned));
        } else if (part.name().isEmpty() && part.kind() == ObjectKind.EDGE_CONSTRAINT) {
            script.byHand(
                    "drop from " + BracketedName.readable(owned.owner().name()) + ": " + OneLine.of(part.toString()));
        } else if (part.name().isEmpty()) {
            script.addAlone(dropPhase(part.kind()), unnamed(owner, part).drop());
        } else {
            script.add(
                    dropPhase(part.kind()),
                    "ALTER TABLE " + owner + " DROP CONSTRAINT " + BracketedName.of(part.name()));
        }
    }

    /** An index is called by its table, a constraint by its schema. */
    void rename(OwnedPart owned, String name) {
        boolean index = owned.part().kind() == ObjectKind.INDEX || owned.part().kind() == ObjectKind.STATISTICS;
        String old = index
                ? BracketedName.of(owned.owner().name()) + "."
                        + BracketedName.of(owned.part().simpleName())
                : inSchemaOf(owned);
        script.add(
                ChangePhase.RENAME,
                "EXEC sp_rename " + SqlLiteral.of(old) + ", " + SqlLiteral.of(name) + ", "
                        + SqlLiteral.of(index ? "INDEX" : "OBJECT"));
    }

    private static ChangePhase dropPhase(ObjectKind kind) {
        return switch (kind) {
            case FOREIGN_KEY -> ChangePhase.DROP_FOREIGN_KEY;
            case CHECK -> ChangePhase.DROP_CHECK;
            default -> ChangePhase.DROP_KEY;
        };
    }

    /** The clustered index goes last and comes first: the others are built on it. */
    private static ChangePhase dropIndexPhase(SchemaObject index) {
        if (IndexDefinition.isSecondary(index)) {
            return ChangePhase.DROP_SECONDARY_INDEX;
        }
        return IndexDefinition.isClustered(index) ? ChangePhase.DROP_KEY : ChangePhase.DROP_INDEX;
    }

    private static UnnamedConstraint unnamed(String owner, SchemaObject part) {
        String columns =
                String.join(",", ColumnList.names(part.get(Property.COLUMNS).orElse("")));
        return switch (part.kind()) {
            case PRIMARY_KEY -> new UnnamedConstraint(UnnamedConstraint.Kind.PRIMARY_KEY, owner, "", "");
            case UNIQUE_KEY -> new UnnamedConstraint(UnnamedConstraint.Kind.UNIQUE, owner, columns, "");
            case FOREIGN_KEY -> {
                ForeignKey key = new ForeignKey(part);
                String referenced = BracketedName.of(List.of(key.referencedSchema(), key.referencedTable()));
                yield new UnnamedConstraint(UnnamedConstraint.Kind.FOREIGN_KEY, owner, columns, referenced);
            }
            default ->
                new UnnamedConstraint(
                        UnnamedConstraint.Kind.CHECK,
                        owner,
                        part.get(Property.CONDITION).orElse(""),
                        "");
        };
    }

    void create(OwnedPart owned) {
        if (ExtraStatements.knows(owned.part())) {
            new ExtraStatements(script).create(owned);
        } else if (!knows(owned.part())) {
            script.byHand(new Difference.Missing(owned.owner(), Optional.of(owned.part())));
        } else if (owned.part().kind() == ObjectKind.INDEX) {
            index(owned);
        } else if (owned.part().kind() == ObjectKind.STATISTICS) {
            statistics(owned);
        } else if (owned.part().kind() == ObjectKind.TRIGGER) {
            trigger(owned);
        } else {
            constraint(owned);
        }
    }

    private void constraint(OwnedPart owned) {
        SchemaObject part = owned.part();
        String alter = "ALTER TABLE " + BracketedName.of(owned.owner().name());
        boolean orphaned = part.kind() == ObjectKind.FOREIGN_KEY && isOrphaned(owned.owner(), new ForeignKey(part));
        String unchecked = orphaned || ConstraintDefinition.isUnchecked(part) ? " WITH NOCHECK" : "";
        script.add(addPhase(part.kind()), alter + unchecked + " ADD " + ConstraintDefinition.of(owned.owner(), part));
        if (part.is(Property.DISABLED) && part.name().isEmpty()) {
            script.byHand("switch off in "
                    + BracketedName.readable(owned.owner().name()) + ": " + OneLine.of(part.toString()));
        } else if (part.is(Property.DISABLED)) {
            script.add(ChangePhase.SWITCH_OFF, alter + " NOCHECK CONSTRAINT " + BracketedName.of(part.name()));
        }
    }

    /** Whether a column of it comes back with NULLs only: such rows have nothing to be checked. */
    private boolean pointsNowhere(SchemaObject table, ForeignKey key) {
        return objects.pair(table).stream()
                .flatMap(pair -> pair.missing().stream())
                .anyMatch(part -> part.kind() == ObjectKind.COLUMN
                        && key.columns().contains(part.simpleName())
                        && ColumnStatements.comesBackEmpty(table, part));
    }

    /** Whether rows that are there may point to rows of a table that comes back empty. */
    private boolean isOrphaned(SchemaObject table, ForeignKey key) {
        List<String> parent = List.of(key.referencedSchema(), key.referencedTable());
        if (objects.isMissing(table.name()) || !objects.isMissing(parent) || pointsNowhere(table, key)) {
            return false;
        }
        script.data(
                ChangePhase.ADD_FOREIGN_KEY,
                "rows of " + BracketedName.readable(table.name()) + " point to rows of "
                        + BracketedName.readable(parent)
                        + " that cannot come back, so the foreign key does not check them");
        return true;
    }

    private static ChangePhase addPhase(ObjectKind kind) {
        return switch (kind) {
            case FOREIGN_KEY -> ChangePhase.ADD_FOREIGN_KEY;
            case CHECK -> ChangePhase.ADD_CHECK;
            default -> ChangePhase.ADD_KEY;
        };
    }

    private void index(OwnedPart owned) {
        SchemaObject index = owned.part();
        Optional<String> sql = IndexDefinition.of(owned.owner(), index);
        if (sql.isEmpty()) {
            script.byHand(
                    "make on " + BracketedName.readable(owned.owner().name()) + ": " + OneLine.of(index.toString()));
            return;
        }
        script.add(addIndexPhase(owned), sql.get());
        if (index.is(Property.DISABLED)) {
            script.add(
                    ChangePhase.SWITCH_OFF,
                    "ALTER INDEX " + BracketedName.of(index.name()) + " ON "
                            + BracketedName.of(owned.owner().name()) + " DISABLE");
        }
    }

    /** A view has no index before its unique clustered one (error 1940). */
    private static ChangePhase addIndexPhase(OwnedPart owned) {
        boolean clustered = IndexDefinition.isClustered(owned.part());
        if (owned.owner().kind() == ObjectKind.VIEW) {
            return clustered ? ChangePhase.ADD_VIEW_KEY : ChangePhase.ADD_VIEW_INDEX;
        }
        if (IndexDefinition.isSecondary(owned.part())) {
            return ChangePhase.ADD_SECONDARY_INDEX;
        }
        return clustered ? ChangePhase.ADD_KEY : ChangePhase.ADD_INDEX;
    }

    private void statistics(OwnedPart owned) {
        SchemaObject part = owned.part();
        List<String> options = new ArrayList<>();
        if (part.is(Property.STATISTICS_NORECOMPUTE)) {
            options.add("NORECOMPUTE");
        }
        if (part.is(Property.STATISTICS_INCREMENTAL)) {
            options.add("INCREMENTAL = ON");
        }
        part.get(Property.OPTIONS).ifPresent(all -> options.add(all.substring(1, all.length() - 1)));
        boolean ofView = owned.owner().kind() == ObjectKind.VIEW;
        script.add(
                ofView ? ChangePhase.ADD_VIEW_INDEX : ChangePhase.ADD_INDEX,
                "CREATE STATISTICS " + BracketedName.of(part.name()) + " ON "
                        + BracketedName.of(owned.owner().name()) + " "
                        + part.get(Property.COLUMNS).orElse("")
                        + part.get(Property.FILTER)
                                .map(filter -> " WHERE " + filter)
                                .orElse("")
                        + (options.isEmpty() ? "" : " WITH " + String.join(", ", options)));
    }

    private void trigger(OwnedPart owned) {
        SchemaObject trigger = owned.part();
        new ModuleStatements(script).create(ChangePhase.CREATE_TRIGGER, trigger);
        if (!ModuleStatements.isKnown(trigger)) {
            return;
        }
        if (trigger.is(Property.DISABLED)) {
            script.add(
                    ChangePhase.SWITCH_OFF,
                    "DISABLE TRIGGER " + inSchemaOf(owned) + " ON "
                            + BracketedName.of(owned.owner().name()));
        }
        FiringOrder.set(trigger, inSchemaOf(owned), script);
    }

    private static String inSchemaOf(OwnedPart owned) {
        return BracketedName.of(
                List.of(owned.owner().name().get(0), owned.part().simpleName()));
    }
}
