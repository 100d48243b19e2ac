package dev.palindrome.h2.flow;

import dev.palindrome.h2.procedures.object.TsqlError;
import dev.palindrome.h2.value.IdentityCall;
import dev.palindrome.sql.FailedLine;
import dev.palindrome.text.Causes;
import dev.palindrome.text.VisibleLog;
import dev.palindrome.tsql.FlowProgram;
import dev.palindrome.tsql.FlowStep;
import dev.palindrome.tsql.FlowVariable;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Runs the steps of a batch. */
final class FlowRunner {

    private static final VisibleLog LOG = VisibleLog.of(FlowRunner.class);

    /** Of what the embedded engine cannot do; nothing catches it. */
    private static final String NEEDS_SQL_SERVER = "0A000";

    /** What statements for H2 begin with that write. */
    private static final Set<String> CHANGES =
            Set.of("INSERT", "UPDATE", "DELETE", "MERGE", "TRUNCATE", "CREATE", "ALTER", "DROP", "COMMENT", "CALL");

    private final FlowSession session;
    private final FlowProgram program;
    private final FlowQueries queries;
    private final Map<Integer, ScriptError> caught = new HashMap<>();
    private int at;

    FlowRunner(FlowSession session, FlowProgram program) {
        this.session = session;
        this.program = program;
        this.queries = new FlowQueries(session, program);
    }

    void run() throws SQLException {
        run(Map.of(), done -> done);
    }

    private void steps(Map<FlowVariable, @Nullable Object> given) throws SQLException {
        for (Map.Entry<FlowVariable, @Nullable Object> parameter : given.entrySet()) {
            session.set(parameter.getKey().name(), parameter.getValue());
        }
        at = session.isNoExec() ? switchedOn(0) : 0;
        while (at < program.steps().size()) {
            FlowStep step = program.steps().get(at);
            try {
                at = step(step);
            } catch (SQLException e) {
                at = handled(step, e);
            }
        }
    }

    /** What is to be taken of a program that has run, before it forgets its variables. */
    interface Taking<T> {
        T take(FlowQueries queries) throws SQLException;
    }

    /**
     * @param given the values of parameters
     * @return what is taken in the end
     */
    <T> T run(Map<FlowVariable, @Nullable Object> given, Taking<T> taking) throws SQLException {
        queries.clear();
        try {
            steps(given);
            return taking.take(queries);
        } finally {
            queries.clear();
        }
    }

    private int handled(FlowStep step, SQLException e) throws SQLException {
        String raisedIn = session.raisedIn();
        ScriptError error = ScriptError.of(e, FailedLine.of(e).orElse(step.line()), raisedIn, session.connection());
        boolean called = step.kind() == FlowStep.Kind.CALL;
        boolean sameLevel = error.isNotFound() && step.kind() != FlowStep.Kind.EXECUTE && !called;
        if (step.handler() == FlowStep.NONE || sameLevel || isForSqlServer(e)) {
            session.leave(raisedIn);
            boolean inside = called || step.kind() == FlowStep.Kind.COLLECT; // lines of the procedure's own script
            throw !inside && FailedLine.of(e).isPresent() ? e : new FailedLine(step.line(), e);
        }
        if (session.isXactAbort() && !error.isRaised() || error.isConversion()) {
            session.transaction().doom();
        }
        caught.put(step.handler(), error);
        session.rows(0);
        session.error(error.number());
        return step.handler();
    }

    private static boolean isForSqlServer(SQLException error) {
        return Causes.of(error).stream()
                .anyMatch(cause -> cause instanceof SQLException sql && NEEDS_SQL_SERVER.equals(sql.getSQLState()));
    }

    private @Nullable ScriptError caughtBy(FlowStep step) {
        return step.caught() == FlowStep.NONE ? session.outer() : caught.get(step.caught());
    }

    /** @return the next step */
    private int step(FlowStep step) throws SQLException {
        ScriptError error = caughtBy(step);
        session.tell(step.texts(), error);
        switch (step.kind()) {
            case GO -> {
                return step.target();
            }
            case UNLESS -> {
                boolean holds = session.sql().query(queries.h2(step, 0)).hasRows();
                session.rows(0);
                return holds ? at + 1 : step.target();
            }
            case DO -> run(step.texts(), step.line());
            case ASSIGN -> new Assigning(session, queries).run(step);
            case PRINT -> print(step);
            case RAISE -> new Raising(queries, session).raise(step);
            case FAIL ->
                throw TsqlError.of(
                        Integer.parseInt(step.texts().get(0)), step.texts().get(1));
            case THROW -> new Raising(queries, session).raise(step, error);
            case EXECUTE -> {
                session.requireNoFunction();
                new Executing(session, queries, program).run(step, error);
            }
            case CALL ->
                new ProcedureCalls(session, queries, new Executing(session, queries, program)).run(step, error);
            case COLLECT -> {
                session.requireNoFunction();
                Executing executing = new Executing(session, queries, program);
                new Collecting(session, queries, step)
                        .run(
                                giving -> {
                                    if (giving.kind() == FlowStep.Kind.EXECUTE) {
                                        executing.run(giving, error);
                                    } else {
                                        new ProcedureCalls(session, queries, executing).run(giving, error);
                                    }
                                },
                                statements -> run(statements, step.line()));
            }
            case TRANSACTION -> {
                if (session.isCollecting() && step.texts().get(0).equals("ROLLBACK")) {
                    throw TsqlError.of(3915, "Cannot use the ROLLBACK statement within an INSERT-EXEC statement.");
                }
                session.transaction().run(step.texts());
                session.rows(0);
            }
            case CURSOR -> new CursorSteps(session, queries).run(step);
            case TABLE -> {
                String create = step.texts().get(1).isEmpty()
                        ? queries.ofType(step)
                        : step.texts().get(1);
                queries.table(step.texts().get(0), create);
            }
            case OPTION -> {
                if (step.texts().get(0).equals("NOEXEC")) {
                    boolean off = step.texts().get(1).equals("ON");
                    session.noExec(off);
                    return off ? switchedOn(at + 1) : at + 1;
                }
                queries.option(step.texts().get(0), step.texts().get(1));
            }
        }
        return at + 1;
    }

    /** Under NOEXEC nothing is evaluated, conditions neither: what comes next is what switches it off. */
    private int switchedOn(int from) {
        int next = from;
        while (next < program.steps().size()
                && !(program.steps().get(next).kind() == FlowStep.Kind.OPTION
                        && program.steps().get(next).texts().equals(List.of("NOEXEC", "OFF")))) {
            next++;
        }
        return next;
    }

    /** Of an INSERT and what is said of an identity around it, the INSERT's rows count. */
    private void run(List<String> statements, int line) throws SQLException {
        long rows = 0;
        session.transaction().before();
        for (String statement : statements) {
            if (changes(statement)) {
                session.transaction().requireWritable();
            }
            String named = queries.named(statement);
            long changed = session.identities().run(named);
            rows = IdentityCall.is(statement) ? rows : changed;
        }
        session.rows(rows);
        session.told(line, rows);
    }

    /** Rows that somebody else could see, or a definition. */
    private static boolean changes(String statement) {
        int end = statement.indexOf(' ');
        String verb = end < 0 ? statement : statement.substring(0, end);
        return CHANGES.contains(verb.toUpperCase(Locale.ROOT))
                && !IdentityCall.is(statement)
                && !ChangedTable.isVariable(statement);
    }

    private void print(FlowStep step) throws SQLException {
        String text = queries.text(step, 0).orElse("");
        LOG.debug("{}, line {} says: {}", session.script(), step.line(), text);
        session.rows(0);
    }
}
