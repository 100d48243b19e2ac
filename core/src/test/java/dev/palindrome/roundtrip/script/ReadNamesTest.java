package dev.palindrome.roundtrip.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.tsql.ExecutedSql;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadNamesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE t SET a = phone",
                "ALTER TABLE t ADD a INT; UPDATE t SET a = 1 WHERE [phone] IS NOT NULL",
                "INSERT INTO u (a) SELECT phone FROM t",
                "IF EXISTS (SELECT 1 FROM t WHERE \"phone\" = 1) DROP TABLE u",
                "EXEC sp_rename 't.[phone]', 'a', 'COLUMN'",
                "EXEC ('DELETE FROM t WHERE ph' + 'one = 1')",
                "EXEC dbo.take_back"
            })
    void aNameIsReadByStatementsOnRows(String script) {
        assertThat(names(script).has("phone")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE t SET a = a - 1; ALTER TABLE t DROP COLUMN phone",
                "ALTER TABLE t DROP COLUMN IF EXISTS phone",
                "EXEC ('ALTER TABLE t DROP COLUMN phone')",
                "PRINT 'phone'; -- UPDATE t SET a = phone",
                "DROP INDEX IF EXISTS phone ON t; CREATE INDEX phone ON t (phone)"
            })
    void aNameIsNotReadByOthers(String script) {
        assertThat(names(script).has("phone")).isFalse();
    }

    @Test
    void whatAJavaMigrationReadsIsNotKnown() {
        assertThat(ReadNames.of(ScriptWords.of(Optional.empty())).has("phone")).isTrue();
    }

    private static ReadNames names(String script) {
        return ReadNames.of(ScriptWords.of(Optional.of(ExecutedSql.of(script))));
    }
}
