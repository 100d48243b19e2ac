package dev.palindrome.report;

import dev.palindrome.report.html.TestDataPage;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** Writes what the data of tests took: as a page for people, as JSON for programs. */
public final class TestDataFiles {

    /** Build tools run tests in several JVMs at once. */
    private static final String NAME = "test-data-" + ProcessHandle.current().pid();

    private TestDataFiles() {}

    /**
     * Writes {@code test-data-<process>} as {@code .html} and {@code .json}, in place of what was there.
     *
     * @param data of this JVM up to now
     * @param directory where to write, made if it is missing
     * @return the files; none where they cannot be written, which is warned of
     */
    public static List<Path> write(TestData data, String directory) {
        Instant written = Instant.now();
        return ReportFiles.write(
                        "What the data of tests took",
                        directory,
                        made -> List.of(
                                ReportFiles.replace(made.resolve(NAME + ".html"), TestDataPage.of(data, written)),
                                ReportFiles.replace(made.resolve(NAME + ".json"), TestDataJson.of(data, written))))
                .orElse(List.of());
    }
}
