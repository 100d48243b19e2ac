package dev.palindrome.report;

import dev.palindrome.migration.MigrationException;
import dev.palindrome.migration.ScriptPlace;
import dev.palindrome.report.ci.CiPages;
import dev.palindrome.settings.CiJob;
import dev.palindrome.settings.Settings;
import dev.palindrome.text.SaidOnce;
import java.util.List;
import java.util.function.Supplier;

/** Tells the CI server whose job this is of migrations that do not go up where a test class needs its database. */
public final class FailedMigrations {

    private FailedMigrations() {}

    /**
     * Makes a database, and shows which migration fails, each once in a JVM: where one class's database cannot be made,
     * the next one's cannot be made either.
     *
     * @param settings say whose job this is
     * @param start makes it
     * @param <T> what comes of it
     * @return what comes of it
     */
    public static <T> T shown(Settings settings, Supplier<T> start) {
        try {
            return start.get();
        } catch (MigrationException e) {
            show(e, CiJob.of(settings));
            throw e;
        }
    }

    private static void show(MigrationException failure, CiJob job) {
        String script = failure.script().orElse("");
        if (!job.equals(CiJob.NONE)
                && !script.isEmpty()
                && SaidOnce.isNew("does not go up: " + failure.source().orElse(script))) {
            String place = script
                    + failure.place()
                            .map(ScriptPlace::line)
                            .map(line -> ", line " + line)
                            .orElse("");
            new CiPages(job)
                    .show(
                            failure,
                            List.of(
                                    "# A test class's database cannot be made: " + MarkdownText.plain(place),
                                    MarkdownText.block("text", failure.getMessage())));
        }
    }
}
