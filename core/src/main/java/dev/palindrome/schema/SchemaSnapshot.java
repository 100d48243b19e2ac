package dev.palindrome.schema;

import dev.palindrome.schema.compare.ForeignKeyOrder;
import dev.palindrome.schema.compare.NameRule;
import dev.palindrome.schema.compare.SchemaComparison;
import dev.palindrome.schema.read.HistoryTables;
import dev.palindrome.schema.read.LiveSchema;
import dev.palindrome.schema.text.ObjectBuilder;
import dev.palindrome.schema.text.SnapshotFile;
import dev.palindrome.schema.text.SnapshotText;
import dev.palindrome.settings.Setting;
import dev.palindrome.settings.Settings;
import dev.palindrome.sql.BracketedName;
import dev.palindrome.sql.DeclaredType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A whole database's schema at one moment. Immutable; two are equal if they say the same about every object, upper and
 * lower case included. {@link #diff} compares as the database does.
 *
 * <p>Types and expressions are T-SQL on every engine. Names that SQL Server makes up for constraints are not part of it:
 * such a constraint is known by what it does. Neither are rows, nor how far identities and sequences have counted.
 */
public final class SchemaSnapshot {

    private static final Comparator<SchemaObject> ORDER =
            Comparator.comparing(SchemaObject::kind).thenComparing(ObjectBuilder::byName);

    private static final SchemaSnapshot EMPTY = new SchemaSnapshot(List.of());

    private final List<SchemaObject> objects;
    private final List<NotCompared> notCompared;

    /** Made when it is first asked for: twice at the most where two threads ask at once. */
    private volatile @Nullable List<Table> tables;

    private SchemaSnapshot(List<SchemaObject> objects) {
        this(objects, List.of());
    }

    private SchemaSnapshot(List<SchemaObject> objects, List<NotCompared> notCompared) {
        this.objects = objects;
        this.notCompared = List.copyOf(notCompared);
    }

    /**
     * A snapshot of objects that say all there is to say.
     *
     * @param objects those that stand on their own, in any order
     * @return a snapshot with the objects in order
     */
    public static SchemaSnapshot of(List<SchemaObject> objects) {
        return of(objects, List.of());
    }

    /**
     * A snapshot of objects that may not say all.
     *
     * @param objects those that stand on their own, in any order
     * @param notCompared what the objects do not say, although there may be something to say
     * @return a snapshot with the objects in order
     */
    public static SchemaSnapshot of(List<SchemaObject> objects, List<NotCompared> notCompared) {
        return new SchemaSnapshot(objects.stream().sorted(ORDER).toList(), notCompared);
    }

    /**
     * The schema of a live database, such as production's, to hold it against that of the migrations. Nothing is written
     * there: a read-only login, replica or transaction will do. Reading has a session's temporary table in tempdb, which is
     * gone when it ends.
     *
     * @param database SQL Server, or the embedded engine; need not be one of Palindrome's
     * @return what the login may see, without the tables in which Flyway keeps its history
     * @throws SchemaException if it cannot be read
     */
    public static SchemaSnapshot of(DataSource database) {
        return LiveSchema.read(database);
    }

    /**
     * A snapshot of objects that are in order already.
     *
     * @param objects by {@link ObjectKind} and name
     * @return a snapshot of them
     */
    public static SchemaSnapshot ofOrdered(List<SchemaObject> objects) {
        return new SchemaSnapshot(List.copyOf(objects));
    }

    /**
     * The same with other objects instead of some. An object that goes and comes again stays.
     *
     * @param gone objects of this snapshot, and no others that look like them
     * @param come what is there instead
     * @return this snapshot where nothing changes
     */
    public SchemaSnapshot replacing(Collection<SchemaObject> gone, Collection<SchemaObject> come) {
        Set<SchemaObject> left = identical(gone);
        Set<SchemaObject> added = identical(come);
        left.removeAll(identical(come));
        added.removeAll(identical(gone));
        if (left.isEmpty() && added.isEmpty()) {
            return this;
        }
        List<SchemaObject> changed = new ArrayList<>(objects);
        changed.removeIf(left::contains);
        for (SchemaObject object : added) {
            int at = Collections.binarySearch(changed, object, ORDER);
            changed.add(at < 0 ? -at - 1 : at, object);
        }
        return new SchemaSnapshot(Collections.unmodifiableList(changed), notCompared);
    }

    private static Set<SchemaObject> identical(Collection<SchemaObject> objects) {
        Set<SchemaObject> set = Collections.newSetFromMap(new IdentityHashMap<>());
        set.addAll(objects);
        return set;
    }

    /**
     * The schema of a database that holds nothing.
     *
     * @return a snapshot without objects
     */
    public static SchemaSnapshot empty() {
        return EMPTY;
    }

    /**
     * Reads the text that {@link #toString()} gives.
     *
     * @param text such as the contents of a file
     * @return the snapshot
     * @throws SchemaException if it cannot be read; the message names the line
     */
    public static SchemaSnapshot parse(String text) {
        return SnapshotText.read("The text", text);
    }

    /**
     * Reads a file.
     *
     * @param file that {@link #writeTo} wrote
     * @return the snapshot
     * @throws SchemaException if the file is missing or cannot be read
     */
    public static SchemaSnapshot readFrom(Path file) {
        return SnapshotFile.read(file);
    }

    /**
     * Writes the snapshot to a file, for a team to commit: UTF-8, a line for each object and each of its parts, always in
     * the same order.
     *
     * @param file that is made or replaced; its directory is made if it is missing
     * @throws SchemaException if that fails
     */
    public void writeTo(Path file) {
        SnapshotFile.write(file, this);
    }

    /**
     * Everything in the schema.
     *
     * @return objects that stand on their own, in the order of {@link ObjectKind} and then by name
     */
    public List<SchemaObject> objects() {
        return objects;
    }

    /**
     * What is not in this snapshot and may be in the database.
     *
     * @return nothing where everything was read
     */
    public List<NotCompared> notCompared() {
        return notCompared;
    }

    /**
     * The same without the tables in which Flyway keeps its history.
     *
     * @return another one, whatever the tables are called
     */
    public SchemaSnapshot withoutHistories() {
        return HistoryTables.leftOutOf(this);
    }

    /**
     * The objects of one kind.
     *
     * @param kind such as {@link ObjectKind#VIEW}
     * @return by name
     */
    public List<SchemaObject> objects(ObjectKind kind) {
        return objects.stream().filter(object -> object.kind() == kind).toList();
    }

    /**
     * The tables.
     *
     * @return by schema and name
     */
    public List<Table> tables() {
        List<Table> made = tables;
        if (made == null) {
            made = objects(ObjectKind.TABLE).stream().map(Table::new).toList();
            tables = made;
        }
        return made;
    }

    /**
     * One table.
     *
     * @param schema such as {@code dbo}
     * @param name compared as the database compares names
     * @return the table, if it is there
     */
    public Optional<Table> table(String schema, String name) {
        List<String> exactly = List.of(schema, name);
        for (SchemaObject object : objects) {
            if (object.kind() == ObjectKind.TABLE && object.name().equals(exactly)) {
                return Optional.of(new Table(object));
            }
        }
        NameRule rule = NameRule.of(this);
        String wanted = rule.key(BracketedName.of(exactly));
        return objects.stream()
                .filter(object -> object.kind() == ObjectKind.TABLE
                        && rule.key(BracketedName.of(object.name())).equals(wanted))
                .findFirst()
                .map(Table::new);
    }

    /**
     * One column of a table.
     *
     * @param table one of this snapshot's
     * @param name compared as the database compares names
     * @return the column, if it is there
     */
    public Optional<Column> column(Table table, String name) {
        NameRule rule = NameRule.of(this);
        String wanted = rule.key(name);
        return table.columns().stream()
                .filter(column -> rule.key(column.name()).equals(wanted))
                .findFirst();
    }

    /**
     * What a column's values are.
     *
     * @param column of one of this snapshot's tables
     * @return its type, or the one that a type of the user's own stands for; missing for a computed column
     */
    public Optional<DeclaredType> baseType(Column column) {
        return column.type().map(type -> alias(type).orElse(type));
    }

    private Optional<DeclaredType> alias(DeclaredType type) {
        return objects(ObjectKind.ALIAS_TYPE).stream()
                .filter(alias -> BracketedName.of(alias.name()).equalsIgnoreCase(type.name()))
                .findFirst()
                .flatMap(alias -> new Column(alias).type());
    }

    /**
     * The tables in an order in which rows can be put in.
     *
     * @return the referenced table before the referencing one, as far as cycles allow
     */
    public TableOrder inForeignKeyOrder() {
        return ForeignKeyOrder.of(tables(), NameRule.of(this));
    }

    /**
     * What makes another schema differ from this one.
     *
     * @param actual what is held against this one, which is what is expected
     * @return the differences, worst first
     */
    public SchemaDiff diff(SchemaSnapshot actual) {
        return SchemaComparison.of(this, actual);
    }

    /**
     * Fails unless this is the schema in a file. With the setting {@code palindrome.update-schema=true} it rewrites a file
     * that differs, or makes it.
     *
     * @param file that a team has committed
     * @throws SchemaMismatchError if they differ; the message shows how
     * @throws SchemaException if there is no such file or it cannot be read, or if something is not compared and
     *     {@code palindrome.not-compared} is {@code fail}
     */
    public void matches(Path file) {
        matches(file, Settings.system());
    }

    /**
     * The same with settings from elsewhere.
     *
     * @param file that a team has committed
     * @param settings asked for {@code palindrome.update-schema} and {@code palindrome.not-compared}
     * @throws SchemaMismatchError if they differ; the message shows how
     * @throws SchemaException if there is no such file or it cannot be read, or if something is not compared and must be
     */
    public void matches(Path file, Settings settings) {
        NotCompared.check(notCompared, settings);
        SnapshotFile.match(file, this, settings.isOn(Setting.UPDATE_SCHEMA));
    }

    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof SchemaSnapshot that && objects.equals(that.objects);
    }

    @Override
    public int hashCode() {
        return objects.hashCode();
    }

    /** The text that {@link #writeTo} writes. */
    @Override
    public String toString() {
        return SnapshotText.write(this);
    }
}
