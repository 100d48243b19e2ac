package dev.palindrome.spring;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

/** Spring Boot and HikariCP need not be there: no class of theirs is asked for then. */
class WithoutBootTest {

    @Test
    void contextsOfPlainSpringAreOnTheMigratedDatabase() throws Exception {
        assertThat(runApart(PlainSpringRun.class)).isEqualTo("5 passed, failed: ");
    }

    /** Is made by a class loader of its own. */
    public static final class PlainSpringRun implements Supplier<String> {

        @Override
        public String get() {
            Events tests = EngineTestKit.engine("junit-jupiter")
                    .selectors(selectClass(PlainSpringTest.class))
                    .execute()
                    .allEvents();
            return tests.succeeded()
                            .filter(event -> event.getTestDescriptor().isTest())
                            .count() + " passed, failed: "
                    + tests.failed().stream().map(Object::toString).collect(joining("\n"));
        }
    }

    /** The class loader stays open: Spring closes contexts when the JVM ends. */
    private static String runApart(Class<? extends Supplier<String>> run) throws ReflectiveOperationException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        ClassLoader apart = new URLClassLoader(plain(), ClassLoader.getPlatformClassLoader());
        thread.setContextClassLoader(apart);
        try {
            Supplier<?> made = (Supplier<?>)
                    apart.loadClass(run.getName()).getConstructor().newInstance();
            return made.get().toString();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static URL[] plain() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(path -> !path.getFileName().toString().matches("(spring-boot|HikariCP).*"))
                .map(WithoutBootTest::url)
                .toArray(URL[]::new);
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }
}
