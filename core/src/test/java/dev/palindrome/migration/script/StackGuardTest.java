package dev.palindrome.migration.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;
import javax.sql.DataSource;
import org.h2.jdbc.JdbcConnection;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

/** What Java migrations may do with a connection under guard. */
class StackGuardTest {

    @Test
    void aConnectionIsItselfAndNoOther() throws SQLException {
        DataSource guarded = StackGuard.over(h2());
        try (Connection one = guarded.getConnection();
                Connection other = guarded.getConnection();
                Statement statement = one.createStatement()) {
            Set<Connection> known = new HashSet<>(Set.of(one, other));

            assertThat(known.remove(statement.getConnection())).isTrue();
            assertThat(known.contains(one)).isFalse();
            assertThat(known.contains(other)).isTrue();
            assertThat(one.equals(null)).isFalse();
            assertThat(statement.equals(statement)).isTrue();
            assertThat(statement.equals(one)).isFalse();
        }
    }

    @Test
    void whoUnwrapsGetsWhatIsUnderneath() throws SQLException {
        try (Connection connection = StackGuard.over(h2()).getConnection()) {
            assertThat(connection.unwrap(JdbcConnection.class)).isExactlyInstanceOf(JdbcConnection.class);
        }
    }

    @Test
    void everyKindOfStatementIsGuarded() throws SQLException {
        try (Connection connection = StackGuard.over(overflowing()).getConnection();
                Statement statement = connection.createStatement();
                PreparedStatement prepared = connection.prepareStatement("SELECT 1");
                CallableStatement called = connection.prepareCall("CALL 1")) {
            assertThatThrownBy(() -> statement.execute("SELECT 1"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageStartingWith("Msg 8631: ");
            assertThatThrownBy(prepared::execute)
                    .isInstanceOf(SQLException.class)
                    .hasMessageStartingWith("Msg 8631: ");
            assertThatThrownBy(called::execute).isInstanceOf(SQLException.class).hasMessageStartingWith("Msg 8631: ");
        }
    }

    private static DataSource h2() {
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL("jdbc:h2:mem:");
        return h2;
    }

    /** Makes connections whose statements end in a stack overflow whenever they are executed. */
    private static DataSource overflowing() {
        return fake(DataSource.class);
    }

    private static <T> T fake(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> switch (method.getName()) {
                    case "execute" -> throw new StackOverflowError();
                    case "close" -> null;
                    default -> fake(method.getReturnType());
                }));
    }
}
