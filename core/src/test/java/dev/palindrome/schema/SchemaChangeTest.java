package dev.palindrome.schema;

import static dev.palindrome.schema.SchemaLines.change;
import static dev.palindrome.schema.SchemaLines.schema;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whole scripts, planned without a database. */
class SchemaChangeTest {

    private static final String USERS = """
            table [dbo].[users]
              column [id] INT NOT NULL IDENTITY (1,1)
              column [email] NVARCHAR(100) NOT NULL
              primary key [pk_users] ([id])
              unique key ([email])
              index [ix_users] ([email] DESC) INCLUDE ([id])
            """;

    @Test
    void saysNothingWhereNothingDiffers() {
        SchemaChange change = SchemaChange.from(schema(USERS), schema(USERS));

        assertThat(change.isEmpty()).isTrue();
        assertThat(change.sql()).isEmpty();
        assertThat(change.notes()).isEmpty();
    }

    /** SYSNAME is a text. */
    @Test
    void fillsAColumnWithWhatItsCheckAllowsWhateverTheTextsType() {
        String before = """
                table [dbo].[t]
                  column [id] INT NOT NULL
                """;
        String after = before + """
                  column [kind] SYSNAME NOT NULL
                  check [ck] ([kind]='a' OR [kind]='b')
                """;

        assertThat(change(before, after)).contains("ADD [kind] SYSNAME NOT NULL", "DEFAULT ('a')");
    }

    @Test
    void dropsADefaultWithoutNameBeforeItsColumn() {
        String after = USERS.replace("  primary key", "  column [o'k]]] BIT NOT NULL DEFAULT ((1))\n  primary key");

        assertThat(change(after, USERS)).isEqualTo("""
                DECLARE @drop NVARCHAR(MAX);
                SELECT @drop = N'ALTER TABLE [dbo].[users] DROP CONSTRAINT ' + QUOTENAME(name)
                FROM sys.default_constraints
                WHERE parent_object_id = OBJECT_ID(N'[dbo].[users]')
                  AND COL_NAME(parent_object_id, parent_column_id) = N'o''k]';
                EXEC (@drop);
                GO
                ALTER TABLE [dbo].[users] DROP COLUMN [o'k]]];
                """);
    }

    @Test
    void takesKeysAndIndexesAwayWhileAColumnChanges() {
        String after = USERS.replace("NVARCHAR(100)", "NVARCHAR(200)");

        assertThat(change(after, USERS)).isEqualTo("""
                DROP INDEX [ix_users] ON [dbo].[users];
                GO
                DECLARE @drop NVARCHAR(MAX);
                SELECT @drop = N'ALTER TABLE [dbo].[users] DROP CONSTRAINT ' + QUOTENAME(name)
                FROM sys.key_constraints
                WHERE parent_object_id = OBJECT_ID(N'[dbo].[users]') AND type = 'UQ' AND is_system_named = 1
                  AND (SELECT STRING_AGG(COL_NAME(object_id, column_id), N',') WITHIN GROUP (ORDER BY key_ordinal)
                       FROM sys.index_columns
                       WHERE object_id = parent_object_id AND index_id = unique_index_id) = N'email';
                EXEC (@drop);
                GO
                -- data: values of dbo.users.email that do not fit NVARCHAR(100) stop this script; it was NVARCHAR(200) until now
                ALTER TABLE [dbo].[users] ALTER COLUMN [email] NVARCHAR(100) NOT NULL;
                GO
                ALTER TABLE [dbo].[users] ADD UNIQUE ([email]);
                GO
                CREATE INDEX [ix_users] ON [dbo].[users] ([email] DESC) INCLUDE ([id]);
                """);
    }

    @Test
    void leavesIndexesWhereAColumnOnlyGrows() {
        String after = USERS.replace("NVARCHAR(100)", "NVARCHAR(50)");

        assertThat(change(after, USERS))
                .isEqualTo("ALTER TABLE [dbo].[users] ALTER COLUMN [email] NVARCHAR(100) NOT NULL;\n");
    }

