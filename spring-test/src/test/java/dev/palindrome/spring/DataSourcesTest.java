package dev.palindrome.spring;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.palindrome.TestDatabase;
import dev.palindrome.junit5.MigratedDatabase;
import dev.palindrome.junit5.OnDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.util.ReflectionTestUtils;

/** Data sources with Spring Boot: its own pool, and those that a team has written down itself. */
class DataSourcesTest {

    private static final String URL = "jdbc:sqlserver://production.invalid";

    private static String catalog(DataSource dataSource) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return connection.getCatalog();
        }
    }

    private static int identity(DataSource dataSource) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return System.identityHashCode(connection.unwrap(org.h2.jdbc.JdbcConnection.class));
        }
    }

    @EnableAutoConfiguration
    static class BootsPool {}

    @Nested
    @SpringBootTest(
            classes = BootsPool.class,
            properties = {
                "spring.datasource.hikari.data-source-class-name=com.microsoft.sqlserver.jdbc.SQLServerDataSource",
                "spring.datasource.hikari.data-source-properties.serverName=production.invalid",
                "spring.datasource.hikari.catalog=shop",
                "spring.datasource.hikari.schema=shop",
                "spring.datasource.hikari.connection-init-sql=SET ARITHABORT ON; USE shop",
                "spring.datasource.hikari.maximum-pool-size=2"
            })
    @MigratedDatabase
    class OfBoot {

        @Test
        void leadsThereWhateverItsSettingsSay(@Autowired HikariDataSource pool, TestDatabase database)
                throws SQLException {
            assertThat(catalog(pool)).isEqualTo(catalog(database.dataSource()));
            assertThat(pool.getMaximumPoolSize()).isEqualTo(2);
            assertThat(new String[] {pool.getCatalog(), pool.getSchema(), pool.getConnectionInitSql()})
                    .containsOnlyNulls();
        }

        @Test
        void letsGoOfConnectionsThatAResetHasEnded(@Autowired DataSource pool, TestDatabase database)
                throws SQLException {
            int before = identity(pool);
            assertThat(identity(pool)).isEqualTo(before);

            ReflectionTestUtils.invokeMethod(database, "tellConnectionsEnded");

            assertThat(identity(pool)).isNotEqualTo(before);
        }
    }

    @EnableAutoConfiguration
    static class OwnPool {

        @Bean
        @ConfigurationProperties("app.pool")
        HikariDataSource dataSource() {
            HikariDataSource pool = new HikariDataSource();
            pool.setJdbcUrl(URL);
            return pool;
        }
    }

    @Nested
    @SpringBootTest(
            classes = OwnPool.class,
            properties = {
                "app.pool.maximum-pool-size=4",
                "app.pool.jdbc-url=" + URL,
                "app.pool.username=sa",
                "app.pool.catalog=shop"
            })
    @MigratedDatabase
    class OfTheApplication {

        @Test
        void isAPoolWithItsSettingsStill(
                @Autowired HikariDataSource pool,
                @Autowired JdbcTemplate jdbc,
                DataSource plain,
                TestDatabase database) {
            assertThat(pool.getMaximumPoolSize()).isEqualTo(4);
            assertThat(pool.getCatalog()).isNull();
            assertThat(pool.getJdbcUrl()).isEqualTo(database.jdbcUrl());
            assertThat(plain).isSameAs(pool);
            assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM dbo.users", Integer.class))
                    .isZero();
        }
    }

    @EnableAutoConfiguration
    static class AnAdditionalOne {

        @Bean(defaultCandidate = false)
        @Qualifier("things") HikariDataSource additional() {
            HikariDataSource pool = new HikariDataSource();
            pool.setJdbcUrl(URL);
            return pool;
        }
    }

    @Nested
    @SpringBootTest(classes = AnAdditionalOne.class)
    @MigratedDatabase
    @MigratedDatabase(name = "things", locations = "classpath:db/things", flyway = "placeholders.place=shelf")
    class BesideBoots {

        @Test
        void eachLeadsToItsDatabase(
                @Autowired DataSource boots,
                @Autowired @Qualifier("things") HikariDataSource additional,
                @OnDatabase("") DataSource plain,
                @OnDatabase("things") DataSource things,
                TestDatabase main,
                @OnDatabase("things") TestDatabase other)
                throws SQLException {
            assertThat(catalog(boots)).isEqualTo(catalog(main.dataSource()));
            assertThat(catalog(additional)).isEqualTo(catalog(other.dataSource()));
            assertThat(plain).isSameAs(boots);
            assertThat(things).isSameAs(additional);
        }
    }

    @EnableAutoConfiguration
    static class TwoPools {

        @Bean
        @Primary
        DataSource first() {
            throw new AssertionError("is not to be made, because it may connect");
        }

        @Bean
        DataSource second() {
            HikariDataSource pool = new HikariDataSource();
            pool.setJdbcUrl(URL);
            return pool;
        }
    }

    @Nested
    @SpringBootTest(classes = TwoPools.class)
    @MigratedDatabase
    class OfSeveral {

        @Test
        void thePrimaryOneIsReplacedAndNoOther(
                @Autowired DataSource first, @Autowired @Qualifier("second") DataSource second, TestDatabase database)
                throws SQLException {
            assertThat(catalog(first)).isEqualTo(catalog(database.dataSource()));
            assertThat(second)
                    .isInstanceOfSatisfying(
                            HikariDataSource.class,
                            pool -> assertThat(pool.getJdbcUrl()).isEqualTo(URL));
        }
    }
}
