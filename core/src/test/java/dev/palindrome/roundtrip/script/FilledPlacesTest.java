package dev.palindrome.roundtrip.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.schema.Column;
import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.schema.Table;
import dev.palindrome.tsql.ExecutedSql;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FilledPlacesTest {

    private static final Table USERS = SchemaSnapshot.parse("""
                    palindrome schema 1
                    table [dbo].[users]
                      column [full name] NVARCHAR(60)
                    """).tables().get(0);

    private static final Column FULL_NAME = USERS.columns().get(0);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE dbo.users SET [full name] = nick",
                "UPDATE users SET a = 1, \"full name\" = CASE WHEN a = 1 THEN 'x' ELSE b END, c = 2",
                "UPDATE TOP (10) users WITH (TABLOCK) SET users.[full name] += nick",
                "UPDATE u SET u.[full name] = n.nick FROM dbo.users AS u JOIN dbo.nicks n ON n.id = u.id",
                "UPDATE u SET [full name] = 'x' FROM dbo.users u WHERE a = 1",
                "UPDATE users SET @old = [full name] = a",
                "MERGE INTO users AS t USING nicks n ON n.id = t.id WHEN MATCHED THEN UPDATE SET [full name] = n.nick;",
                "EXEC ('UPDATE dbo.us' + 'ers SET [full name] = nick')",
                "EXEC sp_rename 'dbo.users.nick', 'full name', 'COLUMN'",
                "EXEC dbo.fill_names"
            })
    void aColumnIsFilledWithWhatIsElsewhere(String script) {
        assertThat(places(script).has(USERS, FULL_NAME)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE dbo.users SET [full name] = N'x'",
                "UPDATE dbo.users SET [full name] = NULL; UPDATE dbo.users SET nick = nick + 'a'",
                "UPDATE dbo.others SET [full name] = nick",
                "UPDATE dbo.users SET nick = [full name]",
                "-- UPDATE dbo.users SET [full name] = nick\nPRINT 'UPDATE dbo.users SET [full name] = nick'",
                "EXEC ('ALTER TABLE dbo.users ADD [full name] INT')",
                "INSERT INTO dbo.users ([full name]) SELECT nick FROM dbo.nicks"
            })
    void aColumnIsNotFilledByWhatOnlyMentionsIt(String script) {
        assertThat(places(script).has(USERS, FULL_NAME)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT INTO dbo.users ([full name]) VALUES (@nick)",
                "INSERT INTO dbo.users ([full name]) SELECT nick FROM dbo.nicks",
                "SELECT nick AS [full name] INTO dbo.users FROM dbo.nicks",
                "MERGE dbo.users AS t USING nicks n ON n.id = t.id WHEN NOT MATCHED THEN INSERT (a) VALUES (n.a);",
                "INSERT INTO users EXEC ('SELECT nick FROM dbo.nicks')",
                "EXEC sp_rename 'dbo.people', 'users'",
                "ALTER SCHEMA dbo TRANSFER hr.users",
                "ALTER SCHEMA dbo TRANSFER OBJECT::hr.[users]",
                "EXEC (@sql)"
            })
    void aTableIsFilledWithWhatIsElsewhere(String script) {
        assertThat(places(script).has(USERS)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT INTO dbo.users ([full name]) VALUES (N'x'); SELECT 1",
                "CREATE TABLE dbo.users (a INT)",
                "INSERT INTO dbo.others SELECT nick FROM dbo.users"
            })
    void aTableIsNotFilledByRowsOfTheScriptsOwn(String script) {
        assertThat(places(script).has(USERS)).isFalse();
    }

    @Test
    void whatAJavaMigrationFillsIsNotKnown() {
        FilledPlaces java = FilledPlaces.of(ScriptWords.of(Optional.empty()));

        assertThat(java.has(USERS, FULL_NAME)).isTrue();
        assertThat(java.has(USERS)).isTrue();
        assertThat(java.isNone()).isFalse();
    }

    private static FilledPlaces places(String script) {
        return FilledPlaces.of(ScriptWords.of(Optional.of(ExecutedSql.of(script))));
    }
}