    @Test
    void givesRowsValuesInAColumnThatComesBack() {
        String before = USERS.replace("  primary key", "  column [age] INT NOT NULL\n  primary key")
                + "  check [ck_age] ([age]>=(18))\n";

        assertThat(change(USERS, before)).isEqualTo("""
                -- data: the values of dbo.users.age cannot come back
                ALTER TABLE [dbo].[users] ADD [age] INT NOT NULL CONSTRAINT [palindrome_users_age] DEFAULT (18);
                ALTER TABLE [dbo].[users] DROP CONSTRAINT [palindrome_users_age];
                GO
                ALTER TABLE [dbo].[users] ADD CONSTRAINT [ck_age] CHECK ([age]>=(18));
                """);
    }

    @ParameterizedTest
    @CsvSource({"[a]>=(0.5), 0.5", "[a]>(1.5), 2.5", "[a]<(10), 9", "[a]<=(10), 10", "[a]<>(0), 1", "[a]!=(0), 1"})
    void aValueSatisfiesTheBoundOfACheck(String condition, String value) {
        String before = USERS.replace("  primary key", "  column [a] DECIMAL(9,2) NOT NULL\n  primary key")
                + "  check [ck] (" + condition + ")\n";

        assertThat(change(USERS, before)).contains(" DEFAULT (" + value + ");");
    }

    @Test
    void givesEachRowAValueOfItsOwnWhereItMustBeUnique() {
        String without = """
                table [dbo].[users]
                  column [id] INT NOT NULL
                  primary key [pk_users] ([id])
                """;
        String before = without.replace("  primary", "  column [code] INT NOT NULL\n  primary")
                + "  unique key [uq_code] ([code])\n";

        assertThat(change(without, before)).isEqualTo("""
                -- data: the values of dbo.users.code cannot come back
                ALTER TABLE [dbo].[users] ADD [code] INT NULL;
                GO
                UPDATE [dbo].[users] SET [code] = (SELECT COUNT(*) FROM [dbo].[users] AS [other] WHERE [other].[id] <= [dbo].[users].[id]);
                GO
                ALTER TABLE [dbo].[users] ALTER COLUMN [code] INT NOT NULL;
                GO
                ALTER TABLE [dbo].[users] ADD CONSTRAINT [uq_code] UNIQUE ([code]);
                """);
    }

    @Test
    void makesTablesAgainAndTheirForeignKeysLast() {
        String before = USERS + """
                table [dbo].[zones]
                  column [id] INT NOT NULL
                  column [owner] INT NULL
                  primary key ([id])
                  foreign key [fk_zones] ([owner]) REFERENCES [dbo].[users]([id]) ON DELETE SET_NULL DISABLED
                """;

        SchemaChange change = SchemaChange.from(schema(""), schema(before));

        assertThat(change.sql()).isEqualTo("""
                -- data: the rows of dbo.users cannot come back
                CREATE TABLE [dbo].[users] (
                    [id] INT IDENTITY(1,1) NOT NULL,
                    [email] NVARCHAR(100) NOT NULL,
                    CONSTRAINT [pk_users] PRIMARY KEY ([id]),
                    UNIQUE ([email])
                );
                -- data: the rows of dbo.zones cannot come back
                CREATE TABLE [dbo].[zones] (
                    [id] INT NOT NULL,
                    [owner] INT NULL,
                    PRIMARY KEY ([id])
                );
                GO
                CREATE INDEX [ix_users] ON [dbo].[users] ([email] DESC) INCLUDE ([id]);
                GO
                ALTER TABLE [dbo].[zones] WITH NOCHECK ADD CONSTRAINT [fk_zones] FOREIGN KEY ([owner]) REFERENCES [dbo].[users]([id]) ON DELETE SET NULL;
                GO
                ALTER TABLE [dbo].[zones] NOCHECK CONSTRAINT [fk_zones];
                """);
        assertThat(change.notes())
                .containsExactly(
                        "data: the rows of dbo.users cannot come back", "data: the rows of dbo.zones cannot come back");
    }

