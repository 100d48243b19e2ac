package dev.palindrome.junit5;

import dev.palindrome.junit5.parameter.ParameterRequest;
import dev.palindrome.junit5.parameter.ParameterValue;
import dev.palindrome.junit5.scope.ClassScope;
import dev.palindrome.junit5.scope.TestScope;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.BeforeTestExecutionCallback;
import org.junit.jupiter.api.extension.DynamicTestInvocationContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestInstanceFactoryContext;
import org.junit.jupiter.api.extension.TestInstancePreConstructCallback;

/**
 * What is behind {@link MigratedDatabase}. It has no state: what belongs to a class is its {@link ClassScope}, what belongs
 * to a test its {@link TestScope}, and both lie in JUnit's stores, which close them.
 */
final class MigratedDatabaseExtension
        implements BeforeAllCallback,
                TestInstancePreConstructCallback,
                BeforeEachCallback,
                BeforeTestExecutionCallback,
                InvocationInterceptor,
                ParameterResolver {

    @Override
    public void beforeAll(ExtensionContext context) {
        ClassScope.of(context).start(context);
    }

    /**
     * Before a constructor, which may want the rows of its test, or of its class where that has one instance. JUnit makes the
     * instance before it asks whether a method is to be skipped.
     */
    @Override
    public void preConstructTestInstance(TestInstanceFactoryContext instance, ExtensionContext context) {
        if (context.getTestMethod().isPresent()) {
            TestScope.of(context).prepare();
        } else {
            ClassScope.of(context).begin(context);
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        TestScope.of(context).start();
    }

    @Override
    public void beforeTestExecution(ExtensionContext context) {
        TestScope.of(context).ready();
    }

    @Override
    public void interceptDynamicTest(
            Invocation<Void> invocation, DynamicTestInvocationContext test, ExtensionContext context) throws Throwable {
        try {
            invocation.proceed();
        } catch (Throwable failure) {
            TestScope.around(context).dynamicTestFailed(failure);
            throw failure;
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return new ParameterRequest(parameter).isForPalindrome(context);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return new ParameterValue(new ParameterRequest(parameter), context).value();
    }

    /** The constructor of a test that has its own instance is part of that test: its connection is closed after it. */
    @Override
    public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext rootContext) {
        return ExtensionContextScope.TEST_METHOD;
    }
}
