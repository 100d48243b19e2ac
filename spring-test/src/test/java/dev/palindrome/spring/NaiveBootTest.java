package dev.palindrome.spring;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.palindrome.TestDatabase;
import dev.palindrome.junit5.MigratedDatabase;
import dev.palindrome.junit5.Seed;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two annotations, and the application is on the migrated database. */
@SpringBootTest
@MigratedDatabase
@Seed(fill = {"users:10", "todos:50"})
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NaiveBootTest {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Users users;

    @Test
    @Order(1)
    void theApplicationIsOnTheMigratedAndSeededDatabase(TestDatabase database) {
        assertThat(jdbc.sql("SELECT COUNT(*) FROM dbo.todos")
                        .query(Integer.class)
                        .single())
                .isEqualTo(50);
        assertThat(users.count()).isEqualTo(10);
        users.save(new User("Zoe"));
        assertThat(database.migrations().pending()).isEmpty();
    }

    @Test
    @Order(2)
    void theRowsOfTheTestBeforeAreGone() {
        assertThat(users.findAll()).hasSize(10).extracting(User::name).doesNotContain("Zoe");
    }

    @Test
    @Seed(scripts = "classpath:one-more-user.sql")
    void aMethodMayHaveRowsOfItsOwn() {
        assertThat(users.findAll()).hasSize(11).extracting(User::name).contains("Mia");
    }

    @Test
    void thePoolIsTheApplications(DataSource dataSource) {
        assertThat(dataSource)
                .isInstanceOfSatisfying(
                        HikariDataSource.class,
                        pool -> assertThat(pool.getMaximumPoolSize()).isEqualTo(3));
    }

    @Test
    void springsParametersAreSprings(
            @Autowired DataSource dataSource,
            @Value("${spring.datasource.hikari.maximum-pool-size}") int size,
            TestDatabase database) {
        assertThat(dataSource).isInstanceOf(HikariDataSource.class);
        assertThat(size).isEqualTo(3);
        assertThat(database.name()).startsWith("palindrome_");
    }

    @Test
    void whoAsksForFlywayFindsTheSchemaUpToDate(@Autowired Flyway flyway) {
        assertThat(flyway.info().pending()).isEmpty();
        assertThat(flyway.info().applied()).hasSize(1);
    }
}
