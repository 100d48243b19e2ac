package dev.palindrome.spring;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.jdbc.datasource.lookup.AbstractRoutingDataSource;

class ConnectionEvictionTest {

    /** As for tenants: without one there is nowhere to lead to. */
    private static final class Routing extends AbstractRoutingDataSource {

        @Override
        protected Object determineCurrentLookupKey() {
            return "nobody";
        }
    }

    @Test
    void aBeanThatCannotBeToldIsAWarning() {
        Routing routing = new Routing();
        routing.setTargetDataSources(Map.of());
        routing.afterPropertiesSet();
        DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
        beans.registerSingleton("tenants", routing);
        Logger log = (Logger) LoggerFactory.getLogger(ContextDatabases.class);
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        log.addAppender(lines);
        try {
            new ConnectionEviction(beans).run();
        } finally {
            log.detachAppender(lines);
        }

        assertThat(lines.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly("The bean tenants cannot be told that its connections have ended: Cannot determine"
                        + " target DataSource for lookup key [nobody]");
    }
}
