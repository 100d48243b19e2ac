package dev.palindrome.spring;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** Tests would be green on tables that Hibernate has made, and say nothing about the migrations. */
class SchemaMadeByHibernateTest {

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
        ContextProperties.warnOf(ddlAuto);

        assertThat(lines.list).hasSize(1);
        assertThat(lines.list.get(0).getLevel()).isEqualTo(Level.WARN);
        assertThat(lines.list.get(0).getFormattedMessage())
                .startsWith("spring.jpa.hibernate.ddl-auto=" + ddlAuto + ": Hibernate changes the schema");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "none", "validate"})
    void isNotWarnedOfWhereItOnlyLooks(String ddlAuto) {
        ContextProperties.warnOf(ddlAuto);

        assertThat(lines.list).isEmpty();
    }
}
