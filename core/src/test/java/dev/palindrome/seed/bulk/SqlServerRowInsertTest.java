package dev.palindrome.seed.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.sqlserver.jdbc.ISQLServerConnection;
import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.schema.Table;
import dev.palindrome.seed.refusal.RowRefusedException;
import dev.palindrome.sql.ScriptedRow;
import dev.palindrome.sql.ScriptedServer;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class SqlServerRowInsertTest {

    private final ScriptedServer server = new ScriptedServer().answering("DECLARE @options", ScriptedRow.of("n", 4408));

    @Test
    void aBatchIsNoBulkCopyEvenIfTheUrlWantsThat() throws SQLException {
        Table table = SchemaSnapshot.parse("""
                palindrome schema 1
                table [dbo].[t]
                  column [n] INT NULL
                """).tables().get(0);
        AtomicBoolean bulkCopy = new AtomicBoolean(true);
        List<Boolean> prepared = new ArrayList<>();

        try (Connection connection = server.dataSource().getConnection()) {
            new SqlServerRowInsert(wanting(connection, bulkCopy, prepared), table, table.columns())
                    .together(List.of(new Object[] {1}, new Object[] {2}), 0);
        }

        assertThat(prepared).containsExactly(false);
        assertThat(bulkCopy).isTrue();
        assertThat(server.parameters()).containsExactly(List.of(1), List.of(2));
    }

    /**
     * Of neither savepoints nor bulk copies does a page say that a transaction with such a table takes them. The row that was
     * refused is known by what the batch says.
     */
    @Test
    void rowsGoIntoAMemoryOptimisedTableByInsertAndWithoutSavepoints() throws SQLException {
        Table table = SchemaSnapshot.parse("""
                palindrome schema 1
                table [dbo].[t] MEMORY_OPTIMIZED SCHEMA_AND_DATA
                  column [n] INT NULL
                """).tables().get(0);
        List<String> asked = new ArrayList<>();

        try (Connection connection = server.dataSource().getConnection()) {
            Connection inTransaction = inTransaction(connection, asked);
            List<Object[]> rows = List.of(new Object[] {1}, new Object[] {2}, new Object[] {3});

            assertThat(new SqlServerBulkLoader()
                            .load(inTransaction, table, table.columns(), rows.iterator(), LoadProgress.of(table)))
                    .isEqualTo(3);
            assertThat(server.parameters()).containsExactly(List.of(1), List.of(2), List.of(3));

            server.refusing(
                    "INSERT INTO [dbo].[t]",
                    new BatchUpdateException("no", "23000", 2627, new int[] {1, Statement.EXECUTE_FAILED, 1}));
            assertThatThrownBy(() -> new SqlServerBulkLoader()
                            .load(inTransaction, table, table.columns(), rows.iterator(), LoadProgress.of(table)))
                    .isInstanceOfSatisfying(
                            RowRefusedException.class,
                            refused -> assertThat(refused.row()).isEqualTo(2));
            assertThat(asked).doesNotContain("setSavepoint", "rollback", "commit");
        }
    }

    /** The driver's connections for pools are of another class than its others, and its bulk copy takes both. */
    @Test
    void aBulkCopyGoesOverAConnectionThatIsUsedAgain() throws SQLException {
        Table table = SchemaSnapshot.parse("""
                palindrome schema 1
                table [dbo].[t]
                  column [n] INT NULL
                """).tables().get(0);

        try (Connection connection = server.dataSource().getConnection()) {
            ISQLServerConnection pooled = fake(ISQLServerConnection.class, (proxy, method, arguments) -> {
                if (method.getName().equals("unwrap")) {
                    if (!((Class<?>) arguments[0]).isInstance(proxy)) {
                        throw new SQLException("Cannot cast to " + arguments[0]);
                    }
                    return proxy;
                }
                return method.getName().startsWith("getUse") ? (Object) false : plain(connection, method, arguments);
            });

            assertThatThrownBy(() -> new SqlServerBulkLoader()
                            .load(
                                    pooled,
                                    table,
                                    table.columns(),
                                    List.of(new Object[][] {{1}}).iterator(),
                                    LoadProgress.of(table)))
                    .rootCause()
                    .hasStackTraceContaining("SQLServerBulkCopy.<init>"); // where it is found to be a fake
        }
    }

    private static Object plain(Connection connection, Method method, Object[] arguments) throws Throwable {
        return method.getDeclaringClass() == ISQLServerConnection.class
                ? null
                : method.getName().equals("getAutoCommit") ? true : method.invoke(connection, arguments);
    }

    private static Connection inTransaction(Connection connection, List<String> asked) {
        Connection plain = wanting(connection, new AtomicBoolean(), new ArrayList<>());
        return fake(Connection.class, (proxy, method, arguments) -> {
            asked.add(method.getName());
            return method.getName().equals("getAutoCommit") ? false : method.invoke(plain, arguments);
        });
    }

    /** What it is when statements are prepared. */
    private static Connection wanting(Connection connection, AtomicBoolean bulkCopy, List<Boolean> prepared) {
        ISQLServerConnection driver = fake(ISQLServerConnection.class, (proxy, method, arguments) -> {
            if (method.getName().equals("setUseBulkCopyForBatchInsert")) {
                bulkCopy.set((boolean) arguments[0]);
                return null;
            }
            return bulkCopy.get();
        });
        return fake(Connection.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "unwrap" -> driver;
            case "getAutoCommit" -> true;
            case "prepareStatement" -> {
                prepared.add(bulkCopy.get());
                yield method.invoke(connection, arguments);
            }
            default -> method.invoke(connection, arguments);
        });
    }

    private static <T> T fake(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(SqlServerRowInsertTest.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
