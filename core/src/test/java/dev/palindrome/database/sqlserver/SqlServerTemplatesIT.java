package dev.palindrome.database.sqlserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.palindrome.RequiresSqlServer;
import dev.palindrome.database.Database;
import dev.palindrome.database.DatabaseOptions;
import dev.palindrome.database.Databases;
import dev.palindrome.database.TemplateKey;
import dev.palindrome.database.template.Template;
import dev.palindrome.database.template.TemplateMaker;
import dev.palindrome.engine.EngineKind;
import dev.palindrome.engine.EngineRequest;
import dev.palindrome.engine.Engines;
import dev.palindrome.engine.SqlServerEngine;
import dev.palindrome.settings.Settings;
import dev.palindrome.sql.Fingerprint;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Templates that stay on a server for later runs. Every object made here stands for a JVM of its own. */
@RequiresSqlServer
class SqlServerTemplatesIT {

    private final SqlServerEngine engine = (SqlServerEngine)
            Engines.select(new EngineRequest(EngineKind.SQL_SERVER, Optional.empty(), Settings.system()));

    private final String family =
            new Fingerprint().add("run", UUID.randomUUID().toString()).hex();
    private final TemplateKey key = new TemplateKey(family, "before", true);

    private final Database database = Databases.on(engine).create("SqlServerTemplatesIT", DatabaseOptions.DEFAULT);

    @AfterEach
    void close() {
        anotherRun().left(key).ifPresent(Template::discard);
        database.close();
    }

    @Test
    void aLaterRunFindsWhatAnEarlierOneLeft() throws SQLException {
        SqlServerStatements.run(database.dataSource(), "CREATE TABLE t (x INT)");
        take(key);
        try (Database copy = anotherRun().left(key).orElseThrow().copy("later")) {
            assertThat(SqlServerStatements.texts(copy.dataSource(), "SELECT name FROM sys.tables"))
                    .containsExactly("t");
        }
    }

    @Test
    void theOriginalKeepsItsMark() throws SQLException {
        take(key);
        assertThat(SqlServerStatements.texts(engine.dataSource(), SqlServerDatabaseSql.readMark(database.name())))
                .hasSize(1);
    }

    @Test
    void whatChangedScriptsMadeReplacesWhatTheOldOnesMade() {
        take(key);
        TemplateKey changed = new TemplateKey(family, "after", true);
        anotherRun().take(database, changed).orElseThrow();
        assertThat(anotherRun().left(key)).isEmpty();
        anotherRun().left(changed).orElseThrow().discard();
    }

    @Test
    void whatIsDiscardedIsGone() {
        take(key).discard();
        assertThat(anotherRun().left(key)).isEmpty();
    }

    @Test
    void aLockIsHeldByOneRunAtATime() throws Exception {
        TemplateMaker.Hold first = anotherRun().hold(key);
        assumeTrue(first != TemplateMaker.Hold.ALONE, "this server has no such locks");
        CompletableFuture<TemplateMaker.Hold> second =
                CompletableFuture.supplyAsync(() -> anotherRun().hold(key));
        assertThat(second).isNotCompleted();
        first.close();
        second.get(1, TimeUnit.MINUTES).close();
    }

    private Template take(TemplateKey wanted) {
        Optional<Template> template = anotherRun().take(database, wanted);
        assumeTrue(template.isPresent(), "this server makes no templates");
        return template.orElseThrow();
    }

    private SqlServerTemplates anotherRun() {
        return new SqlServerTemplates(engine, true);
    }
}
