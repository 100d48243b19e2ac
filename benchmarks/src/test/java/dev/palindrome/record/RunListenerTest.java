package dev.palindrome.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.palindrome.benchmarks.RunFixtures.EachOutcome;
import dev.palindrome.benchmarks.RunFixtures.NoBeginning;
import dev.palindrome.benchmarks.RunFixtures.TextsKeptBack;
import dev.palindrome.record.RunEntry.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

class RunListenerTest {

    private static final String CLASS = EachOutcome.class.getName().replaceFirst("\\$.*", "");

    @TempDir
    private Path folder;

    @Test
    void eachOutcomeIsWrittenDown() throws IOException {
        assertThat(entriesOf(EachOutcome.class))
                .containsExactly(
                        RunEntry.ofThisJvm(Kind.BEGUN),
                        RunEntry.server("Edition", "of a test"),
                        entry(Kind.PASSED, "aPasses", ""),
                        entry(
                                Kind.FAILED,
                                "bFails",
                                "The database could not be kept\n"
                                        + "Server: error 3201, SQL state S0001: Cannot open backup device."),
                        entry(Kind.NOT_AVAILABLE, "cIsAborted", "Assumption failed: this server has no full text"),
                        entry(Kind.NOT_AVAILABLE, "dIsDisabled", "not today"),
                        entry(Kind.PASSED, "eHasArguments words", ""),
                        entry(Kind.PASSED, "passesToo", ""),
                        RunEntry.ofThisJvm(Kind.ENDED));
    }

    @Test
    void whatTheServerHasNotSaidIsNotSaidToBeTheServers() throws IOException {
        assertThat(entriesOf(TextsKeptBack.class)).contains(entry(Kind.FAILED, "fails", """
                        Filling stopped
                        Server: error 547, SQL state 23000: (its text is kept back)
                        Reason: The transaction can only be rolled back."""));
    }

    @Test
    void aClassThatDoesNotBeginIsAFailure() throws IOException {
        assertThat(entriesOf(NoBeginning.class))
                .containsExactly(
                        RunEntry.ofThisJvm(Kind.BEGUN),
                        RunEntry.server("Edition", "of a test"),
                        entry(Kind.FAILED, "RunFixtures$NoBeginning", "no server"),
                        RunEntry.ofThisJvm(Kind.ENDED));
    }

    private static RunEntry entry(Kind kind, String test, String text) {
        return new RunEntry(kind, CLASS, test, text, "");
    }

    private List<RunEntry> entriesOf(Class<?> fixture) throws IOException {
        RunFile file = new RunFile(folder.resolve("run.tsv"));
        RunListener listener =
                new RunListener(Optional.of(file), run -> run.add(RunEntry.server("Edition", "of a test")));
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectClass(fixture))
                                .build(),
                        listener);
        return file.entries();
    }
}
