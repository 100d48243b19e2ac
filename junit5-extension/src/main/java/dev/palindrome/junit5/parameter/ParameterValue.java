package dev.palindrome.junit5.parameter;

import dev.palindrome.TestDatabase;
import dev.palindrome.junit5.scope.ClassDatabase;
import dev.palindrome.junit5.scope.ClassScope;
import dev.palindrome.junit5.scope.TestScope;
import dev.palindrome.migration.Migrations;
import dev.palindrome.text.VisibleError;
import dev.palindrome.text.VisibleText;
import java.lang.reflect.Executable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;

/** What a parameter is given: a part of the right database, for as long as its test or its class lasts. */
public final class ParameterValue {

    private final ParameterRequest request;
    private final ExtensionContext context;

    public ParameterValue(ParameterRequest request, ExtensionContext context) {
        this.request = request;
        this.context = context;
    }

    public Object value() {
        ClassDatabase database = request.choose(scope());
        return switch (request.kind()) {
            case TEST_DATABASE -> database(database);
            case DATA_SOURCE -> dataSource(database);
            case CONNECTION -> connection(database(database).dataSource());
            case MIGRATIONS -> migrations(database);
            case SCHEMA -> database(database).schema();
        };
    }

    private Migrations migrations(ClassDatabase database) {
        return database(database).migrations();
    }

    /** What outlives a test has to follow when a failed test makes the class go on with a new database. */
    private DataSource dataSource(ClassDatabase database) {
        return database.dataSourceOfHost(context)
                .orElseGet(() ->
                        isForTest() ? database(database).dataSource() : new FollowingDataSource(database, context));
    }

    private Connection connection(DataSource dataSource) {
        OpenConnection connection = new OpenConnection();
        ClassScope.store(context).put(connection, connection);
        try {
            return connection.open(dataSource);
        } catch (SQLException e) {
            throw new ParameterResolutionException(
                    VisibleText.lines(request + ", cannot be opened: " + e.getMessage()), VisibleError.cause(e));
        }
    }

    private TestDatabase database(ClassDatabase database) {
        return isForTest() ? TestScope.of(context).database(database) : database.database(context);
    }

    private boolean isForTest() {
        return context.getTestMethod().isPresent();
    }

    /** The classes' databases as the code sees them that has the parameter: an outer class knows nothing of a nested one. */
    private ClassScope scope() {
        ClassScope innermost = ClassScope.of(context);
        Optional<ClassScope> scope = Optional.of(innermost);
        while (scope.isPresent() && !belongsTo(scope.get(), request.executable())) {
            scope = scope.get().outer();
        }
        return scope.orElse(innermost);
    }

    private static boolean belongsTo(ClassScope scope, Executable executable) {
        return executable.getDeclaringClass().isAssignableFrom(scope.testClass());
    }
}
