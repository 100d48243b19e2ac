package dev.palindrome.schema.change;

import dev.palindrome.schema.ObjectKind;
import dev.palindrome.schema.Property;
import dev.palindrome.schema.SchemaObject;
import dev.palindrome.schema.compare.MentionedNames;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * When functions that tables call are made: before the tables, with the functions that they call themselves. Tables that a
 * function reads are looked up when it runs, but for one that is bound to them: it comes behind them, and before checks.
 */
final class CalledFunctions {

    private final Set<String> called;
    private final Set<String> newTables;

    /** Names of functions that come behind tables: checks that call them come even later. */
    static Set<String> boundToTables(List<SchemaObject> missing) {
        CalledFunctions any = new CalledFunctions(List.of(), Set.of(), missing);
        return missing.stream()
                .filter(object -> object.kind() == ObjectKind.FUNCTION && any.isBoundToTables(object))
                .map(function -> MentionedNames.key(function.simpleName()))
                .collect(Collectors.toSet());
    }

    /** @param named names that expressions of tables mention */
    CalledFunctions(List<SchemaObject> modules, Set<String> named, List<SchemaObject> missing) {
        this.called = new HashSet<>(named);
        this.newTables = missing.stream()
                .filter(object -> object.kind() == ObjectKind.TABLE)
                .map(table -> MentionedNames.key(table.simpleName()))
                .collect(Collectors.toSet());
        List<SchemaObject> functions = modules.stream()
                .filter(module -> module.kind() == ObjectKind.FUNCTION)
                .toList();
        boolean more = !functions.isEmpty();
        while (more) {
            more = false;
            for (SchemaObject function : functions) {
                if (isCalled(function)) {
                    more |= addMentioned(function, functions);
                }
            }
        }
    }

    private boolean addMentioned(SchemaObject function, List<SchemaObject> functions) {
        Set<String> mentioned = mentionedIn(function);
        boolean more = false;
        for (SchemaObject other : functions) {
            String name = MentionedNames.key(other.simpleName());
            more |= mentioned.contains(name) && called.add(name);
        }
        return more;
    }

    /** A trigger of the database would see, and may refuse, whatever comes behind it. */
    ChangePhase phase(SchemaObject module) {
        if (module.kind() == ObjectKind.DATABASE_TRIGGER) {
            return ChangePhase.CREATE_DATABASE_TRIGGER;
        }
        if (!isCalled(module)) {
            return ChangePhase.CREATE_MODULE;
        }
        return isBoundToTables(module) ? ChangePhase.CREATE_BOUND_FUNCTION : ChangePhase.CREATE_CALLED_FUNCTION;
    }

    private boolean isCalled(SchemaObject module) {
        return module.kind() == ObjectKind.FUNCTION && called.contains(MentionedNames.key(module.simpleName()));
    }

    private boolean isBoundToTables(SchemaObject function) {
        Set<String> mentioned = mentionedIn(function);
        return mentioned.contains("schemabinding") && !Collections.disjoint(mentioned, newTables);
    }

    private static Set<String> mentionedIn(SchemaObject function) {
        return MentionedNames.in(function.get(Property.DEFINITION).orElse(""));
    }
}
