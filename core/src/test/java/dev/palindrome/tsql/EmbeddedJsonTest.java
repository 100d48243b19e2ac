package dev.palindrome.tsql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** ISJSON, JSON_VALUE and JSON_QUERY give what Microsoft's pages say. */
class EmbeddedJsonTest {

    private static final String INFO =
            "{\"a\": \"x\\u0041\\n\", \"b\" : {\"c d\":[1.50, true, null, {\"e\":2}]}, \"a\": \"other\", \"n\": null, \"z\": []}";

    private EmbeddedDatabase database;

    @BeforeEach
    void open() throws SQLException {
        database = new EmbeddedDatabase();
        database.run("CREATE TABLE dbo.t (id INT NOT NULL, info NVARCHAR(MAX) NULL);\n"
                + "CREATE TABLE dbo.r (v NVARCHAR(200) NULL);\n"
                + "INSERT INTO dbo.t VALUES (1, N'" + INFO + "')");
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            JSON_VALUE(info, '$.b."c d"[0]')                | 1.50
            JSON_VALUE(info, '$.b."c d"[1]')                | true
            JSON_VALUE(info, '$.b."c d"[2]')                | null
            JSON_VALUE(info, 'lax $.b."c d"[3].e')          | 2
            JSON_VALUE(info, 'strict $.b."c d"[3].e')       | 2
            JSON_VALUE(info, '$.b')                         | null
            JSON_VALUE(info, '$.A')                         | null
            JSON_VALUE(info, '$.n')                         | null
            JSON_VALUE(NULL, '$.n')                         | null
            LEN(JSON_VALUE(info, '$.a'))                    | 3
            JSON_QUERY(info, '$.b."c d"')                   | [1.50, true, null, {"e":2}]
            JSON_QUERY(info, '$.z')                         | []
            JSON_QUERY(info, '$.a')                         | null
            JSON_QUERY(N' {"a":1} ')                        | {"a":1}
            ISJSON(info)                                    | 1
            ISJSON(N'{"a":1,}')                             | 0
            ISJSON(N'{''a'':1}')                            | 0
            ISJSON(N'1')                                    | 0
            ISJSON(N' [] ')                                 | 1
            ISJSON(N'')                                     | 0
            ISJSON(N'{"a":01}')                             | 0
            ISJSON(N'[1] [2]')                              | 0
            ISJSON(N'{"a":"\\q"}')                          | 0
            ISJSON(NULL)                                    | null
            JSON_VALUE(N'{"a":{"b":1},"a":{"c":2}}', '$.a.c') | null
            JSON_VALUE(N'["x", "y"]', '$[1]')               | y
            JSON_VALUE(N'{"a":"tom \\"\\/"}', '$.a')          | tom "/
            JSON_QUERY(N'{"a": [ 1 , {"b" : 2} ] }', '$.a[1]') | {"b" : 2}
            """)
    void isReadAsOnSqlServer(String expression, String expected) throws SQLException {
        database.run("INSERT INTO dbo.r SELECT " + expression + " FROM dbo.t");

        assertThat(database.rows("SELECT v FROM dbo.r")).containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            JSON_VALUE(info, 'strict $.x')   | Msg 13608
            JSON_VALUE(info, 'strict $.b')   | Msg 13623
            JSON_QUERY(info, 'strict $.a')   | Msg 13624
            JSON_VALUE(info, 'a')            | Msg 13607
            JSON_VALUE(info, '$.a..b')       | Msg 13607
            JSON_VALUE(N'{"a":', '$.a')      | Msg 13609
            """)
    void isAnErrorAsOnSqlServer(String expression, String error) {
        assertThatThrownBy(() -> database.run("INSERT INTO dbo.r SELECT " + expression + " FROM dbo.t"))
                .hasStackTraceContaining(error);
    }

    @Test
    void aCheckHoldsJson() throws SQLException {
        database.run("""
                ALTER TABLE dbo.t WITH CHECK ADD CONSTRAINT ck_json CHECK (ISJSON(info) > 0)
                GO
                CREATE TABLE dbo.u (info NVARCHAR(MAX) NOT NULL CONSTRAINT ck_u CHECK (ISJSON(info) = 1),
                    name AS JSON_VALUE(info, '$.name'))
                GO
                INSERT INTO dbo.u (info) VALUES (N'{"name": "x"}')
                """);

        assertThat(database.rows("SELECT name FROM dbo.u")).containsExactly("x");
        assertThatThrownBy(() -> database.run("UPDATE dbo.t SET info = N'{'")).hasMessageContaining("ck_json");
    }
}
