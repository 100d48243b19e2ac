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
        last = again(new H2Rows(connection, names.get()), names.get());
        return last;
    }

    private SchemaSnapshot again(H2Rows rows, Set<String> names) throws SQLException {
        List<SchemaObject> objects = new ArrayList<>();
        if (!names.isEmpty()) {
            reader.tables(rows, known).forEach(table -> objects.add(seen.of(table)));
        }
        reader.others(rows).forEach(object -> objects.add(seen.of(object)));
        for (SchemaObject object : last.objects()) {
            if (object.kind() == ObjectKind.TABLE && !names.contains(key(object.simpleName()))) {
                objects.add(object);
            }
        }
        return SchemaSnapshot.of(objects);
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
