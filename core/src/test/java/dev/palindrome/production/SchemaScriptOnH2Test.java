package dev.palindrome.production;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.SqlRecording;
import dev.palindrome.schema.EmbeddedSchema;
import dev.palindrome.schema.SchemaSnapshot;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A database made from a script looks as the one that the script is of, kind by kind, on the embedded engine. */
class SchemaScriptOnH2Test {

    /** Each makes one kind of thing, with the names and variants that are hard for it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                // tables, columns and constraints
                """
                CREATE TABLE dbo.teams (id INT NOT NULL PRIMARY KEY, name NVARCHAR(50) NOT NULL UNIQUE)
                CREATE TABLE dbo.users (
                    id INT IDENTITY(5,3) NOT NULL CONSTRAINT pk_users PRIMARY KEY,
                    team_id INT NOT NULL CONSTRAINT fk_users_teams REFERENCES dbo.teams (id) ON DELETE CASCADE,
                    boss_id INT NULL REFERENCES dbo.users (id),
                    email NVARCHAR(100) NOT NULL CONSTRAINT uq_users_email UNIQUE,
                    status VARCHAR(10) NOT NULL DEFAULT 'new' CONSTRAINT ck_users_status CHECK (status IN ('new', 'old')),
                    age TINYINT NULL CHECK (age > 17),
                    points INT NOT NULL CONSTRAINT df_users_points DEFAULT ((0)),
                    doubled AS CAST(points * 2 AS INT) PERSISTED,
                    rv ROWVERSION NOT NULL, guid UNIQUEIDENTIFIER NOT NULL ROWGUIDCOL DEFAULT NEWID(),
                    money_ MONEY NULL, at_ DATETIME2(3) NULL, text_ NVARCHAR(MAX) NULL, bytes VARBINARY(MAX) NULL
                )
                CREATE INDEX ix_users_status ON dbo.users (status DESC) INCLUDE (age) WHERE age IS NOT NULL
                """,
                // names
                """
                CREATE SCHEMA [it's]
                GO
                CREATE TABLE [it's].[a ]] "b" 'c'] ([select] INT NOT NULL CONSTRAINT [pk ]] '] PRIMARY KEY, [x y] INT NULL
                    CONSTRAINT [ck [1]]] CHECK ([x y] > 0) CONSTRAINT [df 'x'] DEFAULT 1)
                CREATE INDEX [ix ']]] ON [it's].[a ]] "b" 'c'] ([x y])
                """,
                // cycles of foreign keys
                """
                CREATE TABLE dbo.a (id INT NOT NULL PRIMARY KEY, b_id INT NULL)
                CREATE TABLE dbo.b (id INT NOT NULL PRIMARY KEY, a_id INT NULL CONSTRAINT fk_b_a REFERENCES dbo.a (id))
                ALTER TABLE dbo.a ADD CONSTRAINT fk_a_b FOREIGN KEY (b_id) REFERENCES dbo.b (id)
                """,
                // constraints that are off or not trusted
                """
                CREATE TABLE dbo.a (id INT NOT NULL PRIMARY KEY, n INT NULL CONSTRAINT ck_n CHECK (n > 0),
                    m INT NULL CONSTRAINT ck_m CHECK (m > 0), b INT NULL CONSTRAINT fk_b REFERENCES dbo.a (id))
                ALTER TABLE dbo.a NOCHECK CONSTRAINT ck_n, fk_b
                ALTER TABLE dbo.a NOCHECK CONSTRAINT ck_m
                ALTER TABLE dbo.a CHECK CONSTRAINT ck_m
                """,
                // sequences, synonyms, types
                """
                CREATE SEQUENCE dbo.numbers AS INT START WITH 10 INCREMENT BY 5 MINVALUE 0 MAXVALUE 1000 CYCLE CACHE 7
                CREATE SYNONYM dbo.people FOR dbo.users
                CREATE TYPE dbo.code FROM VARCHAR(20) NOT NULL
                CREATE TYPE dbo.ids AS TABLE (id INT NOT NULL PRIMARY KEY, n dbo.code NOT NULL DEFAULT 'x', CHECK (id > 0))
                CREATE TABLE dbo.users (id INT NOT NULL CONSTRAINT df_id DEFAULT NEXT VALUE FOR dbo.numbers, c dbo.code)
                """,
                // views on views, modules with settings, triggers that are off
                """
                CREATE TABLE dbo.t (id INT NOT NULL PRIMARY KEY, n INT NULL)
                GO
                CREATE VIEW dbo.z AS SELECT id, n FROM dbo.t
                GO
                CREATE VIEW dbo.a AS SELECT id FROM dbo.z
                GO
                SET ANSI_NULLS OFF
                GO
                SET QUOTED_IDENTIFIER OFF
                GO
                CREATE PROCEDURE dbo.p @n INT AS SELECT 'text', id FROM dbo.t WHERE n = @n
                GO
                SET QUOTED_IDENTIFIER ON
                GO
                SET ANSI_NULLS ON
                GO
                CREATE FUNCTION dbo.f(@n INT) RETURNS INT AS BEGIN RETURN @n + 1 END
                GO
                CREATE TRIGGER dbo.tr ON dbo.t AFTER INSERT AS SET NOCOUNT ON
                GO
                CREATE TRIGGER dbo.quiet ON dbo.t AFTER UPDATE AS SET NOCOUNT ON
                GO
                DISABLE TRIGGER dbo.quiet ON dbo.t
                """,
                // bound views with indexes
                """
                CREATE TABLE dbo.t (id INT NOT NULL PRIMARY KEY, n INT NOT NULL)
                GO
                CREATE VIEW dbo.v WITH SCHEMABINDING AS SELECT id, n FROM dbo.t
                GO
                CREATE UNIQUE CLUSTERED INDEX cx ON dbo.v (id)
                CREATE INDEX ax ON dbo.v (n)
                """,
                // principals
                """
                CREATE ROLE readers
                CREATE USER ann WITHOUT LOGIN
                CREATE ROLE writers AUTHORIZATION ann
                ALTER ROLE readers ADD MEMBER ann
                EXEC sp_addrolemember 'db_datareader', 'readers'
                GO
                CREATE SCHEMA shop AUTHORIZATION ann
                GO
                CREATE TABLE shop.t (id INT NOT NULL, n INT NULL)
                GRANT SELECT, INSERT ON shop.t TO readers
                DENY UPDATE ON shop.t (n) TO ann
                GRANT SELECT ON SCHEMA::shop TO readers WITH GRANT OPTION
                GRANT VIEW DEFINITION TO writers
                """,
                // descriptions
                """
                CREATE TABLE dbo.t (id INT NOT NULL CONSTRAINT pk PRIMARY KEY)
                EXEC sp_addextendedproperty 'MS_Description', N'it''s a table', 'SCHEMA', 'dbo', 'TABLE', 't'
                EXEC sp_addextendedproperty 'MS_Description', N'a column', 'SCHEMA', 'dbo', 'TABLE', 't', 'COLUMN', 'id'
                EXEC sp_addextendedproperty 'MS_Description', N'a key', 'SCHEMA', 'dbo', 'TABLE', 't', 'CONSTRAINT', 'pk'
                EXEC sp_addextendedproperty 'version', N'1'
                """,
                // partitions
                """
                CREATE PARTITION FUNCTION pf (INT) AS RANGE RIGHT FOR VALUES (1, 100)
                CREATE PARTITION SCHEME ps AS PARTITION pf ALL TO ([PRIMARY])
                CREATE TABLE dbo.t (id INT NOT NULL, n INT NULL, CONSTRAINT pk PRIMARY KEY (id) ON ps (id)) ON ps (id)
                """,
                // temporal tables
                """
                CREATE TABLE dbo.t (id INT NOT NULL PRIMARY KEY, n INT NULL,
                    f DATETIME2 GENERATED ALWAYS AS ROW START HIDDEN NOT NULL, u DATETIME2 GENERATED ALWAYS AS ROW END NOT NULL,
                    PERIOD FOR SYSTEM_TIME (f, u)) WITH (SYSTEM_VERSIONING = ON (HISTORY_TABLE = dbo.t_history))
                """,
                // indexes of all kinds
                """
                CREATE TABLE dbo.t (id INT NOT NULL CONSTRAINT pk PRIMARY KEY, x XML NULL, g GEOMETRY NULL, n INT NULL, s NVARCHAR(20) SPARSE NULL)
                CREATE PRIMARY XML INDEX px ON dbo.t (x)
                CREATE XML INDEX sx ON dbo.t (x) USING XML INDEX px FOR PATH
                CREATE SPATIAL INDEX gx ON dbo.t (g) WITH (BOUNDING_BOX = (0, 0, 10, 10))
                CREATE NONCLUSTERED COLUMNSTORE INDEX cs ON dbo.t (n)
                CREATE STATISTICS st ON dbo.t (n, id)
                CREATE INDEX quiet ON dbo.t (n)
                ALTER INDEX quiet ON dbo.t DISABLE
                """,
                // XML schemas
                """
                CREATE XML SCHEMA COLLECTION dbo.x AS N'<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema"><xsd:element name="a" type="xsd:int"/></xsd:schema>'
                GO
                CREATE TABLE dbo.t (id INT NOT NULL, x XML (dbo.x) NULL)
                """
            })
    void makesAnEqualSchema(String tsql) throws SQLException {
        SchemaSnapshot schema = EmbeddedSchema.of(tsql);

        SchemaScript script = SchemaScript.of(schema);

        assertThat(schema.objects()).isNotEmpty();
        assertThat(script.leftOut()).isEmpty();
        SchemaSnapshot made = EmbeddedSchema.of(SqlRecording.madeScript(script.sql()));
        assertThat(schema.diff(made)).hasToString("no differences");
        assertThat(made).isEqualTo(schema);
        assertThat(SchemaScript.of(made).sql()).isEqualTo(script.sql());
    }

    @Test
    void isTheSameWhateverTheOrderInWhichThingsWereMade() throws SQLException {
        String tables = """
                CREATE TABLE dbo.a (id INT NOT NULL CONSTRAINT pk_a PRIMARY KEY, n INT NULL)
                CREATE TABLE dbo.b (id INT NOT NULL CONSTRAINT pk_b PRIMARY KEY, n INT NULL)
                """;
        String one = tables + """
                CREATE INDEX ix_1 ON dbo.a (n)
                CREATE INDEX ix_2 ON dbo.a (n DESC)
                ALTER TABLE dbo.a ADD CONSTRAINT fk_a FOREIGN KEY (n) REFERENCES dbo.b (id)
                ALTER TABLE dbo.b ADD CONSTRAINT fk_b FOREIGN KEY (n) REFERENCES dbo.a (id)
                CREATE SEQUENCE dbo.s
                GO
                CREATE VIEW dbo.v AS SELECT id FROM dbo.a
                GO
                CREATE PROCEDURE dbo.p AS SELECT id FROM dbo.v
                GO
                CREATE PROCEDURE dbo.q AS EXEC dbo.p
                """;
        String other = """
                CREATE PROCEDURE dbo.q AS EXEC dbo.p
                GO
                CREATE SEQUENCE dbo.s
                """ + tables.lines().sorted(Comparator.reverseOrder()).collect(Collectors.joining("\n")) + """

                GO
                CREATE VIEW dbo.v AS SELECT id FROM dbo.a
                GO
                CREATE PROCEDURE dbo.p AS SELECT id FROM dbo.v
                GO
                ALTER TABLE dbo.b ADD CONSTRAINT fk_b FOREIGN KEY (n) REFERENCES dbo.a (id)
                ALTER TABLE dbo.a ADD CONSTRAINT fk_a FOREIGN KEY (n) REFERENCES dbo.b (id)
                CREATE INDEX ix_2 ON dbo.a (n DESC)
                CREATE INDEX ix_1 ON dbo.a (n)
                """;

        assertThat(SchemaScript.of(EmbeddedSchema.of(other)).sql())
                .isEqualTo(SchemaScript.of(EmbeddedSchema.of(one)).sql());
    }

    /** Options, change tracking and full-text: run behind the script, outside of a transaction. */
    @Test
    void withTheScriptForOutsideOfTransactionsNothingIsMissing() throws SQLException {
        try (EmbeddedSchema old = new EmbeddedSchema();
                EmbeddedSchema made = new EmbeddedSchema()) {
            old.run("CREATE TABLE dbo.docs (id INT NOT NULL CONSTRAINT pk_docs PRIMARY KEY, title NVARCHAR(50) NULL)");
            old.run("ALTER DATABASE CURRENT SET RECOVERY SIMPLE");
            old.run("ALTER TABLE dbo.docs ENABLE CHANGE_TRACKING WITH (TRACK_COLUMNS_UPDATED = ON)");
            old.run("CREATE FULLTEXT CATALOG words WITH ACCENT_SENSITIVITY = OFF AS DEFAULT");
            old.run("CREATE FULLTEXT INDEX ON dbo.docs (title LANGUAGE 1031) KEY INDEX pk_docs ON words");

            SchemaScript script = SchemaScript.of(old.read());
            made.run(script.sql());
            for (String batch : script.outsideTransaction().split("\nGO\n")) {
                made.run(SqlRecording.made(batch));
            }

            assertThat(script.leftOut()).isEmpty();
            assertThat(old.read().diff(made.read())).hasToString("no differences");
        }
    }
}
