package dev.palindrome.h2;

import dev.palindrome.h2.administration.H2Administration;
import dev.palindrome.h2.administration.H2PropertyTables;
import dev.palindrome.h2.collation.PaddedTexts;
import dev.palindrome.h2.flow.FlowProcedures;
import dev.palindrome.h2.flow.FunctionCalls;
import dev.palindrome.h2.function.ByteFunctions;
import dev.palindrome.h2.function.CountBig;
import dev.palindrome.h2.function.DateFunctions;
import dev.palindrome.h2.function.FloatFunctions;
import dev.palindrome.h2.function.LikePattern;
import dev.palindrome.h2.function.NumberFunctions;
import dev.palindrome.h2.function.Recursion;
import dev.palindrome.h2.function.TextFunctions;
import dev.palindrome.h2.function.TsqlFunctions;
import dev.palindrome.h2.procedures.H2Catalogue;
import dev.palindrome.h2.procedures.H2Procedures;
import dev.palindrome.h2.systemview.SystemFunctions;
import dev.palindrome.h2.systemview.SystemViewTable;
import dev.palindrome.h2.temporal.H2Temporal;
import dev.palindrome.h2.value.H2Arithmetic;
import dev.palindrome.h2.value.LateTranslation;
import dev.palindrome.h2.value.MomentValue;
import dev.palindrome.h2.value.ReadValue;
import dev.palindrome.h2.value.TriedValue;
import dev.palindrome.h2.value.ValueRange;
import dev.palindrome.h2.value.WrittenText;
import dev.palindrome.sql.SqlRunner;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/** What a rewritten script needs in the H2 database that runs it. */
public final class H2Front {

    private static final String WELL_KNOWN_TEXT =
            "REGEXP_LIKE(VALUE, '^(SRID=[0-9]+;)?\\s*(POINT|MULTIPOINT|LINESTRING|MULTILINESTRING|"
                    + "POLYGON|MULTIPOLYGON|GEOMETRYCOLLECTION|CIRCULARSTRING|COMPOUNDCURVE|CURVEPOLYGON|FULLGLOBE)\\b', 'i')";

