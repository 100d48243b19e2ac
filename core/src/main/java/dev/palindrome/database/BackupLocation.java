package dev.palindrome.database;

import dev.palindrome.location.Location;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a backup lies, as a person writes it.
 *
 * @param text as it was written
 */
public record BackupLocation(String text) {

    private static final String SERVER = "server:";

    private static final String CLASSPATH = "classpath:";

    private static final String FILESYSTEM = "filesystem:";

    /** A drive of Windows has one letter, and no slashes of this kind behind its colon. */
    private static final Pattern WEB_ADDRESS =
            Pattern.compile("(?i)^([a-z][a-z0-9+.-]++://)(?:[^/?#]*@)?([^?#]*+).*+", Pattern.DOTALL);

    /**
     * Reads a location.
     *
     * @param text a path of this machine, with or without {@code filesystem:}; a file on the class path behind
     *     {@code classpath:}; or, behind {@code server:}, a path as the server sees it
     * @throws DatabaseException if there is no path in it, or a URL
     */
    public BackupLocation {
        text = text.strip();
        if (text.isEmpty() || text.equals(SERVER) || text.equals(CLASSPATH) || text.equals(FILESYSTEM)) {
            throw new DatabaseException(
                    "backup names no file. Write a path of this machine such as backups/prod.bak, or"
                            + " one that the server sees, such as server:/var/opt/mssql/backup/prod.bak.");
        }
        refuseUrl(text);
    }

    /** What follows the path of a URL, and what comes before its host, may be secret. */
    private static void refuseUrl(String text) {
        Matcher url = WEB_ADDRESS.matcher(withoutPrefix(withoutPrefix(text, SERVER), FILESYSTEM));
        if (url.matches()) {
            throw new DatabaseException(
                    ("The backup %s%s is a URL, and Palindrome restores from files alone (FROM DISK). Fetch the file, such as"
                                    + " by az storage blob download, aws s3 cp or curl, and name it by its path: backups/prod.bak; or"
                                    + " put it where the server sees it: server:/var/opt/mssql/backup/prod.bak.")
                            .formatted(url.group(1), url.group(2)));
        }
    }

    private static String withoutPrefix(String text, String prefix) {
        return text.startsWith(prefix) ? text.substring(prefix.length()).strip() : text;
    }

    /**
     * The path as the server sees it.
     *
     * @return empty where the file is named as this machine sees it
     */
    public Optional<String> onServer() {
        return text.startsWith(SERVER) ? Optional.of(withoutPrefix(text, SERVER)) : Optional.empty();
    }

    /**
     * The file on this machine.
     *
     * @return its absolute path
     * @throws DatabaseException if it is not there, cannot be a path here, or this JVM may not read it
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
        return text.startsWith(CLASSPATH) ? onClassPath() : inFileSystem();
    }

    private Path inFileSystem() {
        try {
            return Path.of(withoutPrefix(text, FILESYSTEM)).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw new DatabaseException(
                    ("The backup %s cannot be a file of this machine: %s. Write a path such as backups/prod.bak, or, where the"
                                    + " file is on the server, the path as the server sees it behind server:.")
                            .formatted(text, e.getReason()),
                    e);
        }
    }

    private Path onClassPath() {
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
