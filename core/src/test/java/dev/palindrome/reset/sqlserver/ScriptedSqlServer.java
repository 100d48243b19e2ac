package dev.palindrome.reset.sqlserver;

import dev.palindrome.SqlRecording;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;

/** Notes what it is told, and answers what a test has told it to. What it was told nothing about, it answers with no rows. */
public final class ScriptedSqlServer {

    /** A row's values in order, by the names of their columns. */
    public record Row(Map<String, Object> values) {

        /** Names and values by turns; {@code null} for NULL. */
        public static Row of(Object... namesAndValues) {
            Map<String, Object> values = new LinkedHashMap<>();
            for (int i = 0; i < namesAndValues.length; i += 2) {
                values.put((String) namesAndValues[i], namesAndValues[i + 1]);
            }
            return new Row(values);
        }

        private Object get(Object column) {
            return column instanceof Integer index
                    ? new ArrayList<>(values.values()).get(index - 1)
                    : values.get(column);
        }
    }

    private record Answer(List<Row> rows, SQLException refusal) {}

    private final List<String> said = new ArrayList<>();
    private final Map<String, Deque<Answer>> answers = new HashMap<>();
    private final List<String> schemaBatches = new ArrayList<>();
    private final Deque<List<List<Row>>> schemas = new ArrayDeque<>();

    /** The next answer to what begins so. The last one is given again and again. */
    public ScriptedSqlServer answering(String beginning, Row... rows) {
        answersTo(beginning).add(new Answer(List.of(rows), null));
        return this;
    }

    /** The next answer to what begins so. */
    ScriptedSqlServer refusing(String beginning, int number) {
        answersTo(beginning).add(new Answer(List.of(), new SQLException("refused", "S0001", number)));
        return this;
    }

    private Deque<Answer> answersTo(String beginning) {
        return answers.computeIfAbsent(beginning, key -> new ArrayDeque<>());
    }

    /** The next answer to the batch that reads the schema: its results in order. The last one is given again and again. */
    public ScriptedSqlServer answeringSchema(List<List<Row>> results) {
        schemas.add(results);
        return this;
    }

    /** The batches that asked for the schema. */
    public List<String> schemaBatches() {
        return schemaBatches;
    }

    /** What it was told since the last time, without what {@link SqlServerQueries} and the schema's reader ask. */
    public List<String> orders() {
        List<String> orders = said.stream().filter(sql -> !sql.startsWith("--")).toList();
        said.clear();
        return orders;
    }

    public DataSource dataSource() {
        return fake(DataSource.class, (dataSource, method, arguments) -> connection());
    }

    SqlServerConnection connect() throws SQLException {
        SqlServerConnection connection = SqlServerConnection.open(dataSource());
        said.clear();
        return connection;
    }

    private Connection connection() {
        return fake(Connection.class, (connection, method, arguments) -> switch (method.getName()) {
            case "createStatement" -> statement();
            case "prepareStatement" -> {
                SqlRecording.statement((String) arguments[0]);
                schemaBatches.add((String) arguments[0]);
                yield schemaBatch();
            }
            case "isClosed" -> false;
            case "isValid" -> true;
            case "commit", "rollback" -> said.add(method.getName());
            default -> null;
        });
    }

    private PreparedStatement schemaBatch() {
        List<List<Row>> schema =
                schemas.size() > 1 ? schemas.remove() : schemas.isEmpty() ? List.of() : schemas.element();
        Deque<List<Row>> results = new ArrayDeque<>(schema);
        return fake(PreparedStatement.class, (batch, method, arguments) -> switch (method.getName()) {
            case "execute", "getMoreResults" -> !results.isEmpty();
            case "getResultSet" -> rows(results.remove());
            case "getUpdateCount" -> -1;
            default -> null;
        });
    }

    private Statement statement() {
        return fake(Statement.class, (statement, method, arguments) -> switch (method.getName()) {
            case "execute" -> {
                answer((String) arguments[0]);
                yield false;
            }
            case "executeQuery" -> rows(answer((String) arguments[0]));
            case "getMoreResults" -> false;
            case "getUpdateCount" -> -1;
            default -> null;
        });
    }

    private List<Row> answer(String sql) throws SQLException {
        said.add(sql);
        SqlRecording.statement(sql);
        Deque<Answer> script = answers.entrySet().stream()
                .filter(entry -> sql.startsWith(entry.getKey()))
                .findFirst()
                .map(Map.Entry::getValue)
                .orElseGet(ArrayDeque::new);
        if (script.isEmpty()) {
            return Collections.emptyList();
        }
        Answer answer = script.size() == 1 ? script.element() : script.remove();
        if (answer.refusal() != null) {
            throw answer.refusal();
        }
        return answer.rows();
    }

    private static ResultSet rows(List<Row> rows) {
        int[] at = {-1};
        return fake(ResultSet.class, (result, method, arguments) -> switch (method.getName()) {
            case "next" -> ++at[0] < rows.size();
            case "getInt" -> ((Number) Objects.requireNonNull(rows.get(at[0]).get(arguments[0]))).intValue();
            case "getString" -> text(rows.get(at[0]).get(arguments[0]));
            case "getBigDecimal" -> decimal(rows.get(at[0]).get(arguments[0]));
            case "getMetaData" -> columns(rows);
            default -> null;
        });
    }

    private static ResultSetMetaData columns(List<Row> rows) {
        List<String> names =
                rows.isEmpty() ? List.of() : List.copyOf(rows.get(0).values().keySet());
        return fake(ResultSetMetaData.class, (metaData, method, arguments) -> switch (method.getName()) {
            case "getColumnCount" -> names.size();
            case "getColumnLabel" -> names.get((int) arguments[0] - 1);
            default -> null;
        });
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }

    private static BigDecimal decimal(Object value) {
        return value == null ? null : new BigDecimal(value.toString());
    }

    private static <T> T fake(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(ScriptedSqlServer.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
