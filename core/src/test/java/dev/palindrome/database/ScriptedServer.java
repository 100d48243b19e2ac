package dev.palindrome.database;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.sql.Connection;
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
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** A server that notes what each session says, and answers or refuses what a test tells it to. */
final class ScriptedServer {

    private final List<List<String>> sessions = new ArrayList<>();
    private final Map<String, Queue<SQLException>> refusals = new HashMap<>();
    private final Map<String, List<Supplier<Map<String, String>>>> answers = new HashMap<>();

    /** Refuses what begins so, once for each refusal. */
    ScriptedServer refusing(String beginning, SQLException... refusals) {
        this.refusals.put(beginning, new ArrayDeque<>(List.of(refusals)));
        return this;
    }

    /** Answers what begins so with this row, and those that were told before; a column by number is the first. */
    ScriptedServer answering(String beginning, Map<String, String> row) {
        return answeringAnew(beginning, () -> row);
    }

    /** The same with a row that is looked for then. */
    ScriptedServer answeringAnew(String beginning, Supplier<Map<String, String>> row) {
        answers.computeIfAbsent(beginning, ignored -> new ArrayList<>()).add(row);
        return this;
    }

    List<List<String>> sessions() {
        return sessions;
    }

    DataSource dataSource() {
        return fake(DataSource.class, (dataSource, method, arguments) -> connection());
    }

    private Connection connection() {
        List<String> said = new ArrayList<>();
        sessions.add(said);
        return fake(
                Connection.class,
                (connection, method, arguments) -> method.getName().equals("createStatement") ? statement(said) : null);
    }

    private Statement statement(List<String> said) {
        return fake(Statement.class, (statement, method, arguments) -> switch (method.getName()) {
            case "execute" -> {
                hear((String) arguments[0], said);
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
            case "getString" ->
                arguments[0] instanceof String column
                        ? row.get().get(column)
                        : row.get().values().iterator().next();
            default -> null;
        });
    }

    private void hear(String sql, List<String> said) throws SQLException {
        said.add(sql);
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
