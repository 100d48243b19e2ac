package dev.palindrome.schema.change;

import dev.palindrome.schema.NameChange;
import dev.palindrome.schema.ObjectKind;
import dev.palindrome.schema.Property;
import dev.palindrome.schema.SchemaObject;
import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.schema.Table;
import dev.palindrome.schema.TableOrder;
import dev.palindrome.schema.compare.ForeignKeyOrder;
import dev.palindrome.schema.compare.MentionedNames;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Takes the differences of two schemas apart and has each kind of object write its statements. */
public final class SchemaChangePlan {

    private final ChangedObjects objects;
    private final ChangeScript script;
    private final PartChanges parts;
    private final ModuleChanges modules;
    private final OtherChanges others;
    private final List<TableChange> tables = new ArrayList<>();

    private SchemaChangePlan(ChangedObjects objects, ChangeScript script) {
        this.objects = objects;
        this.script = script;
        this.parts = new PartChanges(objects);
        this.modules = new ModuleChanges(objects, script, parts);
        this.others = new OtherChanges(objects, script, parts);
    }

    /** @param renames whether something may have got another name */
    public static ChangeScript of(SchemaSnapshot actual, SchemaSnapshot expected, boolean renames) {
        ChangeScript script = ChangeScript.ofChanges();
        SchemaSnapshot named = CaseRenames.write(actual, expected, script);
        ChangedObjects objects = renames ? Renames.write(named, expected, script) : new ChangedObjects(named, expected);
        new SchemaChangePlan(objects, script).plan();
        return script;
    }

    /** What a new database has already, its options included, is not made. */
    public static ChangeScript creating(SchemaSnapshot expected) {
        ChangeScript script = ChangeScript.fromNothing();
        new SchemaChangePlan(new ChangedObjects(ofNewDatabase(expected), expected), script).plan();
        return script;
    }

    private static SchemaSnapshot ofNewDatabase(SchemaSnapshot expected) {
        return SchemaSnapshot.of(expected.objects().stream()
                .filter(object -> object.kind() == ObjectKind.DATABASE || isDbo(object))
                .map(object -> object.with(object.properties(), List.of()))
                .toList());
    }

    private static boolean isDbo(SchemaObject object) {
        return object.kind() == ObjectKind.SCHEMA && object.simpleName().equalsIgnoreCase("dbo");
    }

    /** @return empty where the renames do not fit the schema */
    public static Optional<ChangeScript> undoing(
            List<NameChange> renames, SchemaSnapshot actual, SchemaSnapshot expected) {
        ChangeScript script = ChangeScript.ofChanges();
        return UndoneRenames.write(actual, renames, script).map(named -> {
            SchemaSnapshot same = CaseRenames.write(named, expected, script);
            new SchemaChangePlan(new ChangedObjects(same, expected), script).plan();
            return script;
        });
    }

    private void plan() {
        missingTables();
        extraTables();
        objects.missing().stream().filter(object -> !isTable(object)).forEach(this::missing);
        objects.extra().stream().filter(object -> !isTable(object)).forEach(this::extra);
        objects.pairs().forEach(this::changed);
        modules.makeWay(names(tables.stream().filter(TableChange::touchesColumns)), names(rebuilt()));
        new FunctionCallers(objects, script, parts, modules.functionsMadeAnew()).makeWay(replaced());
        modules.createParts();
        modules.write();
        writeParts();
    }

    private static boolean isTable(SchemaObject object) {
        return object.kind() == ObjectKind.TABLE;
    }

    private Stream<TableChange> rebuilt() {
        return tables.stream().filter(TableChange::isRebuilt);
    }

    private Set<SchemaObject> replaced() {
        return rebuilt().map(change -> change.pair().actual()).collect(Collectors.toSet());
    }

    private static Set<String> names(Stream<TableChange> changes) {
        Set<String> names = new HashSet<>();
        changes.forEach(
                change -> names.add(MentionedNames.key(change.pair().actual().simpleName())));
        return names;
    }

