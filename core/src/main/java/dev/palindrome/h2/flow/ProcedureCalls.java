package dev.palindrome.h2.flow;

import dev.palindrome.h2.H2RecordedObjects;
import dev.palindrome.h2.procedures.object.TsqlError;
import dev.palindrome.h2.value.RecordedFunctions;
import dev.palindrome.sql.BracketedName;
import dev.palindrome.sql.DeclaredType;
import dev.palindrome.tsql.FlowProgram;
import dev.palindrome.tsql.FlowProgram.Function;
import dev.palindrome.tsql.FlowProgram.Parameter;
import dev.palindrome.tsql.FlowProgram.Procedure;
import dev.palindrome.tsql.FlowStep;
import dev.palindrome.tsql.FlowVariable;
import dev.palindrome.tsql.ObjectName;
import dev.palindrome.tsql.Recorded.Fact;
import dev.palindrome.tsql.RecordedObject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Runs procedures that scripts have made, where scripts call them. */
final class ProcedureCalls {

    private static final int FIRST_ARGUMENT = 3;

    private static final int PER_ARGUMENT = 3;

    /** Of a text as a number, date, amount or GUID. */
    private static final Set<Integer> UNREADABLE = Set.of(241, 245, 235, 295, 8169);

    private final FlowSession session;
    private final FlowQueries queries;
    private final Executing executing;

    ProcedureCalls(FlowSession session, FlowQueries queries, Executing executing) {
        this.session = session;
        this.queries = queries;
        this.executing = executing;
    }

    /** An argument of a call: {@code tsql} is empty for DEFAULT, {@code output} where nothing takes the value. */
    private record Argument(String tsql, String output) {}

    void run(FlowStep step, @Nullable ScriptError error) throws SQLException {
        List<String> texts = step.texts();
        String name = texts.get(0).isEmpty() ? texts.get(1) : texts.get(0) + "." + texts.get(1);
        String schema = texts.get(0).isEmpty() ? "dbo" : texts.get(0);
        Optional<Function> function = FlowQueries.found(
                () -> RecordedFunctions.find(session.connection(), new ObjectName(schema, texts.get(1))));
        if (function.isPresent()) {
            run(step, function.get());
            return;
        }
        session.requireNoFunction();
        RecordedObject found = found(schema, texts.get(1), name);
        String definition = found.recorded().get(Fact.DEFINITION).orElseThrow();
        Procedure procedure = queries.procedure(definition, name);
        Map<FlowVariable, @Nullable Object> given = new LinkedHashMap<>();
        Map<FlowVariable, String> wanted = new LinkedHashMap<>();
        give(step, procedure, name, given, wanted);
        given.put(Procedure.RETURN, 0);
        if (!texts.get(2).isEmpty()) {
            wanted.put(Procedure.RETURN, texts.get(2));
        }
        FlowProgram program = queries.program(procedure, name, List.copyOf(given.keySet()));
        TemporaryScope temporary = new TemporaryScope(session, procedure.temporary());
        try {
            String in = found.schema() + "." + found.key();
            executing.in(in, () -> executing.run(program, given, wanted, error, step.line()));
        } finally {
            temporary.end();
        }
    }

    /** A scalar function, as SELECT would call it. */
    private void run(FlowStep step, Function function) throws SQLException {
        Map<String, Argument> arguments = arguments(step.texts(), function.parameters(), function.label());
        List<String> values = new ArrayList<>();
        for (Parameter parameter : function.parameters()) {
            Argument argument = arguments.getOrDefault(parameter.variable().name(), new Argument("", ""));
            values.add(argument.tsql().isEmpty() ? "DEFAULT" : argument.tsql());
        }
        String result = step.texts().get(2);
        FlowVariable into = queries.variable(result.isEmpty() ? Procedure.RETURN.name() : result);
        String call = BracketedName.of(
                        List.of(function.schema(), function.name().name())) + "(" + String.join(", ", values) + ")";
        String value = queries.translated("SELECT CAST(" + call + " AS " + into.type() + ")", step.line(), List.of());
        if (result.isEmpty()) {
            session.sql().query(value).hasRows();
        } else {
            session.sql().run("SET " + FlowVariable.place(into.name()) + " = (" + value + ")");
        }
    }

