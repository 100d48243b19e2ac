package dev.palindrome.seed.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.sqlserver.jdbc.ISQLServerConnection;
import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.schema.Table;
import dev.palindrome.sql.ScriptedRow;
import dev.palindrome.sql.ScriptedServer;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class SqlServerRowInsertTest {

    private final ScriptedServer server = new ScriptedServer().answering("DECLARE @on", ScriptedRow.of("n", 0));

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
