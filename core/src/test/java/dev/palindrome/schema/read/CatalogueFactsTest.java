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
                .contains("CASE WHEN i.type NOT IN (5, 6) THEN '(' + (SELECT STRING_AGG(CAST(QUOTENAME(c.name)")
                .contains("OR i.type = 6 AND ix.is_included_column = 1)")
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
                .contains("i.type IN (3, 4, 8, 9) AND ix.is_included_column = 0 AND ix.partition_ordinal = 0");
    }

    @Test
    void aPartitionSchemeIsToldWithTheColumn() {
        assertThat(sql("filegroups, partitions and compression of tables")).contains("ic.partition_ordinal = 1");
        assertThat(sql("keys and indexes")).contains("pc.partition_ordinal = 1");
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

    @Test
    void aSelectiveXmlIndexIsNoPrimaryOne() {
        assertThat(sql("XML indexes")).contains("CASE x.xml_index_type WHEN 0 THEN '(PRIMARY)'");
    }

    @Test
    void aBoundaryMayBeNullAndLong() {
        assertThat(sql("partition functions"))
                .contains("CAST(v.value AS varchar(8000))", "CAST(v.value AS nvarchar(4000))", "END, 'NULL'), ', ')");
    }

    @Test
    void theValueOfAPropertyIsNotCut() {
        assertThat(CatalogueQuestions.ALL.stream()
                        .filter(question -> question.kinds().contains(ObjectKind.EXTENDED_PROPERTY))
                        .map(CatalogueQuestion::sql))
                .hasSize(9)
                .allMatch(sql -> sql.contains(" e.value AS [VALUE]"));
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
}
