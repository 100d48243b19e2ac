package dev.palindrome.spring;

import dev.palindrome.engine.EngineKind;
import dev.palindrome.junit5.HostedDatabase;
import dev.palindrome.text.VisibleLog;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Properties of Spring Boot's that would have the application do to the database what Palindrome has done, or undo it. */
final class ContextProperties {

    private static final VisibleLog LOG = VisibleLog.of(ContextDatabases.class);

    private static final String NAME = "palindrome";

    /** Says after a failed start what the context had been given: its beans are gone by then. */
    private static final String GIVEN = "palindrome.spring.given";

    private static final String H2_DIALECT = "org.hibernate.dialect.H2Dialect";

    private static final List<String> DIALECTS =
            List.of("spring.jpa.database-platform", "spring.jpa.properties.hibernate.dialect");

    private final ContextDatabases databases;

    ContextProperties(ContextDatabases databases) {
        this.databases = databases;
    }

    static Optional<String> given(ConfigurableEnvironment environment) {
        return Optional.ofNullable(environment.getProperty(GIVEN));
    }

    void addTo(ConfigurableEnvironment environment) {
        environment.getPropertySources().addFirst(new MapPropertySource(NAME, overriding(environment)));
        environment.getPropertySources().addLast(new MapPropertySource(NAME + " defaults", defaults()));
    }

    private Map<String, Object> overriding(ConfigurableEnvironment environment) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put(GIVEN, databases.toString());
        // What @DataJpaTest, @JdbcTest and others bring along would put an empty database in its place.
        properties.put("spring.test.database.replace", "NONE");
        if (databases.main().filter(ContextProperties::isEmbedded).isPresent()) {
            DIALECTS.stream()
                    .filter(name -> isSqlServers(environment.getProperty(name, "")))
                    .forEach(name -> properties.put(name, H2_DIALECT));
            if (isSqlServers(environment.getProperty("spring.jpa.database", ""))) {
                properties.put("spring.jpa.database", "H2");
            }
            sayWhichDialect(properties);
        }
        return properties;
    }

    private static boolean isEmbedded(HostedDatabase database) {
        return database.database().engine() == EngineKind.EMBEDDED;
    }

    private static boolean isSqlServers(String value) {
        return value.replace("_", "").toUpperCase(Locale.ROOT).contains("SQLSERVER");
    }

    private static void sayWhichDialect(Map<String, Object> properties) {
        properties.keySet().stream()
                .filter(name -> name.startsWith("spring.jpa."))
                .forEach(name -> LOG.info("{} is {} here: the embedded engine is H2.", name, properties.get(name)));
    }

    /** Boot takes the embedded engine for a database that nobody has filled; on SQL Server these are its own defaults. */
    private static Map<String, Object> defaults() {
        return Map.of("spring.jpa.hibernate.ddl-auto", "none", "spring.sql.init.mode", "never");
    }
}
