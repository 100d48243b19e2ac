package dev.palindrome.location;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * A place where files are looked for, as a person writes it.
 *
 * @param text as it was written
 * @param onClasspath false for {@code filesystem:}
 * @param path without the kind of the location, and without a slash at its end
 */
public record Location(String text, boolean onClasspath, String path) {

    private static final String CLASSPATH = "classpath:";
    private static final String FILESYSTEM = "filesystem:";

    /**
     * Reads a location.
     *
     * @param text with {@code classpath:}, which may be left out, or {@code filesystem:}
     * @return empty for a location of another kind
     */
    public static Optional<Location> parse(String text) {
        if (text.startsWith(FILESYSTEM)) {
            return Optional.of(new Location(text, false, withoutSlash(text.substring(FILESYSTEM.length()))));
        }
        String path = text.startsWith(CLASSPATH) ? text.substring(CLASSPATH.length()) : text;
        return path.matches("[a-zA-Z0-9]{2,}:.*")
                ? Optional.empty()
                : Optional.of(new Location(text, true, withoutSlash(path.startsWith("/") ? path.substring(1) : path)));
    }

    private static String withoutSlash(String path) {
        return path.endsWith("/") && path.length() > 1 ? path.substring(0, path.length() - 1) : path;
    }

    /**
     * Another path of the same kind.
     *
     * @param another the path
     * @return the location there, with the same text
     */
    public Location at(String another) {
        return new Location(text, onClasspath, another);
    }

    /**
     * The class loader that users' files are found with.
     *
     * @return the thread's, or Palindrome's own if it has none
     */
    public static ClassLoader contextClassLoader() {
        ClassLoader ofThread = Thread.currentThread().getContextClassLoader();
        return ofThread == null ? Objects.requireNonNull(Location.class.getClassLoader()) : ofThread;
    }

    /**
     * What is there.
     *
     * @param classLoader for locations on the class path
     * @return a file, a folder or nothing
     * @throws IOException if it cannot be read
     */
    public LocationKind kind(ClassLoader classLoader) throws IOException {
        if (path.isEmpty()) {
            return LocationKind.FOLDER;
        }
        return onClasspath ? LocationKind.of(classLoader.getResource(path)) : LocationKind.of(Path.of(path));
    }

    /**
     * The file that is there.
     *
     * @param classLoader for locations on the class path
     * @return empty if there is none
     * @throws IOException if it cannot be read
     */
    public Optional<LocatedFile> file(ClassLoader classLoader) throws IOException {
        if (kind(classLoader) != LocationKind.FILE) {
            return Optional.empty();
        }
        if (!onClasspath) {
            Path file = Path.of(path);
            return Optional.of(new LocatedFile(Files.size(file), () -> Files.newInputStream(file)));
        }
        URL url = Objects.requireNonNull(classLoader.getResource(path));
        URLConnection connection = LocatedFolder.open(url);
        try (InputStream probe = connection.getInputStream()) {
            Objects.requireNonNull(probe);
            return Optional.of(new LocatedFile(connection.getContentLengthLong(), LocatedFolder.content(url)));
        }
    }

    /**
     * Reads the folder that is there; on the class path all of this path, since several folders and jars may have it.
     *
     * @param classLoader for locations on the class path
     * @param missing makes an error of why there is none
     * @param reader takes each in
     * @throws IOException if one cannot be read
     */
    public void folders(
            ClassLoader classLoader, Function<String, ? extends RuntimeException> missing, LocatedFolder.Reader reader)
            throws IOException {
        if (onClasspath) {
            List<URL> roots = Collections.list(classLoader.getResources(path));
            if (roots.isEmpty()) {
                throw missing.apply("No folder or jar on the class path has " + path);
            }
            for (URL root : roots) {
                read(root, reader);
            }
        } else {
            Path root = Path.of(path.isEmpty() ? "." : path);
            if (!Files.isDirectory(root)) {
                throw missing.apply(
                        "There is no folder " + root.toAbsolutePath().normalize());
            }
            reader.read(new LocatedFolder(root, root.toUri().toString()));
        }
    }

    private static void read(URL root, LocatedFolder.Reader reader) throws IOException {
        if (root.getProtocol().equals("jar")) {
            readJar(root.toString(), reader);
        } else {
            reader.read(new LocatedFolder(Path.of(LocatedFolder.uri(root.toString())), root.toString()));
        }
    }

    private static void readJar(String url, LocatedFolder.Reader reader) throws IOException {
        int entry = url.lastIndexOf("!/");
        URI jar = LocatedFolder.uri(url.substring("jar:".length(), entry));
        try (FileSystem zip = FileSystems.newFileSystem(Path.of(jar), (ClassLoader) null)) {
            reader.read(new LocatedFolder(
                    zip.getPath(LocatedFolder.uri(url.substring(entry + 1)).getPath()), url));
        }
    }
}
