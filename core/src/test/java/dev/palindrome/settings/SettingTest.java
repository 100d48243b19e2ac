package dev.palindrome.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SettingTest {

    /** What the guide says of a setting that has no default of its own. */
    private static final List<String> NO_DEFAULT = List.of("none", "not written", "the first");

    /** In plain text, so that the guide may have links. */
    private record Row(String key, String description, String defaultValue) {

        static Row of(String line) {
            String[] cells = line.replaceAll("\\[([^\\]]*)]\\([^)]*\\)", "$1")
                    .replace("`", "")
                    .split("\\|");
            return new Row(cells[1].strip(), cells[2].strip(), cells[3].strip());
        }
    }

    @Test
    void theGuideListsExactlyThese() throws IOException {
        assertThat(guide())
                .extracting(Row::key, Row::description)
                .containsExactlyElementsOf(Stream.of(Setting.values())
                        .map(setting -> tuple(setting.key(), setting.description()))
                        .toList());
    }

    @Test
    void theGuideNamesValuesAndDefaults() throws IOException {
        List<Row> guide = guide();
        for (Setting setting : Setting.values()) {
            Row row = guide.get(setting.ordinal());
            assertThat(setting.allowedValues())
                    .allSatisfy(value -> assertThat(row.description() + " " + row.defaultValue())
                            .as(setting.key())
                            .contains(value));
            setting.defaultValue()
                    .ifPresent(value ->
                            assertThat(row.defaultValue()).as(setting.key()).isEqualTo(value));
        }
        assertThat(guide)
                .filteredOn(row -> NO_DEFAULT.contains(row.defaultValue()))
                .extracting(Row::key)
                .containsExactly(
                        "palindrome.round-trip-from",
                        "palindrome.report-dir",
                        "palindrome.url",
                        "palindrome.username",
                        "palindrome.password");
    }

    private static List<Row> guide() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("..", "docs", "engines.md"))) {
            return lines.filter(line -> line.startsWith("| `palindrome."))
                    .map(Row::of)
                    .toList();
        }
    }
}
