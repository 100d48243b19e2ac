package dev.palindrome.database.sqlserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.CountingDataSource;
import dev.palindrome.database.BackupLocation;
import dev.palindrome.database.Database;
import dev.palindrome.database.DatabaseException;
import dev.palindrome.database.DatabaseOptions;
import dev.palindrome.database.Databases;
import dev.palindrome.database.StartingPoint;
import dev.palindrome.database.definition.DatabaseMark;
import dev.palindrome.engine.SqlServerEngine;
import dev.palindrome.engine.TestEngine;
import dev.palindrome.engine.TestServerFiles;
import dev.palindrome.sql.ScriptedRow;
import dev.palindrome.sql.ScriptedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whole conversations about databases that begin with a backup. */
class SqlServerBackupStartTest {

    private static final String ON_SERVER = "/backup/prod.bak";

    @TempDir
    private Path folder;

    private final ScriptedServer server = new ScriptedServer();
    private final TestServerFiles files = new TestServerFiles();
    private final SqlServerEngine existing = TestEngine.on(server, new CountingDataSource());
    private final SqlServerEngine container = TestEngine.inContainer(server, files, false);

    SqlServerBackupStartTest() {
        there("db-host", "")
                .answering("RESTORE HEADERONLY", full(1, "Sales"))
                .answering("RESTORE FILELISTONLY", file("Sales", "D"), file("Sales_log", "L"));
    }

    /** What the server is like, what is in the file, the restoring with options and mark, its state, owner, users. */
    @Test
    void whatAServerIsTold() {
        Database made = restore(existing, "server:" + ON_SERVER, Map.of("READ_COMMITTED_SNAPSHOT", "ON"));

        String name = made.name();
        assertThat(name).startsWith("palindrome_prod_");
        List<String> orders = orders();
        assertThat(orders.get(0)).startsWith("SELECT CAST(SERVERPROPERTY(N'ProductVersion')");
        assertThat(orders.subList(1, 3))
                .containsExactly(
                        "RESTORE HEADERONLY FROM DISK = N'/backup/prod.bak'",
                        "RESTORE FILELISTONLY FROM DISK = N'/backup/prod.bak' WITH FILE = 1");
        assertThat(orders.get(3)).startsWith("""
                RESTORE DATABASE [%1$s] FROM DISK = N'/backup/prod.bak' WITH FILE = 1, MOVE N'Sales' TO N'/data/%1$s_1.mdf', MOVE N'Sales_log' TO N'/log/%1$s_2.ldf';
                IF EXISTS (SELECT 1 FROM sys.databases WHERE name = N'%1$s' AND state = 0)
                BEGIN
                IF EXISTS (SELECT 1 FROM sys.databases WHERE name = N'%1$s' AND user_access <> 0) EXEC (N'ALTER DATABASE [%1$s] SET MULTI_USER WITH ROLLBACK IMMEDIATE');
                IF EXISTS (SELECT 1 FROM sys.databases WHERE name = N'%1$s' AND is_read_only = 1) EXEC (N'ALTER DATABASE [%1$s] SET READ_WRITE WITH ROLLBACK IMMEDIATE');
                IF EXISTS (SELECT 1 FROM sys.databases WHERE name = N'%1$s' AND recovery_model <> 3) EXEC (N'ALTER DATABASE [%1$s] SET RECOVERY SIMPLE');
                EXEC (N'USE [%1$s]; IF EXISTS (SELECT 1 FROM sys.extended_properties WHERE class = 0 AND name = N''palindrome'') EXEC sys.sp_dropextendedproperty @name = N''palindrome'';
                EXEC sys.sp_addextendedproperty @name = N''palindrome'', @value = N''host=""".formatted(name)).endsWith("''');\nEND");
        assertThat(orders.get(4))
                .startsWith("SELECT state_desc FROM sys.databases")
                .endsWith("N'%s'".formatted(name));
        assertThat(orders.get(5))
                .contains("ALTER AUTHORIZATION ON DATABASE::[%s] TO".formatted(name))
                .contains("SET AUTO_CLOSE OFF")
                .endsWith("ALTER DATABASE [%s] SET READ_COMMITTED_SNAPSHOT ON".formatted(name));
        assertThat(orders.get(6)).startsWith("SELECT COUNT(*) AS orphaned").contains("[%s].sys.".formatted(name));
        assertThat(orders).hasSize(7);
    }

