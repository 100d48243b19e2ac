package dev.palindrome.tsql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.H2Faults;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The methods of XML.
 *
 * @see <a href="https://learn.microsoft.com/sql/t-sql/xml/xml-data-type-methods">xml data type methods</a>
 */
class EmbeddedXmlMethodsTest {

    private static EmbeddedDatabase database;
    private static int tables;

    @BeforeAll
    static void open() throws SQLException {
        database = new EmbeddedDatabase();
        database.run("""
                CREATE TABLE dbo.orders (id INT PRIMARY KEY, doc XML NULL);
                INSERT INTO dbo.orders VALUES
                    (1, N'<order day="2024-05-17"><item no="7">Nut &amp; bolt</item><item no="8"> Saw </item></order>'),
                    (2, N'<order/>'), (3, NULL);
                """);
    }

    @AfterAll
    static void close() throws SQLException {
        database.close();
    }

    private static List<String> rows(String query) throws SQLException {
        String table = "dbo.t" + tables++;
        database.run("CREATE VIEW " + table + " AS " + query);
        return database.rows("SELECT * FROM " + table);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "value('(/order/item)[1]', 'NVARCHAR(20)') | Nut & bolt",
                "value('(/order/item/@no)[2]', 'INT') | 8",
                "value('/order[1]/@day', 'DATE') | 2024-05-17",
                "value('count(//item)', 'INT') | 2",
                "value('(/order/item[@no=8]/text())[1]', 'VARCHAR(3)') | ' Sa'",
                "value('string((/order/item)[last()])', 'VARCHAR(9)') | ' Saw '",
                "exist('/order/item[contains(., \"bolt\")]') | 1",
                "exist('/order/item[@no > 8]') | 0",
                "exist('/order/item[fn:contains(., \"bolt\")]') | 1",
                "query('/order/item[@no=\"7\"]') | <item no=\"7\">Nut &amp; bolt</item>",
                "query('/order/item[1]').value('(item/@no)[1]', 'INT') | 7"
            })
    void aPathFindsWhatItFindsInXQuery(String method, String expected) throws SQLException {
        assertThat(rows("SELECT doc." + method + " AS x FROM dbo.orders WHERE id = 1"))
                .containsExactly(expected);
    }

    @Test
    void whatIsNotThereIsNullAndOfNullAllIsNull() throws SQLException {
        assertThat(rows("SELECT id, doc.value('(/order/item)[1]', 'VARCHAR(9)') AS v, doc.exist('/order/item') AS e,"
                        + " doc.query('/order/item') AS q FROM dbo.orders WHERE id > 1"))
                .containsExactly("2|null|0|", "3|null|null|null");
    }

    @Test
    void nodesAreRows() throws SQLException {
        assertThat(rows("""
                SELECT o.id, i.n.value('@no', 'INT') AS no, i.n.value('(../@day)[1]', 'DATE') AS day
                FROM dbo.orders o OUTER APPLY o.doc.nodes('/order/item') AS i(n)""")).containsExactly("1|7|2024-05-17", "1|8|2024-05-17", "2|null|null", "3|null|null");
    }

    @Test
    void aRowThatIsANodeIsThereOrNotAndHasItsPlaceInTheDocument() throws SQLException {
        assertThat(rows("""
                SELECT o.id, CASE WHEN i.n IS NULL THEN 'none' ELSE i.n.value('@no', 'VARCHAR(9)') END AS no,
                    ROW_NUMBER() OVER (PARTITION BY o.id ORDER BY i.n) AS r
                FROM dbo.orders o OUTER APPLY o.doc.nodes('/order/item') AS i(n)
                WHERE i.n IS NOT NULL OR o.id = 2""")).containsExactly("1|7|1", "1|8|2", "2|none|1");
        assertThatThrownBy(
                        () -> rows(
                                "SELECT i.n FROM dbo.orders o CROSS APPLY o.doc.nodes('/order/item') AS i(n) ORDER BY i.n OFFSET 0 ROWS"))
                .hasMessageContaining("error 493");
    }

    @Test
    void aFunctionOfTheUsersMayHaveTheNameOfAMethod() throws SQLException {
        database.run("""
                CREATE SCHEMA app;
                GO
                CREATE FUNCTION app.query (@x INT) RETURNS INT AS BEGIN RETURN @x + 1 END;
                GO
                CREATE FUNCTION app.value (@x NVARCHAR(9), @y INT) RETURNS INT AS BEGIN RETURN LEN(@x) + @y END;
                GO
                CREATE FUNCTION app.exist (@x NVARCHAR(9)) RETURNS INT AS BEGIN RETURN LEN(@x) END;
                """);

        assertThat(rows("SELECT app.query(id) AS q, app.value('abc', 2) AS v, app.exist('ab') AS e,"
                        + " doc.exist('/order') AS x FROM dbo.orders"))
                .containsExactly("2|5|2|1", "3|5|2|1", "4|5|2|null");
    }

    @Test
    void aTextBecomesRows() throws SQLException {
        assertThat(rows("""
                SELECT LTRIM(RTRIM(m.n.value('.[1]', 'VARCHAR(8000)'))) AS part
                FROM (SELECT CAST('<X>' + REPLACE('a, b', ',', '</X><X>') + '</X>' AS XML) AS x) t
                CROSS APPLY x.nodes('/X') m(n)""")).containsExactly("a", "b");
    }

    @Test
    void variablesAreXmlAndPartsOfPaths() throws SQLException {
        database.run("""
                CREATE TABLE dbo.found (id INT, part NVARCHAR(9));
                DECLARE @x XML = N'<r><o id="1"><l>A</l><l>B</l></o><o id="2"/></r>', @i INT = 2;
                INSERT INTO dbo.found
                SELECT o.n.value('@id', 'INT'), l.n.value('text()[1]', 'NVARCHAR(9)')
                FROM @x.nodes('/r/o') AS o(n) OUTER APPLY o.n.nodes('l') AS l(n);
                DECLARE @id INT = @x.value('(/r/o)[sql:variable("@i")][1]/@id', 'INT');
                IF @x.exist('/r/o[@id = sql:variable("@i")]') = 1 INSERT INTO dbo.found (id) VALUES (10 + @id);
                """);

        assertThat(database.rows("SELECT * FROM dbo.found")).containsExactly("1|A", "1|B", "2|null", "12|null");
    }

    @Test
    void aPathTakesNothingThatIsWrittenOtherwiseInXml() {
        assertThatThrownBy(
                        () -> database.run(
                                "DECLARE @b BIT = 1, @x XML = N'<r on=\"1\"/>'; IF @x.exist('/r[@on = sql:variable(\"@b\")]') = 1 PRINT 'on'"))
                .hasMessageContaining("Give it as a text");
    }

    @Test
    void aTableMayHaveTheNameOfAMethod() throws SQLException {
        database.run("""
                CREATE SCHEMA cms;
                GO
                CREATE TABLE cms.nodes (id INT PRIMARY KEY, parent INT REFERENCES cms.nodes (id));
                INSERT INTO cms.nodes (id) VALUES (1);
                INSERT cms.nodes(id, parent) SELECT 2, id FROM cms.nodes;
                """);

        assertThat(database.rows("SELECT id, parent FROM cms.nodes ORDER BY id"))
                .containsExactly("1|null", "2|1");
    }

    @Test
    void changesOfRowsAskThem() throws SQLException {
        database.run("""
                CREATE TABLE dbo.names (id INT, name NVARCHAR(20), doc XML);
                INSERT INTO dbo.names VALUES (1, N'a', N'<n v="x"/>'), (2, N'b', N'<n v="y"/>'), (3, N'c', N'<m/>');
                GO
                UPDATE t SET name = c.n.value('@v', 'NVARCHAR(20)') FROM dbo.names t CROSS APPLY t.doc.nodes('/n') AS c(n);
                DELETE FROM dbo.names WHERE doc.exist('/m') = 1;
                """);

        assertThat(database.rows("SELECT id, name FROM dbo.names")).containsExactly("1|x", "2|y");
    }

    @Test
    void namespacesAreThoseOfThePathOrOfTheStatement() throws SQLException {
        String xml = "CAST('<a xmlns=\"urn:x\"><b>1</b></a>' AS XML)";

        assertThat(rows("SELECT " + xml
                        + ".value('declare default element namespace \"urn:x\"; (/a/b)[1]', 'INT') AS x, "
                        + xml + ".value('declare namespace p=\"urn:x\"; (/p:a/p:b)[1]', 'INT') AS y, " + xml
                        + ".value('(/a/b)[1]', 'INT') AS z"))
                .containsExactly("1|1|null");
        H2Faults.assumeItTakesDomainsInCommonTableExpressions();
        assertThat(rows("WITH XMLNAMESPACES (DEFAULT 'urn:x'), c AS (SELECT " + xml
                        + " AS d) SELECT d.value('(/a/b)[1]', 'INT') AS x FROM c"))
                .containsExactly("1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "doc.value('/order/item', 'INT') | error 2389",
                "doc.value('(/p:a)[1]', 'INT') | error 2229",
                "doc.value('(/order)[1]', id) | error 8172",
                "doc.value('(/order)[1]') | error 174",
                "doc.query('for $i in /order return $i') | XQuery that is more than a path",
                "doc.value('(/order/item[@no < \"a\"])[1]', 'INT') | a comparison in XQuery that XPath makes otherwise",
                "doc.exist('count(/order) = 1') | what is no path",
                "doc.query('count(/order)') | query() of a value",
                "doc.query('data(/order/item)') | query() of a value",
                "doc.exist('/order[. = \"&#32;\"]') | a character by its number",
                "doc.value('(/order/@b)[1]', 'varbinary(9)') | base64"
            })
    void whatMeansSomethingElseIsRefused(String value, String message) {
        assertThatThrownBy(() -> rows("SELECT " + value + " AS x FROM dbo.orders"))
                .hasMessageContaining(message);
    }

    @Test
    void aNodeIsNoValue() {
        assertThatThrownBy(() -> rows("SELECT t.c FROM dbo.orders CROSS APPLY doc.nodes('/order') AS t(c)"))
                .hasMessageContaining("error 493");
    }

    @Test
    void entitiesOfADocumentAreNotRead() {
        assertThatThrownBy(
                        () -> rows("SELECT CAST('<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><a>&e;</a>'"
                                + " AS XML).value('(/a)[1]', 'VARCHAR(99)') AS x"))
                .hasMessageContaining("6359");
    }
}
