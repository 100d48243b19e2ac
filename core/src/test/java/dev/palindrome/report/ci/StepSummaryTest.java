package dev.palindrome.report.ci;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class StepSummaryTest {

    private static final String CUT =
            "_Cut here, because GitHub takes 1 MiB from a step. All of it is in the files of `palindrome.report-dir`._\n\n";

    @TempDir
    Path folder;

    @Test
    void setsStandOneBehindTheOther() throws Exception {
        Path file = Files.writeString(folder.resolve("summary"), "of another tool\n");
        new StepSummary(file).append(List.of("# One", "text"));
        new StepSummary(file).append(List.of("# Two"));
        assertThat(file).content().isEqualTo("of another tool\n# One\n\ntext\n\n# Two\n\n");
    }

    @Test
    void whatIsTooLongIsCutBetweenBlocksWithAWord() {
        Path file = folder.resolve("summary");
        StepSummary summary = new StepSummary(file, CUT.length() + 12);
        summary.append(List.of("# One", "ten bytes.", "more of this, and yet more".repeat(9)));
        assertThat(file).content().isEqualTo("# One\n\n" + CUT);
    }

    @Test
    void behindTheWordNothingFollows() {
        Path file = folder.resolve("summary");
        StepSummary summary = new StepSummary(file, 3 * CUT.length());
        for (int i = 0; i < 5; i++) {
            summary.append(List.of("# One", "x".repeat(500)));
        }
        assertThat(file).content().isEqualTo("# One\n\n" + CUT + "# One\n\n" + CUT);
    }

    @Test
    void whatIsLeftIsCountedInBytes() {
        Path file = folder.resolve("summary");
        new StepSummary(file, CUT.length() + 6).append(List.of("ä", "äöü", "x".repeat(500)));
        assertThat(file).content().isEqualTo("ä\n\n" + CUT);
    }

    @Test
    void theLimitOfGitHubIsNotPassed() throws Exception {
        Path file = folder.resolve("summary");
        List<String> blocks =
                IntStream.range(0, 3000).mapToObj(i -> "x".repeat(510)).toList();
        new StepSummary(file).append(blocks);
        assertThat(Files.size(file)).isBetween(1_047_000L, 1_048_576L);
    }

    /** As forks of Surefire do, each in a JVM of its own. */
    @Test
    @Timeout(120)
    void severalJvmsMixNoLines() throws Exception {
        Path file = folder.resolve("summary");
        List<Process> forks = new ArrayList<>();
        for (int fork = 0; fork < 3; fork++) {
            forks.add(new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            AppendingFork.class.getName(),
                            file.toString(),
                            "fork" + fork)
                    .inheritIO()
                    .start());
        }
        for (Process fork : forks) {
            assertThat(fork.waitFor(100, TimeUnit.SECONDS)).isTrue();
            assertThat(fork.exitValue()).isZero();
        }
        List<String> lines = Files.readAllLines(file).stream()
                .filter(line -> !line.isEmpty())
                .toList();
        assertThat(lines).hasSize(3 * AppendingFork.TIMES * 3);
        for (int begin = 0; begin < lines.size(); begin += 3) {
            String title = lines.get(begin);
            assertThat(lines.subList(begin, begin + 3))
                    .containsExactly(title, title.substring(2), AppendingFork.LONG_LINE);
        }
    }

    /** What a fork does. */
    static final class AppendingFork {

        static final int TIMES = 20;

        static final String LONG_LINE = "x".repeat(9000);

        private AppendingFork() {}

        public static void main(String[] arguments) {
            StepSummary summary = new StepSummary(Path.of(arguments[0]), Integer.MAX_VALUE);
            for (int time = 0; time < TIMES; time++) {
                String name = arguments[1] + " " + time;
                summary.append(List.of("# " + name, name, LONG_LINE));
            }
        }
    }
}
