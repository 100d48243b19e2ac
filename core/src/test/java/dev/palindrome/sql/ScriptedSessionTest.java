package dev.palindrome.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a session is like while statements of our own run behind a script. */
class ScriptedSessionTest {

    private static final String QUESTION = SessionOptions.QUESTION;

    /** As the driver leaves it in a transaction. */
    private static final int USUAL = 2 + 8 + 16 + 32 + 256 + 4096;

    private final ScriptedServer server = new ScriptedServer();

    @Test
    void whereNothingIsLeftOnlyTheQuestionIsAsked() throws SQLException {
        server.answering(QUESTION, row());

        workBehindScript();

        assertThat(server.orders()).containsExactly(QUESTION, QUESTION, "work");
    }

    @Test
    void whatIsLeftIsSetAsItBeganAndSetBack() throws SQLException {
        server.answering(QUESTION, row())
                .answering(
                        QUESTION,
                        row(
                                "session_options",
                                USUAL - 8 - 32 - 256 - 4096 + 64 + 8192,
                                "language",
                                "Français",
                                "date_format",
                                "dmy",
                                "date_first",
                                1,
                                "lock_timeout",
                                0,
                                "text_size",
                                4096,
                                "isolation",
                                5,
                                "database_name",
                                "o]ther"));

        workBehindScript();

        assertThat(server.orders()).containsExactly(QUESTION, QUESTION, """
                SET ANSI_WARNINGS ON;
                SET ANSI_NULLS ON;
                SET ARITHABORT OFF;
                SET QUOTED_IDENTIFIER ON;
                SET CONCAT_NULL_YIELDS_NULL ON;
                SET NUMERIC_ROUNDABORT OFF;
                SET LANGUAGE N'us_english';
                SET DATEFORMAT mdy;
                SET DATEFIRST 7;
                SET LOCK_TIMEOUT -1;
                SET TEXTSIZE 2147483647;
                SET TRANSACTION ISOLATION LEVEL READ COMMITTED;
                USE [mine]""", "work", """
                SET ANSI_WARNINGS OFF;
                SET ANSI_NULLS OFF;
                SET ARITHABORT ON;
                SET QUOTED_IDENTIFIER OFF;
                SET CONCAT_NULL_YIELDS_NULL OFF;
                SET NUMERIC_ROUNDABORT ON;
                SET LANGUAGE N'Français';
                SET DATEFORMAT dmy;
                SET DATEFIRST 1;
                SET LOCK_TIMEOUT 0;
                SET TEXTSIZE 4096;
                SET TRANSACTION ISOLATION LEVEL SNAPSHOT;
                USE [o]]ther]""");
    }

    @Test
    void whereNoScriptHasRunSinceNothingIsAsked() throws SQLException {
        server.answering(QUESTION, row()).answering(QUESTION, row("date_format", "ymd"));

        try (Connection connection = server.dataSource().getConnection()) {
            ScriptedSession session = ScriptedSession.begin(connection);
            session.see();
            server.orders();
            session.asItBegan(() -> SqlRunner.on(connection).run("work"));
        }

        assertThat(server.orders()).containsExactly("SET DATEFORMAT mdy", "work", "SET DATEFORMAT ymd");
    }

    /** The server does not tell, so the script does. */
    @Test
    void identityInsertIsOffMeanwhile() throws SQLException {
        server.answering(QUESTION, row());

        try (Connection connection = server.dataSource().getConnection()) {
            ScriptedSession session = ScriptedSession.begin(connection);
            session.identityInsert("dbo.[it's]", true);
            session.identityInsert("dbo.other", false);
            session.asItBegan(() -> SqlRunner.on(connection).run("work"));
            session.identityInsert("DBO.[it's]", false);
            session.asItBegan(() -> SqlRunner.on(connection).run("work"));
        }

        assertThat(server.orders())
                .containsExactly(
                        QUESTION,
                        "IF OBJECT_ID(N'dbo.[it''s]') IS NOT NULL SET IDENTITY_INSERT dbo.[it's] OFF",
                        "work",
                        "IF OBJECT_ID(N'dbo.[it''s]') IS NOT NULL SET IDENTITY_INSERT dbo.[it's] ON",
                        "work");
    }

    @Test
    void transactionsBeginAsTheDriverHasIt() throws SQLException {
        server.answering(QUESTION, row()).answering(QUESTION, row("session_options", USUAL - 2));

        workBehindScript();

        assertThat(server.orders())
                .containsExactly(
                        QUESTION, QUESTION, "SET IMPLICIT_TRANSACTIONS ON", "work", "SET IMPLICIT_TRANSACTIONS OFF");
    }

