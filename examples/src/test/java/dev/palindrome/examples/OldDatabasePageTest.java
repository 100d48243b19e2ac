package dev.palindrome.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.sqlserver.jdbc.SQLServerDataSource;
import dev.palindrome.TestDatabase;
import dev.palindrome.junit5.MigratedDatabase;
import dev.palindrome.production.DriftAspect;
import dev.palindrome.production.SchemaDrift;
import dev.palindrome.production.SchemaDriftError;
import dev.palindrome.production.SchemaScript;
import dev.palindrome.schema.SchemaSnapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/** What docs/old-database.md shows; {@link SnippetsTest} holds them together. */
@MigratedDatabase
class OldDatabasePageTest {

    @TempDir
    private Path migrations;

    @Test
    void anOldSchemaBecomesTheFirstMigration(DataSource production, SchemaSnapshot schema) throws IOException {
        SchemaScript script = SchemaScript.of(production);
        script.writeTo(migrations.resolve("B1__baseline.sql"));

        Files.writeString(migrations.resolve("V2__nick.sql"), "ALTER TABLE dbo.users ADD nick NVARCHAR(20) NULL;");
        TestDatabase database =
                TestDatabase.builder().locations("filesystem:" + migrations).start();
        try (database) {
            assertThat(SchemaDrift.between(schema, database.schema())).hasToString("""
                    only in the migrations:
                      column [nick] NVARCHAR(20) NULL of dbo.users
                    """);
        }
    }

    @Test
    void driftIsTold(TestDatabase database) throws SQLException {
        try (TestDatabase other = TestDatabase.builder().start();
                Connection connection = other.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE dbo.audit_log (id INT NOT NULL)");
            statement.execute("CREATE INDEX ix_users_email ON dbo.users (email)");
            assertThatThrownBy(() -> assertNoDrift(other.dataSource(), database))
                    .isInstanceOf(SchemaDriftError.class)
                    .hasMessageContaining("only in production:\n  index [ix_users_email]");
        }
    }

    private static void assertNoDrift(DataSource production, TestDatabase database) {
        SchemaDrift drift = SchemaDrift.between(SchemaSnapshot.of(production), database.schema())
                .leavingOut(DriftAspect.PRINCIPALS, "the DBAs grant rights")
                .leavingOut(DriftAspect.STORAGE, "production has disks of its own")
                .leavingOut("dbo.audit_log", "the audit tool makes it");
        drift.assertNone();
    }

    @Test
    @EnabledIfEnvironmentVariable(named = "PRODUCTION_URL", matches = ".+")
    void productionIsWhatTheMigrationsMake(TestDatabase database) {
        SQLServerDataSource production = new SQLServerDataSource();
        production.setURL(System.getenv("PRODUCTION_URL"));

        SchemaDrift.between(SchemaSnapshot.of(production), database.schema())
                .leavingOut(DriftAspect.PRINCIPALS, "the DBAs grant rights")
                .assertNone();
    }
}
