package dev.palindrome.schema.change;

import dev.palindrome.schema.ObjectKind;
import dev.palindrome.schema.Property;
import dev.palindrome.schema.SchemaObject;
import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.schema.compare.MentionedNames;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Consumer;

/**
 * Finds tables and columns that only have another name: one is gone, one has come, and they are the same but for the name.
 * One column of such a table may have another name, too.
 * Whoever drops the one and makes the other loses rows.
 */
final class Renames {

    private final SchemaSnapshot expected;
    private final ChangeScript script;
    private SchemaSnapshot actual;

    private Renames(SchemaSnapshot actual, SchemaSnapshot expected, ChangeScript script) {
        this.actual = actual;
        this.expected = expected;
        this.script = script;
    }

    /** Writes what gives things their names back, and says what differs then. */
    static ChangedObjects write(SchemaSnapshot actual, SchemaSnapshot expected, ChangeScript script) {
        Renames renames = new Renames(actual, expected, script);
        ChangedObjects objects = new ChangedObjects(actual, expected);
        objects = renames.after(objects, found -> renames.tables(found, Renames::isEqual));
        objects = renames.after(objects, found -> renames.tables(found, renames::isEqualButForAColumn));
        return renames.after(objects, renames::columns);
    }

    /** What differs after a search, which is what differed before if nothing was found. */
    private ChangedObjects after(ChangedObjects objects, Consumer<ChangedObjects> search) {
        SchemaSnapshot before = actual;
        search.accept(objects);
        return actual == before ? objects : new ChangedObjects(actual, expected);
    }

    /** @param same whether a table, under its expected name, is taken for the expected one */
    private void tables(ChangedObjects objects, BiPredicate<SchemaObject, SchemaObject> same) {
        List<SchemaObject> missing = plainTables(objects.missing());
        List<SchemaObject> extra = plainTables(objects.extra());
        for (SchemaObject table : missing) {
            List<RenamedTable> candidates = extra.stream()
                    .filter(other -> isSame(table, other, same))
                    .map(other -> new RenamedTable(other.name(), table.name()))
                    .toList();
            boolean wanted =
                    missing.stream().filter(other -> isSame(other, table, same)).count() == 1;
            if (candidates.size() == 1 && wanted) {
                RenamedTable renamed = candidates.get(0);
                script.renamed(renamed.sentence());
                script.add(ChangePhase.RENAME_BACK, renamed.sql());
                actual = ChangedEach.of(actual, renamed::in);
            }
        }
    }

    private List<SchemaObject> plainTables(List<SchemaObject> objects) {
        return objects.stream()
                .filter(object -> object.kind() == ObjectKind.TABLE)
                .filter(table -> table.get(Property.HISTORY_TABLE).isEmpty()
                        && table.get(Property.PERIOD).isEmpty()
                        && !TemporalVersioning.isHistory(table))
                .filter(table -> !isBound(table))
                .toList();
    }

    private static boolean isSame(SchemaObject one, SchemaObject other, BiPredicate<SchemaObject, SchemaObject> same) {
        boolean sameSchema = one.name().get(0).equals(other.name().get(0));
        return sameSchema && same.test(one, new RenamedTable(other.name(), one.name()).in(other));
    }

    private static boolean isEqual(SchemaObject one, SchemaObject other) {
        return alone(one).diff(alone(other)).isEmpty();
    }

    /** One column alone would be like any other. */
    private boolean isEqualButForAColumn(SchemaObject one, SchemaObject other) {
        boolean keepsColumns = one.parts(ObjectKind.COLUMN).size() > 1;
        return isEqual(one, other) || keepsColumns && isEqualOnceRenamed(one, other);
    }

    private boolean isEqualOnceRenamed(SchemaObject one, SchemaObject other) {
        for (ObjectPair pair : new ChangedObjects(alone(other), alone(one)).pairs()) {
            Optional<RenamedColumn> renamed = column(pair);
            if (renamed.isPresent() && isEqual(one, renamed.get().in(other))) {
                return true;
            }
        }
        return false;
    }

    private static SchemaSnapshot alone(SchemaObject table) {
        return SchemaSnapshot.of(List.of(table));
    }

    private void columns(ChangedObjects objects) {
        for (ObjectPair pair : objects.pairs()) {
            if (TemporalVersioning.isHistory(pair.actual()) && TemporalVersioning.isHistory(pair.expected())) {
                continue; // its columns are called as those of its table
            }
            column(pair).ifPresent(renamed -> {
                script.renamed(renamed.sentence());
                script.add(ChangePhase.RENAME_BACK, renamed.sql());
                actual = renamed.in(actual);
            });
        }
    }

    private Optional<RenamedColumn> column(ObjectPair pair) {
        List<SchemaObject> missing = columns(pair.missing());
        List<SchemaObject> extra = columns(pair.extra());
        if (pair.expected().kind() != ObjectKind.TABLE
                || missing.size() != 1
                || extra.size() != 1
                || !missing.get(0).properties().equals(extra.get(0).properties())
                || place(pair.expected(), missing.get(0)) != place(pair.actual(), extra.get(0))) {
            return Optional.empty();
        }
        return Optional.of(new RenamedColumn(
                        pair.actual().name(),
                        extra.get(0).simpleName(),
                        missing.get(0).simpleName()))
                .filter(renamed -> !renamed.isInExpressionOf(pair.actual()) && !isBound(pair.actual()));
    }

    private static List<SchemaObject> columns(List<SchemaObject> parts) {
        return parts.stream().filter(part -> part.kind() == ObjectKind.COLUMN).toList();
    }

    private static int place(SchemaObject table, SchemaObject column) {
        return table.parts(ObjectKind.COLUMN).indexOf(column);
    }

    /** What a module is bound to cannot be renamed (Microsoft: sp-rename-transact-sql). */
    private boolean isBound(SchemaObject table) {
        return actual.objects().stream()
                .filter(object -> ModuleChanges.KINDS.contains(object.kind()))
                .map(module -> module.get(Property.DEFINITION).orElse(""))
                .anyMatch(definition -> MentionedNames.of("schemabinding", definition)
                        && MentionedNames.of(table.simpleName(), definition));
    }
}
