package dev.palindrome.schema.change;

import dev.palindrome.schema.ObjectKind;
import dev.palindrome.schema.Property;
import dev.palindrome.schema.SchemaObject;
import dev.palindrome.schema.compare.MentionedNames;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The views, procedures, functions and database triggers that go and come, with those that stand on them. */
final class ModuleChanges {

    static final Set<ObjectKind> KINDS =
            Set.of(ObjectKind.VIEW, ObjectKind.PROCEDURE, ObjectKind.FUNCTION, ObjectKind.DATABASE_TRIGGER);

    private final ChangedObjects objects;
    private final ModuleStatements statements;
    private final PartChanges parts;
    private final List<SchemaObject> gone = new ArrayList<>();
    private final List<SchemaObject> come = new ArrayList<>();
    private final Set<SchemaObject> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<SchemaObject, Set<String>> mentions = new IdentityHashMap<>();

    ModuleChanges(ChangedObjects objects, ChangeScript script, PartChanges parts) {
        this.objects = objects;
        this.statements = new ModuleStatements(script);
        this.parts = parts;
    }

    void create(SchemaObject module) {
        come.add(module);
    }

    void drop(SchemaObject module) {
        if (seen.add(module)) {
            gone.add(module);
        }
    }

    /** Whether a module goes, so that its own indexes and triggers need no statement. */
    boolean isGone(SchemaObject module) {
        return seen.contains(module);
    }

    private void remake(SchemaObject module) {
        drop(module);
        create(objects.pair(module).map(ObjectPair::expected).orElse(module));
    }

    /**
     * Adds what is in the way.
     *
     * @param altered names of tables whose columns change: what is bound to them makes way
     * @param replaced names of tables that go: views make way
     */
    void makeWay(Set<String> altered, Set<String> replaced) {
        Set<String> names = new HashSet<>(replaced);
        gone.forEach(module -> names.add(MentionedNames.key(module.simpleName())));
        if (names.isEmpty() && altered.isEmpty()) {
            return;
        }
        List<SchemaObject> candidates = new ArrayList<>(objects.actual().objects(ObjectKind.VIEW));
        candidates.addAll(objects.actual().objects(ObjectKind.FUNCTION));
        boolean more = true;
        while (more) {
            more = false;
            for (SchemaObject module : candidates) {
                if (!seen.contains(module) && isInTheWay(module, names, altered)) {
                    remake(module);
                    names.add(MentionedNames.key(module.simpleName()));
                    more = true;
                }
            }
        }
    }

    private boolean isInTheWay(SchemaObject module, Set<String> names, Set<String> altered) {
        Set<String> mentioned = mentions.computeIfAbsent(
                module, key -> MentionedNames.in(key.get(Property.DEFINITION).orElse("")));
        boolean bound = mentioned.contains("schemabinding");
        return (bound || module.kind() == ObjectKind.VIEW) && !Collections.disjoint(mentioned, names)
                || bound && !Collections.disjoint(mentioned, altered);
    }

    /** Names of functions that go and come back, be it as others. */
    Set<String> functionsMadeAnew() {
        Set<String> back = names(come);
        back.retainAll(names(gone));
        return back;
    }

    private static Set<String> names(List<SchemaObject> modules) {
        return modules.stream()
                .filter(module -> module.kind() == ObjectKind.FUNCTION)
                .map(function -> MentionedNames.key(function.simpleName()))
                .collect(Collectors.toCollection(HashSet::new));
    }

    void write() {
        Set<String> calledBefore = called(gone, false);
        List<SchemaObject> dropOrder = new ArrayList<>(ModuleOrder.of(gone));
        Collections.reverse(dropOrder);
        for (SchemaObject module : dropOrder) {
            boolean late = isCalled(module, calledBefore);
            statements.drop(late ? ChangePhase.DROP_CALLED_FUNCTION : ChangePhase.DROP_MODULE, module);
        }
        CalledFunctions called = new CalledFunctions(come, called(come, true), objects.missing());
        for (SchemaObject module : ModuleOrder.of(come)) {
            statements.create(called.phase(module), module);
        }
    }

    /** The indexes and triggers of what comes. */
    void createParts() {
        for (SchemaObject module :
                come.stream().filter(ModuleStatements::isKnown).toList()) {
            module.parts().stream()
                    .filter(part -> part.kind() != ObjectKind.COLUMN)
                    .forEach(part -> parts.create(module, part));
        }
    }

    private static boolean isCalled(SchemaObject module, Set<String> called) {
        return module.kind() == ObjectKind.FUNCTION && called.contains(MentionedNames.key(module.simpleName()));
    }

    /** What tables mention in expressions; nothing where no function asks for it. */
    private Set<String> called(List<SchemaObject> modules, boolean after) {
        Set<String> called = new HashSet<>();
        if (modules.stream().noneMatch(module -> module.kind() == ObjectKind.FUNCTION)) {
            return called;
        }
        (after ? objects.expected() : objects.actual())
                .objects(ObjectKind.TABLE)
                .forEach(table -> addCalled(table, called));
        return called;
    }

    private static void addCalled(SchemaObject table, Set<String> called) {
        for (SchemaObject part : table.parts()) {
            for (Property property : List.of(Property.CONDITION, Property.COMPUTED, Property.DEFAULT)) {
                part.get(property).ifPresent(text -> called.addAll(MentionedNames.in(text)));
            }
        }
    }
}
