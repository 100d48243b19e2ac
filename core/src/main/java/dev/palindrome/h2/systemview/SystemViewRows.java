package dev.palindrome.h2.systemview;

import dev.palindrome.h2.systemview.KeyColumns.KeyColumn;
import dev.palindrome.h2.systemview.SystemIndexes.Index;
import dev.palindrome.h2.systemview.SystemIndexes.IndexColumn;
import dev.palindrome.sql.TableName;
import dev.palindrome.tsql.DatabaseCollation;
import dev.palindrome.tsql.HiddenName;
import dev.palindrome.tsql.Recorded;
import dev.palindrome.tsql.Recorded.Fact;
import dev.palindrome.tsql.RecordedObject;
import dev.palindrome.tsql.RecordedObject.Kind;
import dev.palindrome.tsql.SystemView;
import dev.palindrome.tsql.TableTypeName;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which rows each system view has. */
final class SystemViewRows {

    private static final Pattern IGNORING_DUPLICATES = Pattern.compile("(?i)\\bIGNORE_DUP_KEY\\s*+=\\s*+ON\\b");

    private static final int NUMBER_OF_TABLE_TYPES = 243;

    private final H2Rows rows;
    private final String database;

    SystemViewRows(H2Rows rows, String database) {
        this.rows = rows;
        this.database = database;
    }

    /** Those that count rows are made each time. */
    List<? extends SystemRow> of(SystemView view, Asked asked) throws SQLException {
        return view.name().equals("sys.partitions") || view.name().equals("sys.dm_db_partition_stats")
                ? partitions(asked)
                : rows.view(view, asked, () -> make(view, asked));
    }

