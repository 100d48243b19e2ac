package dev.palindrome.tsql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.H2Faults;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Queries in forms that H2 has no words for. */
class EmbeddedQueriesTest {

    private static final String QUERIES = """
            name = expression ~ SELECT total = amount * 2, 'text' = region FROM dbo.o WHERE id = 1 ~ 20|N
            a name as a text ~ SELECT amount * 2 'twice', region "where" FROM dbo.o WHERE id = 1 ~ 20|N
            the list of each row ~ SELECT region, STUFF((SELECT ',' + x.product FROM dbo.o x WHERE x.region = r.region ORDER BY x.id DESC FOR XML PATH('')), 1, 1, '') AS list FROM dbo.r r ~ N|b,a; S|a; E|null
            a list without doubles ~ SELECT STUFF((SELECT DISTINCT ', ' + x.region FROM dbo.o x FOR XML PATH(''), TYPE).value('.', 'NVARCHAR(MAX)'), 1, 2, '') AS list ~ N, S, W
            text in XML ~ SELECT (SELECT ',' + product FROM dbo.o FOR XML PATH('')) AS a, (SELECT ',' + product FROM dbo.o FOR XML PATH(''), TYPE).value('.[1]', 'varchar(max)') AS b ~ ,a,b,a,c&amp;d|,a,b,a,c&d
            elements ~ SELECT (SELECT id, product AS p FROM dbo.o WHERE id > 2 ORDER BY id FOR XML PATH('o'), ROOT('all')) AS x ~ <all><o><id>3</id><p>a</p></o><o><id>4</id><p>c&amp;d</p></o></all>
            rows of XML ~ SELECT (SELECT id, NULLIF(product, 'a') AS p FROM dbo.o WHERE id < 3 ORDER BY id FOR XML RAW) AS a, (SELECT id FROM dbo.o WHERE id < 3 ORDER BY id FOR XML RAW('o'), ROOT('all'), ELEMENTS) AS b, (SELECT id, '"<' AS q FROM dbo.o x WHERE id = 1 FOR XML AUTO) AS c ~ <row id="1"/><row id="2" p="b"/>|<all><o><id>1</id></o><o><id>2</id></o></all>|<x id="1" q="&quot;&lt;"/>
            attributes ~ SELECT (SELECT r.region AS '@id', (SELECT o.id AS [@no], o.product AS [text()] FROM dbo.o o WHERE o.region = r.region ORDER BY o.id FOR XML PATH('o'), TYPE) FROM dbo.r r ORDER BY r.region FOR XML PATH('r'), ROOT('all')) AS x ~ <all><r id="E"/><r id="N"><o no="1">a</o><o no="2">b</o></r><r id="S"><o no="3">a</o></r></all>
            comparisons with an exclamation mark ~ SELECT id FROM dbo.o WHERE id !< 2 AND id !> 3 ~ 2; 3
            SOME ~ SELECT id FROM dbo.o WHERE id > SOME (SELECT x.id FROM dbo.o x WHERE x.id IN (3, 9)) ~ 4
            hints behind an alias ~ SELECT o.id FROM dbo.o o (NOLOCK) JOIN dbo.r AS r (READUNCOMMITTED, ROWLOCK) ON r.region = o.region WHERE o.id = 1 ~ 1
            what ODBC writes in braces ~ SELECT CONVERT(VARCHAR(19), {d '2024-01-02'}, 120) AS d, CONVERT(VARCHAR(19), {ts '2024-01-02 03:04:05'}, 120) AS t, {fn UCASE({fn CONCAT('a', 'b')})} AS u ~ 2024-01-02 00:00:00|2024-01-02 03:04:05|AB
            a series ~ SELECT value FROM GENERATE_SERIES(5, 1, -2) ~ 5; 3; 1
            a series that has no number ~ SELECT value FROM GENERATE_SERIES(1, 0, 2) UNION ALL SELECT 0 ~ 0
            a series of each row ~ SELECT o.id, s.value FROM dbo.o o CROSS APPLY GENERATE_SERIES(2, o.id) s WHERE o.id BETWEEN 2 AND 3 ~ 2|2; 3|2; 3|3
            a median ~ SELECT DISTINCT PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY id) OVER () AS c, PERCENTILE_DISC(0.5) WITHIN GROUP (ORDER BY id DESC) OVER () AS d FROM dbo.o ~ 2.5|3
            about so many ~ SELECT APPROX_COUNT_DISTINCT(product) AS n FROM dbo.o ~ 3
            a column called as ours ~ SELECT t.x, s.value FROM (SELECT 'a,b' AS x) t CROSS APPLY STRING_SPLIT(x, ',') s ~ a,b|a; a,b|b
            JSON ~ SELECT (SELECT id, product AS p, q2 FROM dbo.o ORDER BY id DESC FOR JSON PATH) AS x ~ [{"id":4,"p":"c&d","q2":6},{"id":3,"p":"a","q2":6},{"id":2,"p":"b"},{"id":1,"p":"a","q2":2}]
            times in JSON ~ SELECT (SELECT CAST('2026-01-02T03:04:05.850' AS DATETIME) AS a, CAST('2026-01-02T03:04:05' AS DATETIME) AS b FOR JSON PATH) AS x ~ [{"a":"2026-01-02T03:04:05.850","b":"2026-01-02T03:04:05"}]
            JSON in JSON ~ SELECT (SELECT id, (SELECT r.boss FROM dbo.r r WHERE r.region = o.region FOR JSON PATH) AS bosses FROM dbo.o o WHERE id < 3 ORDER BY id FOR JSON PATH, ROOT('o')) AS j ~ {"o":[{"id":1,"bosses":[{"boss":"Ann"}]},{"id":2,"bosses":[{"boss":"Ann"}]}]}
            JSON of a row around ~ SELECT r.region, (SELECT NULLIF(r.boss, 'Eve') AS b, 1 AS n FOR JSON PATH, WITHOUT_ARRAY_WRAPPER) AS j, (SELECT NULLIF(r.boss, 'Eve') AS b WHERE r.region <> 'S' FOR JSON PATH) AS k FROM dbo.r r WHERE (SELECT r.region AS x FOR JSON PATH) <> '[]' ~ N|{"b":"Ann","n":1}|[{"b":"Ann"}]; S|{"b":"Bob","n":1}|null; E|{"n":1}|[{}]
            JSON of a row around for each row ~ SELECT r.region, (SELECT r.boss AS b FROM dbo.o o WHERE o.region = r.region FOR JSON PATH) AS j FROM dbo.r r ~ N|[{"b":"Ann"},{"b":"Ann"}]; S|[{"b":"Bob"}]; E|null
            rows of nothing but NULL ~ SELECT (SELECT NULLIF(boss, 'Eve') AS b FROM dbo.r ORDER BY region FOR JSON PATH) AS j, (SELECT NULLIF(boss, 'Eve') AS b FROM dbo.r ORDER BY region FOR XML PATH('r')) AS x, (SELECT NULL AS a FOR JSON PATH, WITHOUT_ARRAY_WRAPPER) AS n ~ [{},{"b":"Ann"},{"b":"Bob"}]|<r/><r><b>Ann</b></r><r><b>Bob</b></r>|{}
            JSON that is known to be some ~ SELECT (SELECT JSON_QUERY('[1,2]') AS tags, JSON_QUERY('{"a":{"b":1}}', '$.a') AS a, JSON_QUERY(NULLIF('{}', '{}')) AS n, JSON_QUERY('[3]') + '' AS t FOR JSON PATH) AS j, (SELECT (SELECT 1 AS x FOR JSON PATH) + '' AS t FOR JSON PATH) AS k ~ [{"tags":[1,2],"a":{"b":1},"t":"[3]"}]|[{"t":"[{\\"x\\":1}]"}]
            XML of a row around ~ SELECT r.region, (SELECT NULLIF(r.boss, 'Eve') AS b, r.region AS n FOR XML PATH('r')) AS x, STUFF((SELECT ',' + r.region + NULLIF(r.boss, 'Eve') FOR XML PATH('')), 1, 1, '') AS l FROM dbo.r r ~ N|<r><b>Ann</b><n>N</n></r>|NAnn; S|<r><b>Bob</b><n>S</n></r>|SBob; E|<r><n>E</n></r>|null
            lists of some rows ~ SELECT r.region, STUFF((SELECT TOP 1 ',' + o.product FROM dbo.o o WHERE o.region = r.region ORDER BY o.id DESC FOR XML PATH('')), 1, 1, '') AS first, STUFF((SELECT DISTINCT ',' + o.product FROM dbo.o o WHERE o.region = r.region ORDER BY ',' + o.product DESC FOR XML PATH(''), TYPE).value('.', 'NVARCHAR(MAX)'), 1, 1, '') AS list FROM dbo.r r ~ N|b|b,a; S|a|a; E|null|null
            a list of groups ~ SELECT STUFF((SELECT ',' + QUOTENAME(o.product) FROM dbo.o o GROUP BY o.product ORDER BY MAX(o.id) DESC FOR XML PATH(''), TYPE).value('.', 'NVARCHAR(MAX)'), 1, 1, '') AS list ~ [c&d],[a],[b]
            all columns and sums in JSON ~ SELECT (SELECT * FROM dbo.r WHERE region = 'S' FOR JSON PATH) AS a, (SELECT COUNT(*) AS n FROM dbo.r FOR JSON PATH, WITHOUT_ARRAY_WRAPPER) AS n, (SELECT region, SUM(amount) AS s FROM dbo.o GROUP BY region ORDER BY s FOR JSON PATH) AS g ~ [{"region":"S","boss":"Bob"}]|{"n":3}|[{"region":"S","s":5},{"region":"W","s":7},{"region":"N","s":30}]
            values of groups ~ SELECT 'r' + LOWER(o.region) AS r, COUNT(*) + LEN(UPPER(o.product)) AS n, (SELECT MAX(r.boss) FROM dbo.r r WHERE r.region = o.region) AS boss FROM dbo.o o GROUP BY o.region, LOWER(region), UPPER(product) HAVING LEN(LOWER(o.region)) = 1 AND SUM(amount) > 5 ~ rn|2|Ann; rn|2|Ann; rw|4|null
            groups in another order ~ SELECT TOP 2 amount / 10 AS tens, COUNT(*) AS n FROM dbo.o GROUP BY amount / 10 ORDER BY amount / 10 * -1, n ~ 2|1; 1|1
            a query that names the table around both ~ SELECT r.region, (SELECT SUM(q.amount) FROM (SELECT TOP 2 o.amount FROM dbo.o o WHERE o.region = r.region ORDER BY o.id) q) AS s FROM dbo.r r WHERE EXISTS (SELECT 1 FROM (SELECT region FROM dbo.o WHERE region = r.region GROUP BY region) g) ~ N|30; S|5
            case of literals ~ SELECT (SELECT COUNT(*) FROM (SELECT DISTINCT v FROM (VALUES ('a'), ('A')) q(v)) d) AS d, (SELECT COUNT(*) FROM (SELECT 'a' AS k UNION SELECT 'A') u) AS u, (SELECT COUNT(*) FROM dbo.r WHERE CASE WHEN boss = 'Eve' THEN 'y' ELSE 'n' END = 'Y') AS c, (SELECT COUNT(*) FROM (SELECT 'a' AS k) x WHERE x.k = 'A') AS w ~ 1|1|1|1
            case of literals in APPLY of VALUES ~ SELECT o.id, (SELECT COUNT(*) FROM (VALUES ('q1', o.q1), ('q2', o.q2)) w(k, z) WHERE w.k = 'Q2' AND w.z = v.val) AS n FROM dbo.o o CROSS APPLY (VALUES ('q1', o.q1), ('q2', o.q2)) AS v(name, val) WHERE v.name = 'Q1' AND v.val > 4 ~ 3|0; 4|0
            case of choices within one ~ SELECT COUNT(*) AS n FROM dbo.r WHERE (CASE WHEN boss = 'Eve' THEN ('y') ELSE CASE region WHEN 'N' THEN ('n') END END) = 'Y' ~ 1
            case of joined texts ~ SELECT MIN(x.t + '-') AS t, COUNT(*) AS n, COUNT(DISTINCT x.t + 'x') AS d FROM (VALUES ('b'), ('B'), ('C')) x(t) GROUP BY x.t + '-' HAVING COUNT(*) > 1 ~ b-|2|1
            case of choices and parts ~ SELECT (SELECT COUNT(*) FROM dbo.r WHERE IIF(boss = 'Eve', 'y', 'n') = 'Y') AS i, (SELECT COUNT(*) FROM dbo.r WHERE CHOOSE(LEN(boss), 'a', 'b', 'c') = 'C') AS c, (SELECT COUNT(*) FROM STRING_SPLIT('a,A,b', ',') WHERE value = 'A') AS s, (SELECT COUNT(*) FROM dbo.r WHERE 'ANN,x' LIKE boss + '%') AS l ~ 1|3|2|1
            bits beside numbers ~ SELECT COUNT(NULLIF(b, 0)) AS n, SUM(CASE WHEN b > 0 AND 1 <= b THEN 1 ELSE 0 END) AS g FROM (SELECT CAST(id % 2 AS BIT) AS b FROM dbo.o) q ~ 2|2
            a moment of minutes ~ SELECT CASE WHEN DATEADD(second, 29, d) = d AND DATEADD(second, 30, d) > d THEN 1 ELSE 0 END AS x FROM (SELECT CAST('20240101' AS SMALLDATETIME) AS d) q ~ 1
            PIVOT ~ SELECT region, a, b FROM (SELECT region, product, amount FROM dbo.o) AS s PIVOT (SUM(amount) FOR product IN ([a], [b])) AS p ~ N|10|20; S|5|null; W|null|null
            PIVOT of a table ~ SELECT region, a, b FROM dbo.o PIVOT (SUM(amount) FOR product IN ([a], [b])) AS p ~ N|10|null; N|null|20; S|5|null; W|null|null
            HAVING in common table expressions ~ WITH s AS (SELECT region, SUM(amount) AS total FROM dbo.o GROUP BY region HAVING COUNT(DISTINCT product) > 1 OR SUM(amount) = 7), u (r, n) AS (SELECT region, COUNT(*) FROM dbo.o GROUP BY region HAVING region <> 'S') SELECT s.region, s.total, u.n FROM s JOIN u ON u.r = s.region WHERE s.total / 2.0 > 3 ~ N|30|2; W|7|1
            PIVOT of a common table expression ~ WITH s AS (SELECT region, product, amount FROM dbo.o) SELECT * FROM s PIVOT (COUNT(amount) FOR product IN (a, b)) p ~ N|1|1; S|1|0; W|0|0
            UNPIVOT ~ SELECT id, quarter, value FROM dbo.o UNPIVOT (value FOR quarter IN (q1, q2)) AS u ~ 1|q1|1; 2|q1|3; 3|q1|5; 4|q1|5; 1|q2|2; 3|q2|6; 4|q2|6
            ROLLUP ~ SELECT region, product, SUM(amount) AS total, GROUPING(product) AS g FROM dbo.o GROUP BY ROLLUP (region, product) ~ N|a|10|0; N|b|20|0; S|a|5|0; W|c&d|7|0; N|null|30|1; S|null|5|1; W|null|7|1; null|null|42|1
            ROLLUP of nothing that is summed up ~ WITH c AS (SELECT a.region FROM dbo.o a GROUP BY ROLLUP(a.region)) SELECT * FROM c ~ N; S; W; null
            CUBE as it was ~ SELECT CASE WHEN GROUPING(region) = 1 THEN 'Total' ELSE region END AS r, SUM(amount) s FROM dbo.o GROUP BY region WITH CUBE ~ N|30; S|5; W|7; Total|42
            GROUPING SETS ~ SELECT ISNULL(region, 'all') AS region, COUNT(*) c FROM dbo.o GROUP BY GROUPING SETS ((region), ()) HAVING COUNT(*) > 1 ~ N|2; all|4
            FULL JOIN ~ SELECT o.id, r.region, r.boss FROM dbo.o o FULL OUTER JOIN dbo.r r ON r.region = o.region ~ 1|N|Ann; 2|N|Ann; 3|S|Bob; 4|null|null; null|E|Eve
            FULL JOIN of a query and others ~ SELECT a.region FROM dbo.r a FULL JOIN (SELECT region FROM dbo.o WHERE id > 2) b ON a.region = b.region LEFT JOIN dbo.o c ON c.region = COALESCE(a.region, b.region) ~ N; N; S; E; null
            sums of a series ~ WITH n AS (SELECT 1 AS i, 1 AS s UNION ALL SELECT i + 1, s + i + 1 FROM n WHERE i < 4) SELECT MAX(s) AS s FROM n ~ 10
            halves of a series ~ WITH n (i, s) AS (SELECT 1, 9 UNION ALL SELECT r.i + r.i, r.s / r.i FROM n r WHERE r.i < 4) SELECT s FROM n WHERE i = 4 ~ 4
            a series ~ WITH n AS (SELECT 1 AS i UNION ALL SELECT i + 1 FROM n WHERE i < 101) SELECT COUNT(*) AS c, MAX(i) AS m FROM n ~ 101|101
            a hierarchy ~ WITH h (id, parent, path, depth) AS (SELECT id, parent, CAST(product AS VARCHAR(100)), 0 FROM dbo.o WHERE parent IS NULL UNION ALL SELECT o.id, o.parent, CAST(h.path + '/' + o.product AS VARCHAR(100)), h.depth + 1 FROM dbo.o o INNER JOIN h ON h.id = o.parent) SELECT id, path, depth FROM h ~ 1|a|0; 2|a/b|1; 4|a/c&d|1; 3|a/b/a|2
            a hierarchy behind a comma ~ WITH c AS (SELECT id, parent FROM dbo.o WHERE parent IS NULL UNION ALL SELECT x.id, x.parent FROM dbo.o x, c WHERE x.parent = c.id), d AS (SELECT COUNT(*) AS n FROM c) SELECT n FROM d ~ 4
            APPLY of VALUES ~ SELECT o.id, v.name, v.val FROM dbo.o o CROSS APPLY (VALUES ('q1', o.q1), ('q2', o.q2)) AS v(name, val) WHERE v.val > 4 ~ 3|q1|5; 4|q1|5; 3|q2|6; 4|q2|6
            the parts of a text ~ SELECT o.id, s.value FROM dbo.o o CROSS APPLY STRING_SPLIT(o.tags, ',') s ~ 1|x; 2|z; 4|; 1|y
            the parts of a text, or none ~ SELECT o.id, value FROM dbo.o o OUTER APPLY STRING_SPLIT(o.tags, ',') ~ 1|x; 2|z; 3|null; 4|; 1|y
            the parts of a text that is there ~ SELECT id FROM dbo.o WHERE region IN (SELECT value FROM STRING_SPLIT('N,W', ',')) ~ 1; 2; 4
            numbered parts ~ SELECT o.id, t.value, t.ordinal FROM dbo.o o CROSS APPLY STRING_SPLIT(o.tags, ',', 1) AS t WHERE t.ordinal = 2 ~ 1|y|2
            the first row of each ~ SELECT r.region, x.id, x.amount FROM dbo.r r OUTER APPLY (SELECT TOP 1 o.id, o.amount FROM dbo.o o WHERE o.region = r.region ORDER BY o.amount DESC) x ~ N|2|20; S|3|5; E|null|null
            the first row of those that have one ~ SELECT r.region, x.id FROM dbo.r r CROSS APPLY (SELECT TOP (1) o.id FROM dbo.o o WHERE o.region = r.region ORDER BY o.amount DESC) x ~ N|2; S|3
            the first rows of each ~ SELECT r.region, x.id FROM dbo.r r OUTER APPLY (SELECT TOP (2) o.id, o.amount FROM dbo.o o WHERE o.region = r.region AND r.boss <> 'Zoe' ORDER BY o.amount DESC) x ~ N|2; N|1; S|3; E|null
            rows of each behind others ~ SELECT r.region, x.id FROM dbo.r r CROSS APPLY (SELECT id FROM dbo.o WHERE region = r.region ORDER BY id OFFSET 1 ROWS FETCH NEXT 5 ROWS ONLY) x ~ N|2
            rows that are alike ~ SELECT r.region, x.p FROM dbo.r r CROSS APPLY (SELECT TOP 1 WITH TIES o.product AS p FROM dbo.o o WHERE o.region = r.region ORDER BY o.parent) x ~ N|a; S|a
            the whole first row of each ~ SELECT r.boss, x.id, x.product FROM dbo.r r CROSS APPLY (SELECT TOP 1 * FROM dbo.o o WHERE r.region = o.region ORDER BY o.id DESC) x ~ Ann|2|b; Bob|3|a
            groups of each ~ SELECT r.region, x.product, x.n FROM dbo.r r CROSS APPLY (SELECT TOP 1 o.product, COUNT(*) AS n FROM dbo.o o WHERE o.region = r.region GROUP BY o.product ORDER BY COUNT(*), o.product DESC) x ~ N|b|1; S|a|1
            other values of each ~ SELECT r.region, x.p FROM dbo.r r OUTER APPLY (SELECT DISTINCT TOP 1 o.product AS p FROM dbo.o o WHERE o.region = r.region ORDER BY p DESC) x ~ N|b; S|a; E|null
            numbers for each ~ SELECT r.region, x.id FROM dbo.r r CROSS APPLY (SELECT o.id, ROW_NUMBER() OVER (ORDER BY o.amount DESC) AS n FROM dbo.o o WHERE o.region = r.region) x WHERE x.n = 1 ~ N|2; S|3
            several queries for each ~ SELECT r.region, x.id FROM dbo.r r CROSS APPLY (SELECT o.id FROM dbo.o o WHERE o.region = r.region AND o.id < 2 UNION ALL SELECT o.id * 10 FROM dbo.o o WHERE o.region = r.region AND o.id > 2) x ~ N|1; S|30
            values of some ~ SELECT r.region, x.b FROM dbo.r r OUTER APPLY (SELECT r.boss AS b WHERE r.region = 'N') x ~ N|Ann; S|null; E|null
            all columns in their order ~ SELECT * FROM (SELECT region FROM dbo.r) r CROSS APPLY (SELECT TOP 1 o.id, o.amount FROM dbo.o o WHERE o.region = r.region ORDER BY o.id) x JOIN (SELECT region AS q, boss FROM dbo.r) y ON y.q = r.region ~ N|1|10|N|Ann; S|3|5|S|Bob
            the sum of each ~ SELECT r.region, x.n, x.total FROM dbo.r r CROSS APPLY (SELECT COUNT(*) AS n, SUM(o.amount) AS total FROM dbo.o o WHERE o.region = r.region) x ~ N|2|30; S|1|5; E|0|null
            values made of values ~ SELECT r.*, c.twice, d.more FROM dbo.r r CROSS APPLY (SELECT r.boss + r.boss AS twice) c CROSS APPLY (SELECT c.twice + '!' AS more) d WHERE d.more LIKE 'A%' ~ N|Ann|AnnAnn|AnnAnn!
            all columns ~ SELECT * FROM dbo.r CROSS APPLY (SELECT LEN(boss) AS n) x ~ N|Ann|3; S|Bob|3; E|Eve|3
            the rows of each ~ SELECT r.region, x.id FROM dbo.r r OUTER APPLY (SELECT o.id, o.region FROM dbo.o o WHERE o.region = r.region) x ~ N|1; N|2; S|3; E|null
            an UNION of several types ~ SELECT q.id FROM (SELECT id FROM dbo.o UNION ALL SELECT 2.5) q ~ 1.0; 2.0; 3.0; 4.0; 2.5
            comparisons with all and any ~ SELECT id FROM dbo.o WHERE amount >= ALL (SELECT amount FROM dbo.o) OR amount < ANY (SELECT q2 FROM dbo.o) ~ 2; 3
            a window of one name in a query and around it ~ SELECT id, n, SUM(amount) OVER w AS total FROM (SELECT id, amount, COUNT(*) OVER w AS n FROM dbo.o WINDOW w AS (PARTITION BY region)) x WINDOW w AS (ORDER BY id) ~ 1|2|10; 2|2|30; 3|1|35; 4|1|42
            a named window ~ SELECT id, SUM(amount) OVER w AS total, COUNT(*) OVER (v ORDER BY id) AS c FROM dbo.o WINDOW w AS (v ORDER BY id), v AS (PARTITION BY region) ~ 1|10|1; 2|30|2; 3|5|1; 4|7|1
            values that are there ~ SELECT id, LAST_VALUE(q2) IGNORE NULLS OVER (ORDER BY id) AS l, LAG(q2) IGNORE NULLS OVER (ORDER BY id) AS b, FIRST_VALUE(q2) RESPECT NULLS OVER (ORDER BY id DESC) AS f FROM dbo.o ~ 1|2|null|6; 2|2|2|6; 3|6|2|6; 4|6|6|6
            texts of nothing ~ SELECT q.id FROM (SELECT id FROM dbo.o WHERE tags = '' OR '' <> product AND tags IN ('')) q ~ 4
            what is text, or is not ~ SELECT CASE WHEN tags = '' THEN 'none' ELSE tags END AS x, COUNT(*) AS n FROM dbo.o GROUP BY CASE WHEN tags = '' THEN 'none' ELSE tags END ~ none|1; x,y|1; z|1; null|1
            what only one has ~ SELECT region FROM dbo.o EXCEPT SELECT region FROM dbo.r ~ W
            """;

