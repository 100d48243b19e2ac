package dev.palindrome.schema.read;

import dev.palindrome.h2.H2Definitions;
import dev.palindrome.schema.ObjectKind;
import dev.palindrome.schema.SchemaObject;
import dev.palindrome.schema.read.H2KnownKeys.Key;
import dev.palindrome.sql.TableName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Tables read before, by their definitions: a table that is as it once was need not be read again. */
final class H2KnownTables {

    /** A table, and what {@link H2KnownKeys} knew of it then: another table may have had keys of these names since. */
    private record Known(SchemaObject table, Map<TableName, Key> keys) {}

    private final H2KnownKeys keys;
    private final Map<String, Known> byDefinition = new HashMap<>();

    H2KnownTables(H2KnownKeys keys) {
        this.keys = keys;
    }

    /**
     * What there is of some names.
     *
     * @param known tables that are as they once were
     * @param unknown names under which there is something that must be read
     * @param definitions of what must be read
     */
    record Found(List<SchemaObject> known, Set<String> unknown, Map<TableName, String> definitions) {}

    Found find(H2Definitions now, Collection<String> names) {
        Found found = new Found(new ArrayList<>(), new HashSet<>(), new HashMap<>());
        for (String name : names) {
            Map<TableName, String> definitions = now.tables(name);
            if (byDefinition.keySet().containsAll(definitions.values())) {
                definitions.values().forEach(definition -> found.known().add(recall(definition)));
            } else {
                found.unknown().add(name);
                found.definitions().putAll(definitions);
            }
        }
        return found;
    }

    private SchemaObject recall(String definition) {
        Known table = Objects.requireNonNull(byDefinition.get(definition));
        keys.remember(table.keys());
        return table.table();
    }

    void remember(SchemaObject table, Map<TableName, String> definitions) {
        String definition = definitions.get(new TableName(table.name().get(0), table.simpleName()));
        if (definition != null) {
            byDefinition.put(definition, new Known(table, keysOf(table)));
        }
    }

    private Map<TableName, Key> keysOf(SchemaObject table) {
        Map<TableName, Key> found = new HashMap<>();
        for (SchemaObject part : table.parts()) {
            if (part.kind() == ObjectKind.PRIMARY_KEY || part.kind() == ObjectKind.UNIQUE_KEY) {
                TableName name =
                        new TableName(table.name().get(0), part.systemName().orElse(part.simpleName()));
                keys.find(name).ifPresent(key -> found.put(name, key));
            }
        }
        return found;
    }
}
