package dev.palindrome.schema;

import static dev.palindrome.schema.SchemaLines.change;
import static dev.palindrome.schema.SchemaLines.schema;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whole scripts for what only SQL Server has. */
class SqlServerKindsChangeTest {

    private static final String SALES = """
            table [dbo].[sales]
              column [id] INT NOT NULL
              column [at] DATE NOT NULL
              column [doc] XML NULL
              column [amount] DECIMAL(9,2) NULL
            """;

    @Test
    void aClusteredColumnstoreIndexHasNoColumnsAndIsCompressedByItself() {
        String before = SALES + "  index [cci] KIND CLUSTERED_COLUMNSTORE DETAILS \"(ORDER ([at], [id]))\""
                + " COMPRESSION COLUMNSTORE_ARCHIVE\n";

        assertThat(change(SALES, before))
                .isEqualTo("CREATE CLUSTERED COLUMNSTORE INDEX [cci] ON [dbo].[sales] ORDER ([at], [id])"
                        + " WITH (DATA_COMPRESSION = COLUMNSTORE_ARCHIVE);\n");
    }

    @Test
    void aNonclusteredColumnstoreIndexHasItsColumns() {
        String before = SALES + "  index [ncci] ([id], [at]) KIND NONCLUSTERED_COLUMNSTORE WHERE ([id]>(0))"
                + " WITH \"(COMPRESSION_DELAY = 10)\"\n";

        assertThat(change(SALES, before))
                .isEqualTo("CREATE NONCLUSTERED COLUMNSTORE INDEX [ncci] ON [dbo].[sales] ([id], [at])"
                        + " WHERE ([id]>(0)) WITH (COMPRESSION_DELAY = 10);\n");
    }

    @Test
    void aTableComesBackOnItsPartitionSchemeByItsColumn() {
        String before = """
                table [dbo].[log]
                  column [at] DATE NOT NULL
                  index [ix] ([at]) ON [ps]([at]) COMPRESSION "(PAGE ON PARTITIONS (1, 3), ROW ON PARTITIONS (2))"
                partition function [pf] DATE BOUNDARIES "RIGHT('2026-01-01', NULL)"
                partition scheme [ps] "[pf]([PRIMARY], [old], [PRIMARY])"
                """.replace("table [dbo].[log]", "table [dbo].[log] ON [ps]([at]) COMPRESSION PAGE");

        assertThat(change("", before)).isEqualTo("""
                CREATE PARTITION FUNCTION [pf] (DATE) AS RANGE RIGHT FOR VALUES ('2026-01-01', NULL);
                GO
                CREATE PARTITION SCHEME [ps] AS PARTITION [pf] TO ([PRIMARY], [old], [PRIMARY]);
                GO
                -- data: the rows of dbo.log cannot come back
                CREATE TABLE [dbo].[log] (
                    [at] DATE NOT NULL
                ) ON [ps]([at]) WITH (DATA_COMPRESSION = PAGE);
                GO
                CREATE INDEX [ix] ON [dbo].[log] ([at]) WITH (DATA_COMPRESSION = PAGE ON PARTITIONS (1, 3), DATA_COMPRESSION = ROW ON PARTITIONS (2)) ON [ps]([at]);
                """);
        assertThat(change(before, "")).isEqualTo("""
                DROP TABLE [dbo].[log];
                GO
                DROP PARTITION SCHEME [ps];
                GO
                DROP PARTITION FUNCTION [pf];
                """);
    }

    @Test
    void tablesThatArePartitionedByOtherColumnsDiffer() {
        SchemaSnapshot byDate = schema(SALES.replace("[sales]\n", "[sales] ON [ps]([at])\n"));
        SchemaSnapshot byId = schema(SALES.replace("[sales]\n", "[sales] ON [ps]([id])\n"));

        assertThat(byDate.diff(byId)).hasToString("""
                table dbo.sales:
                  ON: expected [ps]([at]) but was [ps]([id])
                """);
    }

