package dev.palindrome.schema.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.schema.ObjectKind;
import org.junit.jupiter.api.Test;

/** What SQL Server's catalogue says in ways of its own, and how a question takes it. */
class CatalogueFactsTest {

    private static String sql(String question) {
        return CatalogueQuestions.ALL.stream()
                .filter(each -> each.name().equals(question))
                .findFirst()
                .orElseThrow()
                .sql()
                .replaceAll("\\s+", " ");
    }

    /** Microsoft: sys-index-columns-transact-sql. */
    @Test
    void everyColumnOfAColumnstoreIndexSaysThatItIsIncluded() {
        assertThat(sql("keys and indexes"))
                .contains("CASE WHEN ix.is_included_column = 1 AND i.type <> 6 THEN 0 ELSE 1 END AS is_key")
                .contains("AND i.type <> 5");
    }

    @Test
    void columnstoreIsNoCompressionOfATableAndTheUsualOneOfAnIndex() {
        assertThat(sql("filegroups, partitions and compression of tables")).contains("CASE WHEN i.type <> 5 THEN");
        assertThat(sql("keys and indexes")).contains("NULLIF(NULLIF(p.how, 'NONE'), 'COLUMNSTORE')");
    }

    /** key_ordinal is 0 there. */
    @Test
    void xmlSpatialVectorAndJsonIndexesHaveTheirColumnsWithoutAPlaceAmongKeys() {
        assertThat(sql("keys and indexes"))
                .contains("(ix.key_ordinal > 0 OR ix.is_included_column = 1"
                        + " OR i.type IN (3, 4, 8, 9) AND ix.partition_ordinal = 0)");
    }

    @Test
    void aPartitionSchemeIsToldWithTheColumn() {
        assertThat(sql("filegroups, partitions and compression of tables")).contains("ic.partition_ordinal = 1");
        assertThat(sql("keys and indexes")).contains("pc.partition_ordinal = 1");
    }

    /** Their length says how many there are only where each takes four bytes. */
    @Test
    void aVectorIsToldByItsDimensionsAndTheTypeOfThem() {
        assertThat(sql("dimensions of vectors"))
                .contains(
                        "'VECTOR(' + CAST(c.vector_dimensions AS varchar(10))",
                        "CASE WHEN c.vector_base_type_desc = 'float32' THEN ''");
    }

    @Test
    void compressionIsToldForEachPartitionWhereItDiffers() {
        assertThat(sql("keys and indexes"))
                .contains("CASE WHEN p.least = p.most THEN")
                .contains("q.how + ' ON PARTITIONS (' + q.numbers + ')'");
    }

    @Test
    void whatTheServerGivesGraphAndLedgerTablesIsLeftOut() {
        assertThat(sql("columns"))
                .endsWith("AND c.graph_type IS NULL AND c.name NOT LIKE 'MSSQL[_]DroppedLedgerColumn[_]%'"
                        + " ORDER BY o.object_id, c.column_id");
        assertThat(sql("keys and indexes")).endsWith("i.name NOT LIKE 'GRAPH[_]UNIQUE[_]INDEX[_]%'");
        assertThat(CatalogueQuestions.OBJECTS)
                .contains("o.name LIKE 'MSSQL[_]LedgerHistoryFor[_]%'")
                .contains("o.name NOT LIKE 'MSSQL[_]DroppedLedger%'");
    }

    /** SYSTEM_VERSIONING = OFF and DROP TABLE of the current one leave it behind, and whoever undoes has to drop it, too. */
    @Test
    void aHistoryWithoutANameIsTheServersForAsLongAsItIsOne() {
        assertThat(CatalogueQuestions.OBJECTS.replaceAll("\\s+", " "))
                .contains("(o.name LIKE 'MSSQL[_]TemporalHistoryFor[_]%' OR o.name LIKE 'MSSQL[_]LedgerHistoryFor[_]%')"
                        + " AND EXISTS (SELECT * FROM sys.tables c WHERE c.history_table_id = o.object_id))");
    }

    /** Microsoft: sys-columns-transact-sql (graph_type), sql-graph-architecture. */
    @Test
    void anIndexOfAGraphTableNamesEachOfItsColumnsOnceAndWithoutBrackets() {
        assertThat(sql("keys and indexes")
                        .split("ELSE '\\$edge_id' END WHEN c.graph_type IN \\(4, 5\\) THEN '\\$from_id'"))
                .hasSize(2);
        assertThat(sql("keys and indexes").split("ISNULL\\(c.graph_type, 0\\) NOT IN \\(3, 6\\) AND NOT"))
                .hasSize(2);
    }

