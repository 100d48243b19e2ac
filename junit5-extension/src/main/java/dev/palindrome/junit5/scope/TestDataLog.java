package dev.palindrome.junit5.scope;

import dev.palindrome.TestDatabase;
import dev.palindrome.junit5.declaration.ClassName;
import dev.palindrome.report.TestData;
import dev.palindrome.report.TestData.ClassStart;
import dev.palindrome.report.TestData.Origin;
import dev.palindrome.report.TestData.TestReset;
import dev.palindrome.report.TestDataFiles;
import dev.palindrome.reset.ResetReport;
import dev.palindrome.settings.Setting;
import dev.palindrome.settings.Settings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Takes note of what the data of tests take, where somebody has said where to write that. One for each directory of a JVM,
 * since a fork may be handed one class after another, each as a test plan of its own.
 */
final class TestDataLog {

    private static final Map<String, TestDataLog> BY_DIRECTORY = new ConcurrentHashMap<>();

    private final String directory;
    private final List<ClassStart> starts = new ArrayList<>();
    private final List<TestReset> resets = new ArrayList<>();

    private TestDataLog(String directory) {
        this.directory = directory;
    }

    /** Missing where nobody wants to know. */
    static Optional<TestDataLog> of(Settings settings) {
        return settings.find(Setting.REPORT_DIR)
                .map(directory -> BY_DIRECTORY.computeIfAbsent(directory, TestDataLog::new));
    }

    synchronized void started(Class<?> testClass, TestDatabase database, Origin origin, Duration took) {
        starts.add(new ClassStart(ClassName.of(testClass), database.name(), origin, took));
    }

    synchronized void reset(String test, Optional<String> after, ResetReport report) {
        resets.add(new TestReset(test, after, report));
    }

    /** What is known so far; nothing where no class has come to a database. */
    synchronized void write() {
        if (!starts.isEmpty()) {
            TestDataFiles.write(new TestData(starts, resets), directory);
        }
    }
}
