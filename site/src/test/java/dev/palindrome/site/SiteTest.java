package dev.palindrome.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Of README and docs as they are: every link leads somewhere, in the repository and on the site. */
class SiteTest {

    private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();

    private static final Pattern LINK = Pattern.compile("(?:href|src)=\"([^\"]*+)\"");

    static List<Page> pages() throws IOException {
        return Site.of(REPOSITORY).pages();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void linksLeadToFilesAndHeadingsThatAreThere(Page page) throws IOException {
        Map<String, Page> read = new HashMap<>();
        for (String link : page.links()) {
            if (Target.isElsewhere(link)) {
                continue;
            }
            Target target = Target.of(page, link);
            assertThat(REPOSITORY.resolve(target.path())).as(link).exists();
            if (!target.anchor().isEmpty()) {
                assertThat(target.path()).as(link).endsWith(".md");
                if (!read.containsKey(target.path())) {
                    read.put(target.path(), Page.read(REPOSITORY, target.path()));
                }
                assertThat(read.get(target.path()).hasAnchor(target.anchor()))
                        .as(link)
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void linksToOthersAreWrittenAsTheyShould(Page page) throws URISyntaxException {
        for (String link : page.links()) {
            if (Target.isElsewhere(link)) {
                URI uri = new URI(link);
                assertThat(uri.getScheme()).as(link).isEqualTo("https");
                assertThat(uri.getHost()).as(link).contains(".");
            }
        }
    }

    @Test
    void theOrderIsThatOfReadmeAndItNamesEveryPage() throws IOException {
        List<String> order = pages().stream().map(Page::name).toList();
        List<String> named = Stream.of("README.md", "docs/recipes/README.md")
                .flatMap(overview -> namedOn(overview).stream())
                .toList();

        assertThat(order)
                .hasSizeGreaterThan(35)
                .startsWith("README.md", "docs/tutorial.md")
                .doesNotHaveDuplicates();
        assertThat(named).containsAll(order.subList(1, order.size()));
    }

    private static List<String> namedOn(String overview) {
        try {
            Page page = Page.read(REPOSITORY, overview);
            return page.listed().stream()
                    .filter(link -> !Target.isElsewhere(link))
                    .map(link -> Target.of(page, link).path())
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void everyLinkOfTheSiteLeadsToAFileOfIt(@TempDir Path folder) throws IOException {
        Path javadoc = Files.createDirectories(folder.resolve("javadoc"));
        Files.writeString(javadoc.resolve("index.html"), "<p>Javadoc</p>");
        Path output = folder.resolve("site");

        Site.of(REPOSITORY).write(output, javadoc);

        try (Stream<Path> files = Files.walk(output)) {
            List<Path> pages =
                    files.filter(file -> file.toString().endsWith(".html")).toList();
            assertThat(pages).hasSizeGreaterThan(35);
            for (Path page : pages) {
                LINK.matcher(Files.readString(page))
                        .results()
                        .map(link -> link.group(1))
                        .forEach(link -> {
                            if (!Target.isElsewhere(link) && !link.startsWith("#")) {
                                assertThat(page.resolveSibling(link.replaceFirst("#.*", "")))
                                        .as(page + ": " + link)
                                        .isRegularFile();
                            }
                        });
            }
        }
        assertThat(output.resolve("assets/index.js")).content().contains("\"address\":\"docs/annotation.html#");
    }

    @Test
    void withoutJavadocItSaysHowToMakeIt(@TempDir Path folder) throws IOException {
        Site site = Site.of(REPOSITORY);

        assertThatThrownBy(() -> site.write(folder.resolve("site"), folder.resolve("none")))
                .hasMessage("There is no Javadoc in " + folder.resolve("none")
                        + ". Make both: ./mvnw package -Pjavadoc,site -DskipTests");
    }

    @Test
    void headingsAreCalledAsGitHubCallsThem() {
        Anchors anchors = new Anchors();

        assertThat(Stream.of(
                                "Whose Testcontainers",
                                "In Maven's output",
                                "`palindrome.url`, and others",
                                "A – B",
                                "A – B")
                        .map(anchors::next))
                .containsExactly(
                        "whose-testcontainers", "in-mavens-output", "palindromeurl-and-others", "a--b", "a--b-1");
    }
}