    @Test
    void ofSeveralBackupsTheLastFullOneIsRestored() {
        server.answering(
                "RESTORE HEADERONLY FROM DISK",
                full(1, "Sales"),
                set(2, "2", "Sales"),
                full(3, "Sales"),
                set(4, "5", "Sales"));

        restore(existing, "server:" + ON_SERVER);

        assertThat(orders())
                .contains("RESTORE FILELISTONLY FROM DISK = N'/backup/prod.bak' WITH FILE = 3")
                .anyMatch(sql -> sql.startsWith("RESTORE DATABASE") && sql.contains("WITH FILE = 3, MOVE"));
    }

    @Test
    void everyFileGetsAPlaceOfItsOwn() {
        server.answering(
                "RESTORE FILELISTONLY FROM DISK",
                file("Sales", "D"),
                file("Sales_log", "L"),
                file("Sales's 2", "D"),
                file("Documents", "S"),
                file("InMemory", "S"),
                file("Catalogue", "F"),
                file("Sales_log2", "L"));

        Database made = restore(existing, "server:" + ON_SERVER);

        assertThat(orders().get(3))
                .startsWith(("RESTORE DATABASE [%1$s] FROM DISK = N'/backup/prod.bak' WITH FILE = 1,"
                                + " MOVE N'Sales' TO N'/data/%1$s_1.mdf',"
                                + " MOVE N'Sales_log' TO N'/log/%1$s_2.ldf',"
                                + " MOVE N'Sales''s 2' TO N'/data/%1$s_3.ndf',"
                                + " MOVE N'Documents' TO N'/data/%1$s_4',"
                                + " MOVE N'InMemory' TO N'/data/%1$s_5',"
                                + " MOVE N'Catalogue' TO N'/data/%1$s_6',"
                                + " MOVE N'Sales_log2' TO N'/log/%1$s_7.ldf';")
                        .formatted(made.name()));
    }

    /** The second database is restored from the same copy. */
    @Test
    void aFileIsCopiedIntoAContainerOnce() throws IOException {
        Path backup = write("prod.bak", "TAPE");
        Databases databases = Databases.on(container);

        databases.create("one", options(backup.toString()));
        databases.create("two", options(backup.toString()));

        assertThat(files.done())
                .singleElement()
                .asString()
                .matches("copy prod\\.bak to /var/opt/mssql/data/palindrome_start_[0-9a-f]{16}\\.bak");
        String copy = files.done().get(0).replace("copy prod.bak to ", "");
        assertThat(orders())
                .filteredOn(sql -> sql.startsWith("RESTORE DATABASE"))
                .hasSize(2)
                .allMatch(sql -> sql.contains(" FROM DISK = N'%s' WITH".formatted(copy)));
    }

