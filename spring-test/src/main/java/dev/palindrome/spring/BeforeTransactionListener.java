package dev.palindrome.spring;

import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.support.AbstractTestExecutionListener;

/**
 * Has the database put back, and the rows of the test's method put in, before Spring begins the test's transaction, in
 * whichever order the annotations stand.
 */
final class BeforeTransactionListener extends AbstractTestExecutionListener {

    /** Spring's listener for transactions has 4000. */
    private static final int ORDER = 3900;

    private record Expected(Class<?> testClass, Method method, Runnable ready) {

        boolean is(TestContext test) {
            return test.getTestClass() == testClass && test.getTestMethod().equals(method);
        }
    }

    /** JUnit runs a test's callbacks on one thread. */
    private static final ThreadLocal<@Nullable Expected> NEXT = new ThreadLocal<>();

    static void expect(Class<?> testClass, Method method, Runnable ready) {
        NEXT.set(new Expected(testClass, method, ready));
    }

    @Override
    public int getOrder() {
        return ORDER;
    }

    @Override
    public void beforeTestMethod(TestContext test) {
        Expected next = NEXT.get();
        NEXT.remove();
        if (next != null && next.is(test)) {
            next.ready().run();
        }
    }
}
