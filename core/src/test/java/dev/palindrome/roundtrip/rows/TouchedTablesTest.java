package dev.palindrome.roundtrip.rows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.schema.Table;
import dev.palindrome.tsql.ExecutedSql;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TouchedTablesTest {

    private static final String SCHEMA = """
            palindrome schema 1
            table [dbo].[alone]
              column [a] INT
            table [dbo].[calling]
              column [a] INT
              trigger [tr_calling] "CREATE TRIGGER dbo.tr_calling ON dbo.calling AFTER INSERT AS EXEC dbo.anything"
            table [dbo].[hidden]
              column [a] INT
              trigger [tr_hidden] "(encrypted)"
            table [dbo].[lines]
              column [order_id] INT
              foreign key [fk] ([order_id]) REFERENCES [dbo].[orders]([id]) ON DELETE CASCADE
              trigger [tr_lines] "CREATE TRIGGER dbo.tr_lines ON dbo.lines AFTER DELETE AS UPDATE dbo.stock SET n = n + 1"
            table [dbo].[log]
              column [w] INT
            table [dbo].[old_prices]
              column [p] INT
            table [dbo].[orders]
              column [id] INT
              trigger [tr_orders] "CREATE TRIGGER dbo.tr_orders ON dbo.orders AFTER UPDATE AS INSERT INTO dbo.log (w) SELECT 1"
            table [dbo].[prices] SYSTEM_VERSIONING [dbo].[old_prices]
              column [p] INT
            table [dbo].[stock]
              column [n] INT
            view [dbo].[open_orders] "CREATE VIEW dbo.open_orders AS SELECT id FROM dbo.orders"
            synonym [dbo].[cost] [dbo].[prices]
            """;

    @Test
    void namesCountWhereverTheyStand() {
        assertThat(touched("""
                UPDATE dbo.[my table] SET a = N'[', b = 'it''s';
                DELETE FROM "a ""quoted"" one"; DELETE FROM [a ]]bracketed]]
                one];
                IF OBJECT_ID(N'Sales.[Order lines]') IS NOT NULL DROP VIEW v /* hidden */ -- hidden
                EXEC('UPDATE sales.cust' + 'omers SET a = 1')
                """))
                .contains(
                        "MY TABLE", "a \"quoted\" one", "a ]bracketed]\none", "order lines", "customers", "v", "sales")
                .doesNotContain("hidden", "a \"quoted\" one\"; DELETE FROM [a ");
    }

    @Test
    void aLiteralMayHoldAnything() {
        assertThat(touched("INSERT INTO t VALUES ('don''t [users] and \"people')"))
                .contains("t", "users", "people");
        assertThat(touched("EXEC('EXEC(''DROP TABLE [''+''a b]'')')")).contains("a b");
        assertThat(touched("UPDATE t SET a = 'never closed users")).contains("t", "users");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "EXEC sp_rename 'a', 'b'",
                "EXEC [sp_rename] 'a', 'b'",
                "EXEC ('EXEC sp_' + 'rename ''a'', ''b''')"
            })
    void partsOfUnmentionedTablesMayGetOtherNamesButNoOtherRows(String script) {
        TouchedTables touched = TouchedTables.by(Optional.of(ExecutedSql.of(script)));

        assertThat(touched.names(List.of("dbo"))).isEmpty();
        assertThat(touched.words().orElseThrow()).contains("a", "b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"EXEC (@sql)", "EXEC dbo.clean_up"})
    void whereItIsNotKnownEverythingCounts(String script) {
        assertThat(TouchedTables.by(Optional.of(ExecutedSql.of(script)))).isEqualTo(TouchedTables.ANYTHING);
        assertThat(TouchedTables.by(Optional.empty())).isEqualTo(TouchedTables.ANYTHING);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DELETE FROM dbo.alone | dbo.alone",
                "UPDATE dbo.stock SET n = 1 | dbo.stock",
                "UPDATE dbo.open_orders SET id = 1 | dbo.lines, dbo.log, dbo.orders, dbo.stock",
                "DELETE FROM dbo.orders | dbo.lines, dbo.log, dbo.orders, dbo.stock",
                "UPDATE dbo.cost SET p = 1 | dbo.old_prices, dbo.prices"
            })
    void aScriptReachesThroughViewsSynonymsTriggersAndHistories(String script, String tables) {
        assertThat(reached(script, SCHEMA)).hasToString("[" + tables + "]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DELETE FROM dbo.hidden", "DELETE FROM dbo.calling"})
    void whereAModuleCannotBeReadEverythingCounts(String script) {
        assertThat(reached(script, SCHEMA)).hasSize(9);
    }

    @Test
    void triggersOfTheDatabaseAreReachedFromEverywhere() {
        String trigger = "database trigger [ddl] \"CREATE TRIGGER ddl ON DATABASE FOR CREATE_TABLE AS"
                + " INSERT INTO dbo.log (w) VALUES (1)\"\n";

        assertThat(reached("DELETE FROM dbo.alone", SCHEMA + trigger)).hasToString("[dbo.alone, dbo.log]");
    }

    private static Set<String> touched(String script) {
        return TouchedTables.by(Optional.of(ExecutedSql.of(script))).words().orElseThrow();
    }

    private static List<Table> reached(String script, String schema) {
        SchemaSnapshot snapshot = SchemaSnapshot.parse(schema);
        return TouchedTables.by(Optional.of(ExecutedSql.of(script)))
                .reaching(snapshot)
                .tables(snapshot, new ForeignKeyCascades())
                .stream()
                .sorted(Comparator.comparing(Table::toString))
                .toList();
    }
}
