package dev.palindrome;

import dev.palindrome.engine.EngineKind;
import dev.palindrome.engine.EngineRequest;
import dev.palindrome.engine.EngineUnavailableException;
import dev.palindrome.engine.Engines;
import dev.palindrome.settings.Setting;
import dev.palindrome.settings.Settings;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Runs a test where there is a SQL Server, and skips it elsewhere, saying why. Where palindrome.url
 * names a server, or palindrome.engine demands one, its absence is a failure.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("sqlserver")
@ExtendWith(RequiresSqlServer.Condition.class)
public @interface RequiresSqlServer {

    /** Asks for a SQL Server, as a test would. */
    final class Condition implements ExecutionCondition {

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            return whyThereIsNone()
                    .map(ConditionEvaluationResult::disabled)
                    .orElseGet(() -> ConditionEvaluationResult.enabled("There is a SQL Server"));
        }

        /** Missing where there is one. */
        public static Optional<String> whyThereIsNone() {
            Settings settings = Settings.system();
            try {
                Engines.select(new EngineRequest(EngineKind.SQL_SERVER, Optional.empty(), settings));
                return Optional.empty();
            } catch (EngineUnavailableException e) {
                if (isDemanded(settings)) {
                    throw e;
                }
                return Optional.of(String.valueOf(e.getMessage()));
            }
        }

        /** A CI job that says it has a SQL Server shall not be green without one. */
        private static boolean isDemanded(Settings settings) {
            return settings.find(Setting.URL).isPresent()
                    || settings.find(Setting.ENGINE)
                            .filter("sqlserver"::equalsIgnoreCase)
                            .isPresent();
        }
    }
}
