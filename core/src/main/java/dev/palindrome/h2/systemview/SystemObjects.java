package dev.palindrome.h2.systemview;

import dev.palindrome.h2.H2Definitions;
import dev.palindrome.sql.TableName;
import dev.palindrome.tsql.HiddenName;
import dev.palindrome.tsql.Recorded;
import dev.palindrome.tsql.Recorded.Fact;
import dev.palindrome.tsql.RecordedObject;
import dev.palindrome.tsql.RecordedObject.Kind;
import dev.palindrome.tsql.TableTypeName;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The objects of a database: what {@code sys.objects} lists, and the views of each kind. */
final class SystemObjects {

    /** SQL Server's numbers for what a foreign key does. */
    private static final List<String> ACTIONS = List.of("NO ACTION", "CASCADE", "SET NULL", "SET DEFAULT");

    private static final Map<String, ObjectType> CONSTRAINTS = Map.of(
            "PRIMARY KEY", ObjectType.PK,
            "UNIQUE", ObjectType.UQ,
            "FOREIGN KEY", ObjectType.F,
            "CHECK", ObjectType.C);

    /** Objects that H2 does not have, with SQL Server's letters where it has no others for them. */
    private static final Map<Kind, String> RECORDED = Map.of(
            Kind.PROCEDURE,
            "P",
            Kind.FUNCTION,
            "FN",
            Kind.TRIGGER,
            "TR",
            Kind.SYNONYM,
            "SN",
            Kind.DATABASE_TRIGGER,
            "TR");

    /** Those that are read together, the cheap ones first. */
    private static final List<String[]> GROUPS = List.of(
            new String[] {"U", "V"},
            new String[] {"SO", "PK", "UQ", "F", "C", "P", "FN", "IF", "TF", "TR", "SN"},
            new String[] {"D"},
            new String[] {"TT"});

    private final H2Rows rows;
    private final String database;
    private final Map<@Nullable String, SystemIndexes> indexes = new HashMap<>();

    SystemObjects(H2Rows rows, String database) {
        this.rows = rows;
        this.database = database;
    }

    List<ObjectRow> find(Asked asked) throws SQLException {
        List<ObjectRow> found = new ArrayList<>();
        if (asked.wants("U", "V")) {
            relations(asked, found);
        }
        if (asked.wants("SO")) {
            sequences(asked, found);
        }
        if (asked.wants("PK", "UQ", "F", "C")) {
            constraints(asked, found);
        }
        if (asked.wants("P", "FN", "IF", "TF", "TR", "SN")) {
            recorded(asked, found);
        }
        if (asked.wants("D")) {
            defaults(asked, found);
        }
        if (asked.wants("TT")) {
            tableTypes(asked, found);
        }
        return found;
    }

    /** One object, with as little reading as that takes: names are unique in a schema. Its type is written in any case. */
    Optional<ObjectRow> find(String schema, String name, String type) throws SQLException {
        String letters = type.strip().toUpperCase(Locale.ROOT);
        Asked asked = new Asked(name, null, letters.isEmpty() ? Set.of() : Set.of(letters));
        return first(
                asked,
                row -> row.object().schema().equalsIgnoreCase(schema)
                        && (letters.isEmpty() || row.type().name().equals(letters)));
    }

    /** The object of a number. */
    Optional<ObjectRow> find(int id) throws SQLException {
        return first(Asked.ALL, row -> ObjectRow.id(row.object()) == id);
    }

