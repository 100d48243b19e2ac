package dev.palindrome.production.export;

import dev.palindrome.production.ExportException;
import dev.palindrome.sql.ErrorText;
import dev.palindrome.sql.SafeErrorMessages;
import dev.palindrome.sql.SqlServerError;
import java.sql.SQLException;
import java.util.Optional;

/** Says what a database has refused to read, without the values that its message may quote. */
final class UnreadableRows {

    private static final String RIGHTS = "the rights of the login";

    private UnreadableRows() {}

    /** Of a statement that reads a table's rows, or their keys. */
    static ExportException of(SubsetTable table, SQLException e) {
        Optional<String> condition =
                table.chosen().flatMap(ChosenTable::condition).map(String::strip);
        String reason = reason(e, condition.orElse(""));
        return new ExportException(
                condition
                        .map(where ->
                                "The rows of %s for the export cannot be read%s.\nIts condition (where): %s\nLook at the condition, and at %s."
                                        .formatted(table, reason, where, RIGHTS))
                        .orElseGet(() -> "The rows of %s for the export cannot be read%s. Look at %s."
                                .formatted(table, reason, RIGHTS)),
                bare(e));
    }

    /** Of any other. */
    static ExportException of(SQLException e) {
        return new ExportException(
                "The database cannot be read for the export%s. Look at %s.".formatted(reason(e, ""), RIGHTS), bare(e));
    }

    private static String reason(SQLException e, String condition) {
        SQLException telling = SqlServerError.telling(e);
        String message = ErrorText.withoutStatement(ErrorText.of(e));
        boolean isShown = SafeErrorMessages.isWithoutValues(telling)
                || SafeErrorMessages.contain(telling.getErrorCode(), message, condition);
        return isShown ? ": " + message.replaceFirst("\\.$", "") : number(telling);
    }

    /** H2's numbers tell nobody anything. */
    private static String number(SQLException e) {
        String why = "what the database says may hold values";
        return e.getClass().getName().startsWith("org.h2.")
                ? " (%s)".formatted(why)
                : " (error %d; %s)".formatted(e.getErrorCode(), why);
    }

    private static SQLException bare(SQLException e) {
        SQLException bare = new SQLException(null, e.getSQLState(), e.getErrorCode());
        bare.setStackTrace(e.getStackTrace());
        return bare;
    }
}
