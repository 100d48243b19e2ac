package dev.palindrome;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.engine.EngineKind;
import dev.palindrome.settings.Settings;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EmbeddedSchemaScriptIT extends SchemaScriptTestCase {

    @Override
    TestDatabase.Builder onEngine() {
        return TestDatabase.builder().engine(EngineKind.EMBEDDED).settings(Settings.of(name -> Optional.empty()));
    }

    @Test
    void aStatementThatNeedsSqlServerIsNamedWithItsLine() throws Exception {
        somethingToMigrate();
        legacy("USE [Shop]\nGO\nCREATE TABLE dbo.users (id INT);\nGO\nCREATE ASSEMBLY x FROM 0x4D\nGO\n");

        assertThatThrownBy(() -> builder().schemaScript(legacy()).baseline("0").start())
                .hasMessage(legacy()
                        + ", line 5: \"CREATE ASSEMBLY x FROM 0x4D\" needs SQL Server (CREATE ASSEMBLY). Run with"
                        + " palindrome.engine=sqlserver.");
    }
}
