package dev.palindrome.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.h2.api.ErrorCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransactionTest {

    private final SQLException refusal = new SQLException("refused");
    private Connection h2;

    @BeforeEach
    void connect() throws SQLException {
        h2 = DriverManager.getConnection("jdbc:h2:mem:");
        SqlRunner.on(h2).run("CREATE TABLE t (id INT PRIMARY KEY)");
    }

    @AfterEach
    void disconnect() throws SQLException {
        h2.close();
    }

    @Test
    void commitsWhatItHasBegun() throws SQLException {
        int inserted = Transaction.call(h2, transaction -> insert(1));

        assertThat(inserted).isEqualTo(1);
        assertThat(h2.getAutoCommit()).isTrue();
        h2.rollback();
        assertThat(rows()).containsExactly("1");
    }

    @Test
    void leavesTheCommitToWhoeverBegan() throws SQLException {
        h2.setAutoCommit(false);

        Transaction.run(h2, transaction -> insert(1));

        assertThat(h2.getAutoCommit()).isFalse();
        h2.rollback();
        assertThat(rows()).isEmpty();
    }

    @Test
    void keepsTheNumberOfARowThatIsTakenBack() throws SQLException {
        SqlRunner.on(h2).run("CREATE TABLE counted (id INT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, n INT)");
        String insert = "INSERT INTO counted (n) VALUES (1)";

        Transaction.run(h2, transaction -> {
            SqlRunner.on(h2).run(insert);
            transaction.takeBack(connection -> SqlRunner.on(connection).run(insert));
            SqlRunner.on(h2).run(insert);
        });

        assertThat(SqlRunner.on(h2).query("SELECT id FROM counted ORDER BY id").texts())
                .containsExactly("1", "3");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void takesBackWhatFails(boolean inOwnTransaction) throws SQLException {
        h2.setAutoCommit(inOwnTransaction);
        insert(1);

        assertThatThrownBy(() -> Transaction.run(h2, transaction -> {
                    insert(2);
                    throw new IllegalStateException("no more");
                }))
                .hasMessage("no more");

        assertThat(h2.getAutoCommit()).isEqualTo(inOwnTransaction);
        assertThat(rows()).containsExactly("1");
    }

    @Test
    void triesAPartOfItAndGoesOn() throws SQLException {
        Optional<SQLException> duplicate = Transaction.call(h2, transaction -> {
            insert(1);
            return transaction.attempt(connection -> {
                insert(2);
                insert(1);
            });
        });

        assertThat(duplicate.map(SQLException::getErrorCode)).contains(ErrorCode.DUPLICATE_KEY_1);
        assertThat(rows()).containsExactly("1");
    }

    /** As where the error has ended the transaction: there is nothing to roll back then. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aRollbackThatFailsDoesNotHideWhy(boolean inOwnTransaction) throws SQLException {
        h2.setAutoCommit(inOwnTransaction);

        assertThatThrownBy(() -> Transaction.run(refusing("rollback"), transaction -> {
                    throw refusal;
                }))
                .isSameAs(refusal)
                .hasSuppressedException(new SQLException("rollback is refused"));
    }

    /** As where the connection is broken. */
    @Test
    void aConnectionThatCannotBePutBackDoesNotHideWhy() {
        Connection connection = refusing("setAutoCommit", true);

        assertThatThrownBy(() -> Transaction.run(connection, transaction -> {
                    throw refusal;
                }))
                .isSameAs(refusal)
                .hasSuppressedException(new SQLException("setAutoCommit is refused"));
        assertThatThrownBy(() -> Transaction.runOnItsOwn(connection, transaction -> {
                    throw refusal;
                }))
                .isSameAs(refusal);
    }

    @Test
    void aConnectionThatCannotBePutBackIsAnError() {
        assertThatThrownBy(() -> Transaction.run(refusing("setAutoCommit", true), transaction -> insert(1)))
                .hasMessage("setAutoCommit is refused");
    }

    private int insert(int id) throws SQLException {
        return SqlRunner.on(h2).update("INSERT INTO t VALUES (?)", id);
    }

    private List<String> rows() throws SQLException {
        return SqlRunner.on(h2).query("SELECT id FROM t ORDER BY id").texts();
    }

    /** The same connection, but for one method, with these arguments if there are any. */
    private Connection refusing(String name, Object... refused) {
        return (Connection) Proxy.newProxyInstance(
                TransactionTest.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals(name)
                            && (refused.length == 0 || List.of(refused).equals(List.of(arguments)))) {
                        throw new SQLException(name + " is refused");
                    }
                    try {
                        return method.invoke(h2, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
