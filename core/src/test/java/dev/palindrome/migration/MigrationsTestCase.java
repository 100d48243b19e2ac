package dev.palindrome.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.palindrome.CapturedLog;
import dev.palindrome.QueriedRows;
import dev.palindrome.database.Database;
import dev.palindrome.database.DatabaseOptions;
import dev.palindrome.database.Databases;
import dev.palindrome.error.PalindromeException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What migrations must do on every engine; a class for each engine says where databases come from. */
abstract class MigrationsTestCase {

    @TempDir
    Path folder;

    private final List<Database> opened = new ArrayList<>();
    final Map<String, String> flyway = new HashMap<>();

    abstract Databases databases();

    /** Skips the test where a server cannot run a statement that the test depends on. */
    abstract void requires(String sql);

    @AfterEach
    void dropDatabases() {
        opened.forEach(Database::close);
    }

    @Test
    void goesUpAndDownAndUpAgain() {
        threeMigrations();
        Migrations migrations = migrations();

        assertThat(migrations.up()).extracting(Migration::version).containsExactly("1", "2", "3");
        assertThat(migrations.downToBase()).extracting(Migration::version).containsExactly("3", "2", "1");
        assertThat(migrations.current()).isEmpty();
        assertThat(tables()).containsExactly("flyway_schema_history");
        assertThat(migrations.up()).extracting(Migration::version).containsExactly("1", "2", "3");
        assertThat(tables()).containsExactly("comments", "flyway_schema_history", "users");
    }

    @Test
    void downUndoesTheLastAndCorrectsTheHistory() {
        threeMigrations();
        Migrations migrations = migrations();
        migrations.up();

        assertThat(migrations.down()).containsExactly(new Migration("3", "add comments", "V3__add_comments.sql"));

        assertThat(migrations.current()).contains(new Migration("2", "phone", "V2__phone.sql"));
        assertThat(migrations.history())
                .extracting(row -> row.migration().version())
                .containsExactly("1", "2");
        assertThat(migrations.pending()).extracting(Migration::version).containsExactly("3");
        assertThat(tables()).containsExactly("flyway_schema_history", "users");
    }

    @Test
    void whatAnObserverCannotDoIsNoFaultOfTheMigration() {
        threeMigrations();
        MigrationObserver broken = (migration, connection) -> {
            throw new SQLException("no such thing");
        };
        ObservedMigrations up = observed();
        List<Migration> all = up.pending();

        assertThatThrownBy(() -> up.up(all, broken))
                .isExactlyInstanceOf(PalindromeException.class)
                .hasMessage(
                        "The round trip broke off: looking at the database after V1 users [V1__users.sql] failed: no"
                                + " such thing");

        ObservedMigrations down = observed();
        down.up();
        assertThatThrownBy(() -> down.undoSession().undo(List.of(all.get(2)), broken))
                .isExactlyInstanceOf(PalindromeException.class)
                .hasMessage("The round trip broke off: looking at the database after V3 add comments"
                        + " [V3__add_comments.sql] failed: no such thing");
    }

    @Test
    void whatIsForgottenAlreadyNeedNotBeForgottenAgain() {
        threeMigrations();
        ObservedMigrations migrations = observed();
        Migration last = migrations.up().get(2);
        UndoSession undoSession = migrations.undoSession();

        undoSession.forget(List.of(last));
        undoSession.forget(List.of(last));

        assertThat(migrations.current()).map(Migration::version).contains("2");
    }

    private ObservedMigrations observed() {
        return ObservedMigrations.of(
                database(), databases(), new MigrationSettings(List.of("filesystem:" + folder), flyway));
    }

    @Test
    void stepsUpAndDownByCountAndByVersion() {
        threeMigrations();
        Migrations migrations = migrations();

        assertThat(migrations.up(2)).extracting(Migration::version).containsExactly("1", "2");
        assertThat(migrations.down(2)).extracting(Migration::version).containsExactly("2", "1");
        assertThat(migrations.upTo("2")).extracting(Migration::version).containsExactly("1", "2");
        assertThat(migrations.upTo("2")).isEmpty();
        assertThat(migrations.up()).extracting(Migration::version).containsExactly("3");
        assertThat(migrations.up()).isEmpty();
        assertThat(migrations.downTo("1")).extracting(Migration::version).containsExactly("3", "2");
        assertThat(migrations.downTo("1")).isEmpty();
        assertThat(migrations.downToBase()).extracting(Migration::version).containsExactly("1");
        assertThat(migrations.downToBase()).isEmpty();
    }

    @Test
    void theHistoryMayBeginWithASchemaThatFlywayMade() {
        flyway.put("defaultSchema", "app");
        script("V1__users.sql", "CREATE TABLE app.users (id INT NOT NULL PRIMARY KEY);");
        Migrations migrations = migrations();
        migrations.up();

        assertThat(migrations.history())
                .extracting(row -> row.migration().version(), AppliedMigration::type)
                .containsExactly(tuple("", "SCHEMA"), tuple("1", "SQL"));
    }

    @Test
    void anUndoScriptMayLeaveCountingOff() {
        threeMigrations();
        script("U3__add_comments.sql", "SET NOCOUNT ON;\nDROP TABLE dbo.comments;\n");
        Migrations migrations = migrations();
        migrations.up();

        assertThat(migrations.down(2)).extracting(Migration::version).containsExactly("3", "2");
        assertThat(migrations.current()).map(Migration::version).contains("1");
    }

