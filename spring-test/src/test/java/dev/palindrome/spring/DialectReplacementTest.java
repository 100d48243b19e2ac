package dev.palindrome.spring;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.palindrome.engine.EngineKind;
import dev.palindrome.junit5.DatabaseRequest;
import dev.palindrome.junit5.MigratedDatabase;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.hibernate.dialect.H2Dialect;
import org.hibernate.dialect.SQLServerDialect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;
import org.springframework.orm.jpa.vendor.Database;
import org.springframework.orm.jpa.vendor.HibernateJpaVendorAdapter;

/** Whose dialect Hibernate gets, in whichever way the application says it. */
class DialectReplacementTest {

    private static final String OURS = EmbeddedDialect.class.getName();

    @MigratedDatabase(engine = EngineKind.EMBEDDED)
    static class OnTheEmbeddedEngine {}

    /** As a team writes one. */
    static class TeamsDialect extends SQLServerDialect {}

    private final Logger log = (Logger) LoggerFactory.getLogger(ContextDatabases.class);
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final LocalContainerEntityManagerFactoryBean factory = new LocalContainerEntityManagerFactoryBean();
    private final HibernateJpaVendorAdapter adapter = new HibernateJpaVendorAdapter();
    private final DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
    private ContextDatabases databases;

    @BeforeEach
    void start() {
        databases = ContextDatabases.start(
                DatabaseRequest.of(OnTheEmbeddedEngine.class), new StandardEnvironment(), OnTheEmbeddedEngine.class);
        factory.setDataSource(databases.main().orElseThrow().database().dataSource());
        factory.setJpaVendorAdapter(adapter);
        lines.start();
        log.addAppender(lines);
        log.setLevel(ch.qos.logback.classic.Level.INFO);
    }

    @AfterEach
    void stop() {
        log.detachAppender(lines);
        log.setLevel(null);
        databases.close();
    }

    private Object dialect() {
        new DialectReplacement(databases, beans).postProcessBeforeInitialization(factory, "entityManagerFactory");
        return factory.getJpaPropertyMap().get("hibernate.dialect");
    }

    @Test
    void whereNoneIsSaidOursComesWithoutAWord() {
        assertThat(dialect()).isEqualTo(OURS);
        assertThat(lines.list).isEmpty();
    }

    @Test
    void oursTakesThePlaceOfSqlServersAndOneLineSaysSo() {
        adapter.setDatabasePlatform("org.hibernate.dialect.SQLServerDialect");

        assertThat(dialect()).isEqualTo(OURS);
        assertThat(lines.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly("hibernate.dialect is " + OURS
                        + " here, and not org.hibernate.dialect.SQLServerDialect: the embedded engine is H2.");
    }

    @Test
    void soDoesOneThatTheDatabasesKindStandsFor() {
        adapter.setDatabase(Database.SQL_SERVER);

        assertThat(dialect()).isEqualTo(OURS);
    }

    @Test
    void soDoesOneAmongHibernatesOwnProperties() {
        factory.getJpaPropertyMap().put("hibernate.dialect", SQLServerDialect.class);

        assertThat(dialect()).isEqualTo(OURS);
    }

    @Test
    void soDoesATeamsOwnOnTopOfSqlServers() {
        factory.getJpaPropertyMap().put("hibernate.dialect", TeamsDialect.class.getName());

        assertThat(dialect()).isEqualTo(OURS);
    }

    @Test
    void anyOtherStays() {
        adapter.setDatabasePlatform(H2Dialect.class.getName());

        assertThat(dialect()).isNull();
    }

    @Test
    void otherDatabasesOfTheApplicationAreNotTouched() {
        factory.setDataSource(another());
        factory.getJpaPropertyMap().put("hibernate.dialect", "org.hibernate.dialect.SQLServerDialect");

        assertThat(dialect()).isEqualTo("org.hibernate.dialect.SQLServerDialect");
    }

    @Test
    void norIsOneWhoseNameOursBeginsWith() {
        String ours = databases.main().orElseThrow().database().jdbcUrl().split(";", 2)[0];
        JdbcDataSource shorter = new JdbcDataSource();
        shorter.setUrl(ours.substring(0, ours.length() - 1));
        factory.setDataSource(shorter);

        assertThat(dialect()).isNull();
    }

    @Test
    void norIsOneThatCannotBeAsked() {
        factory.setDataSource(throwing(new IllegalStateException("No tenant.")));

        assertThat(dialect()).isNull();
    }

    @Test
    void aBeanThatIsKnownToLeadThereIsNotConnectedTo() {
        DataSource bean = throwing(new IllegalStateException("It is not to be connected to."));
        beans.registerSingleton("dataSource", bean);
        databases.ledBy(Map.of("dataSource", databases.main().orElseThrow()));
        factory.setDataSource(bean);

        assertThat(dialect()).isEqualTo(OURS);
    }

    private static DataSource throwing(RuntimeException failure) {
        return new AbstractDataSource() {
            @Override
            public Connection getConnection() {
                throw failure;
            }

            @Override
            public Connection getConnection(String username, String password) {
                throw failure;
            }
        };
    }

    private static DataSource another() {
        JdbcDataSource another = new JdbcDataSource();
        another.setUrl("jdbc:h2:mem:another");
        return another;
    }

    @Test
    void onSqlServerNothingIsTouched() {
        databases.close();
        databases = ContextDatabases.start(List.of(), new StandardEnvironment(), OnTheEmbeddedEngine.class);
        factory.getJpaPropertyMap().put("hibernate.dialect", "org.hibernate.dialect.SQLServerDialect");

        assertThat(dialect()).isEqualTo("org.hibernate.dialect.SQLServerDialect");
    }
}
