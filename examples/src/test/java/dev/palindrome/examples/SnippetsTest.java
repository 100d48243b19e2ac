package dev.palindrome.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.InputSource;

/**
 * What pages show as code: Java and Kotlin is taken from tests, named in a comment above each block; XML is well formed, and
 * it and Gradle's files name the versions that the tests run with.
 */
class SnippetsTest {

    private static final List<Page> PAGES = Page.all();

    /** Also within a list, where it is indented. */
    private static final Pattern BLOCK = Pattern.compile("(?m)^ *+```(?:java|kotlin)\\b");

    private static final Pattern MARKED =
            Pattern.compile("<!-- from (\\S++) -->\\R *+```\\w++\\R(.*?)```", Pattern.DOTALL);

    private static final Pattern XML = Pattern.compile("(?m)^ *+```xml\\R(.*?)^ *+```", Pattern.DOTALL);

    private static final Pattern MAVEN_VERSION =
            Pattern.compile("<artifactId>([^<]++)</artifactId>\\s*+<version>([^<]++)</version>");

    private static final Pattern GRADLE_VERSION = Pattern.compile("'[\\w.]++:([\\w.-]++):([\\w.-]++)'");

    /** What the pages name beside Palindrome's own artifacts, and the property of the POM that has its version. */
    private static final Map<String, String> PROPERTIES = Map.of(
            "junit-jupiter", "junit.version",
            "logback-classic", "logback.version",
            "h2", "h2.version");

    /** What no property has: the first was tried by hand, the others are the tutorial's, whose own test holds them. */
    private static final Map<String, String> BY_HAND =
            Map.of("maven-surefire-junit5-tree-reporter", "1.5.1", "maven-surefire-plugin", "3.6.1", "todos", "1");

    @ParameterizedTest
    @MethodSource
    void isInTheTestItComesFrom(String source, String code) throws IOException {
        assertThat(withoutSpace(Files.readString(Page.ROOT.resolve(source)))).contains(withoutSpace(code));
    }

    static Stream<Arguments> isInTheTestItComesFrom() {
        return PAGES.stream()
                .flatMap(page -> MARKED.matcher(page.text()).results())
                .map(block -> Arguments.of(block.group(1), block.group(2)));
    }

    @ParameterizedTest
    @FieldSource("PAGES")
    void everyBlockSaysWhereItComesFrom(Page page) {
        assertThat(BLOCK.matcher(MARKED.matcher(page.text()).replaceAll("")).results())
                .isEmpty();
    }

    @Test
    void thereAreSome() {
        assertThat(isInTheTestItComesFrom()).hasSizeGreaterThan(40);
        assertThat(PAGES).hasSizeGreaterThan(30);
    }

    @ParameterizedTest
    @FieldSource("PAGES")
    void xmlIsWellFormed(Page page) {
        assertThat(XML.matcher(page.text()).results().map(block -> block.group(1)))
                .allSatisfy(block -> parse("<part>" + block + "</part>"));
    }

    @ParameterizedTest
    @FieldSource("PAGES")
    void namesTheVersionsOfThePom(Page page) {
        assertThat(Stream.of(MAVEN_VERSION, GRADLE_VERSION)
                        .flatMap(versions -> versions.matcher(page.text()).results()))
                .allSatisfy(
                        named -> assertThat(named.group(2)).as(named.group(1)).isEqualTo(version(named.group(1))));
    }

    private static String version(String artifact) {
        if (artifact.startsWith("palindrome-")) {
            return Pom.version();
        }
        return Optional.ofNullable(PROPERTIES.get(artifact))
                .map(Pom::property)
                .orElseGet(() -> Optional.ofNullable(BY_HAND.get(artifact))
                        .orElseThrow(() -> new AssertionError("Which version of " + artifact + " shall it be?")));
    }

    private static void parse(String xml) throws Exception {
        DocumentBuilder parser = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        parser.setErrorHandler(null);
        parser.parse(new InputSource(new StringReader(xml)));
    }

    /** Pages break and indent lines as their reader likes it. */
    private static String withoutSpace(String text) {
        return text.replaceAll("\\s", "");
    }
}
