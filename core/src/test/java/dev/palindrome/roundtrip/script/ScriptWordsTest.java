package dev.palindrome.roundtrip.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.sql.TableName;
import dev.palindrome.tsql.ExecutedSql;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptWordsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-- update\nPRINT 'update'",
                "/* /* x */ update */ ALTER TABLE t ADD a INT",
                "ALTER TABLE t ADD [update] INT, CONSTRAINT fk FOREIGN KEY (a) REFERENCES u (a) ON UPDATE CASCADE",
                "EXEC('ALTER TABLE t ADD a INT')"
            })
    void whatOnlyLooksLikeItIsNot(String script) {
        assertThat(words(script).mayMakeRows()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT id INTO dbo.copy FROM dbo.users",
                "ALTER TABLE dbo.old SWITCH TO dbo.new",
                "ALTER SCHEMA app TRANSFER dbo.users",
                "EXEC('SELECT 1 AS a INTO t')"
            })
    void rowsComeWithATable(String script) {
        assertThat(words(script).mayBringRows()).isTrue();
        assertThat(words(script).mayMakeRows()).isFalse();
    }

    @Test
    void tablesThatGetRowsAreNamed() {
        assertThat(words(
                                "INSERT INTO dbo.[my table] (a) VALUES ('INSERT INTO no'); INSERT TOP (1 + (1)) [a]]b] SELECT 1;\n"
                                        + "INSERT db..\"c\"\"d\" DEFAULT VALUES -- INSERT INTO no\n"
                                        + "MERGE INTO t AS x USING u ON 1 = 1; SELECT 1 FROM a INNER MERGE JOIN b ON 1 = 1; INSERT")
                        .tablesInsertedInto())
                .containsExactly(
                        new TableName("dbo", "my table"),
                        new TableName("", "a]b"),
                        new TableName("", "c\"d"),
                        new TableName("", "t"));
    }

    @Test
    void columnsAreAlteredWhereItSaysSo() {
        assertThat(words("ALTER TABLE t ALTER /* */ COLUMN a INT").mayAlterColumns())
                .isTrue();
        assertThat(words("EXEC('ALTER TABLE t ALTER COLUMN a INT')").mayAlterColumns())
                .isTrue();
        assertThat(words("PRINT 'ALTER COLUMN'").mayAlterColumns()).isFalse();
    }

    @Test
    void whatAJavaMigrationDoesIsNotKnown() {
        ScriptWords java = ScriptWords.of(Optional.empty());

        assertThat(java.mayMakeRows()).isTrue();
        assertThat(java.mayAlterColumns()).isTrue();
        assertThat(java.tablesInsertedInto()).isEmpty();
    }

    private static ScriptWords words(String script) {
        return ScriptWords.of(Optional.of(ExecutedSql.of(script)));
    }
}
