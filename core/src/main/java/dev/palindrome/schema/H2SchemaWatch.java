package dev.palindrome.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** On H2 the caller knows which tables a script touched; H2 itself keeps no dates. */
final class H2SchemaWatch implements SchemaWatch {

    /** Beyond that, one question about all tables is cheaper than one about many names. */
    private static final int MANY = 50;

    private final H2SchemaReader reader;
    private final SeenObjects seen = new SeenObjects();
    private final H2KnownKeys known = new H2KnownKeys();
    private final Map<SchemaObject, Set<String>> references = new IdentityHashMap<>();
    private final H2KnownTables tables = new H2KnownTables(known);
    private List<SchemaObject> others = List.of();
    private Optional<String> othersAsRead = Optional.empty();
    private SchemaSnapshot last = SchemaSnapshot.empty();

    H2SchemaWatch(H2SchemaReader reader) {
        this.reader = reader;
    }

    @Override
    public SchemaSnapshot read(Connection connection) throws SQLException {
        last = seen.of(reader.read(connection, known));
        return last;
    }

    @Override
    public SchemaSnapshot readAgain(Connection connection, Optional<Collection<TableName>> touched)
            throws SQLException {
        Optional<Set<String>> names = touched.map(this::namesToRead);
        if (names.isEmpty() || names.get().size() > MANY) {
            return read(connection);
        }
        last = again(connection, names.get());
        return last;
    }

    private SchemaSnapshot again(Connection connection, Set<String> names) throws SQLException {
        Optional<H2Definitions> definitions = H2Definitions.of(connection);
        List<SchemaObject> objects = new ArrayList<>(tables(connection, definitions, names));
        objects.addAll(others(connection, definitions));
        for (SchemaObject object : last.objects()) {
            if (object.kind() == ObjectKind.TABLE && !names.contains(key(object.simpleName()))) {
                objects.add(object);
            }
        }
        return SchemaSnapshot.of(objects);
    }

    private List<SchemaObject> tables(Connection connection, Optional<H2Definitions> definitions, Set<String> names)
            throws SQLException {
        H2KnownTables.Found found = definitions
                .map(now -> tables.find(now, names))
                .orElseGet(() -> new H2KnownTables.Found(List.of(), names, Map.of()));
        if (found.unknown().isEmpty()) {
            return found.known();
        }
        List<SchemaObject> objects = new ArrayList<>(found.known());
        for (SchemaObject table : reader.tables(new H2Rows(connection, found.unknown()), known)) {
            SchemaObject object = seen.of(table);
            tables.remember(object, found.definitions());
            objects.add(object);
        }
        return objects;
    }

    private List<SchemaObject> others(Connection connection, Optional<H2Definitions> definitions) throws SQLException {
        Optional<String> now = definitions.map(H2Definitions::others);
        if (now.isEmpty() || !now.equals(othersAsRead)) {
            others = reader.others(new H2Rows(connection)).stream().map(seen::of).toList();
            othersAsRead = now;
        }
        return others;
    }

    /** Without schema: a table too many does no harm. A foreign key's text names the table that it points to. */
    private Set<String> namesToRead(Collection<TableName> touched) {
        Set<String> names = new HashSet<>();
        touched.forEach(table -> names.add(key(table.name())));
        if (names.isEmpty()) {
            return names;
        }
        Set<String> referencing = new HashSet<>();
        for (SchemaObject object : last.objects()) {
            if (!Collections.disjoint(references.computeIfAbsent(object, H2SchemaWatch::referencedBy), names)) {
                referencing.add(key(object.simpleName()));
            }
        }
        names.addAll(referencing);
        return names;
    }

    private static Set<String> referencedBy(SchemaObject object) {
        return object.parts(ObjectKind.FOREIGN_KEY).stream()
                .map(part -> key(new ForeignKey(part).referencedTable()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String key(String name) {
        return NameRule.IGNORING_CASE.key(name);
    }
}
