package dev.palindrome.tsql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Functions and operators over columns, whose types and collations matter; over literals {@code DocumentedValuesTest} has them. */
class EmbeddedFunctionsTest {

    private EmbeddedDatabase database;

    @BeforeEach
    void open() throws SQLException {
        database = new EmbeddedDatabase();
        database.run(
                "CREATE TABLE dbo.t (id INT NOT NULL, name VARCHAR(30) NULL, code NVARCHAR(20) COLLATE Latin1_General_CS_AS NULL,"
                        + " flags INT NULL, small TINYINT NULL, b BIT NULL, d DATETIME NULL, tz DATETIMEOFFSET NULL, m MONEY NULL)\n"
                        + "INSERT INTO dbo.t VALUES (1, 'Anna-50%', 'Abc', 6, 5, 1, '2024-02-03 04:05:06', '2024-02-03T04:05:06+02:00', 12.5),"
                        + " (2, 'bob', 'xBc', 8, 250, 0, NULL, NULL, NULL)");
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '"', textBlock = """
            name LIKE '[a-b]n%' ; 1
            name LIKE '%[0-9][0-9][%]' ; 1
            name LIKE '%[0-9]!%' ESCAPE '!' ; 1
            name NOT LIKE '[^b]%' AND name LIKE 'b' + '%' ; 2
            code LIKE '[A-C]%' ; 1
            code LIKE '[a-c]%' ; ""
            name LIKE '%50!%' ESCAPE '!' ; 1
            name LIKE '%' + name ; "1, 2"
            name LIKE '[B]OB' ; 2
            name LIKE '[' ; ""
            name LIKE NULL ; ""
            flags & 2 = 2 ; 1
            name COLLATE Latin1_General_CS_AS = 'BOB' ; ""
            'ABC' = code COLLATE Latin1_General_CI_AS ; 1
            'ABC' = code COLLATE Latin1_General_CI_AI ; 1
            name COLLATE Latin1_General_CS_AI = 'BOB' ; ""
            name COLLATE Latin1_General_BIN LIKE 'B%' ; ""
            """)
    void selects(String condition, String expected) throws SQLException {
        database.run("CREATE VIEW dbo.v AS SELECT id FROM dbo.t WHERE " + condition);

        assertThat(String.join(", ", database.rows("SELECT id FROM dbo.v ORDER BY id")))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '"', textBlock = """
            c = 'ab' ; 1
            c IN ('ab', 'zz') ; 1
            c IN ('ab', N'cd   ') ; "1, 2"
            c NOT IN ('ab', 'zz') ; 2
            c = 'ab' OR c = 'zz' ; 1
            n = 'ab' OR n = 'zz' OR n = 'cd' ; "1, 2"
            (c = 'zz' OR id = 2) AND n IN ('cd', 'zzzz') ; 2
            c = v ; "1, 2"
            v = c ; "1, 2"
            c <> v ; ""
            c = LEFT(v, 2) ; "1, 2"
            v = CAST('ab' AS CHAR(5)) ; 1
            c IN (SELECT v FROM dbo.f WHERE id = 2) ; 2
            c = (SELECT v FROM dbo.f WHERE id = 2) ; 2
            EXISTS (SELECT * FROM dbo.f o WHERE o.v = f.c AND o.c IN ('cd', 'x')) ; 2
            c COLLATE Latin1_General_BIN = 'ab' ; 1
            c IN ('ab', NULL) ; 1
            c = '' OR c = 'ab' ; 1
            """)
    void textsOfAFixedLengthCompareWithoutTheBlanksAtTheirEnd(String condition, String expected) throws SQLException {
        String rows = " VALUES (1, 'ab', 'ab', 'ab'), (2, 'cd', 'cd', 'cd')";
        database.run(
                "CREATE TABLE dbo.f (id INT NOT NULL, c CHAR(8) NOT NULL, n NCHAR(8) NOT NULL, v VARCHAR(8) NOT NULL)\n"
                        + "INSERT INTO dbo.f" + rows);

        database.run("CREATE VIEW dbo.v AS SELECT id FROM dbo.f WHERE " + condition);
        assertThat(String.join(", ", database.rows("SELECT id FROM dbo.v ORDER BY id")))
                .isEqualTo(expected);
        database.run("DELETE FROM dbo.f WHERE " + condition);
        assertThat(database.rows("SELECT * FROM dbo.f"))
                .hasSize(2 - expected.replaceAll("\\W", "").length());
    }

