package dev.palindrome.sql;

import dev.palindrome.SqlRecording;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.JDBCType;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import javax.sql.ConnectionEvent;
import javax.sql.ConnectionEventListener;
import javax.sql.ConnectionPoolDataSource;
import javax.sql.DataSource;
import javax.sql.PooledConnection;

/**
 * A SQL Server that notes what it is told, and answers or refuses what a test has told it to. What it was told nothing about,
 * it answers with no rows.
 */
public final class ScriptedServer {

    private record Answer(Supplier<List<ScriptedRow>> rows, Optional<SQLException> refusal) {}

    private volatile boolean isOpen = true;
    private volatile int majorVersion = 16;
    private volatile String version = "16.00.1000";
    private final List<List<String>> sessions = new ArrayList<>();
    private final List<AtomicBoolean> reusable = new ArrayList<>();
    private final List<String> saidSince = new ArrayList<>();
    private final Map<String, Deque<Answer>> answers = new HashMap<>();
    private final List<String> schemaBatches = new ArrayList<>();
    private final Deque<List<List<ScriptedRow>>> schemas = new ArrayDeque<>();
    private final List<List<Object>> parameters = new ArrayList<>();
    private final Map<String, Integer> updateCounts = new HashMap<>();

    /** The next answer to what begins so. The last one is given again and again. */
    public ScriptedServer answering(String beginning, ScriptedRow... rows) {
        return then(beginning, new Answer(() -> List.of(rows), Optional.empty()));
    }

    /** The same with a row that is looked for then; with none where it has no columns. */
    public ScriptedServer answeringAnew(String beginning, Supplier<ScriptedRow> row) {
        return then(
                beginning,
                new Answer(
                        () -> List.of(row.get()).stream()
                                .filter(one -> !one.values().isEmpty())
                                .toList(),
                        Optional.empty()));
    }

    /** The next answer to what begins so, given once. */
    public ScriptedServer refusing(String beginning, SQLException refusal) {
        return then(beginning, new Answer(List::of, Optional.of(refusal)));
    }

    /** The same with an error of which only the number matters. */
    public ScriptedServer refusing(String beginning, int number) {
        return refusing(beginning, new SQLException("refused", "S0001", number));
    }

    /** The next answer to the batch that reads the schema: its results in order. The last one is given again and again. */
    public ScriptedServer answeringSchema(List<List<ScriptedRow>> results) {
        schemas.add(results);
        return this;
    }

    /** How many rows it says that it has changed by what begins so; one where nobody tells it. */
    public ScriptedServer counting(String beginning, int rows) {
        updateCounts.put(beginning, rows);
        return this;
    }

    /** What statements have been given, in the order in which they ran. */
    public List<List<Object>> parameters() {
        return parameters;
    }

    /** What it says it is; SQL Server 2022 where nobody tells it. */
    public ScriptedServer version(int major, String whole) {
        majorVersion = major;
        version = whole;
        return this;
    }

    /** Lets nobody in who comes from now on, or everybody again. */
    public void open(boolean open) {
        isOpen = open;
    }

    /** What each session says. */
    public List<List<String>> sessions() {
        return sessions;
    }

    /** What it was told since the last time, in whatever session, without questions that begin with a comment. */
    public List<String> orders() {
        List<String> orders =
                saidSince.stream().filter(sql -> !sql.startsWith("--")).toList();
        saidSince.clear();
        return orders;
    }

    /** The batches that asked for the schema. */
    public List<String> schemaBatches() {
        return schemaBatches;
    }

    public DataSource dataSource() {
        return fake(DataSource.class, (dataSource, method, arguments) -> connection());
    }

    /** Connections that can be used again: each is one session, however often that is done. */
    public ConnectionPoolDataSource reusable() {
        return fake(
                ConnectionPoolDataSource.class,
                (source, method, arguments) -> method.getName().equals("getPooledConnection") ? physical() : null);
    }

    private ScriptedServer then(String beginning, Answer answer) {
        answers.computeIfAbsent(beginning, key -> new ArrayDeque<>()).add(answer);
        return this;
    }

    private PooledConnection physical() throws SQLException {
        List<String> said = session();
        AtomicBoolean open = new AtomicBoolean(true);
        reusable.add(open);
        List<ConnectionEventListener> listeners = new ArrayList<>();
        return fake(PooledConnection.class, (physical, method, arguments) -> switch (method.getName()) {
            case "getConnection" -> {
                if (!open.get()) {
                    throw new SQLException("The session has ended.", "08S01");
                }
                yield connection(
                        said,
                        () -> listeners.forEach(listener ->
                                listener.connectionClosed(new ConnectionEvent((PooledConnection) physical))));
            }
            case "addConnectionEventListener" -> listeners.add((ConnectionEventListener) arguments[0]);
            case "close" -> {
                open.set(false);
                yield null;
            }
            default -> null;
        });
    }

    /** Of the connections that can be used again, those that nobody has ended. */
    public long openSessions() {
        return reusable.stream().filter(AtomicBoolean::get).count();
    }

    /** Ends these. */
    public void endSessions() {
        reusable.forEach(open -> open.set(false));
    }

    private List<String> session() throws SQLException {
        if (!isOpen) {
            throw new SQLException("Nobody may come in.");
        }
        List<String> said = new ArrayList<>();
        sessions.add(said);
        return said;
    }

    private Connection connection() throws SQLException {
        return connection(session(), () -> {});
    }

