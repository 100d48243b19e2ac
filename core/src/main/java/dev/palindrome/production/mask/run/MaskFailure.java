package dev.palindrome.production.mask.run;

import dev.palindrome.production.MaskException;
import dev.palindrome.schema.ObjectKind;
import dev.palindrome.schema.SchemaObject;
import dev.palindrome.sql.ErrorText;
import dev.palindrome.sql.QuotedRowValue;
import dev.palindrome.sql.SqlServerError;
import dev.palindrome.text.Causes;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Says what a database has refused, without what it quotes: its rows are people's. */
final class MaskFailure {

    private static final String OPENING = "\"'[. :";

    private MaskFailure() {}

    /** Of a statement that changes a target's rows. */
    static MaskException of(Target target, SQLException e) {
        Optional<MaskException> own = own(e);
        if (own.isPresent()) {
            return own.get();
        }
        SQLException telling = SqlServerError.telling(e);
        Optional<SchemaObject> refusing = refusing(target, String.valueOf(telling.getMessage()));
        String reason = refusing.map(MaskFailure::rule).orElseGet(() -> reason(telling));
        return new MaskException("""
                Masking %s failed: %s. Nothing was changed.
                Its columns that change: %s.
                Give a column that is refused another kind, a pattern, a constant, or a class of your own that makes what is demanded.""".formatted(target.name(), reason, target.columnsInWords()));
    }

    /** Of any other. */
    static MaskException of(String what, SQLException e) {
        return new MaskException(what + " failed: " + reason(SqlServerError.telling(e)) + ". Nothing was changed.");
    }

    /** H2 hands on what a function that it calls throws. */
    private static Optional<MaskException> own(SQLException e) {
        return Causes.first(e, MaskException.class);
    }

    private static String rule(SchemaObject rule) {
        String columns = rule.kind() == ObjectKind.CHECK
                ? ""
                : rule.get(rule.kind().main()).map(each -> " " + each).orElse("");
        return "the %s %s%s takes no row with a replacement"
                .formatted(rule.kind().label(), name(rule), columns);
    }

    private static String name(SchemaObject rule) {
        return rule.name().isEmpty() ? rule.systemName().orElse("") : rule.simpleName();
    }

    /** The part of the table whose name the message has; the longest, where one is in another's. */
    private static Optional<SchemaObject> refusing(Target target, String message) {
        List<ObjectKind> kinds = List.of(
                ObjectKind.CHECK,
                ObjectKind.PRIMARY_KEY,
                ObjectKind.UNIQUE_KEY,
                ObjectKind.FOREIGN_KEY,
                ObjectKind.INDEX);
        return target.table().object().parts().stream()
                .filter(part -> kinds.contains(part.kind()))
                .filter(part -> names(message, name(part)))
                .max(Comparator.comparingInt(part -> name(part).length()));
    }

    private static boolean names(String message, String name) {
        int at = name.isEmpty() ? -1 : message.indexOf(name);
        return at > 0 && OPENING.indexOf(message.charAt(at - 1)) >= 0;
    }

    private static String reason(SQLException e) {
        if (isOfH2(e)) {
            return switch (e.getErrorCode()) {
                case 22001 -> "a replacement is too long for its column (error 22001)";
                case 23502 -> "a column takes no NULL (error 23502)";
                case 23505 -> "two rows would have the same unique key (error 23505)";
                case 22003, 22007, 22018 ->
                    "a replacement is no value of its column's type (error %d)".formatted(e.getErrorCode());
                default -> "error %d, SQL state %s".formatted(e.getErrorCode(), e.getSQLState());
            };
        }
        return QuotedRowValue.cutOff(e).map(SQLException::getMessage).orElseGet(() -> ErrorText.of(e)) + " (error "
                + e.getErrorCode() + ")";
    }

    /** H2's errors have the number that is their state, and quote what they please. */
    private static boolean isOfH2(SQLException e) {
        return e.getClass().getName().startsWith("org.h2.");
    }
}
