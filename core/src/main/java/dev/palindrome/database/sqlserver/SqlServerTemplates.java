package dev.palindrome.database.sqlserver;

import dev.palindrome.database.Database;
import dev.palindrome.database.TemplateKey;
import dev.palindrome.database.template.Template;
import dev.palindrome.database.template.TemplateMaker;
import dev.palindrome.engine.SqlServerEngine;
import dev.palindrome.sql.ErrorText;
import dev.palindrome.sql.Fingerprint;
import dev.palindrome.text.VisibleLog;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Templates as backups on a server. Only a login that may remove them again makes any. Those of one run go when its JVM
 * ends, or with the server's container; those that outlive it go when they are old, or when their scripts have changed.
 */
final class SqlServerTemplates implements TemplateMaker {

    private static final VisibleLog LOG = VisibleLog.of(SqlServerTemplates.class);

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
            Set<LostByRestoring> lost = survey.lostByRestoring();
            SqlServerTemplateNote note = note(key, lost);
            String path = SqlServerBackupSql.path(survey.folder(), fileOf(filled.name()));
            SqlServerMark.takeOffWhile(
                    engine.dataSource(),
                    filled.name(),
                    backups.backUp(filled.name(), survey.folder(), fileOf(filled.name()), note.text()));
            List<SqlServerTemplateFile> files = files();
            SqlServerTemplateFile mine = files.stream()
                    .filter(file -> file.backup().database().equals(filled.name()))
                    .findFirst()
                    .orElseThrow(() -> new SQLException(
                            "the server's backup history does not show the backup %s; delete it by hand"
                                    .formatted(path)));
            SqlServerTemplateFile.stale(files, note).forEach(this::drop);
            SqlServerTemplate template = new SqlServerTemplate(engine, mine, lost);
            if (!note.acrossRuns()) {
                goWithThisJvm(template);
            }
            return Optional.of(template);
        } catch (SQLException e) {
            return none(ErrorText.of(e));
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
                if (isFor(content, file) && backups.isThere(file.backup().path())) {
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
                && file.isFresh()
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

    /** What grants rights is remembered by this JVM, and no other believes it of a note: then the template is its own. */
    private SqlServerTemplateNote note(TemplateKey key, Set<LostByRestoring> lost) throws SQLException {
        boolean acrossRuns = sharesWithOtherRuns(key) && lost.stream().noneMatch(LostByRestoring::grantsRights);
        return new SqlServerTemplateNote(key.family().substring(0, 32), content(key), acrossRuns, lost);
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
        LOG.info(
                "Deleted the template {} on {}, which is out of date.",
                stale.backup().path(),
                engine.describe());
    }

    private void goWithThisJvm(SqlServerTemplate template) {
        if (!serverStays) {
            return;
        }
        if (ofThisRun.isEmpty()) {
            Runtime.getRuntime()
                    .addShutdownHook(new Thread(() -> ofThisRun.forEach(Template::discard), "palindrome templates"));
        }
        ofThisRun.add(template);
    }
}
