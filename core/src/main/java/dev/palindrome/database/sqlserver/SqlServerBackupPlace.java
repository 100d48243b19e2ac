package dev.palindrome.database.sqlserver;

import dev.palindrome.database.BackupLocation;
import dev.palindrome.database.DatabaseException;
import dev.palindrome.database.backup.BackupFileCheck;
import dev.palindrome.database.backup.BackupServer;
import dev.palindrome.database.definition.DatabaseMark;
import dev.palindrome.database.definition.DatabaseName;
import dev.palindrome.engine.SqlServerEngine;
import dev.palindrome.progress.LongStep;
import dev.palindrome.sql.Sha256;
import dev.palindrome.text.FirstLine;
import dev.palindrome.text.VisibleLog;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Where a server finds the backups that databases begin with. A file of this machine is copied into the server's container
 * once in a JVM; whoever wants another file does not wait for that. A server that runs on this machine without one reads the
 * file where it lies; only where it may not, a copy is put into its own folder for backups.
 */
final class SqlServerBackupPlace {

    private static final VisibleLog LOG = VisibleLog.of(SqlServerBackupPlace.class);

    /** A file as the server sees it, and whether it is a copy of Palindrome's. */
    record OnServer(String path, boolean isCopy) {}

    private final SqlServerEngine engine;
    private final Consumer<Runnable> atTheEnd;
    private final Map<String, SqlServerBackupCopy> copies = new ConcurrentHashMap<>();

    SqlServerBackupPlace(SqlServerEngine engine) {
        this(engine, task -> Runtime.getRuntime().addShutdownHook(new Thread(task, "palindrome backup")));
    }

    /** @param atTheEnd is told what is to be done when this JVM ends */
    SqlServerBackupPlace(SqlServerEngine engine, Consumer<Runnable> atTheEnd) {
        this.engine = engine;
        this.atTheEnd = atTheEnd;
    }

    /** The path at which the server is asked for it first. */
    OnServer of(BackupLocation backup, BackupServer server) {
        if (backup.onServer().isPresent()) {
            return new OnServer(backup.onServer().get(), false);
        }
        Path file = backup.onThisMachine();
        BackupFileCheck.refuseOthers(file, backup.text());
        String name = nameOf(backup);
        if (engine.isContainer()) {
            return copyIn(backup, file, name);
        }
        requireThisMachine(backup, server);
        return Optional.ofNullable(copies.get(name))
                .filter(SqlServerBackupCopy::isThere)
                .map(copy -> new OnServer(copy.path(), true))
                .orElseGet(() -> new OnServer(file.toString(), false));
    }

    private OnServer copyIn(BackupLocation backup, Path file, String name) {
        String path = SqlServerBackup.SERVER_DIRECTORY + name;
        SqlServerBackupCopy copy = copy(name, path, () -> engine.removeFileFromServer(path));
        try {
            copy.make(() ->
                    LongStep.during(LOG, "Copying %s (%s) into the container".formatted(backup, size(file)), step -> {
                        engine.copyFileToServer(file, path);
                        return path;
                    }));
            return new OnServer(path, true);
        } catch (IOException e) {
            throw new DatabaseException(
                    ("The backup %s could not be copied to %s in the container of %s: %s. See whether Docker has room for it: the"
                                    + " copy takes %s, and the restored database as much as the original had reserved.")
                            .formatted(backup, path, engine.describe(), FirstLine.of(e), size(file)),
                    e);
        }
    }

    private SqlServerBackupCopy copy(String name, String path, SqlServerBackupCopy.Action removal) {
        return copies.computeIfAbsent(
                name,
                same -> new SqlServerBackupCopy(
                        path,
                        engine.describe(),
                        removal,
                        engine.outlivesThisJvm() ? Optional.of(atTheEnd) : Optional.empty()));
    }

    private static String size(Path file) {
        try {
            return "%d MB".formatted(Math.max(1, Files.size(file) >> 20));
        } catch (IOException e) {
            return "of unknown size";
        }
    }

    private void requireThisMachine(BackupLocation backup, BackupServer server) {
        String here = DatabaseMark.ofThisJvm().host();
        if (!server.runsOn(here)) {
            throw new DatabaseException(
                    ("The backup %1$s lies on this machine, %2$s, and %3$s runs on %4$s, which does not see it. Put the file"
                                    + " where the server can read it (a server in a container of yours: docker cp), and name it as"
                                    + " the server sees it, such as server:/var/opt/mssql/backup/%5$s. Into containers that"
                                    + " Palindrome starts itself, files are copied.")
                            .formatted(
                                    backup,
                                    here,
                                    engine.describe(),
                                    server.machine().orElse("another one"),
                                    backup.onThisMachine().getFileName()));
        }
    }

    /**
     * A copy in the server's own folder, for a file that the server may not read where it lies.
     *
     * @return empty where this JVM cannot write there either
     */
    Optional<OnServer> besideItsOwn(BackupLocation backup, BackupServer server) {
        if (engine.isContainer()
                || backup.onServer().isPresent()
                || server.backupFolder().isEmpty()) {
            return Optional.empty();
        }
        String name = nameOf(backup);
        return writable(server.backupFolder()).flatMap(folder -> copyTo(folder.resolve(name), name, backup));
    }

    private static Optional<Path> writable(String folder) {
        try {
            return Optional.of(Path.of(folder)).filter(Files::isDirectory).filter(Files::isWritable);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private Optional<OnServer> copyTo(Path file, String name, BackupLocation backup) {
        SqlServerBackupCopy copy = copy(name, file.toString(), () -> Files.deleteIfExists(file));
        try {
            copy.make(() -> LongStep.during(LOG, "Copying %s to %s".formatted(backup, file.getParent()), step -> {
                try (InputStream in = Files.newInputStream(backup.onThisMachine())) {
                    return Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
                }
            }));
            return Optional.of(new OnServer(copy.path(), true));
        } catch (IOException e) {
            LOG.warn("The backup {} could not be copied to {}: {}", backup, file, FirstLine.of(e));
            return Optional.empty();
        }
    }

    /** One name for one state of a file, so that another one does not come in its place while it is restored. */
    private static String nameOf(BackupLocation backup) {
        return DatabaseName.PREFIX + "start_"
                + Sha256.hex(ProcessHandle.current().pid() + backup.identity()).substring(0, 16) + ".bak";
    }
}
