package dev.palindrome.h2.value;

import dev.palindrome.h2.catalogue.KeptByVersion;
import dev.palindrome.h2.procedures.ObjectRecording;
import dev.palindrome.sql.PreparedSql;
import dev.palindrome.sql.QuotedName;
import dev.palindrome.tsql.ColumnTypes;
import dev.palindrome.tsql.ColumnTypes.Column;
import dev.palindrome.tsql.DateOrder;
import dev.palindrome.tsql.FlowProgram.Function;
import dev.palindrome.tsql.FlowProgram.Parameter;
import dev.palindrome.tsql.FlowProgram.Rows;
import dev.palindrome.tsql.FlowVariable;
import dev.palindrome.tsql.ObjectName;
import dev.palindrome.tsql.Recorded.Fact;
import dev.palindrome.tsql.RecordedObject;
import dev.palindrome.tsql.RecordedObject.Kind;
import dev.palindrome.tsql.TranslatedScript;
import dev.palindrome.tsql.UntranslatableException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The functions of the user's own that the database keeps, read once. */
public final class RecordedFunctions {

    private static final KeptByVersion<Map<ObjectName, Optional<Function>>> KEPT =
            new KeptByVersion<>(ConcurrentHashMap::new);

    private static final KeptByVersion<Map<ObjectName, Rows>> ROWS = new KeptByVersion<>(ConcurrentHashMap::new);

    private RecordedFunctions() {}

    /**
     * Finds one; without a schema it is in dbo.
     *
     * @throws UntranslatableException if it cannot be run
     */
    public static Optional<Function> find(Connection connection, ObjectName name) throws SQLException {
        Map<ObjectName, Optional<Function>> kept = KEPT.of(connection);
        ObjectName key = name.folded();
        Optional<Function> known = kept.get(key);
        if (known == null) {
            known = read(connection, key);
            kept.put(key, known);
        }
        return known;
    }

    /** What one gives that gives rows. */
    static Optional<Rows> rows(Connection connection, ObjectName name) throws SQLException {
        Optional<Function> function = find(connection, name).filter(known -> known.form() != Function.Form.SCALAR);
        if (function.isEmpty()) {
            return Optional.empty();
        }
        Map<ObjectName, Rows> kept = ROWS.of(connection);
        Rows known = kept.get(function.get().name());
        if (known == null) {
            known = function.get().form() == Function.Form.ROWS
                    ? declared(function.get())
                    : selected(connection, function.get());
            kept.put(function.get().name(), known);
        }
        return Optional.of(known);
    }

    private static Rows declared(Function function) {
        List<Column> columns = function.declared();
        return rows(
                function,
                columns,
                columns.stream().map(column -> FlowVariable.h2(column.type())).toList());
    }

    private static Rows rows(Function function, List<Column> columns, List<String> types) {
        List<String> items = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            items.add("CAST(NULL AS " + types.get(i) + ") AS "
                    + QuotedName.of(columns.get(i).name()));
        }
        return new Rows(function, columns, types, "SELECT " + String.join(", ", items) + " WHERE 1 = 0");
    }

    /** H2 knows the names, and where T-SQL's types are not known its own. */
    private static Rows selected(Connection connection, Function function) throws SQLException {
        ColumnTypes known = new RecordedColumnTypes(connection).with(variables(function));
        List<String> written = TranslatedScript.selectedTypes(function.body(), known);
        List<Column> columns = new ArrayList<>();
        List<String> types = new ArrayList<>();
        try (PreparedStatement query = PreparedSql.on(connection, query(connection, function, DateOrder.MDY))) {
            ResultSetMetaData data = query.getMetaData();
            for (int i = 0; i < data.getColumnCount(); i++) {
                String type = written.size() == data.getColumnCount() ? written.get(i) : "";
                String h2 = data.getColumnTypeName(i + 1);
                String sized = h2.equals("NUMERIC")
                        ? h2 + "(" + data.getPrecision(i + 1) + ", " + data.getScale(i + 1) + ")"
                        : h2;
                String found = type.isEmpty() ? RecordedColumnTypes.ofH2(sized) : type;
                columns.add(new Column(data.getColumnLabel(i + 1), found, true));
                types.add(found.isEmpty() ? sized : FlowVariable.h2(found));
            }
        }
        return rows(function, columns, types);
    }

    private static List<FlowVariable> variables(Function function) {
        return function.parameters().stream().map(Parameter::variable).toList();
    }

    /** What an inline function is on H2, with its parameters as variables. */
    public static String query(Connection connection, Function function, DateOrder order) throws SQLException {
        ColumnTypes known = new RecordedColumnTypes(connection).with(variables(function));
        List<String> statements = TranslatedScript.rewriteLate(
                "the function " + function.label(), function.body(), function.line(), order, known);
        return statements.get(statements.size() - 1);
    }

    private static Optional<Function> read(Connection connection, ObjectName name) throws SQLException {
        Optional<RecordedObject> recorded =
                new ObjectRecording(connection).find(Kind.FUNCTION, String.valueOf(name.schema()), name.name());
        if (recorded.isEmpty()) {
            return Optional.empty();
        }
        ObjectName real = new ObjectName(recorded.get().schema(), recorded.get().name());
        try {
            return Optional.of(Function.of(
                    real, recorded.get().recorded().get(Fact.DEFINITION).orElse("")));
        } catch (UntranslatableException e) {
            throw new UntranslatableException(
                    "the function " + real.schema() + "." + real.name() + ", which has " + e.reason(1));
        }
    }
}
