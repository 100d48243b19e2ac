package dev.palindrome.spring;

import dev.palindrome.junit5.DatabaseHost;
import dev.palindrome.junit5.HostedDatabase;
import dev.palindrome.settings.Settings;
import java.lang.reflect.Constructor;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.test.context.junit.jupiter.SpringExtension;
import org.springframework.test.context.support.TestConstructorUtils;

/** Hands the database of a class's application context to Palindrome's extension. */
public final class SpringDatabaseHost implements DatabaseHost {

    /** For the service loader. */
    public SpringDatabaseHost() {
        ConventionWarning.still();
    }

    @Override
    public boolean hosts(Class<?> testClass) {
        return SpringTestClass.is(testClass);
    }

    @Override
    public HostedDatabase database(ExtensionContext context, String name) {
        return applicationContext(context).getBean(ContextDatabases.class).named(name);
    }

    /** What the application connects through, with its pool. */
    @Override
    public Optional<DataSource> dataSource(ExtensionContext context, String name) {
        ApplicationContext application = applicationContext(context);
        return application
                .getBean(ContextDatabases.class)
                .dataSource(name)
                .filter(application::containsBean)
                .map(bean -> application.getBean(bean, DataSource.class));
    }

    @Override
    public boolean resolves(ParameterContext parameter, ExtensionContext context) {
        return isAutowirableConstructor(parameter, context)
                || Stream.of(Autowired.class, Qualifier.class, Value.class)
                        .anyMatch(type -> AnnotatedElementUtils.hasAnnotation(parameter.getAnnotatedElement(), type));
    }

    /** As Spring's own extension asks, for JUnit's configuration may say that all constructors are Spring's. */
    private static boolean isAutowirableConstructor(ParameterContext parameter, ExtensionContext context) {
        return parameter.getDeclaringExecutable() instanceof Constructor<?> constructor
                && TestConstructorUtils.isAutowirableConstructor(
                        constructor,
                        context.getRequiredTestClass(),
                        name -> context.getConfigurationParameter(name).orElse(null));
    }

    @Override
    public void aboutToRun(ExtensionContext context, Runnable ready) {
        BeforeTransactionListener.expect(context.getRequiredTestClass(), context.getRequiredTestMethod(), ready);
    }

    private static ApplicationContext applicationContext(ExtensionContext context) {
        Settings settings = Settings.system().orElse(context::getConfigurationParameter);
        try {
            return ContextDatabases.withSettings(settings, () -> SpringExtension.getApplicationContext(context));
        } catch (IllegalStateException e) {
            throw FailedContexts.explain(e, context.getRequiredTestClass());
        }
    }
}