    private static final List<String> STATEMENTS = List.of(
            "CREATE SCHEMA IF NOT EXISTS \"palindrome\"",
            "CREATE SCHEMA IF NOT EXISTS \"sys\"",
            "CREATE DOMAIN IF NOT EXISTS \"palindrome\".\"tinyint\" AS SMALLINT CHECK (VALUE BETWEEN 0 AND 255)",
            text("xml", "1000000000", "TRUE"),
            text("json", "1000000000", "VALUE IS JSON"),
            text("vector", "100000", "VALUE IS JSON ARRAY"),
            text("sql_variant", "8000", "TRUE"),
            text("hierarchyid", "4000", "REGEXP_LIKE(VALUE, '^/(-?[0-9]+([.]-?[0-9]+)*/)*$')"),
            text("geography", "1000000000", WELL_KNOWN_TEXT),
            text("geometry", "1000000000", WELL_KNOWN_TEXT),
            "CREATE SEQUENCE IF NOT EXISTS \"palindrome\".\"rowversion\" START WITH 2001 CACHE 1",
            alias("drop_table", "dropTable"),
            alias("drop_view", "dropView"),
            alias("drop_column", "dropColumn"),
            alias("drop_constraint", "dropConstraint"),
            alias("drop_unnamed", "dropUnnamed"),
            alias("add_primary_key", "addPrimaryKey"),
            alias("add_default", "addDefault"),
            alias("add_temporary_column", "addTemporaryColumn"),
            alias("alter_column", "alterColumn"),
            alias("case_sensitive", "caseSensitive"),
            alias("record_table", "recordTable"),
            alias("with_computed_types", H2Administration.class, "withComputedTypes"),
            alias("record_column", "recordColumn"),
            alias("check_constraint", "checkConstraint"),
            alias("nocheck_constraint", "nocheckConstraint"),
            alias("drop_index", "dropIndex"),
            alias("replace_index", "replaceIndex"),
            alias("create_filtered_index", "createFilteredIndex"),
            alias("alter_index", "alterIndex"),
            alias("require_free_index", "requireFreeIndex"),
            alias("record_part", "recordPart"),
            alias("drop_part", "dropPart"),
            alias("rename", "rename"),
            alias("transfer", "transfer"),
            alias("extended_property", H2Administration.class, "extendedProperty"),
            alias("identity_insert", "identityInsert"),
            alias("identity_alone", "identityAlone"),
            alias("identity_given", "identityGiven"),
            alias("move_identity", "moveIdentity"),
            alias("reseed_identity", "reseedIdentity"),
            alias("require_identity", "requireIdentity"),
            alias("identity_of", "identityOf"),
            alias("create_type", H2Administration.class, "createType"),
            alias("require_free_type", H2Administration.class, "requireFreeType"),
            alias("drop_type", H2Administration.class, "dropType"),
            alias("require_types", H2Administration.class, "requireTypes"),
            alias("with_types", H2Administration.class, "withTypes"),
            alias("with_column_types", LateTranslation.class, "run"),
            alias("with_variables", LateTranslation.class, "withVariables"),
            alias("run_flow", FlowProcedures.class, "run"),
            alias("call_function", FunctionCalls.class, "call"),
            alias("function_rows", FunctionCalls.class, "rows"),
            alias("function_count", FunctionCalls.class, "count"),
            alias("function_cell", FunctionCalls.class, "cell"),
            alias("with_literals", LateTranslation.class, "withLiterals"),
            alias("holds", LateTranslation.class, "holds"),
            alias("quotient", H2Arithmetic.class, "quotient"),
            alias("text_of", WrittenText.class, "of"),
            alias("read_text", ReadValue.class, "of"),
            deterministic("as_datetime", MomentValue.class, "of"),
            alias("in_range", ValueRange.class, "number"),
            alias("finite", ValueRange.class, "finite"),
            alias("date_added", ValueRange.class, "added"),
            alias("date_difference", ValueRange.class, "difference"),
            alias("user_type", H2Administration.class, "userType"),
            alias("create_principal", H2Administration.class, "createPrincipal"),
            alias("alter_principal", H2Administration.class, "alterPrincipal"),
            alias("drop_principal", H2Administration.class, "dropPrincipal"),
            alias("role_member", H2Administration.class, "roleMember"),
            alias("permission", H2Administration.class, "permission"),
            alias("owner", H2Administration.class, "owner"),
            alias("sequence_cache", H2Administration.class, "sequenceCache"),
            alias("sequence_limit", H2Administration.class, "sequenceLimit"),
            alias("require_database", H2Administration.class, "requireDatabase"),
            alias("create_database", H2Administration.class, "createDatabase"),
            alias("drop_database", H2Administration.class, "dropDatabase"),
            alias("add_file_group", H2Administration.class, "addFileGroup"),
            alias("remove_file_group", H2Administration.class, "removeFileGroup"),
            alias("require_file_group", H2Administration.class, "requireFileGroup"),
            alias("partition_function", H2Administration.class, "partitionFunction"),
            alias("partition_scheme", H2Administration.class, "partitionScheme"),
            alias("require_partition_scheme", H2Administration.class, "requirePartitionScheme"),
            alias("require_unique_key", "requireUniqueKey"),
            alias("create_index", H2Administration.class, "createIndex"),
            alias("full_text", H2Administration.class, "fullText"),
            alias("xml_schema_collection", H2Administration.class, "xmlSchemaCollection"),
            alias("set_database_option", H2Administration.class, "setDatabaseOption"),
            alias("insert_in_order", "insertInOrder"),
            alias("require_view", "requireView"),
            alias("replace_view", "replaceView"),
            alias("create_object", "createObject"),
            alias("alter_object", "alterObject"),
            alias("create_or_alter_object", "createOrAlterObject"),
            alias("drop_object", "dropObject"),
            alias("define_trigger", "defineTrigger"),
            alias("drop_trigger", "dropTrigger"),
            alias("switch_trigger", "switchTrigger"),
            alias("order_trigger", "orderTrigger"),
            alias("refresh", "refresh"),
            alias("in_turn", "inTurn"),
            alias("unless_noexec", "unlessNoExec"),
            alias("in_schema", "inSchema"),
            alias("missing_procedure", "missingProcedure"),
            alias("period", H2Temporal.class, "period"),
            alias("add_period", H2Temporal.class, "addPeriod"),
            alias("drop_period", H2Temporal.class, "dropPeriod"),
            alias("hide_column", H2Temporal.class, "hideColumn"),
            alias("system_versioning", H2Temporal.class, "systemVersioning"),
            alias("system_versioning_off", H2Temporal.class, "systemVersioningOff"),
            alias("require_addable", H2Temporal.class, "requireAddable"),
            alias("add_to_history", H2Temporal.class, "addToHistory"),
            alias("all_or_none", "allOrNone"),
            alias("require_droppable", "requireDroppable"),
            alias("require_free", "requireFree"),
            alias("require_free_defaults", "requireFreeDefaults"),
            alias("require_no_identity", "requireNoIdentity"),
            alias("require_no_clustered", "requireNoClustered"),
            alias("require_indexable", "requireIndexable"),
            alias("require_column", "requireColumn"),
            alias("require_index_columns", "requireIndexColumns"),
            alias("require_foreign_keys", "requireForeignKeys"),
            alias("truncate_table", "truncate"),
            alias("whole", "whole"),
            alias("fn_listextendedproperty", H2PropertyTables.class, "list"),
            alias("if_else", H2Catalogue.class, "choose"),
            alias("system_view", SystemViewTable.class, "rows"),
            "CREATE AGGREGATE IF NOT EXISTS \"palindrome\".\"count_big\" FOR '" + CountBig.class.getName() + "'",
            deterministic("text_function", TextFunctions.class, "call"),
            deterministic("number_function", NumberFunctions.class, "call"),
            deterministic("float_function", FloatFunctions.class, "call"),
            deterministic("like_pattern", LikePattern.class, "regex"),
            alias("next_level", Recursion.class, "next"),
            deterministic("hash_bytes", ByteFunctions.class, "hash"),
            deterministic("bytes_of", ByteFunctions.class, "of"),
            deterministic("of_bytes", ByteFunctions.class, "number"),
            deterministic("hex", ByteFunctions.class, "hex"),
            alias("try_text", TriedValue.class, "text"),
            alias("try_number", TriedValue.class, "number"),
            alias("datetimefromparts", DateFunctions.class, "dateTime"),
            alias("smalldatetimefromparts", DateFunctions.class, "smallDateTime"),
            alias("timefromparts", DateFunctions.class, "time"),
            alias("datetime2fromparts", DateFunctions.class, "dateTime2"),
            alias("datetimeoffsetfromparts", DateFunctions.class, "dateTimeOffset"),
            alias("switchoffset", DateFunctions.class, "switchOffset"),
            alias("todatetimeoffset", DateFunctions.class, "toDateTimeOffset"),
            alias("clock_at", DateFunctions.class, "clockAt"),
            alias("moment_at", DateFunctions.class, "momentAt"),
            alias("sysdatetime", TsqlFunctions.class, "sysDateTime"),
            alias("sysutcdatetime", TsqlFunctions.class, "sysUtcDateTime"),
            alias("getutcdate", TsqlFunctions.class, "getUtcDate"),
            alias("sysdatetimeoffset", TsqlFunctions.class, "sysDateTimeOffset"),
            alias("eomonth", TsqlFunctions.class, "eoMonth"),
            alias("datefromparts", TsqlFunctions.class, "dateFromParts"),
            alias("replicate", TsqlFunctions.class, "replicate"),
            alias("stuff", TsqlFunctions.class, "stuff"),
            alias("reverse", TsqlFunctions.class, "reverse"),
            function("object_id", "objectId"),
            function("object_name", "objectName"),
            function("object_schema_name", "objectSchemaName"),
            function("object_definition", "objectDefinition"),
            function("objectproperty", "objectProperty"),
            function("objectpropertyex", "objectPropertyEx"),
            function("schema_id", "schemaId"),
            function("schema_name", "schemaName"),
            function("col_length", "colLength"),
            function("col_name", "colName"),
            function("columnproperty", "columnProperty"),
            function("indexproperty", "indexProperty"),
            function("index_col", "indexCol"),
            function("type_id", "typeId"),
            function("type_name", "typeName"),
            function("db_name", "dbName"),
            function("db_id", "dbId"),
            function("user_id", "userId"),
            function("database_principal_id", "userId"),
            function("user_name", "userName"),
            function("is_member", "isMember"),
            function("is_rolemember", "isMember"),
            function("serverproperty", "serverProperty"),
            function("fulltextserviceproperty", "fullTextServiceProperty"),
            function("databasepropertyex", "databasePropertyEx"),
            function("quotename", "quoteName"),
            function("parsename", "parseName"));