    @Test
    void historyIsATable() {
        threeMigrations();
        Migrations migrations = migrations();
        migrations.upTo("1");

        AppliedMigration row = migrations.history().get(0);
        assertThat(migrations.history()).hasToString("""
                        version  description  type  installed on%s  took%s  state
                        1        users        SQL   %s  %s  applied""".formatted(
                        " ".repeat(row.installedOn().toString().length() - "installed on".length()),
                        " ".repeat(Math.max(0, (row.took().toMillis() + " ms").length() - 4)),
                        row.installedOn(),
                        row.took().toMillis() + " ms"));
        assertThat(migrations.historyTable()).isEqualTo("dbo.flyway_schema_history");
    }

    @Test
    void listsWhatIsThereAndWhatIsPending() {
        threeMigrations();
        script("R__recent_users.sql", "CREATE OR ALTER VIEW dbo.recent_users AS SELECT id FROM dbo.users");
        Migrations migrations = migrations();
        migrations.upTo("1");

        assertThat(migrations.all())
                .hasToString("[V1 users [V1__users.sql], V2 phone [V2__phone.sql], V3 add comments"
                        + " [V3__add_comments.sql], R recent users [R__recent_users.sql]]");
        assertThat(migrations.pending()).extracting(Migration::version).containsExactly("2", "3", "R");
    }

    @Test
    void repeatableMigrationsWaitForTheNewestVersion() {
        requires("CREATE OR ALTER VIEW dbo.probe AS SELECT 1 AS one");
        threeMigrations();
        script("R__phones.sql", "CREATE OR ALTER VIEW dbo.phones AS SELECT phone FROM dbo.users");
        Migrations migrations = migrations();

        assertThat(migrations.upTo("1")).extracting(Migration::version).containsExactly("1");
        assertThat(migrations.up(2)).extracting(Migration::version).containsExactly("2", "3", "R");
    }

    @Test
    void changedRepeatableMigrationsRunAgain() {
        requires("CREATE OR ALTER VIEW dbo.probe AS SELECT 1 AS one");
        threeMigrations();
        script("R__phones.sql", "CREATE OR ALTER VIEW dbo.phones AS SELECT phone FROM dbo.users");
        Database database = database();
        migrations(database).up();
        script("R__phones.sql", "CREATE OR ALTER VIEW dbo.phones AS SELECT phone, name FROM dbo.users");

        assertThat(migrations(database).up()).extracting(Migration::version).containsExactly("R");
    }

    @Test
    void afterAnUndoRepeatableMigrationsCountAsPending() {
        requires("CREATE OR ALTER VIEW dbo.probe AS SELECT 1 AS one");
        threeMigrations();
        script("R__phones.sql", "CREATE OR ALTER VIEW dbo.phones AS SELECT phone FROM dbo.users");
        Migrations migrations = migrations(database());
        migrations.up();

        migrations.down();

        assertThat(migrations.pending()).extracting(Migration::version).containsExactly("3", "R");
        assertThat(migrations.history())
                .extracting(row -> row.migration().version())
                .containsExactly("1", "2");
        assertThat(migrations.up()).extracting(Migration::version).containsExactly("3", "R");
        assertThat(migrations.down(2)).extracting(Migration::version).containsExactly("3", "2");
        assertThat(migrations.pending()).extracting(Migration::version).containsExactly("2", "3", "R");
    }

    @Test
    void migrationsAreFoundAgainByAnotherObject() {
        threeMigrations();
        Database database = database();
        migrations(database).upTo("2");

        assertThat(migrations(database).current()).map(Migration::version).contains("2");
        assertThat(migrations(database).down()).extracting(Migration::version).containsExactly("2");
    }

    @Test
    void fillsPlaceholdersInUpAndDown() {
        flyway.put("flyway.placeholders.prefix", "app_");
        script("V1__users.sql", "CREATE TABLE dbo.${prefix}users (id INT NOT NULL PRIMARY KEY);");
        script("U1__users.sql", "DROP TABLE dbo.${PREFIX}users;");
        Migrations migrations = migrations();

        migrations.up();
        assertThat(tables()).contains("app_users");
        migrations.down();
        assertThat(tables()).containsExactly("flyway_schema_history");
    }

    @Test
    void aPlaceholderWithoutValueIsAnError() {
        script("V1__users.sql", "CREATE TABLE dbo.${prefix}users (id INT NOT NULL PRIMARY KEY);");

        assertThatThrownBy(() -> migrations().up())
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("prefix");
    }

    @Test
    void scriptConfigurationFilesCount() {
        script("V1__texts.sql", "CREATE TABLE dbo.texts (text NVARCHAR(50) NOT NULL);");
        script("V2__text.sql", "INSERT INTO dbo.texts (text) VALUES (N'${not a placeholder}');");
        script("V2__text.sql.conf", "placeholderReplacement=false");
        script("U2__text.sql", "DELETE FROM dbo.texts WHERE text = N'${not a placeholder}';");
        script("U2__text.sql.conf", "placeholderReplacement=false");
        Migrations migrations = migrations();

        migrations.up();
        assertThat(strings("SELECT text FROM dbo.texts")).containsExactly("${not a placeholder}");
        migrations.down();
        assertThat(strings("SELECT text FROM dbo.texts")).isEmpty();
    }

