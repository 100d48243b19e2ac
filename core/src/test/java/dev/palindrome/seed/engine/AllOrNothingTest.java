package dev.palindrome.seed.engine;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllOrNothingTest {

    /** As where the error has ended the transaction: there is nothing to roll back then. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aRollbackThatFailsDoesNotHideWhy(boolean inOwnTransaction) throws SQLException {
        SQLException refusal = new SQLException("refused");
        try (Connection h2 = DriverManager.getConnection("jdbc:h2:mem:")) {
            h2.setAutoCommit(inOwnTransaction);

            assertThatThrownBy(() -> AllOrNothing.run(refusingToRollBack(h2), () -> {
                        throw refusal;
                    }))
                    .isSameAs(refusal)
                    .hasSuppressedException(new SQLException("nothing to roll back"));
        }
    }

    private static Connection refusingToRollBack(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                AllOrNothingTest.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("rollback")) {
                        throw new SQLException("nothing to roll back");
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
