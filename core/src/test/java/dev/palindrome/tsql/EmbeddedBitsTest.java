package dev.palindrome.tsql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.TestDatabase;
import dev.palindrome.engine.EngineKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A BIT is compared with a number as a number, and with a text as a BIT. */
class EmbeddedBitsTest {

    private EmbeddedDatabase database;

    @BeforeEach
    void open() throws SQLException {
        database = new EmbeddedDatabase();
        database.run("""
                CREATE TABLE dbo.users (id INT NOT NULL, active BIT NOT NULL, admin BIT NULL, level INT NOT NULL);
                CREATE TABLE dbo.found (id NVARCHAR(20) NOT NULL);
                INSERT INTO dbo.users VALUES (1, 1, 0, 1), (2, 0, 1, 2), (3, 0, 0, 3), (4, 1, NULL, 0);
                """);
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            active = 1 OR admin = 1                        | 1,2,4
            active = 0 OR level = 1                        | 1,2,3
            active = 1 OR active = 0                       | 1,2,3,4
            active IN (1, 0)                               | 1,2,3,4
            active IN (1)                                  | 1,4
            active NOT IN (1, 2)                           | 2,3
            admin IN ('1', 'false')                        | 1,2,3
            admin IN ('1', 2)                              | 2
            1 IN (active, admin)                           | 1,2,4
            active IN (level)                              | 1
            active = '1'                                   | 1,4
            '0' = active                                   | 2,3
            active = 'true' OR admin = 'true'              | 1,2,4
            active = -1                                    | ''
            active <> -1                                   | 1,2,3,4
            admin BETWEEN 0 AND 1                          | 1,2,3
            ISNULL(admin, 0) IN (0, 1) AND active IN (0, 1) | 1,2,3,4
            CASE active WHEN 1 THEN 5 ELSE 6 END = 5       | 1,4
            CASE active WHEN '1' THEN 5 WHEN 2 THEN 7 ELSE 6 END = 6 | 2,3
            CASE 1 WHEN active THEN 5 ELSE 6 END = 5       | 1,4
            active = (SELECT 1)                            | 1,4
            (SELECT 1) = active                            | 1,4
            active > (SELECT 0)                            | 1,4
            active = (SELECT MIN(level) + 1 FROM dbo.users) | 1,4
            active IN (SELECT 1)                           | 1,4
            active NOT IN (SELECT 1)                       | 2,3
            active IN (SELECT level + 1 FROM dbo.users)    | 1,4
            active IN (SELECT level FROM dbo.users WHERE level > 1 UNION SELECT 7) | ''
            level IN (SELECT active FROM dbo.users)        | 1,4
            level NOT IN (SELECT active FROM dbo.users)    | 2,3
            active = ANY (SELECT level FROM dbo.users)     | 1,2,3,4
            active >= ALL (SELECT level FROM dbo.users WHERE level < 2) | 1,4
            active BETWEEN (SELECT 1) AND (SELECT 2)       | 1,4
            CASE active WHEN (SELECT 1) THEN 5 END = 5     | 1,4
            """)
    void isComparedAsOnSqlServer(String condition, String ids) throws SQLException {
        database.run("INSERT INTO dbo.found SELECT id FROM dbo.users WHERE " + condition);

        assertThat(String.join(",", database.rows("SELECT id FROM dbo.found ORDER BY id")))
                .isEqualTo(ids);
    }

    @Test
    void isComparedSoInViewsChecksAndVariables() throws SQLException {
        database.run("""
                CREATE VIEW dbo.admins AS SELECT id, CASE active WHEN 1 THEN N'yes' ELSE N'no' END AS word
                FROM dbo.users WHERE admin IN (1) OR active = 1
                GO
                CREATE TABLE dbo.flags (a BIT NOT NULL CHECK (a IN (0, 1)), b INT NOT NULL, CHECK (a = 1 OR b = 1));
                INSERT INTO dbo.flags VALUES (1, 2), (0, 1);
                GO
                DECLARE @yes BIT = 1, @n INT = 2;
                IF @yes IN (1, 0) INSERT INTO dbo.found VALUES (N'in');
                IF @yes = 1 OR @n = 1 INSERT INTO dbo.found VALUES (N'or');
                INSERT INTO dbo.found SELECT CASE @yes WHEN 1 THEN N'case' ELSE N'no' END;
                UPDATE dbo.users SET level = 9 WHERE active = @yes OR admin = @yes;
                """);

        assertThat(database.rows("SELECT id, word FROM dbo.admins ORDER BY id"))
                .containsExactly("1|yes", "2|no", "4|yes");
        assertThat(database.rows("SELECT id FROM dbo.found ORDER BY id")).containsExactly("case", "in", "or");
        assertThat(database.rows("SELECT id FROM dbo.users WHERE level = 9 ORDER BY id"))
                .containsExactly("1", "2", "4");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            is_primary_key = N'1'
            is_primary_key IN (1)
            is_primary_key IN ('1', '0') AND is_unique = 'true'
            is_primary_key = 1 OR is_unique = 0
            """)
    void isComparedSoInSystemViews(String condition) throws SQLException {
        database.run("CREATE TABLE dbo.t (id INT NOT NULL CONSTRAINT pk_t PRIMARY KEY)\nGO\n"
                + "IF EXISTS (SELECT 1 FROM sys.indexes WHERE name = 'pk_t' AND (" + condition + "))\n"
                + "INSERT INTO dbo.found VALUES (N'there')");

        assertThat(database.rows("SELECT id FROM dbo.found")).containsExactly("there");
    }

    @Test
    void takesTwoOfThemJoinedByOrFromATestsOwnSql(@TempDir Path migrations) throws IOException, SQLException {
        Files.writeString(migrations.resolve("V1__users.sql"), """
                CREATE TABLE dbo.users (active BIT NOT NULL, admin BIT NOT NULL);
                INSERT INTO dbo.users VALUES (1, 0), (0, 0);
                """);
        try (TestDatabase own = TestDatabase.builder()
                        .engine(EngineKind.EMBEDDED)
                        .locations("filesystem:" + migrations)
                        .withoutReports()
                        .start();
                Connection connection = own.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            try (ResultSet row = statement.executeQuery("SELECT * FROM dbo.users WHERE active = 1 OR admin = 1")) {
                assertThat(row.next()).isTrue();
                assertThat(row.next()).isFalse();
            }
        }
    }
}