    @Test
    void callbacksFireForMigratingAndNotForUndo() {
        script("V1__log.sql", "CREATE TABLE dbo.log (event NVARCHAR(50) NOT NULL);");
        script("V2__empty.sql", "INSERT INTO dbo.log (event) VALUES (N'V2');");
        script("U2__empty.sql", "INSERT INTO dbo.log (event) VALUES (N'U2');");
        script("afterEachMigrate.sql", "INSERT INTO dbo.log (event) VALUES (N'${flyway:filename}');");
        Migrations migrations = migrations();

        migrations.up();
        migrations.down();

        assertThat(strings("SELECT event FROM dbo.log"))
                .hasSize(4)
                .contains("V2", "U2")
                .last()
                .isEqualTo("U2");
    }

    @Test
    void ownHistoryTableAndDefaultSchema() {
        flyway.put("table", "versions");
        flyway.put("defaultSchema", "app");
        script("V1__users.sql", "CREATE TABLE app.users (id INT NOT NULL PRIMARY KEY);");
        script("U1__users.sql", "DROP TABLE app.users;");
        Migrations migrations = migrations();

        migrations.up();
        assertThat(migrations.historyTable()).isEqualTo("app.versions");
        assertThat(tables()).contains("users", "versions");
        migrations.down();
        assertThat(tables()).containsExactly("versions");
        assertThat(migrations.current()).isEmpty();
    }

    @Test
    void outOfOrderMigrationsAreUndoneInReverseOrderOfApplication() {
        threeMigrations();
        flyway.put("outOfOrder", "true");
        Database database = database();
        Path late = folder.resolve("V2__phone.sql");
        String text = read(late);
        delete("V2__phone.sql");
        delete("U2__phone.sql");
        migrations(database).up();
        script("V2__phone.sql", text);
        script("U2__phone.sql", "ALTER TABLE dbo.users DROP COLUMN phone;");
        migrations(database).up();

        assertThat(migrations(database).down()).extracting(Migration::version).containsExactly("2");
        assertThat(migrations(database).current()).map(Migration::version).contains("3");
    }

    @Test
    void severalLocations() throws IOException {
        threeMigrations();
        Path more = Files.createDirectories(folder.resolveSibling(folder.getFileName() + "-more"));
        Files.writeString(more.resolve("V4__tags.sql"), "CREATE TABLE dbo.tags (id INT NOT NULL PRIMARY KEY);");
        Migrations migrations = ObservedMigrations.of(
                database(),
                databases(),
                new MigrationSettings(List.of("filesystem:" + folder, "filesystem:" + more), flyway));

        assertThat(migrations.up()).extracting(Migration::version).containsExactly("1", "2", "3", "4");
    }

    @Test
    void javaMigrationsGoUpAndDown() {
        Migrations migrations = ObservedMigrations.of(
                database(), databases(), new MigrationSettings(List.of("classpath:db/java"), flyway));

        assertThat(migrations.up()).extracting(Migration::version).containsExactly("1", "2");
        assertThat(strings("SELECT name FROM dbo.names")).containsExactly("from Java");
        assertThat(migrations.down()).extracting(Migration::description).containsExactly("Add name");
        assertThat(strings("SELECT name FROM dbo.names")).isEmpty();
        assertThat(migrations.current()).map(Migration::version).contains("1");
    }

    @Test
    void aFailedMigrationNamesScriptLineStatementAndCause() {
        script("V1__users.sql", "CREATE TABLE dbo.users (id INT NOT NULL PRIMARY KEY);\n");
        script(
                "V2__broken.sql",
                "-- adds a row\n\nINSERT INTO dbo.users (id)\nVALUES (1);\nGO\nINSERT INTO dbo.nowhere (id) VALUES (2);\n");

        MigrationException failure = catchThrowableOfType(
                MigrationException.class, () -> migrations().up());

        assertThat(failure.script()).contains("V2__broken.sql");
        assertThat(failure.line()).hasValue(6);
        assertThat(failure)
                .hasMessageStartingWith("Migration V2 broken [V2__broken.sql] failed (V2__broken.sql, line 6): ")
                .hasMessageContaining("nowhere")
                .hasMessageContaining("\nStatement: INSERT INTO dbo.nowhere (id) VALUES (2)");
    }

    @Test
    void goEndsABatchWhereverItStandsOnItsLine() {
        script(
                "V1__users.sql",
                "CREATE TABLE dbo.users (id INT NOT NULL PRIMARY KEY)\ngo -- and now rows\n"
                        + "INSERT INTO dbo.users (id) VALUES (1)\n\tGo\t\n"
                        + "INSERT INTO dbo.users (id) VALUES (2) GO INSERT INTO dbo.users (id) VALUES (3)\nGO");

        migrations().up();

        assertThat(strings("SELECT id FROM dbo.users ORDER BY id")).containsExactly("1", "2", "3");
    }

    @Test
    void goWithASemicolonEndsNoBatch() {
        script(
                "V1__users.sql",
                "CREATE TABLE dbo.users (id INT NOT NULL PRIMARY KEY)\nGO;\n"
                        + "CREATE TABLE dbo.comments (id INT NOT NULL PRIMARY KEY)\n");
        Migrations migrations = migrations();

        assertThatThrownBy(migrations::up)
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("V1__users.sql")
                .hasMessageContaining("GO");
        assertThat(tables()).doesNotContain("users", "comments");
    }

    @Test
    void goInALiteralACommentOrABlockEndsNoBatch() {
        script("V1__texts.sql", "CREATE TABLE dbo.texts (text NVARCHAR(50) NOT NULL);");
        script(
                "V2__text.sql",
                "INSERT INTO dbo.texts (text) VALUES (N'a\nGO\n');\n"
                        + "INSERT INTO dbo.texts (text) /*\nGO\n*/ VALUES (N'b') -- GO\n;\n"
                        + "BEGIN\nINSERT INTO dbo.texts (text) SELECT N'c' AS\nGO\n;\nEND\n");

        migrations().up();

        assertThat(strings("SELECT text FROM dbo.texts ORDER BY text")).containsExactly("a\nGO\n", "b", "c");
    }