    @Test
    void theColumnThatATableIsPartitionedByIsLeftToAPerson() {
        String partitioned = SALES.replace("[sales]\n", "[sales] ON [ps]([at])\n");

        assertThat(change(partitioned.replace("[at] DATE", "[at] DATETIME2(0)"), partitioned))
                .isEqualTo("-- by hand: table dbo.sales: column at: expected DATE but was DATETIME2(0)\n");
        assertThat(change(partitioned, SALES.replace("  column [at] DATE NOT NULL\n", "")))
                .contains("-- by hand: drop dbo.sales.at, which the table is partitioned by: it has to be made anew\n")
                .doesNotContain("DROP COLUMN");
    }

    @ParameterizedTest
    @CsvSource({
        "TABLE KIND NODE, a node table",
        "TABLE KIND EDGE, an edge table",
        "TABLE KIND FILETABLE, a FileTable",
        "TABLE KIND EXTERNAL, an external table",
        "MEMORY_OPTIMIZED SCHEMA_AND_DATA, a memory-optimised table",
        "LEDGER APPEND_ONLY_LEDGER_TABLE, a ledger table"
    })
    void aTableThatCreateTableWouldMakeAnotherKindOfIsLeftToAPerson(String property, String kind) {
        String special = SALES.replace("[sales]\n", "[sales] " + property + "\n") + "  index [ix] ([id])\n";

        assertThat(change("", special)).isEqualTo("-- by hand: make dbo.sales, which was " + kind + "\n");
        assertThat(change(special, "")).isEqualTo("DROP TABLE [dbo].[sales];\n");
        assertThat(change(special.replace("[id] INT NOT NULL", "[id] INT NOT NULL IDENTITY (1,1)"), special))
                .startsWith("-- by hand: the table dbo.sales would have to be made anew, which cannot be written for");
    }

    @Test
    void aTableWithAnEncryptedColumnIsLeftToAPerson() {
        String encrypted = SALES.replace(
                "[id] INT NOT NULL",
                "[id] INT NOT NULL ENCRYPTED WITH \"(COLUMN_ENCRYPTION_KEY = [k], ENCRYPTION_TYPE = DETERMINISTIC)\"");

        assertThat(change("", encrypted))
                .isEqualTo("-- by hand: make dbo.sales, which was a table with an encrypted column\n");
    }

    @Test
    void columnsOfALedgerComeAndGoWithIt() {
        String ledger = "  column [tx] BIGINT NOT NULL GENERATED ALWAYS (AS_TRANSACTION_ID_START) HIDDEN\n";

        assertThat(change(SALES, SALES + ledger))
                .isEqualTo("-- by hand: table dbo.sales: missing column tx BIGINT NOT NULL GENERATED ALWAYS"
                        + " (AS_TRANSACTION_ID_START) HIDDEN\n");
        assertThat(change(SALES + ledger, SALES))
                .isEqualTo("-- by hand: table dbo.sales: unexpected column tx BIGINT NOT NULL GENERATED ALWAYS"
                        + " (AS_TRANSACTION_ID_START) HIDDEN\n");
    }

    @Test
    void anIndexedViewGetsItsUniqueClusteredIndexBeforeAnyOther() {
        String view = """
                view [dbo].[totals] "CREATE VIEW dbo.totals WITH SCHEMABINDING AS SELECT at, COUNT_BIG(*) AS n FROM dbo.sales GROUP BY at"
                  index [a] ([n])
                  index [z] ([at]) UNIQUE KIND CLUSTERED
                  trigger [tr] "CREATE TRIGGER dbo.tr ON dbo.totals INSTEAD OF INSERT AS RETURN"
                """;

        assertThat(change(SALES, SALES + view)).isEqualTo("""
                CREATE VIEW dbo.totals WITH SCHEMABINDING AS SELECT at, COUNT_BIG(*) AS n FROM dbo.sales GROUP BY at
                GO
                CREATE UNIQUE CLUSTERED INDEX [z] ON [dbo].[totals] ([at]);
                GO
                CREATE INDEX [a] ON [dbo].[totals] ([n]);
                GO
                CREATE TRIGGER dbo.tr ON dbo.totals INSTEAD OF INSERT AS RETURN
                """);
    }

