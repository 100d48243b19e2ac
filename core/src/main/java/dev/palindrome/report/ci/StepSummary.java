package dev.palindrome.report.ci;

import dev.palindrome.report.ReportFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The file whose Markdown GitHub shows on the page of a run. It takes 1 MiB from a step, and shows nothing at all of more
 * (GitHub: workflow-commands-for-github-actions).
 */
final class StepSummary {

    private static final int LIMIT = 1024 * 1024;

    private static final String CUT =
            "_Cut here, because GitHub takes 1 MiB from a step. All of it is in the files of `palindrome.report-dir`._\n\n";

    private final Path file;
    private final int limit;

    StepSummary(Path file) {
        this(file, LIMIT);
    }

    /** @param limit in bytes */
    StepSummary(Path file, int limit) {
        this.file = file.toAbsolutePath();
        this.limit = limit;
    }

    /** @param blocks of which each is whole by itself, so that between them the text may be cut */
    void append(List<String> blocks) {
        ReportFiles.write("The summary of the round trips", String.valueOf(file.getParent()), folder -> {
            new SharedFile(file).change(content -> tail(content, blocks));
            return file;
        });
    }

    private Optional<SharedFile.Tail> tail(SharedFile.Content content, List<String> blocks) throws IOException {
        long size = content.size();
        String text = fitting(blocks, limit - size);
        return text.isEmpty() || text.equals(CUT) && content.text().endsWith(CUT)
                ? Optional.empty()
                : Optional.of(new SharedFile.Tail(size, text));
    }

    /** As many blocks as there is room for; where that is not all, with a word at the end, for which there is room, too. */
    private static String fitting(List<String> blocks, long room) {
        String all = String.join("\n\n", blocks) + "\n\n";
        if (bytes(all) <= room) {
            return all;
        }
        StringBuilder text = new StringBuilder();
        long left = room - bytes(CUT);
        for (String block : blocks) {
            left -= bytes(block) + 2;
            if (left < 0) {
                break;
            }
            text.append(block).append("\n\n");
        }
        return room < bytes(CUT) ? "" : text.append(CUT).toString();
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
