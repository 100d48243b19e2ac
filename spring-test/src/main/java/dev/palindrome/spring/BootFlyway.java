package dev.palindrome.spring;

import dev.palindrome.junit5.DatabaseRequest;
import dev.palindrome.text.VisibleLog;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.ConfigurableEnvironment;

/** What {@code spring.flyway.*} says of migrations, for where the annotation says nothing. */
final class BootFlyway {

    private static final VisibleLog LOG = VisibleLog.of(ContextDatabases.class);

    /** Boot's names of settings that say what a schema is migrated to, and Flyway's own. */
    private static final Map<String, String> SINGLE = Map.of(
            "default-schema", "defaultSchema",
            "table", "table",
            "baseline-version", "baselineVersion",
            "baseline-description", "baselineDescription",
            "baseline-on-migrate", "baselineOnMigrate",
            "placeholder-prefix", "placeholderPrefix",
            "placeholder-suffix", "placeholderSuffix");

    private final Binder binder;

    private BootFlyway(Binder binder) {
        this.binder = binder;
    }

    /** The same request where there is no Spring Boot. */
    static DatabaseRequest fillIn(DatabaseRequest request, ConfigurableEnvironment environment) {
        return BootProperties.BOOT_IS_THERE ? new BootFlyway(Binder.get(environment)).fillIn(request) : request;
    }

    private DatabaseRequest fillIn(DatabaseRequest request) {
        List<String> locations = locations();
        Map<String, String> settings = settings();
        sayWhoWins(request, locations, settings);
        return request.withDefaults(locations, settings);
    }

    /** The scripts are SQL Server's on every engine. */
    private List<String> locations() {
        return list("locations").stream()
                .map(location -> location.replace("{vendor}", "sqlserver"))
                .toList();
    }

    private Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        SINGLE.forEach((boots, flyways) ->
                binder.bind("spring.flyway." + boots, String.class).ifBound(value -> settings.put(flyways, value)));
        List<String> schemas = list("schemas");
        if (!schemas.isEmpty()) {
            settings.put("schemas", String.join(",", schemas));
        }
        binder.bind("spring.flyway.placeholders", Bindable.mapOf(String.class, String.class))
                .ifBound(all -> all.forEach((name, value) -> settings.put("placeholders." + name, value)));
        return settings;
    }

    private List<String> list(String name) {
        return binder.bind("spring.flyway." + name, Bindable.listOf(String.class))
                .orElse(List.of());
    }

    private static void sayWhoWins(DatabaseRequest request, List<String> locations, Map<String, String> settings) {
        TreeSet<String> both = new TreeSet<>(settings.keySet());
        both.retainAll(request.flyway().keySet());
        if (!locations.isEmpty() && !request.locations().isEmpty()) {
            both.add("locations");
        }
        if (!both.isEmpty()) {
            LOG.info(
                    "@MigratedDatabase and spring.flyway both say what {} is: the annotation wins.",
                    String.join(", ", both));
        }
    }
}
