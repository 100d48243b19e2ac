package dev.palindrome.schema.change;

import dev.palindrome.schema.Property;
import dev.palindrome.schema.SchemaObject;
import dev.palindrome.schema.compare.MentionedNames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Modules in an order in which they can be made: one that another one mentions comes before it. */
final class ModuleOrder {

    private final Map<String, List<SchemaObject>> byName = new HashMap<>();
    private final Map<SchemaObject, Boolean> visited = new IdentityHashMap<>();
    private final List<SchemaObject> ordered = new ArrayList<>();

    private ModuleOrder(List<SchemaObject> modules) {
        modules.forEach(
                module -> byName.computeIfAbsent(MentionedNames.key(module.simpleName()), first -> new ArrayList<>())
                        .add(module));
    }

    static List<SchemaObject> of(List<SchemaObject> modules) {
        ModuleOrder order = new ModuleOrder(modules);
        modules.forEach(order::visit);
        return order.ordered;
    }

    private void visit(SchemaObject module) {
        if (visited.put(module, true) != null) {
            return;
        }
        Set<String> mentioned =
                MentionedNames.in(module.get(Property.DEFINITION).orElse(""));
        byName.forEach((name, modules) -> {
            if (mentioned.contains(name)) {
                modules.forEach(this::visit);
            }
        });
        ordered.add(module);
    }
}
