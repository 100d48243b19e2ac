package dev.palindrome.migration.script;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityInsertTest {

    @Test
    void theLastThingThatIsSaidCounts() {
        assertThat(IdentityInsert.lastIn("SET IDENTITY_INSERT dbo.a ON\nGO\nset identity_insert [d b].[b] on;"))
                .contains(new IdentityInsert("[d b].[b]", true));
        assertThat(IdentityInsert.lastIn(
                        "SET IDENTITY_INSERT a ON; INSERT INTO a (id) VALUES (1); SET IDENTITY_INSERT a OFF"))
                .contains(new IdentityInsert("a", false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT 1",
                "-- SET IDENTITY_INSERT dbo.a ON",
                "SELECT 'SET IDENTITY_INSERT dbo.a ON'",
                "CREATE OR ALTER PROCEDURE dbo.p AS SET IDENTITY_INSERT dbo.a ON",
                "SET IDENTITY_INSERT"
            })
    void nothingIsSaid(String script) {
        assertThat(IdentityInsert.lastIn(script)).isEmpty();
    }
}