    @Test
    void checksOfTextsOfAFixedLength() throws SQLException {
        database.run("CREATE TABLE dbo.f (c CHAR(8) NOT NULL, CONSTRAINT ck CHECK (c = 'ab' OR c = 'cd'))\n"
                + "ALTER TABLE dbo.f ADD CONSTRAINT ck_2 CHECK (c IN ('ab', 'cd') OR c LIKE 'e')\n"
                + "INSERT INTO dbo.f VALUES ('ab'), ('cd')");

        assertThatThrownBy(() -> database.run("INSERT INTO dbo.f VALUES ('e')")).hasMessageContaining("\"ck: ");
    }

    /** See <a href="https://learn.microsoft.com/sql/t-sql/language-elements/like-transact-sql">ASCII LIKE and Unicode LIKE</a>. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '"', textBlock = """
            c LIKE '% King' ; true
            n LIKE '% King' ; false
            RTRIM(n) LIKE '% King' ; true
            c LIKE 'Robert King' ; true
            c NOT LIKE 'Robert King' ; false
            n LIKE N'Robert King' ; false
            n NOT LIKE 'Robert King' ; true
            c LIKE N'Robert King' ; false
            n LIKE N'Robert!King' ESCAPE '!' ; false
            c LIKE 'Robert Kin_' ; true
            c LIKE 'Robert Kin[g]' ; true
            c LIKE 'Robert King  ' ; true
            c LIKE N'% King' ; false
            n LIKE N'% King%' ; true
            v LIKE 'abc' ; true
            v LIKE 'abc ' ; true
            v LIKE 'abc   ' ; false
            v LIKE N'abc' ; false
            v LIKE 'ab!c' ESCAPE '!' ; true
            v LIKE 'ab!c' ESCAPE N'!' ; false
            v LIKE 'ab_' ; true
            v LIKE 'a%' + 'c' ; true
            v LIKE e ; false
            'abc' LIKE v ; false
            'abc' LIKE 'abc ' ; false
            """)
    void blanksAtTheEndCountForUnicode(String condition, boolean holds) throws SQLException {
        database.run(
                "CREATE TABLE dbo.s (c CHAR(30) NOT NULL, n NCHAR(30) NOT NULL, v VARCHAR(9) NOT NULL, e CHAR(9) NOT NULL)\n"
                        + "INSERT INTO dbo.s VALUES ('Robert King', 'Robert King', 'abc  ', 'abc')");

        database.run("CREATE VIEW dbo.v AS SELECT v FROM dbo.s WHERE " + condition);
        assertThat(database.rows("SELECT * FROM dbo.v")).hasSize(holds ? 1 : 0);
        database.run("ALTER TABLE dbo.s WITH NOCHECK ADD CONSTRAINT ck_s CHECK (" + condition + ")");
        if (holds) {
            database.run("INSERT INTO dbo.s VALUES ('Robert King', 'Robert King', 'abc  ', 'abc')");
        } else {
            assertThatThrownBy(() ->
                            database.run("INSERT INTO dbo.s VALUES ('Robert King', 'Robert King', 'abc  ', 'abc')"))
                    .hasMessageContaining("ck_s");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '"', textBlock = """
            REPLACE(name, 'B', 'x') ; Anna-50% ; xox
            REPLACE(code, 'b', 'y') ; Ayc ; xBc
            CHARINDEX('A', name, 2) ; 4 ; 0
            CHARINDEX('c', code) ; 3 ; 3
            CHARINDEX('C', code) ; 0 ; 0
            PATINDEX('%[0-9]%', name) ; 6 ; 0
            flags | 1 ; 7 ; 9
            flags ^ 7 ; 1 ; 15
            ~flags ; -7 ; -9
            ~small ; 250 ; 5
            ~b ; FALSE ; TRUE
            small & b ; 1 ; 0
            flags + 1 & 3 ; 3 ; 1
            TRY_CAST(name AS INT) ; null ; null
            TRY_CAST(flags AS TINYINT) ; 6 ; 8
            TRY_CAST(flags * 100 AS TINYINT) ; null ; null
            TRY_CONVERT(INT, m) ; 12 ; null
            CHOOSE(flags - 5, 1, 2.5) ; 1.0 ; null
            DATALENGTH(name) ; 8 ; 3
            DATALENGTH(code) ; 6 ; 6
            DATALENGTH(d) ; 8 ; null
            SUBSTRING(name, flags - 6, 3) ; An ; ob
            d AT TIME ZONE 'Eastern Standard Time' ; 2024-02-03 04:05:06-05 ; null
            tz AT TIME ZONE 'Central European Standard Time' ; 2024-02-03 03:05:06+01 ; null
            FORMAT(d, 'yyyy-MM-dd HH:mm') ; 2024-02-03 04:05 ; null
            FORMAT(m, 'C', 'en-us') ; $12.50 ; null
            CONVERT(VARCHAR(10), d, 104) ; 03.02.2024 ; null
            CONVERT(DATE, REPLACE(name, 'Anna-50%', '03/02/2024'), 103) ; 2024-02-03 ; error
            """)
    void gives(String expression, String first, String second) throws SQLException {
        database.run("CREATE VIEW dbo.v AS SELECT id, " + expression + " AS x FROM dbo.t");

        assertThat(database.rows("SELECT x FROM dbo.v WHERE id = 1")).containsExactly(first);
        if (second.equals("error")) {
            assertThatThrownBy(() -> database.rows("SELECT x FROM dbo.v WHERE id = 2"))
                    .hasMessageContaining("Msg 241");
        } else {
            assertThat(database.rows("SELECT x FROM dbo.v WHERE id = 2")).containsExactly(second);
        }
    }

    @Test
    void standInChecksDefaultsAndComputedColumns() throws SQLException {
        database.run(
                "CREATE TABLE dbo.e (id CHAR(9) CONSTRAINT ck CHECK (id LIKE '[A-Z][A-Z][A-Z][1-9][0-9][0-9][0-9][0-9][FM]'"
                        + " OR id LIKE '[A-Z]-[A-Z][1-9][0-9][0-9][0-9][0-9][FM]'), f AS REPLACE(id, 'a', 'b'), flag INT DEFAULT (1 | 2))\n"
                        + "INSERT INTO dbo.e (id) VALUES ('PMA42628M'), ('A-C71970F')");

        assertThat(database.rows("SELECT * FROM dbo.e"))
                .containsExactly("PMA42628M|PMb42628M|3", "A-C71970F|b-C71970F|3");
        assertThatThrownBy(() -> database.run("INSERT INTO dbo.e (id) VALUES ('PM442628M')"))
                .hasMessageContaining("Check constraint violation: \"ck:");
    }

    @Test
    void changeRows() throws SQLException {
        database.run(
                "UPDATE dbo.t SET flags = flags | 16, name = STUFF(name, 1, 1, CHAR(65 + small % 26)) WHERE flags & 2 = 2");

        assertThat(database.rows("SELECT flags, name FROM dbo.t ORDER BY id")).containsExactly("22|Fnna-50%", "8|bob");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '"', textBlock = """
            RAND(5) ; RAND with a seed
            CHECKSUM(name) ; CHECKSUM of anything but NEWID()
            name & 1 ; error 402
            TRY_CAST(nowhere AS INT) ; TRY_CAST of a value whose type is not known
            """)
    void refuses(String expression, String expected) {
        assertThatThrownBy(() -> database.run("CREATE VIEW dbo.v AS SELECT " + expression + " AS x FROM dbo.t"))
                .hasMessageContaining(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '"', textBlock = """
            FORMAT(d, 'd', 'de-de') ; FORMAT for the culture de-de
            HASHBYTES('MD2', name) ; HASHBYTES by MD2
            d AT TIME ZONE 'Mars Standard Time' ; The time zone 'Mars Standard Time'
            """)
    void refusesWhereItRuns(String expression, String expected) throws SQLException {
        database.run("CREATE VIEW dbo.v AS SELECT " + expression + " AS x FROM dbo.t");

        assertThatThrownBy(() -> database.rows("SELECT x FROM dbo.v WHERE x IS NOT NULL"))
                .hasMessageContaining(expected);
    }

    @Test
    void aggregatesTexts() throws SQLException {
        database.run(
                "CREATE VIEW dbo.v AS SELECT STRING_AGG(name, ', ') WITHIN GROUP (ORDER BY id DESC) AS a, STRING_AGG(id, '-') AS b,"
                        + " STDEVP(flags) AS c FROM dbo.t");

        assertThat(database.rows("SELECT * FROM dbo.v")).containsExactly("bob, Anna-50%|1-2|1.0");
    }

    @Test
    void takesAShareOfTheRows() throws SQLException {
        database.run("CREATE VIEW dbo.v AS SELECT TOP 50 PERCENT id FROM dbo.t ORDER BY id DESC\nGO\n"
                + "CREATE VIEW dbo.w AS SELECT TOP (1) WITH TIES id FROM dbo.t ORDER BY LEN(code)");

        assertThat(database.rows("SELECT id FROM dbo.v")).containsExactly("2");
        assertThat(database.rows("SELECT id FROM dbo.w ORDER BY id")).containsExactly("1", "2");
    }
}
