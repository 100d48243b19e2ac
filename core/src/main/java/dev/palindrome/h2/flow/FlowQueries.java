package dev.palindrome.h2.flow;

import dev.palindrome.h2.procedures.object.TsqlError;
import dev.palindrome.h2.value.RecordedColumnTypes;
import dev.palindrome.tsql.ColumnTypes;
import dev.palindrome.tsql.DateOrder;
import dev.palindrome.tsql.FlowProgram;
import dev.palindrome.tsql.FlowStep;
import dev.palindrome.tsql.FlowVariable;
import dev.palindrome.tsql.NeedsSqlServerException;
import dev.palindrome.tsql.ObjectName;
import dev.palindrome.tsql.Recorded;
import dev.palindrome.tsql.TableTypeName;
import dev.palindrome.tsql.TranslatedScript;
import dev.palindrome.tsql.UntranslatableException;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The queries of a batch, and the variables in them. */
final class FlowQueries {

    private static final AtomicLong TABLES = new AtomicLong();

    /** Nobody names those of a variable, and H2 has each name once. */
    private static final Pattern CONSTRAINT = Pattern.compile("(\\bCONSTRAINT \"[^\"]++)(\")");

    private final FlowSession session;
    private final Map<String, FlowVariable> variables = new LinkedHashMap<>();

    /** Variables that hold rows, with the names of their tables where these are there. */
    private final Map<String, String> tables = new HashMap<>();

    private final LateQueries late;
    private DateOrder order;

    FlowQueries(FlowSession session, FlowProgram program) {
        this.session = session;
        this.order = program.order();
        this.late = new LateQueries(session);
        program.variables().forEach(variable -> variables.put(variable.name(), variable));
    }

    /** Nothing of another run is left in the variables, and nothing of this one is left behind. */
    void clear() throws SQLException {
        for (FlowVariable variable : variables.values()) {
            if (variable.isValue()) {
                session.set(variable.name(), null);
            }
        }
        for (String table : tables.values()) {
            session.end(table);
        }
        tables.clear();
    }

    void option(String name, String value) throws SQLException {
        if (name.equals("XACT_ABORT")) {
            session.xactAbort(value.equals("ON"));
        } else {
            order = DateOrder.find(value).orElse(order);
        }
    }

    DateOrder order() {
        return order;
    }

    FlowVariable variable(String name) {
        FlowVariable variable = variables.get(name);
        return variable == null ? FlowVariable.of(name, "nvarchar(max)") : variable;
    }

    /** Makes the table of a variable, unless the step has run before: it is there once in a batch. */
    void table(String variable, String create) throws SQLException {
        if (!tables.containsKey(variable)) {
            String table = variable.replace(FlowVariable.TABLE_MARK, "$" + TABLES.incrementAndGet());
            String numbered = CONSTRAINT
                    .matcher(named(create).replace(variable, table))
                    .replaceAll("$1" + table.substring(table.lastIndexOf('$')).replace("$", "\\$") + "$2");
            session.sql().run(numbered);
            tables.put(variable, table);
            session.begin(table);
        }
    }

    /** The table of a variable whose type is one of the user's own. */
    String ofType(FlowStep step) throws SQLException {
        String variable = step.texts().get(0).replace(FlowVariable.TABLE_MARK, "");
        ObjectName type = new ObjectName(
                step.texts().get(2).isEmpty() ? null : step.texts().get(2),
                step.texts().get(3));
        String definition = session.sql()
                .query(
                        "SELECT REMARKS FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ?",
                        TableTypeName.SCHEMA,
                        TableTypeName.of(type).name())
                .first(row -> Recorded.parse(row.getString(1))
                        .get(Recorded.Fact.DEFINITION)
                        .orElse(""))
                .orElseThrow(() -> TsqlError.of(
                        2715,
                        "Column, parameter, or variable #1: Cannot find data type "
                                + (type.schema() == null ? "" : type.schema() + ".") + type.name() + "."));
        if (definition.isEmpty()) {
            throw TsqlError.needsSqlServer(
                    "A variable of the table type " + type.name() + ", made by another version.");
        }
        return translated("CREATE TABLE " + variable + " " + definition, step.line(), List.of());
    }

