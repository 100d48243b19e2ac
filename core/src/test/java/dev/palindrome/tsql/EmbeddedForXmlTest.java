package dev.palindrome.tsql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * XML within FOR XML, and texts that become XML.
 *
 * @see <a href="https://learn.microsoft.com/sql/relational-databases/xml/for-xml-support-for-the-xml-data-type">FOR XML and the
 *     type xml</a>
 */
class EmbeddedForXmlTest {

    private static EmbeddedDatabase database;

    @BeforeAll
    static void open() throws SQLException {
        database = new EmbeddedDatabase();
        database.run("""
                CREATE TABLE dbo.t (id INT PRIMARY KEY, v VARCHAR(10) NULL, x XML NULL);
                INSERT INTO dbo.t VALUES (1, 'a<c', '<a>1</a>'), (2, 'b', NULL);
                CREATE TABLE dbo.found (v NVARCHAR(MAX) NULL, x XML NULL);
                """);
    }

    @AfterAll
    static void close() throws SQLException {
        database.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SELECT id, (SELECT id FROM dbo.t FOR XML PATH('q')) FROM dbo.t WHERE id = 1 FOR XML PATH('p') | <p><id>1</id>&lt;q&gt;&lt;id&gt;1&lt;/id&gt;&lt;/q&gt;&lt;q&gt;&lt;id&gt;2&lt;/id&gt;&lt;/q&gt;</p>
            SELECT (SELECT id FROM dbo.t FOR XML PATH('q')) AS s FROM dbo.t WHERE id = 1 FOR XML PATH('p') | <p><s>&lt;q&gt;&lt;id&gt;1&lt;/id&gt;&lt;/q&gt;&lt;q&gt;&lt;id&gt;2&lt;/id&gt;&lt;/q&gt;</s></p>
            SELECT (SELECT q.id FROM dbo.t q WHERE q.id = t.id FOR XML PATH('q'), TYPE) AS s FROM dbo.t FOR XML PATH('p'), ROOT('r') | <r><p><s><q><id>1</id></q></s></p><p><s><q><id>2</id></q></s></p></r>
            SELECT (SELECT id FROM dbo.t FOR XML PATH('q'), TYPE) FROM dbo.t WHERE id = 1 FOR XML PATH('p') | <p><q><id>1</id></q><q><id>2</id></q></p>
            SELECT id, (SELECT id FROM dbo.t WHERE id = 2 FOR XML RAW) AS s FROM dbo.t WHERE id = 1 FOR XML RAW | <row id="1" s="&lt;row id=&quot;2&quot;/&gt;"/>
            SELECT id, (SELECT id FROM dbo.t WHERE id = 2 FOR XML RAW, TYPE) AS s FROM dbo.t WHERE id = 1 FOR XML RAW | <row id="1"><s><row id="2"/></s></row>
            SELECT id, (SELECT id FROM dbo.t WHERE id = 2 FOR XML RAW, TYPE) FROM dbo.t WHERE id = 1 FOR XML RAW | <row id="1"><row id="2"/></row>
            SELECT v, x FROM dbo.t FOR XML PATH | <row><v>a&lt;c</v><x><a>1</a></x></row><row><v>b</v></row>
            SELECT id, x FROM dbo.t FOR XML RAW | <row id="1"><x><a>1</a></x></row><row id="2"/>
            SELECT id, x FROM dbo.t FOR XML RAW, ELEMENTS | <row><id>1</id><x><a>1</a></x></row><row><id>2</id></row>
            SELECT x, id FROM dbo.t q FOR XML AUTO | <q id="1"><x><a>1</a></x></q><q id="2"/>
            SELECT x AS y FROM (SELECT TOP 1 x FROM dbo.t ORDER BY id) q FOR XML AUTO | <q><y><a>1</a></y></q>
            SELECT id, CAST('<b/>' AS XML) FROM dbo.t WHERE id = 1 FOR XML PATH | <row><id>1</id><b/></row>
            SELECT CONVERT(XML, '<b/>') AS y FROM dbo.t WHERE id = 1 FOR XML RAW | <row><y><b/></y></row>
            SELECT x.query('/a') AS q FROM dbo.t FOR XML PATH | <row><q><a>1</a></q></row><row/>
            SELECT x.query('/a') FROM dbo.t FOR XML RAW | <row><a>1</a></row><row/>
            SELECT x.value('(/a)[1]', 'INT') AS q FROM dbo.t FOR XML RAW | <row q="1"/><row/>
            """)
    void xmlGoesInAsItIsAndEverythingElseAsText(String query, String expected) throws SQLException {
        database.run("DELETE dbo.found; INSERT INTO dbo.found (v) SELECT (" + query + ")");

        assertThat(database.rows("SELECT v FROM dbo.found")).containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DECLARE @x XML = '<a/>'; INSERT dbo.found (v) SELECT (SELECT @x AS c FOR XML PATH('')) | <c><a/></c>/null
            DECLARE @x XML; SET @x = (SELECT id FROM dbo.t FOR XML RAW, TYPE); INSERT dbo.found (x) VALUES (@x) | null/<row id="1"/><row id="2"/>
            DECLARE @x XML; SET @x = (SELECT id FROM dbo.t FOR XML RAW); INSERT dbo.found (x) VALUES (@x) | null/<row id="1"/><row id="2"/>
            INSERT dbo.found (x) VALUES (N'<?xml version="1.0"?><a b="1">x</a><c/>') | null/<a b="1">x</a><c/>
            INSERT dbo.found (x) VALUES ('no element'), (NULL) | null/no element,null/null
            INSERT dbo.found (x) SELECT TRY_CAST(v AS XML) FROM dbo.t | null/null,null/b
            INSERT dbo.found (x) SELECT TRY_CONVERT(XML, '<a>') | null/null
            INSERT dbo.found (x) SELECT ISNULL(x, '<none/>') FROM dbo.t | null/<a>1</a>,null/<none/>
            INSERT dbo.found (x) SELECT CASE WHEN id = 1 THEN x ELSE '<none/>' END FROM dbo.t | null/<a>1</a>,null/<none/>
            INSERT dbo.found (v) SELECT CONVERT(NVARCHAR(MAX), x) FROM dbo.t | <a>1</a>/null,null/null
            """)
    void textsBecomeXml(String script, String expected) throws SQLException {
        database.run("DELETE dbo.found; " + script);

        assertThat(String.join(",", database.rows("SELECT v || '', x || '' FROM dbo.found"))
                        .replace("|", "/"))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            INSERT dbo.found (x) VALUES ('<a>')                    | 9400
            INSERT dbo.found VALUES ('v', '<a>')                   | 9400
            INSERT dbo.found (x) SELECT v FROM dbo.t               | 9400
            INSERT dbo.found (x) SELECT CAST('<a></b>' AS XML)     | 9436
            INSERT dbo.found (x) SELECT CONVERT(XML, v + '') FROM dbo.t | 9400
            INSERT dbo.found (x) SELECT COALESCE(x, '<a') FROM dbo.t | 9400
            UPDATE dbo.t SET x = '<b'                              | 9400
            UPDATE dbo.t SET x = v                                 | 9400
            MERGE dbo.found USING (SELECT 1 AS id) s ON 1 = 0 WHEN NOT MATCHED THEN INSERT (x) VALUES ('<q'); | 9400
            DECLARE @x XML = '<a>'                                 | 9400
            DECLARE @x XML; SET @x = 'a & b'                       | 9421
            DECLARE @x XML; SELECT @x = v FROM dbo.t WHERE id = 1  | 9400
            INSERT dbo.found (v) SELECT x FROM dbo.t               | 257
            INSERT dbo.found (v) SELECT (SELECT id FROM dbo.t FOR XML PATH, TYPE) | 257
            INSERT dbo.found (x) SELECT id FROM dbo.t              | 206
            INSERT dbo.found (v) SELECT (SELECT v + 'x' FROM dbo.t FOR XML RAW) | 6809
            """)
    void areErrors(String script, String error) {
        assertThatThrownBy(() -> database.run(script)).hasMessageContaining(error);
    }
}
