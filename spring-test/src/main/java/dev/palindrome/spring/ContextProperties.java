package dev.palindrome.spring;

import dev.palindrome.text.VisibleLog;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Properties of Spring Boot's that would have the application do to the database what Palindrome has done, or undo it. */
final class ContextProperties {

    private static final String NAME = "palindrome";

    /** Says after a failed start what the context had been given: its beans are gone by then. */
    private static final String GIVEN = "palindrome.spring.given";

    private static final VisibleLog LOG = VisibleLog.of(ContextProperties.class);

    private static final String DDL_AUTO = "spring.jpa.hibernate.ddl-auto";

    /** Those of Hibernate's settings that make or change tables. */
    private static final Set<String> MAKING = Set.of("create", "create-only", "create-drop", "update");

    private final ContextDatabases databases;

    ContextProperties(ContextDatabases databases) {
        this.databases = databases;
    }

    static Optional<String> given(ConfigurableEnvironment environment) {
        return Optional.ofNullable(environment.getProperty(GIVEN));
    }

    void addTo(ConfigurableEnvironment environment) {
        warnOf(environment.getProperty(DDL_AUTO, ""));
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
        return Map.of(DDL_AUTO, "none", "spring.sql.init.mode", "never");
    }

    /** It is the team's word, so it stays; but nobody would see that tests no longer run on what the migrations make. */
    private static void warnOf(String ddlAuto) {
        if (MAKING.contains(ddlAuto.toLowerCase(Locale.ROOT))) {
            LOG.warn(
                    "{}={}: Hibernate changes the schema that the migrations have made, so that their constraints and"
                            + " indexes may be gone. Set validate, or none, for tests on a migrated database.",
                    DDL_AUTO,
                    ddlAuto);
        }
    }
}
