package dev.palindrome.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page promises what the build tests and compares, and nothing else. */
class CompatibilityPageTest {

    private static final String PAGE = new Page("docs/compatibility.md").text();

    private static final String BUILDS = new Page(".github/workflows/ci.yml").text();

    private static final Pattern VERSION = Pattern.compile("\\d++(?:\\.\\d++)*+");

    @Test
    void java() {
        assertThat(versions("Java")).containsExactlyInAnyOrderElementsOf(inBuilds("\\bjava: \\[([^\\]]++)\\]"));
        assertThat(versions("Java")).contains(Pom.property("maven.compiler.release"));
    }

    @Test
    void junit() {
        assertThat(versions("JUnit"))
                .containsExactlyInAnyOrderElementsOf(everywhere("junit.version", "junit.api.version"));
    }

    @Test
    void flyway() {
        Set<String> tested = everywhere("flyway.version", "flyway.tested.version");
        tested.add(in("spring-test/pom.xml", "<flyway.version>([^<]++)<"));

        assertThat(versions("Flyway")).containsExactlyInAnyOrderElementsOf(tested);
    }

    @Test
    void springBoot() {
        assertThat(versions("Spring Boot"))
                .containsExactlyInAnyOrder(
                        in("spring-test/pom.xml", "<spring-boot.version>([^<]++)<"),
                        in("spring-test/boot-4.0/pom.xml", "<version>([^<]++)<"),
                        in("spring-test/boot-4.1/pom.xml", "<version>([^<]++)<"));
    }

    @Test
    void h2() {
        assertThat(versions("H2")).containsExactlyInAnyOrderElementsOf(everywhere("h2.version", "h2.tested.version"));
    }

    @Test
    void sqlServer() {
        assertThat(versions("SQL Server")).containsExactlyInAnyOrderElementsOf(inBuilds("\\btag: \\[([^\\]]++)\\]"));
    }

    @Test
    void maven() {
        assertThat(versions("Maven, to build Palindrome"))
                .containsExactly(in("pom.xml", "<requireMavenVersion>\\s*+<version>\\[([^,]++),"));
    }

    @Test
    void theTypesAreThoseThatTheBuildComparesAndTheyAreThere() throws ClassNotFoundException {
        List<String> promised = Pattern.compile("(?m)^\\| `(dev\\.palindrome[\\w.]*+)` \\| ([^|]++)\\|$")
                .matcher(PAGE)
                .results()
                .flatMap(row -> Stream.of(row.group(2).replace("`", "").strip().split(", "))
                        .map(type -> row.group(1) + "." + type))
                .toList();
        List<String> compared = Pattern.compile("<include>(dev\\.palindrome\\.[\\w.]++)</include>")
                .matcher(new Page("pom.xml").text())
                .results()
                .map(include -> include.group(1))
                .toList();

        assertThat(promised).hasSizeGreaterThan(60).containsExactlyInAnyOrderElementsOf(compared);
        for (String type : promised) {
            assertThat(Class.forName(type)).isPublic();
        }
    }

    /** All numbers in a row of the table, but for what is a link. */
    private static Set<String> versions(String of) {
        Matcher row =
                Pattern.compile("(?m)^\\| " + Pattern.quote(of) + " \\|(.++)$").matcher(PAGE);
        assertThat(row.find()).as(of).isTrue();
        return numbers(row.group(1));
    }

    private static Set<String> inBuilds(String regex) {
        Matcher list = Pattern.compile(regex).matcher(BUILDS);
        assertThat(list.find()).as(regex).isTrue();
        return numbers(list.group(1));
    }

    private static Set<String> numbers(String text) {
        return VERSION.matcher(text)
                .results()
                .map(version -> version.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> everywhere(String... properties) {
        return Stream.of(properties)
                .flatMap(property -> Pom.everywhere(property).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String in(String file, String regex) {
        Matcher matcher = Pattern.compile(regex).matcher(new Page(file).text());
        assertThat(matcher.find()).as(regex).isTrue();
        return matcher.group(1);
    }
}
