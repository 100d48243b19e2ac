package dev.palindrome.report.ci;

import dev.palindrome.text.VisibleText;
import java.util.List;

/**
 * A workflow command for each migration that fails, which GitHub shows beside the line in a pull request (GitHub:
 * workflow-commands-for-github-actions). It shows ten of a step.
 */
final class GitHubAnnotations {

    private GitHubAnnotations() {}

    static List<String> of(List<MigrationProblem> problems) {
        return problems.stream().map(GitHubAnnotations::command).toList();
    }

    private static String command(MigrationProblem problem) {
        String place = problem.file()
                .map(file -> "file=" + property(file)
                        + problem.line().map(line -> ",line=" + line).orElse("") + ",")
                .orElse("");
        String title = problem.kind() + ": " + VisibleText.line(problem.name());
        return "::error " + place + "title=" + property(title) + "::" + data(VisibleText.lines(problem.text()));
    }

    private static String property(String value) {
        return data(value).replace(":", "%3A").replace(",", "%2C");
    }

    private static String data(String value) {
        return value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }
}
