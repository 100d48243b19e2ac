package dev.palindrome.spring;

import dev.palindrome.TestDatabase;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.util.ClassUtils;

/**
 * Beans through which Spring Boot lets itself be told where to connect, and not to migrate. Their types have moved between
 * Boot 3 and 4 and stayed the same otherwise, so they are looked up by name.
 */
final class BootBeans {

    private static final List<String> CONNECTION_DETAILS = List.of(
            "org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails",
            "org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails");

    private static final List<String> MIGRATION_STRATEGY = List.of(
            "org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy",
            "org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy");

    private final DefaultListableBeanFactory beans;
    private final @Nullable ClassLoader loader;

    private BootBeans(DefaultListableBeanFactory beans, @Nullable ClassLoader loader) {
        this.beans = beans;
        this.loader = loader;
    }

    static void register(DefaultListableBeanFactory beans, ContextDatabases databases, @Nullable ClassLoader loader) {
        BootBeans boot = new BootBeans(beans, loader);
        databases
                .main()
                .ifPresent(main -> boot.register(
                        "palindromeConnectionDetails", CONNECTION_DETAILS, method -> detail(main.database(), method)));
        boot.register("palindromeFlywayMigrationStrategy", MIGRATION_STRATEGY, method -> null);
    }

    private static @Nullable Object detail(TestDatabase database, Method method) {
        return switch (method.getName()) {
            case "getJdbcUrl" -> database.jdbcUrl();
            case "getUsername" -> database.username();
            case "getPassword" -> database.password();
            default -> null;
        };
    }

    private void register(String name, List<String> types, Function<Method, @Nullable Object> answers) {
        types.stream()
                .filter(type -> ClassUtils.isPresent(type, loader))
                .map(type -> ClassUtils.resolveClassName(type, loader))
                .forEach(type -> beans.registerBeanDefinition(name, definition(type, answers)));
    }

    private static <T> RootBeanDefinition definition(Class<T> type, Function<Method, @Nullable Object> answers) {
        InvocationHandler handler = (proxy, method, arguments) -> method.isDefault()
                ? InvocationHandler.invokeDefault(proxy, method, arguments)
                : objectsOwn(proxy, method, arguments, type, answers);
        RootBeanDefinition definition = new RootBeanDefinition(
                type, () -> type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler)));
        definition.setPrimary(true);
        return definition;
    }

    private static @Nullable Object objectsOwn(
            Object proxy,
            Method method,
            @Nullable Object @Nullable [] arguments,
            Class<?> type,
            Function<Method, @Nullable Object> answers) {
        return switch (method.getName()) {
            case "equals" -> arguments != null && proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            case "toString" -> "Palindrome's " + type.getSimpleName();
            default -> answers.apply(method);
        };
    }
}
