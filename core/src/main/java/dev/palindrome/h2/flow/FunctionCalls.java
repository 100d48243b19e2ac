package dev.palindrome.h2.flow;

import dev.palindrome.h2.H2Front;
import dev.palindrome.h2.catalogue.Catalogue;
import dev.palindrome.h2.catalogue.KeptByVersion;
import dev.palindrome.h2.procedures.object.TsqlError;
import dev.palindrome.h2.session.H2Session;
import dev.palindrome.h2.value.RecordedColumnTypes;
import dev.palindrome.h2.value.RecordedFunctions;
import dev.palindrome.sql.FailedLine;
import dev.palindrome.sql.PreparedSql;
import dev.palindrome.sql.QuotedName;
import dev.palindrome.tsql.DateOrder;
import dev.palindrome.tsql.FlowProgram;
import dev.palindrome.tsql.FlowProgram.Function;
import dev.palindrome.tsql.FlowProgram.Function.Form;
import dev.palindrome.tsql.FlowProgram.Parameter;
import dev.palindrome.tsql.FlowVariable;
import dev.palindrome.tsql.ObjectName;
import dev.palindrome.tsql.TranslatedScript;
import java.lang.ref.SoftReference;
import java.lang.ref.WeakReference;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcResultSet;
import org.h2.table.Table;
import org.h2.table.TableType;
import org.h2.util.HasSQL;
import org.h2.value.Value;
import org.h2.value.ValueNull;
import org.jspecify.annotations.Nullable;

/** Functions that scripts have made, run where H2 evaluates a call. Public for H2's sake; {@link H2Front#install} makes it known there. */
public final class FunctionCalls {

    /** Of SQL Server's; Microsoft: create-function-transact-sql. */
    private static final int DEEPEST = 32;

    /** H2 asks by such a connection which columns there will be. */
    private static final String COLUMNS_ONLY = "jdbc:columnlist:";

    /** @param query what an inline function is on H2; empty for others, which have steps */
    private record Compiled(Function function, FlowProgram program, String query) {}

    /** What numbers of dates mean is up to the session that calls (Microsoft: set-dateformat-transact-sql). */
    private record Called(ObjectName name, DateOrder order) {}

    private static final KeptByVersion<Map<Called, Compiled>> KEPT = new KeptByVersion<>(ConcurrentHashMap::new);

    /** What a query counts at most. */
    private static final int MOST_ROWS = 100_000;

