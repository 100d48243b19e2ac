package dev.palindrome.database.sqlserver;

import dev.palindrome.database.Database;
import dev.palindrome.database.TemplateKey;
import dev.palindrome.database.definition.DatabaseMark;
import dev.palindrome.database.template.Template;
import dev.palindrome.database.template.TemplateMaker;
import dev.palindrome.engine.SqlServerEngine;
import dev.palindrome.sql.Fingerprint;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
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
    private final SqlServerBackups backups;
    private final boolean serverStays;
    private final AtomicBoolean said = new AtomicBoolean();
    private final Queue<Template> ofThisRun = new ConcurrentLinkedQueue<>();

    SqlServerTemplates(SqlServerEngine engine) {
        this(engine, engine.outlivesThisJvm());
    }

    SqlServerTemplates(SqlServerEngine engine, boolean serverStays) {
        this.engine = engine;
        this.backups = new SqlServerBackups(engine.dataSource(), SqlServerBackupSql.TEMPLATE);
        this.serverStays = serverStays;
    }

    @Override
    public Optional<Template> take(Database filled, TemplateKey key) {
        try {
            SqlServerBackupSurvey survey = SqlServerBackupSurvey.of(engine.dataSource(), filled.name());
            survey.requireRemovable();
            survey.requireAllRows(filled.dataSource());
            SqlServerTemplateNote note = note(key, survey.lostByRestoring());
            backUp(filled.name(), survey.folder(), note);
            List<SqlServerTemplateFile> files = files();
            Optional<SqlServerTemplateFile> mine = files.stream()
                    .filter(file -> file.database().equals(filled.name()))
                    .findFirst();
            SqlServerTemplateFile.stale(files, note, Instant.now()).forEach(this::drop);
            mine.ifPresent(this::goWithThisJvm);
            return mine.map(file -> new SqlServerTemplate(engine, file));
        } catch (SQLException e) {
            return none(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public Optional<Template> left(TemplateKey key) {
        if (!sharesWithOtherRuns(key)) {
            return Optional.empty();
        }
        try {
            String content = content(key);
            for (SqlServerTemplateFile file : files()) {
                if (isFor(content, file) && backups.isThere(file.path())) {
                    return Optional.of(new SqlServerTemplate(engine, file));
                }
            }
            return Optional.empty();
        } catch (SQLException e) {
            LOG.debug("No template of an earlier run can be looked for: {}", e.getMessage());
            return Optional.empty();
        }
    }

    private static boolean isFor(String content, SqlServerTemplateFile file) {
        return file.note().acrossRuns()
                && file.isFresh(Instant.now())
                && file.note().content().equals(content);
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

    private SqlServerTemplateNote note(TemplateKey key, Set<LostByRestoring> lost) throws SQLException {
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

    /** In one batch, so that there is no moment at which the original has no mark and nobody to put it on again. */
    private void backUp(String filled, String folder, SqlServerTemplateNote note) throws SQLException {
        DataSource server = engine.dataSource();
        String mark = SqlServerDatabaseSql.markUnlessMarked(filled, DatabaseMark.ofThisJvm());
        String backup = backups.backUp(filled, folder, fileOf(filled), note.text());
        try {
            SqlServerStatements.run(
                    server,
                    String.join(
                            ";\n", SqlServerDatabaseSql.inside(filled, SqlServerDatabaseSql.unmark()), backup, mark));
        } catch (SQLException e) {
            try {
                SqlServerStatements.run(server, mark);
            } catch (SQLException another) {
                e.addSuppressed(another);
            }
            throw e;
        }
    }

    /** In the server's backup directory. */
    static String fileOf(String database) {
        return database + ".bak";
    }

    private List<SqlServerTemplateFile> files() throws SQLException {
        return backups.list().stream()
                .map(SqlServerTemplateFile::of)
                .flatMap(Optional::stream)
                .toList();
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