    @Test
    void aFailedUndoLeavesTheHistoryAlone() {
        threeMigrations();
        script("U3__add_comments.sql", "DROP TABLE dbo.comments;\nGO\nDROP TABLE dbo.nowhere;\n");
        Migrations migrations = migrations();
        migrations.up();

        MigrationException failure = catchThrowableOfType(MigrationException.class, () -> migrations.down());

        assertThat(failure.script()).contains("U3__add_comments.sql");
        assertThat(failure.line()).hasValue(3);
        assertThat(failure)
                .hasMessageStartingWith(
                        "Undo of V3 add comments [V3__add_comments.sql] failed (U3__add_comments.sql, line 3): ")
                .hasMessageContaining("Statement: DROP TABLE dbo.nowhere");
        assertThat(migrations.history())
                .extracting(row -> row.migration().version())
                .containsExactly("1", "2", "3");
        assertThat(tables()).noneMatch(name -> name.startsWith("palindrome_undo"));
    }

    @Test
    void downRefusesAVersionWithoutUndoBeforeChangingAnything() {
        threeMigrations();
        delete("U2__phone.sql");
        Migrations migrations = migrations();
        migrations.up();

        assertThatThrownBy(migrations::downToBase)
                .isInstanceOf(MigrationException.class)
                .hasMessage(
                        "V2 phone [V2__phone.sql] has no undo. Write U2__phone.sql beside it. Nothing has been changed.");
        assertThat(migrations.current()).map(Migration::version).contains("3");
        assertThat(tables()).contains("comments");
    }

    @Test
    void anUndoScriptThatIsNotNamedLikeOneIsPointedOut() {
        script("V1__users.sql", "CREATE TABLE dbo.users (id INT NOT NULL PRIMARY KEY);");
        script("U1_users.sql", "DROP TABLE dbo.users;");
        Migrations migrations = migrations();
        migrations.up();

        assertThatThrownBy(migrations::down)
                .isInstanceOf(MigrationException.class)
                .hasMessage("V1 users [V1__users.sql] has no undo. U1_users.sql looks like its undo, but is not named"
                        + " like one: rename it to U1__users.sql. Nothing has been changed.");
    }

    @Test
    void downRefusesWhatIsDeclaredIrreversible() {
        threeMigrations();
        script("U3__add_comments.sql", "-- palindrome: irreversible comments come from outside\n");
        Migrations migrations = migrations();
        migrations.up();

        assertThatThrownBy(migrations::down)
                .hasMessage("V3 add comments [V3__add_comments.sql] is declared irreversible in U3__add_comments.sql:"
                        + " the database cannot go below version 3. Nothing has been changed.");
    }

    @Test
    void wrongRequestsAreRefused() {
        threeMigrations();
        Migrations migrations = migrations();
        migrations.upTo("2");

        assertRefused(() -> migrations.up(0), "up(0): the number of migrations to apply must be at least 1.");
        assertRefused(() -> migrations.up(2), "up(2): versioned migrations pending: 1. Use up() to apply all of them.");
        assertRefused(() -> migrations.down(0), "down(0): the number of migrations to undo must be at least 1.");
        assertRefused(
                () -> migrations.down(3), "down(3): migrations applied: 2. Use downToBase() to undo all of them.");
        assertRefused(() -> migrations.downTo("9"), "There is no version 9. The versions are: 1, 2, 3.");
        assertRefused(() -> migrations.upTo("9"), "There is no version 9. The versions are: 1, 2, 3.");
        assertRefused(
                () -> migrations.downTo("3"),
                "downTo(\"3\") only goes down, but the database is at version 2. Use upTo(\"3\").");
        assertRefused(
                () -> migrations.upTo("1"),
                "upTo(\"1\") only goes up, but the database is at version 2. Use downTo(\"1\").");
        assertRefused(
                () -> migrations.upTo("newest"),
                "\"newest\" is not a version. A version is written as in the file's name, such as 3 or 1.1.");
        assertThat(migrations.current()).map(Migration::version).contains("2");
    }

    @Test
    void downWithNothingAppliedIsRefused() {
        threeMigrations();

        assertRefused(() -> migrations().down(), "down(1): nothing is applied that could be undone.");
    }

    @Test
    void stampNotesAVersionWithoutRunningAnything() throws SQLException {
        threeMigrations();
        Database database = database();
        execute(
                database,
                "CREATE TABLE dbo.users (id INT NOT NULL PRIMARY KEY, name NVARCHAR(50) NOT NULL, phone NVARCHAR(20) NULL)");
        Migrations migrations = migrations(database);

        migrations.stamp("2");

        assertThat(migrations.current()).map(Migration::version).contains("2");
        assertThat(migrations.pending()).extracting(Migration::version).containsExactly("3");
        assertThat(migrations.up()).extracting(Migration::version).containsExactly("3");
        assertThat(migrations.downTo("1")).extracting(Migration::version).containsExactly("3", "2");
        assertThat(migrations.current()).map(Migration::version).contains("1");
        assertThat(migrations.downToBase()).extracting(Migration::version).containsExactly("1");
        assertThat(migrations.current()).isEmpty();
        assertThat(migrations.history()).isEmpty();
    }

