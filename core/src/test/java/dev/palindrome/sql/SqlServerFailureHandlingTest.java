package dev.palindrome.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a session is like while rows are tried, by what {@code @@OPTIONS} says of it. */
class SqlServerFailureHandlingTest {

    private static final String BEGIN = "DECLARE @options int = @@OPTIONS;\nSET XACT_ABORT OFF;\nSELECT @options";

    /** As the driver leaves it: ANSI_WARNINGS, ANSI_PADDING, ANSI_NULLS, QUOTED_IDENTIFIER, CONCAT_NULL_YIELDS_NULL. */
    private static final int USUAL = 8 + 16 + 32 + 256 + 4096;

    private final ScriptedServer server = new ScriptedServer();

    @Test
    void aSessionAsTheDriverLeavesItCostsOneBatch() throws SQLException {
        assertThat(said(USUAL)).containsExactly(BEGIN, "work");
    }

    @Test
    void xactAbortIsSetBack() throws SQLException {
        assertThat(said(USUAL + 16384)).containsExactly(BEGIN, "work", "SET XACT_ABORT ON");
    }

    /** With those that a script may have left, an INSERT into a table with a filtered index is error 1934. */
    @Test
    void whatRowsNeedIsSetAndSetBack() throws SQLException {
        assertThat(said(USUAL - 256 - 32 + 8192 + 16384))
                .containsExactly(
                        BEGIN,
                        "SET ANSI_NULLS ON",
                        "SET QUOTED_IDENTIFIER ON",
                        "SET NUMERIC_ROUNDABORT OFF",
                        "work",
                        "SET XACT_ABORT ON;\nSET ANSI_NULLS OFF;\nSET QUOTED_IDENTIFIER OFF;\nSET NUMERIC_ROUNDABORT ON");
    }

    @Test
    void itIsSetBackWhereTheWorkFails() throws SQLException {
        server.refusing("work", 547);

        try (Connection connection = connection(USUAL - 256)) {
            assertThatThrownBy(() -> run(connection)).hasMessage("refused");
        }
        assertThat(server.orders())
                .containsExactly(
                        BEGIN,
                        "SET QUOTED_IDENTIFIER ON",
                        "work",
                        "SELECT XACT_STATE()",
                        "rollback",
                        "SET QUOTED_IDENTIFIER OFF");
    }

    @Test
    void aServerThatDoesNotHaveThemIsLeftAsItIs() throws SQLException {
        server.refusing("SET QUOTED_IDENTIFIER ON", 195);

        assertThat(said(USUAL - 256)).containsExactly(BEGIN, "SET QUOTED_IDENTIFIER ON", "work");
    }

    @Test
    void whatIsRefusedLeavesTheOthers() throws SQLException {
        server.refusing("SET ANSI_NULLS ON", 195);

        assertThat(said(USUAL - 256 - 32))
                .containsExactly(
                        BEGIN, "SET ANSI_NULLS ON", "SET QUOTED_IDENTIFIER ON", "work", "SET QUOTED_IDENTIFIER OFF");
    }

    private List<String> said(int options) throws SQLException {
        try (Connection connection = connection(options)) {
            run(connection);
        }
        return server.orders();
    }

    private Connection connection(int options) throws SQLException {
        server.answering(BEGIN, ScriptedRow.of("options", options))
                .answering("SELECT XACT_STATE()", ScriptedRow.of("state", 1));
        return server.dataSource().getConnection();
    }

    private static void run(Connection connection) throws SQLException {
        Transaction.run(
                connection,
                transaction -> SqlRunner.on(transaction.connection()).run("work"));
    }
}
