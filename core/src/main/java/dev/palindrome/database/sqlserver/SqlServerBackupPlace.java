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
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where a server finds the backups that databases begin with. A file of this machine is copied into the server's container
 * once in a JVM. A server that runs on this machine without one reads the file where it lies; only where it may not, a copy is
 * put into its own folder for backups. Copies that would outlive this JVM go with it: there are people's rows in them.
 */
final class SqlServerBackupPlace {

    private static final VisibleLog LOG = VisibleLog.of(SqlServerBackupPlace.class);

    /** A file as the server sees it, and whether it is a copy of Palindrome's. */
    record OnServer(String path, boolean isCopy) {}

    /** Takes a copy away again. */
    private interface Removal {
        void run() throws IOException;
    }

    private final SqlServerEngine engine;
    private final Map<String, OnServer> copies = new HashMap<>();

    SqlServerBackupPlace(SqlServerEngine engine) {
        this.engine = engine;
    }

    /** The path at which the server is asked for it first. */
    synchronized OnServer of(BackupLocation backup, BackupServer server) {
        if (backup.onServer().isPresent()) {
            return new OnServer(backup.onServer().get(), false);
        }
        Path file = backup.onThisMachine();
        BackupFileCheck.refuseOthers(file, backup.text());
        if (engine.isContainer()) {
            return copies.computeIfAbsent(nameOf(backup), name -> copyIn(backup, file, name));
        }
        requireThisMachine(backup, server);
        return copies.getOrDefault(nameOf(backup), new OnServer(file.toString(), false));
    }

    private OnServer copyIn(BackupLocation backup, Path file, String name) {
        String path = SqlServerBackup.SERVER_DIRECTORY + name;
        try {
            LongStep.during(LOG, "Copying %s (%s) into the container".formatted(backup, size(file)), step -> {
                engine.copyFileToServer(file, path);
                return path;
            });
        } catch (IOException e) {
            throw new DatabaseException(
                    ("The backup %s could not be copied to %s in the container of %s: %s. See whether Docker has room for it: the"
                                    + " copy takes %s, and the restored database as much as the original had reserved.")
                            .formatted(backup, path, engine.describe(), FirstLine.of(e), size(file)),
                    e);
        }
        return goesWithThisJvm(new OnServer(path, true), () -> engine.removeFileFromServer(path));
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
        if (server.machine().filter(here::equalsIgnoreCase).isEmpty()) {
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
    synchronized Optional<OnServer> besideItsOwn(BackupLocation backup, BackupServer server) {
        if (engine.isContainer()
                || backup.onServer().isPresent()
                || server.backupFolder().isEmpty()) {
            return Optional.empty();
        }
        try {
            Path folder = Path.of(server.backupFolder());
            Path copy = folder.resolve(nameOf(backup));
            if (!Files.isDirectory(folder) || !Files.isWritable(folder)) {
                return Optional.empty();
            }
            LongStep.during(LOG, "Copying %s to %s".formatted(backup, folder), step -> {
                try (InputStream in = Files.newInputStream(backup.onThisMachine())) {
                    return Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
                }
            });
            OnServer place = goesWithThisJvm(new OnServer(copy.toString(), true), () -> Files.deleteIfExists(copy));
            copies.put(nameOf(backup), place);
            return Optional.of(place);
        } catch (IOException | InvalidPathException e) {
            LOG.debug("The backup {} cannot be copied to {}: {}", backup, server.backupFolder(), e.getMessage());
            return Optional.empty();
        }
    }

    /** One name for one state of a file, so that another one does not come in its place while it is restored. */
    private static String nameOf(BackupLocation backup) {
        return DatabaseName.PREFIX + "start_"
                + Sha256.hex(ProcessHandle.current().pid() + backup.identity()).substring(0, 16) + ".bak";
    }

    private OnServer goesWithThisJvm(OnServer copy, Removal removal) {
        if (engine.outlivesThisJvm()) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(copy, removal), "palindrome backup"));
        }
        return copy;
    }

    private void remove(OnServer copy, Removal removal) {
        try {
            removal.run();
        } catch (IOException | RuntimeException e) {
            LOG.warn(
                    "The copy {} on {} could not be deleted; delete it by hand: {}",
                    copy.path(),
                    engine.describe(),
                    FirstLine.of(e));
        }
    }
}