    private EmbeddedDatabase database;

    @BeforeEach
    void open() throws SQLException {
        database = new EmbeddedDatabase();
        database.run(
                "CREATE TABLE dbo.o (id INT NOT NULL, region VARCHAR(10) NULL, product VARCHAR(10) NULL, amount INT NULL,"
                        + " q1 INT NULL, q2 INT NULL, tags VARCHAR(50) NULL, parent INT NULL)\n"
                        + "INSERT INTO dbo.o VALUES (1, 'N', 'a', 10, 1, 2, 'x,y', NULL), (2, 'N', 'b', 20, 3, NULL, 'z', 1),"
                        + " (3, 'S', 'a', 5, 5, 6, NULL, 2), (4, 'W', 'c&d', 7, 5, 6, '', 1)\n"
                        + "CREATE TABLE dbo.r (region VARCHAR(10) NOT NULL, boss VARCHAR(10) NULL)\n"
                        + "INSERT INTO dbo.r VALUES ('N', 'Ann'), ('S', 'Bob'), ('E', 'Eve')");
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = QUERIES)
    void standInViews(String name, String query, String expected) throws SQLException {
        database.run("CREATE VIEW dbo.v AS " + query);

        assertThat(database.rows("SELECT * FROM dbo.v"))
                .as(name)
                .containsExactlyInAnyOrderElementsOf(List.of(expected.split("; ", -1)));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = QUERIES)
    void fillTables(String name, String query, String expected) throws SQLException {
        String into = query.startsWith("WITH")
                ? query.replaceFirst("(?s)\\) SELECT (?!.*\\) SELECT )", ") INSERT INTO dbo.log SELECT ")
                : "INSERT INTO dbo.log " + query;
        int columns = expected.split("; ", -1)[0].split("\\|", -1).length;
        StringBuilder table = new StringBuilder("CREATE TABLE dbo.log (");
        for (int i = 0; i < columns; i++) {
            table.append(i > 0 ? ", " : "").append("c").append(i).append(" NVARCHAR(200) NULL");
        }
        database.run(table + ")");

        database.run(into);

        assertThat(database.rows("SELECT * FROM dbo.log"))
                .as(name)
                .containsExactlyInAnyOrderElementsOf(List.of(expected.split("; ", -1)));
    }

