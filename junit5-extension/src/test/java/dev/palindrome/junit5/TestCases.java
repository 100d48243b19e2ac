package dev.palindrome.junit5;

import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.ClassSelector;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** Runs fixtures as JUnit would, on the embedded engine unless the environment says otherwise. */
public record TestCases(List<Class<?>> classes, Map<String, String> parameters) {

    public static TestCases of(Class<?>... classes) {
        return new TestCases(List.of(classes), Map.of("palindrome.engine", "embedded"));
    }

    TestCases with(String parameter, String value) {
        Map<String, String> more = new LinkedHashMap<>(parameters);
        more.put(parameter, value);
        return new TestCases(classes, more);
    }

    TestCases inParallel() {
        return with("junit.jupiter.execution.parallel.enabled", "true")
                .with("junit.jupiter.execution.parallel.mode.default", "concurrent")
                .with("junit.jupiter.execution.parallel.config.executor-service", "FORK_JOIN_POOL")
                .with("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .with("junit.jupiter.execution.parallel.config.fixed.parallelism", "8");
    }

    EngineExecutionResults run() {
        Seen.clear();
        return EngineTestKit.engine("junit-jupiter")
                .selectors(classes.stream().map(DiscoverySelectors::selectClass).toArray(ClassSelector[]::new))
                .configurationParameters(parameters)
                .enableImplicitConfigurationParameters(false)
                .execute();
    }

    /** Runs what must pass, and returns what it has seen. */
    public List<String> pass() {
        EngineExecutionResults results = run();
        List<String> failures = failures(results).map(Throwable::toString).toList();
        if (!failures.isEmpty()) {
            throw new AssertionError(String.join("\n", failures));
        }
        if (results.testEvents().succeeded().count() == 0) {
            throw new AssertionError("No test was run.");
        }
        return Seen.all();
    }

    /** Runs what must fail once, and returns why it did. */
    Throwable fail() {
        List<Throwable> failures = failures();
        if (failures.size() != 1) {
            throw new AssertionError("Expected one failure, but there were " + failures);
        }
        return failures.get(0);
    }

    List<Throwable> failures() {
        return failures(run()).toList();
    }

    private static Stream<Throwable> failures(EngineExecutionResults results) {
        return results.allEvents().filter(event(finishedWithFailure())::matches).map(TestCases::failure);
    }

    private static Throwable failure(Event event) {
        return event.getRequiredPayload(TestExecutionResult.class)
                .getThrowable()
                .orElseThrow();
    }
}