    private void missingTables() {
        Set<String> late = CalledFunctions.boundToTables(objects.missing());
        Predicate<SchemaObject> inline = part -> TableDefinition.isInline(part)
                && (late.isEmpty()
                        || Collections.disjoint(
                                late,
                                MentionedNames.in(part.get(Property.CONDITION).orElse(""))));
        for (Table table : ordered(objects.missing())) {
            if (TemporalVersioning.isMadeByItsTable(table.object())) {
                parts(table.object())
                        .filter(ExtraStatements::knows)
                        .forEach(part -> parts.create(table.object(), part));
                continue;
            }
            Optional<String> special = TableDefinition.specialKind(table.object());
            if (special.isPresent()) {
                script.byHand("make " + table + ", which was " + special.get());
                continue;
            }
            script.data(ChangePhase.CREATE_TABLE, "the rows of " + table + " cannot come back");
            List<String> off = new TableOptions(table.object(), script).settingsOff();
            off.forEach(setting -> script.addAlone(ChangePhase.CREATE_TABLE, "SET " + setting + " OFF;"));
            script.add(ChangePhase.CREATE_TABLE, TableDefinition.of(table.object(), inline));
            off.forEach(setting -> script.addAlone(ChangePhase.CREATE_TABLE, "SET " + setting + " ON;"));
            parts(table.object())
                    .filter(part -> !inline.test(part))
                    .forEach(part -> parts.create(table.object(), part));
            TemporalVersioning.switchOn(table.object(), script);
            new TableOptions(table.object(), script).set(off);
        }
    }

    private static Stream<SchemaObject> parts(SchemaObject table) {
        return table.parts().stream().filter(part -> part.kind() != ObjectKind.COLUMN);
    }

    private void extraTables() {
        TableOrder order = order(objects.extra());
        order.cycles()
                .forEach(cycle -> cycle.stream()
                        .filter(table -> cycle.size() > 1)
                        .forEach(
                                table -> table.foreignKeys().forEach(key -> parts.drop(table.object(), key.object()))));
        List<Table> tables = new ArrayList<>(order.tables());
        Collections.reverse(tables);
        for (Table table : tables) {
            if (TemporalVersioning.isLeftBehind(table.object())) {
                script.byHand(
                        "drop " + table + ", which was a history: the server made up its name, which is another one"
                                + " in each database");
                continue;
            }
            TemporalVersioning.switchOff(table.object(), script);
            script.add(ChangePhase.DROP_TABLE, "DROP TABLE " + table.sqlName());
        }
    }

    private List<Table> ordered(List<SchemaObject> all) {
        return order(all).tables();
    }

    private TableOrder order(List<SchemaObject> all) {
        List<Table> only =
                all.stream().filter(SchemaChangePlan::isTable).map(Table::new).toList();
        return ForeignKeyOrder.of(only, objects.names());
    }

    private void missing(SchemaObject object) {
        if (ModuleChanges.KINDS.contains(object.kind())) {
            modules.create(object);
        } else {
            others.missing(object);
        }
    }

    private void extra(SchemaObject object) {
        if (ModuleChanges.KINDS.contains(object.kind())) {
            modules.drop(object);
        } else {
            others.extra(object);
        }
    }

    private void changed(ObjectPair pair) {
        if (isTable(pair.expected())) {
            tableChange(pair);
        } else if (!ModuleChanges.KINDS.contains(pair.expected().kind())) {
            others.changed(pair);
        } else if (pair.own().isEmpty()) {
            tableChange(pair);
        } else {
            modules.drop(pair.actual());
            modules.create(pair.expected());
        }
    }

    private void tableChange(ObjectPair pair) {
        TableChange change = new TableChange(pair, script, parts);
        tables.add(change);
        change.plan();
    }

    private void writeParts() {
        PartStatements statements = new PartStatements(script, objects);
        Set<SchemaObject> replaced = replaced();
        Predicate<OwnedPart> stays = owned -> !replaced.contains(owned.owner()) && !modules.isGone(owned.owner());
        parts.drops().stream().filter(stays).forEach(statements::drop);
        parts.renames().forEach((owned, name) -> {
            if (stays.test(owned)) {
                statements.rename(owned, name);
            }
        });
        parts.creates().forEach(statements::create);
    }
}
