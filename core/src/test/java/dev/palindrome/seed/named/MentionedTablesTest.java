package dev.palindrome.seed.named;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.seed.values.ValueOrder;
import dev.palindrome.tsql.Lexer;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MentionedTablesTest {

    private static final Object X = ValueOrder.key("x");

    @Test
    void literalsArePutInWithEitherSign() {
        assertThat(read("INSERT INTO dbo.t (a) VALUES (-1); MERGE INTO u USING v ON 2 = 2 WHEN NOT MATCHED THEN"
                        + " INSERT (a) VALUES ('x');"))
                .isEqualTo(new MentionedTables(
                        Map.of("t", Set.of(number(1), number(-1)), "u", Set.of(number(2), number(-2), X)),
                        Set.of("t", "u"),
                        Map.of(),
                        Set.of()));
    }

    /** No semicolon needs to stand before it. */
    @ParameterizedTest
    @ValueSource(strings = {"SET @n = 5", "DECLARE @n INT = 5", "EXEC p 5", "RETURN 5", "PRINT 5"})
    void whatTheNextStatementSaysIsNotPutIn(String next) {
        assertThat(read("INSERT INTO t (a) VALUES ('x') " + next))
                .isEqualTo(new MentionedTables(Map.of("t", Set.of(X)), Set.of("t"), Map.of(), Set.of()));
    }

    @Test
    void whatSelectsRowsIsNotPutIn() {
        assertThat(read("INSERT INTO t (a) SELECT 'x' FROM u WHERE b = 5"))
                .isEqualTo(new MentionedTables(Map.of("t", Set.of(X)), Set.of(), Map.of(), Set.of()));
    }

    @Test
    void columnsAreAddedAndTablesReferenced() {
        assertThat(read("ALTER TABLE t ADD [A b] INT REFERENCES dbo.U (id) UPDATE t SET c = 1"))
                .isEqualTo(new MentionedTables(
                        Map.of(),
                        Set.of(),
                        Map.of("t", Set.of("a b", "int", "references", "dbo", "u", "id")),
                        Set.of("u")));
    }

    private static MentionedTables read(String script) {
        MentionedTables tables = new MentionedTables();
        tables.read(Lexer.tokens(script, 1));
        return tables;
    }

    private static Object number(int number) {
        return ValueOrder.key(BigDecimal.valueOf(number));
    }
}
