package dev.palindrome.tsql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.sql.CodePage;
import java.nio.charset.Charset;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What VARCHAR and literals without an N hold of letters. */
class EmbeddedCodePageTest {

    private EmbeddedDatabase database;

    @BeforeEach
    void create() throws SQLException {
        database = new EmbeddedDatabase();
        database.run("CREATE TABLE t (id INT IDENTITY, v VARCHAR(20), c CHAR(3), n NVARCHAR(20), x TEXT,"
                + " p VARCHAR(20) COLLATE Polish_CI_AS)");
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    @Test
    void aLiteralWithoutAnNHasLostThemWhateverTakesIt() throws SQLException {
        database.run("INSERT INTO t (v, c, n, x, p) VALUES ('łódź', 'Ł', '日本', 'Ω €', 'łódź');"
                + " UPDATE t SET n = n + '日' WHERE id = 1");

        assertThat(database.rows("SELECT v, c, n, x, p FROM t")).containsExactly("lódz|L  |???|O €|lódz");
    }

    @Test
    void aNationalLiteralLosesThemInAVarcharOfTheDatabasesPage() throws SQLException {
        database.run(
                "INSERT INTO t (v, c, n, x, p) VALUES (N'łódź', N'日', N'łódź', N'Ω', N'łódź');"
                        + " INSERT INTO t (v, n) SELECT N'日', N'日'; INSERT INTO t (v) VALUES (N'é'); UPDATE t SET c = N'Ω' WHERE id = 2");

        assertThat(database.rows("SELECT v, c, n, x, p FROM t ORDER BY id"))
                .containsExactly("lódz|?  |łódź|O|łódź", "?|O  |日|null|null", "é|null|null|null|null");
    }

    @Test
    void soDoVariablesColumnsAndCasts() throws SQLException {
        database.run("INSERT INTO t (n) VALUES (N'日x'); UPDATE t SET v = CAST(n AS VARCHAR(10));"
                + " DECLARE @v VARCHAR(10) = N'日', @n NVARCHAR(10) = N'日'; INSERT INTO t (n, p) VALUES (@v, @n)");
        database.run("ALTER TABLE t ADD d NVARCHAR(5) NOT NULL DEFAULT '日'");

        assertThat(database.rows("SELECT v, n, p, d FROM t ORDER BY id")).containsExactly("?x|日x|null|?", "null|?|日|?");
    }

    @Test
    void whatIsComparedKeepsThem() throws SQLException {
        database.run("INSERT INTO t (v, n) VALUES ('x', N'日'); DELETE FROM t WHERE v = N'日' OR n = '日'");
        assertThat(database.rows("SELECT COUNT(*) FROM t")).containsExactly("1");

        database.run("DELETE FROM t WHERE n = N'日'");
        assertThat(database.rows("SELECT COUNT(*) FROM t")).containsExactly("0");
    }

    @Test
    void aTableThatIsMadeOfColumnsOfAnotherPageHasTheirTypes() throws SQLException {
        database.run("INSERT INTO t (v, p) VALUES ('a', N'łódź'); SELECT v, p INTO u FROM t");

        assertThat(database.rows("SELECT v, p FROM u")).containsExactly("a|łódź");
        assertThat(database.rows("SELECT COLUMN_NAME, CHARACTER_MAXIMUM_LENGTH FROM INFORMATION_SCHEMA.COLUMNS"
                        + " WHERE TABLE_NAME = 'u' ORDER BY ORDINAL_POSITION"))
                .containsExactly("v|20", "p|20");
    }

    /** The function of H2's that a column needs is called for national texts alone. */
    @Test
    void aLetterOfThePageIsNoDoubt() {
        assertThat(TranslatedScript.rewrite("V1.sql", "INSERT INTO t (v) VALUES (N'ö')")
                        .h2Statements()
                        .get(0))
                .endsWith("'v', 'TEXT')");
    }

    @Test
    void holdsWhatTheJvmsPageHolds() {
        Charset page = Charset.forName("windows-1252");
        for (char letter = 0; letter < Character.MIN_SURROGATE; letter++) {
            boolean unassigned = letter >= 0x80 && letter <= 0x9F;
            assertThat(CodePage.holds(String.valueOf(letter)))
                    .as("%04x", (int) letter)
                    .isEqualTo(
                            unassigned
                                    ? "\u0081\u008d\u008f\u0090\u009d".indexOf(letter) >= 0
                                    : page.newEncoder().canEncode(letter));
        }
    }

    /** From bestfit1252.txt at unicode.org, and beyond. */
    @ParameterizedTest
    @CsvSource({"ł, l", "Đ, Ð", "ß, ß", "π, p", "Ж, ?", "日, ?", "Ａ, A", "∞, 8", "😀, ??", "€, €", "a‐b, a-b"})
    void letterForLetter(String text, String held) {
        assertThat(CodePage.held(text)).isEqualTo(held);
    }

    @ParameterizedTest
    @CsvSource({
        "SQL_Latin1_General_CP1_CI_AS, true",
        "latin1_general_100_bin2, true",
        "French_CI_AS, true",
        "Finnish_Swedish_CI_AS, true",
        "Indic_General_100_CI_AS, false",
        "Latin1_General_100_CI_AS_SC_UTF8, false",
        "SQL_Latin1_General_CP1251_CI_AS, false",
        "Polish_CI_AS, false"
    })
    void whichCollationsHaveThePage(String collation, boolean has) {
        assertThat(CodePage.isOf(collation)).isEqualTo(has);
    }
}