    @Test
    void whatIsThereWithoutAHistoryIsToBeStamped() throws SQLException {
        threeMigrations();
        Database database = database();
        execute(database, "CREATE TABLE dbo.legacy (id INT NOT NULL PRIMARY KEY)");

        assertThatThrownBy(() -> migrations(database).up())
                .isInstanceOf(MigrationException.class)
                .hasMessageStartingWith("Migrating was refused by Flyway: Found non-empty schema(s) ")
                .hasMessageEndingWith(" Here that is stamp(\"<version>\").");
    }

    @Test
    void stampBelowEveryScriptIsABaseline() throws SQLException {
        script("V6__users.sql", "ALTER TABLE dbo.legacy ADD name NVARCHAR(50) NULL;");
        Database database = database();
        execute(database, "CREATE TABLE dbo.legacy (id INT NOT NULL PRIMARY KEY)");
        Migrations migrations = migrations(database);

        migrations.stamp("5");

        assertThat(migrations.current()).map(Migration::version).contains("5");
        assertThat(migrations.up()).extracting(Migration::version).containsExactly("6");
    }

    @Test
    void stampRefusesADatabaseWithAHistoryAndAnUnknownVersion() {
        threeMigrations();
        Migrations migrations = migrations();
        assertRefused(() -> migrations.stamp("7"), "There is no version 7. The versions are: 1, 2, 3.");
        migrations.upTo("1");

        assertRefused(
                () -> migrations.stamp("2"),
                "stamp(\"2\"): dbo.flyway_schema_history already says that the database is at version 1. Only a"
                        + " database without a history can be stamped.");
    }

    @Test
    void previewShowsWhatWouldRunAndRunsNothing() {
        flyway.put("placeholders.who", "admin");
        threeMigrations();
        script(
                "V4__admin.sql",
                "INSERT INTO dbo.users (id, name) VALUES (1, N'${who}');\nGO\nDELETE FROM dbo.users;\n");
        Migrations migrations = migrations();
        migrations.upTo("2");

        String preview = migrations.preview();

        assertThat(preview.replaceAll(";(?=\nGO)", "")).isEqualTo("""
                        -- V3 add comments [V3__add_comments.sql]
                        CREATE TABLE dbo.comments (id INT NOT NULL PRIMARY KEY, text NVARCHAR(200) NOT NULL)
                        GO

                        -- V4 admin [V4__admin.sql]
                        INSERT INTO dbo.users (id, name) VALUES (1, N'admin')
                        GO
                        DELETE FROM dbo.users
                        GO

                        """);
        assertThat(migrations.current()).map(Migration::version).contains("2");
        assertThat(tables()).doesNotContain("comments");
    }

    @Test
    void previewListsJavaMigrationsAndShowsCallbacks() {
        Migrations migrations = ObservedMigrations.of(
                database(), databases(), new MigrationSettings(List.of("classpath:db/java"), flyway));

        assertThat(migrations.preview())
                .contains("-- V2 Add name [db.java.V2__Add_name], a Java migration, not run\n")
                .contains("-- callback [afterMigrate.sql]\nUPDATE dbo.names SET name = name");
        assertThat(tables()).isEmpty();
    }

    @Test
    void previewIsEmptyWhereNothingIsPending() {
        threeMigrations();
        Migrations migrations = migrations();
        migrations.up();

        assertThat(migrations.preview()).isEmpty();
    }

    @Test
    void aChangedRepeatableMigrationWaitsForTheNewestVersion() {
        requires("CREATE OR ALTER VIEW dbo.probe AS SELECT 1 AS one");
        threeMigrations();
        script("R__phones.sql", "CREATE OR ALTER VIEW dbo.phones AS SELECT phone FROM dbo.users");
        Database database = database();
        migrations(database).up();
        script("R__phones.sql", "CREATE OR ALTER VIEW dbo.phones AS SELECT phone, name FROM dbo.users");
        script("V4__tags.sql", "CREATE TABLE dbo.tags (id INT NOT NULL PRIMARY KEY);");
        script("V5__dates.sql", "CREATE TABLE dbo.dates (id INT NOT NULL PRIMARY KEY);");

        assertThat(migrations(database).upTo("4"))
                .extracting(Migration::version)
                .containsExactly("4");
        script("V1__users.sql", "CREATE TABLE dbo.users (id INT NOT NULL PRIMARY KEY);");
        assertThatThrownBy(() -> migrations(database).upTo("5"))
                .hasMessageContaining("mismatch for migration version 1");
    }

    @Test
    void withheldRepeatableMigrationsDoNotKeepValidationFromLooking() {
        requires("CREATE OR ALTER VIEW dbo.probe AS SELECT 1 AS one");
        threeMigrations();
        script("R__phones.sql", "CREATE OR ALTER VIEW dbo.phones AS SELECT phone FROM dbo.users");
        Database database = database();
        migrations(database).up();
        script("R__phones.sql", "CREATE OR ALTER VIEW dbo.phones AS SELECT phone, name FROM dbo.users");
        script("V1__users.sql", "CREATE TABLE dbo.users (id INT NOT NULL PRIMARY KEY);");
        script("V4__tags.sql", "CREATE TABLE dbo.tags (id INT NOT NULL PRIMARY KEY);");
        script("V5__dates.sql", "CREATE TABLE dbo.dates (id INT NOT NULL PRIMARY KEY);");

        assertThatThrownBy(() -> migrations(database).upTo("4"))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("mismatch for migration version 1");
        assertThat(tables()).doesNotContain("tags");
    }