    private List<? extends SystemRow> make(SystemView view, Asked asked) throws SQLException {
        return switch (view.name()) {
            case "sys.objects", "sys.all_objects" -> objects(asked);
            case "sys.sysobjects" ->
                objects(asked.types().contains("K") ? Asked.ALL : asked).stream()
                        .map(SystemViewRows::asOf2000)
                        .toList();
            case "sys.tables", "information_schema.tables" ->
                objects(asked.of(view.name().startsWith("sys") ? new String[] {"U"} : new String[] {"U", "V"}));
            case "sys.views", "sys.all_views", "information_schema.views" -> objects(asked.of("V"));
            case "sys.sequences", "information_schema.sequences" -> objects(asked.of("SO"));
            case "sys.default_constraints" -> objects(asked.of("D"));
            case "sys.check_constraints", "information_schema.check_constraints" -> objects(asked.of("C"));
            case "sys.key_constraints" -> objects(asked.of("PK", "UQ"));
            case "sys.foreign_keys", "information_schema.referential_constraints", "sys.sysreferences" ->
                objects(asked.of("F"));
            case "information_schema.table_constraints", "information_schema.constraint_table_usage" ->
                objects(asked.of("PK", "UQ", "F", "C"));
            case "sys.sysconstraints" -> constraintsOf2000(asked);
            case "sys.sql_modules", "sys.syscomments" ->
                objects(asked.of(
                        view.name().equals("sys.sql_modules")
                                ? new String[] {"V", "P", "FN", "IF", "TF", "TR"}
                                : new String[] {"V", "P", "FN", "IF", "TF", "TR", "C", "D"}));
            case "sys.procedures" -> objects(asked.of("P"));
            case "sys.triggers" -> objects(asked.of("TR"));
            case "sys.synonyms" -> objects(asked.of("SN"));
            case "information_schema.routines" -> objects(asked.of("P", "FN", "IF", "TF"));
            case "sys.columns", "sys.all_columns", "sys.syscolumns" -> withThoseOfTypes(columns(asked, column -> true));
            case "information_schema.columns" -> columns(asked, column -> true);
            case "sys.periods" -> periods(asked);
            case "sys.identity_columns" -> columns(asked, ColumnRow::isIdentity);
            case "sys.computed_columns" -> columns(asked, ColumnRow::isComputed);
            case "sys.indexes" -> placed(asked);
            case "sys.stats" -> statistics(asked);
            case "sys.sysindexes" -> indexes(indexesOf(asked).withStatistics());
            case "sys.index_columns", "sys.sysindexkeys" -> indexColumns(asked);
            case "sys.foreign_key_columns", "sys.sysforeignkeys" -> foreignKeyColumns();
            case "information_schema.key_column_usage" -> keyColumns(asked);
            case "information_schema.constraint_column_usage" -> constraintColumns(asked);
            case "sys.fulltext_catalogs" -> new FullTextRows(rows).catalogs();
            case "sys.fulltext_indexes" -> new FullTextRows(rows).indexes();
            case "sys.xml_schema_collections" -> xmlSchemaCollections();
            case "sys.xml_indexes", "sys.spatial_indexes" -> specialIndexes(view, asked);
            case "sys.filegroups", "sys.sysfilegroups" -> new DataSpaces(rows).fileGroupRows();
            case "sys.partition_schemes" -> new DataSpaces(rows).schemeRows();
            case "sys.partition_functions" -> new DataSpaces(rows).functionRows();
            case "sys.data_spaces" ->
                Stream.concat(new DataSpaces(rows).fileGroupRows().stream(), new DataSpaces(rows).schemeRows().stream())
                        .toList();
            case "sys.schemas", "information_schema.schemata" -> schemas();
            case "sys.types", "sys.systypes" -> types();
            case "sys.table_types" ->
                types().stream()
                        .filter(row -> Boolean.TRUE.equals(row.get("is_table_type")))
                        .toList();
            case "information_schema.domains" ->
                types().stream()
                        .filter(row -> Boolean.TRUE.equals(row.get("is_user_defined")))
                        .toList();
            case "sys.dm_db_persisted_sku_features" -> List.of(); // what belongs to an edition and to no other
            case "sys.extended_properties" -> ListedProperties.rows(rows);
            case "sys.database_principals", "sys.sysusers" ->
                KnownPrincipals.of(rows).rows();
            case "sys.syslogins" -> KnownPrincipals.logins();
            case "sys.database_role_members" -> KnownPrincipals.of(rows).memberRows();
            case "sys.database_permissions" -> ListedPermissions.rows(rows);
            case "sys.databases", "sys.sysdatabases" ->
                KnownDatabases.of(rows.connection()).rows();
            default -> throw new IllegalStateException(view.name());
        };
    }

    private List<ObjectRow> objects(Asked asked) throws SQLException {
        return new SystemObjects(rows, database).find(asked);
    }

    private static SystemRow asOf2000(ObjectRow row) {
        return column -> column.equals("type") && row.type().isKey() ? "K" : row.get(column);
    }

    private List<SystemRow> constraintsOf2000(Asked asked) throws SQLException {
        List<SystemRow> found = new ArrayList<>();
        for (ObjectRow row : objects(asked.of("PK", "UQ", "F", "C", "D"))) {
            found.add(column -> row.get(column.equals("id") ? "parent_object_id" : column));
        }
        return found;
    }

    private List<ColumnRow> columns(Asked asked, Predicate<ColumnRow> wanted) throws SQLException {
        Set<TableName> relations = relations(asked);
        return rows.columns(asked.table()).stream()
                .map(row -> new ColumnRow(database, row))
                .filter(column -> relations.contains(column.table()))
                .filter(wanted)
                .toList();
    }

    /** Nobody asks for those of a table type by a name: it has one that nobody knows. */
    private List<ColumnRow> withThoseOfTypes(List<ColumnRow> columns) throws SQLException {
        List<H2Row> ofTypes = rows.columnsOfTableTypes();
        if (ofTypes.isEmpty()) {
            return columns;
        }
        List<ColumnRow> all = new ArrayList<>(columns);
        ofTypes.forEach(row -> all.add(new ColumnRow(database, row)));
        return all;
    }

