package dev.palindrome.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.palindrome.TestDatabase;
import dev.palindrome.junit5.MigratedDatabase;
import dev.palindrome.junit5.OnDatabase;
import dev.palindrome.migration.Migrations;
import dev.palindrome.schema.SchemaSnapshot;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestConstructor;

/** Who resolves which parameter: never both, and never nobody. */
@SpringBootTest(properties = "test.cached=2")
@MigratedDatabase
class ParametersTest {

    private static DataSource ofAll;

    private DataSource ofEach;

    @BeforeAll
    static void all(DataSource any, @Autowired DataSource springs, TestDatabase database) {
        assertThat(any).isSameAs(springs);
        assertThat(database.migrations().pending()).isEmpty();
        ofAll = any;
    }

    @BeforeEach
    void each(DataSource any) {
        ofEach = any;
    }

    @Test
    void methodsMayMixThem(
            @Autowired Users users,
            ApplicationContext context,
            @Value("${spring.datasource.hikari.maximum-pool-size}") int size,
            @Qualifier("dataSource") DataSource qualified,
            @Autowired DataSource springs,
            DataSource any,
            @OnDatabase("") DataSource named,
            TestDatabase database,
            Connection connection,
            Migrations migrations,
            SchemaSnapshot schema)
            throws SQLException {
        assertThat(users.count()).isZero();
        assertThat(context.getBean(DataSource.class)).isSameAs(springs);
        assertThat(size).isEqualTo(3);
        assertThat(any)
                .isSameAs(springs)
                .isSameAs(qualified)
                .isSameAs(named)
                .isSameAs(ofAll)
                .isSameAs(ofEach);
        try (Connection another = database.dataSource().getConnection()) {
            assertThat(connection.getCatalog()).isEqualTo(another.getCatalog());
        }
        assertThat(migrations.pending()).isEmpty();
        assertThat(schema.diff(database.schema()).isEmpty()).isTrue();
    }

    @Nested
    class WithAConstructorOfSprings {

        private final Users users;
        private final DataSource dataSource;

        @Autowired
        WithAConstructorOfSprings(Users users, DataSource dataSource) {
            this.users = users;
            this.dataSource = dataSource;
        }

        @Test
        void hasBeans() {
            assertThat(users.count()).isZero();
            assertThat(dataSource).isSameAs(ofAll);
        }
    }

    @Nested
    @TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
    class WithAConstructorOfSpringsByAnnotation {

        private final Users users;
        private final DataSource dataSource;

        WithAConstructorOfSpringsByAnnotation(Users users, DataSource dataSource) {
            this.users = users;
            this.dataSource = dataSource;
        }

        @Test
        void hasBeans() {
            assertThat(users.count()).isZero();
            assertThat(dataSource).isSameAs(ofAll);
        }
    }

    @Nested
    class WithAConstructorOfBoth {

        private final Users users;
        private final DataSource dataSource;
        private final TestDatabase database;

        WithAConstructorOfBoth(@Autowired Users users, DataSource dataSource, TestDatabase database) {
            this.users = users;
            this.dataSource = dataSource;
            this.database = database;
        }

        @Test
        void hasBeansAndTheDatabase() {
            assertThat(users.count()).isZero();
            assertThat(dataSource).isSameAs(ofAll);
            assertThat(database.migrations().pending()).isEmpty();
        }
    }

    @Test
    void recordsAreTestClassesToo() {
        pass(RecordTestCase.class, "");
    }

    @Test
    void allConstructorsMayBeSpringsByConfiguration() {
        pass(ConfiguredTestCase.class, "all");
    }

    private static void pass(Class<?> testCase, String autowireMode) {
        EngineTestKit.engine("junit-jupiter")
                .configurationParameter(TestConstructor.TEST_CONSTRUCTOR_AUTOWIRE_MODE_PROPERTY_NAME, autowireMode)
                .selectors(selectClass(testCase))
                .execute()
                .testEvents()
                .assertStatistics(statistics -> statistics.started(1).succeeded(1));
    }

    @SpringBootTest(properties = "test.cached=2")
    @MigratedDatabase
    record RecordTestCase(@Autowired Users users, DataSource dataSource, TestDatabase database) {

        @Test
        void hasBeansAndTheDatabase() {
            assertThat(users.count()).isZero();
            assertThat(dataSource).isNotNull();
            assertThat(database.migrations().pending()).isEmpty();
        }
    }

    @SpringBootTest(properties = "test.cached=2")
    @MigratedDatabase
    static class ConfiguredTestCase {

        private final DataSource dataSource;

        ConfiguredTestCase(DataSource dataSource) {
            this.dataSource = dataSource;
        }

        @Test
        void hasBeans(@Autowired DataSource springs) {
            assertThat(dataSource).isSameAs(springs);
        }
    }
}