    @Test
    void dropsTablesInARingAfterTheirForeignKeys() {
        String ring = """
                table [dbo].[a]
                  column [id] INT NOT NULL
                  primary key [pk_a] ([id])
                  foreign key [fk_a] ([id]) REFERENCES [dbo].[b]([id])
                table [dbo].[b]
                  column [id] INT NOT NULL
                  primary key [pk_b] ([id])
                  foreign key [fk_b] ([id]) REFERENCES [dbo].[a]([id])
                """;

        assertThat(change(ring, "")).isEqualTo("""
                ALTER TABLE [dbo].[a] DROP CONSTRAINT [fk_a];
                ALTER TABLE [dbo].[b] DROP CONSTRAINT [fk_b];
                GO
                DROP TABLE [dbo].[b];
                DROP TABLE [dbo].[a];
                """);
    }

    @Test
    void makesATableAnewForAnotherIdentity() {
        String other = """
                table [dbo].[posts]
                  column [user] INT NULL
                  foreign key [fk_posts] ([user]) REFERENCES [dbo].[users]([id])
                """;

        assertThat(change(USERS.replace("(1,1)", "(100,5)") + other, USERS + other))
                .isEqualTo("""
                ALTER TABLE [dbo].[posts] DROP CONSTRAINT [fk_posts];
                GO
                CREATE TABLE [dbo].[palindrome_users] (
                    [id] INT IDENTITY(1,1) NOT NULL,
                    [email] NVARCHAR(100) NOT NULL
                );
                GO
                SET IDENTITY_INSERT [dbo].[palindrome_users] ON;
                INSERT INTO [dbo].[palindrome_users] ([id], [email])
                SELECT [id], [email] FROM [dbo].[users];
                SET IDENTITY_INSERT [dbo].[palindrome_users] OFF;
                GO
                DROP TABLE [dbo].[users];
                EXEC sp_rename N'[dbo].[palindrome_users]', N'users';
                GO
                ALTER TABLE [dbo].[users] ADD CONSTRAINT [pk_users] PRIMARY KEY ([id]);
                ALTER TABLE [dbo].[users] ADD UNIQUE ([email]);
                GO
                CREATE INDEX [ix_users] ON [dbo].[users] ([email] DESC) INCLUDE ([id]);
                GO
                ALTER TABLE [dbo].[posts] ADD CONSTRAINT [fk_posts] FOREIGN KEY ([user]) REFERENCES [dbo].[users]([id]);
                """);
    }

    @Test
    void makesBoundModulesWayAndBringsThemBackWithTheirSettingsAndIndexes() {
        String view = """
                view [dbo].[mails] "CREATE VIEW dbo.mails WITH SCHEMABINDING AS\\nSELECT id, email FROM dbo.users" ANSI_NULLS OFF
                  index [cx_mails] ([id]) UNIQUE KIND CLUSTERED
                  permission [reader].[SELECT] GRANT
                """;

        assertThat(change(USERS.replace("NVARCHAR(100)", "NVARCHAR(50)") + view, USERS + view))
                .isEqualTo("""
                DROP VIEW [dbo].[mails];
                GO
                ALTER TABLE [dbo].[users] ALTER COLUMN [email] NVARCHAR(100) NOT NULL;
                GO
                SET ANSI_NULLS OFF;
                GO
                CREATE VIEW dbo.mails WITH SCHEMABINDING AS
                SELECT id, email FROM dbo.users
                GO
                SET ANSI_NULLS ON;
                GO
                CREATE UNIQUE CLUSTERED INDEX [cx_mails] ON [dbo].[mails] ([id]);
                GO
                GRANT SELECT ON OBJECT::[dbo].[mails] TO [reader];
                """);
    }

    @Test
    void changesProceduresTriggersAndFunctionsBack() {
        String before = USERS + """
                  trigger [tr_users] "CREATE TRIGGER dbo.tr_users ON dbo.users AFTER INSERT AS SELECT 1" DISABLED
                procedure [dbo].[p] "ALTER PROCEDURE dbo.p AS SELECT 1"
                """;
        String after = before.replace("SELECT 1", "SELECT 2");

        assertThat(change(after, before)).isEqualTo("""
                DROP TRIGGER [dbo].[tr_users];
                GO
                DROP PROCEDURE [dbo].[p];
                GO
                CREATE PROCEDURE dbo.p AS SELECT 1
                GO
                CREATE TRIGGER dbo.tr_users ON dbo.users AFTER INSERT AS SELECT 1
                GO
                DISABLE TRIGGER [dbo].[tr_users] ON [dbo].[users];
                """);
    }

