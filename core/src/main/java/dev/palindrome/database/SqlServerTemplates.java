package dev.palindrome.database;

import dev.palindrome.database.SqlServerTemplateNote.Lost;
import dev.palindrome.engine.SqlServerEngine;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Templates as backups on a server. Only a login that may remove them again makes any. Those of one run go when its JVM
 * ends, or with the server's container; those that outlive it go when they are old, or when their scripts have changed.
 */
final class SqlServerTemplates implements TemplateMaker {

    private static final Logger LOG = LoggerFactory.getLogger(SqlServerTemplates.class);

    private static final long MOST = 20;

    private final SqlServerEngine engine;
    private final boolean serverStays;
    private final AtomicBoolean said = new AtomicBoolean();
    private final Queue<Template> ofThisRun = new ConcurrentLinkedQueue<>();

    SqlServerTemplates(SqlServerEngine engine) {
        this(engine, engine.outlivesThisJvm());
    }

    SqlServerTemplates(SqlServerEngine engine, boolean serverStays) {
        this.engine = engine;
        this.serverStays = serverStays;
    }

    @Override
    public Optional<Template> take(Database filled, TemplateKey key) {
        try {
            if (!isAdministrator()) {
                return none("the login %s is not in the server role sysadmin, and could not remove backups again"
                        .formatted(engine.username()));
            }
            SqlServerTemplateNote note = note(filled, key);
            backUp(filled, note);
            List<SqlServerTemplateFile> files = files();
            Optional<SqlServerTemplateFile> mine = files.stream()
                    .filter(file -> file.database().equals(filled.name()))
                    .findFirst();
            SqlServerTemplateFile.stale(files, note, Instant.now()).forEach(this::drop);
            mine.ifPresent(this::goWithThisJvm);
            return mine.map(file -> new SqlServerTemplate(engine, file));
        } catch (SQLException e) {
            return none(e.getMessage());
        }
    }

    @Override
    public Optional<Template> left(TemplateKey key) {
        if (!sharesWithOtherRuns(key)) {
            return Optional.empty();
        }
        try {
            String content = content(key);
            return files().stream()
                    .filter(file -> file.note().acrossRuns() && file.isFresh(Instant.now()))
                    .filter(file -> file.note().content().equals(content))
                    .<Template>map(file -> new SqlServerTemplate(engine, file))
                    .findFirst();
        } catch (SQLException e) {
            LOG.debug("No template of an earlier run can be looked for: {}", e.getMessage());
            return Optional.empty();
        }
    }

    @Override
    public Hold hold(TemplateKey key) {
        return sharesWithOtherRuns(key) ? SqlServerLock.on(engine, key.content()) : Hold.ALONE;
    }

    @Override
    public long room() {
        return MOST;
    }

    private boolean sharesWithOtherRuns(TemplateKey key) {
        return key.acrossRuns() && serverStays;
    }

    private Optional<Template> none(String why) {
        if (said.compareAndSet(false, true)) {
            LOG.info("Every test class migrates a database of its own on {}: {}.", engine.describe(), why);
        }
        return Optional.empty();
    }

    private boolean isAdministrator() throws SQLException {
        return SqlServerStatements.texts(engine.dataSource(), SqlServerTemplateSql.isAdministrator())
                .contains("1");
    }

    private SqlServerTemplateNote note(Database filled, TemplateKey key) throws SQLException {
        Set<Lost> lost =
                SqlServerStatements.texts(engine.dataSource(), SqlServerTemplateSql.lostByRestoring(filled.name()))
                        .stream()
                        .map(Lost::valueOf)
                        .collect(Collectors.toSet());
        return new SqlServerTemplateNote(
                key.family().substring(0, 32),
                content(key),
                sharesWithOtherRuns(key),
                Instant.now().truncatedTo(ChronoUnit.SECONDS),
                lost);
    }

    /** A newer server may do something else with the same scripts; so may another driver with the same rows. */
    private String content(TemplateKey key) throws SQLException {
        try (Connection connection = engine.dataSource().getConnection()) {
            return new Fingerprint()
                    .add("key", key.content())
                    .add("server", connection.getMetaData().getDatabaseProductVersion())
                    .add("driver", connection.getMetaData().getDriverVersion())
                    .hex();
        }
    }

    private void backUp(Database filled, SqlServerTemplateNote note) throws SQLException {
        SqlServerStatements.run(filled.dataSource(), SqlServerDatabaseSql.unmark());
        try {
            SqlServerStatements.run(
                    engine.dataSource(), SqlServerTemplateSql.backUp(filled.name(), filled.name() + ".bak", note));
        } finally {
            SqlServerStatements.run(filled.dataSource(), SqlServerDatabaseSql.mark(DatabaseMark.ofThisJvm()));
        }
    }

    private List<SqlServerTemplateFile> files() throws SQLException {
        return SqlServerStatements.rows(engine.dataSource(), SqlServerTemplateSql.backups(), SqlServerTemplates::file)
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<SqlServerTemplateFile> file(ResultSet row) throws SQLException {
        String path = row.getString("physical_device_name");
        String database = row.getString("database_name");
        return SqlServerTemplateNote.parse(row.getString("description"))
                .map(note -> new SqlServerTemplateFile(path, database, note));
    }

    private void drop(SqlServerTemplateFile stale) {
        new SqlServerTemplate(engine, stale).discard();
        LOG.info("Deleted the template {} on {}, which is out of date.", stale.path(), engine.describe());
    }

    private void goWithThisJvm(SqlServerTemplateFile file) {
        if (!serverStays || file.note().acrossRuns()) {
            return;
        }
        if (ofThisRun.isEmpty()) {
            Runtime.getRuntime()
                    .addShutdownHook(new Thread(() -> ofThisRun.forEach(Template::discard), "palindrome templates"));
        }
        ofThisRun.add(new SqlServerTemplate(engine, file));
    }
}
