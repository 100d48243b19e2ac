package dev.palindrome.junit5.scope;

import dev.palindrome.TestDatabase;
import dev.palindrome.junit5.Seed;
import dev.palindrome.junit5.declaration.DatabaseDeclaration;
import dev.palindrome.junit5.declaration.DatabaseDeclarations;
import dev.palindrome.junit5.declaration.KeepPolicy;
import dev.palindrome.junit5.declaration.PlatformProperties;
import dev.palindrome.junit5.declaration.TestFailure;
import dev.palindrome.junit5.declaration.TestName;
import dev.palindrome.roundtrip.RoundTripOptions;
import dev.palindrome.settings.Settings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.ReflectionSupport;

/** The databases that a test class can see: its own, and those of the classes around it. */
public final class ClassScope {

    private static final Namespace NAMESPACE = Namespace.create(ClassScope.class);

    private final Class<?> testClass;
    private final Optional<ClassScope> outer;
    private final Map<String, ClassDatabase> own;
    private final Settings settings;
    private final List<SeedDeclaration> seeds;

    private ClassScope(
            Class<?> testClass, Optional<ClassScope> outer, Map<String, ClassDatabase> own, Settings settings) {
        this.testClass = testClass;
        this.outer = outer;
        this.own = own;
        this.settings = settings;
        this.seeds = SeedDeclarations.of(testClass);
    }

    /** The scope of the class that a context belongs to, always the same object. */
    public static ClassScope of(ExtensionContext context) {
        ExtensionContext outermost = ofClass(context);
        return store(outermost)
                .getOrComputeIfAbsent(context.getRequiredTestClass(), type -> create(outermost), ClassScope.class);
    }

    public static Store store(ExtensionContext context) {
        return context.getStore(NAMESPACE);
    }

    public Class<?> testClass() {
        return testClass;
    }

    public Optional<ClassScope> outer() {
        return outer;
    }

    /** By name; a database hides the outer classes' one of the same name. */
    public Map<String, ClassDatabase> visible() {
        Map<String, ClassDatabase> visible = outer.map(ClassScope::visible).orElseGet(LinkedHashMap::new);
        visible.putAll(own);
        return visible;
    }

    /** Proves what is to be proven before the first test, and makes the databases. */
    public void start(ExtensionContext context) {
        own.values().stream()
                .filter(ClassDatabase::isProven)
                .forEach(database -> Verification.of(context, database.blueprint(context), RoundTripOptions.none())
                        .report()
                        .assertReversible());
        own.values().forEach(database -> database.database(context));
        begin(context);
    }

    /** Makes the databases that this class shares with others ready for it. Does nothing the second time. */
    public void begin(ExtensionContext context) {
        visible().values().stream()
                .filter(database -> !own.containsValue(database) || database.isHosted(context))
                .forEach(database -> database.beginClass(this, context));
    }

    private Stream<ClassDatabase> shared() {
        return visible().values().stream().filter(database -> !own.containsValue(database));
    }

    /** Adds the rows of this class to a database that it shares with the outer one. */
    void seed(ClassDatabase shared, TestDatabase database) {
        seeds.stream()
                .filter(seed -> !isOwn(seed) && seed.choose(this) == shared)
                .forEach(seed -> seed.putInto(database));
    }

    boolean hasNestedClasses() {
        return !ReflectionSupport.findNestedClasses(
                        testClass, nested -> AnnotationSupport.isAnnotated(nested, Nested.class))
                .isEmpty();
    }

    Settings settings() {
        return settings;
    }

    /** Whether the class's tests begin with rows that a {@link Seed} on a class has made. */
    boolean isSeeded() {
        return !seeds.isEmpty() || outer.filter(ClassScope::isSeeded).isPresent();
    }

    private boolean isOwn(SeedDeclaration seed) {
        return own.containsValue(seed.choose(this));
    }

    /** A parameterized class has a context for each invocation below the one that is the class's. */
    private static ExtensionContext ofClass(ExtensionContext context) {
        return context.getParent()
                .filter(parent -> parent.getTestClass().equals(context.getTestClass()))
                .map(ClassScope::ofClass)
                .orElse(context);
    }

    private static ClassScope create(ExtensionContext context) {
        Class<?> testClass = context.getRequiredTestClass();
        Optional<ClassScope> outer = context.getParent()
                .filter(parent -> parent.getTestClass().isPresent())
                .map(ClassScope::of);
        SeedDeclarations.refuseLifecycleMethods(testClass);
        PlatformProperties.check();
        Settings settings = Settings.system().orElse(context::getConfigurationParameter);
        Map<String, ClassDatabase> own = new LinkedHashMap<>();
        DatabaseDeclarations.of(testClass)
                .forEach((name, declared) -> own.put(name, database(declared, testClass, settings)));
        ClassScope scope = new ClassScope(testClass, outer, own, settings);
        scope.seeds.stream()
                .filter(scope::isOwn)
                .forEach(seed -> seed.choose(scope).beginWith(seed));
        closeWith(context, scope);
        TestDataLog.of(settings)
                .ifPresent(log -> store(context.getRoot())
                        .getOrComputeIfAbsent(log, known -> (StoredResource) known::write, StoredResource.class));
        return scope;
    }

    private static ClassDatabase database(DatabaseDeclaration declaration, Class<?> testClass, Settings settings) {
        return new ClassDatabase(
                DatabaseBlueprint.of(declaration, testClass, settings),
                KeepPolicy.of(declaration.annotation().keep(), settings));
    }

    /** Stores what has to be closed before any of it is started. JUnit closes what was stored last first. */
    private static void closeWith(ExtensionContext context, ClassScope scope) {
        scope.own.values().forEach(database -> store(context).put(database, database));
        StoredResource end = () -> scope.shared().forEach(database -> database.endClass(scope));
        store(context).put(end, end);
        StoredResource watch =
                () -> TestFailure.of(context).ifPresent(failure -> scope.keepAfter(failure, TestName.of(context)));
        store(context).put(watch, watch);
    }

    private void keepAfter(Throwable failure, String failed) {
        visible().values().forEach(database -> database.keepAfter(failure, failed));
        if (isSeeded()) {
            RandomSeedNote.addTo(failure, settings);
        }
    }
}
