package dev.palindrome.tsql.rewrite.table;

import dev.palindrome.sql.DeclaredType;
import dev.palindrome.sql.SqlLiteral;
import dev.palindrome.sql.SqlType;
import dev.palindrome.sql.SqlTypeFamily;
import dev.palindrome.tsql.ForeignKeyDeclaration;
import dev.palindrome.tsql.ObjectName;
import dev.palindrome.tsql.Recorded;
import dev.palindrome.tsql.Recorded.Fact;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TsqlType;
import dev.palindrome.tsql.UntranslatableException;
import dev.palindrome.tsql.call.ProcedureCall;
import dev.palindrome.tsql.declaration.DataSpace;
import dev.palindrome.tsql.declaration.XmlCollection;
import dev.palindrome.tsql.index.IndexText;
import dev.palindrome.tsql.index.KeyColumn;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What SQL Server demands of the columns and constraints of one CREATE TABLE or ALTER TABLE … ADD, and H2 does not. What
 * can be seen in the statement is refused at once; {@link #calls} are for what only the database knows.
 */
public final class TableRules {

    private final ObjectName table;
    private final List<TableElement> elements;
    private final List<TableElement.Column> columns = new ArrayList<>();
    private final List<TableElement.Constraint> constraints = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final List<String> defaults = new ArrayList<>();

    private TableRules(ObjectName table, List<TableElement> elements) {
        this.table = table;
        this.elements = elements;
        for (TableElement element : elements) {
            if (element instanceof TableElement.Column column) {
                columns.add(column);
                constraints.addAll(column.constraints());
                column.defaultValue().flatMap(TableElement.Default::name).ifPresent(defaults::add);
            } else if (element instanceof TableElement.Constraint constraint) {
                constraints.add(constraint);
            } else if (element instanceof TableElement.DefaultFor added) {
                added.defaultValue().name().ifPresent(defaults::add);
            }
        }
        constraints.forEach(constraint -> constraint.name().ifPresent(names::add));
    }

    /**
     * Calls to stand before CREATE TABLE.
     *
     * @param storage where the table is
     * @param indexes those inside it
     */
    static List<String> ofNewTable(
            ObjectName table, List<TableElement> elements, Recorded storage, List<IndexText> indexes) {
        TableRules rules = new TableRules(table, elements);
        rules.names.add(0, table.name());
        rules.refuse();
        rules.refuseOwnKeys();
        rules.refuseParted(storage.get(Fact.DATA_SPACE).orElse(DataSpace.PRIMARY), indexes);
        List<String> calls = new ArrayList<>(DataSpace.required(storage, table, rules::declaredType));
        rules.keys().forEach(key -> calls.addAll(DataSpace.required(key.storage(), table, rules::declaredType)));
        indexes.forEach(index -> calls.addAll(DataSpace.required(index.recorded(), table, rules::declaredType)));
        calls.addAll(rules.calls());
        return calls.stream().distinct().toList();
    }

    /** Foreign keys to the table itself, of which the database does not know yet. */
    private void refuseOwnKeys() {
        for (TableElement.Constraint constraint : constraints) {
            if (constraint instanceof TableElement.ForeignKey key
                    && key.table().folded().equals(table.folded())) {
                List<KeyColumn> referenced = key.referenced().isEmpty() ? primaryKey() : key.referenced();
                for (int i = 0; i < Math.min(referenced.size(), key.columns().size()); i++) {
                    requireSameType(
                            key.columns().get(i).name(), referenced.get(i).name());
                }
            }
        }
    }

    private List<KeyColumn> primaryKey() {
        return keys().filter(TableElement.Key::primary)
                .findFirst()
                .map(TableElement.Key::columns)
                .orElse(List.of());
    }

    private void requireSameType(String own, String referenced) {
        String ownType = declared(own);
        String theirs = declared(referenced);
        int error = ForeignKeyDeclaration.mismatch(ownType, theirs);
        if (error > 0) {
            throw UntranslatableException.refused(
                    error, own + " is " + ownType + ", and " + referenced + ", to which it points, is " + theirs);
        }
    }

    private String declared(String column) {
        return column(column)
                .flatMap(TableElement.Column::type)
                .map(TsqlType::declared)
                .orElse("");
    }

    /** A value must be unique within its part: so what decides about the part belongs into the key. */
    private void refuseParted(String place, List<IndexText> indexes) {
        keys().forEach(key -> DataSpace.requireInKey(
                key.isClustered() ? place : key.storage().get(Fact.DATA_SPACE).orElse(place),
                key.name().orElse("a key"),
                key.columns().stream().map(KeyColumn::name).toList()));
        indexes.stream()
                .filter(IndexText::unique)
                .forEach(index -> DataSpace.requireInKey(
                        index.isClustered()
                                ? place
                                : index.recorded().get(Fact.DATA_SPACE).orElse(place),
                        index.name(),
                        index.key().stream().map(KeyColumn::name).toList()));
    }

    /** Empty for a computed column, whose type only the database knows. */
    private String declaredType(String name) {
        TableElement.Column column = column(name)
                .orElseThrow(() -> UntranslatableException.refused(
                        1911, "the table has no column " + name + ", by which it is to be parted"));
        if (column.type().isEmpty() && !column.recorded().is(Fact.PERSISTED)) {
            throw UntranslatableException.refused(
                    7724, "a computed column by which a table is parted is PERSISTED, and " + name + " is not");
        }
        return column.type().map(TsqlType::declared).orElse("");
    }

    /** Calls to stand before ALTER TABLE … ADD. */
    static List<String> ofAddition(ObjectName table, List<TableElement> elements) {
        TableRules rules = new TableRules(table, elements);
        rules.refuse();
        rules.holdChecksAgainstDefaults();
        List<String> calls = new ArrayList<>();
        if (rules.columns.stream().anyMatch(column -> column.identity().isPresent())) {
            calls.add(ProcedureCall.of("require_no_identity", table.arguments()));
        }
        if (rules.keys().anyMatch(key -> key.clustering().equals("clustered"))) {
            calls.add(ProcedureCall.of("require_no_clustered", table.arguments()));
        }
        calls.addAll(rules.calls());
        rules.keys()
                .forEach(key ->
                        calls.add(indexable(table, key.name().orElse("a key"), key.columns(), key.storage(), true)));
        return Stream.concat(
                        rules.keys().flatMap(key -> DataSpace.required(key.storage(), table, null).stream()),
                        calls.stream())
                .toList();
    }

    /** A call to stand before an index or key over columns that are there. */
    static String indexable(ObjectName table, String name, List<KeyColumn> key, Recorded storage, boolean unique) {
        Optional<String> place = storage.get(Fact.DATA_SPACE);
        boolean asTable = unique && place.isEmpty();
        if (unique && place.isPresent()) {
            DataSpace.requireInKey(
                    place.get(), name, key.stream().map(KeyColumn::name).toList());
        }
        List<String> arguments = new ArrayList<>(List.of(table.arguments()));
        if (asTable) {
            arguments.add(SqlLiteral.h2(name));
        }
        key.forEach(column -> arguments.add(SqlLiteral.h2(column.name())));
        return ProcedureCall.of(asTable ? "require_unique_key" : "require_indexable", arguments.toArray(String[]::new));
    }

    private void refuse() {
        columns.forEach(this::refuseColumn);
        if (columns.stream().filter(column -> column.identity().isPresent()).count() > 1) {
            throw UntranslatableException.refused(
                    2744, "a table has one identity column at most, and " + table.name() + " gets several");
        }
        if (keys().filter(TableElement.Key::primary).count() > 1) {
            throw UntranslatableException.refused(8110, "a table has one primary key at most");
        }
        if (keys().filter(key -> key.clustering().equals("clustered")).count() > 1) {
            throw UntranslatableException.refused(8112, "a table has one clustered index at most");
        }
        Set<String> seen = new HashSet<>();
        for (String name : Stream.concat(names.stream(), defaults.stream()).toList()) {
            if (!seen.add(name.toLowerCase(Locale.ROOT))) {
                throw UntranslatableException.refused(2714, "two things of one schema are called " + name);
            }
        }
        keys().forEach(this::refuseKey);
        constraints.forEach(this::refuseConstraint);
        elements.forEach(TableRules::refuseQueries);
    }

    private Stream<TableElement.Key> keys() {
        return constraints.stream().filter(TableElement.Key.class::isInstance).map(TableElement.Key.class::cast);
    }

    private void refuseColumn(TableElement.Column column) {
        boolean rowversion = column.type()
                .filter(type -> DeclaredType.parse(type.declared()).isRowversion())
                .isPresent();
        if (rowversion && column.defaultValue().isPresent()) {
            throw UntranslatableException.refused(
                    1755, "a rowversion has no default, and " + column.name() + " gets one");
        }
        if (column.identity().isEmpty()) {
            return;
        }
        if (column.nullable()) {
            throw UntranslatableException.refused(8147, "an identity takes no NULL, and " + column.name() + " is to");
        }
        if (column.defaultValue().isPresent()) {
            throw UntranslatableException.refused(
                    1754, "an identity has no default, and " + column.name() + " gets one");
        }
        boolean whole = column.type()
                .map(type -> DeclaredType.parse(type.declared()))
                .filter(type -> type.is(SqlTypeFamily.WHOLE_NUMBER) && !type.is(SqlType.BIT)
                        || type.is(SqlTypeFamily.DECIMAL) && type.scale().orElse(1) == 0)
                .isPresent();
        if (!whole) {
            throw UntranslatableException.refused(
                    2749, "an identity is a whole number, and " + column.name() + " is none");
        }
    }

    private void refuseKey(TableElement.Key key) {
        refuseTwice(key.columns());
        for (KeyColumn part : key.columns()) {
            column(part.name()).ifPresent(column -> refuseInKey(column, key.primary()));
        }
    }

    /** A column stands once in a key. */
    static void refuseTwice(List<KeyColumn> key) {
        Set<String> seen = new HashSet<>();
        for (KeyColumn column : key) {
            if (!seen.add(column.name().toLowerCase(Locale.ROOT))) {
                throw UntranslatableException.refused(1909, column.name() + " stands twice in a key");
            }
        }
    }

    private void refuseInKey(TableElement.Column column, boolean primary) {
        boolean computed = column.type().isEmpty();
        if (primary && column.nullable() && column.nullableSaid() && !computed) {
            throw UntranslatableException.refused(8111, "a primary key takes no NULL, and " + column.name() + " is to");
        }
        boolean large = column.type()
                .map(type -> DeclaredType.parse(type.declared()))
                .filter(DeclaredType::isLarge)
                .isPresent();
        if (large) {
            throw UntranslatableException.refused(1919, column.name() + " is of a type that no key and no index takes");
        }
    }

    private void refuseConstraint(TableElement.Constraint constraint) {
        if (constraint instanceof TableElement.ForeignKey key
                && (key.onDelete().equals("SET NULL") || key.onUpdate().equals("SET NULL"))) {
            key.columns().stream()
                    .flatMap(part -> column(part.name()).stream())
                    .filter(column -> !column.nullable())
                    .findFirst()
                    .ifPresent(column -> {
                        throw UntranslatableException.refused(
                                1761, "SET NULL is of no use where " + column.name() + " takes no NULL");
                    });
        }
    }

    private static void refuseQueries(TableElement element) {
        if (element instanceof TableElement.Check check) {
            refuseQuery(check.condition());
        } else if (element instanceof TableElement.DefaultFor added) {
            refuseQuery(added.defaultValue().expression());
        } else if (element instanceof TableElement.Column column) {
            column.defaultValue().ifPresent(value -> refuseQuery(value.expression()));
            refuseQuery(column.computed());
            column.constraints().forEach(TableRules::refuseQueries);
        }
    }

    private static void refuseQuery(List<Token> expression) {
        expression.stream().filter(token -> token.is("SELECT")).findFirst().ifPresent(token -> {
            throw UntranslatableException.refused(1046, token, "no query may stand here");
        });
    }

    private Optional<TableElement.Column> column(String name) {
        return columns.stream()
                .filter(column -> column.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /** For that all columns must be read, which is left out where a new table has many checks. */
    private void holdChecksAgainstDefaults() {
        for (TableElement.Constraint constraint : constraints) {
            if (constraint instanceof TableElement.Check check && check.name().isPresent()) {
                names.remove(check.name().get());
                defaults.add(check.name().get());
            }
        }
    }

    private List<String> calls() {
        List<String> calls = new ArrayList<>();
        columns.forEach(column -> column.recorded()
                .get(Fact.XML_COLLECTION)
                .map(XmlCollection::required)
                .ifPresent(calls::add));
        if (!names.isEmpty()) {
            calls.add(free(table, names));
        }
        if (!defaults.isEmpty()) {
            calls.add(named("require_free_defaults", table, defaults));
        }
        List<String> keys = new ArrayList<>(List.of(table.arguments()));
        for (TableElement.Constraint constraint : constraints) {
            if (constraint instanceof TableElement.ForeignKey key) {
                keys.add(SqlLiteral.h2(declaration(key).text()));
            }
        }
        if (keys.size() > 1) {
            calls.add(ProcedureCall.of("require_foreign_keys", keys.toArray(String[]::new)));
        }
        return calls;
    }

    /** A call to stand before something gets these names in the schema of a table, view or sequence. */
    public static String free(ObjectName object, List<String> names) {
        return named("require_free", object, names);
    }

    private static String named(String procedure, ObjectName object, List<String> names) {
        List<String> arguments = new ArrayList<>(List.of(SqlLiteral.h2OrNull(object.schema())));
        names.forEach(name -> arguments.add(SqlLiteral.h2(name)));
        return ProcedureCall.of(procedure, arguments.toArray(String[]::new));
    }

    private ForeignKeyDeclaration declaration(TableElement.ForeignKey key) {
        List<String> columnNames = key.columns().stream().map(KeyColumn::name).toList();
        List<String> types = columnNames.stream()
                .map(name -> column(name)
                        .flatMap(TableElement.Column::type)
                        .map(type -> type.declared())
                        .orElse(""))
                .toList();
        List<String> referenced = key.referenced().stream().map(KeyColumn::name).toList();
        List<String> added = Stream.concat(columnNames.stream(), referenced.stream())
                .filter(name -> column(name).isPresent())
                .toList();
        String schema = key.table().schema() == null && table.schema() != null
                ? "dbo"
                : key.table().schema();
        return new ForeignKeyDeclaration(
                key.name().orElseGet(() -> "on " + KeyColumn.tsql(key.columns())),
                columnNames,
                types,
                added,
                schema,
                key.table().name(),
                referenced,
                key.onDelete(),
                key.onUpdate());
    }
}