    @Test
    void makesATriggerOfTheDatabaseThatIsOff() {
        String before = """
                database trigger [audit] "CREATE TRIGGER audit ON DATABASE FOR CREATE_TABLE AS SELECT 1" DISABLED
                """;
        String after = before.replace(" DISABLED", "");

        assertThat(change(after, before)).isEqualTo("""
                DROP TRIGGER [audit] ON DATABASE;
                GO
                CREATE TRIGGER audit ON DATABASE FOR CREATE_TABLE AS SELECT 1
                GO
                DISABLE TRIGGER [audit] ON DATABASE;
                """);
    }

    @Test
    void renamesConstraintsAndIndexes() {
        String after = USERS.replace("pk_users", "pk").replace("ix_users", "ix");

        assertThat(change(after, USERS)).isEqualTo("""
                EXEC sp_rename N'[dbo].[pk]', N'pk_users', N'OBJECT';
                EXEC sp_rename N'[dbo].[users].[ix]', N'ix_users', N'INDEX';
                """);
    }

    @Test
    void switchesTheHistoryOfATemporalTableOn() {
        String plain = """
                table [dbo].[t]
                  column [id] INT NOT NULL
                  primary key [pk_t] ([id])
                """;
        String temporal = """
                table [dbo].[t] SYSTEM_VERSIONING "([dbo].[t_history], 6 MONTH)" PERIOD FOR SYSTEM_TIME ([a], [b])
                  column [id] INT NOT NULL
                  column [a] DATETIME2(7) NOT NULL GENERATED ALWAYS (AS_ROW_START)
                  column [b] DATETIME2(7) NOT NULL GENERATED ALWAYS (AS_ROW_END) HIDDEN
                  primary key [pk_t] ([id])
                table [dbo].[t_history] COMPRESSION PAGE SYSTEM_VERSIONING (HISTORY)
                  column [id] INT NOT NULL
                  index [ix_t_history] ([b], [a]) KIND CLUSTERED
                """;

        assertThat(change(plain, temporal)).isEqualTo("""
                -- data: the period of dbo.t begins anew
                ALTER TABLE [dbo].[t] ADD [a] DATETIME2(7) GENERATED ALWAYS AS ROW START NOT NULL CONSTRAINT [palindrome_t_a] DEFAULT (SYSUTCDATETIME()), [b] DATETIME2(7) GENERATED ALWAYS AS ROW END HIDDEN NOT NULL CONSTRAINT [palindrome_t_b] DEFAULT (CONVERT(DATETIME2, '9999-12-31 23:59:59.9999999')), PERIOD FOR SYSTEM_TIME ([a], [b]);
                ALTER TABLE [dbo].[t] DROP CONSTRAINT [palindrome_t_a], [palindrome_t_b];
                GO
                ALTER TABLE [dbo].[t] SET (SYSTEM_VERSIONING = ON (HISTORY_TABLE = [dbo].[t_history], HISTORY_RETENTION_PERIOD = 6 MONTH));
                """);
        assertThat(change(temporal, plain)).isEqualTo("""
                ALTER TABLE [dbo].[t] SET (SYSTEM_VERSIONING = OFF);
                ALTER TABLE [dbo].[t] DROP PERIOD FOR SYSTEM_TIME;
                GO
                DROP TABLE [dbo].[t_history];
                GO
                ALTER TABLE [dbo].[t] DROP COLUMN [a];
                ALTER TABLE [dbo].[t] DROP COLUMN [b];
                """);
    }

