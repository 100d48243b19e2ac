package dev.palindrome.seed.run;

import dev.palindrome.database.ScriptRunner;
import dev.palindrome.engine.EngineKind;
import dev.palindrome.seed.SeedException;
import dev.palindrome.seed.file.DataFile;
import dev.palindrome.seed.file.DataFolder;
import dev.palindrome.seed.file.FileText;
import dev.palindrome.seed.refusal.RefusalText;
import dev.palindrome.seed.refusal.RowErrors;
import dev.palindrome.seed.refusal.RuleName;
import dev.palindrome.sql.ErrorText;
import dev.palindrome.sql.NearObject;
import dev.palindrome.sql.SafeErrorMessages;
import dev.palindrome.sql.SqlDialect;
import dev.palindrome.sql.SqlServerErrorNumber;
import dev.palindrome.sql.SqlServerErrorText;
import dev.palindrome.sql.Transaction;
import dev.palindrome.text.Causes;
import dev.palindrome.tsql.NeedsSqlServerException;
import java.io.IOException;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Runs T-SQL scripts with {@code GO} that put rows in, each wholly or not at all. */
final class SeedScripts {

    /** What the T-SQL front says where it knows no way in H2 (ISO/IEC 9075-2: feature not supported). */
    private static final String NOT_SUPPORTED = "0A000";

    private SeedScripts() {}

    /**
     * Runs a script.
     *
     * @param connection its transaction is used; if it commits each statement, there is one for the script. On the embedded
     *     engine statements that change the schema commit
     * @param location of the script, with {@code classpath:} or {@code filesystem:}
     * @throws SeedException if a statement fails; the message names script and line
     * @throws SQLException if the connection is broken
     * @throws dev.palindrome.tsql.NeedsSqlServerException if the embedded engine cannot take a statement
     */
    static void run(Connection connection, String location) throws SQLException {
        String tsql = text(DataFolder.file(location));
        EngineKind engine = SqlDialect.of(connection) == SqlDialect.H2 ? EngineKind.EMBEDDED : EngineKind.SQL_SERVER;
        AtomicInteger line = new AtomicInteger(1);
        try {
            Transaction.run(
                    connection, transaction -> ScriptRunner.runAuthored(connection, engine, location, tsql, line::set));
        } catch (SQLException e) {
            throw new SeedException(
                    "The script %s failed at line %d: %s."
                            .formatted(location, ScriptRunner.lineOf(e, line.get()), reason(connection, e, tsql)),
                    RefusalText.withoutValues(e));
        }
    }

    private static String text(DataFile script) {
        try (FileText text = new FileText(script)) {
            StringWriter all = new StringWriter();
            text.reader().transferTo(all);
            return all.toString();
        } catch (IOException e) {
            throw new SeedException(
                    "The script %s%s. Save it as UTF-8.".formatted(script.place(), FileText.whyUnreadable(script, e)),
                    e);
        }
    }

    /** What the embedded engine finds out only when a statement runs, without literals. */
    private static Optional<String> refusal(Throwable failure) {
        for (Throwable cause : Causes.of(failure)) {
            if (cause instanceof NeedsSqlServerException refusal && refusal.sqlServerError() == 0) {
                return Optional.of(refusal.withoutPlace().replaceAll("\\.$", ""));
            }
            if (cause instanceof SQLException refusal && NOT_SUPPORTED.equals(refusal.getSQLState())) {
                return Optional.of(ErrorText.withoutStatement(String.valueOf(refusal.getMessage()))
                        .strip()
                        .replaceAll("'[^']*+'", "'…'")
                        .replaceAll("\\.$", ""));
            }
        }
        return Optional.empty();
    }

    private static String reason(Connection connection, SQLException failure, String tsql) {
        String message = ErrorText.withoutStatement(String.valueOf(failure.getMessage()));
        Optional<String> refusal = refusal(failure);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        if (SafeErrorMessages.contain(failure.getErrorCode(), message, tsql)) {
            String words = SqlServerErrorText.of(failure, SqlServerErrorNumber.certain(failure))
                    .orElse(message.strip());
            return words.replaceAll("\\.$", "")
                    + SqlServerErrorNumber.behind(failure, NearObject.of(connection, failure));
        }
        if (!RowErrors.mayQuoteValues(failure)) {
            return "the database refused the statement (error %d). Run it by hand to see why; what the database says may hold values"
                    .formatted(failure.getErrorCode());
        }
        String error = "the database refused a row (error %d)".formatted(failure.getErrorCode());
        return RuleName.in(message)
                .filter(rule -> RowErrors.isConstraint(failure))
                .map(rule -> error + " because of " + rule)
                .orElse(error);
    }
}
