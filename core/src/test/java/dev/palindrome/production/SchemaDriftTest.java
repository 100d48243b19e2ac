package dev.palindrome.production;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.SqlRecording;
import dev.palindrome.schema.NotCompared;
import dev.palindrome.schema.ObjectKind;
import dev.palindrome.schema.SchemaSnapshot;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SchemaDriftTest {

    private static final String MIGRATIONS = """
            table [dbo].[todos]
              column [id] INT NOT NULL
              primary key ([id])
            table [dbo].[users]
              column [id] INT NOT NULL
              column [name] NVARCHAR(50) NOT NULL
              column [born] DATE NULL
              primary key [pk_users] ([id])
              index [ix_born] ([born])
            view [dbo].[names] "CREATE VIEW dbo.names AS SELECT name FROM dbo.users"
            role [readers] DATABASE_ROLE
            """;

    private static final String PRODUCTION = """
            table [dbo].[audit_log]
              column [id] INT NOT NULL
            table [dbo].[users] ON [data]
              column [id] INT NOT NULL
              column [born] DATE NULL
              column [name] NVARCHAR(40) NOT NULL
              column [nick] NVARCHAR(20) NULL
              primary key ([id])
              statistics [st_name] ([name])
              permission [app].[SELECT] GRANT
            view [dbo].[names] "CREATE VIEW dbo.names AS SELECT nick FROM dbo.users"
            user [app] SQL_USER DETAILS "(INSTANCE, LOGIN = [app])"
            """;

    private static SchemaSnapshot schema(String objects) {
        return SchemaSnapshot.parse("palindrome schema 1\n" + objects);
    }

    private static SchemaDrift drift() {
        return SchemaDrift.between(schema(PRODUCTION), schema(MIGRATIONS));
    }

    private static SchemaDrift withoutNoise() {
        return drift().leavingOut(DriftAspect.PRINCIPALS, "the DBAs grant")
                .leavingOut(DriftAspect.STORAGE, "production has disks of its own")
                .leavingOut(DriftAspect.COLUMN_ORDER, "nobody selects by position")
                .leavingOut(ObjectKind.STATISTICS, "an advisor makes them")
                .leavingOut("audit_log", "the audit tool makes it");
    }

    @Test
    void saysWhatIsWhere() {
        assertThat(drift()).hasToString("""
                only in production:
                  table dbo.audit_log
                  column [nick] NVARCHAR(20) NULL of dbo.users
                  statistics [st_name] ([name]) of dbo.users
                  permission [app].[SELECT] GRANT of dbo.users
                  user app
                only in the migrations:
                  table dbo.todos
                  index [ix_born] ([born]) of dbo.users
                  role readers
                differs:
                  column name of dbo.users: NVARCHAR(40) in production, NVARCHAR(50) in the migrations
                  primary key pk_users of dbo.users, name: one that the server made up in production, pk_users in the migrations
                  order of columns of dbo.users: id, born, name in production, id, name, born in the migrations
                  table dbo.users, ON: [data] in production, none in the migrations
                  view dbo.names: CREATE VIEW dbo.names AS SELECT nick FROM dbo.users in production, CREATE VIEW dbo.names AS SELECT name FROM dbo.users in the migrations
                """);
    }

    @Test
    void leavesOutWhatIsNotTheMigrationsBusinessAndSaysWhy() {
        assertThat(withoutNoise()).hasToString("""
                only in production:
                  column [nick] NVARCHAR(20) NULL of dbo.users
                only in the migrations:
                  table dbo.todos
                  index [ix_born] ([born]) of dbo.users
                differs:
                  column name of dbo.users: NVARCHAR(40) in production, NVARCHAR(50) in the migrations
                  primary key pk_users of dbo.users, name: one that the server made up in production, pk_users in the migrations
                  view dbo.names: CREATE VIEW dbo.names AS SELECT nick FROM dbo.users in production, CREATE VIEW dbo.names AS SELECT name FROM dbo.users in the migrations
                left out: users, roles, permissions and owners (the DBAs grant), of which 3 differ
                left out: file groups and compression (production has disks of its own), of which 1 differs
                left out: order of columns (nobody selects by position), of which 1 differs
                left out: statistics (an advisor makes them), of which 1 differs
                left out: dbo.audit_log (the audit tool makes it), of which 1 differs
                """);
    }

    @Test
    void draftsWhatMakesTheMigrationsAsProductionIs() {
        assertThat(SqlRecording.madeScript(withoutNoise().draft())).isEqualTo("""
                DROP VIEW [dbo].[names];
                GO
                DROP TABLE [dbo].[todos];
                GO
                DROP INDEX [ix_born] ON [dbo].[users];
                GO
                ALTER TABLE [dbo].[users] DROP CONSTRAINT [pk_users];
                GO
                ALTER TABLE [dbo].[users] ADD [nick] NVARCHAR(20) NULL;
                GO
                -- data: values of dbo.users.name that do not fit NVARCHAR(40) stop this script; it was NVARCHAR(50) until now
                ALTER TABLE [dbo].[users] ALTER COLUMN [name] NVARCHAR(40) NOT NULL;
                GO
                ALTER TABLE [dbo].[users] ADD PRIMARY KEY ([id]);
                GO
                CREATE VIEW dbo.names AS SELECT nick FROM dbo.users
                """);
    }

    @Test
    void failsWithBothDirectionsAndTheDraft() {
        SchemaDrift drift = SchemaDrift.between(
                schema("table [dbo].[t]\n  column [id] INT NOT NULL\n  column [n] INT NULL\n"),
                schema("table [dbo].[t]\n  column [id] INT NOT NULL\nsequence [dbo].[s] INT\n"));

        assertThatThrownBy(drift::assertNone)
                .isInstanceOf(SchemaDriftError.class)
                .hasMessage("""
                Production is not what the migrations make:

                only in production:
                  column [n] INT NULL of dbo.t
                only in the migrations:
                  sequence dbo.s

                What is only in production, or differs, needs a migration; what is only in the migrations was never applied there, or was taken back. A draft that makes the migrations as production is:

                DROP SEQUENCE [dbo].[s];
                GO
                ALTER TABLE [dbo].[t] ADD [n] INT NULL;
                """);
    }

    @Test
    void isNoneWhereBothAreTheSame() {
        SchemaDrift none = SchemaDrift.between(schema(MIGRATIONS), schema(MIGRATIONS));

        none.assertNone();

        assertThat(none).hasToString("no drift\n");
        assertThat(none.draft()).isEmpty();
    }

    @Test
    void namesWhatWasNotCompared() {
        SchemaSnapshot unread = SchemaSnapshot.of(
                schema(MIGRATIONS).objects(),
                List.of(new NotCompared("masks of columns", "error 229", Set.of(), Set.of(), Set.of())));

        assertThat(SchemaDrift.between(unread, schema(MIGRATIONS))).hasToString("""
                no drift
                not compared: masks of columns (error 229)
                """);
    }

    @Test
    void leavesOutNothingByANameThatNeitherHas() {
        assertThatThrownBy(() -> drift().leavingOut("dbo.audti_log", "the audit tool makes it"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Nothing is left out of the drift: neither production nor what the migrations make has an object"
                                + " called dbo.audti_log (is dbo.audit_log meant?). Write it as the schemas do, or take it out of"
                                + " leavingOut.");
    }

    @Test
    void leavesOutByNameWhatIsInNoSchema() {
        SchemaDrift drift = SchemaDrift.between(
                schema("schema [reporting]\nuser [CORP\\ann] WINDOWS_USER\nuser [first.last] SQL_USER\n"),
                schema("role [read ers] DATABASE_ROLE\n"));

        assertThat(drift.leavingOut("Reporting", "the warehouse's")
                        .leavingOut("CORP\\ann", "a DBA")
                        .leavingOut("first.last", "a DBA")
                        .leavingOut("[read ers]", "not needed there"))
                .hasToString("""
                        no drift
                        left out: reporting (the warehouse's), of which 1 differs
                        left out: [CORP\\ann] (a DBA), of which 1 differs
                        left out: [first.last] (a DBA), of which 1 differs
                        left out: [read ers] (not needed there), of which 1 differs
                        """);
    }

    @Test
    void aNameWithoutSchemaIsFirstOfAllThatOfAnObjectInDbo() {
        SchemaDrift drift = SchemaDrift.between(
                schema("table [dbo].[log]\n  column [id] INT NULL\nrole [log] DATABASE_ROLE\n"), schema(""));

        assertThat(drift.leavingOut("log", "the audit tool makes it")).hasToString("""
                only in production:
                  role log
                left out: dbo.log (the audit tool makes it), of which 1 differs
                """);
    }

    @Test
    void leavesOutAgainWhatIsLeftOut() {
        assertThat(drift().leavingOut(DriftAspect.PRINCIPALS, "the DBAs grant")
                        .leavingOut("readers", "theirs, too")
                        .toString())
                .endsWith("left out: readers (theirs, too), of which none differs\n");
    }

    @Test
    void aDraftKeepsCarriageReturnsInLiterals() {
        SchemaDrift drift = SchemaDrift.between(
                schema("view [dbo].[v] \"CREATE VIEW dbo.v AS SELECT '1\\r\\n2' AS a\"\n"), schema(""));

        assertThat(drift.draft()).isEqualTo("CREATE VIEW dbo.v AS SELECT '1\r\n2' AS a\n");
    }

    @Test
    void anErrorOfAnotherJvmSaysWhereItsDriftIs() throws Exception {
        SchemaDriftError error = new SchemaDriftError(drift());
        assertThat(error.drift()).hasToString(drift().toString());

        SchemaDriftError read = passedOn(error);

        assertThat(read).hasMessage(error.getMessage());
        assertThatThrownBy(read::drift)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "This error was read from another JVM, where its drift has stayed. Its message says all that"
                                + " differs; SchemaDrift itself is to be had where assertNone() is called.");
    }

    private static SchemaDriftError passedOn(SchemaDriftError error) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(error);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (SchemaDriftError) in.readObject();
        }
    }

    @Test
    void optionsOfTheDatabaseAreLeftOutButForItsCollation() {
        SchemaDrift drift = SchemaDrift.between(
                schema("database COLLATE Latin1_General_CI_AS WITH \"(RECOVERY = FULL)\" COMPATIBILITY_LEVEL 150\n"),
                schema("database COLLATE Latin1_General_CS_AS WITH \"(RECOVERY = SIMPLE)\" COMPATIBILITY_LEVEL 160\n"));

        assertThat(drift.leavingOut(DriftAspect.DATABASE_OPTIONS, "the DBAs set them"))
                .hasToString("""
                        differs:
                          database, COLLATE: Latin1_General_CI_AS in production, Latin1_General_CS_AS in the migrations
                        left out: options of the database (the DBAs set them), of which 2 differ
                        """);
    }
}