    @Test
    void endWhereTheyReadFromThemselvesTooOften() throws SQLException {
        database.run("CREATE VIEW dbo.v AS WITH n AS (SELECT 1 AS i UNION ALL SELECT i + 1 FROM n) SELECT i FROM n");

        assertThatThrownBy(() -> database.rows("SELECT * FROM dbo.v"))
                .hasMessageContaining(
                        "Msg 530: The statement terminated. The maximum recursion 100 has been exhausted");
        H2Faults.assumeItReadsCommonTableExpressionsThatReadFromThemselves();
        database.run("WITH n AS (SELECT 1 AS i UNION ALL SELECT i + 1 FROM n WHERE i < 200) INSERT INTO dbo.o (id)"
                + " SELECT i + 1000 FROM n OPTION (MAXRECURSION 200)");
        assertThat(database.rows("SELECT COUNT(*) FROM dbo.o")).containsExactly("204");
    }

    @Test
    void makeJsonOfTheRowThatIsChanged() throws SQLException {
        database.run(
                "UPDATE a SET boss = (SELECT a.region AS r FOR JSON PATH, WITHOUT_ARRAY_WRAPPER) FROM dbo.r a;\n"
                        + "INSERT INTO dbo.r (region, boss) SELECT 'J', (SELECT o.id AS i FOR JSON PATH) FROM dbo.o o WHERE o.id = 1;");

        assertThat(database.rows("SELECT boss FROM dbo.r ORDER BY region"))
                .containsExactly("{\"r\":\"E\"}", "[{\"i\":1}]", "{\"r\":\"N\"}", "{\"r\":\"S\"}");
    }

