package dev.palindrome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlServerTextRulesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT SCHEMA_NAME FROM INFORMATION_SCHEMA.SCHEMATA WHERE N'A.B' = [T].[C]",
                "SELECT t.name + ' ' + t.type_desc COLLATE DATABASE_DEFAULT FROM sys.tables t",
                "SELECT a.name FROM sys.tables a WHERE a.lock_escalation_desc <> 'TABLE'",
                "SELECT [a\"b], N'\"' FROM t -- \"",
                "SET NOCOUNT ON;\nINSERT INTO #t SELECT 1;\nSELECT * FROM #t",
                "DECLARE @options int = @@OPTIONS;\nSET NOCOUNT ON;\nDELETE FROM #t;\nSELECT 1",
                "INSERT INTO a SELECT 1;\nINSERT INTO b SELECT 2",
                "EXEC sp_executesql N'SELECT ''\"'' AS [x]'",
                "SELECT (SELECT STRING_AGG(b.text, ', ') FROM (SELECT v.value + t.name AS text FROM sys.v v) b) FROM sys.types t",
                "SELECT '(' + (SELECT STRING_AGG(v.a + w.b, ')') FROM sys.v v JOIN sys.w w ON w.id = v.id) FROM sys.types t",
                "SELECT (SELECT MAX(v.value + w.value) FROM sys.v v JOIN sys.w w ON w.id = v.id) FROM sys.types t",
                "SELECT UPPER(t.name COLLATE Latin1_General_BIN2) COLLATE DATABASE_DEFAULT FROM sys.types t"
            })
    void breaksNothing(String sql) {
        assertThat(SqlServerTextRules.brokenBy(sql)).isEmpty();
    }

    /** A batch may be longer than anybody's log. */
    @Test
    void aTextThatBreaksOneIsShownAboutThePlace() {
        String before = "SELECT 1;\n".repeat(1000);

        assertThatThrownBy(() -> SqlRecording.made(before + "SELECT t.name FROM master..spt_values t;\n" + before))
                .isInstanceOf(AssertionError.class)
                .satisfies(error -> assertThat(error.getMessage())
                        .hasSizeLessThan(1000)
                        .startsWith(
                                "This text has no page: spt_values. Of its 20041 characters those about line 1001:\n…")
                        .contains("SELECT t.name FROM master..spt_values t;\nSELECT 1;")
                        .endsWith("…"));
    }

    @Test
    void eachRuleIsTold() {
        assertThat(SqlServerTextRules.brokenBy("SELECT t.name + t.type_desc FROM sys.tables t"))
                .containsExactly("has a collation of its own: t.type_desc");
        assertThat(SqlServerTextRules.brokenBy("SELECT CONCAT(m.assembly_class, '.', m.x) FROM sys.assembly_modules m"))
                .containsExactly("has a collation of its own: m.assembly_class");
        assertThat(SqlServerTextRules.brokenBy("EXEC sp_executesql N'SELECT t.type_desc + ''x'' FROM sys.tables t'"))
                .containsExactly("has a collation of its own: t.type_desc");
        assertThat(SqlServerTextRules.brokenBy("DELETE FROM [dbo].[h] WHERE \"rank\" = ?"))
                .containsExactly("has a name in double quotes");
        assertThat(SqlServerTextRules.brokenBy("EXEC sp_executesql N'SELECT \"x\"'"))
                .containsExactly("has a name in double quotes");
        assertThat(SqlServerTextRules.brokenBy("SELECT * FROM master..spt_values"))
                .containsExactly("has no page: spt_values");
        assertThat(SqlServerTextRules.brokenBy("SELECT name FROM SYS.tables"))
                .containsExactly("spells the schema sys in another way");
        assertThat(SqlServerTextRules.brokenBy("SELECT t.Name FROM sys.tables t"))
                .containsExactly("has capitals in a name: t.Name");
        assertThat(SqlServerTextRules.brokenBy("DECLARE @since int = 1; SELECT @Since, @@ROWCOUNT"))
                .containsExactly("spells a variable in several ways: [@since, @Since]");
        assertThat(SqlServerTextRules.brokenBy("SELECT UPPER(t.name) FROM sys.types t"))
                .containsExactly("changes case by the database's rule: UPPER(t.name)");
        assertThat(SqlServerTextRules.brokenBy(
                        "SELECT (SELECT STRING_AGG(t.name + v.value, ', ') FROM sys.v v) FROM sys.types t"))
                .containsExactly("mixes sources of two levels in an aggregate: [t, v]");
        assertThat(SqlServerTextRules.brokenBy("INSERT INTO t (a) VALUES (1);\nSELECT SCOPE_IDENTITY()"))
                .containsExactly("answers behind a count, and does not begin with SET NOCOUNT ON");
    }
}