    @Test
    void statisticsMakeWayForAColumnThatChanges() {
        String before = SALES + "  statistics [st] ([amount], [id]) WHERE ([amount]>(0)) STATISTICS_NORECOMPUTE\n";

        assertThat(change(before.replace("DECIMAL(9,2)", "DECIMAL(12,2)"), before))
                .isEqualTo("""
                DROP STATISTICS [dbo].[sales].[st];
                GO
                -- data: values of dbo.sales.amount that do not fit DECIMAL(9,2) stop this script; it was DECIMAL(12,2) until now
                ALTER TABLE [dbo].[sales] ALTER COLUMN [amount] DECIMAL(9,2) NULL;
                GO
                CREATE STATISTICS [st] ON [dbo].[sales] ([amount], [id]) WHERE ([amount]>(0)) WITH NORECOMPUTE;
                """);
    }

    @Test
    void statisticsGoBeforeTheirColumn() {
        String after = SALES + "  statistics [st] ([amount]) STATISTICS_INCREMENTAL\n";
        String before = SALES.replace("  column [amount] DECIMAL(9,2) NULL\n", "");

        assertThat(change(after, before)).isEqualTo("""
                DROP STATISTICS [dbo].[sales].[st];
                GO
                ALTER TABLE [dbo].[sales] DROP COLUMN [amount];
                """);
    }

    @Test
    void aColumnMarkedRowguidcolIsAlteredWithoutTheMark() {
        String before = SALES.replace("[id] INT NOT NULL", "[id] UNIQUEIDENTIFIER NULL ROWGUIDCOL");

        assertThat(change(before.replace("UNIQUEIDENTIFIER NULL", "UNIQUEIDENTIFIER NOT NULL"), before))
                .isEqualTo("""
                ALTER TABLE [dbo].[sales] ALTER COLUMN [id] DROP ROWGUIDCOL;
                ALTER TABLE [dbo].[sales] ALTER COLUMN [id] UNIQUEIDENTIFIER NULL;
                ALTER TABLE [dbo].[sales] ALTER COLUMN [id] ADD ROWGUIDCOL;
                """);
        assertThat(change(SALES.replace("[id] INT NOT NULL", "[id] UNIQUEIDENTIFIER NOT NULL"), before))
                .isEqualTo("""
                ALTER TABLE [dbo].[sales] ALTER COLUMN [id] UNIQUEIDENTIFIER NULL;
                ALTER TABLE [dbo].[sales] ALTER COLUMN [id] ADD ROWGUIDCOL;
                """);
    }

    @Test
    void aSparseColumnStaysSparseWhenItIsAltered() {
        String before = SALES.replace("[amount] DECIMAL(9,2) NULL", "[amount] BIGINT NULL SPARSE");

        assertThat(change(before.replace("BIGINT", "INT"), before)).endsWith("""
                        ALTER TABLE [dbo].[sales] ALTER COLUMN [amount] BIGINT NULL;
                        ALTER TABLE [dbo].[sales] ALTER COLUMN [amount] ADD SPARSE;
                        """);
    }