    @Test
    void whatOwnRowsHaveLeftIsPutBackForGood() throws SQLException {
        server.answering(QUESTION, row()).answering(QUESTION, row("isolation", 4));

        try (Connection connection = server.dataSource().getConnection()) {
            ScriptedSession.begin(connection).putBack();
        }

        assertThat(server.orders())
                .containsExactly(QUESTION, QUESTION, "SET TRANSACTION ISOLATION LEVEL READ COMMITTED");
    }

    /** NOEXEC, PARSEONLY and FMTONLY: the question has no answer any more. */
    @Test
    void aSessionThatRunsNothingIsAnErrorThatSaysWhy() throws SQLException {
        server.answering(QUESTION, row()).answering(QUESTION);

        assertThatThrownBy(this::workBehindScript)
                .isInstanceOf(SQLException.class)
                .hasMessage("a script has left its session so that it does not say how it is set. Look for SET NOEXEC,"
                        + " PARSEONLY, FMTONLY, SHOWPLAN_…, STATISTICS PROFILE or STATISTICS XML, and set it OFF where"
                        + " that script ends: whatever Flyway runs next is met by it, too");
        assertThat(server.orders()).doesNotContain("work");
    }

    @Test
    void aSessionOfSomebodyElseIsAnErrorThatSaysWhose() throws SQLException {
        server.answering(QUESTION, row()).answering(QUESTION, row("login", "reader"));

        assertThatThrownBy(this::workBehindScript)
                .isInstanceOf(SQLException.class)
                .hasMessage(
                        "a script has left its session running as reader, which began as tester. End it with REVERT:"
                                + " what comes next would run with the rights of somebody else");
        assertThat(server.orders()).doesNotContain("work");
    }

    /** Another maker's server need not have the view. */
    @Test
    void aServerThatCannotBeAskedIsLeftAsItIs() throws SQLException {
        server.refusing(QUESTION, 208);

        workBehindScript();

        assertThat(server.orders()).containsExactly(QUESTION, "work");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SET ANSI_NULLS, QUOTED_IDENTIFIER OFF",
                "set  language\nGerman",
                "SET DATEFIRST 1",
                "SET TRANSACTION ISOLATION LEVEL SNAPSHOT",
                "USE tempdb",
                "EXECUTE AS USER = 'reader'",
                "EXEC  AS LOGIN = 'reader'",
                "SETUSER 'reader'",
                "SET SHOWPLAN_XML ON",
                "SET STATISTICS XML ON"
            })
    void aScriptMayLeaveTheSessionOtherwise(String script) {
        assertThat(ScriptedSession.isLeftOtherwiseBy(script)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE dbo.t SET language = N'de', isolation = 1",
                "SET NOCOUNT ON; SET XACT_ABORT ON",
                "CREATE STATISTICS s ON dbo.t (a)",
                "EXEC dbo.reuse",
                "SET @users = 1"
            })
    void aScriptThatSaysNothingOfTheKindCostsNothing(String script) {
        assertThat(ScriptedSession.isLeftOtherwiseBy(script)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"EXECUTE AS USER = 'reader'", "ALTER DATABASE CURRENT COLLATE Latin1_General_CI_AS", "SETUSER"})
    void behindSomeTheSessionCannotBeMadeNew(String script) {
        assertThat(ScriptedSession.isUsedUpBy(script)).isTrue();
        assertThat(ScriptedSession.isUsedUpBy("SET ANSI_NULLS OFF")).isFalse();
    }

    private void workBehindScript() throws SQLException {
        try (Connection connection = server.dataSource().getConnection()) {
            ScriptedSession session = ScriptedSession.begin(connection);
            session.see();
            session.asItBegan(() -> SqlRunner.on(connection).run("work"));
        }
    }

    private static ScriptedRow row(Object... others) {
        Map<String, Object> values = new LinkedHashMap<>(ScriptedRow.of(
                        "session_options",
                        USUAL,
                        "language",
                        "us_english",
                        "date_format",
                        "mdy",
                        "date_first",
                        7,
                        "lock_timeout",
                        -1,
                        "text_size",
                        2147483647,
                        "isolation",
                        2,
                        "database_name",
                        "mine",
                        "login",
                        "tester")
                .values());
        values.putAll(ScriptedRow.of(others).values());
        return new ScriptedRow(values);
    }
}
