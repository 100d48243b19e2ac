package dev.palindrome.report.ci;

import dev.palindrome.check.CheckedScript;
import dev.palindrome.migration.MigrationException;
import dev.palindrome.roundtrip.RoundTripReport;
import dev.palindrome.settings.CiJob;
import java.util.List;

/** Tells the CI server whose job this is what came of round trips and checks and why databases could not be made, in the form that its pages show. */
public final class CiPages {

    private final CiJob job;
    private final JobLog log;

    /** Of the job that this JVM is part of. */
    public CiPages(CiJob job) {
        this(job, JobLog.STANDARD_OUTPUT);
    }

    CiPages(CiJob job, JobLog log) {
        this.job = job;
        this.log = log;
    }

    /**
     * Writes what there is to write; what cannot be written is warned of.
     *
     * @param name of the set of migrations
     * @param markdown the report in blocks, each of which is whole Markdown
     */
    public void show(RoundTripReport report, String name, List<String> markdown) {
        publish(MigrationProblem.in(report, new RepositoryFiles(job.checkout())), name, markdown);
    }

    /**
     * Writes of a database that could not be made; nothing where no script is to blame.
     *
     * @param markdown what is wrong in blocks, each of which is whole Markdown
     */
    public void show(MigrationException failure, List<String> markdown) {
        MigrationProblem.of(failure, new RepositoryFiles(job.checkout()))
                .ifPresent(problem -> publish(List.of(problem), "", markdown));
    }

    /**
     * Writes what a check of scripts has found.
     *
     * @param name of the set of migrations
     * @param markdown the findings in blocks, each of which is whole Markdown; none where nothing was found
     */
    public void show(List<CheckedScript> scripts, String name, List<String> markdown) {
        publish(MigrationProblem.found(scripts, new RepositoryFiles(job.checkout())), name, markdown);
    }

    private void publish(List<MigrationProblem> problems, String name, List<String> markdown) {
        job.stepSummary().filter(file -> !markdown.isEmpty()).ifPresent(file -> new StepSummary(file).append(markdown));
        if (job.onGitHub()) {
            log.print(GitHubAnnotations.of(problems));
        }
        job.gitLabProject().ifPresent(folder -> new GitLabCodeQuality(folder).add(problems, name));
    }
}