    private Optional<ObjectRow> first(Asked asked, Predicate<ObjectRow> wanted) throws SQLException {
        for (String[] group : GROUPS) {
            if (asked.wants(group)) {
                Optional<ObjectRow> found =
                        find(asked.of(group)).stream().filter(wanted).findFirst();
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private void relations(Asked asked, List<ObjectRow> found) throws SQLException {
        for (H2Row row : rows.relations(asked.name())) {
            boolean view = row.is("TABLE_TYPE", "VIEW");
            ObjectType type = view ? ObjectType.V : ObjectType.U;
            if (asked.wants(type.name()) && (view || row.is("TABLE_TYPE", "BASE TABLE"))) {
                found.add(object(SystemIndexes.tableOf(row), type, null, view ? ofView(row) : ofTable(row)));
            }
        }
    }

    private Map<String, Object> ofView(H2Row row) {
        Map<String, Object> more = new HashMap<>();
        more.put("table_type", "VIEW");
        more.put("check_option", "NONE");
        more.put("is_updatable", "NO");
        more.put("uses_ansi_nulls", true);
        more.put("uses_quoted_identifier", true);
        Recorded.parse(row.text("REMARKS")).get(Fact.DEFINITION).ifPresent(text -> {
            more.put("definition", text);
            more.put("view_definition", text);
            more.put("text", text);
            more.put("is_schema_bound", isBound(text));
        });
        return more;
    }

    private static boolean isBound(String definition) {
        String head = definition.toUpperCase(Locale.ROOT);
        int bound = head.indexOf("SCHEMABINDING");
        int select = head.indexOf("SELECT");
        return bound >= 0 && (select < 0 || bound < select);
    }

    private static Map<String, Object> ofTable(H2Row row) {
        Map<String, Object> more = new HashMap<>(TemporalFacts.of(Recorded.parse(row.text("REMARKS"))));
        more.put("table_type", "BASE TABLE");
        for (String no : List.of(
                "is_replicated",
                "is_tracked_by_cdc",
                "is_memory_optimized",
                "is_external",
                "is_filetable",
                "is_node",
                "is_edge")) {
            more.put(no, false);
        }
        return more;
    }

    private void tableTypes(Asked asked, List<ObjectRow> found) throws SQLException {
        for (H2Row row : rows.tableTypes()) {
            TableName name = tableOfType(row.text("TABLE_NAME"));
            if (asked.wantsName(name.name())) {
                found.add(object(name, ObjectType.TT, null, Map.of()));
            }
        }
    }

    /** What SQL Server calls the table behind a table type: {@code sys.TT_ids_0A1B2C3D}. */
    static TableName tableOfType(String inH2) {
        List<String> type = TableTypeName.parts(inH2);
        return new TableName("sys", "TT_%s_%08X".formatted(type.get(1), ObjectNumber.of(type.get(0), type.get(1))));
    }

    private void sequences(Asked asked, List<ObjectRow> found) throws SQLException {
        for (H2Row row : rows.sequences()) {
            String name = row.text("SEQUENCE_NAME");
            if (asked.wantsName(name)) {
                found.add(
                        object(new TableName(row.text("SEQUENCE_SCHEMA"), name), ObjectType.SO, null, ofSequence(row)));
            }
        }
    }

    private static Map<String, Object> ofSequence(H2Row row) {
        Recorded recorded = Recorded.parse(row.text("REMARKS"));
        TypeFacts type = TypeFacts.of(recorded.get(Fact.TYPE).orElse("bigint"));
        Map<String, Object> more = new HashMap<>();
        more.put("start_value", row.get("START_VALUE"));
        more.put("increment", row.get("INCREMENT"));
        more.put("minimum_value", row.get("MINIMUM_VALUE"));
        more.put("maximum_value", row.get("MAXIMUM_VALUE"));
        more.put("is_cycling", row.is("CYCLE_OPTION", "YES"));
        more.put("cycle_option", row.is("CYCLE_OPTION", "YES"));
        String cache = recorded.get(Fact.CACHE).orElse("");
        more.put("is_cached", !cache.equals("none"));
        if (cache.matches("\\d+")) {
            more.put("cache_size", Integer.valueOf(cache));
        }
        more.put("system_type_id", type.systemTypeId());
        more.put("user_type_id", type.userTypeId());
        more.put("precision", type.precision());
        more.put("scale", type.scale());
        more.put("data_type", type.dataType());
        more.put("numeric_precision", type.numericPrecision());
        more.put("numeric_precision_radix", type.numericRadix());
        more.put("numeric_scale", type.numericScale());
        return more;
    }

    /** Where keys lead to and which indexes they have is only in the views of their own, and takes some reading. */
    private void constraints(Asked asked, List<ObjectRow> found) throws SQLException {
        ForeignKeys foreignKeys = new ForeignKeys(asked);
        CheckedColumns checked = new CheckedColumns(rows, asked);
        for (H2Row row : rows.constraints(asked.table())) {
            ObjectType type = CONSTRAINTS.get(row.text("CONSTRAINT_TYPE"));
            boolean hidden = HiddenName.is(row.text("CONSTRAINT_NAME"));
            if (type != null && !hidden && asked.wants(type.name()) && asked.wantsName(row.text("CONSTRAINT_NAME"))) {
                Recorded recorded = Recorded.parse(row.text("REMARKS"));
                Map<String, Object> more = new HashMap<>();
                more.put("constraint_type", row.text("CONSTRAINT_TYPE"));
                more.put("is_deferrable", "NO");
                more.put("initially_deferred", "NO");
                more.put("is_system_named", recorded.is(Fact.SYSTEM_NAMED));
                more.put("is_disabled", recorded.is(Fact.DISABLED));
                more.put("is_not_trusted", recorded.is(Fact.NOT_TRUSTED));
                more.put("is_not_for_replication", recorded.is(Fact.NOT_FOR_REPLICATION));
                if (type == ObjectType.C) {
                    condition(row, recorded, more);
                    if (asked.isOnly("C")) {
                        more.put("parent_column_id", checked.column(row, recorded));
                    }
                } else if (asked.isOnly("F")) {
                    foreignKeys.describe(row, recorded, more);
                } else if (asked.isOnly("PK", "UQ")) {
                    key(row, indexes(asked, row.text("TABLE_NAME")), more);
                }
                found.add(object(constraintOf(row), type, SystemIndexes.tableOf(row), more));
            }
        }
    }

    static TableName constraintOf(H2Row row) {
        return new TableName(row.text("CONSTRAINT_SCHEMA"), row.text("CONSTRAINT_NAME"));
    }

    private void condition(H2Row row, Recorded recorded, Map<String, Object> more) throws SQLException {
        Optional<String> written = recorded.get(Fact.CHECK);
        TableName name = constraintOf(row);
        String condition = written.isPresent()
                ? written.get()
                : rows.checks().stream()
                        .filter(check -> constraintOf(check).equals(name))
                        .map(check -> check.text("CHECK_CLAUSE"))
                        .findFirst()
                        .orElse("");
        for (String column : List.of("definition", "check_clause", "text")) {
            more.put(column, StoredExpression.of(condition));
        }
    }

    private void key(H2Row row, SystemIndexes indexes, Map<String, Object> more) {
        more.put("unique_index_id", indexes.numberOf(SystemIndexes.tableOf(row), row.text("CONSTRAINT_NAME")));
    }

    /** Of all tables at once, unless only one object is wanted. */
    private SystemIndexes indexes(Asked asked, String table) throws SQLException {
        String only = asked.name() == null && asked.table() == null ? null : table;
        SystemIndexes known = indexes.get(only);
        if (known == null) {
            known = SystemIndexes.of(rows, only);
            indexes.put(only, known);
        }
        return known;
    }

    private void recorded(Asked asked, List<ObjectRow> found) throws SQLException {
        for (RecordedObject object : rows.recorded(RECORDED.keySet().toArray(Kind[]::new))) {
            String letters = object.recorded().get(Fact.OBJECT_TYPE).orElse(RECORDED.getOrDefault(object.kind(), ""));
            // triggers of the database are no objects of a schema: only who asks for triggers sees them
            boolean visible = object.kind() != Kind.DATABASE_TRIGGER || asked.isOnly("TR");
            if (visible && asked.wants(letters) && asked.wantsName(object.name())) {
                TableName parent = object.parent().map(TableName::parse).orElse(null);
                found.add(object(
                        new TableName(object.schema(), object.name()),
                        ObjectType.valueOf(letters),
                        parent,
                        ofRecorded(object, parent)));
            }
        }
    }

    private Map<String, Object> ofRecorded(RecordedObject object, @Nullable TableName parent) {
        Map<String, Object> more = new HashMap<>();
        object.recorded().get(Fact.DEFINITION).ifPresent(text -> {
            more.put("definition", text);
            more.put("text", text);
            more.put("routine_definition", text);
            more.put("is_schema_bound", isBound(text));
            more.put("uses_ansi_nulls", !object.recorded().is(Fact.ANSI_NULLS_OFF));
            more.put("uses_quoted_identifier", !object.recorded().is(Fact.QUOTED_IDENTIFIER_OFF));
        });
        object.recorded().get(Fact.TARGET).ifPresent(target -> more.put("base_object_name", target));
        boolean ofDatabase = object.kind() == Kind.DATABASE_TRIGGER;
        more.put("parent_class", ofDatabase ? 0 : 1);
        more.put("parent_class_desc", ofDatabase ? "DATABASE" : "OBJECT_OR_COLUMN");
        more.put("parent_id", parent == null ? 0 : ObjectRow.id(parent));
        more.put("is_disabled", object.recorded().is(Fact.DISABLED));
        for (String prefix : List.of("specific", "routine")) {
            more.put(prefix + "_catalog", database);
            more.put(prefix + "_schema", object.schema());
            more.put(prefix + "_name", object.name());
        }
        more.put("routine_type", object.kind().name());
        return more;
    }

    private void defaults(Asked asked, List<ObjectRow> found) throws SQLException {
        for (String table : tablesOfDefaults(asked)) {
            for (H2Row row : rows.columns(table.isEmpty() ? null : table)) {
                Recorded recorded = Recorded.parse(row.text("REMARKS"));
                Optional<String> name = recorded.get(Fact.DEFAULT_NAME).filter(asked::wantsName);
                if (name.isPresent()) {
                    TableName parent = SystemIndexes.tableOf(row);
                    found.add(object(
                            new TableName(parent.schema(), name.get()),
                            ObjectType.D,
                            parent,
                            ofDefault(row, recorded)));
                }
            }
        }
    }

    /** Names of tables; an empty one stands for all. To read the columns of all tables is the dearest that there is. */
    private List<String> tablesOfDefaults(Asked asked) throws SQLException {
        if (asked.table() != null) {
            return List.of(asked.table());
        }
        Optional<H2Definitions> definitions = H2Definitions.of(rows.connection());
        if (asked.name() == null || definitions.isEmpty()) {
            return List.of("");
        }
        String fact = Recorded.nothing().with(Fact.DEFAULT_NAME, asked.name()).text();
        return definitions
                .get()
                .tablesWithComment(fact.substring(Recorded.nothing().text().length()))
                .stream()
                .map(TableName::name)
                .distinct()
                .toList();
    }

    private static Map<String, Object> ofDefault(H2Row row, Recorded recorded) {
        Map<String, Object> more = new HashMap<>();
        more.put("parent_column_id", row.position());
        more.put("definition", StoredExpression.of(recorded.get(Fact.DEFAULT).orElse(row.text("COLUMN_DEFAULT"))));
        more.put("text", more.get("definition"));
        more.put("is_system_named", recorded.is(Fact.DEFAULT_SYSTEM_NAMED));
        return more;
    }

    private ObjectRow object(TableName name, ObjectType type, @Nullable TableName parent, Map<String, Object> more) {
        return new ObjectRow(database, name, type, parent, more);
    }

    /** What foreign keys point to, read once. */
    private final class ForeignKeys {

        private final Map<TableName, H2Row> references = new HashMap<>();
        private final Map<TableName, TableName> owners = new HashMap<>();

        private final Asked asked;

        ForeignKeys(Asked asked) {
            this.asked = asked;
        }

        void describe(H2Row row, Recorded recorded, Map<String, Object> more) throws SQLException {
            if (references.isEmpty()) {
                for (H2Row reference : rows.references()) {
                    references.put(constraintOf(reference), reference);
                }
                for (H2Row constraint : rows.constraints(null)) {
                    owners.put(constraintOf(constraint), SystemIndexes.tableOf(constraint));
                }
            }
            H2Row reference = references.get(constraintOf(row));
            if (reference == null) {
                return;
            }
            TableName key =
                    new TableName(reference.text("UNIQUE_CONSTRAINT_SCHEMA"), reference.text("UNIQUE_CONSTRAINT_NAME"));
            more.put("match_option", "SIMPLE");
            action("delete", recorded.get(Fact.ON_DELETE).orElse(reference.text("DELETE_RULE")), more);
            action("update", recorded.get(Fact.ON_UPDATE).orElse(reference.text("UPDATE_RULE")), more);
            more.put("fkeyid", ObjectRow.id(SystemIndexes.tableOf(row)));
            TableName table = owners.get(key);
            if (table != null) {
                more.put("referenced_object_id", ObjectRow.id(table));
                more.put("rkeyid", ObjectRow.id(table));
                String name = nameOf(key, table);
                more.put("unique_constraint_catalog", database);
                more.put("unique_constraint_schema", table.schema());
                more.put("unique_constraint_name", name);
                more.put("key_index_id", indexes(asked, table.name()).numberOf(table, name));
            }
        }

        /** The key's, or that of the unique index which a hidden key stands for. */
        private String nameOf(TableName key, TableName table) throws SQLException {
            if (!HiddenName.is(key.name())) {
                return key.name();
            }
            Set<String> columns = KeyColumns.of(rows, table.name()).stream()
                    .filter(column -> column.constraint().equals(key))
                    .map(column -> column.name().toLowerCase(Locale.ROOT))
                    .collect(Collectors.toSet());
            SystemIndexes.Index index =
                    SystemIndexes.withColumns(rows, table.name()).uniqueOf(table, columns);
            return index == null || index.name() == null ? key.name() : index.name();
        }

        private static void action(String event, String rule, Map<String, Object> more) {
            String action = rule.equals("RESTRICT") ? "NO ACTION" : rule;
            more.put(event + "_rule", action);
            more.put(event + "_referential_action", ACTIONS.indexOf(action));
            more.put(event + "_referential_action_desc", action.replace(' ', '_'));
        }
    }
}
