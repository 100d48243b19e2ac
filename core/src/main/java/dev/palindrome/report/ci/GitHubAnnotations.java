package dev.palindrome.report.ci;

import dev.palindrome.text.VisibleText;
import java.util.List;

/**
 * A workflow command for each migration that fails, which GitHub shows beside the line in a pull request (GitHub:
 * workflow-commands-for-github-actions). It shows ten of a step.
 */
final class GitHubAnnotations {

    /** Of a longer message nobody reads the end on that page; the report has all of it. */
    private static final int LONGEST = 4000;

    private GitHubAnnotations() {}

    static List<String> of(List<MigrationProblem> problems) {
        return problems.stream().map(GitHubAnnotations::command).toList();
    }

    private static String command(MigrationProblem problem) {
        String place = problem.file()
                .map(file -> "file=" + property(file)
                        + problem.line().map(line -> ",line=" + line).orElse("") + ",")
                .orElse("");
        String title = problem.trip().verdict() + ": " + VisibleText.line(problem.title());
        return "::error " + place + "title=" + property(title) + "::" + data(message(problem));
    }

    private static String message(MigrationProblem problem) {
        String message = problem.trip().explanation();
        if (message.length() <= LONGEST) {
            return message;
        }
        int end = message.lastIndexOf('\n', LONGEST);
        return message.substring(0, end > 0 ? end : LONGEST) + "\n… The rest is in the report.";
    }

    private static String property(String value) {
        return data(value).replace(":", "%3A").replace(",", "%2C");
    }

    private static String data(String value) {
        return value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }
}