    /** A statement with the names that the tables of variables have in this run. */
    String named(String h2) {
        String named = h2;
        for (Map.Entry<String, String> table : tables.entrySet()) {
            named = named.replace(table.getKey(), table.getValue());
        }
        return named;
    }

    /** A query of a step, which is two of its texts. */
    String h2(FlowStep step, int text) throws SQLException {
        return h2(step.texts().get(text), step.texts().get(text + 1), step.line());
    }

    String h2(String h2, String tsql, int line) throws SQLException {
        return tsql.isEmpty() ? named(h2) : translated(tsql, line, List.of());
    }

    /** T-SQL with the variables that there are, and others. */
    String translated(String tsql, int line, List<FlowVariable> more) throws SQLException {
        Map<String, FlowVariable> all = new LinkedHashMap<>(variables);
        all.replaceAll((name, variable) -> new FlowVariable(name, variable.type(), named(variable.h2())));
        more.forEach(variable -> all.put(variable.name(), variable));
        return late.h2(tsql, line, order, List.copyOf(all.values()));
    }

    ColumnTypes columns() throws SQLException {
        return new RecordedColumnTypes(session.connection(), session.isCollecting());
    }

    /** The only value of a query; null for NULL. */
    @Nullable Object value(FlowStep step, int text) throws SQLException {
        return session.sql()
                .query(h2(step, text))
                .first(row -> row.getObject(1))
                .orElse(null);
    }

    /** The only value of a query in T-SQL. */
    @Nullable Object value(String tsql, int line) throws SQLException {
        return session.sql()
                .query(translated(tsql, line, List.of()))
                .first(row -> row.getObject(1))
                .orElse(null);
    }

    Optional<String> text(FlowStep step, int text) throws SQLException {
        return session.sql().query(h2(step, text)).first(row -> row.getString(1));
    }

    int number(FlowStep step, int text) throws SQLException {
        return value(step, text) instanceof Number number ? number.intValue() : 0;
    }

    /** What may ask H2 for types. */
    interface Translation<T> {
        T get() throws SQLException;
    }

    static <T> T refused(Translation<T> translation) throws SQLException {
        try {
            return translation.get();
        } catch (NeedsSqlServerException e) {
            throw TsqlError.of(e);
        }
    }

    /** What cannot be run is an error that nothing catches. */
    static <T> T found(Translation<T> reading) throws SQLException {
        try {
            return reading.get();
        } catch (UntranslatableException e) {
            throw TsqlError.needsSqlServer(e.reason(1) + ".");
        }
    }

    /** What a procedure's definition says. */
    FlowProgram.Procedure procedure(String definition, String name) throws SQLException {
        try {
            return FlowProgram.Procedure.of(definition);
        } catch (UntranslatableException e) {
            throw new SQLException("The procedure " + name + " needs SQL Server (" + e.getMessage() + ")", "0A000", e);
        }
    }

    /** A procedure's body. */
    FlowProgram program(FlowProgram.Procedure procedure, String name, List<FlowVariable> parameters)
            throws SQLException {
        return refused(() -> TranslatedScript.program(
                "the procedure " + name, procedure.body(), procedure.line(), order, columns(), parameters));
    }

    /** For whoever rewrites what a script has put together: a CATCH around it sees what SQL Server refuses in it. */
    FlowProgram program(String tsql, int line, List<FlowVariable> parameters) throws SQLException {
        try {
            return TranslatedScript.program(session.script(), tsql, line, order, columns(), parameters);
        } catch (NeedsSqlServerException e) {
            int number = e.sqlServerError();
            throw number > 0 ? new SQLException(e.getMessage(), TsqlError.state(number), number, e) : TsqlError.of(e);
        }
    }
}
