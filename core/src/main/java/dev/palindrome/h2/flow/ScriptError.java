package dev.palindrome.h2.flow;

import dev.palindrome.sql.SqlServerErrorNumber;
import dev.palindrome.text.FirstLine;
import java.sql.SQLException;
import java.util.Set;

/**
 * An error as a CATCH sees it.
 *
 * @param number SQL Server's, as far as it is known
 * @param severity from 0 to 25
 * @param state what the script has said, else 1
 * @param message without H2's statement
 * @param line of the script
 * @param cause what H2 has thrown
 */
record ScriptError(int number, int severity, int state, String message, int line, SQLException cause) {

    /** Of errors that a script raises itself, and of those whose number nobody knows. */
    static final int USER = 50000;

    private static final int USUAL_SEVERITY = 16;

    private static final int OF_DUPLICATES = 14;

    private static final int DIVIDED_BY_ZERO = 8134;

    private static final Set<Integer> DUPLICATES = Set.of(2601, 2627);

    /** These abort a batch where nothing catches them, and leave a transaction that cannot be committed where something does. */
    private static final Set<Integer> CONVERSIONS = Set.of(235, 241, 242, 244, 245, 248, 295, 8114, 8169);

    /** What is not found when a statement is compiled is not caught on the level of the statement. */
    private static final Set<Integer> NOT_FOUND = Set.of(207, 208);

    static ScriptError of(SQLException error, int line) {
        RaisedException raised = RaisedException.in(error);
        if (raised != null) {
            return new ScriptError(
                    raised.getErrorCode(), raised.severity(), raised.state(), raised.text(), line, error);
        }
        int known = SqlServerErrorNumber.of(error);
        int number = known == 0 ? USER : known;
        String message = number == DIVIDED_BY_ZERO ? "Divide by zero error encountered." : message(error, number);
        int severity = DUPLICATES.contains(number) ? OF_DUPLICATES : USUAL_SEVERITY;
        return new ScriptError(number, severity, 1, message, line, error);
    }

    private static String message(SQLException error, int number) {
        String first = FirstLine.of(error);
        String prefix = "Msg " + number + ": ";
        String message = first.startsWith(prefix) ? first.substring(prefix.length()) : first;
        int statement = message.indexOf("; SQL statement:");
        return statement < 0 ? message : message.substring(0, statement);
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
