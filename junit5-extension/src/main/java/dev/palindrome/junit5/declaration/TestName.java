package dev.palindrome.junit5.declaration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A test's name as messages carry it, or that of a class where something fails that belongs to no test. */
public final class TestName {

    private TestName() {}

    /**
     * Class and method, and what JUnit shows where that is more, also of the invocations of a parameterized class:
     * {@code TodoTest.completes ([1] open, repetition 2 of 3)}.
     */
    public static String of(ExtensionContext context) {
        List<String> shown = new ArrayList<>(invocations(context));
        String name = ClassName.of(context.getRequiredTestClass());
        if (context.getTestMethod().isPresent()) {
            String method = context.getRequiredTestMethod().getName();
            name += "." + method;
            if (!context.getDisplayName().startsWith(method + "(")) {
                shown.add(context.getDisplayName());
            }
        }
        return shown.isEmpty() ? name : name + " (" + String.join(", ", shown) + ")";
    }

    /** Of parameterized classes, the outermost first. */
    private static List<String> invocations(ExtensionContext context) {
        Optional<ExtensionContext> parent = context.getParent();
        if (parent.isEmpty()) {
            return List.of();
        }
        List<String> shown = new ArrayList<>(invocations(parent.get()));
        if (isInvocation(context, parent.get())) {
            shown.add(context.getDisplayName());
        }
        return shown;
    }

    /** A parameterized class has a context for each invocation below the one that is the class's. */
    private static boolean isInvocation(ExtensionContext context, ExtensionContext parent) {
        return context.getTestMethod().isEmpty()
                && context.getTestClass().isPresent()
                && context.getTestClass().equals(parent.getTestClass());
    }
}
