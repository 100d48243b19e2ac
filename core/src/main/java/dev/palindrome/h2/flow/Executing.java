package dev.palindrome.h2.flow;

import dev.palindrome.h2.procedures.object.TsqlError;
import dev.palindrome.tsql.FlowProgram;
import dev.palindrome.tsql.FlowStep;
import dev.palindrome.tsql.FlowVariable;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Runs T-SQL that a script has put together. It has variables of its own. */
final class Executing {

    /** Of SQL Server's; Microsoft: execute-transact-sql. */
    private static final int DEEPEST = 32;

    private static final int PER_ARGUMENT = 4;

    private static final int FIRST_ARGUMENT = 3;

    private static final String RESULT = "@palindrome$result";

    private final FlowSession session;
    private final FlowQueries queries;
    private final FlowProgram around;

    Executing(FlowSession session, FlowQueries queries, FlowProgram around) {
        this.session = session;
        this.queries = queries;
        this.around = around;
    }

    void run(FlowStep step, @Nullable ScriptError error) throws SQLException {
        Optional<String> tsql = queries.text(step, 0);
        List<FlowVariable> parameters = FlowVariable.parse(step.texts().get(2));
        Map<FlowVariable, @Nullable Object> given = new LinkedHashMap<>();
        Map<FlowVariable, String> wanted = new LinkedHashMap<>();
        for (int i = FIRST_ARGUMENT; i < step.texts().size(); i += PER_ARGUMENT) {
            String name = step.texts().get(i);
            FlowVariable parameter = parameters.stream()
                    .filter(one -> one.name().equals(name))
                    .findFirst()
                    .orElseThrow();
            given.put(parameter, queries.value(step, i + 1));
            if (!step.texts().get(i + 3).isEmpty()) {
                wanted.put(parameter, step.texts().get(i + 3));
            }
        }
        if (tsql.isEmpty()) {
            return; // EXEC of NULL does nothing
        }
        TemporaryScope temporary = new TemporaryScope(session, FlowProgram.temporary(tsql.get()));
        try {
            in("", () -> run(queries.program(tsql.get(), step.line(), parameters), given, wanted, error, step.line()));
        } finally {
            temporary.end();
        }
    }

    /** What is run. */
    interface Body {
        void run() throws SQLException;
    }

    /** @param procedure whose it is, with its schema; empty if it is none's */
    void in(String procedure, Body body) throws SQLException {
        String around = session.procedure(procedure);
        try {
            body.run();
        } catch (SQLException e) {
            session.leave(procedure);
            throw e;
        } finally {
            session.procedure(around);
        }
    }

    /**
     * Runs a program that has variables of its own.
     *
     * @param wanted of these the values go into variables of whoever runs it
     */
    void run(
            FlowProgram program,
            Map<FlowVariable, @Nullable Object> given,
            Map<FlowVariable, String> wanted,
            @Nullable ScriptError error,
            int line)
            throws SQLException {
        Map<FlowVariable, @Nullable Object> results = alone(program, given, wanted.keySet(), error);
        for (Map.Entry<FlowVariable, String> result : wanted.entrySet()) {
            assign(result.getKey(), results.get(result.getKey()), queries.variable(result.getValue()), line);
        }
    }

    private Map<FlowVariable, @Nullable Object> alone(
            FlowProgram program,
            Map<FlowVariable, @Nullable Object> given,
            Iterable<FlowVariable> wanted,
            @Nullable ScriptError error)
            throws SQLException {
        if (session.deeper(1) > DEEPEST) {
            throw TsqlError.of(
                    217, "Maximum stored procedure, function, trigger, or view nesting level exceeded (limit 32).");
        }
        Map<String, @Nullable Object> before = new LinkedHashMap<>();
        for (FlowVariable variable : around.variables()) {
            if (variable.isValue()) {
                before.put(variable.name(), session.value(variable.name()));
            }
        }
        ScriptError outer = session.outer(error);
        Object identity = session.identities().begin();
        int transactions = session.transaction().count();
        Object dateOrder = session.value(FlowVariable.DATE_ORDER);
        IdentitySetting setting = IdentitySetting.of(session, program);
        try {
            Map<FlowVariable, @Nullable Object> results =
                    new FlowRunner(session, program).run(given, run -> values(wanted));
            session.transaction().requireCount(transactions);
            return results;
        } finally {
            session.outer(outer);
            session.identities().end(identity);
            session.deeper(-1);
            setting.back();
            if (!Objects.equals(dateOrder, session.value(FlowVariable.DATE_ORDER))) {
                session.set(FlowVariable.DATE_ORDER, dateOrder); // what a text sets ends with it
            }
            for (Map.Entry<String, @Nullable Object> variable : before.entrySet()) {
                session.set(variable.getKey(), variable.getValue());
            }
        }
    }

    private Map<FlowVariable, @Nullable Object> values(Iterable<FlowVariable> wanted) throws SQLException {
        Map<FlowVariable, @Nullable Object> values = new LinkedHashMap<>();
        for (FlowVariable variable : wanted) {
            values.put(variable, session.value(variable.name()));
        }
        return values;
    }

    /** With the conversion that SET makes. */
    private void assign(FlowVariable from, @Nullable Object value, FlowVariable to, int line) throws SQLException {
        FlowVariable result = FlowVariable.of(RESULT, from.type());
        session.set(RESULT, value);
        List<FlowVariable> more = new ArrayList<>(List.of(result));
        String cast = queries.translated("SELECT CAST(" + RESULT + " AS " + to.type() + ")", line, more);
        session.sql().run("SET " + FlowVariable.place(to.name()) + " = (" + cast + ")");
    }
}
