package dev.palindrome.junit5;

import dev.palindrome.junit5.parameter.ParameterRequest;
import dev.palindrome.junit5.scope.RoundTripRequest;
import dev.palindrome.roundtrip.RoundTrip;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * What is behind {@link RoundTripTest}: one {@link RoundTripInvocation} for each migration. A {@link RoundTrip} wanted
 * elsewhere is refused here, so that the user learns why.
 */
final class RoundTripTestExtension implements TestTemplateInvocationContextProvider, ParameterResolver {

    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return isRoundTripTest(context);
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        return RoundTripRequest.of(context).report().roundTrips().stream().map(RoundTripInvocation::new);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return isRoundTrip(parameter) && !isRoundTripTest(context);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        throw new ParameterResolutionException(new ParameterRequest(parameter)
                + ", can be had in a @RoundTripTest only. Elsewhere, ask TestDatabase.verifyRoundTrips().");
    }

    @Override
    public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext rootContext) {
        return ExtensionContextScope.TEST_METHOD;
    }

    /** One that carries {@link OnDatabase} is left to whoever explains that. */
    static boolean isRoundTrip(ParameterContext parameter) {
        return parameter.getParameter().getType() == RoundTrip.class && !parameter.isAnnotated(OnDatabase.class);
    }

    private static boolean isRoundTripTest(ExtensionContext context) {
        return AnnotationSupport.isAnnotated(context.getTestMethod(), RoundTripTest.class);
    }
}
