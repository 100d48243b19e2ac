package dev.palindrome.database.sqlserver;

import dev.palindrome.database.Database;
import dev.palindrome.database.DatabaseException;
import dev.palindrome.database.DatabaseOptions;
import dev.palindrome.database.Databases;
import dev.palindrome.database.StartingPoint;
import dev.palindrome.database.TemplateKey;
import dev.palindrome.database.definition.Collation;
import dev.palindrome.database.definition.DatabaseName;
import dev.palindrome.database.definition.DatabaseOption;
import dev.palindrome.database.template.DatabaseRequest;
import dev.palindrome.database.template.IncompleteDatabase;
import dev.palindrome.database.template.StartScript;
import dev.palindrome.database.template.TemplateStore;
import dev.palindrome.engine.SqlServerEngine;
import dev.palindrome.sql.ErrorText;
import dev.palindrome.sql.SqlRunner;
import dev.palindrome.sql.SqlServerError;
import dev.palindrome.text.HiddenValues;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Databases on a SQL Server. The first one made in a JVM sweeps up what dead runs left on a server that outlived them. */
public final class SqlServerDatabases implements Databases {

    /**
     * Somebody else is making a database just now (1807: no exclusive lock on model), or the server has started just now and
     * is still opening model (913, 922, 927: it is not there yet, being recovered, being restored).
     */
    private static final Set<Integer> MODEL_IS_NOT_FREE = Set.of(913, 922, 927, 1807);

    /**
     * Several JVMs that start at once wait for each other: each makes one database at a time, and on a busy machine that takes
     * ten seconds and more.
     */
    private static final Duration PATIENCE_WITH_MODEL = Duration.ofMinutes(3);

    private static final Map<SqlServerEngine, SqlServerDatabases> BY_ENGINE = new ConcurrentHashMap<>();

    private final SqlServerEngine engine;
    private final TemplateStore templates;
    private final SqlServerBackupPlace backups;
    private boolean swept;

    private SqlServerDatabases(SqlServerEngine engine) {
        this.engine = engine;
        this.templates = new TemplateStore(new SqlServerTemplates(engine));
        this.backups = new SqlServerBackupPlace(engine);
    }

    public static SqlServerDatabases on(SqlServerEngine engine) {
        return BY_ENGINE.computeIfAbsent(engine, SqlServerDatabases::new);
    }

    @Override
    public Database create(String purpose, DatabaseOptions options) {
        List<DatabaseOption> checked = DatabaseOption.of(options);
        Optional<Collation> collation = options.collation().map(Collation::new);
        refuseCollationOfBackup(options);
        if (options.start().isConfidential()) {
            HiddenValues.fromNowOn();
        }
        SqlServerDatabase database = new SqlServerDatabase(engine, DatabaseName.forPurpose(purpose));
        sweepOnce();
        try {
            if (options.start() instanceof StartingPoint.Backup start) {
                new SqlServerBackupStart(engine, backups, start.location(), database.name())
                        .restore(settings(database.name(), checked));
                return database;
            }
            create(database.name(), collation);
            SqlServerMark.put(engine, database.name(), settings(database.name(), checked));
            return StartScript.putInto(database, options.start());
        } catch (SQLException e) {
            DatabaseException refusal = refused(database, e);
            IncompleteDatabase.close(refusal, database);
            throw refusal;
        } catch (RuntimeException | Error e) {
            IncompleteDatabase.close(e, database);
            throw e;
        }
    }

    @Override
    public Database create(
            String purpose, DatabaseOptions options, Optional<TemplateKey> key, Consumer<Database> fill) {
        DatabaseRequest request = new DatabaseRequest(purpose, options, fill);
        sweepOnce();
        return key.map(present -> templates.open(this, present, request)).orElseGet(() -> request.make(this));
    }

    /** Page "ALTER DATABASE": the columns would keep theirs, and only new ones get another. */
    private static void refuseCollationOfBackup(DatabaseOptions options) {
        if (options.start() instanceof StartingPoint.Backup start
                && options.collation().isPresent()) {
            throw new DatabaseException(
                    "The collation %s is asked for, but a database that begins with the backup %s has the"
                                    .formatted(options.collation().get(), start.location())
                            + " collation of that. Leave the collation out.");
        }
    }

    /** What the user wants comes last. */
    private static List<String> settings(String database, List<DatabaseOption> wanted) {
        List<String> settings = new ArrayList<>(List.of(SqlServerDatabaseSql.keepOpen(database)));
        wanted.forEach(option -> settings.add(SqlServerDatabaseSql.set(database, option)));
        return settings;
    }

    private synchronized void sweepOnce() {
        if (!swept && engine.outlivesThisJvm()) {
            new SqlServerSweep(engine).run();
        }
        swept = true;
    }

    /** One at a time: SQL Server copies its database model, and locks it meanwhile. */
    private synchronized void create(String name, Optional<Collation> collation) throws SQLException {
        String sql = SqlServerDatabaseSql.create(name, collation);
        Retry.whileRefused(PATIENCE_WITH_MODEL, SqlServerDatabases::isModelInUse, () -> createOnce(sql));
    }

    private static boolean isModelInUse(SQLException failure) {
        return SqlServerError.first(MODEL_IS_NOT_FREE::contains, failure).isPresent();
    }

    private void createOnce(String sql) throws SQLException {
        try (Connection connection = engine.dataSource().getConnection()) {
            OldServer.refuse(connection);
            SqlRunner.on(connection).run(sql);
        }
    }

    private DatabaseException refused(Database database, SQLException failure) {
        return new DatabaseException(
                "The database %s could not be made on %s: %s. %s"
                        .formatted(
                                database.name(),
                                engine.describe(),
                                ErrorText.of(failure),
                                SqlServerAdvice.onMaking(failure, engine.username())),
                failure);
    }
}
