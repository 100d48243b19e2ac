package dev.palindrome.tsql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Changes of rows in forms that H2 has no words for. */
class EmbeddedChangesTest {

    private EmbeddedDatabase database;

    @BeforeEach
    void open() throws SQLException {
        database = new EmbeddedDatabase();
        database.run("CREATE TABLE dbo.t (id INT IDENTITY(1,1) NOT NULL PRIMARY KEY, a INT NULL, s VARCHAR(10) NULL)\n"
                + "CREATE TABLE dbo.u (tid INT NOT NULL, v INT NULL)\n"
                + "CREATE TABLE dbo.w (v INT NOT NULL, name VARCHAR(10) NULL)\n"
                + "CREATE TABLE dbo.log (id INT NULL, old VARCHAR(10) NULL, new VARCHAR(10) NULL)\n"
                + "INSERT INTO dbo.t (a, s) VALUES (1, 'x'), (2, 'x'), (3, 'y')\n"
                + "INSERT INTO dbo.u VALUES (1, 10), (2, 20), (2, 20), (9, 90)\n"
                + "INSERT INTO dbo.w VALUES (10, 'ten'), (20, 'twenty')");
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            UPDATE t SET a = u.v, s = w.name FROM dbo.t AS t INNER JOIN dbo.u u ON u.tid = t.id LEFT JOIN dbo.w w ON w.v = u.v ~ 1|10|ten; 2|20|twenty; 3|3|y
            UPDATE dbo.t SET a = u.v / 3.0 FROM dbo.u u WHERE u.tid = dbo.t.id AND u.v = 10 ~ 1|3|x; 2|2|x; 3|3|y
            UPDATE t SET t.s = q.n, a = DEFAULT FROM dbo.t t JOIN (SELECT tid, COUNT(*) AS n FROM dbo.u GROUP BY tid) q ON q.tid = t.id ~ 1|null|1; 2|null|2; 3|3|y
            UPDATE TOP (1) dbo.t SET a = 0 WHERE id > 2 ~ 1|1|x; 2|2|x; 3|0|y
            WITH d AS (SELECT id, s AS label FROM dbo.t WHERE id > 2) UPDATE d SET label = label + '!' ~ 1|1|x; 2|2|x; 3|3|y!
            WITH n AS (SELECT tid, MAX(v) AS m FROM dbo.u GROUP BY tid) UPDATE t SET a = n.m FROM dbo.t t JOIN n ON n.tid = t.id ~ 1|10|x; 2|20|x; 3|3|y
            WITH d AS (SELECT *, ROW_NUMBER() OVER (PARTITION BY s ORDER BY id) AS rn FROM dbo.t) DELETE FROM d WHERE rn > 1 ~ 1|1|x; 3|3|y
            DELETE d FROM (SELECT id, ROW_NUMBER() OVER (PARTITION BY s ORDER BY id) FROM dbo.t) AS d (id, rn) WHERE d.rn > 1 ~ 1|1|x; 3|3|y
            UPDATE d SET s = u.w FROM (SELECT id, s FROM dbo.t WHERE s = 'x') d JOIN (VALUES (2, 'z')) AS u (i, w) ON u.i = d.id ~ 1|1|x; 2|2|z; 3|3|y
            DELETE t FROM dbo.t t LEFT JOIN dbo.u u ON u.tid = t.id LEFT JOIN dbo.w w ON w.v = u.v WHERE w.v IS NULL ~ 1|1|x; 2|2|x
            DELETE FROM dbo.t FROM dbo.u u WHERE u.tid = dbo.t.id AND u.v = 20 ~ 1|1|x; 3|3|y
            UPDATE dbo.t SET a += 1, s += '!' WHERE id = 1 ~ 1|2|x!; 2|2|x; 3|3|y
            UPDATE t SET t.a *= t.a + 1 FROM dbo.t t JOIN dbo.u u ON u.tid = t.id WHERE u.v = 10 ~ 1|2|x; 2|2|x; 3|3|y
            DELETE TOP (2) PERCENT FROM dbo.t WHERE s = 'y' ~ 1|1|x; 2|2|x
            UPDATE dbo.t SET a = a + 1 OUTPUT deleted.a AS was, inserted.a WHERE id = 1 ~ 1|2|x; 2|2|x; 3|3|y
            DELETE dbo.t OUTPUT deleted.* WHERE id = 1 ~ 2|2|x; 3|3|y
            INSERT INTO dbo.t (a) OUTPUT inserted.id VALUES (9) ~ 1|1|x; 2|2|x; 3|3|y; 4|9|null
            WITH s AS (SELECT 1 AS id, 'cte' AS s) MERGE INTO dbo.t AS t USING s ON t.id = s.id WHEN MATCHED THEN UPDATE SET s = s.s; ~ 1|1|cte; 2|2|x; 3|3|y
            MERGE dbo.t AS t USING (VALUES (1, 'one'), (50, 'fifty')) AS s (id, s) ON t.id = s.id WHEN MATCHED THEN UPDATE SET s = s.s WHEN NOT MATCHED BY TARGET THEN INSERT (a, s) VALUES (s.id, s.s) WHEN NOT MATCHED BY SOURCE AND t.a > 2 THEN DELETE WHEN NOT MATCHED BY SOURCE THEN UPDATE SET s = 'gone' OUTPUT $action, inserted.id; ~ 1|1|one; 2|2|gone; 4|50|fifty
            MERGE INTO dbo.t AS x USING (VALUES (7)) AS s (a) ON (1 = 0) WHEN NOT MATCHED THEN INSERT (a) VALUES (s.a); ~ 1|1|x; 2|2|x; 3|3|y; 4|7|null
            MERGE dbo.t USING (VALUES (8, 'a'), (9, 'b')) AS s (a, s) ON 1 = 0 WHEN NOT MATCHED THEN INSERT (a, s) VALUES (s.a, s.s); ~ 1|1|x; 2|2|x; 3|3|y; 4|8|a; 5|9|b
            DECLARE @no INT = 0; MERGE dbo.t AS t USING (VALUES (1, 'a')) AS s (a, s) ON t.a = s.a AND (@no = 1) WHEN NOT MATCHED THEN INSERT (a, s) VALUES (s.a, s.s); ~ 1|1|x; 2|2|x; 3|3|y; 4|1|a
            MERGE dbo.t USING dbo.u ON u.tid = t.id WHEN NOT MATCHED BY SOURCE THEN DELETE; ~ 1|1|x; 2|2|x
            """)
    void leave(String change, String expected) throws SQLException {
        database.run(change);

        assertThat(database.rows("SELECT * FROM dbo.t ORDER BY id"))
                .containsExactlyElementsOf(List.of(expected.split("; ")));
    }

    @Test
    void putTheirRowsIntoATable() throws SQLException {
        database.run("UPDATE dbo.t SET s = 'new' OUTPUT inserted.id, deleted.s, inserted.s INTO dbo.log WHERE id = 3\n"
                + "DELETE FROM t OUTPUT deleted.id, deleted.s INTO dbo.log (id, old) FROM dbo.t t JOIN dbo.u u ON u.tid = t.id WHERE u.v = 10\n"
                + "INSERT INTO dbo.t (a, s) OUTPUT inserted.id, inserted.s INTO dbo.log (id, new) SELECT 7, 'seven'");

        assertThat(database.rows("SELECT * FROM dbo.log")).containsExactly("3|y|new", "1|x|null", "4|null|seven");
        assertThat(database.rows("SELECT id, s FROM dbo.t ORDER BY id")).containsExactly("2|x", "3|new", "4|seven");
    }

    @Test
    void putRowsOfACommonTableExpressionIntoATable() throws SQLException {
        database.run("""
                DECLARE @n INT = 2
                ;WITH c AS (SELECT TOP (@n) * FROM dbo.t ORDER BY id DESC)
                UPDATE c SET s = s + '!' OUTPUT inserted.id, deleted.s, inserted.s INTO dbo.log
                IF @@ROWCOUNT <> 2 THROW 50000, 'other rows', 1
                ;WITH c AS (SELECT * FROM dbo.t WHERE id = 1)
                DELETE FROM c OUTPUT deleted.id, deleted.s INTO dbo.log (id, old)
                ;WITH c AS (SELECT 8 AS a, 'eight' AS s)
                INSERT INTO dbo.t (a, s) OUTPUT inserted.id, inserted.s INTO dbo.log (id, new) SELECT a, s FROM c
                """);

        assertThat(database.rows("SELECT * FROM dbo.log ORDER BY id"))
                .containsExactly("1|x|null", "2|x|x!", "3|y|y!", "4|null|eight");
        assertThat(database.rows("SELECT id, s FROM dbo.t ORDER BY id")).containsExactly("2|x!", "3|y!", "4|eight");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            MERGE dbo.t USING (VALUES ('a'), ('b')) s (s) ON 1 = 0 WHEN NOT MATCHED THEN INSERT (s) VALUES (s.s) OUTPUT inserted.id, $action, deleted.s INTO dbo.log; ~ 4|INSERT|null; 5|INSERT|null
            MERGE dbo.t USING (VALUES (1, 'a'), (9, 'b')) s (id, s) ON t.id = s.id WHEN MATCHED THEN UPDATE SET s = s.s WHEN NOT MATCHED THEN INSERT (s) VALUES (s.s) OUTPUT inserted.id, inserted.s INTO dbo.log (id, new); ~ 1|null|a; 4|null|b
            MERGE dbo.t USING (VALUES (1, 'a')) s (id, s) ON t.id = s.id WHEN MATCHED THEN UPDATE SET s = s.s OUTPUT deleted.id, deleted.s, $action INTO dbo.log; ~ 1|x|UPDATE
            MERGE dbo.t USING (VALUES (1), (9)) s (id) ON t.id = s.id WHEN MATCHED THEN DELETE OUTPUT deleted.id, $action, inserted.s INTO dbo.log; ~ 1|DELETE|null
            DELETE TOP (1) FROM dbo.t OUTPUT deleted.id, deleted.s INTO dbo.log (id, old) WHERE id > 2 ~ 3|y|null
            UPDATE TOP (1) dbo.t SET s = 'z' OUTPUT inserted.id, inserted.s INTO dbo.log (id, new) WHERE id > 2 ~ 3|null|z
            MERGE dbo.t USING (VALUES (1, 'a'), (9, 'b')) s (i, s) ON t.id = s.i WHEN MATCHED AND t.a > 5 THEN DELETE WHEN MATCHED THEN UPDATE SET s = s.s WHEN NOT MATCHED THEN INSERT (a, s) VALUES (s.i, s.s) WHEN NOT MATCHED BY SOURCE AND t.s = 'y' THEN DELETE OUTPUT COALESCE(inserted.a, deleted.a), $action, s.s INTO dbo.log; ~ 1|UPDATE|a; 3|DELETE|null; 9|INSERT|b
            INSERT INTO dbo.t OUTPUT inserted.id, inserted.s + '!', inserted.a INTO dbo.log SELECT v, name FROM dbo.w ~ 4|ten!|10; 5|twenty!|20
            INSERT INTO dbo.t OUTPUT inserted.id INTO dbo.log (id) DEFAULT VALUES ~ 4|null|null
            DECLARE @d TABLE (n INT IDENTITY, d VARCHAR(30)); SELECT 1 AS i, CAST('2024-05-06' AS DATETIME) AS d INTO #m; INSERT INTO #m OUTPUT inserted.d INTO @d VALUES (2, '2024-05-07'); INSERT INTO dbo.log SELECT n, LEFT(d, 6), SUBSTRING(d, 8, 4) FROM @d ~ 1|May  7|2024
            SELECT id, s AS old, s AS new INTO #all FROM dbo.t; DELETE FROM #all OUTPUT deleted.* INTO dbo.log WHERE id < 3 ~ 1|x|x; 2|x|x
            INSERT TOP (2) INTO dbo.w (v) OUTPUT inserted.v INTO dbo.log (id) SELECT id FROM dbo.t ORDER BY id DESC ~ 2|null|null; 3|null|null
            """)
    void putWhatTheyGiveIntoATable(String change, String log) throws SQLException {
        database.run(change);

        assertThat(database.rows("SELECT * FROM dbo.log ORDER BY id"))
                .containsExactlyElementsOf(List.of(log.split("; ")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            UPDATE dbo.t SET s = NEWID() OUTPUT inserted.s INTO dbo.log (new) ~ OUTPUT INTO of a value that is another one each time
            INSERT TOP (1) INTO dbo.t (a) VALUES (1), (2) ~ TOP in INSERT of anything but a plain query
            UPDATE dbo.t SET s = 'z' OUTPUT inserted.* INTO dbo.log ~ OUTPUT of all columns INTO a table
            UPDATE TOP (1) dbo.t SET s = 'z' OUTPUT deleted.s, inserted.s INTO dbo.log (old, new) ~ OUTPUT INTO of inserted.s behind UPDATE TOP
            MERGE dbo.t t USING (VALUES (1)) s (i) ON 1 = 0 WHEN NOT MATCHED THEN INSERT (a) VALUES (s.i) OUTPUT s.i, inserted.id INTO dbo.log (id, old); ~ OUTPUT INTO of inserted.id behind a MERGE
            MERGE dbo.t t USING (VALUES (1)) s (i) ON t.id = s.i WHEN MATCHED THEN DELETE WHEN NOT MATCHED THEN INSERT (s) VALUES (NEWID()) OUTPUT $action, inserted.s INTO dbo.log (old, new); ~ another one each time
            WITH c AS (SELECT t.a FROM dbo.t t JOIN dbo.u u ON u.tid = t.id) DELETE FROM c ~ a common table expression of more than one table
            """)
    void areRefused(String change, String expected) {
        assertThatThrownBy(() -> database.run(change)).hasMessageContaining(expected);
    }
}