    @Test
    void afterAFailureNothingGoesUp() {
        script("V1__users.sql", "CREATE TABLE dbo.users (id INT NOT NULL PRIMARY KEY);");
        script("V2__broken.sql", "INSERT INTO dbo.nowhere (id) VALUES (2);");
        script("V2__broken.sql.conf", "executeInTransaction=false");
        Migrations migrations = migrations();
        assertThatThrownBy(migrations::up).hasMessageContaining("is still there");

        String message = "V2 broken [V2__broken.sql] failed on its way up, and what it did before was not rolled back:"
                + " nobody knows what there is to undo or to go on from. Start from a fresh database.";
        assertRefused(migrations::up, message);
        assertRefused(() -> migrations.up(1), message);
        assertRefused(() -> migrations.upTo("2"), message);
        assertRefused(migrations::down, message);
        assertRefused(() -> migrations.stamp("1"), message);
        assertThat(migrations.current()).map(Migration::version).contains("1");
        assertThat(migrations.history()).extracting(AppliedMigration::succeeded).containsExactly(true, false);
    }

    @Test
    void whatIsBelowAFailureStays() {
        script("V1__log.sql", "CREATE TABLE dbo.log (event NVARCHAR(50) NOT NULL);");
        script("V2__rows.sql", "INSERT INTO dbo.log (event) VALUES (N'second');");
        script(
                "V3__broken.sql",
                "INSERT INTO dbo.log (event) VALUES (N'third');\nINSERT INTO dbo.nowhere (id) VALUES (2);");
        Migrations migrations = migrations();

        assertThatThrownBy(migrations::up).hasMessageContaining("V3__broken.sql");
        assertThat(strings("SELECT event FROM dbo.log")).containsExactly("second");
        assertThat(migrations.current()).map(Migration::version).contains("2");
    }

    @Test
    void callbacksSeeWhatIsBelowThem() {
        requires("CREATE OR ALTER VIEW dbo.probe AS SELECT 1 AS one");
        script(
                "V1__log.sql",
                "CREATE TABLE dbo.log (event NVARCHAR(50) NOT NULL);\nINSERT INTO dbo.log VALUES (N'first');");
        script("R__events.sql", "CREATE OR ALTER VIEW dbo.events AS SELECT event FROM dbo.log");
        script("beforeRepeatables.sql", "UPDATE dbo.log SET event = N'seen';");

        migrations().up();

        assertThat(strings("SELECT event FROM dbo.log")).containsExactly("seen");
    }

    @Test
    void aCallbackThatFailsFailsOnce() {
        script("V1__log.sql", "CREATE TABLE dbo.log (event NVARCHAR(50) NOT NULL);");
        script("beforeMigrate.sql", "CREATE TABLE dbo.runs (n INT NOT NULL);\nGO\nINSERT INTO dbo.nowhere VALUES (1);");

        assertThatThrownBy(() -> migrations().up()).hasMessageContaining("nowhere");
    }

    @Test
    void aMigrationReadsTheHistoryOfThoseBelowIt() {
        script("V1__log.sql", "CREATE TABLE dbo.log (event NVARCHAR(50) NOT NULL);");
        script(
                "V2__rows.sql",
                "INSERT INTO dbo.log SELECT [version] FROM dbo.flyway_schema_history WHERE [version] IS NOT NULL;");

        migrations().up();

        assertThat(strings("SELECT event FROM dbo.log")).containsExactly("1");
    }

    @Test
    void aScriptThatCannotBeReadStopsNothingBelowIt() {
        script("V1__log.sql", "CREATE TABLE dbo.log (event NVARCHAR(50) NOT NULL);");
        script("V2__broken.sql", "INSERT INTO dbo.log (event) VALUES (N'second);");
        Migrations migrations = migrations();

        assertThatThrownBy(migrations::up)
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("V2__broken.sql");
        assertThat(migrations.current()).map(Migration::version).contains("1");
    }

    @Test
    void upNoticesAnEditedMigrationWhereNothingIsPending() {
        threeMigrations();
        Database database = database();
        migrations(database).up();
        script("V1__users.sql", "CREATE TABLE dbo.users (id INT NOT NULL PRIMARY KEY);");

        assertThatThrownBy(() -> migrations(database).up())
                .isInstanceOf(MigrationException.class)
                .hasMessageStartingWith("Migrating was refused by Flyway: ")
                .hasMessageContaining("mismatch for migration version 1");
        assertThatThrownBy(() -> migrations(database).upTo("3")).isInstanceOf(MigrationException.class);
    }

    @Test
    void callbacksFireWhereNothingIsPending() {
        script("V1__log.sql", "CREATE TABLE dbo.log (event NVARCHAR(50) NOT NULL);");
        script("afterMigrate.sql", "INSERT INTO dbo.log (event) VALUES (N'after');");
        Migrations migrations = migrations();

        migrations.up();
        migrations.up();

        assertThat(strings("SELECT event FROM dbo.log")).containsExactly("after", "after");
    }

    @Test
    void aBaselineScriptAboveTheTargetIsLeftOut() {
        threeMigrations();
        script("B3__all.sql", "CREATE TABLE dbo.users (id INT NOT NULL PRIMARY KEY, name NVARCHAR(50) NOT NULL);");
        Migrations migrations = migrations();

        assertThat(migrations.all())
                .extracting(Migration::toString)
                .contains("V3 add comments [V3__add_comments.sql]", "B3 all [B3__all.sql]");
        assertThat(migrations.upTo("2")).extracting(Migration::version).containsExactly("1", "2");
        assertThat(migrations.up()).extracting(Migration::script).containsExactly("V3__add_comments.sql");
    }

