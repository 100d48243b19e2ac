package dev.palindrome.tsql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Scripts in the forms that EF Core 3 to 10 writes them. */
class EmbeddedEfCoreTest {

    private EmbeddedDatabase database;

    @BeforeEach
    void open() throws SQLException, IOException {
        database = new EmbeddedDatabase();
        run("idempotent-3.sql");
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    private void run(String script) throws SQLException, IOException {
        try (InputStream resource = getClass().getResourceAsStream("/tsql/ef-core/" + script)) {
            database.run(new String(Objects.requireNonNull(resource).readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void makesTablesDataAndDescriptions() throws SQLException {
        assertThat(database.rows("SELECT Id, Url, Rating, Deleted, \"Number\", \"Full\", Sort FROM dbo.Blogs"))
                .containsExactly("1|http://a/it's|5.0|FALSE|1000|http://a/it's/|");
        assertThat(database.rows("SELECT Id, Url FROM dbo.BlogNames")).containsExactly("1|http://a/it's");
        database.run("""
                CREATE TABLE dbo.told (a INT)
                GO
                IF EXISTS (SELECT 1 FROM sys.extended_properties WHERE value = N'It''s the address') INSERT INTO dbo.told VALUES (1)
                IF EXISTS (SELECT 1 FROM sys.default_constraints WHERE name LIKE N'DF__Blogs__Kind%') INSERT INTO dbo.told VALUES (2)
                """);
        assertThat(database.rows("SELECT a FROM dbo.told ORDER BY a")).containsExactly("1", "2");
    }

    @Test
    void doesNothingWhereAnIdempotentScriptRunsAgain() throws SQLException, IOException {
        run("idempotent-3.sql");

        assertThat(database.rows("SELECT MigrationId FROM dbo.__EFMigrationsHistory ORDER BY 1"))
                .containsExactly("20200101000000_Init", "20200201000000_Next");
        assertThat(database.rows("SELECT COUNT(*) FROM dbo.Blogs")).containsExactly("1");
    }

    @Test
    void switchesVersioningOffForAChangeAndOnAgain() throws SQLException, IOException {
        run("idempotent-9.sql");
        run("idempotent-9.sql");

        database.run("INSERT INTO dbo.Employees (Title) VALUES (N'a'); UPDATE dbo.Employees SET Title = N'b'");
        assertThat(database.rows("SELECT Id, Title FROM dbo.EmployeesHistory")).containsExactly("1|a");
    }

    @Test
    void endsVersioningAndDropsWhatWasForIt() throws SQLException, IOException {
        run("idempotent-9.sql");
        run("plain-10.sql");

        database.run("INSERT INTO dbo.Depts (Name) VALUES (N'a')");
        assertThat(database.rows("SELECT * FROM dbo.Depts")).containsExactly("1|a");
        assertThat(database.rows("SELECT TABLE_NAME FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_SCHEMA = 'hist'"))
                .isEmpty();
    }

    @Test
    void renamesAndChangesRowsByTheirKeys() throws SQLException, IOException {
        run("idempotent-9.sql");
        run("plain-10.sql");
        run("plain-8.sql");

        assertThat(database.rows("SELECT Id, FullName, Born, \"Hour\", Tags FROM dbo.People"))
                .containsExactly("1|z|2000-02-29|12:30:00|[]");
        database.run("CREATE TABLE dbo.next (a INT); INSERT INTO dbo.next VALUES (NEXT VALUE FOR shop.OrderNumbers)");
        database.run("INSERT INTO dbo.next VALUES (NEXT VALUE FOR shop.OrderNumbers)");
        assertThat(database.rows("SELECT a FROM dbo.next ORDER BY a")).containsExactly("5000", "5010");
    }
}
