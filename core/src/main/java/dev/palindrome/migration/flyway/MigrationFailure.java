package dev.palindrome.migration.flyway;

import com.microsoft.sqlserver.jdbc.SQLServerException;
import dev.palindrome.migration.script.GoBatch;
import dev.palindrome.sql.ErrorText;
import dev.palindrome.sql.FailedLine;
import dev.palindrome.sql.QuotedRowValue;
import dev.palindrome.sql.SqlServerErrorNumber;
import dev.palindrome.sql.SqlServerErrorText;
import dev.palindrome.text.Causes;
import dev.palindrome.tsql.NeedsSqlServerException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;

/** Reads out of Flyway's exceptions which script failed, on which line, and why. */
final class MigrationFailure {

    /**
     * Flyway's messages name both, in every version from 10 to 13; the path is what {@link ScriptResource} says. Nothing
     * but the text does: the classes of the exceptions that hold them are internal.
     */
    private static final Pattern LOCATION = Pattern.compile("(?m)^Location\\s*: (.+) \\(");

    private static final Pattern LINE = Pattern.compile("(?m)^Line\\s*: (\\d+)");

    /** H2's numbers for statements that it cannot read; SQL Server has no errors of these numbers. */
    private static final Set<Integer> H2_SYNTAX = Set.of(42000, 42001);

    private final FlywayException exception;

    MigrationFailure(FlywayException exception) {
        this.exception = exception;
    }

    /** The path of the script, where a script failed. */
    Optional<String> script() {
        return find(LOCATION);
    }

    /**
     * The line, from 1, or 0 where it is not known. SQL Server says which line of a batch failed, Flyway which batch.
     *
     * @param script the text of the script that failed
     */
    int line(String script) {
        Optional<Integer> inner = FailedLine.of(exception);
        if (inner.isPresent()) {
            return inner.get();
        }
        int start = find(LINE).map(Integer::parseInt).orElse(0);
        return start > 0 && sqlException() instanceof SQLServerException server && server.getSQLServerError() != null
                ? GoBatch.firstLine(script, start)
                        + (int) server.getSQLServerError().getLineNumber()
                        - 1
                : start;
    }

    /** What is to stand behind our own error: of a batch that is run step by step, the step's alone, not the whole batch. */
    Exception cause() {
        return FailedLine.in(exception).<Exception>map(failed -> failed).orElse(exception);
    }

    /** Why, in one sentence or two. */
    String reason() {
        return reason(error -> Optional.empty());
    }

    /** @param near what is probably meant by a name that there is not */
    String reason(Function<SQLException, Optional<String>> near) {
        Optional<NeedsSqlServerException> refusal = refusal();
        if (refusal.isPresent()) {
            return refusal.get().withoutPlace();
        }
        Throwable cause = sqlException() != null ? sqlException() : root();
        String message =
                Optional.ofNullable(cause.getMessage()).orElse(cause.getClass().getSimpleName());
        // The statement is shown as its author wrote it instead.
        String reason = cause instanceof SQLException sql
                ? words(sql, message) + SqlServerErrorNumber.behind(sql, near.apply(sql))
                : ErrorText.withoutStatement(message).strip();
        return cause instanceof SQLException sql && H2_SYNTAX.contains(sql.getErrorCode())
                ? "The statement is misspelt or needs SQL Server. Correct it, or run with palindrome.engine=sqlserver. The"
                        + " embedded engine says: " + reason
                : reason;
    }

    /** SQL Server's where they are known, without a full stop, behind which the number stands. */
    private static String words(SQLException error, String message) {
        return SqlServerErrorText.of(error, SqlServerErrorNumber.certain(error))
                .map(text -> text.substring(0, text.length() - 1))
                .orElseGet(() -> ErrorText.withoutStatement(message).strip());
    }

    /** What the server says without the value that it quotes; empty where it quotes none. */
    Optional<SQLException> withoutValue() {
        return Optional.ofNullable(sqlException()).flatMap(QuotedRowValue::cutOff);
    }

    private @Nullable SQLException sqlException() {
        for (Throwable cause : Causes.of(exception)) {
            if (cause instanceof SQLException sql) {
                return sql;
            }
        }
        return null;
    }

    /** Of a statement that could be read only where it ran. */
    private Optional<NeedsSqlServerException> refusal() {
        return Causes.first(exception, NeedsSqlServerException.class);
    }

    private Throwable root() {
        List<Throwable> causes = Causes.of(exception);
        return causes.get(causes.size() - 1);
    }

    private Optional<String> find(Pattern pattern) {
        for (Throwable cause : Causes.of(exception)) {
            Matcher matcher = pattern.matcher(String.valueOf(cause.getMessage()));
            if (matcher.find()) {
                return Optional.of(matcher.group(1));
            }
        }
        return Optional.empty();
    }
}
