package dev.palindrome.roundtrip.pass;

import dev.palindrome.schema.Property;
import dev.palindrome.schema.SchemaObject;
import dev.palindrome.sql.SqlServerError;
import dev.palindrome.text.Causes;
import dev.palindrome.tsql.Lexer;
import dev.palindrome.tsql.Token;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** That a database refused a statement because something depends on what it would change. */
final class DependencyError {

    /** Microsoft: database-engine-events-and-errors; 90107 is H2's. */
    private static final Set<Integer> NUMBERS = Set.of(3729, 4922, 5074, 15336, 90107);

    private final boolean isOne;
    private final Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

    /** @param failure any, with its causes */
    DependencyError(Throwable failure) {
        boolean found = false;
        for (Throwable cause : Causes.of(failure)) {
            if (cause instanceof SQLException sql) {
                for (SQLException each : SqlServerError.all(sql)) {
                    found |= NUMBERS.contains(each.getErrorCode());
                    addNames(String.valueOf(each.getMessage()));
                }
            }
        }
        this.isOne = found;
    }

    private void addNames(String message) {
        for (Token token : Lexer.tokens(message, 1)) {
            if (token.kind() == Token.Kind.STRING) {
                addNames(token.value());
            } else if (token.isName()) {
                names.add(token.value());
            }
        }
    }

    /** Those that are named; where none is, those that are bound to what is named. */
    List<SchemaObject> among(List<SchemaObject> objects) {
        if (!isOne) {
            return List.of();
        }
        List<SchemaObject> named = objects.stream()
                .filter(object -> names.contains(object.simpleName()))
                .toList();
        return named.isEmpty() ? objects.stream().filter(this::isBound).toList() : named;
    }

    private boolean isBound(SchemaObject object) {
        Optional<String> definition = object.get(Property.DEFINITION)
                .filter(text -> text.toUpperCase(Locale.ROOT).contains("SCHEMABINDING"));
        return definition.stream()
                .flatMap(text -> Lexer.tokens(text, 1).stream())
                .anyMatch(token -> token.isName() && names.contains(token.value()));
    }
}
