package dev.palindrome.settings;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The job of a CI server that this JVM is part of, as far as reports go by it: what the server says in environment variables.
 *
 * @param onGitHub whether lines that the JVM prints may be commands to GitHub's runner
 * @param stepSummary the file whose Markdown GitHub shows on the page of the run
 * @param gitLabProject the folder in which GitLab's runner looks for reports
 * @param checkout the folder that the repository was checked out into
 */
public record CiJob(
        boolean onGitHub, Optional<Path> stepSummary, Optional<Path> gitLabProject, Optional<Path> checkout) {

    /** No CI server, or one that nothing is to be told. */
    public static final CiJob NONE = new CiJob(false, Optional.empty(), Optional.empty(), Optional.empty());

    /**
     * The job as the environment describes it.
     *
     * @param settings with the environment; {@code palindrome.ci=none} switches all of it off
     * @return {@link #NONE} outside of CI
     * @throws dev.palindrome.error.PalindromeException if {@code palindrome.ci} is neither {@code auto} nor {@code none}
     */
    public static CiJob of(Settings settings) {
        if (settings.choice(Setting.CI).equals("none")) {
            return NONE;
        }
        return new CiJob(
                isTrue(settings, "GITHUB_ACTIONS"),
                path(settings, "GITHUB_STEP_SUMMARY"),
                isTrue(settings, "GITLAB_CI") ? path(settings, "CI_PROJECT_DIR") : Optional.empty(),
                Stream.of("GITHUB_WORKSPACE", "CI_PROJECT_DIR", "BUILD_SOURCESDIRECTORY", "WORKSPACE")
                        .flatMap(name -> path(settings, name).stream())
                        .findFirst());
    }

    private static boolean isTrue(Settings settings, String variable) {
        return settings.variable(variable).filter("true"::equalsIgnoreCase).isPresent();
    }

    private static Optional<Path> path(Settings settings, String variable) {
        try {
            return settings.variable(variable).map(Path::of);
        } catch (InvalidPathException e) {
            return Optional.empty(); // another tool's variable of that name
        }
    }
}