    @Test
    void xmlIndexesGoBeforeThePrimaryKeyThatTheyStandOn() {
        String before = SALES + """
                  primary key [pk] ([id])
                  index [x] ([doc]) KIND XML DETAILS (PRIMARY)
                  index [a] ([doc]) KIND XML DETAILS "(USING [x] FOR PATH)"
                """;

        assertThat(change(before.replace("[id] INT", "[id] BIGINT"), before)).isEqualTo("""
                DROP INDEX [a] ON [dbo].[sales];
                GO
                DROP INDEX [x] ON [dbo].[sales];
                GO
                ALTER TABLE [dbo].[sales] DROP CONSTRAINT [pk];
                GO
                -- data: values of dbo.sales.id that do not fit INT stop this script; it was BIGINT until now
                ALTER TABLE [dbo].[sales] ALTER COLUMN [id] INT NOT NULL;
                GO
                ALTER TABLE [dbo].[sales] ADD CONSTRAINT [pk] PRIMARY KEY ([id]);
                GO
                CREATE PRIMARY XML INDEX [x] ON [dbo].[sales] ([doc]);
                GO
                CREATE XML INDEX [a] ON [dbo].[sales] ([doc]) USING XML INDEX [x] FOR PATH;
                """);
    }

    @Test
    void aTableTypeKeepsItsIndexesAndItsPlaceInMemory() {
        String type = """
                table type [dbo].[ids] MEMORY_OPTIMIZED ON
                  column [id] INT NOT NULL
                  column [at] DATE NULL
                  primary key ([id]) KIND NONCLUSTERED_HASH DETAILS "(BUCKET_COUNT = 1024)"
                  index [ix] ([at] DESC)
                """;

        assertThat(change("", type)).isEqualTo("""
                CREATE TYPE [dbo].[ids] AS TABLE (
                    [id] INT NOT NULL,
                    [at] DATE NULL,
                    PRIMARY KEY NONCLUSTERED HASH ([id]) WITH (BUCKET_COUNT = 1024),
                    INDEX [ix] ([at] DESC)
                ) WITH (MEMORY_OPTIMIZED = ON);
                """);
    }

    @Test
    void keysAndIndexesComeBackWithTheirOptions() {
        String before = SALES + """
                  primary key [pk] ([id]) OPTIMIZE_FOR_SEQUENTIAL_KEY STATISTICS_NORECOMPUTE
                  index [ix] ([at]) WITH "(FILLFACTOR = 80)" OPTIMIZE_FOR_SEQUENTIAL_KEY
                """;

        assertThat(change(SALES, before)).isEqualTo("""
                ALTER TABLE [dbo].[sales] ADD CONSTRAINT [pk] PRIMARY KEY ([id]) WITH (OPTIMIZE_FOR_SEQUENTIAL_KEY = ON, STATISTICS_NORECOMPUTE = ON);
                GO
                CREATE INDEX [ix] ON [dbo].[sales] ([at]) WITH (FILLFACTOR = 80, OPTIMIZE_FOR_SEQUENTIAL_KEY = ON);
                """);
    }

    @Test
    void edgeConstraintsComeAndGo() {
        String edge = SALES + "  edge constraint [ec] \"([dbo].[a] TO [dbo].[b])\" ON DELETE CASCADE\n";

        assertThat(change(SALES, edge))
                .isEqualTo(
                        "ALTER TABLE [dbo].[sales] ADD CONSTRAINT [ec] CONNECTION ([dbo].[a] TO [dbo].[b]) ON DELETE CASCADE;\n");
        assertThat(change(edge, SALES)).isEqualTo("ALTER TABLE [dbo].[sales] DROP CONSTRAINT [ec];\n");
    }

    @Test
    void securityPoliciesComeAndGo() {
        String policy =
                "security policy [rls].[p] \"ADD FILTER PREDICATE [rls].[f]([id]) ON [dbo].[sales]\" DISABLED\n";

        assertThat(change("", policy))
                .isEqualTo("CREATE SECURITY POLICY [rls].[p] ADD FILTER PREDICATE [rls].[f]([id]) ON [dbo].[sales]"
                        + " WITH (STATE = OFF);\n");
        assertThat(change(policy, "")).isEqualTo("DROP SECURITY POLICY [rls].[p];\n");
    }