    @Test
    void aFileThatHasChangedIsCopiedAgain() throws IOException {
        Path backup = write("prod.bak", "TAPE");
        Databases databases = Databases.on(container);
        databases.create("one", options(backup.toString()));

        write("prod.bak", "TAPE, and more");
        databases.create("two", options(backup.toString()));

        assertThat(files.done()).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void whatTheServerSeesIsNotCopiedIntoAContainer() {
        restore(container, "server:" + ON_SERVER);

        assertThat(files.done()).isEmpty();
        assertThat(orders()).contains("RESTORE HEADERONLY FROM DISK = N'/backup/prod.bak'");
    }

    @Test
    void aContainerWithoutRoomIsAnError() throws IOException {
        Path backup = write("prod.bak", "TAPE");
        files.refuse(new IOException("no space left on device"));

        assertThatThrownBy(() -> restore(container, backup.toString()))
                .isInstanceOf(DatabaseException.class)
                .message()
                .matches(
                        "The backup .*prod\\.bak could not be copied to /var/opt/mssql/data/palindrome_start_\\w+\\.bak in"
                                + " the container of SQL Server in container mcr\\.example/mssql:2022: no space left on device\\. See"
                                + " whether Docker has room for it: the copy takes 1 MB, and the restored database as much as the"
                                + " original had reserved\\.");
    }

    @Test
    void aServerOnThisMachineReadsTheFileWhereItLies() throws IOException {
        there(DatabaseMark.ofThisJvm().host().toUpperCase(Locale.ROOT), folder.toString());
        Path backup = write("prod.bak", "TAPE");

        restore(existing, backup.toString());

        assertThat(orders()).contains("RESTORE HEADERONLY FROM DISK = N'%s'".formatted(backup));
    }

    /** This machine's name may be told with its domain, and the server's as NetBIOS cuts it. */
    @Test
    void aServerOnThisMachineIsKnownHoweverItsNameIsCut() throws IOException {
        there(DatabaseMark.ofThisJvm().host() + ".corp.example", folder.toString());
        Path backup = write("prod.bak", "TAPE");

        restore(existing, backup.toString());

        assertThat(orders()).contains("RESTORE HEADERONLY FROM DISK = N'%s'".formatted(backup));
    }

    @Test
    void whereItMayNotACopyIsPutIntoItsOwnFolder() throws IOException {
        Path own = Files.createDirectory(folder.resolve("own"));
        there(DatabaseMark.ofThisJvm().host(), own.toString());
        Path backup = write("prod.bak", "TAPE");
        server.refusing("RESTORE HEADERONLY FROM DISK", cannotOpen(backup.toString(), "5(Access is denied.)"));

        restore(existing, backup.toString());

        try (Stream<Path> copies = Files.list(own)) {
            Path copy = copies.findFirst().orElseThrow();
            assertThat(copy).hasContent("TAPE");
            assertThat(orders())
                    .contains("RESTORE HEADERONLY FROM DISK = N'%s'".formatted(copy))
                    .anyMatch(sql -> sql.startsWith("RESTORE DATABASE") && sql.contains("N'%s'".formatted(copy)));
        }
    }

    @Test
    void whereNobodyCanPutACopyThereTheErrorIsTheServers() throws IOException {
        there(DatabaseMark.ofThisJvm().host(), folder.resolve("none").toString());
        Path backup = write("prod.bak", "TAPE");
        server.refusing("RESTORE HEADERONLY FROM DISK", cannotOpen(backup.toString(), "5(Access is denied.)"));

        assertThatThrownBy(() -> restore(existing, backup.toString()))
                .message()
                .startsWith(
                        "The backup %1$s could not be restored on SQL Server, scripted: Cannot open backup device '%1$s'."
                                        .formatted(backup)
                                + " Operating system error 5(Access is denied.). The account that the server runs as may not read"
                                + " the file. Let it: ");
    }

    @Test
    void aServerElsewhereSeesNoFileOfThisMachine() throws IOException {
        Path backup = write("prod.bak", "TAPE");

        assertThatThrownBy(() -> restore(existing, backup.toString()))
                .isInstanceOf(DatabaseException.class)
                .hasMessage(
                        ("The backup %s lies on this machine, %s, and SQL Server, scripted runs on db-host, which does not"
                                        + " see it. Put the file where the server can read it (a server in a container of yours:"
                                        + " docker cp), and name it as the server sees it, such as"
                                        + " server:/var/opt/mssql/backup/prod.bak. Into containers that Palindrome starts itself, files"
                                        + " are copied.")
                                .formatted(backup, DatabaseMark.ofThisJvm().host()));
        assertThat(server.orders()).noneMatch(sql -> sql.startsWith("RESTORE"));
    }

    /** Each by the first of the numbers that tells; all of them come before 3013. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "RESTORE HEADERONLY FROM|3242|The server does not take the file for a backup",
                "RESTORE FILELISTONLY FROM|3132|The backup is striped",
                "RESTORE FILELISTONLY FROM|33111|The backup, or the database in it, is encrypted",
                "RESTORE DATABASE|3169|The backup was made by a newer SQL Server",
                "RESTORE DATABASE|3257|Give the server more room",
                "RESTORE DATABASE|3234|The files in it are no longer those",
                "RESTORE DATABASE|3183|The backup is damaged or not whole.",
                "RESTORE DATABASE|3154|Something of that name is on the server already",
                "RESTORE DATABASE|40510|Azure SQL Database restores no backups from files."
            })
    void whatIsRefusedIsExplainedAndDropped(String statement, int number, String advice) {
        SQLException why = new SQLException("It says why.", "S0001", number);
        why.setNextException(new SQLException("RESTORE DATABASE is terminating abnormally.", "S0001", 3013));
        server.refusing(statement, why);

        assertThatThrownBy(() -> restore(existing, "server:" + ON_SERVER))
                .isInstanceOf(DatabaseException.class)
                .hasCause(why)
                .message()
                .startsWith(
                        "The backup server:/backup/prod.bak could not be restored on SQL Server, scripted: It says why. "
                                + advice);
        assertThat(server.orders()).anyMatch(sql -> sql.contains("DROP DATABASE IF EXISTS [palindrome_prod_"));
    }

    @Test
    void aBackupOfANewerServerIsNotEvenTried() {
        server.answering(
                "RESTORE HEADERONLY FROM DISK",
                ScriptedRow.of(
                        "BackupType",
                        "1",
                        "Position",
                        "1",
                        "DatabaseName",
                        "Sales",
                        "DatabaseVersion",
                        "998",
                        "SoftwareVersionMajor",
                        "17",
                        "SoftwareVersionMinor",
                        "0",
                        "SoftwareVersionBuild",
                        "1000"));

        assertThatThrownBy(() -> restore(existing, "server:" + ON_SERVER))
                .isInstanceOf(DatabaseException.class)
                .hasMessage(
                        "The backup server:/backup/prod.bak was made by SQL Server 2025 (17.0.1000), and this server is SQL"
                                + " Server 2022 (16.0.4085.2). SQL Server restores backups of its own version and of older ones, never"
                                + " of newer. Choose a server that is as new:"
                                + " palindrome.image=mcr.microsoft.com/mssql/server:2025-latest, or palindrome.url.");
        assertThat(server.orders()).noneMatch(sql -> sql.startsWith("RESTORE DATABASE"));
    }

    @Test
    void aDatabaseThatDoesNotComeOnlineIsAnError() {
        server.answering("SELECT state_desc FROM sys.databases", ScriptedRow.of("state_desc", "RECOVERY_PENDING"));

        assertThatThrownBy(() -> restore(existing, "server:" + ON_SERVER))
                .hasMessage(
                        "The backup server:/backup/prod.bak could not be restored on SQL Server, scripted: it is restored,"
                                + " but its state is RECOVERY_PENDING. See the server's log where this does not say enough.");
    }

    @Test
    void itsCollationIsThatOfTheBackup() {
        assertThatThrownBy(() -> Databases.on(existing)
                        .create(
                                "prod",
                                new DatabaseOptions(
                                        Optional.of("Latin1_General_CI_AS"),
                                        Map.of(),
                                        new StartingPoint.Backup(new BackupLocation("server:" + ON_SERVER)))))
                .isInstanceOf(DatabaseException.class)
                .hasMessage(
                        "The collation Latin1_General_CI_AS is asked for, but a database that begins with the backup"
                                + " server:/backup/prod.bak has the collation of that. Leave the collation out.");
    }

    private Database restore(SqlServerEngine engine, String location) {
        return restore(engine, location, Map.of());
    }

    private Database restore(SqlServerEngine engine, String location, Map<String, String> options) {
        return Databases.on(engine)
                .create(
                        "prod",
                        new DatabaseOptions(
                                Optional.empty(), options, new StartingPoint.Backup(new BackupLocation(location))));
    }

    private static DatabaseOptions options(String location) {
        return new DatabaseOptions(Optional.empty(), Map.of(), new StartingPoint.Backup(new BackupLocation(location)));
    }

    /** Without the sweep's. */
    private List<String> orders() {
        return server.orders().stream()
                .dropWhile(sql -> !sql.startsWith("SELECT CAST(SERVERPROPERTY(N'ProductVersion')"))
                .toList();
    }

    private ScriptedServer there(String machine, String backups) {
        return server.answering(
                "SELECT CAST(SERVERPROPERTY(N'ProductVersion')" + (backups.isEmpty() ? "" : " AS"),
                ScriptedRow.of(
                        "version",
                        "16.0.4085.2",
                        "database_version",
                        "957",
                        "data_path",
                        "/data/",
                        "log_path",
                        "/log",
                        "backup_path",
                        backups.isEmpty() ? null : backups,
                        "machine",
                        machine));
    }

    private static ScriptedRow full(int position, String database) {
        return set(position, "1", database);
    }

    private static ScriptedRow set(int position, String type, String database) {
        return ScriptedRow.of(
                "BackupName",
                null,
                "BackupType",
                type,
                "Position",
                position,
                "DatabaseName",
                database,
                "DatabaseVersion",
                "904",
                "SoftwareVersionMajor",
                "15",
                "SoftwareVersionMinor",
                "0",
                "SoftwareVersionBuild",
                "4355",
                "IsDamaged",
                "0");
    }

    private static ScriptedRow file(String name, String type) {
        return ScriptedRow.of("LogicalName", name, "PhysicalName", "D:\\Data\\" + name, "Type", type);
    }

    private static SQLException cannotOpen(String path, String why) {
        return new SQLException(
                "Cannot open backup device '%s'. Operating system error %s.".formatted(path, why), "S0001", 3201);
    }

    private Path write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }
}
