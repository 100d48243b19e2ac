package dev.palindrome.report.ci;

import dev.palindrome.roundtrip.RoundTripReport;
import dev.palindrome.settings.CiJob;
import java.util.List;

/** Tells the CI server whose job this is what came of round trips, in the form that its pages show. */
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
        job.stepSummary().ifPresent(file -> new StepSummary(file).append(markdown));
        RepositoryFiles files = new RepositoryFiles(job.checkout());
        List<MigrationProblem> problems = MigrationProblem.in(report, files);
        if (job.onGitHub()) {
            log.print(GitHubAnnotations.of(problems));
        }
        job.gitLabProject().ifPresent(folder -> new GitLabCodeQuality(folder).add(problems, name));
    }
}