    @Test
    void permissionsAndDescriptionsOfWhatIsNoTable() {
        String things = """
                table type [dbo].[ids]
                  column [id] INT NOT NULL
                alias type [dbo].[email] NVARCHAR(100)
                role [app] DATABASE_ROLE
                """;
        String said = """
                table type [dbo].[ids]
                  column [id] INT NOT NULL
                  permission [app].[EXECUTE] GRANT
                  extended property [MS_Description].[COLUMN].[id] key
                alias type [dbo].[email] NVARCHAR(100) AUTHORIZATION [app]
                  extended property [MS_Description] mail
                role [app] DATABASE_ROLE
                  permission [app].[ALTER] GRANT
                  extended property [MS_Description] app
                """;

        assertThat(change(things, said)).isEqualTo("""
                ALTER AUTHORIZATION ON TYPE::[dbo].[email] TO [app];
                GO
                GRANT ALTER ON ROLE::[app] TO [app];
                EXEC sp_addextendedproperty @name = N'MS_Description', @value = N'app', @level0type = N'USER', @level0name = N'app';
                GRANT EXECUTE ON TYPE::[dbo].[ids] TO [app];
                EXEC sp_addextendedproperty @name = N'MS_Description', @value = N'key', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TYPE', @level1name = N'ids', @level2type = N'COLUMN', @level2name = N'id';
                EXEC sp_addextendedproperty @name = N'MS_Description', @value = N'mail', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TYPE', @level1name = N'email';
                """);
    }

    @Test
    void scopedConfigurationsAreSetBack() {
        String before = "database SCOPED CONFIGURATION \"(MAXDOP = 4, LEGACY_CARDINALITY_ESTIMATION = ON)\"\n";
        String after = "database SCOPED CONFIGURATION \"(MAXDOP = 8, OPTIMIZE_FOR_AD_HOC_WORKLOADS = ON)\"\n";

        assertThat(change(after, before)).isEqualTo("""
                ALTER DATABASE SCOPED CONFIGURATION SET MAXDOP = 4;
                GO
                ALTER DATABASE SCOPED CONFIGURATION SET LEGACY_CARDINALITY_ESTIMATION = ON;
                GO
                -- by hand: the database's scoped configuration OPTIMIZE_FOR_AD_HOC_WORKLOADS was at its default, and is OPTIMIZE_FOR_AD_HOC_WORKLOADS = ON
                """);
    }

    @Test
    void whoOwnsAnObjectIsSetBack() {
        String owned = SALES.replace("[sales]\n", "[sales] AUTHORIZATION [ann]\n");

        assertThat(change(owned, SALES)).isEqualTo("ALTER AUTHORIZATION ON OBJECT::[dbo].[sales] TO SCHEMA OWNER;\n");
        assertThat(change("", owned)).endsWith("ALTER AUTHORIZATION ON OBJECT::[dbo].[sales] TO [ann];\n");
    }

    /** What CREATE TABLE does not say. */
    @Test
    void aTableComesBackWhereItWasAndWithItsOptions() {
        String before = SALES.replace(
                "[sales]\n",
                "[sales] ON [data] TEXTIMAGE_ON [large] FILESTREAM_ON [files] ANSI_NULLS OFF"
                        + " CHANGE_TRACKING \"(ON, TRACK_COLUMNS_UPDATED = ON)\" CHANGE_DATA_CAPTURE LOCK_ESCALATION AUTO\n");

        assertThat(change("", before)).isEqualTo("""
                -- data: the rows of dbo.sales cannot come back
                GO
                SET ANSI_NULLS OFF;
                GO
                CREATE TABLE [dbo].[sales] (
                    [id] INT NOT NULL,
                    [at] DATE NOT NULL,
                    [doc] XML NULL,
                    [amount] DECIMAL(9,2) NULL
                ) ON [data] TEXTIMAGE_ON [large] FILESTREAM_ON [files];
                GO
                SET ANSI_NULLS ON;
                GO
                ALTER TABLE [dbo].[sales] SET (LOCK_ESCALATION = AUTO);
                ALTER TABLE [dbo].[sales] ENABLE CHANGE_TRACKING WITH (TRACK_COLUMNS_UPDATED = ON);
                GO
                -- by hand: give dbo.sales its CHANGE_DATA_CAPTURE
                """);
    }

