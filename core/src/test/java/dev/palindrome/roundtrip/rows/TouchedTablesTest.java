package dev.palindrome.roundtrip.rows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.tsql.ExecutedSql;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TouchedTablesTest {

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
                "EXEC ('EXEC sp_' + 'rename ''a'', ''b''')",
                "EXEC (@sql)",
                "EXEC dbo.clean_up"
            })
    void whereItIsNotKnownEverythingCounts(String script) {
        assertThat(TouchedTables.by(Optional.of(ExecutedSql.of(script)), true)).isEqualTo(TouchedTables.ANYTHING);
    }

    @Test
    void whereScriptsDoNotSayAllEverythingCounts() {
        assertThat(TouchedTables.by(Optional.of(ExecutedSql.of("DROP TABLE t")), false))
                .isEqualTo(TouchedTables.ANYTHING);
        assertThat(TouchedTables.by(Optional.empty(), true)).isEqualTo(TouchedTables.ANYTHING);
    }

    private static Set<String> touched(String script) {
        return TouchedTables.by(Optional.of(ExecutedSql.of(script)), true)
                .words()
                .orElseThrow();
    }
}
