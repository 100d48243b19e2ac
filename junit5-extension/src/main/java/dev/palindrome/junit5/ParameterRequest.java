package dev.palindrome.junit5;

import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;

/** A parameter that may be one of Palindrome's, and the name of the database that it means. */
final class ParameterRequest {

    private final ParameterContext parameter;
    private final Optional<ParameterKind> kind;
    private final Optional<String> name;

    ParameterRequest(ParameterContext parameter) {
        this.parameter = parameter;
        this.kind = ParameterKind.of(parameter.getParameter().getType());
        this.name = parameter.findAnnotation(OnDatabase.class).map(OnDatabase::value);
    }

    /** A name makes it Palindrome's even where it is wrong, so that the user learns what is. */
    boolean isForPalindrome(ClassScope scope) {
        return name.isPresent() || (kind.isPresent() && !scope.visible().isEmpty());
    }

    ParameterKind kind() {
        return kind.orElseThrow(() -> new ParameterResolutionException(this + ", carries @OnDatabase, but only a"
                + " TestDatabase, DataSource, Connection or Migrations can come from there."));
    }

    Executable executable() {
        return parameter.getDeclaringExecutable();
    }

    ClassDatabase choose(ClassScope scope) {
        Map<String, ClassDatabase> visible = scope.visible();
        return name.map(wanted -> Optional.ofNullable(visible.get(wanted)).orElseThrow(() -> unknown(wanted, scope)))
                .or(() -> onlyOne(visible))
                .or(() -> Optional.ofNullable(visible.get("")))
                .orElseThrow(() -> ambiguous(visible));
    }

    private static Optional<ClassDatabase> onlyOne(Map<String, ClassDatabase> visible) {
        return visible.size() == 1 ? visible.values().stream().findAny() : Optional.empty();
    }

    private ParameterResolutionException unknown(String wanted, ClassScope scope) {
        String there = scope.visible().isEmpty()
                ? ClassName.of(scope.testClass()) + " has no @MigratedDatabase."
                : "the databases are: " + quoted(scope.visible()) + ".";
        return new ParameterResolutionException(this + ", asks for the database \"" + wanted + "\", but " + there);
    }

    private ParameterResolutionException ambiguous(Map<String, ClassDatabase> visible) {
        return new ParameterResolutionException(
                this + ", does not say which database it means. Put @OnDatabase before it"
                        + " with one of these names: " + quoted(visible) + ".");
    }

    private static String quoted(Map<String, ClassDatabase> databases) {
        return databases.keySet().stream()
                .map(name -> name.isEmpty() ? "one without a name" : "\"" + name + "\"")
                .collect(Collectors.joining(", "));
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
