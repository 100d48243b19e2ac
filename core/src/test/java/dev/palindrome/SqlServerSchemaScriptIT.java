package dev.palindrome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.engine.EngineKind;
import dev.palindrome.settings.Settings;
import java.sql.Connection;
import org.junit.jupiter.api.Test;

@RequiresSqlServer
class SqlServerSchemaScriptIT extends SchemaScriptTestCase {

    private static final Settings SYSTEM = Settings.system();

    @Override
    TestDatabase.Builder onEngine() {
        return TestDatabase.builder().engine(EngineKind.SQL_SERVER).settings(SYSTEM);
    }

    @Test
    void nothingStaysOfADatabaseWhoseScriptFails() throws Exception {
        somethingToMigrate();
        legacy("CREATE TABLE dbo.users (id INT);\nGO\nDROP TABLE dbo.nowhere;\n");

        assertThatThrownBy(() -> builder()
                        .purpose("NothingOfItStays")
                        .schemaScript(legacy())
                        .baseline("0")
                        .start())
                .hasMessageContaining("nowhere");
        legacy("CREATE TABLE dbo.users (id INT);\n");
        try (TestDatabase database =
                        builder().schemaScript(legacy()).baseline("0").start();
                Connection connection = database.dataSource().getConnection()) {
            assertThat(QueriedRows.of(
                            connection,
                            "SELECT name FROM sys.databases WHERE name LIKE 'palindrome[_]nothing[_]of[_]it[_]stays%'"))
                    .isEmpty();
        }
    }
}
