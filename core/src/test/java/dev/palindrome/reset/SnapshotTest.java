package dev.palindrome.reset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.EngineDatabases;
import dev.palindrome.database.Database;
import dev.palindrome.database.DatabaseOptions;
import dev.palindrome.database.Databases;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;

/** Whom a snapshot tells that connections have ended, on a database that says how often it was restored. */
class SnapshotTest {

    private static final Databases DATABASES = EngineDatabases.embedded();

    private final List<String> told = new ArrayList<>();
    private int timesRestored;

    @Test
    void tellsThatConnectionsHaveEnded() {
        try (Database database = restored(() -> timesRestored++);
                Snapshot snapshot = new SnapshotTaker(database, DATABASES, () -> told.add("ended")).take()) {
            snapshot.restore();
            snapshot.restore();

            assertThat(told).containsExactly("ended", "ended");
        }
    }

    @Test
    void tellsNothingWhereTheyGoOn() {
        try (Database database = restored(() -> timesRestored);
                Snapshot snapshot = new SnapshotTaker(database, DATABASES, () -> told.add("ended")).take()) {
            snapshot.restore();

            assertThat(told).isEmpty();
        }
    }

    @Test
    void tellsItAlsoWhereTheResetFails() throws SQLException {
        try (Database database = restored(() -> timesRestored++)) {
            Snapshot snapshot = new SnapshotTaker(database, DATABASES, () -> told.add("ended")).take();
            shutDown(database);

            assertThatThrownBy(snapshot::restore).isInstanceOf(ResetException.class);
            assertThat(told).containsExactly("ended");
        }
    }

    private static void shutDown(Database database) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SHUTDOWN");
        }
    }

    private static Database restored(IntSupplier timesRestored) {
        Database embedded = DATABASES.create("told", DatabaseOptions.DEFAULT);
        return (Database) Proxy.newProxyInstance(
                SnapshotTest.class.getClassLoader(), new Class<?>[] {Database.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("timesRestored")) {
                        return timesRestored.getAsInt();
                    }
                    try {
                        return method.invoke(embedded, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
