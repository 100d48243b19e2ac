package dev.palindrome.roundtrip.script;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PickingStatementTest {

    @Test
    void whatHasAConditionIsFoundWithItsLine() {
        assertThat(PickingStatement.in("""
                        CREATE TABLE dbo.t (id INT);
                        UPDATE dbo.t SET x = 1
                        WHERE x = 2;
                        GO
                        IF EXISTS (SELECT 1 FROM dbo.t)
                        BEGIN
                            WITH c AS (SELECT id FROM dbo.t WHERE x = 3) DELETE TOP (5) FROM c WHERE id > 4;
                        END
                        MERGE INTO [dbo].[t] AS a USING (VALUES (1)) AS s (id) ON a.id = s.id WHEN MATCHED THEN UPDATE SET x = 1;
                        INSERT INTO dbo.t (id) SELECT id FROM dbo.s WHERE id < 7;
                        EXEC sp_executesql N'DELETE FROM dbo.t WHERE id = 8';
                        """))
                .containsExactly(
                        new PickingStatement(2, "UPDATE dbo.t"),
                        new PickingStatement(7, "DELETE c"),
                        new PickingStatement(9, "MERGE [dbo].[t]"),
                        new PickingStatement(10, "INSERT dbo.t"),
                        new PickingStatement(11, "DELETE dbo.t"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE dbo.t SET x = (SELECT MAX(y) FROM dbo.s WHERE y < 3)",
                "INSERT INTO dbo.t (id) SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM dbo.t WHERE id = 1)",
                "INSERT INTO dbo.t (id) SELECT s.id FROM dbo.s LEFT JOIN dbo.t ON t.id = s.id WHERE t.id IS NULL",
                "MERGE dbo.t AS a USING dbo.s ON a.id = s.id WHEN NOT MATCHED BY TARGET THEN INSERT (id) VALUES (s.id);",
                "UPDATE #t SET x = 1 WHERE x = 2",
                "DELETE FROM @t WHERE x = 2",
                "CREATE PROCEDURE dbo.p AS DELETE FROM dbo.t WHERE x = 2",
                "CREATE TABLE dbo.t (id INT REFERENCES dbo.s (id) ON DELETE CASCADE)",
            })
    void whatPicksNothingIsNot(String script) {
        assertThat(PickingStatement.in(script)).isEmpty();
    }
}
