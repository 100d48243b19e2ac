package dev.palindrome.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.tsql.TranslatedScript;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Partition functions and schemes, and the tables and indexes that are parted by them, on H2, which has none. */
class PartitionsOnH2Test {

    private static final String BEFORE = """
            ALTER DATABASE CURRENT ADD FILEGROUP [old];
            ALTER DATABASE CURRENT ADD FILEGROUP [new];
            CREATE PARTITION FUNCTION years (DATETIME2(0)) AS RANGE RIGHT FOR VALUES ('20210101', '2020-01-01');
            CREATE PARTITION FUNCTION numbers (INT) AS RANGE LEFT FOR VALUES (1, 10, 100);
            CREATE PARTITION SCHEME by_year AS PARTITION years TO ([old], [PRIMARY], [new], [new]);
            CREATE PARTITION SCHEME by_number AS PARTITION numbers ALL TO ([PRIMARY]);
            CREATE TABLE dbo.orders (
                id INT NOT NULL, made DATETIME2(0) NOT NULL, number INT NULL,
                CONSTRAINT pk_orders PRIMARY KEY CLUSTERED (id, made),
                INDEX ix_here (number) ON [PRIMARY])
            ON by_year(made);
            CREATE INDEX ix_number ON dbo.orders (number);
            CREATE INDEX ix_old ON dbo.orders (number) INCLUDE (id) ON [old];
            CREATE TABLE dbo.plain (a INT NOT NULL, b INT NULL);
            CREATE INDEX ix_b ON dbo.plain (b)
            """;

