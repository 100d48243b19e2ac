package dev.palindrome.junit5;

import dev.palindrome.settings.Settings;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;

/** The databases that a test class can see: its own, and those of the classes around it. */
final class ClassScope {

    private static final Namespace NAMESPACE = Namespace.create(MigratedDatabaseExtension.class);

    private final Class<?> testClass;
    private final Optional<ClassScope> outer;
    private final Map<String, ClassDatabase> own;

    private ClassScope(Class<?> testClass, Optional<ClassScope> outer, Map<String, ClassDatabase> own) {
        this.testClass = testClass;
        this.outer = outer;
        this.own = own;
    }

    /** The scope of the class that a context belongs to, always the same object. */
    static ClassScope of(ExtensionContext context) {
        ExtensionContext outermost = ofClass(context);
        return store(outermost)
                .getOrComputeIfAbsent(context.getRequiredTestClass(), type -> create(outermost), ClassScope.class);
    }

    static Store store(ExtensionContext context) {
        return context.getStore(NAMESPACE);
    }

    Class<?> testClass() {
        return testClass;
    }

    Optional<ClassScope> outer() {
        return outer;
    }

    /** By name; a database hides the outer classes' one of the same name. */
    Map<String, ClassDatabase> visible() {
        Map<String, ClassDatabase> visible = outer.map(ClassScope::visible).orElseGet(LinkedHashMap::new);
        visible.putAll(own);
        return visible;
    }

    /** Proves what is to be proven before the first test, and makes the databases. */
    void start(ExtensionContext context) {
        own.values().stream()
                .map(ClassDatabase::recipe)
                .filter(recipe -> recipe.declaration().annotation().roundTrip())
                .forEach(recipe ->
                        Verification.of(context, recipe, Map.of()).report().assertReversible());
        own.values().forEach(ClassDatabase::database);
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
        Map<String, ClassDatabase> own = new LinkedHashMap<>();
        Declarations.of(testClass).forEach((name, declared) -> own.put(name, database(declared, context)));
        ClassScope scope = new ClassScope(testClass, outer, own);
        closeWith(context, scope);
        return scope;
    }

    private static ClassDatabase database(Declaration declaration, ExtensionContext context) {
        Settings settings = Settings.system().orElse(context::getConfigurationParameter);
        return new ClassDatabase(
                new Recipe(declaration, context.getRequiredTestClass(), settings),
                KeepPolicy.of(declaration.annotation().keep(), settings));
    }

    /** Stores what has to be closed before any of it is started. JUnit closes what was stored last first. */
    private static void closeWith(ExtensionContext context, ClassScope scope) {
        scope.own.values().forEach(database -> store(context).put(database, database));
        Resource watch = () -> Failure.of(context).ifPresent(scope::keepAfter);
        store(context).put(watch, watch);
    }

    private void keepAfter(Throwable failure) {
        visible().values().forEach(database -> database.keepAfter(failure));
    }
}
