package dev.palindrome.spring;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.palindrome.junit5.MigratedDatabase;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.test.context.ContextConfiguration;

class ConventionWarningTest {

    /** Spring warns once in a JVM, so each looks with classes that are made anew. */
    @Test
    void springSaysNothingOfTheAnnotation() throws Exception {
        assertThat(new ApartClassLoader("").ask(AfterTheHost.class)).isEqualTo("[] null");
    }

    /** Is made by a class loader of its own. */
    public static final class AfterTheHost implements Supplier<String> {

        @Override
        public String get() {
            Logger logger =
                    (Logger) LoggerFactory.getLogger("org.springframework.core.annotation.AnnotationTypeMapping");
            ListAppender<ILoggingEvent> lines = new ListAppender<>();
            lines.start();
            logger.addAppender(lines);
            new SpringDatabaseHost().hosts(Annotated.class);
            MergedAnnotations.from(Annotated.class).isPresent(Configuration.class);
            return lines.list + " " + logger.getLevel();
        }
    }

    @ContextConfiguration
    @MigratedDatabase
    static class Annotated {}
}
