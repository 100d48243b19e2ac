package dev.palindrome.record;

import dev.palindrome.database.Database;
import dev.palindrome.database.DatabaseOptions;
import dev.palindrome.database.Databases;
import dev.palindrome.engine.EngineKind;
import dev.palindrome.engine.EngineRequest;
import dev.palindrome.engine.Engines;
import dev.palindrome.engine.SqlServerEngine;
import dev.palindrome.error.PalindromeException;
import dev.palindrome.settings.Setting;
import dev.palindrome.settings.Settings;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.testcontainers.images.builder.ImageFromDockerfile;

/**
 * The server that a run is about: started with what the run wants, and asked what it is. Two system properties say what is
 * wanted, both for containers alone, because a server of somebody's stays as it is.
 */
final class ServerUnderTest {

    /** The server's collation, and so that of its databases, such as {@code Latin1_General_100_CS_AS}. */
    private static final String COLLATION = "test.collation";

    /** What each new database has, such as {@code READ_COMMITTED_SNAPSHOT ON}. */
    private static final String DATABASE_OPTION = "test.database-option";

    private static final String IMAGE = "mcr.microsoft.com/mssql/server:2022-latest";

    private static final Pattern NAME = Pattern.compile("\\w+");
    private static final Pattern OPTION = Pattern.compile("[A-Z_]+ (?:ON|OFF)");

    private static boolean prepared;
    private static Optional<Exception> failure = Optional.empty();

    private final RunFile run;

    private ServerUnderTest(RunFile run) {
        this.run = run;
    }

    /** Once in a JVM. Whatever goes wrong is written down, and the tests tell of it, too. */
    static synchronized void prepare(RunFile run) {
        if (prepared) {
            return;
        }
        prepared = true;
        try {
            new ServerUnderTest(run).prepare();
        } catch (SQLException | RuntimeException e) {
            failure = Optional.of(e);
            run.add(RunEntry.trouble(String.valueOf(e.getMessage())));
        }
    }

    /** Why the server is not what the run wants. */
    static synchronized Optional<Exception> failure() {
        return failure;
    }

    private void prepare() throws SQLException {
        Optional<String> collation = wantedCollation();
        Optional<String> option = wantedOption();
        if (Settings.system().find(Setting.URL).isEmpty()) {
            collation.ifPresent(name -> System.setProperty(Setting.IMAGE.key(), imageWith(name)));
        } else if (collation.isPresent() || option.isPresent()) {
            run.add(RunEntry.trouble("%s and %s are for containers. Set them on the server that %s names."
                    .formatted(COLLATION, DATABASE_OPTION, Setting.URL.key())));
        }
        long start = System.nanoTime();
        SqlServerEngine engine = (SqlServerEngine)
                Engines.select(new EngineRequest(EngineKind.SQL_SERVER, Optional.empty(), Settings.system()));
        if (engine.isContainer()) {
            run.add(RunEntry.figure("container, until its administrator can log in", millisSince(start)));
            for (String setting : option.stream().toList()) {
                setForNewDatabases(engine.dataSource(), setting);
            }
        }
        ask(engine);
        if (engine.isContainer()) {
            for (String name : collation.stream().toList()) {
                requireCollation(name, collationOf(engine.dataSource()));
            }
        }
    }

    /** Microsoft: alter-database-transact-sql-set-options: what is set for model, new databases have. */
    static void setForNewDatabases(DataSource server, String option) throws SQLException {
        try (Connection connection = server.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("ALTER DATABASE model SET " + option);
        }
    }

    /** An image need not know the variable, and a server need not say that it does not know the collation. */
    static void requireCollation(String wanted, String actual) {
        if (!actual.equalsIgnoreCase(wanted)) {
            throw new PalindromeException(
                    "%s=%s: the server has the collation %s. See sys.fn_helpcollations() for those that it knows, and the"
                                    .formatted(COLLATION, wanted, actual)
                            + " container's log for what became of MSSQL_COLLATION.");
        }
    }

    private static String collationOf(DataSource server) throws SQLException {
        try (Connection connection = server.getConnection();
                Statement statement = connection.createStatement();
                ResultSet answer =
                        statement.executeQuery("SELECT CAST(SERVERPROPERTY('Collation') AS nvarchar(128))")) {
            return answer.next() ? String.valueOf((Object) answer.getString(1)) : "";
        }
    }

    static Optional<String> wantedCollation() {
        return wanted(COLLATION, NAME);
    }

    static Optional<String> wantedOption() {
        return wanted(DATABASE_OPTION, OPTION);
    }

    private static Optional<String> wanted(String property, Pattern form) {
        Optional<String> value =
                Optional.ofNullable(System.getProperty(property)).filter(text -> !text.isBlank());
        value.filter(text -> !form.matcher(text).matches()).ifPresent(text -> {
            throw new PalindromeException("%s cannot be %s: it has to be like %s".formatted(property, text, form));
        });
        return value;
    }

    private static String imageWith(String collation) {
        String image = Settings.system().find(Setting.IMAGE).orElse(IMAGE);
        return new ImageFromDockerfile("palindrome-tests-" + collation.toLowerCase(Locale.ROOT), true)
                .withFileFromString("Dockerfile", dockerfile(image, collation))
                .get();
    }

    /** Microsoft: sql-server-linux-configure-environment-variables: the collation is chosen when a server first starts. */
    static String dockerfile(String image, String collation) {
        return "FROM " + image + "\nENV MSSQL_COLLATION=" + collation + "\n";
    }

    private void ask(SqlServerEngine engine) throws SQLException {
        tell(engine.dataSource(), "SELECT @@VERSION AS [server]");
        for (String property : new String[] {
            "ProductVersion", "ProductUpdateLevel", "Edition", "EngineEdition", "Collation", "IsFullTextInstalled"
        }) {
            tell(
                    engine.dataSource(),
                    "SELECT CAST(SERVERPROPERTY('%1$s') AS nvarchar(4000)) AS [%1$s]".formatted(property));
        }
        try (Database database = Databases.on(engine).create("record", DatabaseOptions.DEFAULT)) {
            tell(database.dataSource(), """
                    SELECT CONCAT('collation ', collation_name, ', compatibility level ', compatibility_level,
                        ', READ_COMMITTED_SNAPSHOT ', CASE is_read_committed_snapshot_on WHEN 1 THEN 'on' ELSE 'off' END)
                        AS [a new database]
                    FROM sys.databases WHERE database_id = DB_ID()""");
        }
    }

    /** An answer that a server does not give is an answer, too. */
    private void tell(DataSource server, String question) throws SQLException {
        try (Connection connection = server.getConnection();
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(question)) {
            while (answer.next()) {
                run.add(RunEntry.server(
                        answer.getMetaData().getColumnLabel(1), String.valueOf((Object) answer.getString(1))));
            }
        }
    }

    private static double millisSince(long start) {
        return (System.nanoTime() - start) / 1e6;
    }
}
