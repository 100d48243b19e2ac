package dev.palindrome.schema.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.schema.Check;
import dev.palindrome.schema.Column;
import dev.palindrome.schema.EmbeddedSchema;
import dev.palindrome.schema.ForeignKey;
import dev.palindrome.schema.SchemaReader;
import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.schema.Table;
import dev.palindrome.schema.UniqueKey;
import dev.palindrome.sql.TableName;
import java.util.List;
import org.junit.jupiter.api.Test;

class H2SchemaReaderTest {

    private static final String SCRIPT = """
            CREATE SCHEMA sales
            GO
            CREATE TABLE dbo.Users (
                Id INT IDENTITY(5, 2) NOT NULL,
                Name NVARCHAR(50) COLLATE Latin1_General_CS_AS NOT NULL CONSTRAINT df_users_name DEFAULT N'it''s "me"',
                Balance MONEY NOT NULL DEFAULT 0,
                Level TINYINT NULL CHECK (Level > 1),
                Bio NVARCHAR(MAX) NULL,
                Token UNIQUEIDENTIFIER ROWGUIDCOL NOT NULL DEFAULT NEWID(),
                CONSTRAINT pk_users PRIMARY KEY NONCLUSTERED (Id),
                CONSTRAINT uq_users_name UNIQUE (Name DESC),
                CONSTRAINT ck_users_balance CHECK (Balance >= 0 AND Name <> N'(')
            );
            CREATE TABLE sales.[order lines] (
                order_id BIGINT NOT NULL,
                line INT NOT NULL,
                user_id INT NULL REFERENCES dbo.users (id) ON DELETE SET NULL,
                at DATETIMEOFFSET(0) NOT NULL CONSTRAINT df_at DEFAULT SYSDATETIMEOFFSET(),
                PRIMARY KEY (order_id, line)
            );
            CREATE TABLE sales.notes (
                order_id BIGINT NOT NULL,
                line INT NOT NULL,
                CONSTRAINT fk_notes_lines FOREIGN KEY (order_id, line) REFERENCES sales.[order lines] (order_id, line)
            );
            CREATE INDEX ix_lines_at ON sales.[order lines] (at DESC, line) INCLUDE (user_id) WHERE user_id IS NOT NULL
            CREATE UNIQUE CLUSTERED INDEX ux_notes ON sales.notes (order_id) WITH (FILLFACTOR = 80)
            GO
            CREATE VIEW dbo.names AS
            SELECT Name
            FROM dbo.Users
            GO
            CREATE SEQUENCE sales.numbers AS INT START WITH 5 MINVALUE 1 NO CACHE
            """;

    private static final String TEXT = """
            palindrome schema 1
            table [dbo].[Users]
              column [Id] INT NOT NULL IDENTITY (5,2)
              column [Name] NVARCHAR(50) NOT NULL COLLATE Latin1_General_CS_AS DEFAULT (N'it''s "me"') CONSTRAINT [df_users_name]
              column [Balance] MONEY NOT NULL DEFAULT (0)
              column [Level] TINYINT NULL
              column [Bio] NVARCHAR(MAX) NULL
              column [Token] UNIQUEIDENTIFIER NOT NULL DEFAULT (NEWID()) ROWGUIDCOL
              primary key [pk_users] ([Id]) KIND NONCLUSTERED
              unique key [uq_users_name] ([Name] DESC)
              check (Level > 1)
              check [ck_users_balance] (Balance >= 0 AND Name <> N'(')
            table [sales].[notes]
              column [order_id] BIGINT NOT NULL
              column [line] INT NOT NULL
              foreign key [fk_notes_lines] ([order_id], [line]) REFERENCES [sales].[order lines]([order_id], [line])
              index [ux_notes] ([order_id]) UNIQUE KIND CLUSTERED WITH (FILLFACTOR = 80)
            table [sales].[order lines]
              column [order_id] BIGINT NOT NULL
              column [line] INT NOT NULL
              column [user_id] INT NULL
              column [at] DATETIMEOFFSET(0) NOT NULL DEFAULT (SYSDATETIMEOFFSET()) CONSTRAINT [df_at]
              primary key ([order_id], [line])
              foreign key ([user_id]) REFERENCES [dbo].[Users]([Id]) ON DELETE SET_NULL
              index [ix_lines_at] ([at] DESC, [line]) INCLUDE ([user_id]) WHERE (user_id IS NOT NULL)
            view [dbo].[names] "CREATE VIEW dbo.names AS\\nSELECT Name\\nFROM dbo.Users"
            sequence [sales].[numbers] INT START WITH 5 INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 CACHE NONE
            schema [dbo]
            schema [sales]
            """;

    @Test
    void seesWhatTheScriptSaid() throws Exception {
        assertThat(EmbeddedSchema.of(SCRIPT)).hasToString(TEXT);
    }

    @Test
    void theTextIsReadBack() throws Exception {
        SchemaSnapshot snapshot = EmbeddedSchema.of(SCRIPT);

        assertThat(SchemaSnapshot.parse(TEXT)).isEqualTo(snapshot).hasToString(TEXT);
    }

    @Test
    void leavesTablesOut() throws Exception {
        try (EmbeddedSchema schema = new EmbeddedSchema().run(SCRIPT)) {
            SchemaSnapshot snapshot = SchemaReader.forH2()
                    .leavingOut(List.of(new TableName("sales", "NOTES"), TableName.parse("[sales].[order lines]")))
                    .read(schema.connection());

            assertThat(snapshot.tables()).extracting(Table::toString).containsExactly("dbo.Users");
        }
    }

    @Test
    void showsTypesAndKeysToWhoeverMakesRows() throws Exception {
        SchemaSnapshot snapshot = EmbeddedSchema.of(SCRIPT);
        Table users = snapshot.table("DBO", "users").orElseThrow();
        Table lines = snapshot.table("sales", "order lines").orElseThrow();

        assertThat(users.columns())
                .extracting(Column::name, column -> column.type().orElseThrow().length(), Column::isInsertable)
                .hasToString("[(\"Id\", OptionalInt.empty, false), (\"Name\", OptionalInt[50], true),"
                        + " (\"Balance\", OptionalInt.empty, true), (\"Level\", OptionalInt.empty, true),"
                        + " (\"Bio\", OptionalInt.empty, true), (\"Token\", OptionalInt.empty, true)]");
        assertThat(users.columns().get(0).identity().orElseThrow()).hasToString("Identity[seed=5, increment=2]");
        assertThat(users.uniqueKeys()).extracting(UniqueKey::columns).containsExactly(List.of("Id"), List.of("Name"));
        assertThat(users.checks())
                .extracting(Check::condition)
                .containsExactly("(Level > 1)", "(Balance >= 0 AND Name <> N'(')");
        assertThat(lines.foreignKeys())
                .extracting(
                        ForeignKey::columns,
                        ForeignKey::referencedSchema,
                        ForeignKey::referencedTable,
                        ForeignKey::referencedColumns)
                .hasToString("[([\"user_id\"], \"dbo\", \"Users\", [\"Id\"])]");
        assertThat(lines.primaryKey().orElseThrow().columns()).containsExactly("order_id", "line");
    }
}
