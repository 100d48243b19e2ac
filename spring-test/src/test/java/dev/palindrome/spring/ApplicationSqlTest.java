package dev.palindrome.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.junit5.MigratedDatabase;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;

/** T-SQL of an application's own, which nobody rewrites. */
@SpringBootTest
@MigratedDatabase
class ApplicationSqlTest {

    @Autowired
    JdbcClient jdbc;

    @Test
    void functionsOfSqlServersAreThere() {
        assertThat(jdbc.sql("SELECT EOMONTH(:day)")
                        .param("day", LocalDate.of(2024, 2, 3))
                        .query(LocalDate.class)
                        .single())
                .isEqualTo("2024-02-29");
        assertThat(jdbc.sql("SELECT SYSUTCDATETIME()")
                        .query(LocalDateTime.class)
                        .single())
                .isAfter("2024-01-01T00:00:00");
    }

    @Test
    void viewsOfTheCatalogueSpeakOfTheMigratedTables() {
        assertThat(jdbc.sql("""
                        SELECT c.name FROM sys.tables t JOIN sys.columns c ON c.object_id = t.object_id
                        WHERE t.name = :table AND c.is_identity = 1""").param("table", "users").query(String.class).list())
                .containsExactly("id");
    }

    @Test
    void aKeyIsFoundByItsColumnsName() {
        GeneratedKeyHolder keys = new GeneratedKeyHolder();
        jdbc.sql("INSERT INTO dbo.users (name) VALUES (N'Ann')").update(keys, "id");

        assertThat(jdbc.sql("SELECT name FROM dbo.users WHERE id = ?")
                        .param(keys.getKey())
                        .query(String.class)
                        .single())
                .isEqualTo("Ann");
    }
}