    /** Names that differ in capitals, and two that have changed places, are other names. */
    @Test
    void theFingerprintTellsNamesAndPlacesApart() {
        assertThat(CatalogueQuestions.OBJECTS)
                .contains(
                        "HASHBYTES('SHA2_256', p.part)",
                        "CONCAT(c.column_id, ' ', c.name) AS part",
                        "CONCAT(i.index_id, ' ', i.is_disabled, ' ', i.name)",
                        "CONCAT(k.object_id, ' ', CONVERT(varchar(30), k.modify_date, 126), ' ', k.name)")
                .doesNotContain("CHECKSUM(");
    }

    /** Microsoft: cast-and-convert-transact-sql: a plain conversion keeps six of them. */
    @Test
    void theBoxOfASpatialIndexIsToldWithAllDigits() {
        assertThat(sql("spatial indexes"))
                .contains(
                        "CONVERT(varchar(30), t.bounding_box_xmin, 3)", "CONVERT(varchar(30), t.bounding_box_ymax, 3)")
                .doesNotContain("CAST(t.bounding_box");
    }

    /** Elsewhere they are the server's and NULL. */
    @Test
    void defaultsOfAContainedDatabaseAreNamed() {
        assertThat(sql("further options of the database"))
                .contains(
                        "d.containment = 1 AND d.is_nested_triggers_on = 0",
                        "d.containment = 1 AND d.two_digit_year_cutoff <> 2049");
    }

    /** A server in another language makes databases in that. */
    @Test
    void languagesOfAContainedDatabaseAreHeldAgainstTheServers() {
        assertThat(sql("languages of the contained database"))
                .contains(
                        "d.default_language_lcid <> (SELECT l.lcid FROM sys.configurations c",
                        "c.name = 'default language'",
                        "d.default_fulltext_language_lcid <> (SELECT CAST(c.value_in_use AS int)",
                        "c.name = 'default full-text language'",
                        "d.containment = 1")
                .doesNotContain("1033");
    }

    @Test
    void aSelectiveXmlIndexIsNoPrimaryOne() {
        assertThat(sql("XML indexes")).contains("CASE x.xml_index_type WHEN 0 THEN '(PRIMARY)'");
    }

    @Test
    void aBoundaryMayBeNullAndLong() {
        assertThat(sql("partition functions"))
                .contains("CAST(v.value AS varchar(8000))", "CAST(v.value AS nvarchar(4000))", "END, 'NULL') AS part");
    }

    @Test
    void theValueOfAPropertyIsNotCut() {
        assertThat(CatalogueQuestions.ALL.stream()
                        .filter(question -> question.kinds().contains(ObjectKind.EXTENDED_PROPERTY))
                        .map(CatalogueQuestion::sql))
                .hasSize(10)
                .allMatch(sql -> sql.contains("\ne.value AS [VALUE]"));
    }

    @Test
    void theCollationOfTheDatabaseIsItsOwnAndNotTheServersView() {
        assertThat(sql("columns"))
                .contains("DATABASEPROPERTYEX(DB_NAME(), 'Collation')")
                .doesNotContain("sys.databases");
    }

    @Test
    void aModuleWithoutDefinitionIsEncryptedOnlyIfTheServerSaysSo() {
        assertThat(sql("triggers"))
                .contains(
                        "m.definition IS NULL AND OBJECTPROPERTY(t.object_id, 'IsEncrypted') = 1 THEN N'(encrypted)'");
        assertThat(sql("rights to see definitions"))
                .endsWith("WHERE HAS_PERMS_BY_NAME(NULL, 'DATABASE', 'VIEW DEFINITION') = 0");
    }

    @Test
    void aTriggerOfAnAssemblyIsItsMethod() {
        assertThat(sql("triggers of assemblies"))
                .contains(
                        "'EXTERNAL NAME ' + QUOTENAME(a.name) + '.' + QUOTENAME(m.assembly_class COLLATE DATABASE_DEFAULT)")
                .contains("JOIN sys.assembly_modules m ON m.object_id = t.object_id");
    }

    /** Microsoft: extended-properties-catalog-views-sys-extended-properties: only of classes 1, 2 and 7 it is the object. */
    @Test
    void aPropertyOfATableTypesColumnIsTheTypes() {
        assertThat(sql("extended properties of columns of table types"))
                .contains("JOIN sys.table_types t ON t.user_type_id = e.major_id")
                .endsWith("WHERE e.class = 8");
        assertThat(sql("extended properties of objects, columns, indexes and constraints"))
                .endsWith("WHERE e.class IN (1, 7)");
    }

