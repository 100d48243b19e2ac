package dev.palindrome.junit5;

import dev.palindrome.check.CheckedScript;
import dev.palindrome.junit5.declaration.MigrationCheckDeclaration;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.platform.commons.support.AnnotationSupport;

/** What is behind {@link MigrationCheckTest}: one {@link MigrationCheckInvocation} for each {@link CheckedScript}. */
final class MigrationCheckTestExtension implements TestTemplateInvocationContextProvider {

    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return AnnotationSupport.isAnnotated(context.getTestMethod(), MigrationCheckTest.class);
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        return MigrationCheckDeclaration.of(context).scripts().stream().map(MigrationCheckInvocation::new);
    }
}
