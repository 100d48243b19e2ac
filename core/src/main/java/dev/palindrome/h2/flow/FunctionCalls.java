package dev.palindrome.h2.flow;

import dev.palindrome.h2.H2Front;
import dev.palindrome.h2.catalogue.KeptByVersion;
import dev.palindrome.h2.procedures.TsqlError;
import dev.palindrome.h2.value.RecordedColumnTypes;
import dev.palindrome.h2.value.RecordedFunctions;
import dev.palindrome.sql.FailedLine;
import dev.palindrome.tsql.DateOrder;
import dev.palindrome.tsql.FlowProgram;
import dev.palindrome.tsql.FlowProgram.Function;
import dev.palindrome.tsql.FlowProgram.Parameter;
import dev.palindrome.tsql.FlowVariable;
import dev.palindrome.tsql.ObjectName;
import dev.palindrome.tsql.TranslatedScript;
import dev.palindrome.tsql.UntranslatableException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.h2.value.Value;
import org.h2.value.ValueNull;
import org.jspecify.annotations.Nullable;

/** Functions that scripts have made, run where H2 evaluates a call. Public for H2's sake; {@link H2Front#install} makes it known there. */
public final class FunctionCalls {

    /** Of SQL Server's; Microsoft: create-function-transact-sql. */
    private static final int DEEPEST = 32;

    private record Compiled(Function function, FlowProgram program) {}

    private static final KeptByVersion<Map<ObjectName, Compiled>> KEPT = new KeptByVersion<>(ConcurrentHashMap::new);

    /** How many stand in each other: H2 evaluates a call in the thread of whoever asks. */
    private static final ThreadLocal<Integer> DEPTH = ThreadLocal.withInitial(() -> 0);

    private FunctionCalls() {}

    /**
     * Runs a scalar function.
     *
     * @param connection H2's
     * @param schema the function's schema
     * @param name its name
     * @param arguments of the types that its parameters have
     * @return what RETURN gives
     * @throws SQLException if a statement fails
     */
    public static Value call(Connection connection, String schema, String name, Value... arguments)
            throws SQLException {
        Compiled compiled = compiled(connection, new ObjectName(schema, name));
        Function function = compiled.function();
        boolean unknown = function.nullOnNull() && List.of(arguments).contains(ValueNull.INSTANCE);
        if (unknown) {
            return ValueNull.INSTANCE;
        }
        Map<FlowVariable, @Nullable Object> given = new LinkedHashMap<>();
        for (int i = 0; i < arguments.length; i++) {
            given.put(function.parameters().get(i).variable(), arguments[i]);
        }
        FlowSession session = new FlowSession(connection, label(function));
        return alone(
                session,
                compiled.program(),
                () -> new FlowRunner(session, compiled.program())
                        .run(given, queries -> session.kept(function.result().name())));
    }

    private static String label(Function function) {
        return "the function " + function.label();
    }

    private static Compiled compiled(Connection connection, ObjectName name) throws SQLException {
        Map<ObjectName, Compiled> kept = KEPT.of(connection);
        Compiled known = kept.get(name);
        if (known == null) {
            known = compile(connection, name);
            kept.put(name, known);
        }
        return known;
    }

    private static Compiled compile(Connection connection, ObjectName name) throws SQLException {
        try {
            Function function = RecordedFunctions.find(connection, name)
                    .orElseThrow(() -> TsqlError.of(
                            4121,
                            "Cannot find either column \"" + name.schema()
                                    + "\" or the user-defined function or aggregate \"" + name.schema() + "."
                                    + name.name() + "\", or the name is ambiguous."));
            List<FlowVariable> parameters = new ArrayList<>();
            function.parameters().stream().map(Parameter::variable).forEach(parameters::add);
            parameters.add(function.result());
            RecordedColumnTypes columns = new RecordedColumnTypes(connection);
            FlowProgram program = FlowQueries.refused(() -> TranslatedScript.program(
                    label(function), function.body(), function.line(), DateOrder.MDY, columns, parameters));
            return new Compiled(function, program);
        } catch (UntranslatableException e) {
            throw TsqlError.needsSqlServer(e.reason(1) + ".");
        }
    }

    /** What is done while a function runs. */
    private interface Running<T> {
        T run() throws SQLException;
    }

    /** Variables of the same names are those of another run afterwards. */
    private static <T> T alone(FlowSession session, FlowProgram program, Running<T> running) throws SQLException {
        int depth = DEPTH.get() + 1;
        if (depth > DEEPEST) {
            throw TsqlError.of(
                    217, "Maximum stored procedure, function, trigger, or view nesting level exceeded (limit 32).");
        }
        Map<String, Value> before = new LinkedHashMap<>();
        for (FlowVariable variable : program.variables()) {
            if (variable.isValue()) {
                before.put(variable.name(), session.kept(variable.name()));
            }
        }
        DEPTH.set(depth);
        try {
            return running.run();
        } catch (FailedLine e) {
            throw e.getCause() instanceof SQLException cause ? cause : e; // the line is none of the script's
        } finally {
            DEPTH.set(depth - 1);
            for (Map.Entry<String, Value> variable : before.entrySet()) {
                session.keep(variable.getKey(), variable.getValue());
            }
            session.forget();
        }
    }
}