    private List<SystemRow> periods(Asked asked) throws SQLException {
        List<ColumnRow> bounds = columns(asked, ColumnRow::isGenerated);
        List<SystemRow> found = new ArrayList<>();
        for (ColumnRow start : bounds) {
            for (ColumnRow end : bounds) {
                if (start.isStart() && !end.isStart() && start.table().equals(end.table())) {
                    found.add(SystemRow.of(TemporalFacts.period(start.table(), start.number(), end.number())));
                }
            }
        }
        return found;
    }

    /** Those of sessions apart. */
    private Set<TableName> relations(Asked asked) throws SQLException {
        Set<TableName> relations = new HashSet<>();
        for (H2Row row : rows.relations(asked.table())) {
            if (row.is("TABLE_TYPE", "BASE TABLE") || row.is("TABLE_TYPE", "VIEW")) {
                relations.add(SystemIndexes.tableOf(row));
            }
        }
        return relations;
    }

    private SystemIndexes indexesOf(Asked asked) throws SQLException {
        return SystemIndexes.of(rows, asked.table());
    }

    private List<SystemRow> xmlSchemaCollections() throws SQLException {
        List<SystemRow> found = new ArrayList<>();
        for (RecordedObject collection : rows.recorded(Kind.XML_SCHEMA_COLLECTION)) {
            found.add(SystemRow.of(Map.of(
                    "name",
                    collection.name(),
                    "schema_id",
                    ObjectNumber.ofSchema(collection.schema()),
                    "xml_collection_id",
                    ObjectNumber.of(collection.schema(), collection.name()))));
        }
        return found;
    }

    private List<SystemRow> specialIndexes(SystemView view, Asked asked) throws SQLException {
        IndexType wanted = view.name().contains("xml") ? IndexType.XML : IndexType.SPATIAL;
        List<Index> indexes = indexesOf(asked).all().stream()
                .filter(index -> IndexType.of(index) == wanted)
                .toList();
        List<SystemRow> found = new ArrayList<>();
        for (Index index : indexes) {
            Map<String, Object> values = index(index);
            String details = index.recorded().get(Fact.DETAILS).orElse("");
            values.put("xml_index_type", details.equals("(PRIMARY)") ? 0 : 1);
            found.add(SystemRow.of(values));
        }
        return found;
    }

    /** With where they are: the table where it is itself, and what says nothing where the table is, if that is parted. */
    private List<SystemRow> placed(Asked asked) throws SQLException {
        Map<TableName, String> tables = new HashMap<>();
        for (H2Row row : rows.relations(asked.table())) {
            Recorded.parse(row.text("REMARKS"))
                    .get(Fact.DATA_SPACE)
                    .ifPresent(place -> tables.put(SystemIndexes.tableOf(row), place));
        }
        Map<String, Integer> numbers = new DataSpaces(rows).numbers();
        List<SystemRow> found = new ArrayList<>();
        for (Index index : indexesOf(asked).all()) {
            String table = tables.getOrDefault(index.table(), "");
            boolean asTable = index.number() < 2 || table.endsWith("])");
            String place = index.number() < 2
                    ? table
                    : index.recorded().get(Fact.DATA_SPACE).orElse(asTable ? table : "");
            Map<String, Object> values = index(index);
            values.put("data_space_id", DataSpaces.number(numbers, place));
            found.add(SystemRow.of(values));
        }
        return found;
    }

    private static List<SystemRow> indexes(List<Index> indexes) {
        List<SystemRow> found = new ArrayList<>();
        for (Index index : indexes) {
            found.add(SystemRow.of(index(index)));
        }
        return found;
    }

