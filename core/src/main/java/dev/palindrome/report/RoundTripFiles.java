package dev.palindrome.report;

import dev.palindrome.report.ci.CiPages;
import dev.palindrome.report.ci.RepositoryFiles;
import dev.palindrome.report.html.MigrationAnchors;
import dev.palindrome.report.html.RoundTripPage;
import dev.palindrome.roundtrip.RoundTripReport;
import dev.palindrome.settings.CiJob;
import dev.palindrome.settings.Setting;
import dev.palindrome.settings.Settings;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Writes what came of round trips to files: as a page and as Markdown for people, as JSON for programs, as XML in JUnit's form
 * for CI servers, where the setting {@code palindrome.report-dir} names a directory; and to the pages of GitHub and GitLab in
 * their jobs.
 */
public final class RoundTripFiles {

    private static final int LONGEST_PLACE = 80;

    private RoundTripFiles() {}

    /**
     * What a report is called: the same at every run, and different for different migrations.
     *
     * @param locations where the migrations lie
     * @param target how far they go; empty for all the way
     * @param details what else they depend on, by name
     * @return such as {@code db-migration-to-7}; where there are details, or letters in the
     *     locations that are not ASCII, with eight hexadecimal digits behind it
     */
    public static String nameFor(List<String> locations, String target, SortedMap<String, String> details) {
        String place = locations.isEmpty()
                ? details.getOrDefault("flyway.locations", "db/migration")
                : String.join("-", locations);
        String slug = place.replaceAll("(classpath|filesystem):", "")
                .replaceAll("[^\\p{Alnum}]+", "-")
                .replaceAll("^-|-$", "");
        // Letters that are not ASCII leave no trace in the slug.
        String unsaid = place.matches("\\p{ASCII}*") ? "" : place;
        return slug.substring(Math.max(0, slug.length() - LONGEST_PLACE))
                + (target.isEmpty() ? "" : "-to-" + target)
                + (details.isEmpty() && unsaid.isEmpty() ? "" : "-%08x".formatted((details + unsaid).hashCode()));
    }

    /**
     * Writes the drafts, the report where the setting {@code palindrome.report-dir} says where, and what the CI server whose
     * job this is shows.
     *
     * @param report what to write
     * @param name see {@link #write}
     * @param drafts those that have been written so far
     * @param settings asked for the directory, and for the job
     * @return the report, with the files of the drafts; what cannot be written is warned of
     */
    public static RoundTripReport publish(RoundTripReport report, String name, UndoDrafts drafts, Settings settings) {
        RoundTripReport written = report.withDraftsAt(trip -> drafts.write(trip, name));
        CiJob job = CiJob.of(settings);
        new CiPages(job).show(written, name, RoundTripMarkdown.blocks(written, name));
        return settings.find(Setting.REPORT_DIR)
                .map(directory -> write(written, name, directory, job))
                .flatMap(RoundTripFiles::page)
                .map(page -> linked(written, page))
                .orElse(written);
    }

    private static Optional<Path> page(List<Path> files) {
        return files.stream().filter(file -> file.toString().endsWith(".html")).findFirst();
    }

    /** Failures lead to the place on the page that shows them. */
    private static RoundTripReport linked(RoundTripReport report, Path page) {
        MigrationAnchors anchors = MigrationAnchors.of(report.roundTrips());
        URI place = page.toAbsolutePath().normalize().toUri();
        return report.withReportAt(migration -> URI.create(place + "#" + anchors.of(migration)));
    }

    /**
     * Writes {@code round-trip-<name>} as {@code .html}, {@code .json}, {@code .md} and {@code .xml}, in place of what was there.
     *
     * @param report what to write
     * @param name tells this report from others in the directory; what does not belong in a file's name becomes a hyphen
     * @param directory where to write, made if it is missing
     * @param job whose repository the paths of scripts are of
     * @return the files; none where they cannot be written, which is warned of
     */
    public static List<Path> write(RoundTripReport report, String name, String directory, CiJob job) {
        String file = "round-trip-" + name.replaceAll("[^\\p{Alnum}._-]+", "-");
        return ReportFiles.write(
                        "The round trips' report",
                        directory,
                        made -> List.of(
                                ReportFiles.replace(made.resolve(file + ".json"), RoundTripJson.of(report, name)),
                                ReportFiles.replace(made.resolve(file + ".md"), RoundTripMarkdown.of(report, name)),
                                ReportFiles.replace(made.resolve(file + ".html"), RoundTripPage.of(report, name)),
                                ReportFiles.replace(
                                        made.resolve(file + ".xml"),
                                        RoundTripXml.of(report, name, new RepositoryFiles(job.checkout())))))
                .orElse(List.of());
    }
}
