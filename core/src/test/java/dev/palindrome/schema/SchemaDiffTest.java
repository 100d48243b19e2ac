package dev.palindrome.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaDiffTest {

    private static final String EXPECTED = """
            palindrome schema 1
            table [dbo].[users]
              column [id] INT NOT NULL IDENTITY (1,1)
              column [name] NVARCHAR(50) NOT NULL DEFAULT (N'x') CONSTRAINT [df_name]
              column [email] NVARCHAR(100) NULL
              primary key ([id])
              unique key [uq_name] ([name])
              check (len([name])>(0))
              foreign key ([email]) REFERENCES [dbo].[mails]([address]) ON DELETE CASCADE
              index [ix_email] ([email])
            view [dbo].[v] "CREATE VIEW dbo.v AS\\nSELECT name -- all\\nFROM dbo.users WHERE name <> N' a'"
            schema [dbo]
            """;

    private static final SchemaSnapshot SNAPSHOT = SchemaSnapshot.parse(EXPECTED);

    @Test
    void thereIsNoneBetweenEquals() {
        SchemaDiff diff = SNAPSHOT.diff(SchemaSnapshot.parse(EXPECTED));

        assertThat(diff.isEmpty()).isTrue();
        assertThat(diff.isOnlyColumnOrder()).isFalse();
        assertThat(diff).hasToString("no differences");
    }

    @Test
    void wholeTablesComeFirst() {
        SchemaSnapshot actual = SchemaSnapshot.parse("""
                palindrome schema 1
                table [dbo].[a b]
                  column [x] INT NULL
                database COLLATE Latin1_General_CI_AS COMPATIBILITY_LEVEL 150
                sequence [dbo].[s] INT START WITH 1
                schema [dbo]
                """);

        assertThat(SNAPSHOT.diff(actual)).hasToString("""
                missing table dbo.users
                unexpected table dbo.[a b]
                missing view dbo.v
                unexpected sequence dbo.s
                database:
                  COLLATE: expected none but was Latin1_General_CI_AS
                  COMPATIBILITY_LEVEL: expected none but was 150
                """);
    }

    @Test
    void aTablesDifferencesStandTogetherWorstFirst() {
        SchemaSnapshot actual = actual("""
                table [dbo].[users] LOCK_ESCALATION DISABLE
                  column [id] INT NOT NULL IDENTITY (100,1)
                  column [name] NVARCHAR(40) NULL
                  column [phone] NVARCHAR(20) NULL
                  primary key ([id]) KIND NONCLUSTERED
                  unique key [uq_users_name] ([name])
                  check (len([name])>(1))
                  foreign key ([email]) REFERENCES [dbo].[mails]([address])
                """);

        assertThat(SNAPSHOT.diff(actual)).hasToString("""
                table dbo.users:
                  missing column email NVARCHAR(100) NULL
                  unexpected column phone NVARCHAR(20) NULL
                  column id, IDENTITY: expected (1,1) but was (100,1)
                  column name: expected NVARCHAR(50) but was NVARCHAR(40)
                  column name: expected NOT NULL but was NULL
                  column name, DEFAULT: expected (N'x') but was none
                  primary key ([id]), KIND: expected none but was NONCLUSTERED
                  unique key ([name]), name: expected uq_name but was uq_users_name
                  foreign key ([email]) REFERENCES [dbo].[mails]([address]) ON DELETE CASCADE, ON DELETE: expected CASCADE but was none
                  missing check (len([name])>(0))
                  unexpected check (len([name])>(1))
                  missing index ix_email ([email])
                  LOCK_ESCALATION: expected none but was DISABLE
                """);
    }

    @Test
    void columnOrderIsApart() {
        SchemaDiff diff =
                SNAPSHOT.diff(SchemaSnapshot.parse(EXPECTED.replace("  column [email] NVARCHAR(100) NULL\n", "")
                        .replace("  column [id]", "  column [email] NVARCHAR(100) NULL\n  column [id]")));

        assertThat(diff.isOnlyColumnOrder()).isTrue();
        assertThat(diff.isEmpty()).isFalse();
        assertThat(diff).hasToString("""
                table dbo.users:
                  order of columns: expected id, name, email but was email, id, name
                """);
    }

    @Test
    void columnOrderIsSeenBesideAMissingColumn() {
        SchemaDiff diff =
                SNAPSHOT.diff(SchemaSnapshot.parse(EXPECTED.replace("  column [email] NVARCHAR(100) NULL\n", "")
                        .replace("column [id] INT NOT NULL IDENTITY (1,1)", "swap")
                        .replace(
                                "column [name] NVARCHAR(50) NOT NULL DEFAULT (N'x') CONSTRAINT [df_name]",
                                "column [id] INT NOT NULL IDENTITY (1,1)")
                        .replace("swap", "column [name] NVARCHAR(50) NOT NULL DEFAULT (N'x') CONSTRAINT [df_name]")));

        assertThat(diff.isOnlyColumnOrder()).isFalse();
        assertThat(diff).hasToString("""
                table dbo.users:
                  missing column email NVARCHAR(100) NULL
                  order of columns: expected id, name but was name, id
                """);
    }

    @Test
    void whiteSpaceAndTheVerbOfAModuleAreNoDifference() {
        assertThat(SNAPSHOT.diff(withView(
                        "ALTER  VIEW dbo.v AS\\r\\n\\tSELECT name -- all\\n FROM dbo.users WHERE name<>N' a';")))
                .hasToString("no differences");
        assertThat(SNAPSHOT.diff(withView(
                        "CREATE OR ALTER VIEW dbo.v AS SELECT name -- all\\nFROM dbo.users WHERE name <> N' a'")))
                .hasToString("no differences");
    }

    @Test
    void whiteSpaceInsideAStringIsADifference() {
        assertThat(SNAPSHOT.diff(
                        withView("CREATE VIEW dbo.v AS SELECT name -- all\\nFROM dbo.users WHERE name <> N'a'")))
                .hasToString("""
                        view dbo.v:
                          expected CREATE VIEW dbo.v AS SELECT name -- all FROM dbo.users WHERE name <> N' a' but was CREATE VIEW dbo.v AS SELECT name -- all FROM dbo.users WHERE name <> N'a' (only white space and capitals differ)
                        """);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CREATE PROCEDURE dbo.p @a INT AS SELECT @a       | create proc [dbo].[p] @a INT as SELECT @a
            CREATE PROC p AS SELECT 1 AS a                   | /* again */ ALTER PROCEDURE dbo . [P] AS SELECT 1 AS a;
            CREATE VIEW dbo.v WITH SCHEMABINDING AS SELECT 1 | CREATE OR ALTER view v with SCHEMABINDING as SELECT 1
            CREATE FUNCTION dbo.f() RETURNS INT BEGIN RETURN 1 END | Create Function f() Returns INT Begin RETURN 1 END
            CREATE TRIGGER dbo.tr ON dbo.t AFTER INSERT, UPDATE AS PRINT 1 | create trigger tr on [t] for insert, update as PRINT 1
            CREATE TRIGGER tr ON DATABASE FOR CREATE_TABLE AS PRINT 1 | create trigger [tr] on database after CREATE_TABLE as PRINT 1
            """)
    void howTheHeadingOfAModuleIsWrittenIsNoDifference(String one, String other) {
        assertThat(withView(one).diff(withView(other))).hasToString("no differences");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            CREATE PROC dbo.p AS SELECT 1        | CREATE PROC dbo.p AS select 1            | (only white space and capitals differ)
            CREATE PROC dbo.p AS SELECT 1        | CREATE PROC dbo.p AS /* so */ SELECT 1   | (only comments, white space and capitals differ)
            CREATE PROC dbo.p AS SELECT 1        | CREATE PROC dbo.p AS SELECT 11           | SELECT 11
            CREATE PROC dbo.p AS SELECT 1        | CREATE PROC dbo.q AS SELECT 1            | SELECT 1
            CREATE PROC dbo.p @a INT AS SELECT 1 | CREATE PROC dbo.p @A INT AS SELECT 1     | (only white space and capitals differ)
            CREATE TRIGGER a ON dbo.t FOR INSERT AS PRINT 1 | CREATE TRIGGER a ON dbo.u FOR INSERT AS PRINT 1 | PRINT 1
            """)
    void theBodyOfAModuleCountsAndSmallDifferencesAreTold(String one, String other, String told) {
        assertThat(withView(one).diff(withView(other)).toString().stripTrailing())
                .endsWith(told);
    }

    @Test
    void expressionsCompareAsTheServerStoresThem() {
        SchemaSnapshot actual = SchemaSnapshot.parse(
                EXPECTED.replace("(N'x')", "((n'x'))").replace("(len([name])>(0))", "(LEN(name) > 0)"));

        assertThat(SNAPSHOT.diff(actual)).hasToString("no differences");
    }

    /** So SQL Server nests them: what follows the inner comment is no text of the module's yet. */
    @Test
    void commentsInCommentsAreComments() {
        String comment = "/* once /* twice */ ALTER */ ";
        SchemaSnapshot expected = withView(comment + "CREATE VIEW dbo.v AS SELECT 1 AS a");

        assertThat(expected.diff(withView(comment + "ALTER VIEW dbo.v AS SELECT 1 AS a")))
                .hasToString("no differences");
        assertThat(expected.diff(withView(comment + "CREATE VIEW dbo.v AS SELECT 2 AS a"))
                        .isEmpty())
                .isFalse();
    }

    @Test
    void whiteSpaceInExpressionsIsNoDifference() {
        SchemaSnapshot spaced =
                SchemaSnapshot.parse(EXPECTED.replace("(len([name])>(0))", "( len ( \"name\" )> = 0.5 )"));

        assertThat(SchemaSnapshot.parse(EXPECTED.replace("(len([name])>(0))", "(LEN(name)>=(0.5))"))
                        .diff(spaced))
                .hasToString("no differences");
    }

    @Test
    void namesCompareAsTheDatabaseComparesThem() {
        String upper =
                EXPECTED.replace("[dbo].[users]", "[dbo].[Users]").replace("[uq_name] ([name])", "[UQ_NAME] ([Name])");
        String sensitive = "database COLLATE Latin1_General_CS_AS\n";

        assertThat(SNAPSHOT.diff(SchemaSnapshot.parse(upper))).hasToString("""
                        table dbo.users:
                          name: expected users but was Users
                          unique key ([name]), name: expected uq_name but was UQ_NAME
                        """);
        assertThat(SchemaSnapshot.parse(EXPECTED + sensitive).diff(SchemaSnapshot.parse(upper + sensitive)))
                .hasToString("""
                        missing table dbo.users
                        unexpected table dbo.Users
                        """);
    }

    @Test
    void namesThatTheSystemMadeAreComparedByWhatTheConstraintDoes() {
        SchemaSnapshot named = SchemaSnapshot.parse(
                EXPECTED.replace("check (len", "check [ck_name] (len").replace(" CONSTRAINT [df_name]", ""));

        assertThat(SNAPSHOT.diff(named)).hasToString("""
                table dbo.users:
                  column name, CONSTRAINT: expected [df_name] but was a name made by the system
                  check (len([name])>(0)), name: expected a name made by the system but was ck_name
                """);
    }

    @Test
    void differencesAreThereForPrograms() {
        SchemaDiff diff = SNAPSHOT.diff(SchemaSnapshot.parse(EXPECTED.replace("NVARCHAR(100)", "NVARCHAR(200)")));

        SchemaObject table = SNAPSHOT.objects().get(0);
        assertThat(diff.differences())
                .containsExactly(new Difference.Changed(
                        table,
                        Optional.of(table.parts().get(2)),
                        Property.TYPE,
                        Optional.of("NVARCHAR(100)"),
                        Optional.of("NVARCHAR(200)")));
    }

    @Test
    void tablesAreOrderedByForeignKeys() {
        TableOrder order = SchemaSnapshot.parse("""
                        palindrome schema 1
                        table [dbo].[a]
                          foreign key ([x]) REFERENCES [dbo].[c]([id])
                        table [dbo].[b]
                        table [dbo].[c]
                          foreign key ([x]) REFERENCES [dbo].[D]([id])
                        table [dbo].[d]
                          foreign key ([x]) REFERENCES [dbo].[c]([id])
                          foreign key ([y]) REFERENCES [dbo].[b]([id])
                        table [dbo].[e]
                          foreign key ([parent]) REFERENCES [dbo].[e]([id])
                          foreign key ([gone]) REFERENCES [dbo].[left out]([id])
                        """).inForeignKeyOrder();

        assertThat(order.tables()).extracting(Table::name).containsExactly("b", "c", "d", "a", "e");
        assertThat(order.cycles().stream().map(Object::toString)).containsExactly("[dbo.c, dbo.d]", "[dbo.e]");
    }

    private static SchemaSnapshot withView(String definition) {
        return SchemaSnapshot.parse(
                EXPECTED.replaceAll("view .*", "view [dbo].[v] \"" + definition.replace("\\", "\\\\") + "\""));
    }

    private static SchemaSnapshot actual(String table) {
        List<String> rest = EXPECTED.lines()
                .filter(line -> line.startsWith("view") || line.startsWith("schema"))
                .toList();
        return SchemaSnapshot.parse("palindrome schema 1\n" + table + String.join("\n", rest));
    }
}
