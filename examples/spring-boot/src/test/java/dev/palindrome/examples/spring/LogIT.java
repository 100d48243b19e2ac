package dev.palindrome.examples.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.platform.engine.discovery.ClassSelector;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What a run of the five classes says: one start of the application on one database, and four lines of Palindrome's. */
@ExtendWith(OutputCaptureExtension.class)
class LogIT {

    @Test
    void fiveClassesStartOneApplicationOnOneDatabase(CapturedOutput output) {
        ClassSelector[] classes = Stream.of(
                        TodoServiceTest.class,
                        TodoPagesTest.class,
                        OverdueTodosTest.class,
                        TodoStatisticsTest.class,
                        MigrationsTest.class)
                .map(type -> selectClass(type))
                .toArray(ClassSelector[]::new);

        EngineTestKit.engine("junit-jupiter")
                .selectors(classes)
                .execute()
                .testEvents()
                .assertStatistics(tests -> tests.succeeded(10));

        assertThat(lines(output, ": Started ")).hasSize(1);
        assertThat(lines(output, " HikariPool-")).hasSize(3);
        assertThat(lines(output, "] dev.palindrome.").stream().filter(line -> !line.contains("oundTrip")))
                .satisfiesExactly(
                        line -> assertThat(line).contains("WARN", "Tests run on the embedded engine (H2)"),
                        line -> assertThat(line).contains("INFO", "2 migrations applied in"),
                        line -> assertThat(line).contains("INFO", "The application context of TodoServiceTest has"),
                        line -> assertThat(line)
                                .contains("INFO", "hibernate.dialect is", "and not org.hibernate.dialect"));
    }

    private static List<String> lines(CapturedOutput output, String part) {
        return output.toString().lines().filter(line -> line.contains(part)).toList();
    }
}
