package dev.palindrome.junit5.scope;

import dev.palindrome.junit5.DatabaseHost;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** Who has the database of a class, where that is not the class itself. */
public final class DatabaseHosts {

    private static final List<DatabaseHost> ALL =
            ServiceLoader.load(DatabaseHost.class, DatabaseHost.class.getClassLoader()).stream()
                    .map(ServiceLoader.Provider::get)
                    .toList();

    private DatabaseHosts() {}

    public static Optional<DatabaseHost> of(Class<?> testClass) {
        return ALL.stream().filter(host -> host.hosts(testClass)).findFirst();
    }
}
