package dev.palindrome.junit5.declaration;

import dev.palindrome.junit5.DatabaseRequest;
import dev.palindrome.junit5.MigratedDatabase;
import dev.palindrome.production.MaskRules;
import dev.palindrome.text.VisibleText;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/**
 * One {@link MigratedDatabase} and the class that it was found on.
 *
 * @param annotation what is asked for
 * @param type the class that carries it, itself or by way of another annotation
 * @param mask what becomes of personal data in it
 */
public record DatabaseDeclaration(MigratedDatabase annotation, Class<?> type, MaskRules mask) {

    public String name() {
        return annotation.name();
    }

    DatabaseDeclaration masked(MaskRules rules) {
        return new DatabaseDeclaration(annotation, type, rules);
    }

    /** Refuses what makes no sense. */
    void check() {
        flyway();
        options();
    }

    public DatabaseRequest request() {
        return new DatabaseRequest(
                name(),
                annotation.engine(),
                annotation.image(),
                List.of(annotation.locations()),
                annotation.target(),
                flyway(),
                annotation.schemaScript(),
                annotation.baseline(),
                annotation.collation(),
                options(),
                annotation.backup(),
                mask);
    }

    private Map<String, String> flyway() {
        return pairs("flyway", annotation.flyway());
    }

    private Map<String, String> options() {
        return pairs("options", annotation.options());
    }

    private Map<String, String> pairs(String attribute, String[] entries) {
        Map<String, String> pairs = new LinkedHashMap<>();
        Arrays.stream(entries).forEach(entry -> add(pairs, attribute, entry));
        return pairs;
    }

    private void add(Map<String, String> pairs, String attribute, String entry) {
        int equals = entry.indexOf('=');
        if (equals < 1) {
            throw wrong("%s holds \"%s\". Write each entry as name=value.".formatted(attribute, entry));
        }
        String name = entry.substring(0, equals).strip();
        if (pairs.put(name, entry.substring(equals + 1).strip()) != null) {
            throw wrong("%s says twice what %s is. Say it once.".formatted(attribute, name));
        }
    }

    private ExtensionConfigurationException wrong(String what) {
        return new ExtensionConfigurationException(VisibleText.lines(this + ": " + what));
    }

    @Override
    public String toString() {
        String attributes = name().isEmpty() ? "" : "(name = \"" + name() + "\")";
        return "@MigratedDatabase" + attributes + " on " + ClassName.of(type);
    }
}