    /** Those that applications ask themselves; scripts ask without them. Each costs half a millisecond at every start. */
    private static final List<String> SYSTEM_VIEWS = List.of(
            "schemas",
            "objects",
            "tables",
            "views",
            "columns",
            "types",
            "indexes",
            "index_columns",
            "key_constraints",
            "foreign_keys",
            "foreign_key_columns",
            "check_constraints",
            "default_constraints",
            "identity_columns",
            "sequences",
            "procedures",
            "databases");

    /** H2's own, and what the front keeps its procedures in. */
    private static final Set<String> HIDDEN_SCHEMAS = Set.of("INFORMATION_SCHEMA", "palindrome", "PUBLIC", "sys");

    private H2Front() {}

    /**
     * Says whether a schema is none of a user's.
     *
     * @param schema its name
     * @return whether it is H2's own or the front's
     */
    public static boolean isHidden(String schema) {
        return HIDDEN_SCHEMAS.contains(schema);
    }

    /**
     * Moves an identity behind the values that were given.
     *
     * @param connection to a database that the front is installed in
     * @param schema the table's schema
     * @param table its name
     * @throws SQLException if the table has no identity
     */
    public static void moveIdentity(Connection connection, String schema, String table) throws SQLException {
        H2Procedures.moveIdentity(connection, schema, table);
    }