    @Test
    void aTableThatIsMadeAnewStaysWhereItIsAndKeepsItsOptions() {
        String table = "table [dbo].[log] ON [data] COMPRESSION PAGE LOCK_ESCALATION DISABLE AUTHORIZATION [app]\n"
                + "  column [id] INT NOT NULL";

        assertThat(change(table + " IDENTITY (1,1)\n", table.replace("DISABLE", "AUTO") + "\n"))
                .isEqualTo("""
                CREATE TABLE [dbo].[palindrome_log] (
                    [id] INT NOT NULL
                ) ON [data] WITH (DATA_COMPRESSION = PAGE);
                GO
                INSERT INTO [dbo].[palindrome_log] ([id])
                SELECT [id] FROM [dbo].[log];
                GO
                DROP TABLE [dbo].[log];
                EXEC sp_rename N'[dbo].[palindrome_log]', N'log';
                GO
                ALTER TABLE [dbo].[log] SET (LOCK_ESCALATION = AUTO);
                GO
                ALTER AUTHORIZATION ON OBJECT::[dbo].[log] TO [app];
                """);
    }

    /** Microsoft: alter-table-transact-sql: padding is always on for what ALTER COLUMN makes. */
    @Test
    void aColumnWithoutPaddingIsToldWhereItIsMadeWithIt() {
        String before = """
                table [dbo].[codes]
                  column [id] INT NOT NULL
                  column [code] VARCHAR(9) NULL ANSI_PADDING OFF
                """;
        String note =
                "-- by hand: the column dbo.codes.code had ANSI_PADDING OFF, and is made with ANSI_PADDING ON here\n";

        assertThat(change("", before)).endsWith("""
                GO
                SET ANSI_PADDING OFF;
                GO
                CREATE TABLE [dbo].[codes] (
                    [id] INT NOT NULL,
                    [code] VARCHAR(9) NULL
                );
                GO
                SET ANSI_PADDING ON;
                """);
        assertThat(change("", before + "  column [padded] VARCHAR(9) NULL\n")).endsWith("GO\n" + note);
        assertThat(change(before.replace("  column [code] VARCHAR(9) NULL ANSI_PADDING OFF\n", ""), before))
                .endsWith("GO\n" + note);
        assertThat(change(before.replace("VARCHAR(9) NULL ANSI_PADDING OFF", "VARCHAR(20) NULL"), before))
                .contains("ALTER TABLE [dbo].[codes] ALTER COLUMN [code] VARCHAR(9) NULL;\n")
                .contains(note);
        assertThat(schema(before).diff(schema(before.replace(" ANSI_PADDING OFF", ""))))
                .hasToString("""
                        table dbo.codes:
                          column code: expected ANSI_PADDING OFF but was ANSI_PADDING ON
                        """);
    }

    @Test
    void whatIsInAnAssemblyIsDroppedByItsKindAndMadeByAPerson() {
        String before = """
                function [dbo].[sum] "AGGREGATE EXTERNAL NAME [clr].[sum]"
                  extended property [MS_Description] sums
                function [dbo].[split] "EXTERNAL NAME [clr].[texts].[split]"
                """;

        assertThat(change(before, "")).contains("DROP AGGREGATE [dbo].[sum];", "DROP FUNCTION [dbo].[split];");
        assertThat(change("", before))
                .contains(
                        "-- by hand: the text of the function dbo.sum is not known, or names it differently: make it"
                                + " anew, and what belongs to it\n",
                        "-- by hand: the text of the function dbo.split is not known")
                .doesNotContain("\nEXTERNAL", "\nAGGREGATE", "sp_addextendedproperty");
        assertThat(change(before.replace("  extended property [MS_Description] sums\n", ""), before))
                .contains("@level1type = N'AGGREGATE', @level1name = N'sum'");
    }

