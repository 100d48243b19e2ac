package dev.palindrome.h2.flow;

import dev.palindrome.sql.ErrorText;
import dev.palindrome.sql.SqlServerErrorNumber;
import dev.palindrome.sql.SqlServerErrorText;
import dev.palindrome.text.Causes;
import dev.palindrome.text.FirstLine;
import dev.palindrome.tsql.NeedsSqlServerException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An error as a CATCH sees it. Numbers and severities are those of Microsoft's list.
 *
 * @param number SQL Server's, as far as it is known
 * @param severity from 0 to 25
 * @param state what the script has said, else 1
 * @param message without H2's statement
 * @param line of the script
 * @param procedure in which it was raised; empty outside of procedures
 * @param cause what H2 has thrown
 * @see <a href="https://learn.microsoft.com/sql/relational-databases/errors-events/database-engine-events-and-errors">
 *     Database engine events and errors</a>
 */
record ScriptError(
        int number, int severity, int state, String message, int line, String procedure, SQLException cause) {

    /** Of errors that a script raises itself, and of those whose number nobody knows. */
    static final int USER = 50000;

    /** H2's number for a result that is too great; that of a conversion which the front writes is another one. */
    private static final int H2_OVERFLOW = 22003;

    private static final int OVERFLOW = 8115;

    private static final int USUAL_SEVERITY = 16;

    private static final int OF_DUPLICATES = 14;

    private static final int OF_WHAT_IS_NOT_THERE = 11;

    private static final Set<Integer> DUPLICATES = Set.of(2601, 2627);

    private static final Set<Integer> NOT_THERE = Set.of(3701, 15225);

    /** These abort a batch where nothing catches them, and leave a transaction that cannot be committed where something does. */
    private static final Set<Integer> CONVERSIONS = Set.of(235, 241, 242, 244, 245, 248, 295, 8114, 8169);

    /** Why a key or foreign key is not made; SQL Server has a second error behind them. */
    private static final Set<Integer> BEFORE_ANOTHER = Set.of(1753, 1761, 1767, 1776, 1778, 1779, 1785, 8111);

    private static final int OF_CONSTRAINT = 1750;

    /** What is found, or not found, when a statement is compiled is not caught on the level of the statement. */
    private static final Set<Integer> NOT_FOUND = Set.of(104, 108, 116, 128, 145, 207, 208);

    /** @param connection H2's, to ask it what it does not say */
    static ScriptError of(SQLException error, int line, String procedure, Connection connection) throws SQLException {
        RaisedException raised = RaisedException.in(error);
        if (raised != null) {
            return new ScriptError(
                    raised.getErrorCode(), raised.severity(), raised.state(), raised.text(), line, procedure, error);
        }
        int known = DuplicateKey.is(error) ? DuplicateKey.number(error, connection) : SqlServerErrorNumber.of(error);
        int unknown = error.getErrorCode() == H2_OVERFLOW ? OVERFLOW : USER;
        int number = known == 0 ? unknown : BEFORE_ANOTHER.contains(known) ? OF_CONSTRAINT : known;
        return new ScriptError(number, severity(number), 1, message(error, number), line, procedure, error);
    }

    private static int severity(int number) {
        if (DUPLICATES.contains(number)) {
            return OF_DUPLICATES;
        }
        return NOT_THERE.contains(number) ? OF_WHAT_IS_NOT_THERE : USUAL_SEVERITY;
    }

    private static String message(SQLException error, int number) {
        if (number == OF_CONSTRAINT) {
            return "Could not create constraint or index. See previous errors.";
        }
        String own = refusal(error).map(NeedsSqlServerException::reason).orElseGet(() -> own(error, number));
        return own.isEmpty()
                ? SqlServerErrorText.of(error, number).orElseGet(() -> ErrorText.withoutStatement(FirstLine.of(error)))
                : SqlServerErrorText.ofReading(number, own).orElse(own);
    }

    private static Optional<NeedsSqlServerException> refusal(Throwable error) {
        return Causes.of(error).stream()
                .flatMap(
                        cause -> cause instanceof NeedsSqlServerException refusal ? Stream.of(refusal) : Stream.empty())
                .filter(refusal -> refusal.sqlServerError() > 0)
                .findFirst();
    }

    /** What the front says; empty where H2 says it. */
    private static String own(SQLException error, int number) {
        String first = FirstLine.of(error);
        int last = first.lastIndexOf("Msg " + number + ": ");
        if (last < 0) {
            return "";
        }
        String text = ErrorText.withoutStatement(first.substring(first.indexOf(": ", last) + 2));
        return String.valueOf(error.getMessage()).contains(text + ".") ? text + "." : text;
    }

    boolean isRaised() {
        RaisedException raised = RaisedException.in(cause);
        return raised != null && !raised.isThrown();
    }

    boolean isConversion() {
        return CONVERSIONS.contains(number);
    }

    boolean isNotFound() {
        return NOT_FOUND.contains(number);
    }
}
