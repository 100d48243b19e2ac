package dev.palindrome.engine.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.palindrome.CapturedLog;
import dev.palindrome.engine.EngineKind;
import dev.palindrome.engine.EngineRequest;
import dev.palindrome.engine.EngineUnavailableException;
import dev.palindrome.engine.Engines;
import dev.palindrome.error.PalindromeException;
import dev.palindrome.settings.Settings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EngineSelectionTest {

    private static final Map<String, String> NOTHING_SET = Map.of();

    private static final Map<String, String> SERVER = Map.of(
            "palindrome.url", "jdbc:sqlserver://db.example:1433;databaseName=start",
            "palindrome.username", "tester",
            "palindrome.password", "S3cret");

    private final FakeEngineEnvironment machine = new FakeEngineEnvironment();

    @ParameterizedTest
    @MethodSource
    void decides(EngineKind kind, Map<String, String> settings, FakeEngineEnvironment machine, String engine) {
        assertThat(new EngineSelection(machine).select(request(kind, settings)).describe())
                .isEqualTo(engine);
    }

    static Stream<Arguments> decides() {
        String container = "SQL Server in container mcr.microsoft.com/mssql/server:2022-latest";
        String server = "SQL Server at jdbc:sqlserver://db.example:1433";
        String h2 = "embedded H2";
        return Stream.of(
                Arguments.of(EngineKind.AUTO, SERVER, new FakeEngineEnvironment(), server),
                Arguments.of(EngineKind.AUTO, NOTHING_SET, new FakeEngineEnvironment(), container),
                Arguments.of(
                        EngineKind.AUTO,
                        Map.of("palindrome.image", "registry.example/mssql:2019"),
                        new FakeEngineEnvironment(),
                        "SQL Server in container registry.example/mssql:2019"),
                Arguments.of(EngineKind.AUTO, NOTHING_SET, new FakeEngineEnvironment().withoutTestcontainers(), h2),
                Arguments.of(EngineKind.AUTO, SERVER, new FakeEngineEnvironment().withoutTestcontainers(), server),
                Arguments.of(EngineKind.AUTO, NOTHING_SET, new FakeEngineEnvironment().withoutLicence(), h2),
                Arguments.of(
                        EngineKind.AUTO,
                        Map.of("palindrome.accept-license", "true"),
                        new FakeEngineEnvironment().withoutLicence(),
                        container),
                Arguments.of(EngineKind.AUTO, NOTHING_SET, new FakeEngineEnvironment().withoutDocker(), h2),
                Arguments.of(EngineKind.AUTO, NOTHING_SET, new FakeEngineEnvironment().whereContainersDie(), h2),
                Arguments.of(EngineKind.AUTO, Map.of("palindrome.engine", "Embedded"), new FakeEngineEnvironment(), h2),
                Arguments.of(EngineKind.EMBEDDED, SERVER, new FakeEngineEnvironment(), h2),
                Arguments.of(EngineKind.SQL_SERVER, SERVER, new FakeEngineEnvironment().withoutH2(), server),
                Arguments.of(
                        EngineKind.SQL_SERVER,
                        Map.of("palindrome.engine", "embedded"),
                        new FakeEngineEnvironment(),
                        container),
                Arguments.of(
                        EngineKind.AUTO,
                        Map.of("palindrome.engine", "sqlserver"),
                        new FakeEngineEnvironment(),
                        container));
    }

    @Test
    void theImageInTheTestBeatsTheSetting() {
        EngineRequest request = new EngineRequest(
                EngineKind.AUTO, Optional.of("mine:1"), settings(Map.of("palindrome.image", "yours:1")));
        assertThat(new EngineSelection(machine).select(request).describe()).isEqualTo("SQL Server in container mine:1");
    }

    @Test
    void aServerThatDoesNotAnswerIsAnErrorAndNeverReplaced() {
        assertThat(refusal(EngineKind.AUTO, SERVER, machine.whereNoServerAnswers()))
                .isEqualTo("""
                palindrome.url names a SQL Server, and no other engine may stand in for it.
                Tried:
                - existing server jdbc:sqlserver://db.example:1433: no login (Connection refused)
                Ways out, of which one is enough:
                - start the server, or correct palindrome.url, palindrome.username and palindrome.password; without \
                palindrome.url another engine is looked for""");
        assertThat(machine.done()).containsExactly("connect to jdbc:sqlserver://db.example:1433");
    }

    @Test
    void sqlserverForbidsTheEmbeddedEngine() {
        assertThat(refusal(EngineKind.AUTO, Map.of("palindrome.engine", "sqlserver"), machine.withoutDocker()))
                .isEqualTo("""
                SQL Server was asked for, and the embedded engine may not stand in for it.
                Tried:
                - existing server: palindrome.url is not set
                - container mcr.microsoft.com/mssql/server:2022-latest: Docker does not answer (Could not find a valid \
                Docker environment)
                Ways out, of which one is enough:
                - set palindrome.url, palindrome.username and palindrome.password to those of a SQL Server that runs
                - start Docker, or let DOCKER_HOST name one that runs""");
    }

    @Test
    void withNothingLeftTheErrorSaysWhatWasTriedAndWhatToDo() {
        assertThat(refusal(
                        EngineKind.AUTO, NOTHING_SET, machine.withoutLicence().withoutH2()))
                .isEqualTo("""
                There is no database engine to run the tests on.
                Tried:
                - existing server: palindrome.url is not set
                - container mcr.microsoft.com/mssql/server:2022-latest: nobody has accepted the image's licence \
                (https://hub.docker.com/_/microsoft-mssql-server)
                - embedded engine: H2 is not on the class path
                Ways out, of which one is enough:
                - set palindrome.url, palindrome.username and palindrome.password to those of a SQL Server that runs
                - accept the licence: set palindrome.accept-license=true, or write the line \
                mcr.microsoft.com/mssql/server:2022-latest into src/test/resources/container-license-acceptance.txt
                - add com.h2database:h2 to the test class path, for a preview without SQL Server""");
    }

    @Test
    void theEmbeddedEngineNeedsH2() {
        assertThat(refusal(EngineKind.EMBEDDED, NOTHING_SET, machine.withoutH2()))
                .isEqualTo("""
                The embedded engine was asked for.
                Tried:
                - embedded engine: H2 is not on the class path
                Ways out, of which one is enough:
                - add com.h2database:h2 to the test class path, for a preview without SQL Server""");
    }

    @Test
    void aTestMayNotAskForTheEmbeddedEngineWhereSqlServerIsSet() {
        assertThat(refusal(EngineKind.EMBEDDED, Map.of("palindrome.engine", "sqlserver"), machine))
                .isEqualTo("The test asks for the embedded engine, but palindrome.engine=sqlserver forbids it here."
                        + " Let the test ask for AUTO, or run it where the setting is another.");
    }

    @Test
    void anEngineThatDoesNotExistIsAnError() {
        assertThat(refusal(EngineKind.AUTO, Map.of("palindrome.engine", "oracle"), machine))
                .isEqualTo("palindrome.engine is 'oracle', which is no answer. Set it to auto, sqlserver or embedded.");
    }

    @Test
    void dockerIsNotAskedWhereTheLicenceIsNotAccepted() {
        new EngineSelection(machine.withoutLicence()).select(request(EngineKind.AUTO, NOTHING_SET));
        assertThat(machine.done()).isEmpty();
    }

    @Test
    void autoIsDecidedOnceAndLoggedInOneLine() {
        EngineSelection selection = new EngineSelection(machine.whereContainersDie());
        try (CapturedLog log = new CapturedLog(Engines.class)) {
            selection.select(request(EngineKind.AUTO, NOTHING_SET));
            selection.select(request(EngineKind.AUTO, NOTHING_SET));
            assertThat(log.lines())
                    .containsExactly(
                            "WARN Tests run on the embedded engine (H2): a preview and not a proof. Why not SQL"
                                    + " Server: container an/image:1, it ended | as its log says. What would help: give"
                                    + " it memory; or set palindrome.url. palindrome.engine=embedded says that you"
                                    + " know.");
        }
        assertThat(machine.done()).containsExactly("ask Docker", "start mcr.microsoft.com/mssql/server:2022-latest");
    }

    @Test
    void aFailureIsNotTriedAgain() {
        EngineSelection selection = new EngineSelection(machine.whereContainersDie());
        EngineRequest request = request(EngineKind.SQL_SERVER, NOTHING_SET);
        List<EngineUnavailableException> failures = Stream.of(1, 2)
                .map(time -> catchThrowableOfType(EngineUnavailableException.class, () -> selection.select(request)))
                .toList();
        assertThat(failures.get(0)).hasMessage(failures.get(1).getMessage()).hasCause(new IllegalStateException("why"));
        assertThat(machine.done()).containsExactly("ask Docker", "start mcr.microsoft.com/mssql/server:2022-latest");
    }

    @Test
    void thereIsOneContainerForAnImageHoweverItIsAskedFor() {
        EngineSelection selection = new EngineSelection(machine);
        assertThat(selection.select(request(EngineKind.SQL_SERVER, NOTHING_SET)))
                .isSameAs(selection.select(request(EngineKind.AUTO, Map.of("palindrome.accept-license", "true"))));
    }

    private static String refusal(EngineKind kind, Map<String, String> settings, FakeEngineEnvironment machine) {
        EngineSelection selection = new EngineSelection(machine);
        return catchThrowableOfType(PalindromeException.class, () -> selection.select(request(kind, settings)))
                .getMessage()
                .replace(System.lineSeparator(), "\n");
    }

    private static EngineRequest request(EngineKind kind, Map<String, String> settings) {
        return new EngineRequest(kind, Optional.empty(), settings(settings));
    }

    private static Settings settings(Map<String, String> settings) {
        return Settings.of(name -> Optional.ofNullable(settings.get(name)));
    }
}
