package dev.palindrome.schema.read;

import dev.palindrome.h2.H2Definitions;
import dev.palindrome.schema.ObjectKind;
import dev.palindrome.schema.Property;
import dev.palindrome.schema.SchemaObject;
import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.schema.SchemaWatch;
import dev.palindrome.schema.read.H2KnownTables.Found;
import dev.palindrome.sql.TableName;
import dev.palindrome.tsql.RecordedObject;
import dev.palindrome.tsql.TokenReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** On H2 the caller knows which tables a script touched; H2 itself keeps no dates. */
final class H2SchemaWatch implements SchemaWatch {

    /** Beyond that, one question about all tables is cheaper than one about many names. */
    private static final int MANY = 50;

    private final H2SchemaReader reader;
    private final SeenObjects seen = new SeenObjects();
    private final H2KnownKeys known = new H2KnownKeys();
    private final H2PresentTables present = new H2PresentTables();
    private final H2KnownTables tables = new H2KnownTables(known);
    private final H2Principals principals = new H2Principals();
    private List<SchemaObject> others = List.of();
    private Set<RecordedObject> parts = Set.of();
    private Optional<Object> othersAsRead = Optional.empty();
    private SchemaSnapshot last = SchemaSnapshot.empty();

    H2SchemaWatch(H2SchemaReader reader) {
        this.reader = reader;
    }

    @Override
    public SchemaSnapshot read(Connection connection) throws SQLException {
        last = seen.of(reader.read(connection, known));
        present.beginWith(last);
        others = last.objects().stream()
                .filter(object -> object.kind() != ObjectKind.TABLE)
                .toList();
        othersAsRead = Optional.empty();
        parts = parts(connection);
        principals.beginWith(connection);
        return last;
    }

    @Override
    public SchemaSnapshot readAgain(Connection connection, Optional<Collection<TableName>> touched)
            throws SQLException {
        return touched.isEmpty() ? read(connection) : again(connection, touched.get());
    }

    private SchemaSnapshot again(Connection connection, Collection<TableName> touched) throws SQLException {
        Optional<H2Definitions> definitions = H2Definitions.of(connection);
        Optional<Object> othersNow = definitions.map(H2Definitions::others);
        boolean same = othersNow.isPresent() && othersNow.equals(othersAsRead);
        Set<String> names = namesToRead(touched, same ? Set.of() : changedUnnamed(connection));
        Found found =
                definitions.map(now -> tables.find(now, names)).orElseGet(() -> new Found(List.of(), names, Map.of()));
        if (found.unknown().size() > MANY) {
            return read(connection);
        }
        List<SchemaObject> come = new ArrayList<>(tables(connection, found));
        List<SchemaObject> gone = present.take(names);
        if (haveHistories(come) || haveHistories(gone)) {
            return read(connection);
        }
        come.forEach(present::add);
        if (!same) {
            gone.addAll(others);
            others = others(connection);
            othersAsRead = othersNow;
            come.addAll(others);
        }
        last = last.replacing(gone, come);
        return last;
    }

    /** What changes such a table changes another one, which no script need name. */
    private static boolean haveHistories(List<SchemaObject> tables) {
        return tables.stream()
                .anyMatch(table -> table.get(Property.HISTORY_TABLE).isPresent());
    }

    private List<SchemaObject> tables(Connection connection, Found found) throws SQLException {
        if (found.unknown().isEmpty()) {
            return found.known();
        }
        List<SchemaObject> objects = new ArrayList<>(found.known());
        for (SchemaObject table : reader.tables(new H2InformationSchema(connection, namesOf(found)), known)) {
            SchemaObject object = seen.of(table);
            tables.remember(object, found.definitions());
            objects.add(object);
        }
        return objects;
    }

    /** The information schema compares names otherwise than H2 itself, so the names that tables really have are asked for. */
    private static Set<String> namesOf(Found found) {
        Set<String> names = new HashSet<>(found.unknown());
        found.definitions().keySet().forEach(table -> names.add(table.name()));
        return names;
    }

    private List<SchemaObject> others(Connection connection) throws SQLException {
        return reader.others(new H2InformationSchema(connection)).stream()
                .map(seen::of)
                .toList();
    }

    private static Set<RecordedObject> parts(Connection connection) throws SQLException {
        return new HashSet<>(new H2InformationSchema(connection).recorded(H2Recordings.PARTS));
    }

    private Set<String> changedUnnamed(Connection connection) throws SQLException {
        Set<String> names = withOtherParts(connection);
        names.addAll(principals.tablesChangedWith(connection, present, MANY));
        return names;
    }

    /** Those that have got or lost something since the last look: a script that drops a trigger does not name its table. */
    private Set<String> withOtherParts(Connection connection) throws SQLException {
        Set<RecordedObject> before = parts;
        parts = parts(connection);
        Set<String> names = new HashSet<>();
        Stream.concat(
                        before.stream().filter(part -> !parts.contains(part)),
                        parts.stream().filter(part -> !before.contains(part)))
                .flatMap(part -> part.parent().stream())
                .flatMap(parent -> TokenReader.ofName(parent).lastNamePart().stream())
                .forEach(name -> names.add(H2PresentTables.key(name)));
        return names;
    }

    /** Without schema: a table too many does no harm. */
    private Set<String> namesToRead(Collection<TableName> touched, Set<String> besides) {
        Set<String> names = new HashSet<>(besides);
        touched.forEach(table -> names.add(H2PresentTables.key(table.name())));
        return present.withReferencing(names);
    }
}
