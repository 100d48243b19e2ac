package dev.palindrome.h2.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.LittleStack;
import org.junit.jupiter.api.Test;

/** What H2 says of its objects holds definitions of any length. */
class LongStatementsTest {

    private static final String LETTERS = "a".repeat(LittleStack.MEGABYTE);

    private static final String QUOTES = "''".repeat(LittleStack.MEGABYTE / 2);

    @Test
    void whatH2ChangesByItselfIsLeftOutBehindALongLiteral() {
        String sql = "CREATE TABLE t(a INT DEFAULT '" + LETTERS + QUOTES + " SELECTIVITY 5')";

        assertThat(LittleStack.run(() -> CatalogueSnapshot.withoutNoise(sql + " SELECTIVITY 7")))
                .isEqualTo(sql);
    }

    @Test
    void objectsAreNamedWhateverTheirLength() {
        String name = "\"" + LETTERS + "\"";

        assertThat(LittleStack.run(() -> StatementSubject.of("CREATE TABLE \"dbo\"." + name + "(a INT)")))
                .isEqualTo("table dbo." + LETTERS);
        assertThat(LittleStack.run(() -> StatementSubject.tableOf("CREATE INDEX i ON \"dbo\"." + name + "(a)")))
                .contains("dbo." + LETTERS);
        assertThat(LittleStack.run(
                        () -> StatementSubject.of("CREATE VIEW \"dbo\".\"v\" COMMENT '" + QUOTES + "' AS SELECT 1")))
                .isEqualTo("view dbo.v");
    }
}
