package dev.palindrome.spring;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;
import org.slf4j.LoggerFactory;

/** Spring Boot and HikariCP need not be there: no class of theirs is asked for then. */
class WithoutBootTest {

    @Test
    void contextsOfPlainSpringAreOnTheMigratedDatabase() throws Exception {
        assertThat(new ApartClassLoader("(spring-boot|HikariCP).*").ask(PlainSpringRun.class))
                .isEqualTo("5 passed, failed: ");
    }

    /** Is made by a class loader of its own. */
    public static final class PlainSpringRun implements Supplier<String> {

        @Override
        public String get() {
            ((Logger) LoggerFactory.getLogger("org.springframework.core.annotation.AnnotationTypeMapping"))
                    .setLevel(Level.OFF);
            // JDBC looks for drivers once in a JVM.
            org.h2.Driver.load();
            Events tests = EngineTestKit.engine("junit-jupiter")
                    .selectors(selectClass(PlainSpringTest.class))
                    .execute()
                    .allEvents();
            return tests.succeeded()
                            .filter(event -> event.getTestDescriptor().isTest())
                            .count()
                    + " passed, failed: "
                    + tests.failed().stream().map(Object::toString).collect(joining("\n"));
        }
    }
}
