package dev.palindrome.database.h2;

import dev.palindrome.database.Database;
import dev.palindrome.database.DatabaseException;
import dev.palindrome.database.DatabaseOptions;
import dev.palindrome.database.Databases;
import dev.palindrome.database.StartingPoint;
import dev.palindrome.database.TemplateKey;
import dev.palindrome.database.definition.DatabaseName;
import dev.palindrome.database.template.DatabaseRequest;
import dev.palindrome.database.template.StartScript;
import dev.palindrome.database.template.TemplateStore;
import dev.palindrome.h2.H2Front;
import dev.palindrome.h2.H2Shutdown;
import dev.palindrome.progress.TimeSpent;
import dev.palindrome.sql.CodePage;
import dev.palindrome.sql.SqlRunner;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.h2.jdbcx.JdbcDataSource;

/** In-memory databases, each gone when it is closed. */
public final class H2Databases implements Databases {

    private static final String USER = "sa";

    private static final SecureRandom RANDOM = new SecureRandom();

    private static final TemplateStore TEMPLATES = new TemplateStore(new H2Templates());

    private static final AtomicBoolean STARTED = new AtomicBoolean();

    @Override
    public Database create(String purpose, DatabaseOptions options) {
        refuseBackup(options);
        H2Behaviour behaviour = H2Behaviour.of(options);
        options.collation().filter(collation -> !CodePage.isOf(collation)).ifPresent(other -> CodePage.keepAll());
        return StartScript.putInto(make(purpose, behaviour, behaviour, H2Databases::prepare), options.start());
    }

    @Override
    public Database create(
            String purpose, DatabaseOptions options, Optional<TemplateKey> key, Consumer<Database> fill) {
        DatabaseRequest request = new DatabaseRequest(purpose, options, fill);
        if (key.isEmpty()) {
            return request.make(this);
        }
        H2EmptyDatabase.makeAhead();
        return TEMPLATES.open(this, key.get(), request);
    }

    private static void refuseBackup(DatabaseOptions options) {
        if (options.start() instanceof StartingPoint.Backup start) {
            throw new DatabaseException(
                    ("The backup %s needs SQL Server: what BACKUP writes are pages of SQL Server's own files, which nothing else"
                                    + " can read, and the embedded engine is H2. Run these tests on SQL Server (Docker, or"
                                    + " palindrome.url); or, for a preview on the embedded engine, begin with the schema as a script"
                                    + " (schemaScript) and load rows with @Seed.")
                            .formatted(start.location()));
        }
    }

    /** What makes a new database more than nothing. */
    interface Preparation {
        void prepare(Connection connection) throws SQLException;
    }

    /**
     * Makes a database.
     *
     * @param behaviour what it is like in the end
     * @param atFirst what it is like while it is prepared
     */
    static H2Database make(String purpose, H2Behaviour behaviour, H2Behaviour atFirst, Preparation preparation) {
        if (STARTED.getAndSet(true)) {
            return makeNow(purpose, behaviour, atFirst, preparation);
        }
        // There is no server to start, but the first database waits for H2 and its front to be loaded.
        return TimeSpent.ofThisJvm()
                .measure(TimeSpent.Kind.START, "", () -> makeNow(purpose, behaviour, atFirst, preparation));
    }

    private static H2Database makeNow(
            String purpose, H2Behaviour behaviour, H2Behaviour atFirst, Preparation preparation) {
        String name = DatabaseName.forPurpose(purpose);
        String password = randomPassword();
        try (Connection connection =
                dataSource(H2Url.create(name, atFirst), password).getConnection()) {
            prepareOrShutDown(connection, preparation);
            return new H2Database(
                    name, behaviour, dataSource(H2Url.connect(name), password), H2Shutdown.of(connection));
        } catch (SQLException e) {
            throw new DatabaseException(
                    "The database %s could not be made on embedded H2: %s".formatted(name, e.getMessage()), e);
        }
    }

    private static void prepareOrShutDown(Connection connection, Preparation preparation) throws SQLException {
        try {
            preparation.prepare(connection);
        } catch (SQLException e) {
            shutDown(connection, e);
            throw e;
        }
    }

    private static void shutDown(Connection connection, SQLException reason) {
        try {
            H2Shutdown.now(connection);
        } catch (SQLException e) {
            reason.addSuppressed(e);
        }
    }

    /** Puts into an empty database what is in every one. */
    static void prepare(Connection connection) throws SQLException {
        SqlRunner.on(connection).run(List.of("CREATE SCHEMA dbo", "SET SCHEMA dbo"));
        H2Front.install(connection);
    }

    private static JdbcDataSource dataSource(String url, String password) {
        JdbcDataSource dataSource = new JdbcDataSource();
        dataSource.setUrl(url);
        dataSource.setUser(USER);
        dataSource.setPassword(password);
        return dataSource;
    }

    private static String randomPassword() {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
