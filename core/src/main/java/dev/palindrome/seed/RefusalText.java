package dev.palindrome.seed;

import dev.palindrome.schema.SchemaObject;
import dev.palindrome.schema.Table;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** Why the database refused, without its message: that holds values. */
final class RefusalText {

    private RefusalText() {}

    static String of(SQLException refusal, Table table) {
        String error = "the database refused (error %d)".formatted(refusal.getErrorCode());
        return constraint(String.valueOf(refusal.getMessage()), table)
                .map(name -> error + " because of " + name)
                .orElse(error);
    }

    static SQLException withoutValues(SQLException refusal) {
        SQLException bare = new SQLException(null, refusal.getSQLState(), refusal.getErrorCode());
        bare.setStackTrace(refusal.getStackTrace());
        return bare;
    }

    /** The table's constraint or index that the message names; the longest name, where one is part of another. */
    private static Optional<String> constraint(String message, Table table) {
        return table.object().parts().stream()
                .filter(part -> part.kind().isConstraint()
                        || part.kind() == dev.palindrome.schema.ObjectKind.INDEX
                        || part.kind() == dev.palindrome.schema.ObjectKind.TRIGGER)
                .flatMap(RefusalText::names)
                .filter(name ->
                        message.toLowerCase(java.util.Locale.ROOT).contains(name.toLowerCase(java.util.Locale.ROOT)))
                .max(Comparator.comparingInt(String::length));
    }

    private static Stream<String> names(SchemaObject part) {
        return part.name().isEmpty() ? part.systemName().stream() : Stream.of(part.simpleName());
    }
}
