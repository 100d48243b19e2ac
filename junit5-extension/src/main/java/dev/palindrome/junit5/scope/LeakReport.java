package dev.palindrome.junit5.scope;

import dev.palindrome.junit5.MigratedDatabase;
import dev.palindrome.junit5.declaration.CountedNoun;
import dev.palindrome.report.ReportFiles;
import dev.palindrome.settings.Setting;
import dev.palindrome.settings.Settings;
import dev.palindrome.text.VisibleLog;
import dev.palindrome.text.VisibleText;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.ExtensionContext;

/** What the tests of a test plan have left behind, said when all are done. */
final class LeakReport implements StoredResource {

    private static final VisibleLog LOG = VisibleLog.of(MigratedDatabase.class);

    /** Build tools run tests in several JVMs at once, and in one JVM one plan after another. */
    private static final String FILE = "leaks-" + ProcessHandle.current().pid() + ".txt";

    private static final Set<Path> BEGUN = ConcurrentHashMap.newKeySet();

    private final List<Leak> leaks = new ArrayList<>();
    private final Optional<String> directory;

    private LeakReport(Settings settings) {
        this.directory = settings.find(Setting.REPORT_DIR);
    }

    /** Missing where nobody asked for it; otherwise the same for all tests of the plan. */
    static Optional<LeakReport> of(ExtensionContext context, Settings settings) {
        return settings.isOn(Setting.REPORT_LEAKS)
                ? Optional.of(ClassScope.store(context.getRoot())
                        .getOrComputeIfAbsent(LeakReport.class, type -> new LeakReport(settings), LeakReport.class))
                : Optional.empty();
    }

    synchronized void add(Leak leak) {
        leaks.add(leak);
    }

    @Override
    public synchronized void close() {
        if (!leaks.isEmpty()) {
            LOG.warn(text());
        }
        directory.ifPresent(this::write);
    }

    private String text() {
        return leaks.isEmpty()
                ? "No test left anything behind."
                : leaks.stream()
                        .sorted(Comparator.naturalOrder())
                        .map(leak -> "\n  " + VisibleText.line(leak.toString()))
                        .collect(Collectors.joining(
                                "",
                                CountedNoun.of(leaks.size(), "test") + " left something behind, the worst first:",
                                ""));
    }

    private void write(String where) {
        ReportFiles.write("The list of what tests left behind", where, made -> {
            Path file = made.toAbsolutePath().resolve(FILE);
            OpenOption how = BEGUN.add(file) ? StandardOpenOption.TRUNCATE_EXISTING : StandardOpenOption.APPEND;
            return Files.writeString(file, text() + "\n", StandardOpenOption.CREATE, StandardOpenOption.WRITE, how);
        });
    }
}
