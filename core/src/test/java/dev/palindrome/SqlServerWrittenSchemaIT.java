package dev.palindrome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.engine.EngineKind;
import dev.palindrome.production.SchemaDrift;
import dev.palindrome.production.SchemaDriftError;
import dev.palindrome.production.SchemaScript;
import dev.palindrome.schema.SchemaDiff;
import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.settings.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A database made from the script of another one looks as that does, and is held against it. */
@RequiresSqlServer
class SqlServerWrittenSchemaIT {

    private static final Settings SYSTEM = Settings.system();

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                // tables, columns and constraints
                """
                CREATE TABLE dbo.teams (id INT NOT NULL PRIMARY KEY, name NVARCHAR(50) NOT NULL UNIQUE);
                CREATE TABLE dbo.users (
                    id INT IDENTITY(5,3) NOT NULL CONSTRAINT pk_users PRIMARY KEY,
                    team_id INT NOT NULL CONSTRAINT fk_users_teams REFERENCES dbo.teams (id) ON DELETE CASCADE,
                    email NVARCHAR(100) NOT NULL CONSTRAINT uq_users_email UNIQUE,
                    status VARCHAR(10) NOT NULL DEFAULT 'new' CONSTRAINT ck_users_status CHECK (status IN ('new', 'old')),
                    points INT NOT NULL CONSTRAINT df_users_points DEFAULT ((0)),
                    doubled AS CAST(points * 2 AS INT) PERSISTED,
                    price MONEY NULL, at_ DATETIME2(3) NULL, text_ NVARCHAR(MAX) NULL, bytes VARBINARY(MAX) NULL
                );
                CREATE INDEX ix_users_status ON dbo.users (status DESC) INCLUDE (points);
                """,
                // cycles of foreign keys, in a schema of their own
                """
                CREATE SCHEMA crm
                GO
                CREATE TABLE crm.a (id INT NOT NULL PRIMARY KEY, b_id INT NULL);
                CREATE TABLE crm.b (id INT NOT NULL PRIMARY KEY, a_id INT NULL CONSTRAINT fk_b_a REFERENCES crm.a (id));
                ALTER TABLE crm.a ADD CONSTRAINT fk_a_b FOREIGN KEY (b_id) REFERENCES crm.b (id);
                """,
                // views on views, a function and a procedure
                """
                CREATE TABLE dbo.t (id INT NOT NULL PRIMARY KEY, n INT NULL)
                GO
                CREATE VIEW dbo.z AS SELECT id, n FROM dbo.t
                GO
                CREATE VIEW dbo.a AS SELECT id FROM dbo.z
                GO
                CREATE FUNCTION dbo.twice (@n INT) RETURNS INT AS BEGIN RETURN @n * 2 END
                GO
                CREATE PROCEDURE dbo.count_t AS SELECT COUNT(*) FROM dbo.a
                GO
                CREATE TRIGGER dbo.on_t ON dbo.t AFTER INSERT AS SET NOCOUNT ON
                """,
                // sequences, synonyms and types
                """
                CREATE SEQUENCE dbo.numbers AS INT START WITH 10 INCREMENT BY 5 MINVALUE 0 MAXVALUE 1000;
                CREATE TYPE dbo.code FROM VARCHAR(20) NOT NULL;
                CREATE TABLE dbo.users (id INT NOT NULL PRIMARY KEY, c dbo.code);
                CREATE SYNONYM dbo.people FOR dbo.users;
                """
            })
    void aDatabaseMadeFromTheScriptIsTheSame(String schema) throws Exception {
        try (TestDatabase original = madeFrom("original.sql", schema)) {
            SchemaScript script = SchemaScript.of(original.dataSource());
            try (TestDatabase again = madeFrom("again.sql", script.sql())) {
                assertThat(again.schema().diff(original.schema())).matches(SchemaDiff::isEmpty);
                assertThat(SchemaScript.of(again.dataSource()).sql()).isEqualTo(script.sql());
            }
        }
    }

    @Test
    void whatOnlyOneOfThemHasIsDrift() throws Exception {
        try (TestDatabase database =
                        madeFrom("users.sql", "CREATE TABLE dbo.users (id INT NOT NULL, name NVARCHAR(50) NULL);");
                Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            SchemaSnapshot migrations = SchemaSnapshot.of(database.dataSource());
            assertThat(SchemaDrift.between(SchemaSnapshot.of(database.dataSource()), migrations)
                            .isEmpty())
                    .isTrue();
            statement.execute("CREATE INDEX ix_users_name ON dbo.users (name)");

            SchemaDrift drift = SchemaDrift.between(SchemaSnapshot.of(database.dataSource()), migrations);

            assertThat(drift.draft()).contains("CREATE").contains("ix_users_name");
            assertThatThrownBy(drift::assertNone)
                    .isInstanceOf(SchemaDriftError.class)
                    .hasMessageContaining("ix_users_name");
        }
    }

    private TestDatabase madeFrom(String name, String script) throws Exception {
        Path file = Files.writeString(folder.resolve(name), script);
        Path migrations = Files.createDirectories(folder.resolve("migrations"));
        Files.writeString(migrations.resolve("V1__as_the_script_has_it.sql"), "SELECT 1;");
        return TestDatabase.builder()
                .engine(EngineKind.SQL_SERVER)
                .settings(SYSTEM)
                .locations("filesystem:" + migrations)
                .schemaScript("filesystem:" + file)
                .baseline("1")
                .start();
    }
}
