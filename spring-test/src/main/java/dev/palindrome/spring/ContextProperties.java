package dev.palindrome.spring;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Properties of Spring Boot's that would have the application do to the database what Palindrome has done, or undo it. */
final class ContextProperties {

    private static final String NAME = "palindrome";

    /** Says after a failed start what the context had been given: its beans are gone by then. */
    private static final String GIVEN = "palindrome.spring.given";

    private final ContextDatabases databases;

    ContextProperties(ContextDatabases databases) {
        this.databases = databases;
    }

    static Optional<String> given(ConfigurableEnvironment environment) {
        return Optional.ofNullable(environment.getProperty(GIVEN));
    }

    void addTo(ConfigurableEnvironment environment) {
        environment.getPropertySources().addFirst(new MapPropertySource(NAME, overriding()));
        environment.getPropertySources().addLast(new MapPropertySource(NAME + " defaults", defaults()));
    }

    private Map<String, Object> overriding() {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put(GIVEN, databases.toString());
        // What @DataJpaTest, @JdbcTest and others bring along would put an empty database in its place.
        properties.put("spring.test.database.replace", "NONE");
        return properties;
    }

    /** Boot takes the embedded engine for a database that nobody has filled; on SQL Server these are its own defaults. */
    private static Map<String, Object> defaults() {
        return Map.of("spring.jpa.hibernate.ddl-auto", "none", "spring.sql.init.mode", "never");
    }
}