    @Test
    void givesColumnsThatAreThereAPeriod() {
        String plain = """
                table [dbo].[t]
                  column [a] DATETIME2(7) NOT NULL
                  column [b] DATETIME2(7) NOT NULL
                """;
        String period = """
                table [dbo].[t] PERIOD FOR SYSTEM_TIME ([a], [b])
                  column [a] DATETIME2(7) NOT NULL GENERATED ALWAYS (AS_ROW_START)
                  column [b] DATETIME2(7) NOT NULL GENERATED ALWAYS (AS_ROW_END) HIDDEN
                """;

        assertThat(change(plain, period)).isEqualTo("""
                ALTER TABLE [dbo].[t] ADD PERIOD FOR SYSTEM_TIME ([a], [b]);
                GO
                ALTER TABLE [dbo].[t] ALTER COLUMN [b] ADD HIDDEN;
                """);
        assertThat(change(period, plain)).isEqualTo("""
                ALTER TABLE [dbo].[t] DROP PERIOD FOR SYSTEM_TIME;
                """);
    }

    @Test
    void changesTheRetentionOfAHistoryThatGoesOn() {
        String months = """
                table [dbo].[t] SYSTEM_VERSIONING "([dbo].[t_history], 6 MONTH)"
                  column [id] INT NOT NULL
                """;
        String forEver = months.replace(", 6 MONTH", "");

        assertThat(change(months, forEver)).isEqualTo("""
                ALTER TABLE [dbo].[t] SET (SYSTEM_VERSIONING = ON (HISTORY_TABLE = [dbo].[t_history], HISTORY_RETENTION_PERIOD = INFINITE));
                """);
        assertThat(change(forEver, months)).isEqualTo("""
                ALTER TABLE [dbo].[t] SET (SYSTEM_VERSIONING = ON (HISTORY_TABLE = [dbo].[t_history], HISTORY_RETENTION_PERIOD = 6 MONTH));
                """);
    }

    /** Their texts have the old name (Microsoft: sp-rename-transact-sql). */
    @Test
    void leavesWhatBelongsToARenamedModuleToAPersonAsWell() {
        String view = """
                view [dbo].[v2] "CREATE VIEW dbo.v WITH SCHEMABINDING AS SELECT a FROM dbo.t"
                  column [a] INT NOT NULL
                  index [cx] ([a]) UNIQUE KIND CLUSTERED
                """;
        String table = """
                table [dbo].[t]
                  column [a] INT NOT NULL
                """;
        String trigger = table + """
                  trigger [tr2] "CREATE TRIGGER tr ON t AFTER UPDATE AS SELECT 1" DISABLED
                """;

        assertThat(change("", view))
                .isEqualTo(
                        "-- by hand: the text of the view dbo.v2 is not known, or names it differently: make it anew,"
                                + " and what belongs to it\n");
        assertThat(change(table, trigger))
                .isEqualTo(
                        "-- by hand: the text of the trigger tr2 is not known, or names it differently: make it anew\n");
    }

    @Test
    void namesAnIndexAnewThatMakesWayForAColumn() {
        String before = """
                table [dbo].[t]
                  column [a] DATETIME NOT NULL
                  index [ix_a] ([a])
                """;

        assertThat(change(before.replace("DATETIME", "DATETIME2(7)").replace("ix_a", "ix_new"), before))
                .isEqualTo("""
                DROP INDEX [ix_new] ON [dbo].[t];
                GO
                -- data: values of dbo.t.a that do not fit DATETIME stop this script; it was DATETIME2(7) until now
                ALTER TABLE [dbo].[t] ALTER COLUMN [a] DATETIME NOT NULL;
                GO
                CREATE INDEX [ix_a] ON [dbo].[t] ([a]);
                """);
    }

    /** The server makes up another name in each database. */
    @Test
    void doesNotNameAHistoryThatWasLeftBehind() {
        String versioned = """
                table [dbo].[t] SYSTEM_VERSIONING (ON) PERIOD FOR SYSTEM_TIME ([a], [b])
                  column [id] INT NOT NULL
                """;
        String switchedOff = """
                table [dbo].[MSSQL_TemporalHistoryFor_901578250]
                  column [id] INT NOT NULL
                table [dbo].[t] PERIOD FOR SYSTEM_TIME ([a], [b])
                  column [id] INT NOT NULL
                """;

        assertThat(change(switchedOff, versioned)).isEqualTo("""
                ALTER TABLE [dbo].[t] SET (SYSTEM_VERSIONING = ON);
                GO
                -- by hand: drop dbo.MSSQL_TemporalHistoryFor_901578250, which was a history: the server made up its name, which is another one in each database
                """);
    }

