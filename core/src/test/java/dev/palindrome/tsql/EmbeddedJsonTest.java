package dev.palindrome.tsql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** ISJSON, JSON_VALUE, JSON_QUERY, JSON_MODIFY and OPENJSON give what Microsoft's pages say. */
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

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            JSON_MODIFY('{"name":"John","skills":["C#","SQL"]}', '$.name', 'Mike') ~ {"name":"Mike","skills":["C#","SQL"]}
            JSON_MODIFY('{"name":"John","skills":["C#","SQL"]}', '$.surname', 'Smith') ~ {"name":"John","skills":["C#","SQL"],"surname":"Smith"}
            JSON_MODIFY('{"name":"John","skills":["C#","SQL"]}', '$.name', NULL) ~ {"skills":["C#","SQL"]}
            JSON_MODIFY('{"name":"John","skills":["C#","SQL"]}', 'strict $.name', NULL) ~ {"name":null,"skills":["C#","SQL"]}
            JSON_MODIFY('{"name":"John","skills":["C#","SQL"]}', '$.skills', NULL) ~ {"name":"John"}
            JSON_MODIFY('{"name":"John","skills":["C#","SQL"]}', 'append $.skills', 'Azure') ~ {"name":"John","skills":["C#","SQL","Azure"]}
            JSON_MODIFY(JSON_MODIFY(JSON_MODIFY('{"name":"John","skills":["C#","SQL"]}', '$.name', 'Mike'), '$.surname', 'Smith'), 'append $.skills', 'Azure') ~ {"name":"Mike","skills":["C#","SQL","Azure"],"surname":"Smith"}
            JSON_MODIFY('{"Id":1,"Name":"Toy Car"}', 'append $.Tags', 'sales') ~ {"Id":1,"Name":"Toy Car","Tags":["sales"]}
            JSON_MODIFY('{"name":"John"}', '$.skills', '["C#","T-SQL"]') ~ {"name":"John","skills":"[\\"C#\\",\\"T-SQL\\"]"}
            JSON_MODIFY('{"name":"John"}', '$.skills', JSON_QUERY('["C#","T-SQL"]')) ~ {"name":"John","skills":["C#","T-SQL"]}
            JSON_MODIFY('{"price":49.99}', '$.Price', CAST(59.5 AS DECIMAL(5, 2))) ~ {"price":49.99,"Price":59.50}
            JSON_MODIFY('{"click_count": 173}', '$.click_count', CAST(JSON_VALUE('{"click_count": 173}', '$.click_count') AS INT) + 1) ~ {"click_count": 174}
            JSON_MODIFY('{"a":{"b":1}}', '$.a.b', CAST(1 AS BIT)) ~ {"a":{"b":true}}
            JSON_MODIFY('{}', '$."a b"', JSON_MODIFY('{}', '$.c', 'x/y')) ~ {"a b":{"c":"x\\/y"}}
            JSON_MODIFY('{}', '$.a.b', 1) ~ {}
            JSON_MODIFY('{"a":1}', '$.b', NULL) ~ {"a":1}
            JSON_MODIFY('[1,2,3]', '$[1]', 'x') ~ [1,"x",3]
            JSON_MODIFY('[1,2]', 'append $', 3) ~ [1,2,3]
            JSON_MODIFY('[]', 'append lax $', NULL) ~ [null]
            JSON_MODIFY('{ "a" : 1 , "b" : { } }', '$.b.c', 2) ~ { "a" : 1 , "b" : { "c":2} }
            JSON_MODIFY(NULL, '$.a', 1) ~ null
            JSON_MODIFY('{}', '$.r', (SELECT id FROM dbo.t FOR JSON PATH)) ~ {"r":[{"id":1}]}
            """)
    void isChangedAsOnSqlServer(String expression, String expected) throws SQLException {
        database.run("INSERT INTO dbo.r SELECT " + expression);

        assertThat(database.rows("SELECT v FROM dbo.r")).containsExactly(expected.replace("\\\\", "\\"));
    }

    @Test
    void aPathInAVariableChangesAColumn() throws SQLException {
        database.run(
                "DECLARE @path VARCHAR(50) = CONCAT('$.\"', 'x y', '\"'), @value VARCHAR(10) = 'v'\n"
                        + "INSERT INTO dbo.r VALUES ('{}')\n"
                        + "UPDATE dbo.r SET v = CASE WHEN v IS NULL THEN CONCAT('{', @path, '}') ELSE JSON_MODIFY(v, @path, CAST(@value AS VARCHAR(50))) END");

        assertThat(database.rows("SELECT v FROM dbo.r")).containsExactly("{\"x y\":\"v\"}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            [key], value, type FROM OPENJSON('{"String_value": "John", "DoublePrecisionFloatingPoint_value": 45.10, "True": true, "Null": null, "Array": ["a", 1], "Object": {"o":"t"}}') ~ String_value,John,1; DoublePrecisionFloatingPoint_value,45.10,2; True,true,3; Null,null,0; Array,["a", 1],4; Object,{"o":"t"},5
            j.[key], j.value, j.type FROM OPENJSON('["x", [1]]') AS j ~ 0,x,1; 1,[1],4
            j.[key], j.value, 0 FROM OPENJSON('{"path":{"to":{"sub":["en-GB","en-UK"]}}}', '$.path.to."sub"') j ~ 0,en-GB,0; 1,en-UK,0
            j.value, 0, 0 FROM OPENJSON('{"a":1}', '$.b') j ~ ``
            j.value, 0, 0 FROM OPENJSON('{"a":1}', '$.a') j ~ ``
            j.value, 0, 0 FROM OPENJSON(NULL) j ~ ``
            t.id, j.[key], j.value FROM dbo.t CROSS APPLY OPENJSON(t.info, '$.b') j ~ 1,c d,[1.50, true, null, {"e":2}]
            t.id, j.[key], j.value FROM dbo.t CROSS APPLY OPENJSON(t.info, '$.z') j ~ ``
            t.id, j.[key], j.value FROM dbo.t OUTER APPLY OPENJSON(t.info, '$.z') j ~ 1,null,null
            a.[key], b.name, b.[enabled] FROM (SELECT '{"1":{"name":"x","enabled":true},"7":{"enabled":false}}' AS text) u CROSS APPLY OPENJSON(u.text) a CROSS APPLY OPENJSON(a.[value]) WITH (name NVARCHAR(20) '$.name', [enabled] BIT) b ~ 1,x,1; 7,null,0
            Number, Day, Quantity FROM OPENJSON('[{"Order":{"Number":"SO43659","Date":"2011-05-31T00:00:00"},"Item":{"Price":2024.9940,"Quantity":1}},{"Order":{"Number":"SO43661","Date":"2011-06-01T00:00:00"},"Item":{"Price":2024.9940,"Quantity":3}}]') WITH (Number VARCHAR(200) '$.Order.Number', Day DATETIME '$.Order.Date', Quantity INT '$.Item.Quantity') ~ SO43659,May 31 2011 12:00AM,1; SO43661,Jun  1 2011 12:00AM,3
            id, name, [order] FROM OPENJSON('{"id":"5","Name":"no","order":{"a":1}}') WITH (id INT, name VARCHAR(10), [order] NVARCHAR(MAX) AS JSON) ~ 5,null,{"a":1}
            [value], 0, 0 FROM OPENJSON('[1, 2]') WITH ([value] INT '$') ~ 1,0,0; 2,0,0
            t.id, n.name, n.x FROM dbo.t LEFT JOIN OPENJSON('[{"name":1,"x":"a"},{"name":2,"x":"b"}]') WITH (name INT, x VARCHAR(5)) AS n ON n.name = t.id AND n.x <> 'a' ~ 1,null,null
            t.id, n.name, n.x FROM dbo.t INNER JOIN OPENJSON('[{"name":1,"x":"a"},{"name":2,"x":"b"}]') WITH (name INT, x VARCHAR(5)) AS n ON n.name = t.id ~ 1,1,a
            (SELECT SUM(CAST(JSON_VALUE(value, '$.Size') AS BIGINT)) FROM OPENJSON('{"a":{"Size":"5"},"b":{"Size":6}}')), 0, 0 ~ 11,0,0
            COUNT(*), 0, 0 FROM OPENJSON('{"Ab":1,"aB":2}') WHERE [key] = 'Ab' ~ 1,0,0
            """)
    void isOpenedAsOnSqlServer(String query, @Nullable String expected) throws SQLException {
        database.run(
                "CREATE TABLE dbo.o (n INT IDENTITY, a NVARCHAR(200) NULL, b NVARCHAR(200) NULL, c NVARCHAR(200) NULL)\nGO\n"
                        + "INSERT INTO dbo.o SELECT " + query);

        assertThat(String.join("; ", database.rows("SELECT a, b, c FROM dbo.o ORDER BY n"))
                        .replace('|', ','))
                .isEqualTo(expected == null ? "" : expected);
    }

    @Test
    void rowsOfJsonChangeATable() throws SQLException {
        database.run("""
                DECLARE @json NVARCHAR(MAX) = N'[{"Id":1,"Info":"new"},{"Id":2,"Info":"none"}]'
                UPDATE T SET [info] = J.[Info] FROM dbo.t T INNER JOIN OPENJSON(@json) WITH (Id INT '$.Id', Info NVARCHAR(50) '$.Info') J ON J.Id = T.id
                INSERT INTO dbo.r SELECT [Info] FROM OPENJSON(@json) WITH ([Info] NVARCHAR(50) '$.Info')
                DELETE FROM dbo.r WHERE v IN (SELECT Info FROM OPENJSON(@json) WITH (Info NVARCHAR(50)) WHERE Info = 'new')
                """);

        assertThat(database.rows("SELECT info FROM dbo.t")).containsExactly("new");
        assertThat(database.rows("SELECT v FROM dbo.r")).containsExactly("none");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            value FROM OPENJSON('{') ~ Msg 13609
            value FROM OPENJSON('5') ~ Msg 13609
            value FROM OPENJSON('{}', 'strict $.a') ~ Msg 13608
            value FROM OPENJSON('{"a":1}', 'strict $.a') ~ Msg 13611
            a FROM OPENJSON('{"b":1}') WITH (a INT 'strict $.a') ~ Msg 13608
            a FROM OPENJSON('{"a":{}}') WITH (a VARCHAR(10) 'strict $.a') ~ Msg 13623
            a FROM OPENJSON('{"a":"long"}') WITH (a VARCHAR(2)) ~ longer than its column
            a FROM OPENJSON('{"a":[]}') WITH (a VARCHAR(20) AS JSON) ~ 13618
            a FROM OPENJSON('{}') WITH (a VARBINARY(10)) ~ needs SQL Server
            JSON_MODIFY('{}', 'strict $.a', 1) ~ Msg 13608
            JSON_MODIFY('{}', '$', 1) ~ Msg 13619
            JSON_MODIFY('{', '$.a', 1) ~ Msg 13609
            JSON_MODIFY('{}', '$.a', GETDATE()) ~ Msg 8116
            JSON_MODIFY('{}', 'append $.a.', 1) ~ Msg 13607
            j.a FROM OPENJSON('[{"a":1}]') WITH (a INT) j RIGHT JOIN dbo.t t ON t.id = j.a ~ RIGHT JOIN behind rows that are computed
            """)
    void isNotOpenedNorChanged(String query, String error) {
        assertThatThrownBy(() -> database.run("INSERT INTO dbo.r SELECT " + query))
                .hasStackTraceContaining(error);
    }
}
