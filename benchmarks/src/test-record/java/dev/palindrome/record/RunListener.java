package dev.palindrome.record;

import dev.palindrome.record.RunEntry.Kind;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Writes down what becomes of each test, where the system property {@code test.sqlserver-record} names a file. JUnit's
 * launcher finds it by its service file.
 */
public final class RunListener implements TestExecutionListener {

    /** What a person will read of one message. */
    private static final int LONGEST = 1_500;

    private static final String OWN_PACKAGE = RunListener.class.getPackageName() + ".";

    private final Optional<RunFile> file;
    private final Consumer<RunFile> beforeAll;

    /** For JUnit's launcher. */
    public RunListener() {
        this(RunFile.ofThisRun(), ServerUnderTest::prepare);
    }

    RunListener(Optional<RunFile> file, Consumer<RunFile> beforeAll) {
        this.file = file;
        this.beforeAll = beforeAll;
    }

    @Override
    public void testPlanExecutionStarted(TestPlan plan) {
        if (plan.containsTests()) {
            file.ifPresent(run -> {
                run.add(RunEntry.ofThisJvm(Kind.BEGUN));
                ServerErrors.listen();
                beforeAll.accept(run);
            });
        }
    }

    /** One that dies does not come to it. */
    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        if (plan.containsTests()) {
            file.ifPresent(run -> run.add(RunEntry.ofThisJvm(Kind.ENDED)));
        }
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        add(Kind.NOT_AVAILABLE, test, reason, "");
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        Optional<Throwable> failure = result.getThrowable();
        switch (result.getStatus()) {
            case SUCCESSFUL -> {
                if (test.isTest()) {
                    add(Kind.PASSED, test, "", "");
                }
            }
            case ABORTED ->
                add(Kind.NOT_AVAILABLE, test, failure.map(Throwable::getMessage).orElse("no reason is given"), "");
            case FAILED ->
                add(
                        Kind.FAILED,
                        test,
                        failure.map(RunListener::text).orElse("no reason is given"),
                        failure.flatMap(RunListener::statement).orElse(""));
        }
    }

    private void add(Kind kind, TestIdentifier test, String text, String statement) {
        String type = className(test);
        if (!type.startsWith(OWN_PACKAGE)) {
            file.ifPresent(run -> run.add(new RunEntry(kind, type, name(test), shortened(text), shortened(statement))));
        }
    }

    /** The outermost class. */
    private static String className(TestIdentifier test) {
        String type = test.getSource()
                .map(source -> source instanceof MethodSource method
                        ? method.getClassName()
                        : source instanceof ClassSource in ? in.getClassName() : "")
                .orElse("");
        return type.replaceFirst("\\$.*", "");
    }

    /** The method, and what tells this invocation of it from others. */
    private static String name(TestIdentifier test) {
        String shown = test.getDisplayName().replaceFirst("\\(\\)$", "");
        return test.getSource()
                .filter(MethodSource.class::isInstance)
                .map(source -> ((MethodSource) source).getMethodName())
                .map(method -> shown.startsWith(method) ? method : method + " " + shown)
                .orElse(shown);
    }

    /** The message, and what the server has said if that is not in it. */
    private static String text(Throwable failure) {
        Set<String> lines = new LinkedHashSet<>(List.of(Optional.ofNullable(failure.getMessage())
                .orElse(failure.getClass().getName())));
        for (SQLException error : ServerErrors.in(failure)) {
            lines.add(told(error));
        }
        return String.join("\n", lines);
    }

    /** What has no SQL state is not the server's. Seeding hands errors on without their text, since that may hold values. */
    private static String told(SQLException error) {
        if (error.getSQLState() == null) {
            return "Reason: " + error.getMessage();
        }
        return "Server: error %d, SQL state %s: %s"
                .formatted(
                        error.getErrorCode(),
                        error.getSQLState(),
                        Optional.ofNullable(error.getMessage()).orElse("(its text is kept back)"));
    }

    private static Optional<String> statement(Throwable failure) {
        return ServerErrors.in(failure).stream()
                .map(ServerErrors::statementOf)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