    private static Map<String, Object> index(Index index) {
        Map<String, Object> values = new HashMap<>();
        IndexType type = IndexType.of(index);
        values.put("object_id", ObjectRow.id(index.table()));
        values.put("id", ObjectRow.id(index.table()));
        values.put("name", index.name());
        values.put("index_id", index.number());
        values.put("indid", index.number());
        values.put("type", type.number());
        values.put("type_desc", type.description());
        values.put("is_unique", index.unique());
        values.put("is_primary_key", index.constraint().equals("PRIMARY KEY"));
        values.put("is_unique_constraint", index.constraint().equals("UNIQUE"));
        values.put("is_hypothetical", false);
        String options = index.recorded().get(Fact.OPTIONS).orElse("");
        values.put("ignore_dup_key", IGNORING_DUPLICATES.matcher(options).find());
        String filter = index.recorded().get(Fact.FILTER).orElse("");
        values.put("has_filter", !filter.isEmpty());
        if (!filter.isEmpty()) {
            values.put("filter_definition", StoredExpression.of(filter));
        }
        return values;
    }

    /** Every index has some. */
    private List<SystemRow> statistics(Asked asked) throws SQLException {
        List<SystemRow> found = new ArrayList<>();
        for (Index index : indexesOf(asked).withStatistics()) {
            if (index.number() > 0) {
                Map<String, Object> values = index(index);
                values.put("stats_id", index.number());
                values.put("auto_created", false);
                values.put("user_created", index.statistics());
                found.add(SystemRow.of(values));
            }
        }
        return found;
    }

    private List<SystemRow> partitions(Asked asked) throws SQLException {
        Map<TableName, Object> counts = new HashMap<>();
        rows.counts().forEach(row -> counts.put(SystemIndexes.tableOf(row), row.get("ROW_COUNT_ESTIMATE")));
        List<SystemRow> found = new ArrayList<>();
        for (Index index : indexesOf(asked).all()) {
            Map<String, Object> values = index(index);
            values.put("partition_number", 1);
            values.put("rows", counts.get(index.table()));
            values.put("row_count", counts.get(index.table()));
            found.add(SystemRow.of(values));
        }
        return found;
    }

    private List<SystemRow> indexColumns(Asked asked) throws SQLException {
        ColumnNumbers numbers = new ColumnNumbers(rows);
        List<SystemRow> found = new ArrayList<>();
        for (Index index : SystemIndexes.withColumns(rows, asked.table()).all()) {
            int position = 0;
            for (IndexColumn column : index.columns()) {
                position++;
                int number = numbers.of(index.table(), column.name());
                int key = column.included() ? 0 : position;
                found.add(SystemRow.of(Map.ofEntries(
                        Map.entry("object_id", ObjectRow.id(index.table())),
                        Map.entry("id", ObjectRow.id(index.table())),
                        Map.entry("index_id", index.number()),
                        Map.entry("indid", index.number()),
                        Map.entry("index_column_id", position),
                        Map.entry("column_id", number),
                        Map.entry("colid", number),
                        Map.entry("key_ordinal", key),
                        Map.entry("keyno", key),
                        Map.entry("partition_ordinal", 0),
                        Map.entry("is_descending_key", column.descending()),
                        Map.entry("is_included_column", column.included()))));
            }
        }
        return found;
    }

    private List<SystemRow> foreignKeyColumns() throws SQLException {
        ColumnNumbers numbers = new ColumnNumbers(rows);
        Map<TableName, Map<Integer, KeyColumn>> keys = new HashMap<>();
        for (KeyColumn column : KeyColumns.of(rows, null)) {
            keys.computeIfAbsent(column.constraint(), name -> new HashMap<>()).put(column.position(), column);
        }
        Map<TableName, TableName> referenced = new HashMap<>();
        for (H2Row row : rows.references()) {
            referenced.put(
                    SystemObjects.constraintOf(row),
                    new TableName(row.text("UNIQUE_CONSTRAINT_SCHEMA"), row.text("UNIQUE_CONSTRAINT_NAME")));
        }
        List<SystemRow> found = new ArrayList<>();
        for (Map.Entry<TableName, TableName> reference : referenced.entrySet()) {
            Map<Integer, KeyColumn> theirs = keys.getOrDefault(reference.getValue(), Map.of());
            for (KeyColumn own : keys.getOrDefault(reference.getKey(), Map.of()).values()) {
                KeyColumn other = theirs.get(own.referenced());
                if (other != null) {
                    found.add(foreignKeyColumn(own, other, numbers));
                }
            }
        }
        return found;
    }