    @Test
    void describesAndSetsOptionsBack() {
        String before = """
                schema [sales] AUTHORIZATION [boss]
                  permission [reader].[SELECT] GRANT_WITH_GRANT_OPTION
                  extended property [note] "it's"
                role [reader] DATABASE_ROLE
                  member [ann]
                synonym [dbo].[s] [other].[dbo].[x]
                alias type [dbo].[mail] NVARCHAR(100) NOT NULL
                database WITH "(RECOVERY = FULL, READ_COMMITTED_SNAPSHOT = ON)" COMPATIBILITY_LEVEL 160
                """;
        String after = "database WITH \"(RECOVERY = SIMPLE, AUTO_SHRINK = ON)\" COMPATIBILITY_LEVEL 150\n";

        assertThat(change(after, before)).isEqualTo("""
                CREATE ROLE [reader];
                GO
                CREATE SCHEMA [sales] AUTHORIZATION [boss];
                GO
                CREATE TYPE [dbo].[mail] FROM NVARCHAR(100) NOT NULL;
                GO
                CREATE SYNONYM [dbo].[s] FOR [other].[dbo].[x];
                GO
                GRANT SELECT ON SCHEMA::[sales] TO [reader] WITH GRANT OPTION;
                EXEC sp_addextendedproperty @name = N'note', @value = N'it''s', @level0type = N'SCHEMA', @level0name = N'sales';
                ALTER ROLE [reader] ADD MEMBER [ann];
                GO
                ALTER DATABASE CURRENT SET RECOVERY FULL;
                GO
                ALTER DATABASE CURRENT SET READ_COMMITTED_SNAPSHOT ON WITH ROLLBACK IMMEDIATE;
                GO
                ALTER DATABASE CURRENT SET AUTO_SHRINK OFF;
                GO
                ALTER DATABASE CURRENT SET COMPATIBILITY_LEVEL = 160;
                """);
    }

    @Test
    void leavesToAPersonWhatItCannotWrite() {
        SchemaChange change = SchemaChange.from(
                schema(USERS),
                schema(USERS + "  full text index [catalog] ([email] 1033)\npartition function [pf] INT\n"));

        assertThat(change.sql()).isEqualTo("""
                -- by hand: missing partition function pf
                -- by hand: table dbo.users: missing full text index catalog ([email] 1033)
                """);
        assertThat(change.isEmpty()).isFalse();
        assertThat(change.notes()).hasSize(2).allMatch(note -> note.startsWith("by hand: "));
    }

    @Test
    void givesATableItsNameBack() {
        String child = """
                table [dbo].[notes]
                  column [user_id] INT NOT NULL
                  foreign key [fk_notes] ([user_id]) REFERENCES [dbo].[users]([id])
                """;

        assertThat(change((USERS + child).replace("[users]", "[people]"), child + USERS))
                .isEqualTo("""
                -- renamed: dbo.people is taken for dbo.users, and keeps its rows
                EXEC sp_rename N'[dbo].[people]', N'users';
                """);
    }

    @Test
    void givesATableAndOneOfItsColumnsTheirNamesBack() {
        String child = """
                table [dbo].[notes]
                  column [user_id] INT NOT NULL
                  foreign key [fk_notes] ([user_id]) REFERENCES [dbo].[users]([id])
                """;

        assertThat(change((USERS + child).replace("[users]", "[people]").replace("[email]", "[mail]"), child + USERS))
                .isEqualTo("""
                -- renamed: dbo.people is taken for dbo.users, and keeps its rows
                EXEC sp_rename N'[dbo].[people]', N'users';
                -- renamed: dbo.users.mail is taken for dbo.users.email, and keeps its values
                EXEC sp_rename N'[dbo].[users].[mail]', N'email', N'COLUMN';
                """);
    }