    @Test
    void areRunThoughNobodyReadsThem() throws SQLException {
        database.run(
                "SELECT TOP 1 * FROM dbo.o ORDER BY id FOR JSON AUTO\nSELECT region FROM dbo.o GROUP BY region FOR XML RAW");

        assertThat(database.rows("SELECT COUNT(*) FROM dbo.o")).containsExactly("4");
    }

    @Test
    void leaveOutAsManyRowsAsIsComputed() throws SQLException {
        database.run(
                "DECLARE @n INT = 1\n"
                        + "CREATE TABLE dbo.middle (id INT)\nINSERT INTO dbo.middle SELECT id FROM dbo.o ORDER BY id OFFSET @n ROWS FETCH NEXT (SELECT COUNT(*) FROM dbo.r) - @n ROWS ONLY");

        assertThat(database.rows("SELECT id FROM dbo.middle")).containsExactly("2", "3");
    }

    @Test
    void areAppliedInChanges() throws SQLException {
        database.run("""
                UPDATE r SET r.boss = x.product + '!' FROM dbo.r r CROSS APPLY (SELECT TOP 1 o.product FROM dbo.o o WHERE o.region = r.region ORDER BY o.id DESC) x
                UPDATE r SET boss = x.n FROM dbo.r AS r OUTER APPLY (SELECT COUNT(*) AS n FROM dbo.o o WHERE o.region = r.region) x WHERE x.n = 0
                DELETE o FROM dbo.o o CROSS APPLY (SELECT MAX(p.id) AS last FROM dbo.o p WHERE p.region = o.region) x WHERE x.last > o.id
                """);

        assertThat(database.rows("SELECT region, boss FROM dbo.r")).containsExactly("N|b!", "S|a!", "E|0");
        assertThat(database.rows("SELECT id FROM dbo.o")).containsExactly("2", "3", "4");
    }

