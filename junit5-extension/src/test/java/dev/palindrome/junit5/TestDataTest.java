package dev.palindrome.junit5;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With reports asked for, a file says how classes came to their databases and what resets put back. */
class TestDataTest {

    @TempDir
    Path reports;

    @Test
    void classesAndResetsAreInTheFile() throws IOException {
        TestCases.of(ResetCases.Default.class)
                .with("palindrome.report-dir", reports.toString())
                .pass();
        TestCases.of(ResetCases.Default.class)
                .with("palindrome.report-dir", reports.toString())
                .pass();

        String json = Files.readString(files("json").get(0));
        assertThat(json.split("\"class\": \"ResetCases.Default\"", -1))
                .as("classes of both test plans")
                .hasSize(3);
        assertThat(json)
                .contains("\"origin\": \"CLONED\"")
                .containsPattern(
                        "\"test\": \"ResetCases\\.Default\\.\\w+\",\\s+\"after\": \"ResetCases\\.Default\\.\\w+\","
                                + "\\s+\"strategy\": \"TABLES\",\\s+\"reason\": \"dbo\\.orders: ");
        assertThat(files("html"))
                .singleElement()
                .satisfies(page -> assertThat(page).content().contains("How classes came to their databases"));
    }

    @Test
    void withoutADirectoryNothingIsWritten() throws IOException {
        TestCases.of(ResetCases.Default.class).pass();
        assertThat(files("json")).isEmpty();
    }

    private List<Path> files(String kind) throws IOException {
        try (Stream<Path> files = Files.list(reports)) {
            return files.filter(file -> file.getFileName().toString().matches("test-data-\\d+\\." + kind))
                    .toList();
        }
    }
}
