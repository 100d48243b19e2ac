package dev.palindrome.database;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import javax.sql.DataSource;

/** A server that notes what each session says, and refuses what a test tells it to. */
final class ScriptedServer {

    private final List<List<String>> sessions = new ArrayList<>();
    private final Map<String, Queue<SQLException>> refusals = new HashMap<>();

    /** Refuses what begins so, once for each refusal. */
    ScriptedServer refusing(String beginning, SQLException... refusals) {
        this.refusals.put(beginning, new ArrayDeque<>(List.of(refusals)));
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
        return fake(Statement.class, (statement, method, arguments) -> {
            if (!method.getName().equals("execute")) {
                return null;
            }
            said.add((String) arguments[0]);
            return answer((String) arguments[0]);
        });
    }

    private boolean answer(String sql) throws SQLException {
        for (Map.Entry<String, Queue<SQLException>> refusal : refusals.entrySet()) {
            if (sql.startsWith(refusal.getKey()) && !refusal.getValue().isEmpty()) {
                throw refusal.getValue().remove();
            }
        }
        return false;
    }

    private static <T> T fake(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(ScriptedServer.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
