package dev.palindrome.seed.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.SqlRecording;
import dev.palindrome.schema.Column;
import dev.palindrome.schema.ForeignKey;
import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.schema.Table;
import dev.palindrome.seed.bulk.SqlServerTriggers;
import dev.palindrome.seed.rows.ServerChecks;
import dev.palindrome.seed.values.TableColumns;
import dev.palindrome.seed.values.ValueDomains;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The texts of statements that SQL Server is sent, which none of this needs. */
class SqlServerStatementsTest {

    private static final SchemaSnapshot SCHEMA = SchemaSnapshot.parse("""
            palindrome schema 1
            table [dbo].[odd ]] t]
              column [id] INT NOT NULL IDENTITY (1,1)
              column [i]]d] INT NOT NULL
              column [code] [dbo].[Co]]de] NOT NULL DEFAULT (newid())
              column [name] NVARCHAR(20) NULL COLLATE Latin1_General_CS_AS
              column [version] ROWVERSION NOT NULL
              column [twice] AS ([id]*(2)) PERSISTED
              primary key [pk] ([id] ASC, [code] ASC, [name] ASC, [version] ASC, [twice] ASC)
              check [ck_soundex] (soundex([name])<>'A000')
              check [ck_code] (soundex([code])<>soundex([name]))
              check [ck_plain] ([id]>(0))
              check [ck_twice] (soundex([twice])<>'A000')
              foreign key [fk ]] other] ([i]]d]) REFERENCES "[dbo].[odd ]] t]([id])"
              foreign key [fk_untrusted] ([i]]d]) REFERENCES "[dbo].[odd ]] t]([id])" NOT TRUSTED
              trigger [dbo].[tr]]1] "CREATE TRIGGER x"
              trigger [dbo].[tr_off] "CREATE TRIGGER y" DISABLED
              trigger [dbo].[tr2] "CREATE TRIGGER z"
            alias type [dbo].[Co]]de] VARCHAR(30)
            """);

    private static final Table TABLE = SCHEMA.tables().get(0);

    private static final TableColumns COLUMNS = TableColumns.of(TABLE, new ValueDomains(SCHEMA));

    @Test
    void aRowComesBackWithWhatTheServerMadeOfItsOwn() {
        assertThat(SqlRecording.made(SqlServerInsert.sql(
                        TABLE, given("i]d", "name"), made("id", "code", "name", "version", "twice"))))
                .isEqualTo("""
                        SET NOCOUNT ON;
                        DECLARE @made TABLE ([id] INT, [code] VARCHAR(30), [name] NVARCHAR(20) COLLATE Latin1_General_CS_AS, [version] BINARY(8), [twice] SQL_VARIANT);
                        INSERT INTO [dbo].[odd ]] t] ([i]]d], [name]) OUTPUT INSERTED.[id], INSERTED.[code], INSERTED.[name], INSERTED.[version], INSERTED.[twice] INTO @made VALUES (?, ?);
                        SELECT * FROM @made""");
    }

    @Test
    void aRowOfDefaultsComesBack() {
        assertThat(SqlRecording.made(SqlServerInsert.sql(TABLE, Map.of(), made("id"))))
                .isEqualTo("""
                SET NOCOUNT ON;
                DECLARE @made TABLE ([id] INT);
                INSERT INTO [dbo].[odd ]] t] OUTPUT INSERTED.[id] INTO @made DEFAULT VALUES;
                SELECT * FROM @made""");
    }

    @Test
    void checksThatOnlyTheServerUnderstandsAreAskedAboutManyRows() {
        ServerChecks checks = new ServerChecks(COLUMNS, columns("i]d", "code", "name"));

        assertThat(SqlRecording.made(checks.sql(new SqlServerFillEngine(), 2))).isEqualTo("""
                SELECT v.[palindrome row], CASE WHEN NOT ((soundex([code])<>soundex([name]))) THEN 1 ELSE 0 END, CASE WHEN NOT ((soundex([name])<>'A000')) THEN 1 ELSE 0 END \
                FROM (VALUES (CAST(? AS INT), CAST(? AS VARCHAR(30)), CAST(? AS NVARCHAR(20)) COLLATE Latin1_General_CS_AS), (CAST(? AS INT), CAST(? AS VARCHAR(30)), CAST(? AS NVARCHAR(20)) COLLATE Latin1_General_CS_AS)) \
                AS v ([palindrome row], [code], [name])""");
    }

    @Test
    void triggersThatAreOnAreSwitchedOffAndOnTogether() {
        assertThat(SqlRecording.made(new SqlServerTriggers(TABLE).sql("DISABLE")))
                .isEqualTo("ALTER TABLE [dbo].[odd ]] t] DISABLE TRIGGER [tr2], [tr]]1]");
        assertThat(SqlRecording.made(new SqlServerTriggers(TABLE).sql("ENABLE")))
                .isEqualTo("ALTER TABLE [dbo].[odd ]] t] ENABLE TRIGGER [tr2], [tr]]1]");
    }

    @Test
    void aKeyThatWasTrustedIsTrustedAgain() {
        SuspendedKey key = key("fk ] other");

        assertThat(SqlRecording.made(SqlServerKeyChecks.suspending(key)))
                .isEqualTo("ALTER TABLE [dbo].[odd ]] t] NOCHECK CONSTRAINT [fk ]] other]");
        assertThat(SqlRecording.made(SqlServerKeyChecks.resuming(key)))
                .isEqualTo("ALTER TABLE [dbo].[odd ]] t] WITH CHECK CHECK CONSTRAINT [fk ]] other]");
    }

    @Test
    void aKeyThatWasNotTrustedIsNotVerified() {
        assertThat(SqlRecording.made(SqlServerKeyChecks.resuming(key("fk_untrusted"))))
                .isEqualTo("ALTER TABLE [dbo].[odd ]] t] WITH NOCHECK CHECK CONSTRAINT [fk_untrusted]");
    }

    private static Map<Column, Object> given(String... names) {
        Map<Column, Object> given = new LinkedHashMap<>();
        columns(names).forEach(column -> given.put(column, 1));
        return given;
    }

    private static List<Column> columns(String... names) {
        return TABLE.columns().stream()
                .filter(column -> List.of(names).contains(column.name()))
                .toList();
    }

    private static List<GeneratedColumn> made(String... names) {
        return columns(names).stream()
                .map(column -> new GeneratedColumn(column, COLUMNS.type(column)))
                .toList();
    }

    private static SuspendedKey key(String name) {
        ForeignKey key = TABLE.foreignKeys().stream()
                .filter(each -> each.object().simpleName().equals(name))
                .findFirst()
                .orElseThrow();
        return new SuspendedKey(TABLE, key);
    }
}