    private static SystemRow foreignKeyColumn(KeyColumn own, KeyColumn other, ColumnNumbers numbers)
            throws SQLException {
        TableName key = own.constraint();
        TableName table = own.table();
        TableName referenced = other.table();
        int position = own.position();
        int column = numbers.of(table, own.name());
        int referencedColumn = numbers.of(referenced, other.name());
        return SystemRow.of(Map.ofEntries(
                Map.entry("constraint_object_id", ObjectRow.id(key)),
                Map.entry("constid", ObjectRow.id(key)),
                Map.entry("constraint_column_id", position),
                Map.entry("keyno", position),
                Map.entry("parent_object_id", ObjectRow.id(table)),
                Map.entry("fkeyid", ObjectRow.id(table)),
                Map.entry("parent_column_id", column),
                Map.entry("fkey", column),
                Map.entry("referenced_object_id", ObjectRow.id(referenced)),
                Map.entry("rkeyid", ObjectRow.id(referenced)),
                Map.entry("referenced_column_id", referencedColumn),
                Map.entry("rkey", referencedColumn)));
    }

    private List<SystemRow> keyColumns(Asked asked) throws SQLException {
        List<SystemRow> found = new ArrayList<>();
        for (KeyColumn column : KeyColumns.of(rows, asked.table())) {
            if (!HiddenName.is(column.constraint().name())) {
                Map<String, Object> values = constraintColumn(column.constraint(), column.table(), column.name());
                values.put("ordinal_position", column.position());
                found.add(SystemRow.of(values));
            }
        }
        return found;
    }

    /** The columns of keys, and those that checks name. */
    private List<SystemRow> constraintColumns(Asked asked) throws SQLException {
        Set<TableName> checks = new HashSet<>();
        for (H2Row row : rows.constraints(asked.table())) {
            if (row.is("CONSTRAINT_TYPE", "CHECK")) {
                checks.add(SystemObjects.constraintOf(row));
            }
        }
        List<SystemRow> found = keyColumns(asked);
        for (H2Row row : rows.checkColumns(asked.table())) {
            TableName constraint = SystemObjects.constraintOf(row);
            if (checks.contains(constraint)) {
                found.add(SystemRow.of(
                        constraintColumn(constraint, SystemIndexes.tableOf(row), row.text("COLUMN_NAME"))));
            }
        }
        return found;
    }

    private Map<String, Object> constraintColumn(TableName constraint, TableName table, String column) {
        return new HashMap<>(Map.of(
                "constraint_catalog", database,
                "constraint_schema", constraint.schema(),
                "constraint_name", constraint.name(),
                "table_catalog", database,
                "table_schema", table.schema(),
                "table_name", table.name(),
                "column_name", column));
    }

    List<SystemRow> schemas() throws SQLException {
        List<SystemRow> found = new ArrayList<>();
        for (String name : List.of("guest", "INFORMATION_SCHEMA", "sys")) {
            found.add(schema(name, name));
        }
        for (H2Row row : rows.schemas()) {
            String owner = KnownPrincipals.ownerName(Recorded.parse(row.text("REMARKS")));
            found.add(schema(row.text("SCHEMA_NAME"), owner));
        }
        return found;
    }

    private SystemRow schema(String name, String owner) {
        return SystemRow.of(Map.of(
                "name", name,
                "schema_id", ObjectNumber.ofSchema(name),
                "principal_id", ObjectNumber.ofPrincipal(owner),
                "catalog_name", database,
                "schema_name", name,
                "schema_owner", owner));
    }