    @Test
    void triggersFireFirstAndLastAgain() {
        String table = """
                table [dbo].[sales]
                  column [id] INT NOT NULL
                """;
        String before = """
                table [dbo].[sales]
                  column [id] INT NOT NULL
                  trigger [t] "CREATE TRIGGER [dbo].[t] ON [dbo].[sales] AFTER INSERT, UPDATE AS PRINT 1" ORDER "(FIRST INSERT, LAST UPDATE)"
                database trigger [d] "CREATE TRIGGER [d] ON DATABASE FOR CREATE_TABLE AS PRINT 1" ORDER "(FIRST CREATE_TABLE)"
                """;

        assertThat(change(table, before)).endsWith("""
                        EXEC sp_settriggerorder @triggername = N'[dbo].[t]', @order = N'First', @stmttype = N'INSERT';
                        EXEC sp_settriggerorder @triggername = N'[dbo].[t]', @order = N'Last', @stmttype = N'UPDATE';
                        GO
                        CREATE TRIGGER [d] ON DATABASE FOR CREATE_TABLE AS PRINT 1
                        GO
                        EXEC sp_settriggerorder @triggername = N'[d]', @order = N'First', @stmttype = N'CREATE_TABLE', @namespace = N'DATABASE';
                        """).doesNotContain("by hand");
    }

    @Test
    void statisticsThatGoWithTheirColumnAreMadeSo() {
        assertThat(change(SALES, SALES + "  statistics [st] ([at]) WITH \"(AUTO_DROP = ON)\" STATISTICS_NORECOMPUTE\n"))
                .isEqualTo("CREATE STATISTICS [st] ON [dbo].[sales] ([at]) WITH NORECOMPUTE, AUTO_DROP = ON;\n");
    }

    @Test
    void aPartitionFunctionHasACollation() {
        assertThat(change(
                        "",
                        "partition function [pf] VARCHAR(9) COLLATE Latin1_General_BIN2 BOUNDARIES \"LEFT('a')\"\n"))
                .isEqualTo("CREATE PARTITION FUNCTION [pf] (VARCHAR(9) COLLATE Latin1_General_BIN2)"
                        + " AS RANGE LEFT FOR VALUES ('a');\n");
    }

    @Test
    void aFullTextCatalogueHasAnOwner() {
        assertThat(change(
                        "full text catalog [ft] \"DEFAULT\"\n",
                        "full text catalog [ft] \"DEFAULT\" AUTHORIZATION [app]\n"))
                .isEqualTo("ALTER AUTHORIZATION ON FULLTEXT CATALOG::[ft] TO [app];\n");
    }

    @Test
    void anIndexOfAnEdgeTableIsMadeByTheNamesThatStatementsKnow() {
        String edges = """
                table [dbo].[likes] TABLE KIND EDGE
                  column [rating] INT NULL
                """;

        assertThat(change(edges, edges + "  index [ix] ($from_id, $to_id DESC) INCLUDE ($edge_id, [rating])\n"))
                .isEqualTo(
                        "CREATE INDEX [ix] ON [dbo].[likes] ($from_id, $to_id DESC) INCLUDE ($edge_id, [rating]);\n");
    }

    @Test
    void whatIsSaidOfADefaultIsSaidOfAConstraint() {
        String table = """
                table [dbo].[users]
                  column [active] BIT NOT NULL DEFAULT ((1)) CONSTRAINT [df_active]
                """;

        assertThat(change(table, table + "  extended property [MS_Description].[PART].[df_active] \"new ones are\"\n"))
                .isEqualTo("EXEC sp_addextendedproperty @name = N'MS_Description', @value = N'new ones are',"
                        + " @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'users',"
                        + " @level2type = N'CONSTRAINT', @level2name = N'df_active';\n");
    }
}
