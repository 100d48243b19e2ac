package dev.palindrome.spring;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.palindrome.junit5.MigratedDatabase;
import dev.palindrome.junit5.Seed;
import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.jdbc.JdbcTest;
import org.springframework.boot.test.autoconfigure.orm.jpa.DataJpaTest;
import org.springframework.boot.test.autoconfigure.orm.jpa.TestEntityManager;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.jdbc.Sql;

/** Slices would put an empty database in the place of the application's; here they have Palindrome's. */
class SlicesTest {

    @Nested
    @DataJpaTest
    @MigratedDatabase
    @Seed(fill = "users:3")
    class Jpa {

        @Autowired
        TestEntityManager entities;

        @Autowired
        Users users;

        @Autowired
        DataSource dataSource;

        @RepeatedTest(2)
        void beginsWithTheSeededRows() {
            assertThat(users.count()).isEqualTo(3);
            entities.persistAndFlush(new User("Zoe"));
            assertThat(users.count()).isEqualTo(4);
        }

        @Test
        @Seed(scripts = "classpath:one-more-user.sql")
        @Sql("classpath:sue.sql")
        void sqlRunsInsideTheTransactionAndTheMethodsRowsBefore() {
            assertThat(users.findAll()).hasSize(5).extracting(User::name).contains("Mia", "Sue");
        }

        @Test
        void hasTheApplicationsPool() {
            assertThat(dataSource).isInstanceOf(HikariDataSource.class);
        }
    }

    @Nested
    @MigratedDatabase
    @JdbcTest
    class Jdbc {

        @RepeatedTest(2)
        void isOnTheMigratedDatabase(@Autowired JdbcTemplate jdbc) {
            assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM dbo.users", Integer.class))
                    .isZero();
            jdbc.update("INSERT INTO dbo.users (name) VALUES ('Ada')");
        }
    }
}