    List<SystemRow> types() throws SQLException {
        List<SystemRow> found = new ArrayList<>();
        TypeFacts.NUMBERS.forEach((name, number) -> found.add(SystemRow.of(type(name, number))));
        for (RecordedObject alias : rows.recorded(Kind.ALIAS_TYPE)) {
            found.add(alias(alias));
        }
        for (H2Row row : rows.tableTypes()) {
            found.add(tableType(row.text("TABLE_NAME")));
        }
        return found;
    }

    private SystemRow alias(RecordedObject alias) {
        TypeFacts type = TypeFacts.of(alias.recorded().get(Fact.TYPE).orElse(""));
        Map<String, Object> values = type(type.name(), type.userTypeId());
        values.put("max_length", type.maxLength());
        values.put("length", type.maxLength());
        values.put("precision", type.precision());
        values.put("prec", type.precision());
        values.put("scale", type.scale());
        values.put("is_nullable", !alias.recorded().is(Fact.NOT_NULL));
        return userType(List.of(alias.schema(), alias.name()), values);
    }

    private SystemRow tableType(String inH2) {
        Map<String, Object> values = new HashMap<>(Map.of(
                "system_type_id", NUMBER_OF_TABLE_TYPES,
                "xtype", NUMBER_OF_TABLE_TYPES,
                "max_length", -1,
                "length", -1,
                "precision", 0,
                "prec", 0,
                "scale", 0,
                "is_nullable", false));
        values.put("is_assembly_type", false);
        values.put("default_object_id", 0);
        values.put("rule_object_id", 0);
        values.put("is_table_type", true);
        values.put("is_memory_optimized", false);
        values.put("type_table_object_id", ObjectRow.id(SystemObjects.tableOfType(inH2)));
        return userType(TableTypeName.parts(inH2), values);
    }

    private SystemRow userType(List<String> name, Map<String, Object> values) {
        boolean table = Boolean.TRUE.equals(values.get("is_table_type"));
        values.put("data_type", table ? "table type" : values.get("name"));
        values.put("domain_catalog", database);
        values.put("domain_schema", name.get(0));
        values.put("domain_name", name.get(1));
        int number = ObjectNumber.of(name.get(0), name.get(1));
        values.put("name", name.get(1));
        values.put("user_type_id", number);
        values.put("xusertype", number);
        values.put("schema_id", ObjectNumber.ofSchema(name.get(0)));
        values.put("uid", ObjectNumber.ofSchema(name.get(0)));
        values.put("is_user_defined", true);
        return SystemRow.of(values);
    }

    private static Map<String, Object> type(String name, int number) {
        TypeFacts type = TypeFacts.of(name);
        Map<String, Object> values = new HashMap<>();
        boolean sized = List.of("char", "varchar", "nchar", "nvarchar", "binary", "varbinary")
                .contains(name);
        boolean decimal = name.equals("decimal") || name.equals("numeric");
        int length = sized ? 8000 : decimal ? 17 : type.maxLength();
        values.put("name", name);
        values.put("system_type_id", type.systemTypeId());
        values.put("xtype", type.systemTypeId());
        values.put("user_type_id", number);
        values.put("xusertype", number);
        values.put("schema_id", ObjectNumber.ofSchema("sys"));
        values.put("uid", ObjectNumber.ofSchema("sys"));
        values.put("max_length", length);
        values.put("length", length);
        values.put("precision", decimal ? 38 : type.precision());
        values.put("prec", decimal ? 38 : type.precision());
        values.put("scale", decimal ? 38 : type.scale());
        if (type.isCharacter()) {
            values.put("collation_name", DatabaseCollation.NAME);
            values.put("collation", DatabaseCollation.NAME);
        }
        values.put("is_nullable", !name.equals("sysname"));
        values.put("is_user_defined", false);
        values.put("is_assembly_type", type.systemTypeId() == 240);
        values.put("default_object_id", 0);
        values.put("rule_object_id", 0);
        values.put("is_table_type", false);
        return values;
    }
}
