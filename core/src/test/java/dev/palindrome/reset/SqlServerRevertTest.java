package dev.palindrome.reset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class SqlServerRevertTest {

    private final List<String> said = new ArrayList<>();

    @Test
    void theFirstFailureIsThrownAndTheRestIsTriedOnANewConnection() throws SQLException {
        Throwable thrown;
        try (SqlServerConnection connection = SqlServerConnection.open(dataSource())) {
            said.clear();
            thrown = catchThrowable(() -> SqlServerRevert.runAndTidyUp(
                    connection, List.of("fail: restore", "not run"), List.of("fail: let in", "last")));
        }

        assertThat(thrown).isInstanceOf(SQLException.class).hasMessage("fail: restore");
        assertThat(thrown.getSuppressed()).extracting(Throwable::getMessage).containsExactly("fail: let in");
        assertThat(said)
                .containsExactly(
                        "fail: restore",
                        "SET XACT_ABORT ON",
                        "SET LOCK_TIMEOUT 5000",
                        "fail: let in",
                        "SET XACT_ABORT ON",
                        "SET LOCK_TIMEOUT 5000",
                        "last");
    }

    /** Every connection is broken by what fails on it. */
    private DataSource dataSource() {
        return fake(DataSource.class, (ignored, method, arguments) -> connection());
    }

    private Connection connection() {
        boolean[] broken = new boolean[1];
        return fake(Connection.class, (ignored, method, arguments) -> switch (method.getName()) {
            case "createStatement" -> statement(broken);
            case "isClosed" -> broken[0];
            case "isValid" -> !broken[0];
            default -> null;
        });
    }

    private Statement statement(boolean[] broken) {
        return fake(Statement.class, (ignored, method, arguments) -> {
            if (!method.getName().equals("execute")) {
                return null;
            }
            String sql = (String) arguments[0];
            said.add(sql);
            broken[0] = sql.startsWith("fail");
            if (broken[0]) {
                throw new SQLException(sql);
            }
            return false;
        });
    }

    private static <T> T fake(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(SqlServerRevertTest.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
