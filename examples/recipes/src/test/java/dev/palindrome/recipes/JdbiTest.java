package dev.palindrome.recipes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.junit5.MigratedDatabase;
import dev.palindrome.junit5.Seed;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@MigratedDatabase
@Seed(fill = {"users:3", "todos:9"})
class JdbiTest {

    private Jdbi jdbi;

    @BeforeEach
    void create(DataSource dataSource) {
        jdbi = Jdbi.create(dataSource);
    }

    @Test
    void returnsTheNewKey() {
        int id = jdbi.withHandle(handle -> handle.createUpdate("INSERT INTO dbo.users (username) VALUES (:name)")
                .bind("name", "Ada")
                .executeAndReturnGeneratedKeys("id")
                .mapTo(int.class)
                .one());

        assertThat(id).isEqualTo(4);
    }
}