    @Test
    void givesAColumnItsNameBack() {
        String child = """
                table [dbo].[notes]
                  column [email] NVARCHAR(100) NOT NULL
                  foreign key [fk_notes] ([email]) REFERENCES [dbo].[users]([email])
                """;
        String after = USERS.replace("[email]", "[mail]")
                + child.replace("([email]) ", "([email]) ").replace("[users]([email])", "[users]([mail])");

        assertThat(change(after, USERS + child)).isEqualTo("""
                -- renamed: dbo.users.mail is taken for dbo.users.email, and keeps its values
                EXEC sp_rename N'[dbo].[users].[mail]', N'email', N'COLUMN';
                """);
    }

    @Test
    void takesNothingForARenameThatMayBeSomethingElse() {
        String two = "table [dbo].[a]\n  column [id] INT NOT NULL\ntable [dbo].[b]\n  column [id] INT NOT NULL\n";
        String checked = USERS.replace("[email]", "[mail]") + "  check ([mail]<>'')\n";
        String bound = "view [dbo].[v] \"CREATE VIEW v WITH SCHEMABINDING AS SELECT id FROM dbo.people\"\n";

        assertThat(change("table [dbo].[c]\n  column [id] INT NOT NULL\n", two)).doesNotContain("sp_rename");
        assertThat(change(two, "table [dbo].[c]\n  column [id] INT NOT NULL\n")).doesNotContain("sp_rename");
        assertThat(change(USERS.replace("[dbo].[users]", "[old].[users]"), USERS))
                .doesNotContain("sp_rename");
        assertThat(change(
                        "table [dbo].[c]\n  column [x] INT NOT NULL\n",
                        "table [dbo].[a]\n  column [id] INT NOT NULL\n"))
                .doesNotContain("sp_rename");
        assertThat(change(checked, USERS)).doesNotContain("sp_rename");
        assertThat(change(USERS.replace("[email] NV", "[mail] V").replace("[email]", "[mail]"), USERS))
                .doesNotContain("sp_rename");
        assertThat(change(USERS.replace("[users]", "[people]") + bound, USERS)).doesNotContain("sp_rename");
    }

    /** Microsoft: mssqlserver-3729: what is referenced by an object cannot be dropped or altered. */
    @Test
    void whatCallsAFunctionThatIsMadeAnewMakesWay() {
        String before = """
                table [dbo].[cars]
                  column [built] INT NOT NULL DEFAULT ([dbo].[year_of]((0))) CONSTRAINT [df_built]
                  column [sold] INT NULL
                  check [ck_sold] ([dbo].[year_of]([sold])>(0))
                function [dbo].[year_of] "CREATE FUNCTION dbo.year_of (@n INT) RETURNS INT AS BEGIN RETURN 1 END"
                """;

        assertThat(change(before.replace("RETURN 1", "RETURN 2"), before)).isEqualTo("""
                ALTER TABLE [dbo].[cars] DROP CONSTRAINT [ck_sold];
                GO
                ALTER TABLE [dbo].[cars] DROP CONSTRAINT [df_built];
                GO
                DROP FUNCTION [dbo].[year_of];
                GO
                CREATE FUNCTION dbo.year_of (@n INT) RETURNS INT AS BEGIN RETURN 1 END
                GO
                ALTER TABLE [dbo].[cars] ADD CONSTRAINT [df_built] DEFAULT ([dbo].[year_of]((0))) FOR [built];
                GO
                ALTER TABLE [dbo].[cars] ADD CONSTRAINT [ck_sold] CHECK ([dbo].[year_of]([sold])>(0));
                """);
    }

    @Test
    void aForeignKeyOfAColumnThatComesBackWithNullsOnlyChecksThem() {
        String zones = "table [dbo].[zones]\n  column [id] INT NOT NULL\n  primary key [pk_zones] ([id])\n";
        String notes = "table [dbo].[notes]\n  column [id] INT NOT NULL\n";
        String key = "  foreign key [fk_notes] ([zone]) REFERENCES [dbo].[zones]([id])\n";

        assertThat(change(notes, notes + "  column [zone] INT NULL\n" + key + zones))
                .endsWith("ALTER TABLE [dbo].[notes] ADD CONSTRAINT [fk_notes] FOREIGN KEY ([zone]) REFERENCES"
                        + " [dbo].[zones]([id]);\n");
        assertThat(change(notes, notes + "  column [zone] INT NULL DEFAULT ((1))\n" + key + zones))
                .contains("ALTER TABLE [dbo].[notes] WITH NOCHECK ADD CONSTRAINT [fk_notes]");
        assertThat(change(notes, notes + "  column [zone] INT NOT NULL\n" + key + zones))
                .contains("ALTER TABLE [dbo].[notes] WITH NOCHECK ADD CONSTRAINT [fk_notes]");
        assertThat(change(notes + "  column [zone] INT NULL\n", notes + "  column [zone] INT NULL\n" + key + zones))
                .contains("ALTER TABLE [dbo].[notes] WITH NOCHECK ADD CONSTRAINT [fk_notes]");
    }