    /** What has been read, for functions that stand in each other each by itself. */
    private static final Map<SessionLocal, SoftReference<Map<Integer, KeptRows>>> ROWS =
            Collections.synchronizedMap(new WeakHashMap<>());

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
        FlowSession session = new FlowSession(connection, label(function));
        return alone(
                session,
                compiled.program(),
                () -> new FlowRunner(session, compiled.program())
                        .run(
                                given(function, arguments),
                                queries -> session.kept(function.result().name())));
    }

    private static Map<FlowVariable, @Nullable Object> given(Function function, Value... arguments) {
        Map<FlowVariable, @Nullable Object> given = new LinkedHashMap<>();
        for (int i = 0; i < arguments.length; i++) {
            given.put(function.parameters().get(i).variable(), arguments[i]);
        }
        return given;
    }

    /**
     * Runs a function that gives rows.
     *
     * @param connection H2's
     * @param schema the function's schema
     * @param name its name
     * @param empty a query that has its columns and no rows
     * @param arguments of the types that its parameters have
     * @return the rows
     * @throws SQLException if a statement fails
     */
    public static ResultSet rows(Connection connection, String schema, String name, String empty, Value... arguments)
            throws SQLException {
        return connection.getMetaData().getURL().startsWith(COLUMNS_ONLY)
                ? query(connection, empty)
                : rows(connection, new ObjectName(schema, name), arguments);
    }

    private static ResultSet rows(Connection connection, ObjectName name, Value... arguments) throws SQLException {
        Compiled compiled = compiled(connection, name);
        Function function = compiled.function();
        FlowSession session = new FlowSession(connection, label(function));
        Map<FlowVariable, @Nullable Object> given = given(function, arguments);
        return alone(
                session,
                compiled.program(),
                () -> new FlowRunner(session, compiled.program())
                        .run(
                                given,
                                queries -> query(
                                        connection,
                                        compiled.query().isEmpty() ? filled(function, queries) : compiled.query())));
    }

    private static String filled(Function function, FlowQueries queries) {
        List<String> columns = new ArrayList<>();
        function.declared().forEach(column -> columns.add(QuotedName.of(column.name())));
        String table = queries.named(FlowVariable.table(function.rows()).h2());
        return "SELECT " + String.join(", ", columns) + " FROM " + QuotedName.of(table);
    }

    /** H2 takes the rows, and closes what they come from. */
    private static ResultSet query(Connection connection, String h2) throws SQLException {
        PreparedStatement statement = PreparedSql.on(connection, h2);
        try {
            statement.closeOnCompletion();
            return statement.executeQuery();
        } catch (SQLException e) {
            statement.close();
            throw e;
        }
    }

    /**
     * How many rows a function gives.
     *
     * @param connection H2's
     * @param schema the function's schema
     * @param name its name
     * @param arguments of the types that its parameters have
     * @return from 0
     * @throws SQLException if a statement fails
     */
    public static int count(Connection connection, String schema, String name, Value... arguments) throws SQLException {
        return kept(connection, schema, name, arguments).size();
    }

    /**
     * One value that a function gives.
     *
     * @param connection H2's
     * @param schema the function's schema
     * @param name its name
     * @param column from 1
     * @param row from 1; null for none
     * @param arguments of the types that its parameters have
     * @return null where there is no row
     * @throws SQLException if a statement fails
     */
    public static Value cell(
            Connection connection, String schema, String name, int column, @Nullable Long row, Value... arguments)
            throws SQLException {
        if (row == null) {
            return ValueNull.INSTANCE;
        }
        List<List<Value>> rows = kept(connection, schema, name, arguments);
        if (row > rows.size()) {
            throw new SQLException("The function " + schema + "." + name
                    + " gives fewer rows than when they were counted: what it reads has been changed meanwhile.");
        }
        return rows.get((int) (row - 1)).get(column - 1);
    }

    /** The rows for these arguments, which are asked for once for each value: those of a call within a statement. */
    private static List<List<Value>> kept(Connection connection, String schema, String name, Value... arguments)
            throws SQLException {
        SessionLocal session = H2Session.of(connection).session();
        StringBuilder key = new StringBuilder(schema).append('.').append(name);
        for (Value argument : arguments) {
            key.append(',').append(argument.getValueType()).append(' ');
            argument.getSQL(
                    key, HasSQL.DEFAULT_SQL_FLAGS); // in quotes, so that no two lists of arguments look the same
        }
        KeptRows kept = keptRows(session);
        kept.begin(session);
        List<List<Value>> known = kept.get(key.toString());
        if (known == null) {
            long written = lastWritten(session);
            known = read(rows(connection, new ObjectName(schema, name), arguments));
            if (known.size() > MOST_ROWS) {
                throw TsqlError.needsSqlServer("The function " + schema + "." + name + " gives more than " + MOST_ROWS
                        + " rows for the columns of a row.");
            }
            long now = session.getDatabase().getModificationDataId();
            if (lastWritten(session) == written) {
                kept.put(key.toString(), known);
                kept.version = now; // the function itself has set its variables, and filled their tables
            }
        }
        return known;
    }

    /** When somebody has last written into a table that others see, too. */
    private static long lastWritten(SessionLocal session) {
        return new Catalogue(session.getDatabase())
                .tables().stream()
                        .filter(table -> table.getTableType() == TableType.TABLE)
                        .mapToLong(Table::getMaxDataModificationId)
                        .max()
                        .orElse(0);
    }

    private static KeptRows keptRows(SessionLocal session) {
        SoftReference<Map<Integer, KeptRows>> reference = ROWS.get(session);
        Map<Integer, KeptRows> kept = reference == null ? null : reference.get();
        if (kept == null) {
            kept = new ConcurrentHashMap<>();
            ROWS.put(session, new SoftReference<>(kept));
        }
        return kept.computeIfAbsent(DEPTH.get(), depth -> new KeptRows());
    }

    private static List<List<Value>> read(ResultSet given) throws SQLException {
        try (ResultSet rows = given) {
            int columns = rows.getMetaData().getColumnCount();
            List<List<Value>> all = new ArrayList<>();
            while (rows.next()) {
                List<Value> row = new ArrayList<>();
                for (int i = 1; i <= columns; i++) {
                    row.add(rows.unwrap(JdbcResultSet.class).getInternal(i));
                }
                all.add(row);
            }
            return all;
        }
    }

    /** What the last calls in a statement have given. */
    private static final class KeptRows extends LinkedHashMap<String, List<List<Value>>> {

        private static final long serialVersionUID = 1L;

        private static final int MOST = 16;

        /** H2's count of changes when they were kept. */
        private long version;

        private transient WeakReference<@Nullable Object> statement = new WeakReference<>(null);

        private boolean between = true;

        /** H2 forgets which statement it runs when a function in it has run one of its own. */
        void begin(SessionLocal session) {
            @Nullable Object running = session.getCurrentCommand();
            boolean other = running != null && (between || statement.get() != running);
            if (running != null) {
                statement = new WeakReference<>(running);
            }
            between = running == null;
            long now = session.getDatabase().getModificationDataId();
            if (other || version != now) {
                clear();
                version = now;
            }
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, List<List<Value>>> eldest) {
            return size() > MOST;
        }
    }

    private static String label(Function function) {
        return "the function " + function.label();
    }

    private static Compiled compiled(Connection connection, ObjectName name) throws SQLException {
        Map<Called, Compiled> kept = KEPT.of(connection);
        Called called = new Called(name, order(connection));
        Compiled known = kept.get(called);
        if (known == null) {
            known = FlowQueries.found(() -> compile(connection, name, called.order()));
            kept.put(called, known);
        }
        return known;
    }

    private static DateOrder order(Connection connection) throws SQLException {
        Value said = H2Session.of(connection).session().getVariable(FlowVariable.DATE_ORDER.substring(1));
        return said == ValueNull.INSTANCE ? DateOrder.MDY : DateOrder.valueOf(said.getString());
    }

    private static Compiled compile(Connection connection, ObjectName name, DateOrder order) throws SQLException {
        Function function = RecordedFunctions.find(connection, name)
                .orElseThrow(() -> TsqlError.of(
                        4121,
                        "Cannot find either column \"" + name.schema()
                                + "\" or the user-defined function or aggregate \"" + name.schema() + "."
                                + name.name() + "\", or the name is ambiguous."));
        List<FlowVariable> parameters = new ArrayList<>();
        function.parameters().stream().map(Parameter::variable).forEach(parameters::add);
        if (function.form() == Form.INLINE) {
            return new Compiled(
                    function,
                    new FlowProgram(parameters, order, List.of()),
                    FlowQueries.refused(() -> RecordedFunctions.query(connection, function, order)));
        }
        if (function.form() == Form.SCALAR) {
            parameters.add(function.result());
        }
        RecordedColumnTypes columns = new RecordedColumnTypes(connection);
        FlowProgram program = FlowQueries.refused(() -> TranslatedScript.program(
                label(function), function.program(), function.line(), order, columns, parameters));
        return new Compiled(function, program, "");
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
