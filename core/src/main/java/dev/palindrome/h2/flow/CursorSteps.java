package dev.palindrome.h2.flow;

import dev.palindrome.h2.procedures.object.TsqlError;
import dev.palindrome.sql.SqlRunner;
import dev.palindrome.tsql.FlowStep;
import dev.palindrome.tsql.FlowVariable;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a batch does with cursors. */
final class CursorSteps {

    private static final String FETCHED = "@palindrome$fetched";

    private static final int FIRST_VARIABLE = 5;

    private final FlowSession session;
    private final FlowQueries queries;

    CursorSteps(FlowSession session, FlowQueries queries) {
        this.session = session;
        this.queries = queries;
    }

    void run(FlowStep step) throws SQLException {
        List<String> texts = step.texts();
        FlowCursors cursors = session.cursors();
        String name = texts.get(1);
        switch (texts.get(0)) {
            case "DECLARE" -> cursors.declare(name, declared(texts));
            case "SAME" -> cursors.declare(name, cursors.require(texts.get(2)));
            case "OPEN" -> open(cursors.require(name), step.line());
            case "CLOSE" -> cursors.requireOpen(name).close();
            case "DEALLOCATE" -> cursors.remove(name);
            default -> fetch(cursors.requireOpen(name), step);
        }
        if (!texts.get(0).equals("FETCH")) {
            session.rows(0);
        }
    }

    private FlowCursors.Cursor declared(List<String> texts) throws SQLException {
        String options = texts.get(2);
        Map<String, @Nullable Object> captured = new LinkedHashMap<>();
        for (String variable : texts.get(3).split(" ")) {
            if (!variable.isEmpty()) {
                captured.put(variable, session.value(variable));
            }
        }
        boolean scrolls = !options.contains("FORWARD")
                && (options.contains("SCROLL")
                        || options.contains("STATIC")
                        || options.contains("KEYSET")
                        || options.contains("DYNAMIC"));
        return new FlowCursors.Cursor(List.copyOf(texts.subList(4, 6)), captured, scrolls);
    }

    /** The variables in the query are what they were when it was declared. */
    private void open(FlowCursors.Cursor cursor, int line) throws SQLException {
        if (cursor.isOpen()) {
            throw TsqlError.of(16905, "The cursor is already open.");
        }
        Map<String, @Nullable Object> now = new LinkedHashMap<>();
        for (Map.Entry<String, @Nullable Object> variable : cursor.captured().entrySet()) {
            now.put(variable.getKey(), session.value(variable.getKey()));
            session.set(variable.getKey(), variable.getValue());
        }
        try {
            String h2 = queries.h2(cursor.query().get(0), cursor.query().get(1), line);
            List<List<@Nullable Object>> rows = new ArrayList<>();
            List<FlowVariable> columns = new ArrayList<>();
            SqlRunner.on(session.connection()).query(h2).forEach(row -> {
                ResultSetMetaData data = row.getMetaData();
                List<@Nullable Object> values = new ArrayList<>();
                for (int i = 1; i <= data.getColumnCount(); i++) {
                    values.add(row.getObject(i));
                    if (rows.isEmpty()) {
                        columns.add(FlowVariable.of(FETCHED, type(data, i)));
                    }
                }
                rows.add(values);
            });
            cursor.open(columns, rows);
        } finally {
            for (Map.Entry<String, @Nullable Object> variable : now.entrySet()) {
                session.set(variable.getKey(), variable.getValue());
            }
        }
    }

    private static String type(ResultSetMetaData data, int column) throws SQLException {
        String name = data.getColumnTypeName(column);
        return switch (name) {
            case "INTEGER" -> "int";
            case "BIGINT", "SMALLINT", "DATE", "REAL" -> name.toLowerCase(java.util.Locale.ROOT);
            case "TINYINT" -> "tinyint";
            case "DOUBLE PRECISION", "DECFLOAT" -> "float";
            case "BOOLEAN" -> "bit";
            case "UUID" -> "uniqueidentifier";
            case "NUMERIC" -> {
                int precision = Math.min(38, data.getPrecision(column));
                yield "decimal(" + precision + "," + Math.min(precision, data.getScale(column)) + ")";
            }
            case "TIME" -> "time(" + Math.min(7, data.getScale(column)) + ")";
            case "TIMESTAMP" ->
                data.getScale(column) == 3 ? "datetime" : "datetime2(" + Math.min(7, data.getScale(column)) + ")";
            case "TIMESTAMP WITH TIME ZONE" -> "datetimeoffset(" + Math.min(7, data.getScale(column)) + ")";
            case "BINARY", "BINARY VARYING", "BINARY LARGE OBJECT" -> "varbinary(max)";
            default -> "nvarchar(max)";
        };
    }

    private void fetch(FlowCursors.Cursor cursor, FlowStep step) throws SQLException {
        List<String> texts = step.texts();
        String way = texts.get(2);
        int number = way.equals("ABSOLUTE") || way.equals("RELATIVE") ? queries.number(step, 3) : 0;
        List<@Nullable Object> row = session.cursors().fetch(cursor, way, number);
        List<String> into = texts.subList(FIRST_VARIABLE, texts.size());
        session.rows(row.isEmpty() ? 0 : 1);
        if (row.isEmpty() || into.isEmpty()) {
            return;
        }
        if (into.size() != row.size()) {
            throw TsqlError.of(
                    16924,
                    "Cursorfetch: The number of variables declared in the INTO list must match that of selected columns.");
        }
        for (int i = 0; i < into.size(); i++) {
            give(queries.variable(into.get(i)), cursor.columns().get(i), row.get(i), step.line());
        }
    }

    /** With the conversion that SET makes. */
    private void give(FlowVariable to, FlowVariable from, @Nullable Object value, int line) throws SQLException {
        session.set(FETCHED, value);
        String cast = from.type().equals(to.type())
                ? "SELECT " + from.h2()
                : queries.translated("SELECT CAST(" + FETCHED + " AS " + to.type() + ")", line, List.of(from));
        session.sql().run("SET " + FlowVariable.place(to.name()) + " = (" + cast + ")");
    }
}
