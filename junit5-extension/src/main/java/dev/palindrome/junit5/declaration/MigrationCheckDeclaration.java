package dev.palindrome.junit5.declaration;

import dev.palindrome.check.CheckedScript;
import dev.palindrome.check.MigrationCheck;
import dev.palindrome.junit5.DatabaseRequest;
import dev.palindrome.junit5.MigrationCheckTest;
import dev.palindrome.report.CheckFindings;
import dev.palindrome.report.RoundTripFiles;
import dev.palindrome.settings.Setting;
import dev.palindrome.settings.Settings;
import dev.palindrome.text.VisibleText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * One {@link MigrationCheckTest} and the method that it was found on.
 *
 * @param annotation what is asked for
 * @param context of the method
 */
public record MigrationCheckDeclaration(MigrationCheckTest annotation, ExtensionContext context) {

    public static MigrationCheckDeclaration of(ExtensionContext context) {
        return new MigrationCheckDeclaration(
                AnnotationSupport.findAnnotation(context.getRequiredTestMethod(), MigrationCheckTest.class)
                        .orElseThrow(),
                context);
    }

    private MigrationCheck check() {
        MigrationCheck check = MigrationCheck.of(locations().toArray(String[]::new))
                .flyway(database().map(DatabaseRequest::flyway).orElse(Map.of()))
                .flyway(flyway())
                .allow(annotation.allow());
        return Optional.of(annotation.from())
                .filter(from -> !from.isEmpty())
                .or(() -> settings().find(Setting.ROUND_TRIP_FROM))
                .map(check::from)
                .orElse(check);
    }

    /** Checks, and tells the CI server what was found. */
    public List<CheckedScript> scripts() {
        List<CheckedScript> scripts = check().scripts();
        CheckFindings.publish(scripts, name(), settings());
        return scripts;
    }

    private String name() {
        return RoundTripFiles.nameFor(locations(), "", new TreeMap<>());
    }

    private Settings settings() {
        return Settings.system().orElse(context::getConfigurationParameter);
    }

    private List<String> locations() {
        return annotation.locations().length > 0
                ? List.of(annotation.locations())
                : database().map(DatabaseRequest::locations).orElse(List.of());
    }

    /** Where the annotation says where scripts lie, the class's database has no part in it. */
    private Optional<DatabaseRequest> database() {
        return annotation.locations().length > 0
                ? Optional.empty()
                : declared(context.getRequiredTestClass()).map(DatabaseDeclaration::request);
    }

    /** Of the class itself before those around it. */
    private Optional<DatabaseDeclaration> declared(Class<?> type) {
        Map<String, DatabaseDeclaration> databases = DatabaseDeclarations.of(type);
        Optional<DatabaseDeclaration> named = Optional.ofNullable(databases.get(annotation.database()));
        if (named.isPresent()) {
            return named;
        }
        if (annotation.database().isEmpty() && databases.size() == 1) {
            return databases.values().stream().findFirst();
        }
        if (annotation.database().isEmpty() && !databases.isEmpty()) {
            throw wrong("the class has several databases. Set database to one of these names: "
                    + String.join(", ", databases.keySet()) + ".");
        }
        Class<?> around = type.getEnclosingClass();
        if (around == null && !annotation.database().isEmpty()) {
            throw wrong("there is no database called \"" + annotation.database() + "\".");
        }
        return around == null ? Optional.empty() : declared(around);
    }

    private Map<String, String> flyway() {
        Map<String, String> settings = new LinkedHashMap<>();
        for (String entry : annotation.flyway()) {
            int equals = entry.indexOf('=');
            if (equals < 1) {
                throw wrong("flyway holds \"" + entry + "\". Write each entry as name=value.");
            }
            settings.put(
                    entry.substring(0, equals).strip(),
                    entry.substring(equals + 1).strip());
        }
        return settings;
    }

    private ExtensionConfigurationException wrong(String what) {
        return new ExtensionConfigurationException(VisibleText.lines(this + ": " + what));
    }

    @Override
    public String toString() {
        return "@MigrationCheckTest on " + ClassName.of(context.getRequiredTestClass()) + "."
                + context.getRequiredTestMethod().getName();
    }
}