    private RecordedObject found(String schema, String procedure, String name) throws SQLException {
        return H2RecordedObjects.of(session.connection(), Set.of(RecordedObject.Kind.PROCEDURE)).stream()
                .filter(object ->
                        object.schema().equalsIgnoreCase(schema) && object.key().equalsIgnoreCase(procedure))
                .filter(object -> object.recorded().get(Fact.DEFINITION).isPresent())
                .findFirst()
                .orElseThrow(() -> TsqlError.of(2812, "Could not find stored procedure '" + name + "'."));
    }

    private void give(
            FlowStep step,
            Procedure procedure,
            String name,
            Map<FlowVariable, @Nullable Object> given,
            Map<FlowVariable, String> wanted)
            throws SQLException {
        Map<String, Argument> arguments = arguments(step.texts(), procedure.parameters(), name);
        for (Parameter parameter : procedure.parameters()) {
            String variable = parameter.variable().name();
            Argument argument = arguments.getOrDefault(variable, new Argument("", ""));
            String tsql = argument.tsql().isEmpty() ? parameter.otherwise() : argument.tsql();
            if (tsql.isEmpty()) {
                throw TsqlError.of(
                        201,
                        "Procedure or function '" + name + "' expects parameter '" + variable
                                + "', which was not supplied.");
            }
            given.put(parameter.variable(), value(parameter, tsql, step.line()));
            if (!argument.output().isEmpty()) {
                if (!parameter.output()) {
                    throw TsqlError.of(
                            8162,
                            "The formal parameter \"" + variable
                                    + "\" was not declared as an OUTPUT parameter, but the actual parameter passed in"
                                    + " requested output.");
                }
                wanted.put(parameter.variable(), argument.output());
            }
        }
    }

    /** What cannot be read as the parameter's type has an error of its own in a call. */
    private @Nullable Object value(Parameter parameter, String tsql, int line) throws SQLException {
        try {
            return queries.value(parameter.query(tsql), line);
        } catch (SQLException e) {
            if (!UNREADABLE.contains(e.getErrorCode())) {
                throw e;
            }
            String type = DeclaredType.parse(parameter.variable().type()).name().toLowerCase(Locale.ROOT);
            SQLException error = TsqlError.of(
                    8114,
                    "Error converting data type " + (tsql.strip().startsWith("N'") ? "nvarchar" : "varchar") + " to "
                            + type + ".");
            error.addSuppressed(e);
            throw error;
        }
    }

    private static Map<String, Argument> arguments(List<String> texts, List<Parameter> parameters, String name)
            throws SQLException {
        Map<String, Argument> arguments = new LinkedHashMap<>();
        List<String> names = parameters.stream()
                .map(parameter -> parameter.variable().name())
                .toList();
        for (int i = FIRST_ARGUMENT; i < texts.size(); i += PER_ARGUMENT) {
            String parameter = texts.get(i);
            if (parameter.isEmpty()) {
                int place = (i - FIRST_ARGUMENT) / PER_ARGUMENT;
                if (names.isEmpty()) {
                    throw TsqlError.of(8146, "Procedure " + name + " has no parameters and arguments were supplied.");
                }
                if (place >= names.size()) {
                    throw TsqlError.of(8144, "Procedure or function " + name + " has too many arguments specified.");
                }
                parameter = names.get(place);
            }
            if (!names.contains(parameter)) {
                throw TsqlError.of(8145, parameter + " is not a parameter for procedure " + name + ".");
            }
            arguments.put(parameter, new Argument(texts.get(i + 1), texts.get(i + 2)));
        }
        return arguments;
    }
}
