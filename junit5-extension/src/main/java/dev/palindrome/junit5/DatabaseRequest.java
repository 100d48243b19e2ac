package dev.palindrome.junit5;

import dev.palindrome.TestDatabase;
import dev.palindrome.engine.EngineKind;
import dev.palindrome.junit5.declaration.DatabaseDeclaration;
import dev.palindrome.junit5.declaration.DatabaseDeclarations;
import dev.palindrome.production.MaskRules;
import dev.palindrome.report.FailedMigrations;
import dev.palindrome.settings.Settings;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What {@link MigratedDatabase} asks a database to be like, whoever asks. Of equal requests one database may serve all; what
 * an annotation says of the class alone ({@code reset}, {@code keep}, {@code roundTrip}) is no part of it. For who writes a
 * {@link DatabaseHost}.
 *
 * @param name what the class calls it; empty if it has no name
 * @param engine see {@link MigratedDatabase#engine}
 * @param image see {@link MigratedDatabase#image}
 * @param locations see {@link MigratedDatabase#locations}
 * @param target see {@link MigratedDatabase#target}
 * @param flyway see {@link MigratedDatabase#flyway}, by name
 * @param schemaScript see {@link MigratedDatabase#schemaScript}
 * @param baseline see {@link MigratedDatabase#baseline}
 * @param collation see {@link MigratedDatabase#collation}
 * @param options see {@link MigratedDatabase#options}, by name
 * @param backup see {@link MigratedDatabase#backup}
 * @param mask see {@link Mask}
 */
public record DatabaseRequest(
        String name,
        EngineKind engine,
        String image,
        List<String> locations,
        String target,
        Map<String, String> flyway,
        String schemaScript,
        String baseline,
        String collation,
        Map<String, String> options,
        String backup,
        MaskRules mask) {

    /**
     * Copies the collections. Settings and options stay in their order, which makes no other request.
     *
     * @param name what the class calls it
     * @param engine the engine
     * @param image the image
     * @param locations Flyway locations
     * @param target how far to migrate
     * @param flyway Flyway's own settings by name
     * @param schemaScript what the database begins with
     * @param baseline which version that is
     * @param collation the collation
     * @param options database options by name
     * @param backup the backup that it begins with
     * @param mask what becomes of personal data in it
     */
    public DatabaseRequest {
        locations = List.copyOf(locations);
        flyway = Collections.unmodifiableMap(new LinkedHashMap<>(flyway));
        options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
    }

    /**
     * What a test class asks for, itself or by way of other annotations, interfaces, superclasses, and the classes around a
     * nested one.
     *
     * @param testClass a test class
     * @return one request for each database that the class can see; none where it declares none
     * @throws org.junit.jupiter.api.extension.ExtensionConfigurationException if an annotation makes no sense
     */
    public static List<DatabaseRequest> of(Class<?> testClass) {
        Map<String, DatabaseDeclaration> visible = new LinkedHashMap<>();
        outermostFirst(testClass).forEach(type -> visible.putAll(DatabaseDeclarations.of(type)));
        return visible.values().stream().map(DatabaseDeclaration::request).toList();
    }

    private static Iterable<Class<?>> outermostFirst(Class<?> testClass) {
        Deque<Class<?>> outermostFirst = new ArrayDeque<>();
        Class<?> type = testClass;
        outermostFirst.addFirst(type);
        while (type.isMemberClass() && isInner(type)) {
            type = type.getEnclosingClass();
            outermostFirst.addFirst(type);
        }
        return outermostFirst;
    }

    private static boolean isInner(Class<?> type) {
        return !Modifier.isStatic(type.getModifiers());
    }

    /**
     * Fills in what the annotation leaves open.
     *
     * @param defaultLocations Flyway locations, for where it names none
     * @param defaultFlyway Flyway's own settings by name, for those that it does not name
     * @return a request that says more
     */
    public DatabaseRequest withDefaults(List<String> defaultLocations, Map<String, String> defaultFlyway) {
        Map<String, String> all = new LinkedHashMap<>(defaultFlyway);
        all.putAll(flyway);
        return new DatabaseRequest(
                name,
                engine,
                image,
                locations.isEmpty() ? defaultLocations : locations,
                target,
                all,
                schemaScript,
                baseline,
                collation,
                options,
                backup,
                mask);
    }

    /**
     * Makes the database.
     *
     * @param purpose what it is for; becomes part of its name
     * @param settings where the rest is looked up
     * @return the database, to be closed by the caller
     * @throws dev.palindrome.error.PalindromeException if it cannot be made or migrated
     */
    public HostedDatabase start(String purpose, Settings settings) {
        return new HostedDatabase(
                this,
                FailedMigrations.shown(
                        settings, () -> builder(purpose, settings).start()));
    }

    /**
     * Begins to make the database.
     *
     * @param purpose what it is for; becomes part of its name
     * @param settings where the rest is looked up
     * @return a builder to which rows may be added
     */
    public TestDatabase.Builder builder(String purpose, Settings settings) {
        TestDatabase.Builder builder = TestDatabase.builder()
                .purpose(purpose)
                .settings(settings)
                .engine(engine)
                .locations(locations.toArray(String[]::new))
                .flyway(flyway)
                .mask(mask);
        given(image).ifPresent(builder::image);
        given(target).ifPresent(builder::target);
        given(schemaScript).ifPresent(builder::schemaScript);
        given(baseline).ifPresent(builder::baseline);
        given(collation).ifPresent(builder::collation);
        given(backup).ifPresent(builder::backup);
        options.forEach(builder::option);
        return builder;
    }

    private static Optional<String> given(String attribute) {
        return Optional.of(attribute).filter(value -> !value.isBlank());
    }
}
