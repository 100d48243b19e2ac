package dev.palindrome.junit5.scope;

import dev.palindrome.junit5.RoundTripTest;
import dev.palindrome.junit5.declaration.ClassName;
import dev.palindrome.junit5.declaration.UserClass;
import dev.palindrome.migration.Migration;
import dev.palindrome.roundtrip.RoundTripOptions;
import dev.palindrome.roundtrip.RoundTripReport;
import dev.palindrome.roundtrip.VersionRows;
import dev.palindrome.text.VisibleText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** One {@link RoundTripTest} and the method that it was found on. */
public final class RoundTripRequest {

    private final RoundTripTest annotation;
    private final ExtensionContext context;

    private RoundTripRequest(RoundTripTest annotation, ExtensionContext context) {
        this.annotation = annotation;
        this.context = context;
    }

    public static RoundTripRequest of(ExtensionContext context) {
        RoundTripTest annotation = AnnotationSupport.findAnnotation(
                        context.getRequiredTestMethod(), RoundTripTest.class)
                .orElseThrow();
        return new RoundTripRequest(annotation, context);
    }

    public RoundTripReport report() {
        if (!RoundTripReceivers.areIn(context)) {
            throw wrong("nothing asks for a RoundTrip, so nothing in it can fail. Give the method a parameter of type"
                    + " RoundTrip, and call its assertReversible().");
        }
        Map<String, String> excluded = excluded();
        ClassDatabase database = choice().among(ClassScope.of(context));
        checkVersions(excluded, database.database(context).migrations().all());
        return FailureOrigin.naming(
                toString(),
                () -> Verification.of(context, database.blueprint(context), options(excluded))
                        .report());
    }

    private RoundTripOptions options(Map<String, String> excluded) {
        RoundTripOptions options = RoundTripOptions.none();
        for (Map.Entry<String, String> entry : excluded.entrySet()) {
            options = options.exclude(entry.getKey(), entry.getValue());
        }
        Class<? extends VersionRows> rows = annotation.rows();
        if (rows == VersionRows.class) {
            return options;
        }
        UserClass.whyNot("rows", rows).ifPresent(reason -> {
            throw wrong(reason);
        });
        return options.rows(UserClass.instantiate(rows));
    }

    private DatabaseChoice choice() {
        return new DatabaseChoice(
                toString(),
                Optional.of(annotation.database()).filter(name -> !name.isEmpty()),
                "Set its database to one of these names",
                ExtensionConfigurationException::new);
    }

    private Map<String, String> excluded() {
        Map<String, String> reasons = new LinkedHashMap<>();
        for (String entry : annotation.exclude()) {
            int colon = entry.indexOf(':');
            String version = colon < 0 ? "" : entry.substring(0, colon).strip();
            String reason = entry.substring(colon + 1).strip();
            if (version.isEmpty() || reason.isEmpty()) {
                throw wrong("exclude holds \"%s\". Write each entry as version: reason.".formatted(entry));
            }
            if (reasons.put(version, reason) != null) {
                throw wrong("exclude names version %s twice. Name it once.".formatted(version));
            }
        }
        return reasons;
    }

    private void checkVersions(Map<String, String> excluded, List<Migration> migrations) {
        List<String> versions =
                migrations.stream().map(Migration::version).distinct().toList();
        excluded.keySet().stream()
                .filter(version -> !versions.contains(version))
                .findFirst()
                .ifPresent(unknown -> {
                    throw wrong("exclude names version %s, which does not exist. The versions are: %s."
                            .formatted(unknown, String.join(", ", versions)));
                });
    }

    private ExtensionConfigurationException wrong(String what) {
        return new ExtensionConfigurationException(VisibleText.lines(this + ": " + what));
    }

    @Override
    public String toString() {
        return "@RoundTripTest on " + ClassName.of(context.getRequiredTestClass()) + "."
                + context.getRequiredTestMethod().getName();
    }
}
