package todos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.TestDatabase;
import dev.palindrome.engine.EngineKind;
import dev.palindrome.roundtrip.RoundTrip;
import dev.palindrome.roundtrip.RoundTripOptions;
import dev.palindrome.roundtrip.RoundTripReport;
import dev.palindrome.roundtrip.UndoDraft;
import dev.palindrome.roundtrip.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Goes through docs/tutorial.md as its reader does, and holds what it says is printed against what is. */
class TutorialPageTest {

    private static final Path ROOT = Stream.iterate(Path.of("").toAbsolutePath(), Path::getParent)
            .filter(directory -> Files.exists(directory.resolve("docs/tutorial.md")))
            .findFirst()
            .orElseThrow();

    private static final Path MODULE = ROOT.resolve("examples/tutorial");

    private static final String PAGE = read(ROOT.resolve("docs/tutorial.md"));

    private static final Pattern FILE = Pattern.compile("<!-- file (\\S+) -->\\R```\\w+\\R(.*?)```", Pattern.DOTALL);

    @TempDir
    private Path folder;

    @Test
    void theMigrationsAreTheOnesThatThisModuleTests() throws IOException {
        List<String> files = FILE.matcher(PAGE)
                .results()
                .map(file -> file.group(1))
                .filter(name -> name.endsWith(".sql"))
                .toList();

        try (Stream<Path> tested = Files.list(MODULE.resolve("src/main/resources/db/migration"))) {
            assertThat(tested.map(MODULE::relativize)
                            .map(path -> path.toString().replace('\\', '/')))
                    .containsExactlyInAnyOrderElementsOf(files);
        }
        assertThat(files).allSatisfy(file -> assertThat(file(file)).isEqualTo(read(MODULE.resolve(file))));
    }

    @Test
    void itsPomHasTheVersionsThatAreTested() {
        String pom = file("pom.xml");

        assertThat(read(ROOT.resolve("pom.xml")))
                .contains("<version>" + version(pom, "palindrome-junit5") + "</version>")
                .contains("<junit.version>" + version(pom, "junit-jupiter") + "</junit.version>")
                .contains("<logback.version>" + version(pom, "logback-classic") + "</logback.version>")
                .contains("<h2.version>" + version(pom, "h2") + "</h2.version>")
                .contains("<version>" + version(pom, "maven-surefire-plugin") + "</version>");
    }

    @Test
    void withoutAnUndoItIsRed() throws IOException {
        RoundTrip trip = status("V1__users.sql", "U1__users.sql", "V2__status.sql");

        assertThat(trip.verdict()).isEqualTo(Verdict.UNDO_MISSING);
        assertThat(block("without an undo"))
                .startsWith("V2 status [V2__status.sql] has no undo.\n")
                .endsWith(draft(trip).indent(2))
                .contains("(" + "tried: restores the schema; does not bring back data");
    }

    @Test
    void theDraftLosesData() throws IOException {
        RoundTrip undone = status("V1__users.sql", "U1__users.sql", "V2__status.sql");
        Files.writeString(folder.resolve("U2__status.sql"), draft(undone));

        RoundTrip trip = status();

        assertThat(trip.verdict()).isEqualTo(Verdict.DATA_LOST);
        assertThat(block("with the draft")).contains("  " + trip.dataLosses().get(0) + "\n");
    }

    @Test
    void theUndoOfThePageIsGreen() throws IOException {
        RoundTripReport report = report("V1__users.sql", "U1__users.sql", "V2__status.sql", "U2__status.sql");

        assertThat(report.roundTrips())
                .extracting(RoundTrip::verdict)
                .containsExactly(Verdict.REVERSIBLE, Verdict.REVERSIBLE);
    }

    private RoundTrip status(String... files) throws IOException {
        return report(files).roundTrips().get(1);
    }

    private RoundTripReport report(String... files) throws IOException {
        for (String file : files) {
            Files.writeString(folder.resolve(file), file("src/main/resources/db/migration/" + file));
        }
        return TestDatabase.builder()
                .engine(EngineKind.EMBEDDED)
                .locations("filesystem:" + folder)
                .verifyRoundTrips(RoundTripOptions.none());
    }

    private static String draft(RoundTrip trip) {
        return trip.undoDraft().map(UndoDraft::sql).orElseThrow();
    }

    private static String file(String name) {
        return FILE.matcher(PAGE)
                .results()
                .filter(file -> file.group(1).equals(name))
                .map(file -> file.group(2))
                .findFirst()
                .orElseThrow();
    }

    private static String block(String when) {
        return Pattern.compile("<!-- prints " + when + " -->\\R```\\R(.*?)```", Pattern.DOTALL)
                .matcher(PAGE)
                .results()
                .map(block -> block.group(1))
                .findFirst()
                .orElseThrow();
    }

    private static String version(String pom, String artifact) {
        return Optional.of(Pattern.compile("<artifactId>" + artifact + "</artifactId>\\s*<version>([^<]+)<")
                        .matcher(pom))
                .filter(java.util.regex.Matcher::find)
                .orElseThrow()
                .group(1);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
