package dev.palindrome.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The Java and Kotlin on these pages is taken from tests: above each block, a comment names the file that it is in. */
class SnippetsTest {

    private static final Path ROOT = Stream.iterate(Path.of("").toAbsolutePath(), Path::getParent)
            .filter(directory -> Files.exists(directory.resolve("docs/annotation.md")))
            .findFirst()
            .orElseThrow();

    /** What is left to its reader's eye: a list of recipes, and what cannot be run here. */
    private static final Set<String> WITHOUT_CODE = Set.of("README.md", "gradle.md", "remote-docker.md");

    private static final List<String> PAGES = Stream.concat(
                    Stream.of(
                            "README.md",
                            "docs/annotation.md",
                            "docs/backup.md",
                            "docs/migrations.md",
                            "docs/legacy.md",
                            "docs/check.md",
                            "docs/round-trip.md",
                            "docs/schema.md",
                            "docs/old-database.md",
                            "docs/seed.md",
                            "docs/reset.md",
                            "docs/spring.md",
                            "docs/hibernate.md"),
                    recipes())
            .toList();

    private static final Pattern BLOCK = Pattern.compile("```(?:java|kotlin)\\R(.*?)```", Pattern.DOTALL);

    private static final Pattern MARKED = Pattern.compile("<!-- from (\\S+) -->\\R```\\w+\\R(.*?)```", Pattern.DOTALL);

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
        assertThat(MARKED.matcher(read(page)).results()).isNotEmpty();
        assertThat(BLOCK.matcher(MARKED.matcher(read(page)).replaceAll("")).results())
                .isEmpty();
    }

    private static Stream<String> recipes() {
        try (Stream<Path> pages = Files.list(ROOT.resolve("docs/recipes"))) {
            return pages
                    .map(page -> page.getFileName().toString())
                    .filter(page -> !WITHOUT_CODE.contains(page))
                    .sorted()
                    .map("docs/recipes/"::concat)
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
