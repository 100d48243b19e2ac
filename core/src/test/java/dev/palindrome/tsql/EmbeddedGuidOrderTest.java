package dev.palindrome.tsql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * GUIDs are sorted as SQL Server sorts them, by their last six bytes first.
 *
 * @see <a href="https://learn.microsoft.com/sql/connect/ado-net/sql/compare-guid-uniqueidentifier-values">Comparing GUID and
 *     uniqueidentifier values</a>
 */
class EmbeddedGuidOrderTest {

    private static EmbeddedDatabase database;

    @BeforeAll
    static void open() throws SQLException {
        database = new EmbeddedDatabase();
        database.run("""
                CREATE TABLE dbo.t (id INT, u UNIQUEIDENTIFIER NULL, v VARCHAR(36));
                INSERT dbo.t VALUES (1, '6F9619FF-8B86-D011-B42D-00C04FC964FF', NULL);
                INSERT dbo.t VALUES (2, 'FFFFFFFF-0000-0000-0000-000000000001', '6F9619FF-8B86-D011-B42D-00C04FC964FF');
                INSERT dbo.t VALUES (3, '00000000-0000-0000-0000-100000000000', NULL);
                INSERT dbo.t VALUES (4, '02000000-0000-0000-0000-000000000001', NULL);
                INSERT dbo.t VALUES (5, NULL, NULL);
                CREATE TABLE dbo.found (id INT);
                """);
    }

    @AfterAll
    static void close() throws SQLException {
        database.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SELECT id FROM dbo.t WHERE u < '6F9619FF-8B86-D011-B42D-00C04FC964FF'                  | 2,4
            SELECT id FROM dbo.t WHERE '6f9619ff-8b86-d011-b42d-00c04fc964ff' <= u                 | 1,3
            SELECT id FROM dbo.t WHERE u > v AND id = 2                                            | ''
            SELECT id FROM dbo.t WHERE v > u                                                       | 2
            SELECT a.id FROM dbo.t a JOIN dbo.t b ON a.u < b.u AND b.id = 1                        | 2,4
            SELECT id FROM dbo.t WHERE u BETWEEN '00000000-0000-0000-0000-000000000000' AND '6F9619FF-8B86-D011-B42D-00C04FC964FF' | 1,2,4
            SELECT id FROM dbo.t WHERE u = (SELECT MIN(u) FROM dbo.t)                              | 4
            SELECT id FROM dbo.t WHERE u = (SELECT MAX(DISTINCT u) FROM dbo.t)                     | 3
            SELECT id FROM (SELECT id, MAX(u) OVER () AS m, u FROM dbo.t) q WHERE m = u            | 3
            SELECT id FROM (SELECT id, ROW_NUMBER() OVER (ORDER BY u DESC) AS n FROM dbo.t) q WHERE n = 1 | 3
            SELECT TOP 1 id FROM dbo.t WHERE u IS NOT NULL ORDER BY u, id                          | 4
            SELECT TOP 1 q.id FROM dbo.t q ORDER BY q.u DESC                                       | 3
            SELECT TOP 1 id FROM dbo.t ORDER BY u                                                  | 5
            """)
    void lastBytesComeFirst(String query, String ids) throws SQLException {
        database.run("DELETE dbo.found; INSERT INTO dbo.found " + query);

        assertThat(String.join(",", database.rows("SELECT id FROM dbo.found ORDER BY id")))
                .isEqualTo(ids);
    }

    @Test
    void rowsOfAQueryAreNotComparedByTheirFirstBytes() {
        assertThatThrownBy(() ->
                        database.run("INSERT dbo.found SELECT id FROM dbo.t WHERE u >= ALL (SELECT u FROM dbo.t)"))
                .hasMessageContaining("needs SQL Server (a GUID beside >= ANY, SOME or ALL)");
    }
}