    @Test
    void askTheCatalogueInChanges() throws SQLException {
        database.run("""
                CREATE TABLE dbo.names (name NVARCHAR(128) NULL, id INT NULL)
                GO
                INSERT INTO dbo.names SELECT t.name, OBJECT_ID(t.name) - t.object_id FROM sys.tables t JOIN sys.columns c ON c.object_id = t.object_id WHERE c.name = 'boss'
                INSERT INTO dbo.names (name) VALUES (SCHEMA_NAME(1))
                INSERT INTO dbo.names (name, id) SELECT name, 5 FROM sysobjects WHERE xtype = 'U' AND name = 'o'
                UPDATE dbo.names SET id = (SELECT COUNT(*) FROM sys.tables) WHERE name = 'dbo'
                DELETE FROM dbo.names WHERE name IN (SELECT TABLE_NAME FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_NAME = 'o')
                """);

        assertThat(database.rows("SELECT * FROM dbo.names")).containsExactly("r|0", "dbo|3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sysobjects", "sys.objects"})
    void aViewAsksNoSystemView(String source) {
        assertThatThrownBy(() -> database.run("EXEC ('CREATE VIEW dbo.v AS SELECT name FROM " + source + "')"))
                .hasMessageContaining("needs SQL Server (a view of a system view)");
    }

