package dev.palindrome.migration.flyway;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.sql.ScriptedRow;
import dev.palindrome.sql.ScriptedServer;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.junit.jupiter.api.Test;

class RunProgressTest {

    private static final String QUESTION = "SELECT @@OPTIONS AS session_options";

    /** As on the way down of {@code down()}, where only the history is put right. */
    @Test
    void aSessionThatStaysSomebodyElseIsNoRoundTripWhereNobodyLooks() throws SQLException {
        ScriptedServer server =
                new ScriptedServer().answering(QUESTION, session("tester")).answering(QUESTION, session("reader"));
        RunProgress progress =
                new RunProgress(
                        RunProgress.UNOBSERVED, false, new SessionUse(true, false, script -> Optional.empty())) {
                    @Override
                    boolean isAtWork() {
                        return true;
                    }
                };

        try (Connection connection = server.dataSource().getConnection()) {
            Context context = fake(Context.class, Map.of("getConnection", connection, "getMigrationInfo", migration()));
            assertThatThrownBy(() -> {
                        for (Callback callback : progress.callbacks()) {
                            handle(callback, context);
                        }
                    })
                    .hasMessage(
                            "Going on after V1 t [V1__t.sql] failed: a script has left its session running as reader,"
                                    + " which began as tester. End it with REVERT: what comes next would run with the rights of"
                                    + " somebody else");
        }
    }

    /** By name: Flyway 12 declares another type of events than 10 does. */
    private static void handle(Callback callback, Context context) throws Throwable {
        Method handle = Stream.of(Callback.class.getMethods())
                .filter(method -> method.getName().equals("handle"))
                .findFirst()
                .orElseThrow();
        try {
            handle.invoke(callback, null, context);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static MigrationInfo migration() {
        return fake(
                MigrationInfo.class,
                Map.of(
                        "getVersion",
                        MigrationVersion.fromVersion("1"),
                        "isVersioned",
                        true,
                        "getDescription",
                        "t",
                        "getScript",
                        "V1__t.sql"));
    }

    private static <T> T fake(Class<T> type, Map<String, Object> answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> answers.get(method.getName())));
    }

    private static ScriptedRow session(String login) {
        return ScriptedRow.of(
                "session_options", 5498,
                "language", "us_english",
                "date_format", "mdy",
                "date_first", 7,
                "lock_timeout", -1,
                "text_size", 2147483647,
                "isolation", 2,
                "database_name", "mine",
                "login", login);
    }
}
