package dev.palindrome.spring;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ApplicationContextFailureProcessor;

/** Says of an application context that does not start what Palindrome had given to it. */
final class FailedContextNote implements ApplicationContextFailureProcessor {

    @Override
    public void processLoadFailure(ApplicationContext context, @Nullable Throwable failure) {
        if (failure != null && context instanceof ConfigurableApplicationContext failed) {
            ContextProperties.given(failed.getEnvironment())
                    .ifPresent(given -> failure.addSuppressed(new GivenDatabases(given)));
        }
    }
}
