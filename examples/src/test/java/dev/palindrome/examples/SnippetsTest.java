package dev.palindrome.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The Java on these pages is taken from tests: above each block, a comment names the file that it is in. */
class SnippetsTest {

    private static final List<String> PAGES = List.of(
            "README.md", "docs/annotation.md", "docs/seed.md", "docs/reset.md", "docs/spring.md", "docs/hibernate.md");

    private static final Path ROOT = Stream.iterate(Path.of("").toAbsolutePath(), Path::getParent)
            .filter(directory -> Files.exists(directory.resolve("docs/annotation.md")))
            .findFirst()
            .orElseThrow();

    private static final Pattern BLOCK = Pattern.compile("```java\\R(.*?)```", Pattern.DOTALL);

    private static final Pattern MARKED = Pattern.compile("<!-- from (\\S+) -->\\R```java\\R(.*?)```", Pattern.DOTALL);

    @ParameterizedTest
    @MethodSource
    void isInTheTestItComesFrom(String source, String code) throws IOException {
        assertThat(withoutSpace(Files.readString(ROOT.resolve(source)))).contains(withoutSpace(code));
    }

    static Stream<Arguments> isInTheTestItComesFrom() {
        return PAGES.stream()
                .flatMap(page -> MARKED.matcher(read(page)).results())
                .map(block -> Arguments.of(block.group(1), block.group(2)));
    }

    @ParameterizedTest
    @FieldSource("PAGES")
    void everyBlockSaysWhereItComesFrom(String page) {
        assertThat(MARKED.matcher(read(page)).results())
                .isNotEmpty()
                .hasSameSizeAs(BLOCK.matcher(read(page)).results().toList());
    }

    private static String read(String page) {
        try {
            return Files.readString(ROOT.resolve(page));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Pages break and indent lines as their reader likes it. */
    private static String withoutSpace(String text) {
        return text.replaceAll("\\s", "");
    }
}