    @Test
    void aBaselineScriptAtTheTargetStandsForThoseBelow() {
        threeMigrations();
        script("B2__all.sql", "CREATE TABLE dbo.users (id INT NOT NULL PRIMARY KEY, name NVARCHAR(50) NOT NULL);");
        Migrations migrations = migrations();

        assertThat(migrations.upTo("2")).extracting(Migration::script).containsExactly("B2__all.sql");
        assertRefused(
                migrations::down,
                "B2 all [B2__all.sql] is a baseline script, which nothing undoes: the database cannot go below version"
                        + " 2. Nothing has been changed.");
    }

    @Test
    void stampFollowsUponGoingDownToTheBase() {
        threeMigrations();
        Migrations migrations = migrations();
        migrations.up();
        migrations.downToBase();

        migrations.stamp("2");
        assertThat(migrations.current()).map(Migration::version).contains("2");
    }

    @Test
    void stampDoesNotMindTheNoteThatFlywayMadeTheSchema() {
        flyway.put("defaultSchema", "app");
        script("V1__users.sql", "CREATE TABLE app.users (id INT NOT NULL PRIMARY KEY);");
        script("U1__users.sql", "DROP TABLE app.users;");
        Migrations migrations = migrations();
        migrations.up();
        migrations.down();

        migrations.stamp("1");
        assertThat(migrations.current()).map(Migration::version).contains("1");
    }

    @Test
    void anUndoWithoutAStatementIsRefused() {
        threeMigrations();
        script("U3__add_comments.sql", "-- nothing to see here\nGO\n");
        Migrations migrations = migrations();
        migrations.up();

        assertRefused(
                migrations::down,
                "U3__add_comments.sql has no statement, so it does not undo V3 add comments [V3__add_comments.sql]."
                        + " Write what does, or declare in it: -- palindrome: irreversible <reason>. Nothing has been"
                        + " changed.");
        script("U3__add_comments.sql", "-- palindrome: irreversable typo\nDROP TABLE dbo.comments;");
        assertThatThrownBy(() -> migrations(opened.get(0)).down())
                .hasMessageStartingWith("U3__add_comments.sql, line 1: there is no declaration \"irreversable\".");
        assertThat(migrations.current()).map(Migration::version).contains("3");
    }

    @Test
    void aLicenceAboveDoesNotHideThatAMigrationIsIrreversible() {
        threeMigrations();
        script("U3__add_comments.sql", "/* licence */\n-- palindrome: irreversible gone\nDROP TABLE dbo.comments;\n");
        Migrations migrations = migrations();
        migrations.up();

        assertThatThrownBy(migrations::down)
                .hasMessageContaining(" is declared irreversible in U3__add_comments.sql: ");
    }

    @Test
    void aFailedCallbackNamesScriptLineAndStatement() {
        script("V1__users.sql", "CREATE TABLE dbo.users (id INT NOT NULL PRIMARY KEY);");
        script("beforeMigrate.sql", "-- tidy\nDELETE FROM dbo.nope;");

        MigrationException failure = catchThrowableOfType(
                MigrationException.class, () -> migrations().up());

        assertThat(failure.script()).contains("beforeMigrate.sql");
        assertThat(failure.line()).hasValue(2);
        assertThat(failure)
                .hasMessageStartingWith("Migrating failed (beforeMigrate.sql, line 2): ")
                .hasMessageContaining("nope")
                .hasMessageContaining("\nStatement: DELETE FROM dbo.nope");
    }

    @Test
    void aFailedUndoSaysWhatWasUndoneBeforeIt() {
        threeMigrations();
        script("U1__users.sql", "DROP TABLE dbo.nowhere;");
        Migrations migrations = migrations();
        migrations.up();

        assertThatThrownBy(migrations::downToBase)
                .hasMessageStartingWith("Undo of V1 users [V1__users.sql] failed (U1__users.sql, line 1): ")
                .hasMessageEndingWith("\nUndone before it: V3, V2; the database is at V1.");
        assertThat(migrations.current()).map(Migration::version).contains("1");
    }

    @Test
    void flywaysLogSaysWhatIsUndone() throws ClassNotFoundException {
        threeMigrations();
        Migrations migrations = migrations();
        migrations.up();

        try (CapturedLog log = new CapturedLog(Class.forName("org.flywaydb.core.internal.command.DbMigrate"))) {
            migrations.down();
            assertThat(log.lines()).anyMatch(line -> line.contains("\"1 - undo of V3\""));
        }
    }

    @Test
    void anEncodingInAScriptConfigurationCounts() throws IOException {
        script("V1__texts.sql", "CREATE TABLE dbo.texts (text NVARCHAR(50) NOT NULL);");
        Files.writeString(
                folder.resolve("V2__text.sql"),
                "INSERT INTO dbo.texts (text) VALUES (N'Füße');",
                StandardCharsets.ISO_8859_1);
        script("V2__text.sql.conf", "encoding=ISO-8859-1");
        migrations().up();

        assertThat(strings("SELECT text FROM dbo.texts")).containsExactly("Füße");
    }

    @Test
    void javaMigrationsAreFoundOnceInOverlappingLocations() {
        Migrations migrations = ObservedMigrations.of(
                database(),
                databases(),
                new MigrationSettings(List.of("classpath:db/java", "classpath:db/java", "classpath:db/ja*"), flyway));

        assertThat(migrations.up()).extracting(Migration::version).containsExactly("1", "2");
    }