    @Test
    void standInConditions() throws SQLException {
        database.run("IF EXISTS (SELECT 1 FROM dbo.o CROSS APPLY STRING_SPLIT(tags, ',') s WHERE s.value = 'y')"
                + " UPDATE dbo.r SET boss = 'Amy' WHERE region = 'N'");

        assertThat(database.rows("SELECT boss FROM dbo.r WHERE region = 'N'")).containsExactly("Amy");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            SELECT x.id FROM dbo.r r CROSS APPLY dbo.f(r.region) x ~ error 208: there is no function dbo.f that gives rows
            SELECT x.id FROM dbo.r r CROSS APPLY (SELECT TOP 2 o.id FROM dbo.o o WHERE o.region > r.region ORDER BY o.id) x ~ APPLY of a query that is computed for each row
            SELECT (SELECT id AS [a/b] FROM dbo.o FOR XML PATH('o')) AS x ~ FOR XML PATH with the column a/b
            SELECT (SELECT product, id AS [@id] FROM dbo.o FOR XML PATH('o')) AS x ~ error 6852
            SELECT (SELECT id AS [@id] FROM dbo.o FOR XML PATH('')) AS x ~ error 6864
            SELECT (SELECT id + 1 FROM dbo.o FOR XML RAW) AS x ~ error 6809
            SELECT {t '03:04:05'} AS x ~ what is in braces as ODBC writes it: t
            SELECT value FROM GENERATE_SERIES(0.5, 2, 0.5) ~ GENERATE_SERIES of decimals
            SELECT (SELECT 1 AS Tag, NULL AS Parent, id AS [o!1!id] FROM dbo.o FOR XML EXPLICIT) AS x ~ FOR XML EXPLICIT
            SELECT (SELECT * FROM dbo.o JOIN dbo.r ON 1 = 1 FOR JSON PATH) AS x ~ FOR XML or FOR JSON of all columns
            SELECT (SELECT DISTINCT product AS p FROM dbo.o ORDER BY id FOR JSON PATH) AS x ~ error 145
            SELECT (SELECT MAX(q.id) FROM (SELECT o.id FROM dbo.o o WHERE o.region > r.region) q) AS x FROM dbo.r r ~ a query in FROM that names a column of the query around both
            SELECT (SELECT id + 1 FROM dbo.o FOR JSON PATH) AS x ~ error 13605
            SELECT region FROM dbo.o GROUP BY ROLLUP (region) ORDER BY GROUPING(region) ~ ORDER BY an expression behind ROLLUP
            """)
    void areRefused(String query, String expected) {
        assertThatThrownBy(() -> database.run("INSERT INTO dbo.r (region) " + query))
                .hasMessageContaining(expected);
    }

    @Test
    void readsFromItselfWhatBeginsWithAStar() throws SQLException {
        H2Faults.assumeItReadsCommonTableExpressionsThatReadFromThemselves();
        database.run("""
                CREATE TABLE dbo.parts (id INT NOT NULL, parent INT NULL, name NVARCHAR(20) NOT NULL);
                INSERT INTO dbo.parts VALUES (1, NULL, N'a'), (2, 1, N'b'), (3, 2, N'c');
                GO
                CREATE VIEW dbo.tree AS WITH t AS (SELECT * FROM dbo.parts WHERE parent IS NULL
                    UNION ALL SELECT p.* FROM dbo.parts AS p INNER JOIN t ON p.parent = t.id) SELECT t.id, t.name FROM t
                GO
                DECLARE @n INT;
                WITH t AS (SELECT *, 1 AS depth FROM dbo.parts WHERE parent IS NULL
                    UNION ALL SELECT p.*, t.depth + 1 FROM dbo.parts AS p INNER JOIN t ON p.parent = t.id)
                SELECT @n = MAX(depth) FROM t;
                INSERT INTO dbo.parts VALUES (10 + @n, NULL, N'd')
                """);

        assertThat(database.rows("SELECT id, name FROM dbo.tree ORDER BY id"))
                .containsExactly("1|a", "2|b", "3|c", "13|d");
    }
}
