package dev.palindrome.spring;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.palindrome.TestDatabase;
import dev.palindrome.junit5.Seed;
import jakarta.persistence.EntityManager;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.jdbc.Sql;
import org.springframework.transaction.annotation.Transactional;

/**
 * What holds in each slice. The annotations that make one have other names in Spring Boot 3 and 4: see SlicesTest there. Spring
 * looks for {@code @Transactional}, which they carry, where a test is declared, and so not there.
 */
final class SliceCases {

    private SliceCases() {}

    @Transactional
    abstract static class Jpa {

        @Autowired
        EntityManager entities;

        @Autowired
        Users users;

        @Autowired
        DataSource dataSource;

        @RepeatedTest(2)
        void beginsWithTheSeededRows() {
            assertThat(users.count()).isEqualTo(3);
            entities.persist(new User("Zoe"));
            entities.flush();
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

    @Transactional
    abstract static class Jdbc {

        @RepeatedTest(2)
        void isOnTheMigratedDatabase(@Autowired JdbcTemplate jdbc) {
            assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM dbo.users", Integer.class))
                    .isZero();
            jdbc.update("INSERT INTO dbo.users (name) VALUES ('Ada')");
        }
    }

    @Transactional
    abstract static class DataJdbc {

        @RepeatedTest(2)
        void repositoriesAreOnTheMigratedDatabase(@Autowired Todos todos) {
            assertThat(todos.count()).isEqualTo(2);
            Todo added = todos.save(new Todo(null, 1, "rest"));
            assertThat(todos.findById(added.id())).contains(added);
        }
    }

    @Transactional
    abstract static class Jooq {

        @RepeatedTest(2)
        void isOnTheMigratedDatabase(@Autowired DSLContext dsl, TestDatabase database) {
            assertThat(dsl.fetchCount(DSL.table("users"))).isEqualTo(3);
            dsl.insertInto(DSL.table("users"), DSL.field("name")).values("Ada").execute();
            assertThat(dsl.fetchCount(DSL.table("users"))).isEqualTo(4);
            assertThat(database.migrations().pending()).isEmpty();
        }
    }
}
