package dev.palindrome.report.ci;

import dev.palindrome.report.ReportFiles;
import dev.palindrome.sql.Sha256;
import dev.palindrome.text.VisibleText;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The report of which GitLab makes the list of findings in a merge request (GitLab: code_quality, "implement a custom tool").
 * A job may have one such file and no more, so all sets of migrations, modules and forks write to the same.
 */
final class GitLabCodeQuality {

    static final String FILE = "gl-code-quality-report.json";

    private static final JsonFactory JSON = new JsonFactory();

    private final Path folder;

    GitLabCodeQuality(Path folder) {
        this.folder = folder;
    }

    /**
     * Adds to what is there. Without a problem an empty list is left, so that the runner finds the file.
     *
     * @param name of the set of migrations; empty where a database could not be made
     */
    void add(List<MigrationProblem> problems, String name) {
        ReportFiles.write("GitLab's code quality report", folder.toString(), made -> {
            new SharedFile(made.resolve(FILE)).change(content -> merged(content.text(), problems, name));
            return made;
        });
    }

    private static Optional<SharedFile.Tail> merged(String there, List<MigrationProblem> problems, String name)
            throws IOException {
        String list = there.isBlank() ? "[]" : there.strip();
        if (!list.startsWith("[") || !list.endsWith("]")) {
            throw new IOException(FILE + " holds something else than a list");
        }
        String begun = list.substring(0, list.length() - 1).stripTrailing();
        String more = problems.stream()
                .filter(problem -> problem.file().isPresent())
                .filter(problem -> !there.contains(fingerprint(problem, name)))
                .map(problem -> json(problem, name))
                .collect(Collectors.joining(",\n"));
        String separator = begun.endsWith("[") || more.isEmpty() ? "" : ",";
        return there.isBlank() || !more.isEmpty()
                ? Optional.of(
                        new SharedFile.Tail(0, begun + separator + (more.isEmpty() ? "" : "\n" + more + "\n") + "]\n"))
                : Optional.empty();
    }

    private static String json(MigrationProblem problem, String name) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeStringProperty("description", VisibleText.line(problem.text()));
            json.writeStringProperty("check_name", "palindrome/" + problem.kind());
            json.writeStringProperty("fingerprint", fingerprint(problem, name));
            json.writeStringProperty("severity", problem.severity());
            json.writeObjectPropertyStart("location");
            json.writeStringProperty("path", problem.file().orElseThrow());
            json.writeObjectPropertyStart("lines");
            json.writeNumberProperty("begin", problem.line().orElse(1));
            json.writeEndObject();
            json.writeEndObject();
            json.writeEndObject();
        }
        return text.toString();
    }

    /** The same at every run, whatever lines move and times change. */
    private static String fingerprint(MigrationProblem problem, String name) {
        return Sha256.hex(String.join("\n", name, problem.migration(), problem.kind()));
    }
}
