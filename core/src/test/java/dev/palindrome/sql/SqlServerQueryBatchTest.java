package dev.palindrome.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What goes to the server. */
class SqlServerQueryBatchTest {

    private final List<String> sent = new ArrayList<>();

    @Test
    void whatAScriptHasLeftCutsNoAnswerAndIsSetBackByTheServer() throws SQLException {
        new SqlServerQueryBatch().run(connection());
        assertThat(sent).isEmpty();

        SqlServerQueryBatch batch = new SqlServerQueryBatch();
        batch.addStatements(List.of("DELETE FROM t"));
        batch.run(connection());

        assertThat(sent).containsExactly("""
                EXEC sp_executesql N'SET NOCOUNT ON;
                SET XACT_ABORT OFF;
                SET ROWCOUNT 0;
                SET TEXTSIZE 2147483647;
                SET XACT_ABORT ON;
                DELETE FROM t;
                SET XACT_ABORT OFF;
                '""");
    }

    @Test
    void thatHoldsForOneQuestionAsForMany() throws SQLException {
        assertThat(SqlRunner.on(connection()).lists(List.<SqlQuestion<String>>of()))
                .isEmpty();
        assertThat(sent).isEmpty();

        SqlQuestion<String> one = new SqlQuestion<>("SELECT 1", row -> "");
        assertThatThrownBy(() -> SqlRunner.on(connection()).lists(List.of(one)))
                .hasMessage("The server ended a batch before its last query.");

        assertThat(sent).singleElement().asString().startsWith("EXEC sp_executesql N'SET NOCOUNT ON;");
    }

    /** A restart that is refused, and a value that is drawn all the same, would move the sequence on. */
    @Test
    void nothingIsDoneBehindARequiredQueryThatFails() throws SQLException {
        ScriptedServer server = new ScriptedServer().refusing("ALTER SEQUENCE", 11705);
        SqlServerQueryBatch batch = new SqlServerQueryBatch();
        batch.addRequired("ALTER SEQUENCE s RESTART WITH 5", row -> "");
        batch.addRequired("SELECT NEXT VALUE FOR s", row -> "");

        try (Connection connection = server.dataSource().getConnection()) {
            assertThatThrownBy(() -> batch.run(connection)).hasMessage("refused");
        }

        assertThat(server.orders()).containsExactly("ALTER SEQUENCE s RESTART WITH 5");
        assertThat(batch.text()).startsWith("""
                EXEC sp_executesql N'ALTER SEQUENCE s RESTART WITH 5';
                    IF @@ERROR <> 0 RETURN;
                    SELECT 0 AS query_ended,""");
    }

    /** Of a server that says nothing. */
    private Connection connection() {
        Statement statement = ScriptedServer.fake(Statement.class, (self, method, arguments) -> {
            if (method.getName().equals("execute")) {
                sent.add((String) arguments[0]);
            }
            return method.getName().equals("getUpdateCount") ? -1 : null;
        });
        DatabaseMetaData server = ScriptedServer.fake(
                DatabaseMetaData.class,
                (self, method, arguments) ->
                        method.getName().equals("getDatabaseProductName") ? "Microsoft SQL Server" : null);
        return ScriptedServer.fake(Connection.class, (self, method, arguments) -> switch (method.getName()) {
            case "createStatement" -> statement;
            case "getMetaData" -> server;
            default -> null;
        });
    }
}
