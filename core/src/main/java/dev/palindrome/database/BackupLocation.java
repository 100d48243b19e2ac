package dev.palindrome.database;

import dev.palindrome.location.Location;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a backup lies, as a person writes it.
 *
 * @param text as it was written
 */
public record BackupLocation(String text) {

    private static final String SERVER = "server:";

    private static final String CLASSPATH = "classpath:";

    private static final String FILESYSTEM = "filesystem:";

    /**
     * Reads a location.
     *
     * @param text a path of this machine, with or without {@code filesystem:}; a file on the class path behind
     *     {@code classpath:}; or, behind {@code server:}, a path as the server sees it
     * @throws DatabaseException if there is no path in it
     */
    public BackupLocation {
        text = text.strip();
        if (text.isEmpty() || text.equals(SERVER) || text.equals(CLASSPATH) || text.equals(FILESYSTEM)) {
            throw new DatabaseException(
                    "backup names no file. Write a path of this machine such as backups/prod.bak, or"
                            + " one that the server sees, such as server:/var/opt/mssql/backup/prod.bak.");
        }
    }

    /**
     * The path as the server sees it.
     *
     * @return empty where the file is named as this machine sees it
     */
    public Optional<String> onServer() {
        return text.startsWith(SERVER)
                ? Optional.of(text.substring(SERVER.length()).strip())
                : Optional.empty();
    }

    /**
     * The file on this machine.
     *
     * @return its absolute path
     * @throws DatabaseException if it is not there, or this JVM may not read it
     */
    public Path onThisMachine() {
        Path path = path();
        if (!Files.exists(path)) {
            throw new DatabaseException(
                    ("There is no backup %s: this machine has no file %s. Where the file is on the server,"
                                    + " name it as the server sees it: server:%s.")
                            .formatted(text, path, text));
        }
        if (!Files.isRegularFile(path)) {
            throw new DatabaseException(
                    "The backup %s is no file: %s is a folder. Name the file in it.".formatted(text, path));
        }
        if (!Files.isReadable(path)) {
            throw new DatabaseException(
                    "The backup %s cannot be read: this process may not read %s. Give it the permission."
                            .formatted(text, path));
        }
        return path;
    }

    private Path path() {
        if (!text.startsWith(CLASSPATH)) {
            return Path.of(text.startsWith(FILESYSTEM) ? text.substring(FILESYSTEM.length()) : text)
                    .toAbsolutePath()
                    .normalize();
        }
        String name = text.substring(CLASSPATH.length());
        URL url = Location.contextClassLoader().getResource(name.startsWith("/") ? name.substring(1) : name);
        if (url == null) {
            throw new DatabaseException(
                    "There is no backup %s: nothing on the class path has that name.".formatted(text));
        }
        if (!url.getProtocol().equals("file")) {
            throw new DatabaseException(
                    "The backup %s lies in a jar, and SQL Server restores from files alone. Put it beside the project, and name it by its path."
                            .formatted(text));
        }
        try {
            return Path.of(url.toURI());
        } catch (URISyntaxException e) {
            throw new DatabaseException("The backup %s has no path: %s".formatted(text, e.getMessage()), e);
        }
    }

    /**
     * By what the file is told from what it was before. Nothing of it is read, and it need not be there: who restores it says
     * so, or why it cannot be restored at all.
     *
     * @return path, size and time of the last change; of a file that only the server sees, the path alone
     */
    public String identity() {
        if (onServer().isPresent()) {
            return text;
        }
        try {
            Path path = path();
            return "%s; %d bytes; %s".formatted(path, Files.size(path), Files.getLastModifiedTime(path));
        } catch (IOException | DatabaseException e) {
            return text;
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
