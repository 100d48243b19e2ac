package dev.palindrome.junit5;

import org.junit.jupiter.api.extension.ExtensionContext;

/** A test's name as messages carry it. */
final class TestName {

    private TestName() {}

    /** Class and method, and what JUnit shows where that is more: {@code TodoTest.completes (repetition 2 of 3)}. */
    static String of(ExtensionContext context) {
        String method = context.getRequiredTestMethod().getName();
        String shown = context.getDisplayName();
        String name = ClassName.of(context.getRequiredTestClass()) + "." + method;
        return shown.startsWith(method + "(") ? name : name + " (" + shown + ")";
    }
}
