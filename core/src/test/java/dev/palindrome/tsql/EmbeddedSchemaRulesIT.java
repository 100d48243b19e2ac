package dev.palindrome.tsql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules of SQL Server that H2 does not have, each with the number of SQL Server's error. */
class EmbeddedSchemaRulesIT {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            111 | CREATE TABLE dbo.x (id INT NOT NULL); CREATE VIEW dbo.v AS SELECT id FROM dbo.parent
            111 | CREATE TABLE dbo.x (id INT NOT NULL)\\nCREATE SCHEMA sales
            111 | SET NOCOUNT ON; CREATE VIEW dbo.v AS SELECT id FROM dbo.parent
            111 | PRINT 'x'; ALTER VIEW dbo.v1 AS SELECT 1 AS id
            156 | IF 1 = 1 CREATE VIEW dbo.v AS SELECT 1 AS a
            207 | ALTER TABLE dbo.heap ADD c INT NULL; UPDATE dbo.heap SET c = a
            207 | ALTER TABLE dbo.heap ADD c INT NULL; INSERT INTO dbo.heap (a, c) VALUES (1, 2)
            207 | ALTER TABLE dbo.heap ADD c INT NULL; DELETE FROM dbo.heap WHERE c IS NULL
            207 | ALTER TABLE dbo.heap ADD c INT NULL; SELECT h.c FROM dbo.heap h
            207 | IF COL_LENGTH('dbo.heap', 'c') IS NULL BEGIN ALTER TABLE dbo.heap ADD c INT NULL; UPDATE dbo.heap SET c = 1; END
            1785 | CREATE TABLE dbo.a (id INT NOT NULL PRIMARY KEY, p1 INT NULL REFERENCES dbo.parent(id) ON DELETE CASCADE, p2 INT NULL REFERENCES dbo.parent(id) ON DELETE CASCADE)
            1785 | CREATE TABLE dbo.a (id INT NOT NULL PRIMARY KEY, p1 INT NULL REFERENCES dbo.parent(id) ON DELETE SET NULL, p2 INT NULL REFERENCES dbo.parent(id) ON DELETE SET NULL)
            1785 | CREATE TABLE dbo.a (id INT NOT NULL PRIMARY KEY, p1 INT NULL REFERENCES dbo.a(id) ON DELETE CASCADE)
            1785 | CREATE TABLE dbo.a (id INT NOT NULL PRIMARY KEY, p INT NULL REFERENCES dbo.parent(id) ON DELETE CASCADE); CREATE TABLE dbo.b (id INT NOT NULL PRIMARY KEY, a INT NULL REFERENCES dbo.a(id) ON DELETE CASCADE, p INT NULL REFERENCES dbo.parent(id) ON DELETE CASCADE)
            1785 | CREATE TABLE dbo.a (id INT NOT NULL PRIMARY KEY, p INT NULL); CREATE TABLE dbo.b (id INT NOT NULL PRIMARY KEY, a INT NULL REFERENCES dbo.a(id) ON DELETE CASCADE); ALTER TABLE dbo.a ADD CONSTRAINT f FOREIGN KEY (p) REFERENCES dbo.b (id) ON DELETE CASCADE
            1767 | CREATE TABLE dbo.a (id INT NULL CONSTRAINT f9 REFERENCES dbo.parnet(id))
            1767 | ALTER TABLE dbo.heap ADD z INT NULL CONSTRAINT f9 REFERENCES dbo.nowhere
            1769 | CREATE TABLE dbo.a (id INT NULL, CONSTRAINT f9 FOREIGN KEY (idd) REFERENCES dbo.parent(id))
            1769 | ALTER TABLE dbo.heap ADD z INT NULL, CONSTRAINT f9 FOREIGN KEY (zz) REFERENCES dbo.parent(id)
            1770 | CREATE TABLE dbo.a (id INT NULL, CONSTRAINT f9 FOREIGN KEY (id) REFERENCES dbo.parent(idd))
            1770 | CREATE TABLE dbo.a (id INT NOT NULL PRIMARY KEY, p INT NULL REFERENCES dbo.a(idd))
            1778 | ALTER TABLE dbo.heap ADD z BIGINT NULL CONSTRAINT f9 REFERENCES dbo.parent(id)
            1778 | CREATE TABLE dbo.a (c VARCHAR(10) NOT NULL UNIQUE); CREATE TABLE dbo.b (c NVARCHAR(10) NULL REFERENCES dbo.a(c))
            1778 | CREATE TABLE dbo.a (id INT NOT NULL PRIMARY KEY, p BIGINT NULL REFERENCES dbo.a(id))
            2714 | CREATE TABLE dbo.n (a INT CONSTRAINT taken DEFAULT 1); ALTER TABLE dbo.heap ADD CONSTRAINT taken CHECK (a > 0)
            1778 | CREATE TABLE a (id INT NOT NULL PRIMARY KEY, p BIGINT NULL REFERENCES dbo.A)
            1753 | CREATE TABLE dbo.a (c VARCHAR(10) NOT NULL UNIQUE, p VARCHAR(9) NULL, FOREIGN KEY (p) REFERENCES dbo.a (c))
            1753 | CREATE TABLE dbo.a (c VARCHAR(10) NOT NULL UNIQUE); CREATE TABLE dbo.b (c VARCHAR(20) NULL REFERENCES dbo.a(c))
            1753 | CREATE TABLE dbo.a (c DECIMAL(10,2) NOT NULL UNIQUE); CREATE TABLE dbo.b (c DECIMAL(12,2) NULL REFERENCES dbo.a(c))
            2714 | CREATE TABLE dbo.x (id INT NOT NULL CONSTRAINT pk_parent DEFAULT 1)
            2714 | CREATE TABLE dbo.x (id INT NOT NULL CONSTRAINT a DEFAULT 1, b INT CONSTRAINT a CHECK (b > 0))
            2714 | CREATE TABLE dbo.x (id INT NOT NULL CONSTRAINT df_x DEFAULT 1); CREATE TABLE dbo.y (id INT NOT NULL CONSTRAINT df_x DEFAULT 1)
            2714 | CREATE TABLE dbo.x (id INT NOT NULL CONSTRAINT df_x DEFAULT 1); ALTER TABLE dbo.heap ADD CONSTRAINT df_x DEFAULT 1 FOR a
            2714 | CREATE TABLE dbo.parent (id INT)
            2714 | CREATE VIEW dbo.parent AS SELECT 1 AS a
            2714 | CREATE TABLE dbo.pk_parent (a INT)
            2714 | CREATE SEQUENCE dbo.parent
            2714 | ALTER TABLE dbo.heap ADD CONSTRAINT pk_parent CHECK (a > 0)
            1754 | CREATE TABLE dbo.x (id INT IDENTITY(1,1) NOT NULL); ALTER TABLE dbo.x ADD CONSTRAINT df DEFAULT 5 FOR id
            1755 | CREATE TABLE dbo.x (rv ROWVERSION); ALTER TABLE dbo.x ADD CONSTRAINT df DEFAULT 0x01 FOR rv
            1755 | CREATE TABLE dbo.x (rv ROWVERSION DEFAULT 0x01)
            1752 | CREATE TABLE dbo.x (a INT, c AS (a + 1)); ALTER TABLE dbo.x ADD CONSTRAINT df DEFAULT 5 FOR c
            2744 | CREATE TABLE dbo.a (id INT IDENTITY(1,1) NOT NULL, id2 INT IDENTITY(1,1) NOT NULL)
            2744 | ALTER TABLE dbo.parent ADD i INT IDENTITY(1,1) NOT NULL
            1902 | CREATE TABLE dbo.a (id INT NOT NULL PRIMARY KEY, b INT NOT NULL); CREATE CLUSTERED INDEX cx ON dbo.a (b)
            1902 | CREATE CLUSTERED INDEX cx ON dbo.heap (a); CREATE CLUSTERED INDEX cy ON dbo.heap (b)
            8112 | CREATE TABLE dbo.a (id INT NOT NULL PRIMARY KEY CLUSTERED, b INT NOT NULL UNIQUE CLUSTERED)
            1902 | ALTER TABLE dbo.parent ADD CONSTRAINT uq UNIQUE CLUSTERED (name)
            1033 | CREATE VIEW dbo.v AS SELECT id FROM dbo.parent ORDER BY id
            1033 | SELECT x.id FROM (SELECT id FROM dbo.parent ORDER BY id) AS x
            131 | ALTER TABLE dbo.heap ADD x VARCHAR(9000) NULL
            131 | CREATE TABLE dbo.a (x BINARY(8001))
            2717 | CREATE TABLE dbo.a (x NVARCHAR(5000))
            1001 | CREATE TABLE dbo.a (x VARCHAR(0))
            2750 | CREATE TABLE dbo.a (x DECIMAL(39, 2))
            192 | CREATE TABLE dbo.a (x DECIMAL(5, 6))
            1002 | CREATE TABLE dbo.a (x DATETIME2(8))
            1919 | CREATE TABLE dbo.a (x NVARCHAR(MAX) NULL); CREATE INDEX ix ON dbo.a (x)
            1919 | CREATE TABLE dbo.a (x VARCHAR(MAX) NOT NULL PRIMARY KEY)
            1919 | CREATE TABLE dbo.a (x NVARCHAR(MAX) NOT NULL, CONSTRAINT u UNIQUE (x))
            1919 | CREATE TABLE dbo.a (x TEXT NULL); CREATE INDEX ix ON dbo.a (x)
            1911 | CREATE INDEX ix ON dbo.heap (a) INCLUDE (nosuch)
            1911 | CREATE TABLE dbo.x (a INT, INDEX ix (a) INCLUDE (nosuch))
            207 | CREATE INDEX ix ON dbo.heap (a) WHERE nosuch = 1
            207 | CREATE UNIQUE INDEX ix ON dbo.heap (a) WHERE a > 1 AND (nosuch IS NOT NULL)
            207 | CREATE STATISTICS st ON dbo.heap (a) WHERE nosuch = 1
            207 | CREATE NONCLUSTERED COLUMNSTORE INDEX ix ON dbo.heap (a) WHERE nosuch = 1
            10609 | CREATE TABLE dbo.x (a INT, c AS (a + 1)); CREATE INDEX ix ON dbo.x (a) WHERE c = 1
            321 | DELETE FROM dbo.heap WITH (FOO)
            321 | INSERT INTO dbo.heap WITH (TABLOCK, FASTFIRSTROW) (a) VALUES (1)
            321 | SELECT a FROM dbo.heap WITH (FOO)
            321 | UPDATE x SET a = 1 FROM dbo.heap x WITH (NOLOCK FOO)
            156 | SELECT x.a FROM dbo.heap WITH (NOLOCK) AS x
            156 | UPDATE x SET a = 1 FROM dbo.heap WITH (NOLOCK) AS x
            102 | SELECT x.a FROM dbo.heap WITH (NOLOCK) x
            102 | SELECT a FROM dbo.heap WITH ()
            102 | SELECT a FROM dbo.heap WITH (NOLOCK, )
            102 | SELECT a FROM dbo.heap WITH ([NOLOCK])
            156 | SELECT a FROM dbo.heap WHERE a = 1 WITH (NOLOCK)
            1069 | INSERT INTO dbo.heap WITH (INDEX (1)) (a) VALUES (1)
            8107 | CREATE TABLE dbo.a (i INT IDENTITY(1,1)); SET IDENTITY_INSERT dbo.parent ON; SET IDENTITY_INSERT dbo.a ON
            545 | SET IDENTITY_INSERT dbo.parent ON; INSERT INTO dbo.parent (name, code) VALUES (N'a', 'b')
            8106 | SET IDENTITY_INSERT dbo.heap ON
            3902 | COMMIT; COMMIT
            3902 | COMMIT; PRINT 'x'; COMMIT
            2714 | CREATE TABLE dbo.x (id INT NOT NULL CONSTRAINT df_x DEFAULT 1); ALTER TABLE dbo.heap ADD CONSTRAINT DF_X DEFAULT 1 FOR a
            111  | EXEC (N'PRINT 1; CREATE VIEW dbo.v AS SELECT 1 AS a')
            207  | ALTER TABLE dbo.heap ADD c INT NULL; UPDATE dbo.heap SET a = 1, c = 2
            103 | CREATE TABLE dbo.a1234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789 (a INT)
            103 | ALTER TABLE dbo.heap ADD a1234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789 INT
            8111 | CREATE TABLE dbo.a (x INT NULL, CONSTRAINT pk PRIMARY KEY (x))
            8147 | CREATE TABLE dbo.a (x INT IDENTITY(1,1) NULL)
            2749 | CREATE TABLE dbo.a (x VARCHAR(10) IDENTITY(1,1))
            1754 | CREATE TABLE dbo.a (x INT IDENTITY(1,1) DEFAULT 5)
            8110 | CREATE TABLE dbo.a (x INT NOT NULL PRIMARY KEY, y INT NOT NULL PRIMARY KEY)
            1761 | ALTER TABLE dbo.child ADD x INT NOT NULL CONSTRAINT f REFERENCES dbo.parent (id) ON DELETE SET NULL
            4924 | ALTER TABLE dbo.heap DROP COLUMN zz
            4924 | ALTER TABLE dbo.heap ALTER COLUMN zz INT
            3728 | ALTER TABLE dbo.heap DROP CONSTRAINT zz
            1909 | CREATE INDEX ix ON dbo.heap (a, a)
            1909 | CREATE TABLE dbo.a (x INT NOT NULL, PRIMARY KEY (x, x))
            1909 | CREATE INDEX ix ON dbo.heap (a) INCLUDE (a)
            1046 | ALTER TABLE dbo.heap ADD CONSTRAINT c CHECK (a IN (SELECT id FROM dbo.parent))
            1046 | ALTER TABLE dbo.heap ADD z INT DEFAULT (SELECT 1)
            4512 | CREATE VIEW dbo.v WITH SCHEMABINDING AS SELECT id FROM parent
            1054 | CREATE VIEW dbo.v WITH SCHEMABINDING AS SELECT * FROM dbo.parent
            """)
    void refuses(int error, String script) throws SQLException {
        Pattern number = Pattern.compile("(?s).*(Msg |\\(error )" + error + ": .*");
        try (EmbeddedDatabase database = new EmbeddedDatabase()) {
            database.run(ParentAndChild.TABLES);
            assertThatThrownBy(() -> database.run(script.replace("\\n", "\n"))).hasMessageMatching(number);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALTER TABLE dbo.heap ADD c INT NULL; CREATE INDEX ix_c ON dbo.heap (c)",
                "ALTER TABLE dbo.heap ADD c INT NULL; ALTER TABLE dbo.heap ADD CONSTRAINT ck_c CHECK (c > 0)",
                "ALTER TABLE dbo.heap ADD c INT NULL; EXEC ('UPDATE dbo.heap SET c = 1')",
                "CREATE TABLE dbo.n (a INT); ALTER TABLE dbo.n ADD c INT NULL; UPDATE dbo.n SET c = 1",
                "ALTER TABLE dbo.heap ADD c INT NULL\nGO\nUPDATE dbo.heap SET c = 1",
                "ALTER TABLE dbo.heap ADD name INT NULL; UPDATE dbo.parent SET name = N'x'",
                "CREATE TABLE dbo.a (id INT NOT NULL PRIMARY KEY, p1 INT NULL REFERENCES dbo.parent(id) ON DELETE CASCADE, p2 INT NULL REFERENCES dbo.parent(id))",
                "CREATE TABLE dbo.a (id INT NOT NULL PRIMARY KEY, p1 INT NULL REFERENCES dbo.a(id))",
                "CREATE UNIQUE INDEX ix ON dbo.heap (a) INCLUDE (B) WHERE (A > CAST('1' AS INT) AND [b] IS NOT NULL)",
                "CREATE TABLE dbo.x (a INT, b INT, INDEX ix (a) INCLUDE (b) WHERE b IN (1, 2))",
                "SELECT h.a FROM dbo.heap AS h WITH (NOLOCK, INDEX (ix, 1) FORCESEEK (ix (a, b))) WHERE h.a = 1",
                "SELECT a FROM dbo.heap WITH (INDEX = ix, SPATIAL_WINDOW_MAX_CELLS = 5, HOLDLOCK) JOIN dbo.parent p WITH (READPAST) ON p.id = a",
                "UPDATE dbo.heap WITH (ROWLOCK, UPDLOCK) SET a = 1",
                "UPDATE x SET a = 1 FROM dbo.heap AS x WITH (TABLOCKX) WHERE x.a = 2",
                "DELETE FROM dbo.heap WITH (TABLOCK) WHERE a = 1",
                "INSERT INTO dbo.heap WITH (TABLOCK KEEPIDENTITY) (a, b) SELECT a, b FROM dbo.heap WITH (SNAPSHOT)",
                "MERGE INTO dbo.heap WITH (HOLDLOCK) AS t USING dbo.parent AS s ON t.a = s.id WHEN MATCHED THEN UPDATE SET b = 1;",
                "CREATE VIEW dbo.v AS SELECT TOP (5) id FROM dbo.parent ORDER BY id",
                "CREATE VIEW dbo.v AS SELECT id FROM dbo.parent ORDER BY id OFFSET 0 ROWS",
                "CREATE VIEW dbo.v AS SELECT id, ROW_NUMBER() OVER (ORDER BY id) AS n FROM dbo.parent",
                "CREATE TABLE dbo.a (x INT NOT NULL PRIMARY KEY, y INT NULL CONSTRAINT uq UNIQUE CLUSTERED); ALTER TABLE dbo.a DROP CONSTRAINT uq; CREATE CLUSTERED INDEX cy ON dbo.a (y)",
                "CREATE TABLE dbo.a (x INT NOT NULL PRIMARY KEY NONCLUSTERED, y INT NOT NULL); CREATE CLUSTERED INDEX cy ON dbo.a (y)",
                "CREATE TABLE dbo.a (x SYSNAME NOT NULL UNIQUE); CREATE TABLE dbo.b (x NVARCHAR(128) REFERENCES dbo.a (x))",
                "CREATE TABLE dbo.a (x INT NOT NULL PRIMARY KEY, y NVARCHAR(MAX) NULL); CREATE INDEX ix ON dbo.a (x) INCLUDE (y)",
                "CREATE SCHEMA other\nGO\nCREATE TABLE other.parent (id INT CONSTRAINT pk_parent PRIMARY KEY)",
                "CREATE TABLE dbo.a (x INT CONSTRAINT df_a DEFAULT 1); ALTER TABLE dbo.a DROP CONSTRAINT df_a; ALTER TABLE dbo.heap ADD CONSTRAINT df_a DEFAULT 1 FOR a",
                "CREATE TABLE dbo.a (x INT CONSTRAINT df_a DEFAULT 1, y INT CONSTRAINT dfXa DEFAULT 1)",
                "ALTER TABLE dbo.heap ADD c INT NULL; SELECT a AS c FROM dbo.heap",
                "ALTER TABLE dbo.heap ADD c INT NULL; CREATE TABLE dbo.n (a INT); SELECT h.c FROM dbo.heap AS h JOIN dbo.n AS n ON n.a = h.a",
                "INSERT INTO dbo.heap (a) VALUES (1); COMMIT; INSERT INTO dbo.heap (a) VALUES (2); COMMIT",
                "ALTER TABLE dbo.heap ADD [year] INT NULL; UPDATE dbo.heap SET a = DATEPART(year, SYSDATETIME()), b = DATEDIFF(year, GETDATE(), SYSDATETIME())",
                "ALTER TABLE dbo.heap ADD status INT NULL; INSERT INTO dbo.heap (a) SELECT v.status FROM (VALUES (1)) AS v (status)",
                "ALTER TABLE dbo.heap ADD status INT NULL; MERGE dbo.heap AS t USING (VALUES (1, 2)) AS s (id, status) ON t.a = s.id WHEN NOT MATCHED THEN INSERT (a) VALUES (s.status);",
                "BEGIN TRANSACTION; COMMIT; COMMIT",
                "BEGIN TRANSACTION; BEGIN TRANSACTION; COMMIT; COMMIT",
                "SET NOCOUNT ON\nGO\nCREATE VIEW dbo.v AS SELECT id FROM dbo.parent",
                "CREATE TABLE dbo.a (x DECIMAL(5) IDENTITY(1,1), y NUMERIC(9,2))",
                "CREATE TABLE dbo.a (id INT NOT NULL PRIMARY KEY, p INT NULL REFERENCES dbo.parent (id) ON DELETE SET NULL); CREATE TABLE dbo.b (a INT NULL REFERENCES dbo.a (id) ON DELETE CASCADE, p INT NULL REFERENCES dbo.parent (id) ON DELETE CASCADE)",
                "CREATE TABLE dbo.a (x INT NOT NULL); ALTER TABLE dbo.a ADD CONSTRAINT pk_a PRIMARY KEY CLUSTERED (x)"
            })
    void takes(String script) throws SQLException {
        try (EmbeddedDatabase database = new EmbeddedDatabase()) {
            assertThat(database.run(ParentAndChild.TABLES).run(script)).isNotNull();
        }
    }
}
