package dev.palindrome.seed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.RequiresSqlServer;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

@RequiresSqlServer
class SqlServerFillChecksIT extends FillChecksTestCase {

    @Override
    protected SeededDatabase open() throws SQLException {
        return SeededDatabase.sqlServer();
    }

    /** To a database that does not tell upper from lower case, no text would do. */
    @Test
    void asksTheDatabaseAboutATextInItsColumnsCollation() throws SQLException {
        database.run("""
                CREATE TABLE t (id INT IDENTITY PRIMARY KEY, code NVARCHAR(20) COLLATE Latin1_General_CS_AS NOT NULL
                    CHECK (CASE WHEN code = UPPER(code) THEN 0 ELSE 1 END = 1))
                """);

        fill("t:20");

        assertThat(database.rows("SELECT COUNT(*) FROM t WHERE code <> UPPER(code)"))
                .containsExactly("20");
    }
}
