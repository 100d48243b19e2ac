package dev.palindrome.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.check.rule.FindingCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page has a line for each code, with its title, and for none that there is not. */
class CheckPageTest {

    private static final Pattern LINE = Pattern.compile("(?m)^\\| (PAL\\d{3}) \\| ([^|]+?) \\|");
    private static final Pattern MENTIONED = Pattern.compile("PAL\\d{3}");

    @Test
    void theTableIsTheListOfCodes() throws IOException {
        Stream<List<String>> lines = LINE.matcher(page()).results().map(line -> List.of(line.group(1), line.group(2)));

        assertThat(lines)
                .containsExactlyElementsOf(Arrays.stream(FindingCode.values())
                        .map(code -> List.of(code.name(), code.title()))
                        .toList());
    }

    @Test
    void noOtherCodeIsMentioned() throws IOException {
        assertThat(MENTIONED.matcher(page()).results().map(found -> FindingCode.find(found.group())))
                .allMatch(code -> code.isPresent());
    }

    private static String page() throws IOException {
        return Files.readString(Path.of("../docs/check.md"));
    }
}
