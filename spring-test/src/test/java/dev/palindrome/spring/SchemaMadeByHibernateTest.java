package dev.palindrome.spring;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.mock.env.MockEnvironment;

/** Tests would be green on tables that Hibernate has made, and say nothing about the migrations. */
class SchemaMadeByHibernateTest {

    private static final String DDL_AUTO = "spring.jpa.hibernate.ddl-auto";

    private final Logger log = (Logger) LoggerFactory.getLogger(ContextProperties.class);
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

    @BeforeEach
    void listen() {
        lines.start();
        log.addAppender(lines);
    }

    @AfterEach
    void stopListening() {
        log.detachAppender(lines);
    }

    @ParameterizedTest
    @ValueSource(strings = {"create", "create-drop", "create-only", "CREATE-DROP", "update"})
    void isWarnedOf(String ddlAuto) {
        addTo(new MockEnvironment().withProperty(DDL_AUTO, ddlAuto));

        assertThat(lines.list).hasSize(1);
        assertThat(lines.list.get(0).getLevel()).isEqualTo(Level.WARN);
        assertThat(lines.list.get(0).getFormattedMessage())
                .isEqualTo(DDL_AUTO + "=" + ddlAuto
                        + ": Hibernate changes the schema that the migrations have made, so that"
                        + " their constraints and indexes may be gone. Set validate, or none, for tests on a migrated"
                        + " database.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "validate"})
    void isNotWarnedOfWhereItOnlyLooks(String ddlAuto) {
        addTo(new MockEnvironment().withProperty(DDL_AUTO, ddlAuto));

        assertThat(lines.list).isEmpty();
    }

    @Test
    void isKeptFromMakingTablesWhereNobodyHasSaidAnything() {
        MockEnvironment environment = new MockEnvironment();
        addTo(environment);

        assertThat(lines.list).isEmpty();
        assertThat(environment.getProperty(DDL_AUTO)).isEqualTo("none");
    }

    private static void addTo(ConfigurableEnvironment environment) {
        try (ContextDatabases none = ContextDatabases.start(List.of(), environment, SchemaMadeByHibernateTest.class)) {
            new ContextProperties(none).addTo(environment);
        }
    }
}