    private Connection connection(List<String> said, Runnable whenClosed) {
        AtomicBoolean closed = new AtomicBoolean();
        return fake(Connection.class, (connection, method, arguments) -> switch (method.getName()) {
            case "createStatement" -> statement(said);
            case "prepareStatement" -> schemaBatch((String) arguments[0], said, (Connection) connection);
            case "commit" -> saidSince.add("commit");
            case "rollback" -> answer("rollback", said);
            case "getMetaData" -> metaData();
            case "isClosed" -> closed.get();
            case "isValid" -> !closed.get();
            case "close" -> {
                if (!closed.getAndSet(true)) {
                    whenClosed.run();
                }
                yield null;
            }
            default -> null;
        });
    }

    private DatabaseMetaData metaData() {
        return fake(DatabaseMetaData.class, (metaData, method, arguments) -> switch (method.getName()) {
            case "getDatabaseProductName" -> "Microsoft SQL Server";
            case "getDatabaseMajorVersion" -> majorVersion;
            case "getDatabaseProductVersion" -> version;
            case "getDriverVersion" -> "13.4";
            case "getURL" -> "jdbc:sqlserver://scripted";
            default -> null;
        });
    }

    private PreparedStatement schemaBatch(String sql, List<String> said, Connection connection) {
        SqlRecording.made(sql);
        schemaBatches.add(sql);
        Deque<List<ScriptedRow>> results = new ArrayDeque<>();
        Map<Integer, Object> given = new TreeMap<>();
        List<List<Object>> batch = new ArrayList<>();
        return fake(PreparedStatement.class, (statement, method, arguments) -> switch (method.getName()) {
            case "getConnection" -> connection;
            case "setObject" -> given.put((int) arguments[0], arguments[1]);
            case "setNull" -> given.put((int) arguments[0], "NULL of " + JDBCType.valueOf((int) arguments[1]));
            case "addBatch" -> batch.add(List.copyOf(given.values()));
            case "executeBatch" -> {
                for (List<Object> each : batch) {
                    parameters.add(each);
                    answer(sql, said);
                }
                yield batch.stream().mapToInt(each -> updateCount(sql)).toArray();
            }
            case "executeQuery" -> {
                parameters.add(List.copyOf(given.values()));
                yield ScriptedRow.resultSet(answer(sql, said));
            }
            case "execute" -> {
                results.addAll(SentBatch.run(sql, part -> answer(part, said)));
                results.addAll(
                        schemas.size() > 1 ? schemas.remove() : schemas.isEmpty() ? List.of() : schemas.element());
                yield !results.isEmpty();
            }
            case "executeUpdate" -> {
                parameters.add(List.copyOf(given.values()));
                answer(sql, said);
                yield updateCount(sql);
            }
            case "getMoreResults" -> !results.isEmpty();
            case "getResultSet" -> ScriptedRow.resultSet(results.remove());
            case "getUpdateCount" -> -1;
            default -> null;
        });
    }

    private int updateCount(String sql) {
        return updateCounts.entrySet().stream()
                .filter(entry -> sql.startsWith(entry.getKey()))
                .findFirst()
                .map(Map.Entry::getValue)
                .orElse(1);
    }

    private Statement statement(List<String> said) {
        Deque<List<ScriptedRow>> results = new ArrayDeque<>();
        Deque<Integer> counts = new ArrayDeque<>();
        return fake(Statement.class, (statement, method, arguments) -> switch (method.getName()) {
            case "execute" -> {
                String sql = (String) arguments[0];
                counts.clear();
                updateCounts.keySet().stream().filter(sql::startsWith).forEach(told -> counts.add(updateCount(told)));
                if (SentBatch.isIn(sql)) {
                    SqlRecording.made(sql);
                    results.addAll(SentBatch.run(sql, part -> answer(part, said)));
                } else {
                    answer(sql, said);
                }
                yield !results.isEmpty();
            }
            case "executeUpdate" -> {
                answer((String) arguments[0], said);
                yield updateCount((String) arguments[0]);
            }
            case "executeQuery" -> ScriptedRow.resultSet(answer((String) arguments[0], said));
            case "getResultSet" -> ScriptedRow.resultSet(results.remove());
            case "getMoreResults" -> !results.isEmpty();
            case "getUpdateCount" -> counts.isEmpty() ? -1 : counts.remove();
            default -> null;
        });
    }

    /** Of what fits, the longest beginning that has an answer left. */
    private List<ScriptedRow> answer(String sql, List<String> said) throws SQLException {
        said.add(sql);
        saidSince.add(sql);
        SqlRecording.made(sql);
        Optional<Deque<Answer>> script = answers.entrySet().stream()
                .filter(entry ->
                        sql.startsWith(entry.getKey()) && !entry.getValue().isEmpty())
                .max(Comparator.comparingInt(entry -> entry.getKey().length()))
                .map(Map.Entry::getValue);
        if (script.isEmpty()) {
            return List.of();
        }
        Answer answer = script.get().element();
        if (answer.refusal().isPresent() || script.get().size() > 1) {
            script.get().remove();
        }
        if (answer.refusal().isPresent()) {
            throw answer.refusal().get();
        }
        return answer.rows().get();
    }

    static <T> T fake(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(
                ScriptedServer.class.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    Object answer = handler.invoke(self, method, arguments);
                    return answer == null ? nothing(method.getReturnType()) : answer;
                }));
    }

    private static Object nothing(Class<?> type) {
        if (type == boolean.class) {
            return false;
        }
        return type == int.class ? 0 : type == long.class ? (Object) 0L : null;
    }
}
