package dev.palindrome.seed.refusal;

import dev.palindrome.schema.ObjectKind;
import dev.palindrome.schema.SchemaObject;
import dev.palindrome.schema.Table;
import dev.palindrome.sql.ErrorText;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Why the database refused, without its message: that holds values. */
public final class RefusalText {

    private RefusalText() {}

    public static String of(SQLException refusal, Table table) {
        String error = "the database refused (error %d)".formatted(refusal.getErrorCode());
        return rule(String.valueOf(refusal.getMessage()), table)
                .map(rule -> error + " because of " + names(rule).findFirst().orElse("a rule"))
                .orElse(error);
    }

    public static SQLException withoutValues(SQLException refusal) {
        SQLException bare = new SQLException(null, refusal.getSQLState(), refusal.getErrorCode());
        bare.setStackTrace(refusal.getStackTrace());
        return bare;
    }

    /** The table's constraint, index or trigger that the message names; the longest name, where one is part of another. */
    static Optional<SchemaObject> rule(String message, Table table) {
        String lower = ErrorText.withoutStatement(message).toLowerCase(Locale.ROOT);
        return table.object().parts().stream()
                .filter(part -> part.kind().isConstraint()
                        || part.kind() == ObjectKind.INDEX
                        || part.kind() == ObjectKind.TRIGGER)
                .filter(part ->
                        length(part) > 0 && names(part).anyMatch(name -> lower.contains(name.toLowerCase(Locale.ROOT))))
                .max(Comparator.comparingInt(RefusalText::length));
    }

    private static int length(SchemaObject part) {
        return names(part).mapToInt(String::length).max().orElse(0);
    }

    private static Stream<String> names(SchemaObject part) {
        return part.name().isEmpty() ? part.systemName().stream() : Stream.of(part.simpleName());
    }
}
