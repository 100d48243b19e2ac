package dev.palindrome.roundtrip.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.tsql.ExecutedSql;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RestartedCountersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE dbo.[bills] (id INT IDENTITY)",
                "TRUNCATE TABLE bills",
                "CREATE SEQUENCE dbo.bills START WITH 1",
                "ALTER SEQUENCE bills RESTART",
                "DBCC CHECKIDENT ('dbo.bills', RESEED, 0)",
                "DBCC CHECKIDENT (bills, RESEED, 0)",
                "ALTER TABLE dbo.bills ADD id INT IDENTITY(1,1)",
                "EXEC sp_rename 'dbo.bills_new', 'bills'",
                "EXEC ('CREATE TABLE dbo.bills (id INT)')",
                "EXEC dbo.reset_all"
            })
    void aCounterMayBeginAgain(String script) {
        assertThat(counters("PRINT 1", script).has("Bills")).isTrue();
        assertThat(counters(script, "PRINT 1").has("Bills")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DROP TABLE dbo.bills",
                "INSERT INTO bills (a) VALUES (1)",
                "ALTER TABLE bills ADD a INT",
                "PRINT 'CREATE TABLE bills'",
                "DBCC CHECKIDENT ('dbo.others', RESEED, 0); SELECT * FROM bills"
            })
    void aCounterGoesOn(String script) {
        assertThat(counters(script, script).has("bills")).isFalse();
    }

    private static RestartedCounters counters(String up, String down) {
        return RestartedCounters.of(words(up), words(down));
    }

    private static ScriptWords words(String script) {
        return ScriptWords.of(Optional.of(ExecutedSql.of(script)));
    }
}
