package dev.palindrome.junit5;

import dev.palindrome.migration.Migration;
import dev.palindrome.roundtrip.RoundTrip;
import dev.palindrome.text.VisibleText;
import java.util.List;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;

/**
 * One migration's turn in a {@link RoundTripTest}.
 *
 * @param trip what its parameters get
 */
record RoundTripInvocation(RoundTrip trip) implements TestTemplateInvocationContext, ParameterResolver {

    @Override
    public String getDisplayName(int invocationIndex) {
        return VisibleText.line(name());
    }

    private String name() {
        Migration migration = trip.migration();
        return migration.isRepeatable()
                ? "R " + migration.description()
                : "V%s %s [%s]"
                        .formatted(
                                migration.version(),
                                migration.description(),
                                trip.undo().orElse("no undo"));
    }

    @Override
    public List<Extension> getAdditionalExtensions() {
        return List.of(this);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return RoundTripTestExtension.isRoundTrip(parameter);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return trip;
    }
}