    @Test
    void areInTheSchemaAsSqlServerTellsThem() throws SQLException {
        assertThat(EmbeddedSchema.of(BEFORE).toString())
                .contains("partition function [years] DATETIME2(0) BOUNDARIES"
                        + " RIGHT('2020-01-01T00:00:00', '2021-01-01T00:00:00')")
                .contains("partition function [numbers] INT BOUNDARIES LEFT(1, 10, 100)")
                .contains("partition scheme [by_year] [years]([old], [PRIMARY], [new], [new])")
                .contains(
                        "partition scheme [by_number] [numbers]([PRIMARY], [PRIMARY], [PRIMARY], [PRIMARY], [PRIMARY])")
                .contains("table [dbo].[orders] ON [by_year]([made])")
                .contains("primary key [pk_orders] ([id], [made])\n")
                .contains("index [ix_here] ([number])\n")
                .contains("index [ix_number] ([number]) ON [by_year]([made])")
                .contains("index [ix_old] ([number]) INCLUDE ([id]) ON [old]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            (INT) … LEFT (1.7, NULL, 3)                    | INT BOUNDARIES LEFT(NULL, 1, 3)
            (INT) … LEFT ()                                | INT BOUNDARIES LEFT()
            (DECIMAL(10, 2)) … LEFT (-1.005, 2)            | DECIMAL(10,2) BOUNDARIES LEFT(-1.01, 2.00)
            (MONEY) … LEFT ($2.5)                          | MONEY BOUNDARIES LEFT(2.5000)
            (FLOAT) … LEFT (2E0)                           | FLOAT BOUNDARIES LEFT(2.0000000000000000e+000)
            (NVARCHAR(5)) … RIGHT (N'm', 'b''c')           | NVARCHAR(5) BOUNDARIES RIGHT(N'b''c', N'm')
            (VARCHAR(5) COLLATE Latin1_General_BIN) … RIGHT ('m') | VARCHAR(5) COLLATE Latin1_General_BIN BOUNDARIES RIGHT('m')
            (DATE) … RIGHT ('20200301')                    | DATE BOUNDARIES RIGHT('2020-03-01')
            (DATETIME) … RIGHT ('2020-03-01 10:11:12.5')   | DATETIME BOUNDARIES RIGHT('2020-03-01T10:11:12.500')
            (TIME(3)) … RIGHT ('10:11')                    | TIME(3) BOUNDARIES RIGHT('10:11:00')
            (VARBINARY(3)) … RIGHT (0xABC)                 | VARBINARY(3) BOUNDARIES RIGHT(0x0ABC)
            (BIT) … RIGHT (1)                              | BIT BOUNDARIES RIGHT(1)
            """)
    void limitsAreValuesOfTheFunctionsType(String function, String told) throws SQLException {
        String script =
                "CREATE PARTITION FUNCTION f " + function.replaceFirst("… (LEFT|RIGHT)", "AS RANGE $1 FOR VALUES");

        assertThat(EmbeddedSchema.of(script).toString()).contains("partition function [f] " + told + "\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALTER PARTITION FUNCTION years() SPLIT RANGE ('20220101')",
                "ALTER PARTITION FUNCTION years() SPLIT RANGE ('20190101')",
                "ALTER PARTITION FUNCTION years() MERGE RANGE ('20200101')",
                "ALTER PARTITION FUNCTION numbers() SPLIT RANGE (50)",
                "ALTER PARTITION FUNCTION numbers() MERGE RANGE (100); ALTER PARTITION FUNCTION numbers() SPLIT RANGE (-5)",
                "ALTER PARTITION SCHEME by_year NEXT USED [old]",
                "ALTER PARTITION SCHEME by_year NEXT USED",
                "DROP TABLE dbo.orders",
                "DROP TABLE dbo.orders; DROP PARTITION SCHEME by_year; DROP PARTITION FUNCTION years",
                "DROP PARTITION SCHEME by_number; DROP PARTITION FUNCTION numbers",
                "DROP INDEX ix_number ON dbo.orders",
                "CREATE TABLE dbo.more (a INT PRIMARY KEY ON by_number(a))",
                "CREATE PARTITION FUNCTION f (DATE) AS RANGE FOR VALUES ('20200101');"
                        + " CREATE PARTITION SCHEME s AS PARTITION f ALL TO ([new])",
                "CREATE INDEX ix_a ON dbo.plain (a) ON by_number(b)"
            })
    void draftsChangeThemBack(String change) throws SQLException {
        try (EmbeddedSchema schema = new EmbeddedSchema().run(BEFORE)) {
            SchemaSnapshot before = schema.read();
            SchemaSnapshot after = schema.run(change).read();

            assertThat(before.diff(after).isEmpty()).isFalse();

            schema.run(SchemaChange.from(after, before).sql());

            assertThat(before.diff(schema.read()).toString())
                    .isEqualTo(before.diff(before).toString());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            INT | 1, 9 | DECLARE @v INT = 5; ALTER PARTITION FUNCTION f() SPLIT RANGE (@v) | INT BOUNDARIES RIGHT(1, 5, 9)
            INT | 1, 9 | DECLARE @v INT = 9; ALTER PARTITION FUNCTION f() MERGE RANGE (@v) | INT BOUNDARIES RIGHT(1)
            DATETIME2(7) | '2024-01-01' | DECLARE @v DATETIME2(7) = '2024-02-01T10:00:00.5'; ALTER PARTITION FUNCTION f() SPLIT RANGE (@v) | '2024-02-01T10:00:00.5
            DATE | '2024-01-01' | DECLARE @v DATE = '2023-02-01'; ALTER PARTITION FUNCTION f() SPLIT RANGE (@v) | DATE BOUNDARIES RIGHT('2023-02-01', '2024-01-01')
            NVARCHAR(9) | N'a' | DECLARE @v NVARCHAR(9) = N'it''s'; ALTER PARTITION FUNCTION f() SPLIT RANGE (@v) | 'it''s'
            """)
    void limitsInVariablesAreThoseThatTheyHold(String type, String limits, String change, String told)
            throws SQLException {
        String script =
                "CREATE PARTITION FUNCTION f (" + type + ") AS RANGE RIGHT FOR VALUES (" + limits + ")\nGO\n" + change;

        assertThat(EmbeddedSchema.of(script).toString()).contains(told);
    }

    @Test
    void aClusteredIndexMovesTheTableAndOtherIndexesStay() throws SQLException {
        try (EmbeddedSchema schema = new EmbeddedSchema().run(BEFORE)) {
            schema.run(
                    "CREATE CLUSTERED INDEX cx ON dbo.plain (b) ON by_number(a); CREATE INDEX ix_c ON dbo.plain (b)");

            assertThat(schema.read().toString())
                    .contains("table [dbo].[plain] ON [by_number]([a])")
                    .contains("index [cx] ([b]) KIND CLUSTERED\n")
                    .contains("index [ix_b] ([b])\n")
                    .contains("index [ix_c] ([b]) ON [by_number]([a])");

            schema.run("DROP INDEX cx ON dbo.plain");
            assertThat(schema.read().toString()).contains("table [dbo].[plain] ON [by_number]([a])");

            schema.run("ALTER TABLE dbo.plain ADD CONSTRAINT pk PRIMARY KEY (a) ON [PRIMARY]");
            assertThat(schema.read().toString())
                    .contains("table [dbo].[plain]\n")
                    .contains("index [ix_c] ([b]) ON [by_number]([a])");
        }
    }

    @Test
    void theColumnByWhichATableIsPartedFollowsItsName() throws SQLException {
        try (EmbeddedSchema schema = new EmbeddedSchema().run(BEFORE)) {
            schema.run("EXEC sp_rename 'dbo.orders.made', 'by_year', 'COLUMN'; EXEC sp_rename 'dbo.orders', 'sales'");
            schema.run("EXEC sp_rename 'dbo.sales.by_year', 'ordered', 'COLUMN'");

            assertThat(schema.read().toString())
                    .contains("table [dbo].[sales] ON [by_year]([ordered])")
                    .contains("index [ix_number] ([number]) ON [by_year]([ordered])");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SELECT * FROM sys.partition_functions WHERE name = 'Years' AND fanout = 3 AND boundary_value_on_right = 1 | 1
            SELECT * FROM sys.partition_functions WHERE name = 'nobody' | 0
            SELECT 1 FROM sys.partition_schemes s JOIN sys.partition_functions f ON f.function_id = s.function_id WHERE s.name = 'by_year' AND f.name = 'years' | 1
            SELECT * FROM sys.filegroups WHERE name = 'old' AND type = 'FG' | 1
            SELECT * FROM sys.data_spaces WHERE type = 'PS' | 2
            SELECT * FROM sysfilegroups WHERE groupname = 'PRIMARY' | 1
            SELECT 1 FROM sys.indexes i JOIN sys.data_spaces d ON d.data_space_id = i.data_space_id WHERE i.object_id = OBJECT_ID('dbo.orders') AND d.name = 'by_year' | 2
            SELECT 1 FROM sys.indexes i JOIN sys.filegroups d ON d.data_space_id = i.data_space_id WHERE i.name IN ('ix_here', 'ix_b') AND d.name = 'PRIMARY' | 2
            """)
    void conditionsKnowThem(String query, int rows) throws SQLException {
        try (EmbeddedSchema schema = new EmbeddedSchema().run(BEFORE)) {
            schema.run("IF (" + query.replaceFirst("(\\*|1) FROM", "COUNT(*) FROM") + ") = " + rows
                    + " CREATE TABLE dbo.found (a INT)");

            assertThat(schema.read().toString()).contains("[dbo].[found]");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CREATE PARTITION FUNCTION Years (INT) AS RANGE FOR VALUES (1) | Msg 2714
            CREATE PARTITION SCHEME by_year AS PARTITION years ALL TO ([PRIMARY]) | Msg 2714
            CREATE PARTITION SCHEME [old] AS PARTITION years ALL TO ([PRIMARY]) | Msg 2714
            CREATE PARTITION SCHEME s AS PARTITION nobody ALL TO ([PRIMARY]) | Msg 208: Invalid object name 'nobody'.
            CREATE PARTITION SCHEME s AS PARTITION years ALL TO ([nobody]) | Msg 208: Invalid object name 'nobody'.
            CREATE PARTITION SCHEME s AS PARTITION years ALL TO ([old], [new]) | Msg 7723
            CREATE PARTITION SCHEME s AS PARTITION years TO ([old], [new]) | Msg 7707
            ALTER PARTITION FUNCTION nobody() SPLIT RANGE (1) | Msg 15151
            ALTER PARTITION FUNCTION numbers() SPLIT RANGE (10) | Msg 7721
            ALTER PARTITION FUNCTION numbers() SPLIT RANGE ('x') | Msg 7705
            DECLARE @v INT = 10; ALTER PARTITION FUNCTION numbers() SPLIT RANGE (@v) | Msg 7721
            ALTER PARTITION FUNCTION numbers() MERGE RANGE (11) | Msg 7715: The specified partition range value could not be found.
            ALTER PARTITION SCHEME by_year NEXT USED; ALTER PARTITION FUNCTION years() SPLIT RANGE ('20220101') | Msg 7710
            ALTER PARTITION SCHEME nobody NEXT USED [old] | Msg 15151
            DROP PARTITION FUNCTION years | Msg 7706: Partition function 'years' is being used
            DROP PARTITION FUNCTION nobody | Msg 15151: Cannot drop the partition function 'nobody'
            DROP PARTITION SCHEME by_year | Msg 7717: The partition scheme "by_year" is currently being used
            DROP PARTITION SCHEME nobody | Msg 15151: Cannot drop the partition scheme 'nobody'
            CREATE TABLE dbo.t (a INT) ON nobody(a) | Msg 1921: Invalid partition scheme 'nobody' specified.
            CREATE TABLE dbo.t (a INT) ON by_number | Msg 2726
            CREATE TABLE dbo.t (a BIGINT) ON by_number(a) | Msg 7726: Partition column 'a' has data type bigint
            CREATE INDEX i ON dbo.plain (a) ON by_number(c) | Msg 1911
            CREATE INDEX i ON dbo.orders (id) ON by_number(made) | Msg 7726
            CREATE UNIQUE INDEX i ON dbo.orders (id) | Msg 1908: Column 'made' is partitioning column of the index 'i'.
            ALTER TABLE dbo.orders ADD UNIQUE (id) | Msg 1908
            ALTER TABLE dbo.orders DROP CONSTRAINT pk_orders; ALTER TABLE dbo.orders DROP COLUMN made | Msg 5074: The object 'orders' is dependent on column 'made'.
            ALTER TABLE dbo.orders DROP CONSTRAINT pk_orders; ALTER TABLE dbo.orders ALTER COLUMN made DATETIME2(0) NULL | Msg 5074
            ALTER DATABASE CURRENT REMOVE FILEGROUP [old] | Msg 5042: The filegroup 'old' cannot be removed because it is not empty.
            DROP TABLE dbo.orders; DROP PARTITION SCHEME by_year; CREATE TABLE t (a INT) ON [old]; ALTER DATABASE CURRENT REMOVE FILEGROUP [Old] | Msg 5042
            """)
    void refusesWhatDoesNotFit(String script, String message) throws SQLException {
        try (EmbeddedSchema schema = new EmbeddedSchema().run(BEFORE)) {
            assertThatThrownBy(() -> schema.run(script)).hasMessageContaining(message);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CREATE PARTITION FUNCTION f (TEXT) AS RANGE FOR VALUES ('a') | 7704
            CREATE PARTITION FUNCTION f (VARCHAR(MAX)) AS RANGE FOR VALUES ('a') | 7704
            CREATE PARTITION FUNCTION f (dbo.own) AS RANGE FOR VALUES (1) | 7704
            CREATE PARTITION FUNCTION f (INT, INT) AS RANGE FOR VALUES (1) | 7703
            CREATE PARTITION FUNCTION f () AS RANGE FOR VALUES (1) | 7702
            CREATE PARTITION FUNCTION f (INT) AS RANGE FOR VALUES ('abc') | 7705
            CREATE PARTITION FUNCTION f (INT) AS RANGE FOR VALUES (3000000000) | 7705
            CREATE PARTITION FUNCTION f (VARCHAR(2)) AS RANGE FOR VALUES ('abc') | 7720
            CREATE PARTITION FUNCTION f (INT) AS RANGE FOR VALUES (5, 1, 5) | 7708
            CREATE PARTITION FUNCTION f (INT) AS RANGE MIDDLE FOR VALUES (5) | 102
            CREATE PARTITION FUNCTION dbo.f (INT) AS RANGE FOR VALUES (5) | 102
            CREATE PARTITION SCHEME s AS PARTITION f ALL TO (PRIMARY) | 156
            CREATE PARTITION SCHEME s AS PARTITON f ALL TO ([PRIMARY]) | 102
            ALTER PARTITION FUNCTION f SPLIT RANGE (1) | 102
            ALTER PARTITION FUNCTION f() SPLIT (1) | 102
            DROP PARTITION FUNCTION IF EXISTS f | 156
            CREATE TABLE t (a INT, b AS a + 1) ON s(b) | 7724
            CREATE TABLE t (a INT) ON s(b) | 1911
            CREATE TABLE t (a INT) ON s(a, a) | 2703
            CREATE TABLE t (a INT, b INT) ON s(a, b) | 2726
            CREATE TABLE t (a INT, b TEXT) ON s(a) TEXTIMAGE_ON [PRIMARY] | 1707
            CREATE TABLE t (a INT PRIMARY KEY, b INT) ON s(b) | 1908
            CREATE TABLE t (a INT, b INT, INDEX i UNIQUE (a)) ON s(b) | 1908
            CREATE UNIQUE INDEX i ON t (a) ON s(b) | 1908
            CREATE TABLE t (a INT) ON PRIMARY | 156
            """)
    void refusesWhatSqlServerRefuses(String statement, int error) {
        assertThatThrownBy(
                        () -> TranslatedScript.rewrite("V1__t.sql", statement).h2Statements())
                .hasMessageContaining("(error " + error + ": ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALTER TABLE t SWITCH PARTITION 2 TO s",
                "TRUNCATE TABLE t WITH (PARTITIONS (1 TO 3))",
                "SELECT $PARTITION.f(1)",
                "CREATE PARTITION FUNCTION f (DATE) AS RANGE FOR VALUES (GETDATE())",
                "CREATE PARTITION FUNCTION f (DATE) AS RANGE FOR VALUES ('1 Jan 2020')",
                "CREATE PARTITION FUNCTION f (INT) AS RANGE FOR VALUES (1 + 1)"
            })
    void leavesToSqlServerWhatMovesRows(String statement) {
        assertThatThrownBy(
                        () -> TranslatedScript.rewrite("V1__t.sql", statement).h2Statements())
                .hasMessageContaining("needs SQL Server")
                .hasMessageNotContaining("misspelt");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            (DATA_COMPRESSION = PAGE ON PARTITIONS (1, 3))                                         | (PAGE ON PARTITIONS (1, 3))
            (DATA_COMPRESSION = ROW ON PARTITIONS (2 TO 4), DATA_COMPRESSION = PAGE ON PARTITIONS (1)) | (PAGE ON PARTITIONS (1), ROW ON PARTITIONS (2, 3, 4))
            (DATA_COMPRESSION = PAGE ON PARTITIONS (1 TO 4))                                       | PAGE
            """)
    void partsAreCompressedEachInItsOwnWay(String options, String told) throws SQLException {
        String change = "CREATE TABLE dbo.packed (a INT NULL) ON by_number(a) WITH " + options
                + "; CREATE INDEX ix ON dbo.packed (a) WITH " + options;
        try (EmbeddedSchema schema = new EmbeddedSchema().run(BEFORE)) {
            SchemaSnapshot without = schema.read();
            SchemaSnapshot with = schema.run(change).read();

            assertThat(with.toString())
                    .contains("table [dbo].[packed] ON [by_number]([a]) COMPRESSION " + told)
                    .contains("index [ix] ([a]) ON [by_number]([a]) COMPRESSION " + told);

            schema.run(SchemaChange.from(with, without).sql());
            schema.run(SchemaChange.from(without, with).sql());

            assertThat(with.diff(schema.read()).toString())
                    .isEqualTo(with.diff(with).toString());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CREATE INDEX i ON t (a) WITH (DATA_COMPRESSION = ROW ON PARTITIONS (1), DATA_COMPRESSION = PAGE ON PARTITIONS (1)) | 7711
            CREATE INDEX i ON t (a) WITH (DATA_COMPRESSION = ROW ON PARTITIONS (3 TO 2)) | 7728
            CREATE TABLE t (a INT) WITH (DATA_COMPRESSION = ROW ON PARTITIONS (0)) | 7722
            CREATE TABLE t (a INT) WITH (DATA_COMPRESSION = ROW ON PARTITIONS ()) | 102
            """)
    void refusesWrongPartitions(String statement, int error) {
        refusesWhatSqlServerRefuses(statement, error);
    }
}
