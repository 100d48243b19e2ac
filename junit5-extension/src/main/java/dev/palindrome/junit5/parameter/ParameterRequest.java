package dev.palindrome.junit5.parameter;

import dev.palindrome.junit5.OnDatabase;
import dev.palindrome.junit5.declaration.ClassName;
import dev.palindrome.junit5.scope.ClassDatabase;
import dev.palindrome.junit5.scope.ClassScope;
import dev.palindrome.junit5.scope.DatabaseChoice;
import dev.palindrome.junit5.scope.DatabaseHosts;
import dev.palindrome.text.VisibleText;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;

/** A parameter that may be one of Palindrome's, and the name of the database that it means. */
public final class ParameterRequest {

    private final ParameterContext parameter;
    private final Optional<ParameterKind> kind;
    private final Optional<String> name;

    public ParameterRequest(ParameterContext parameter) {
        this.parameter = parameter;
        this.kind = ParameterKind.of(parameter.getParameter().getType());
        this.name = parameter.findAnnotation(OnDatabase.class).map(OnDatabase::value);
    }

    /** A name makes it Palindrome's even where it is wrong, so that the user learns what is. */
    public boolean isForPalindrome(ExtensionContext context) {
        return name.isPresent()
                || (kind.isPresent() && !ClassScope.of(context).visible().isEmpty() && !isTheHosts(context));
    }

    private boolean isTheHosts(ExtensionContext context) {
        return DatabaseHosts.of(context.getRequiredTestClass())
                .filter(host -> host.resolves(parameter, context))
                .isPresent();
    }

    ParameterKind kind() {
        return kind.orElseThrow(
                () -> new ParameterResolutionException(VisibleText.lines(this + ", carries @OnDatabase, but only a"
                        + " TestDatabase, DataSource, Connection, Migrations or SchemaSnapshot can come from there.")));
    }

    Executable executable() {
        return parameter.getDeclaringExecutable();
    }

    ClassDatabase choose(ClassScope scope) {
        return new DatabaseChoice(
                        this + ",",
                        name,
                        "Put @OnDatabase before it with one of these names",
                        ParameterResolutionException::new)
                .among(scope);
    }

    @Override
    public String toString() {
        String type = parameter.getParameter().getType().getSimpleName();
        return "Parameter " + (parameter.getIndex() + 1) + " of " + place() + ", a " + type;
    }

    private String place() {
        String type = ClassName.of(executable().getDeclaringClass());
        return executable() instanceof Constructor
                ? "the constructor of " + type
                : type + "." + executable().getName();
    }
}
