package dev.palindrome.h2.flow;

import dev.palindrome.h2.H2Front;
import dev.palindrome.sql.FailedLine;
import dev.palindrome.tsql.DateOrder;
import dev.palindrome.tsql.FlowProgram;
import dev.palindrome.tsql.FlowStep;
import dev.palindrome.tsql.FlowVariable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Runs batches step by step. Public for H2's sake; {@link H2Front#install} makes it known there. */
public final class FlowProcedures {

    private FlowProcedures() {}

    /**
     * Runs a batch.
     *
     * @param connection H2's
     * @param script the script's name
     * @param firstLine of the batch in the script, from which SQL Server counts its lines
     * @param inTransaction whether whoever runs the script has begun a transaction
     * @param order in which the numbers of dates stand
     * @param variables that it declares
     * @param steps see {@link FlowStep#write}
     * @throws SQLException if a statement fails, and nothing catches it
     */
    public static void run(
            Connection connection,
            String script,
            int firstLine,
            boolean inTransaction,
            String order,
            String variables,
            String... steps)
            throws SQLException {
        FlowProgram program = new FlowProgram(
                FlowVariable.parse(variables), DateOrder.valueOf(order), FlowStep.parse(List.of(steps)));
        FlowSession session = new FlowSession(connection, script, firstLine, inTransaction);
        new FlowRunner(session, program).run();
        int last = program.steps().isEmpty()
                ? firstLine
                : program.steps().get(program.steps().size() - 1).line();
        try {
            session.end();
        } catch (SQLException e) {
            throw new FailedLine(last, e);
        }
    }
}
