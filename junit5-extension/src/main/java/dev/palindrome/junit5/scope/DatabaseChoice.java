package dev.palindrome.junit5.scope;

import dev.palindrome.junit5.declaration.ClassName;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Finds the database that is meant among those that a class can see.
 *
 * @param asker who means it, for messages
 * @param name the name that was given
 * @param remedy what to do where a name is needed, for messages
 * @param error makes an exception of a message
 */
public record DatabaseChoice(
        String asker, Optional<String> name, String remedy, Function<String, ? extends RuntimeException> error) {

    /** The one of that name; without a name the only one, or the one that has none. */
    public ClassDatabase among(ClassScope scope) {
        Map<String, ClassDatabase> visible = scope.visible();
        return name.map(wanted -> Optional.ofNullable(visible.get(wanted)).orElseThrow(() -> unknown(wanted, scope)))
                .or(() -> onlyOne(visible))
                .or(() -> Optional.ofNullable(visible.get("")))
                .orElseThrow(() -> visible.isEmpty() ? none(scope) : ambiguous(visible));
    }

    private static Optional<ClassDatabase> onlyOne(Map<String, ClassDatabase> visible) {
        return visible.size() == 1 ? visible.values().stream().findAny() : Optional.empty();
    }

    private RuntimeException none(ClassScope scope) {
        return error.apply(asker + " needs a database, but " + noDatabase(scope));
    }

    private RuntimeException unknown(String wanted, ClassScope scope) {
        String there =
                scope.visible().isEmpty() ? noDatabase(scope) : "the databases are: " + quoted(scope.visible()) + ".";
        return error.apply(asker + " asks for the database \"" + wanted + "\", but " + there);
    }

    private static String noDatabase(ClassScope scope) {
        return ClassName.of(scope.testClass()) + " has no @MigratedDatabase.";
    }

    private RuntimeException ambiguous(Map<String, ClassDatabase> visible) {
        return error.apply(asker + " does not say which database it means. " + remedy + ": " + quoted(visible) + ".");
    }

    private static String quoted(Map<String, ClassDatabase> databases) {
        return databases.keySet().stream()
                .map(name -> name.isEmpty() ? "one without a name" : "\"" + name + "\"")
                .collect(Collectors.joining(", "));
    }
}
