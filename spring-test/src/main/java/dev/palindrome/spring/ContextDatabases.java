package dev.palindrome.spring;

import dev.palindrome.error.PalindromeException;
import dev.palindrome.junit5.DatabaseRequest;
import dev.palindrome.junit5.HostedDatabase;
import dev.palindrome.settings.Settings;
import dev.palindrome.text.VisibleLog;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.core.env.ConfigurableEnvironment;

/** The databases of one application context, from before it is refreshed until it is closed. */
final class ContextDatabases implements AutoCloseable {

    static final String BEAN_NAME = "palindromeContextDatabases";

    private static final VisibleLog LOG = VisibleLog.of(ContextDatabases.class);

    /** JUnit's configuration parameters are settings, too, and known to who asks for the context. */
    private static final ThreadLocal<Settings> SETTINGS = ThreadLocal.withInitial(Settings::system);

    private final List<HostedDatabase> databases = new ArrayList<>();

    /** By the name of the bean that leads to it. */
    private final Map<String, HostedDatabase> dataSources = new LinkedHashMap<>();

    private ContextDatabases() {}

    static ContextDatabases start(
            List<DatabaseRequest> requests, ConfigurableEnvironment environment, Class<?> testClass) {
        ContextDatabases started = new ContextDatabases();
        try {
            requests.forEach(request -> started.add(request, environment, testClass));
        } catch (RuntimeException e) {
            started.close();
            throw e;
        }
        return started;
    }

    private void add(DatabaseRequest request, ConfigurableEnvironment environment, Class<?> testClass) {
        HostedDatabase database = BootFlyway.fillIn(request, environment)
                .start(testClass.getSimpleName() + "_" + request.name(), SETTINGS.get());
        databases.add(database);
        LOG.info("The application context of {} has {}.", testClass.getSimpleName(), database);
    }

    /** Looks settings up as a test does while its application context may be started. */
    static <T> T withSettings(Settings settings, Supplier<T> work) {
        SETTINGS.set(settings);
        try {
            return work.get();
        } finally {
            SETTINGS.remove();
        }
    }

    List<HostedDatabase> all() {
        return Collections.unmodifiableList(databases);
    }

    HostedDatabase named(String name) {
        return databases.stream()
                .filter(database -> database.request().name().equals(name))
                .findFirst()
                .orElseThrow(() -> new PalindromeException("The application context has no database \"" + name
                        + "\", but " + this + ". Declare it on a class that Spring looks at, too."));
    }

    /** The one that an application with one data source has: the only one, or the one without a name. */
    Optional<HostedDatabase> main() {
        return databases.size() == 1
                ? Optional.of(databases.get(0))
                : databases.stream()
                        .filter(database -> database.request().name().isEmpty())
                        .findFirst();
    }

    /** Takes note of which data sources of the context, or of one below it, lead to which database. */
    void ledBy(Map<String, HostedDatabase> beans) {
        dataSources.putAll(beans);
    }

    /** By the name of the bean that leads to it. */
    Map<String, HostedDatabase> dataSources() {
        return Collections.unmodifiableMap(dataSources);
    }

    /** The name of the bean that leads to the database of a name. */
    Optional<String> dataSource(String name) {
        HostedDatabase database = named(name);
        return dataSources.entrySet().stream()
                .filter(bean -> bean.getValue() == database)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    @Override
    public void close() {
        databases.forEach(HostedDatabase::close);
    }

    @Override
    public String toString() {
        return databases.stream().map(HostedDatabase::toString).collect(Collectors.joining("; "));
    }
}
