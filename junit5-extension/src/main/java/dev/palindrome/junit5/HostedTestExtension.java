package dev.palindrome.junit5;

import dev.palindrome.junit5.scope.DatabaseHosts;
import dev.palindrome.junit5.scope.TestScope;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Tells the host of a test's database that the test is about to run. A condition is the one thing that JUnit asks before the
 * {@code BeforeEachCallback}s of extensions that were registered earlier; this one skips nothing.
 */
final class HostedTestExtension implements ExecutionCondition {

    private static final ConditionEvaluationResult ENABLED =
            ConditionEvaluationResult.enabled("Palindrome skips nothing");

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (context.getTestMethod().isPresent()) {
            DatabaseHosts.of(context.getRequiredTestClass())
                    .ifPresent(host ->
                            host.aboutToRun(context, () -> TestScope.of(context).start()));
        }
        return ENABLED;
    }
}
