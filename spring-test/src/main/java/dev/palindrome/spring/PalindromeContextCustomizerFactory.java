package dev.palindrome.spring;

import dev.palindrome.junit5.DatabaseRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;

/**
 * Finds the databases that a test class asks for with {@code @MigratedDatabase}, before its application context is looked
 * for in Spring's cache.
 */
final class PalindromeContextCustomizerFactory implements ContextCustomizerFactory {

    @Override
    public @Nullable ContextCustomizer createContextCustomizer(
            Class<?> testClass, List<ContextConfigurationAttributes> configAttributes) {
        List<DatabaseRequest> requests = SpringTestClass.is(testClass) ? DatabaseRequest.of(testClass) : List.of();
        return requests.isEmpty() ? null : new PalindromeContextCustomizer(requests);
    }
}
