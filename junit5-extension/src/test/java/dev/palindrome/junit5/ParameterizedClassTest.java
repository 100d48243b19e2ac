package dev.palindrome.junit5;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.CapturedLog;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Parameterized classes came with JUnit 5.13, so that the profile junit-oldest leaves this class out. */
class ParameterizedClassTest {

    private static final String ME = "ParameterizedClassTest.ShapesTestCase.";

    @Test
    void everyInvocationHasANameOfItsOwn() {
        try (CapturedLog log = new CapturedLog(MigratedDatabase.class)) {
            TestCases.of(ShapesTestCase.class)
                    .with("palindrome.report-leaks", "true")
                    .pass();

            assertThat(leaks(log))
                    .containsExactly(
                            ME + "InnerTestCase.adds (3 corners, size 7)",
                            ME + "InnerTestCase.adds (4 corners, size 7)",
                            ME + "adds (3 corners)",
                            ME + "adds (4 corners)");
        }
    }

    private static List<String> leaks(CapturedLog log) {
        return log.lines().stream()
                .filter(line -> line.startsWith("WARN "))
                .flatMap(line -> line.lines().skip(1))
                .map(line -> line.strip().replaceFirst(": dbo.*", ""))
                .toList();
    }

    @MigratedDatabase
    @ParameterizedClass(name = "{0} corners")
    @ValueSource(ints = {3, 4})
    static class ShapesTestCase {

        @Parameter
        int corners;

        @Test
        void adds(DataSource dataSource) throws SQLException {
            Orders.add(dataSource, "Ada");
        }

        @Nested
        class InnerTestCase {

            @ParameterizedTest(name = "size {0}")
            @ValueSource(ints = 7)
            void adds(int size, DataSource dataSource) throws SQLException {
                Orders.add(dataSource, "Ada");
            }
        }
    }
}
