package dev.palindrome.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.QueriedRows;
import dev.palindrome.SqlRecording;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Indexes of all kinds on the embedded engine: what they are compared as, what they do, and the way back. */
class EmbeddedIndexesTest {

    private static final String TABLE = """
            ALTER DATABASE CURRENT ADD FILEGROUP files;
            CREATE TABLE dbo.t (id INT NOT NULL CONSTRAINT pk_t PRIMARY KEY, a INT NULL, b INT NULL, name NVARCHAR(20) NULL, large NVARCHAR(MAX) NULL);
            CREATE INDEX ix_old ON dbo.t (b);
            CREATE UNIQUE INDEX ux_old ON dbo.t (name) WHERE a = 1;
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            CREATE UNIQUE INDEX ux ON dbo.t (b) WHERE a > 0 AND name IS NOT NULL | index [ux] ([b]) UNIQUE WHERE (a > 0 AND name IS NOT NULL)
            CREATE UNIQUE INDEX ux ON dbo.t (b DESC, id) INCLUDE (name) WHERE a IN (1, 2) | index [ux] ([b] DESC, [id]) UNIQUE INCLUDE ([name]) WHERE (a IN (1, 2))
            CREATE INDEX ix ON dbo.t (a) WITH (PAD_INDEX = ON, FILLFACTOR = 80, STATISTICS_NORECOMPUTE = ON, OPTIMIZE_FOR_SEQUENTIAL_KEY = ON, DATA_COMPRESSION = PAGE) ON [files] | index [ix] ([a]) WITH (FILLFACTOR = 80, PAD_INDEX = ON) OPTIMIZE_FOR_SEQUENTIAL_KEY STATISTICS_NORECOMPUTE ON [files] COMPRESSION PAGE
            CREATE INDEX ix ON dbo.t (a) WITH FILLFACTOR = 70, PAD_INDEX | index [ix] ([a]) WITH (FILLFACTOR = 70, PAD_INDEX = ON)
            CREATE UNIQUE INDEX ux ON dbo.t (b) WITH (IGNORE_DUP_KEY = ON) | index [ux] ([b]) UNIQUE WITH (IGNORE_DUP_KEY = ON)
            CREATE TABLE dbo.u (id INT NOT NULL CONSTRAINT pk_u PRIMARY KEY WITH (IGNORE_DUP_KEY = ON)) | primary key [pk_u] ([id]) WITH (IGNORE_DUP_KEY = ON)
            CREATE INDEX ix_old ON dbo.t (a) WITH (DROP_EXISTING = ON) | index [ix_old] ([a])
            CREATE UNIQUE INDEX ux_old ON dbo.t (b) WHERE a = 2 WITH (DROP_EXISTING = ON) | index [ux_old] ([b]) UNIQUE WHERE (a = 2)
            CREATE NONCLUSTERED COLUMNSTORE INDEX cs ON dbo.t (a, b) WHERE a = 1 | index [cs] ([a], [b]) KIND NONCLUSTERED_COLUMNSTORE WHERE (a = 1)
            CREATE COLUMNSTORE INDEX cs ON dbo.t (a, name) WITH (COMPRESSION_DELAY = 10 MINUTES, DATA_COMPRESSION = COLUMNSTORE_ARCHIVE) | index [cs] ([a], [name]) KIND NONCLUSTERED_COLUMNSTORE WITH (COMPRESSION_DELAY = 10) COMPRESSION COLUMNSTORE_ARCHIVE
            ALTER TABLE dbo.t DROP CONSTRAINT pk_t; CREATE CLUSTERED COLUMNSTORE INDEX cs ON dbo.t ORDER (a, b) | index [cs] KIND CLUSTERED_COLUMNSTORE DETAILS (ORDER ([a], [b]))
            ALTER INDEX ix_old ON dbo.t DISABLE | index [ix_old] ([b]) DISABLED
            ALTER INDEX ux_old ON dbo.t DISABLE | index [ux_old] ([name]) UNIQUE WHERE (a = 1) DISABLED
            ALTER INDEX ix_old ON dbo.t REBUILD WITH (FILLFACTOR = 90) | index [ix_old] ([b]) WITH (FILLFACTOR = 90)
            ALTER INDEX ALL ON dbo.t REBUILD WITH (FILLFACTOR = 90) | primary key [pk_t] ([id]) WITH (FILLFACTOR = 90)
            ALTER INDEX ix_old ON dbo.t SET (ALLOW_PAGE_LOCKS = OFF) | index [ix_old] ([b]) WITH (ALLOW_PAGE_LOCKS = OFF)
            CREATE TABLE dbo.u (id INT NOT NULL PRIMARY KEY, a INT NULL INDEX ix_a, b INT NULL INDEX ix_b UNIQUE WHERE b > 0, INDEX ix_ab NONCLUSTERED (a, b DESC) INCLUDE (id) WITH (FILLFACTOR = 80)) | index [ix_b] ([b]) UNIQUE WHERE (b > 0)
            CREATE TABLE dbo.u (id INT NOT NULL PRIMARY KEY NONCLUSTERED, a INT NULL, INDEX cix CLUSTERED (a), INDEX cs NONCLUSTERED COLUMNSTORE (a)) | index [cix] ([a]) KIND CLUSTERED
            CREATE STATISTICS st ON dbo.t (a, name) WHERE a > 0 WITH FULLSCAN, NORECOMPUTE, INCREMENTAL = ON | statistics [st] ([a], [name]) WHERE (a > 0) STATISTICS_NORECOMPUTE STATISTICS_INCREMENTAL
            CREATE STATISTICS st ON dbo.t (large) WITH SAMPLE 10 PERCENT, AUTO_DROP = ON | statistics [st] ([large]) WITH (AUTO_DROP = ON)
            CREATE UNIQUE INDEX ux ON dbo.t (b); CREATE TABLE dbo.c (b INT NULL CONSTRAINT fk_c REFERENCES dbo.t (b) ON DELETE SET NULL) | foreign key [fk_c] ([b]) REFERENCES [dbo].[t]([b]) ON DELETE SET_NULL
            CREATE UNIQUE INDEX ux ON dbo.t (b, a); CREATE TABLE dbo.c (a INT NULL, b INT NULL); ALTER TABLE dbo.c ADD CONSTRAINT fk_c FOREIGN KEY (a, b) REFERENCES dbo.t (a, b) | foreign key [fk_c] ([a], [b]) REFERENCES [dbo].[t]([a], [b])
            CREATE TABLE dbo.u (id INT NOT NULL, INDEX cci CLUSTERED COLUMNSTORE) | index [cci] KIND CLUSTERED_COLUMNSTORE
            """)
    void areKeptAndGoBack(String migration, String expected) throws SQLException {
        try (EmbeddedSchema schema = new EmbeddedSchema()) {
            SchemaSnapshot before = schema.run(TABLE).read();
            SchemaSnapshot after = schema.run(migration).read();
            assertThat(after.toString()).contains(expected).doesNotContain("palindrome:");

            String draft = SchemaChange.from(after, before).sql();
            schema.run(SqlRecording.madeScript(draft));
            assertThat(schema.read()).as(draft).isEqualTo(before);
            schema.run(migration);
            assertThat(schema.read()).isEqualTo(after);
        }
    }

    /** Microsoft: alter-table-table-constraint-transact-sql. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE CLUSTERED INDEX cx ON dbo.h (a); ALTER TABLE dbo.h ADD CONSTRAINT pk_h PRIMARY KEY (id)",
                "ALTER TABLE dbo.h ADD CONSTRAINT uq UNIQUE CLUSTERED (a); ALTER TABLE dbo.h ADD CONSTRAINT pk_h PRIMARY KEY (id)",
                "ALTER TABLE dbo.h ADD CONSTRAINT uq UNIQUE CLUSTERED (a), CONSTRAINT pk_h PRIMARY KEY (id)",
                "CREATE CLUSTERED COLUMNSTORE INDEX cci ON dbo.h; ALTER TABLE dbo.h ADD CONSTRAINT pk_h PRIMARY KEY (id)",
                "CREATE CLUSTERED INDEX cx ON dbo.h (a); ALTER TABLE dbo.h ADD no INT NOT NULL CONSTRAINT pk_h PRIMARY KEY"
            })
    void aPrimaryKeyIsClusteredUnlessTheTableIsAlready(String migration) throws SQLException {
        String table = "CREATE TABLE dbo.h (id INT NOT NULL, a INT NULL);";

        assertThat(EmbeddedSchema.of(table + migration).toString())
                .containsPattern("primary key \\[pk_h] \\(\\[(id|no)]\\) KIND NONCLUSTERED");
        assertThat(EmbeddedSchema.of(table + "ALTER TABLE dbo.h ADD CONSTRAINT pk_h PRIMARY KEY (id)"))
                .isEqualTo(
                        EmbeddedSchema.of(table + "ALTER TABLE dbo.h ADD CONSTRAINT pk_h PRIMARY KEY CLUSTERED (id)"));
    }

    @Test
    void aFilteredUniqueIndexHoldsForTheRowsOfItsFilterAlone() throws SQLException {
        try (EmbeddedSchema schema = new EmbeddedSchema()) {
            schema.run(TABLE + "CREATE UNIQUE INDEX ux ON dbo.t (b) WHERE a IN (1, 2) AND id > 0;")
                    .run("""
                    INSERT INTO dbo.t VALUES (1, 1, 7, N'x', NULL), (2, 3, 7, N'x', NULL), (3, NULL, 7, N'x', NULL), (4, 2, NULL, N'x', NULL);
                    UPDATE dbo.t SET a = 4 WHERE id = 2;
                    """);

            assertThatThrownBy(() -> schema.run("INSERT INTO dbo.t VALUES (5, 2, 7, N'y', NULL);"))
                    .isInstanceOf(SQLException.class);
            assertThatThrownBy(() -> schema.run("INSERT INTO dbo.t VALUES (6, 2, NULL, N'y', NULL);"))
                    .isInstanceOf(SQLException.class);
            assertThatThrownBy(() -> schema.run("UPDATE dbo.t SET a = 2 WHERE id = 3;"))
                    .isInstanceOf(SQLException.class);
            assertThatThrownBy(() -> schema.run("INSERT INTO dbo.t VALUES (7, 1, 9, N'X', NULL);"))
                    .isInstanceOf(SQLException.class);
            assertThat(QueriedRows.of(schema.connection(), "SELECT * FROM \"dbo\".\"t\" WHERE \"id\" = 1"))
                    .containsExactly("1|1|7|x|null");
        }
    }

    @Test
    void anIndexThatIsOffTakesAnyRowsUntilItIsRebuilt() throws SQLException {
        try (EmbeddedSchema schema = new EmbeddedSchema()) {
            SchemaSnapshot before =
                    schema.run(TABLE + "CREATE UNIQUE INDEX ux ON dbo.t (b);").read();
            schema.run("ALTER INDEX ux ON dbo.t DISABLE; INSERT INTO dbo.t (id, b) VALUES (1, 7), (2, 7);");

            assertThatThrownBy(() -> schema.run("ALTER INDEX ux ON dbo.t REBUILD;"))
                    .hasMessageContaining("Msg 1505");
            schema.run("DELETE FROM dbo.t WHERE id = 2; ALTER INDEX ux ON dbo.t REBUILD;");
            assertThat(schema.read()).isEqualTo(before);
            assertThatThrownBy(() -> schema.run("INSERT INTO dbo.t (id, b) VALUES (3, 7);"))
                    .isInstanceOf(SQLException.class);
        }
    }

    @Test
    void anIndexIsSwitchedOffUnlessAForeignKeyPointsToIt() throws SQLException {
        try (EmbeddedSchema schema = new EmbeddedSchema()) {
            SchemaSnapshot before = schema.run("""
                    CREATE TABLE dbo.p (id INT NOT NULL, b INT NOT NULL CONSTRAINT pk_p PRIMARY KEY);
                    CREATE UNIQUE INDEX ux_p ON dbo.p (id);
                    CREATE TABLE dbo.c (b INT NOT NULL, id INT NULL);
                    CREATE UNIQUE INDEX ux_c ON dbo.c (b);
                    ALTER TABLE dbo.c ADD CONSTRAINT fk_b FOREIGN KEY (b) REFERENCES dbo.p (b);
                    ALTER TABLE dbo.c ADD CONSTRAINT fk_id FOREIGN KEY (id) REFERENCES dbo.p (id);
                    """).read();

            assertThatThrownBy(() -> schema.run("ALTER INDEX ux_p ON dbo.p DISABLE"))
                    .hasMessageContaining("An index that is off and a foreign key points to. Needs SQL Server");
            assertThat(schema.read()).isEqualTo(before);
            schema.run("ALTER INDEX ux_c ON dbo.c DISABLE");
            assertThat(schema.read().toString()).contains("index [ux_c] ([b]) UNIQUE DISABLED");
            schema.run("ALTER INDEX ux_c ON dbo.c REBUILD");
            assertThat(schema.read()).isEqualTo(before);
        }
    }

    @Test
    void nothingIsSwitchedOffWhereAllCannotBe() throws SQLException {
        try (EmbeddedSchema schema = new EmbeddedSchema()) {
            SchemaSnapshot before = schema.run(TABLE).read();

            assertThatThrownBy(() -> schema.run("ALTER INDEX ALL ON dbo.t DISABLE;"))
                    .hasMessageContaining("The index of a key that is off. Needs SQL Server");
            assertThat(schema.read()).isEqualTo(before);
        }
        try (EmbeddedSchema schema = new EmbeddedSchema()) {
            SchemaSnapshot before = schema.run("""
                    CREATE TABLE dbo.h (a INT NULL, b INT NULL);
                    CREATE INDEX a_first ON dbo.h (a);
                    CREATE CLUSTERED INDEX b_clustered ON dbo.h (b);
                    CREATE INDEX c_last ON dbo.h (a);
                    """).read();

            assertThatThrownBy(() -> schema.run("ALTER INDEX ALL ON dbo.h DISABLE;"))
                    .hasMessageContaining("A table whose clustered index is off. Needs SQL Server");
            assertThat(schema.read()).isEqualTo(before);
        }
    }

    @Test
    void aFilteredIndexLetsItsTableChangeAndBeRenamed() throws SQLException {
        String changes = """
                ALTER TABLE dbo.t ALTER COLUMN name NVARCHAR(40) NULL;
                ALTER TABLE dbo.t ADD c INT NULL;
                EXEC sp_rename 'dbo.t.ux_old', 'ux_new', 'INDEX';
                EXEC sp_rename 'dbo.t', 'u';
                """;
        try (EmbeddedSchema schema = new EmbeddedSchema()) {
            schema.run(TABLE + changes);

            assertThat(schema.read().toString()).contains("index [ux_new] ([name]) UNIQUE WHERE (a = 1)");
            assertThatThrownBy(() -> schema.run("ALTER TABLE dbo.u DROP COLUMN a;"))
                    .hasMessageContaining("Msg 5074: The index 'ux_new' is dependent on column 'a'.");
            schema.run("DROP INDEX ux_new ON dbo.u; ALTER TABLE dbo.u DROP COLUMN a;");
            assertThat(QueriedRows.of(
                            schema.connection(),
                            "SELECT COLUMN_NAME FROM INFORMATION_SCHEMA.COLUMNS WHERE TABLE_NAME = 'u'"))
                    .containsExactly("id", "b", "name", "large", "c");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1913 | CREATE INDEX ix_old ON dbo.t (a)",
                "1913 | CREATE INDEX pk_t ON dbo.t (a)",
                "7999 | CREATE INDEX ix ON dbo.t (a) WITH (DROP_EXISTING = ON)",
                "2727 | ALTER INDEX ix ON dbo.t REBUILD",
                "1921 | CREATE INDEX ix ON dbo.t (a) ON [PRIMRAY]",
                "1902 | CREATE CLUSTERED COLUMNSTORE INDEX cs ON dbo.t",
                "1911 | CREATE NONCLUSTERED COLUMNSTORE INDEX cs ON dbo.t (nothing)",
                "5074 | CREATE COLUMNSTORE INDEX cs ON dbo.t (a, name); ALTER TABLE dbo.t DROP COLUMN name",
                "156 | CREATE UNIQUE COLUMNSTORE INDEX cs ON dbo.t (a)",
                "1927 | CREATE STATISTICS ix_old ON dbo.t (a)",
                "1911 | CREATE STATISTICS st ON dbo.t (nothing)",
                "3701 | DROP STATISTICS dbo.t.nothing",
                "5074 | CREATE STATISTICS st ON dbo.t (large); ALTER TABLE dbo.t DROP COLUMN large",
                "3723 | CREATE UNIQUE INDEX ux ON dbo.t (b); CREATE TABLE dbo.c (b INT REFERENCES dbo.t (b)); DROP INDEX ux ON dbo.t",
                "1916 | CREATE INDEX ix ON dbo.t (b) WITH (IGNORE_DUP_KEY = ON)",
                "10610 | CREATE UNIQUE INDEX ix ON dbo.t (b) WHERE b > 0 WITH (IGNORE_DUP_KEY = ON)",
                "10607 | CREATE TABLE dbo.u (a INT, INDEX c CLUSTERED (a) WHERE a > 0)",
            })
    void refuses(String numberAndScript) throws SQLException {
        String[] parts = numberAndScript.split(" \\| ");
        try (EmbeddedSchema schema = new EmbeddedSchema()) {
            schema.run(TABLE);

            assertThatThrownBy(() -> schema.run(parts[1]))
                    .hasMessageMatching("(?s).*(Msg |\\(error )" + parts[0] + ": .*");
        }
    }

    @Test
    void statisticsFollowRenames() throws SQLException {
        try (EmbeddedSchema schema = new EmbeddedSchema()) {
            schema.run(TABLE).run("""
                    CREATE STATISTICS st ON dbo.t (b, id);
                    EXEC sp_rename 'dbo.t.st', 'st2', 'STATISTICS';
                    EXEC sp_rename 'dbo.t.b', 'z', 'COLUMN';
                    EXEC sp_rename 'dbo.t', 'u';
                    """);

            assertThat(schema.read().toString()).contains("statistics [st2] ([z], [id])");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            UPDATE STATISTICS dbo.t          | st ([b]), ix ([b])
            UPDATE STATISTICS dbo.t st       | st ([b]), ix ([b]) STATISTICS_NORECOMPUTE
            UPDATE STATISTICS dbo.t (st, ix) WITH FULLSCAN | st ([b]), ix ([b])
            UPDATE STATISTICS dbo.t ix WITH NORECOMPUTE    | st ([b]) STATISTICS_NORECOMPUTE, ix ([b]) STATISTICS_NORECOMPUTE
            """)
    void anUpdateOfStatisticsSaysWhetherTheyAreRecomputed(String update, String told) throws SQLException {
        try (EmbeddedSchema schema = new EmbeddedSchema()) {
            schema.run(TABLE).run("""
                    CREATE STATISTICS st ON dbo.t (b) WITH NORECOMPUTE;
                    CREATE INDEX ix ON dbo.t (b) WITH (STATISTICS_NORECOMPUTE = ON);
                    """).run(update);

            String read = schema.read().toString();
            for (String one : told.split(", ")) {
                assertThat(read).contains("[" + one.replace(" (", "] (") + "\n");
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            UPDATE STATISTICS dbo.nobody   | Msg 2706: Table 'nobody' does not exist.
            UPDATE STATISTICS dbo.t nobody | Msg 2767: Could not locate statistics 'nobody' in the system catalogs.
            """)
    void refusesToUpdateStatisticsThatAreNotThere(String update, String message) throws SQLException {
        try (EmbeddedSchema schema = new EmbeddedSchema().run(TABLE)) {
            assertThatThrownBy(() -> schema.run(update)).hasMessageContaining(message);
        }
    }
}
