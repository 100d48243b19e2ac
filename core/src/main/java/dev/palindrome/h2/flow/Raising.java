package dev.palindrome.h2.flow;

import dev.palindrome.h2.procedures.object.TsqlError;
import dev.palindrome.sql.FailedLine;
import dev.palindrome.text.VisibleLog;
import dev.palindrome.tsql.FlowStep;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** RAISERROR and THROW where they run. */
final class Raising {

    private static final VisibleLog LOG = VisibleLog.of(Raising.class);

    private static final int MOST_OF_MESSAGES = 10;

    private static final int OF_THE_SERVER = 18;

    private static final int OF_THROW = 16;

    private static final int FIRST_STATE_TEXT = 5;

    private final FlowQueries queries;
    private final FlowSession session;

    Raising(FlowQueries queries, FlowSession session) {
        this.queries = queries;
        this.session = session;
    }

    void raise(FlowStep step) throws SQLException {
        List<String> options = List.of(step.texts().get(0).split(" "));
        int severity = queries.number(step, 3);
        int state = Math.max(1, Math.min(255, queries.number(step, FIRST_STATE_TEXT)));
        List<String> arguments = new ArrayList<>();
        for (int i = FIRST_STATE_TEXT + 2; i < step.texts().size(); i += 2) {
            arguments.add(queries.text(step, i).orElse("(null)"));
        }
        int number = ScriptError.USER;
        String text;
        if (options.get(0).equals("NUMBER")) {
            number = queries.number(step, 1);
            text = "Error " + number + ", severity " + severity + ", state " + state
                    + " was raised, but no message with that error number was found in sys.messages.";
        } else {
            text = MessageText.of(queries.text(step, 1).orElse(""), arguments);
        }
        session.rows(0);
        if (severity <= MOST_OF_MESSAGES) {
            LOG.debug("{}, line {} says: {}", session.script(), step.line(), text);
            if (options.contains("SETERROR")) {
                session.error(number);
            }
            return;
        }
        if (severity > OF_THE_SERVER && !options.contains("LOG")) {
            throw TsqlError.of(
                    2754,
                    "Error severity levels greater than 18 can only be specified by members of the sysadmin role, using"
                            + " the WITH LOG option.");
        }
        throw new RaisedException(number, severity, state, false, text);
    }

    /** @param caught what THROW without arguments throws once more */
    void raise(FlowStep step, @Nullable ScriptError caught) throws SQLException {
        if (!step.texts().isEmpty()) {
            int number = queries.number(step, 0);
            if (number < ScriptError.USER) {
                throw TsqlError.of(
                        35100,
                        "Error number " + number
                                + " in the THROW statement is outside the valid range. Specify an error number in the"
                                + " valid range of 50000 to 2147483647.");
            }
            throw new RaisedException(
                    number,
                    OF_THROW,
                    queries.number(step, 4),
                    true,
                    queries.text(step, 2).orElse(""));
        }
        if (caught != null) {
            session.leave(caught.procedure());
            throw new FailedLine(caught.line(), caught.cause());
        }
    }
}
