package dev.palindrome.h2.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.h2.H2TestDatabase;
import dev.palindrome.sql.SqlRunner;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.h2.table.Table;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class H2SessionTest {

    private final H2TestDatabase database = new H2TestDatabase();
    private H2Session session;

    @BeforeEach
    void makeATable() throws SQLException {
        database.run("CREATE TABLE t (id INT PRIMARY KEY, n INT)", "INSERT INTO t VALUES (1, 1)");
        session = H2Session.of(database.connect());
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UPDATE t SET n = 2", "UPDATE t SET n = 2 WHERE id = 7", "SELECT n FROM t FOR UPDATE"})
    void seesWhoHasLockedSomething(String statement) throws SQLException {
        Connection idle = database.connect();
        Connection open = database.connect();
        for (Connection each : List.of(idle, open)) {
            each.setAutoCommit(false);
            SqlRunner.on(each).query("SELECT n FROM t").texts();
        }
        open.createStatement().execute(statement);

        assertThat(session.openTransactions()).containsExactly(description(open));
        assertThat(session.unfinished()).containsExactly(description(open));
        open.rollback();
        assertThat(session.openTransactions()).isEmpty();
        assertThat(session.unfinished()).isEmpty();
    }

    @Test
    void seesWhoHasWrittenWhereLocksAreSwitchedOff() throws SQLException {
        database.run("SET LOCK_MODE 0");
        Connection open = database.connect();
        open.setAutoCommit(false);
        SqlRunner.on(open).run("UPDATE t SET n = 2");

        assertThat(session.openTransactions()).containsExactly(description(open));
    }

    /** H2 itself looks twice at a session's transaction, which is gone the second time where another thread ends it. */
    @Test
    void asksWhileOthersEndTheirTransactions() throws Exception {
        Connection busy = database.connect();
        busy.setAutoCommit(false);
        AtomicBoolean enough = new AtomicBoolean();
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            Future<?> work = thread.submit(() -> {
                while (!enough.get()) {
                    SqlRunner.on(busy).query("SELECT n FROM t FOR UPDATE").texts();
                    busy.commit();
                }
                return null;
            });
            for (int i = 0; i < 20_000; i++) {
                assertThat(session.openTransactions()).hasSizeLessThanOrEqualTo(1);
            }
            enough.set(true);
            work.get();
        } finally {
            enough.set(true);
            thread.shutdown();
        }
        assertThat(session.openTransactions()).isEmpty();
    }

    @Test
    void workThatEndsInAnErrorLocksNothing() throws SQLException {
        Table table = session.engine().getSchema("dbo").getTableOrView(null, "t");
        H2Session other = H2Session.of(database.connect());

        assertThatThrownBy(() -> session.run(work -> {
                    table.lock(work, Table.EXCLUSIVE_LOCK);
                    throw new LinkageError("as it shall");
                }))
                .isInstanceOf(LinkageError.class);
        assertThat(other.openTransactions()).isEmpty();
    }

    private static String description(Connection connection) throws SQLException {
        return SqlRunner.on(connection)
                .query("SELECT 'connection ' || SESSION_ID() || ' of SA, opened at ' || SESSION_START"
                        + " FROM INFORMATION_SCHEMA.SESSIONS WHERE SESSION_ID = SESSION_ID()")
                .texts()
                .get(0);
    }
}