    @Test
    void onlyCharacterAndBinaryColumnsOfTablesCanBeWithoutPadding() {
        assertThat(sql("columns with ANSI_PADDING OFF"))
                .contains("c.system_type_id IN (165, 167, 173, 175)", "o.kind = 'TABLE'", "c.is_ansi_padded = 0");
    }

    @Test
    void theViewOfALedgerTableIsTheServers() {
        assertThat(CatalogueQuestions.OBJECTS)
                .contains("FROM (SELECT 0 AS ledger_view_type) lacking\nCROSS JOIN sys.objects o")
                .contains("sys.views v WHERE v.object_id = o.object_id AND ledger_view_type = 1");
    }

    @Test
    void aFullTextIndexIsToldWithItsKeyItsStoplistAndTheTypesOfItsColumns() {
        assertThat(sql("full-text indexes"))
                .contains("' TYPE COLUMN ' + QUOTENAME(y.name)", "' STATISTICAL_SEMANTICS'")
                .contains(
                        "CASE WHEN u.is_system_named = 1 THEN u.type_desc COLLATE DATABASE_DEFAULT ELSE QUOTENAME(i.name) END")
                .contains("CASE WHEN f.stoplist_id = 0 THEN 'SYSTEM' ELSE 'OFF' END", "', SEARCH PROPERTY LIST = '");
    }

    @Test
    void aModuleOfAnAssemblyIsToldWithItsParametersAndAnAggregateAsOne() {
        assertThat(sql("procedures and functions of assemblies"))
                .contains("CASE WHEN RTRIM(b.type) = 'AF' THEN 'AGGREGATE ' ELSE '' END + 'EXTERNAL NAME '")
                .contains("' RETURNS NULL ON NULL INPUT'");
        assertThat(sql("parameters of procedures and functions of assemblies"))
                .contains(
                        "FROM sys.parameters p JOIN sys.types t",
                        "FROM sys.columns c JOIN sys.types y",
                        "ORDER BY x.place");
    }

    /** A change of minOccurs alone changes no component. */
    @Test
    void howOftenAnElementOccursIsNoComponentsBusiness() {
        assertThat(sql("occurrences in XML schema collections"))
                .contains("p.min_occurrences", "p.max_occurrences", "p.default_value", "p.is_default_fixed");
    }

    @Test
    void whatMakesUpAThingIsReadToItsEnd() {
        assertThat(sql("paths of selective XML indexes")).contains("FROM sys.selective_xml_index_namespaces n");
        assertThat(sql("parameters of procedures and functions of assemblies"))
                .contains("FROM sys.function_order_columns f");
        assertThat(sql("full-text indexes")).contains("', FILEGROUP ' + QUOTENAME(d.name)");
        assertThat(sql("contents of assemblies"))
                .contains("WITHIN GROUP (ORDER BY f.file_id)")
                .doesNotContain("f.file_id = 1");
    }

    /**
     * What every new database has there says nothing of anybody's migrations. Microsoft: serverproperty-transact-sql: 5 is
     * Azure SQL Database, 8 Managed Instance, 12 Fabric.
     */
    @Test
    void whatAPlatformGivesEveryDatabaseIsNotNamed() {
        assertThat(sql("filegroups and files"))
                .contains("WHERE CAST(SERVERPROPERTY('EngineEdition') AS int) NOT IN (5, 12) HAVING");
        assertThat(sql("further options of the database"))
                .contains("d.is_encrypted = 1 AND CAST(SERVERPROPERTY('EngineEdition') AS int) NOT IN (5, 8, 12)")
                .endsWith("WHERE d.name = DB_NAME() AND o.names <> ''");
        assertThat(sql("OPTIMIZED_LOCKING of the database"))
                .endsWith("AND CAST(SERVERPROPERTY('EngineEdition') AS int) NOT IN (5, 8, 12)");
        assertThat(sql("ACCELERATED_DATABASE_RECOVERY of the database"))
                .endsWith("AND CAST(SERVERPROPERTY('EngineEdition') AS int) NOT IN (5, 8, 12)");
    }

    @Test
    void whatIsNotReadIsNamed() {
        assertThat(CatalogueQuestions.ALL.stream()
                        .filter(question -> question.sql().contains(" AS not_compared"))
                        .map(CatalogueQuestion::name))
                .contains(
                        "credentials",
                        "signatures of modules",
                        "filegroups and files",
                        "further options of tables",
                        "what is published for replication",
                        "samples that statistics keep",
                        "external libraries",
                        "external languages",
                        "external models",
                        "scoped configurations for secondaries",
                        "MIXED_PAGE_ALLOCATION of the database",
                        "TEMPORAL_HISTORY_RETENTION of the database",
                        "OPTIMIZED_LOCKING of the database");
    }
}
