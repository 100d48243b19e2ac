package dev.palindrome.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.settings.Setting;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerUnderTestTest {

    private static final Map<String, String> PROPERTIES = Map.of(
            Setting.URL.key(),
            "jdbc:sqlserver://localhost:1;encrypt=false;loginTimeout=1;connectRetryCount=0",
            Setting.USERNAME.key(),
            "nobody",
            Setting.PASSWORD.key(),
            "no password",
            "test.collation",
            "Latin1_General_100_CS_AS");

    private final Properties before = (Properties) System.getProperties().clone();

    @TempDir
    private Path folder;

    @BeforeEach
    void set() {
        PROPERTIES.forEach(System::setProperty);
    }

    @AfterEach
    void setBack() {
        System.setProperties(before);
    }

    @Test
    void aServerThatDoesNotTakeTheCollationIsNotTheOneThatWasWanted() {
        ServerUnderTest.requireCollation("latin1_general_100_cs_as", "Latin1_General_100_CS_AS");

        assertThatThrownBy(() ->
                        ServerUnderTest.requireCollation("Latin1_General_100_CS_A", "SQL_Latin1_General_CP1_CI_AS"))
                .hasMessage("test.collation=Latin1_General_100_CS_A: the server has the collation"
                        + " SQL_Latin1_General_CP1_CI_AS. See sys.fn_helpcollations() for those that it knows, and the"
                        + " container's log for what became of MSSQL_COLLATION.");
    }

    @Test
    void theImageIsTheOneThatWasAskedForWithTheCollation() {
        assertThat(ServerUnderTest.wantedCollation()
                        .map(collation -> ServerUnderTest.dockerfile("server:2017-latest", collation)))
                .contains("FROM server:2017-latest\nENV MSSQL_COLLATION=Latin1_General_100_CS_AS\n");
    }

    @Test
    void newDatabasesHaveTheOption() throws SQLException {
        System.setProperty("test.database-option", "READ_COMMITTED_SNAPSHOT ON");
        List<String> said = new ArrayList<>();

        ServerUnderTest.setForNewDatabases(
                server(said), ServerUnderTest.wantedOption().orElseThrow());

        assertThat(said).containsExactly("ALTER DATABASE model SET READ_COMMITTED_SNAPSHOT ON");
    }

    @Test
    void whatIsNoOptionGoesIntoNoStatement() {
        System.setProperty("test.database-option", "READ_ONLY; DROP DATABASE x");

        assertThatThrownBy(ServerUnderTest::wantedOption)
                .hasMessage("test.database-option cannot be READ_ONLY; DROP DATABASE x: it has to be like"
                        + " [A-Z_]+ (?:ON|OFF)");
    }

    private static DataSource server(List<String> said) {
        Statement statement = fake(Statement.class, argument -> said.add((String) argument));
        Connection connection = fake(Connection.class, argument -> statement);
        return fake(DataSource.class, argument -> connection);
    }

    private static <T> T fake(Class<T> type, Function<Object, Object> answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) ->
                        method.getName().equals("close") ? null : answer.apply(arguments == null ? "" : arguments[0])));
    }

    /** No image is built for it, and the server is asked what it is all the same. */
    @Test
    void whatIsWantedOfAContainerIsNotDoneToAServerOfSomebody() throws IOException {
        RunFile run = new RunFile(folder.resolve("run.tsv"));

        ServerUnderTest.prepare(run);

        assertThat(run.entries()).hasSize(2).allMatch(entry -> entry.kind() == RunEntry.Kind.TROUBLE);
        assertThat(run.entries().get(0).text())
                .isEqualTo("test.collation and test.database-option are for containers."
                        + " Set them on the server that palindrome.url names.");
        assertThat(run.entries().get(1).text()).contains("localhost:1");
    }
}
