package dev.palindrome.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.TestDatabase;
import dev.palindrome.junit5.MigratedDatabase;
import dev.palindrome.junit5.OnDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.ContextHierarchy;
import org.springframework.test.context.junit.jupiter.SpringExtension;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

/** Without Spring Boot's help: the data sources that the configuration makes are replaced. */
class PlainSpringTest {

    private static String catalog(DataSource dataSource) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return connection.getCatalog();
        }
    }

    @Nested
    @SpringJUnitConfig(OneDataSource.class)
    @MigratedDatabase
    class One {

        @Autowired
        JdbcTemplate jdbc;

        @RepeatedTest(2)
        void leadsToTheMigratedDatabase() {
            assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM dbo.users", Integer.class))
                    .isZero();
            jdbc.update("INSERT INTO dbo.users (name) VALUES ('Ada')");
        }

        @Test
        void constructorsAndParametersDoNotCompete(
                @Autowired DataSource springs, DataSource any, TestDatabase database) {
            assertThat(any).isSameAs(springs);
            assertThat(database.migrations().pending()).isEmpty();
        }
    }

    @Nested
    @SpringJUnitConfig(TwoDataSources.class)
    @MigratedDatabase(name = "orders")
    @MigratedDatabase(name = "things", locations = "classpath:db/things", flyway = "placeholders.place=shelf")
    class Two {

        @Test
        void areFoundByNameAndQualifier(
                @Qualifier("orders") DataSource orders,
                @Autowired @Qualifier("things") DataSource things,
                @OnDatabase("orders") TestDatabase ordersDatabase,
                @OnDatabase("things") TestDatabase thingsDatabase)
                throws SQLException {
            assertThat(catalog(orders)).isEqualTo(catalog(ordersDatabase.dataSource()));
            assertThat(catalog(things)).isEqualTo(catalog(thingsDatabase.dataSource()));
        }
    }

    @Nested
    @ContextHierarchy({
        @ContextConfiguration(classes = OneDataSource.class),
        @ContextConfiguration(classes = ChildConfiguration.class)
    })
    @ExtendWith(SpringExtension.class)
    @MigratedDatabase
    class Hierarchy {

        @Test
        void hasOneDatabase(@Autowired String childsCatalog, TestDatabase database) throws SQLException {
            assertThat(childsCatalog).isEqualTo(catalog(database.dataSource()));
        }
    }

    static class OneDataSource {

        @Bean
        DataSource dataSource() {
            return new DriverManagerDataSource("jdbc:sqlserver://production.invalid");
        }

        @Bean
        JdbcTemplate jdbc(DataSource dataSource) {
            return new JdbcTemplate(dataSource);
        }
    }

    static class ChildConfiguration {

        @Bean
        String childsCatalog(DataSource dataSource) throws SQLException {
            return catalog(dataSource);
        }
    }

    static class TwoDataSources {

        @Bean
        DataSource orders() {
            return new DriverManagerDataSource("jdbc:sqlserver://production.invalid");
        }

        @Bean
        @Qualifier("things") DataSource second() {
            return new DriverManagerDataSource("jdbc:sqlserver://production.invalid");
        }
    }
}