    @Test
    void doesNotCheckRowsWhoseParentsAreGone() {
        String child = """
                table [dbo].[notes]
                  column [user_id] INT NOT NULL
                """;
        String key = "  foreign key [fk_notes] ([user_id]) REFERENCES [dbo].[zones]([id])\n";
        String zones = "table [dbo].[zones]\n  column [id] INT NOT NULL\n  primary key [pk] ([id])\n";

        assertThat(change(child, child + key + zones)).isEqualTo("""
                -- data: the rows of dbo.zones cannot come back
                CREATE TABLE [dbo].[zones] (
                    [id] INT NOT NULL,
                    CONSTRAINT [pk] PRIMARY KEY ([id])
                );
                GO
                -- data: rows of dbo.notes point to rows of dbo.zones that cannot come back, so the foreign key does not check them
                ALTER TABLE [dbo].[notes] WITH NOCHECK ADD CONSTRAINT [fk_notes] FOREIGN KEY ([user_id]) REFERENCES [dbo].[zones]([id]);
                """);
    }

    @Test
    void saysAgainWhatWasSaidAboutAnIndexThatIsMadeAnew() {
        String before = """
                table [dbo].[t]
                  column [a] NVARCHAR(50) NOT NULL
                  index [ix] ([a])
                  extended property [MS_Description].[INDEX].[ix] "fast"
                """;

        assertThat(change(before.replace("([a])", "([a] DESC)"), before)).isEqualTo("""
                DROP INDEX [ix] ON [dbo].[t];
                GO
                CREATE INDEX [ix] ON [dbo].[t] ([a]);
                GO
                EXEC sp_addextendedproperty @name = N'MS_Description', @value = N'fast', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N't', @level2type = N'INDEX', @level2name = N'ix';
                """);
    }

    @Test
    void fillsAColumnWhoseParentsAreGone() {
        String child = "table [dbo].[notes]\n  column [id] INT NOT NULL\n%s  primary key [pk_notes] ([id])\n";
        String zones = "table [dbo].[zones]\n  column [id] INT NOT NULL\n  primary key [pk] ([id])\n";
        String key = "  foreign key [fk_notes] ([zone]) REFERENCES [dbo].[zones]([id])\n";

        assertThat(change(child.formatted(""), child.formatted("  column [zone] INT NOT NULL\n") + key + zones))
                .contains("UPDATE [dbo].[notes] SET [zone] = COALESCE((SELECT MIN([id]) FROM [dbo].[zones]), (0));\n");
    }

    @Test
    void saysAgainWhatWasSaidAboutAColumnThatIsMadeAnew() {
        String before = USERS.replace("  primary key", "  column [twice] AS ([id]*(2))\n  primary key")
                + "  permission [reader].[SELECT].[twice] GRANT\n"
                + "  extended property [MS_Description].[COLUMN].[twice] \"doubled\"\n";

        assertThat(change(before.replace("(2)", "(3)"), before)).isEqualTo("""
                ALTER TABLE [dbo].[users] DROP COLUMN [twice];
                GO
                ALTER TABLE [dbo].[users] ADD [twice] AS ([id]*(2));
                GO
                GRANT SELECT ON OBJECT::[dbo].[users] ([twice]) TO [reader];
                EXEC sp_addextendedproperty @name = N'MS_Description', @value = N'doubled', @level0type = N'SCHEMA', @level0name = N'dbo', @level1type = N'TABLE', @level1name = N'users', @level2type = N'COLUMN', @level2name = N'twice';
                """);
    }
}