    @Test
    void aTimestampInAScriptDoesNotChangeIt() {
        script("V1__texts.sql", "CREATE TABLE dbo.texts (text NVARCHAR(50) NOT NULL);");
        script("V2__text.sql", "INSERT INTO dbo.texts (text) VALUES (N'${flyway:timestamp}');");
        Database database = database();
        migrations(database).upTo("2");

        assertThat(migrations(database).up()).isEmpty();
    }

    @Test
    void previewMakesTheSchemaAndKnowsTheTable() {
        flyway.put("defaultSchema", "app");
        script("V1__users.sql", "CREATE TABLE app.users (id INT NOT NULL PRIMARY KEY); -- ${flyway:table}\n");
        script("V2__note.sql", "INSERT INTO app.notes (text) VALUES (N'${flyway:table}')");

        assertThat(migrations().preview())
                .startsWith("-- schema app\nCREATE SCHEMA [app]\nGO\n\n-- V1 users [V1__users.sql]\n")
                .contains("VALUES (N'flyway_schema_history')")
                .doesNotContain("palindrome_preview");
    }

    @Test
    void previewTellsAMigrationFromACallbackWithTheSameStatement() {
        script("V1__users.sql", "DELETE FROM dbo.users");
        script("afterMigrate.sql", "DELETE FROM dbo.users");

        assertThat(migrations().preview().replace(";\n", "\n"))
                .isEqualTo("-- V1 users [V1__users.sql]\nDELETE FROM dbo.users\nGO\n\n"
                        + "-- callback [afterMigrate.sql]\nDELETE FROM dbo.users\nGO\n\n");
    }

    @Test
    void previewShowsACallbackWithoutPlaceholderReplacement() {
        script("V1__users.sql", "DELETE FROM dbo.users");
        script("afterMigrate.sql", "INSERT INTO dbo.users (name) VALUES (N'${none}')");
        script("afterMigrate.sql.conf", "placeholderReplacement=false");

        assertThat(migrations().preview())
                .contains("-- callback [afterMigrate.sql]\nINSERT INTO dbo.users (name) VALUES (N'${none}')");
    }

    @Test
    void previewOfWhatFlywayRefusesIsAnError() {
        script("V1__users.sql", "CREATE TABLE dbo.users (name NVARCHAR(50) DEFAULT N'${none}')");

        assertThatThrownBy(() -> migrations().preview())
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("none");
    }

    @Test
    void springBatchGoesUpAndDown() throws IOException {
        requires("CREATE SEQUENCE dbo.probe START WITH 0 MINVALUE 0 MAXVALUE 9223372036854775807 NO CACHE NO CYCLE");
        schemaOf("org/springframework/batch/core");
        Migrations migrations = migrations();

        migrations.up();
        assertThat(tables())
                .contains("batch_job_instance", "batch_step_execution_context")
                .hasSize(7);
        migrations.downToBase();
        assertThat(tables()).containsExactly("flyway_schema_history");
    }

    @Test
    void springSessionGoesUpAndDown() throws IOException {
        schemaOf("org/springframework/session/jdbc");
        Migrations migrations = migrations();

        migrations.up();
        assertThat(tables()).containsExactly("flyway_schema_history", "spring_session", "spring_session_attributes");
        migrations.downToBase();
        assertThat(tables()).containsExactly("flyway_schema_history");
    }

    private void schemaOf(String folderInJar) throws IOException {
        script("V1__schema.sql", resource(folderInJar + "/schema-sqlserver.sql"));
        script("U1__schema.sql", resource(folderInJar + "/schema-drop-sqlserver.sql"));
    }

    private static String resource(String name) throws IOException {
        try (var stream = MigrationsTestCase.class.getClassLoader().getResourceAsStream(name)) {
            assertThat(stream).as(name).isNotNull();
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    void threeMigrations() {
        script("V1__users.sql", "CREATE TABLE dbo.users (id INT NOT NULL PRIMARY KEY, name NVARCHAR(50) NOT NULL);\n");
        script("U1__users.sql", "DROP TABLE dbo.users;\n");
        script(
                "V2__phone.sql",
                "ALTER TABLE dbo.users ADD phone NVARCHAR(20) NULL;\nGO\nUPDATE dbo.users SET phone = N'-';\n");
        script("U2__phone.sql", "ALTER TABLE dbo.users DROP COLUMN phone;\n");
        script(
                "V3__add_comments.sql",
                "CREATE TABLE dbo.comments (id INT NOT NULL PRIMARY KEY, text NVARCHAR(200) NOT NULL);\n");
        script("U3__add_comments.sql", "DROP TABLE dbo.comments;\n");
    }

    void script(String name, String text) {
        try {
            Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void delete(String name) {
        assertThat(folder.resolve(name).toFile().delete()).isTrue();
    }

    Database database() {
        Database database = databases().create("migrations", DatabaseOptions.DEFAULT);
        opened.add(database);
        return database;
    }

    Migrations migrations() {
        return migrations(database());
    }

    Migrations migrations(Database database) {
        return ObservedMigrations.of(
                database, databases(), new MigrationSettings(List.of("filesystem:" + folder), flyway));
    }

    /** Of the database opened last, in lower case, which one server reports them in. */
    private List<String> tables() {
        return strings("SELECT LOWER(TABLE_NAME) FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_TYPE = 'BASE TABLE'"
                + " AND TABLE_SCHEMA IN ('dbo', 'app') ORDER BY 1");
    }

    private List<String> strings(String sql) {
        try {
            return QueriedRows.of(opened.get(opened.size() - 1), sql);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static void execute(Database database, String sql) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            connection.createStatement().execute(sql);
        }
    }

    private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(MigrationException.class).hasMessage(message);
    }
}
