package dev.palindrome.database.sqlserver;

import dev.palindrome.SqlRecording;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** A server that notes what each session says, and answers or refuses what a test tells it to. */
public final class ScriptedServer {

    private volatile boolean isOpen = true;
    private volatile int majorVersion = 16;
    private volatile String version = "16.00.1000";
    private final List<List<String>> sessions = new ArrayList<>();
    private final Map<String, Queue<SQLException>> refusals = new HashMap<>();
    private final Map<String, List<Supplier<Map<String, String>>>> answers = new HashMap<>();

    /** Refuses what begins so, once for each refusal. */
    public ScriptedServer refusing(String beginning, SQLException... refusals) {
        this.refusals.put(beginning, new ArrayDeque<>(List.of(refusals)));
        return this;
    }

    /** Answers what begins so with this row, and those that were told before; columns by number are in their order. */
    public ScriptedServer answering(String beginning, Map<String, String> row) {
        return answeringAnew(beginning, () -> row);
    }

    /** The same with a row that is looked for then; with none where it has no columns. */
    public ScriptedServer answeringAnew(String beginning, Supplier<Map<String, String>> row) {
        answers.computeIfAbsent(beginning, ignored -> new ArrayList<>()).add(row);
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

    /** What it says it is; SQL Server 2022 where nobody tells it. */
    public ScriptedServer version(int major, String whole) {
        majorVersion = major;
        version = whole;
        return this;
    }

    public DataSource dataSource() {
        return fake(DataSource.class, (dataSource, method, arguments) -> connection());
    }

    private DatabaseMetaData metaData() {
        return fake(DatabaseMetaData.class, (metaData, method, arguments) -> switch (method.getName()) {
            case "getDatabaseMajorVersion" -> majorVersion;
            case "getDatabaseProductVersion" -> version;
            default -> null;
        });
    }

    private Connection connection() throws SQLException {
        if (!isOpen) {
            throw new SQLException("Nobody may come in.");
        }
        List<String> said = new ArrayList<>();
        sessions.add(said);
        AtomicBoolean closed = new AtomicBoolean();
        return fake(Connection.class, (connection, method, arguments) -> switch (method.getName()) {
            case "createStatement" -> statement(Statement.class, said);
            case "prepareStatement" -> {
                SqlRecording.statement((String) arguments[0]);
                yield statement(PreparedStatement.class, said);
            }
            case "rollback" -> {
                hear("rollback", said);
                yield null;
            }
            case "getMetaData" -> metaData();
            case "isClosed" -> closed.get();
            case "isValid" -> !closed.get();
            case "close" -> {
                closed.set(true);
                yield null;
            }
            default -> null;
        });
    }

    /** What is prepared finds nothing, and is not noted. */
    private <T extends Statement> T statement(Class<T> type, List<String> said) {
        return fake(type, (statement, method, arguments) -> switch (method.getName()) {
            case "execute" -> {
                if (arguments != null) {
                    hear((String) arguments[0], said);
                }
                yield false;
            }
            case "executeQuery" -> {
                hear((String) arguments[0], said);
                yield resultSet(answer((String) arguments[0]));
            }
            case "getUpdateCount" -> -1;
            case "getMoreResults" -> false;
            default -> null;
        });
    }

    private List<Map<String, String>> answer(String sql) {
        return answers.entrySet().stream()
                .filter(answer -> sql.startsWith(answer.getKey()))
                .flatMap(answer -> answer.getValue().stream())
                .map(Supplier::get)
                .filter(row -> !row.isEmpty())
                .toList();
    }

    private static ResultSet resultSet(List<Map<String, String>> rows) {
        Iterator<Map<String, String>> left = rows.iterator();
        AtomicReference<Map<String, String>> row = new AtomicReference<>(Map.of());
        return fake(ResultSet.class, (resultSet, method, arguments) -> switch (method.getName()) {
            case "next" -> {
                boolean isThere = left.hasNext();
                row.set(isThere ? left.next() : Map.of());
                yield isThere;
            }
            case "getString" -> value(row.get(), arguments[0]);
            case "getInt" -> Integer.parseInt(value(row.get(), arguments[0]));
            default -> null;
        });
    }

    private static String value(Map<String, String> row, Object column) {
        return column instanceof String name
                ? row.get(name)
                : row.values().stream().skip((int) column - 1L).findFirst().orElseThrow();
    }

    private void hear(String sql, List<String> said) throws SQLException {
        said.add(sql);
        SqlRecording.statement(sql);
        for (Map.Entry<String, Queue<SQLException>> refusal : refusals.entrySet()) {
            if (sql.startsWith(refusal.getKey()) && !refusal.getValue().isEmpty()) {
                throw refusal.getValue().remove();
            }
        }
    }

    private static <T> T fake(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(ScriptedServer.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
