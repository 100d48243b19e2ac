package dev.palindrome.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.sqlserver.jdbc.SQLServerDriver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Runs last of all in the profile {@code sqlserver}: writes the report, whatever became of the tests, and fails the build
 * if one of them has failed.
 */
@Tag("sqlserver-report")
@EnabledIfSystemProperty(named = RunFile.PROPERTY, matches = ".+")
class ServerReportIT {

    @Test
    void allThatTheServerHasWentWell() throws IOException {
        RunFile run = RunFile.ofThisRun().orElseThrow();
        ServerReport report = new ServerReport(run.entries());
        Path file = run.path().resolveSibling(report.fileName());
        Files.writeString(file, report.markdown(software()));

        assertThat(report.isGood())
                .as("%s. What failed, and what the server said, stands in %s", report.summary(), file)
                .isTrue();
    }

    private static Map<String, String> software() {
        Map<String, String> software = new LinkedHashMap<>();
        software.put("Palindrome", System.getProperty("test.palindrome-version", "unknown"));
        software.put("driver", jar(SQLServerDriver.class));
        software.put("Flyway", jar(Flyway.class));
        software.put("JDK", System.getProperty("java.version"));
        software.put("tests ran on", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        software.put("day", LocalDate.now(ZoneOffset.UTC).toString());
        return software;
    }

    private static String jar(Class<?> type) {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().getPath())
                .getFileName()
                .toString();
    }
}