    /**
     * Prepares a new, empty H2 database.
     *
     * @param connection to that database
     * @throws SQLException if H2 refuses
     */
    public static void install(Connection connection) throws SQLException {
        if (H2Inside.isKnown()) {
            PaddedTexts.compareIn(connection);
        }
        SqlRunner sql = SqlRunner.on(connection);
        sql.run(STATEMENTS);
        sql.run(SYSTEM_VIEWS.stream().map(H2Front::view).toList());
        H2SchemaNames.ignoreCase(connection);
    }

    /**
     * Makes a database compare texts as SQL Server does, while there are no rows in it. {@link #install} has done so for the
     * case that the database has then; a copy needs it for that of its original.
     *
     * @param connection to the database
     * @param ignoresCase whether its collation ignores case
     * @throws SQLException if the connection is broken
     */
    public static void compareTexts(Connection connection, boolean ignoresCase) throws SQLException {
        if (H2Inside.isKnown()) {
            PaddedTexts.compareIn(connection, ignoresCase);
        }
    }

    private static String view(String name) {
        return "CREATE VIEW IF NOT EXISTS \"sys\".\"%s\" AS SELECT * FROM \"palindrome\".\"system_view\"('sys.%s', '', NULL, NULL, '')"
                .formatted(name, name);
    }

    /** A type whose values are kept as texts. */
    private static String text(String type, String length, String check) {
        String condition = check.equals("TRUE") ? "" : " CHECK (" + check + ")";
        return "CREATE DOMAIN IF NOT EXISTS \"palindrome\".\"" + type + "\" AS VARCHAR_CASESENSITIVE(" + length + ")"
                + condition;
    }

    private static String function(String name, String method) {
        return alias(name, SystemFunctions.class, method);
    }

    private static String alias(String name, String method) {
        return alias(name, H2Procedures.class, method);
    }

    /** With the same arguments always the same, so that H2 calls it once where they do not change. */
    private static String deterministic(String name, Class<?> owner, String method) {
        return alias(name, owner, method).replace(" FOR ", " DETERMINISTIC FOR ");
    }

    private static String alias(String name, Class<?> owner, String method) {
        return "CREATE ALIAS IF NOT EXISTS \"palindrome\".\"" + name + "\" FOR '" + owner.getName() + "." + method
                + "'";
    }
}
