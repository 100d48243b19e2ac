package dev.palindrome.seed.file;

import dev.palindrome.seed.SeedException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Finds files on the class path, in folders and in jars, and in the file system. Nothing of them is read yet. */
public final class DataFolder {

    private static final String CLASSPATH = "classpath:";
    private static final String FILESYSTEM = "filesystem:";

    private final String location;
    private final boolean onClasspath;
    private final String path;

    private DataFolder(String location, boolean onClasspath, String path) {
        this.location = location;
        this.onClasspath = onClasspath;
        this.path = path;
    }

    /** @param location with {@code classpath:}, which may be left out, or {@code filesystem:} */
    private static DataFolder parse(String location) {
        if (location.startsWith(FILESYSTEM)) {
            return new DataFolder(location, false, location.substring(FILESYSTEM.length()));
        }
        String path = location.startsWith(CLASSPATH) ? location.substring(CLASSPATH.length()) : location;
        if (path.matches("[a-zA-Z0-9]{2,}:.*")) {
            throw new SeedException("The location %s is of a kind that is not read: use classpath: or filesystem:."
                    .formatted(location));
        }
        return new DataFolder(location, true, path.startsWith("/") ? path.substring(1) : path);
    }

    /** The files right in a folder, by name; those in folders below it are none of its own. */
    public static List<DataFile> files(String location) {
        DataFolder folder = parse(location);
        try {
            List<DataFile> files = new ArrayList<>(folder.inFolder());
            files.sort(Comparator.comparing(DataFile::name));
            return files;
        } catch (IOException | UncheckedIOException | URISyntaxException e) {
            throw new SeedException("The folder %s cannot be read: %s".formatted(location, e.getMessage()), e);
        }
    }

    /** One file. */
    public static DataFile file(String location) {
        DataFolder file = parse(location);
        String name = file.path.substring(Math.max(file.path.lastIndexOf('/'), file.path.lastIndexOf('\\')) + 1);
        try {
            if (file.kind() == LocationKind.FOLDER) {
                throw new SeedException(
                        "%s is a folder, not a file. Name a file in it, or load the whole folder as data."
                                .formatted(location));
            }
            if (file.onClasspath) {
                URL url = classLoader().getResource(file.path);
                if (url != null && !name.isEmpty()) {
                    return of(name, location, url);
                }
            } else if (Files.isRegularFile(Path.of(file.path))) {
                return new DataFile(name, location, Files.size(Path.of(file.path)), content(Path.of(file.path)));
            }
        } catch (IOException | URISyntaxException e) {
            throw new SeedException("The file %s cannot be read: %s".formatted(location, e.getMessage()), e);
        }
        throw new SeedException("There is no file %s. Put it there, or name its place.".formatted(location));
    }

    private List<DataFile> inFolder() throws IOException, URISyntaxException {
        if (kind() == LocationKind.FILE) {
            throw new SeedException(
                    "%s is a file, not a folder. Name its folder, whose files are named after tables, or load it with SeedContext.load(table, location)."
                            .formatted(location));
        }
        return onClasspath ? onClasspath() : in(Path.of(path), DataFolder::content);
    }

    private LocationKind kind() throws IOException, URISyntaxException {
        if (path.isEmpty()) {
            return LocationKind.FOLDER;
        }
        return onClasspath ? LocationKind.of(classLoader().getResource(path)) : LocationKind.of(Path.of(path));
    }

    private List<DataFile> onClasspath() throws IOException, URISyntaxException {
        String folder = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        List<URL> roots = Collections.list(classLoader().getResources(folder));
        if (roots.isEmpty()) {
            throw missing("No folder or jar on the class path has " + folder);
        }
        List<DataFile> files = new ArrayList<>();
        for (URL root : roots) {
            files.addAll(
                    root.getProtocol().equals("jar") ? inJar(root) : in(Path.of(root.toURI()), DataFolder::content));
        }
        return files;
    }

    private List<DataFile> inJar(URL root) throws IOException, URISyntaxException {
        String url = root.toString();
        int entry = url.lastIndexOf("!/");
        URI jar = new URI(url.substring("jar:".length(), entry));
        String folder = url.endsWith("/") ? url : url + "/";
        try (FileSystem zip = FileSystems.newFileSystem(Path.of(jar), (ClassLoader) null)) {
            return in(zip.getPath(new URI(url.substring(entry + 1)).getPath()), file -> content(entry(folder, file)));
        }
    }

    private static URL entry(String folder, Path file) {
        try {
            String name = new URI(null, null, file.getFileName().toString(), null).getRawPath();
            return new URI(folder + name).toURL();
        } catch (URISyntaxException | IOException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Makes what opens a file of a folder. */
    @FunctionalInterface
    private interface Opener {
        DataFile.Content of(Path file);
    }

    private List<DataFile> in(Path folder, Opener opener) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw missing("There is no folder " + folder.toAbsolutePath().normalize());
        }
        List<DataFile> files = new ArrayList<>();
        try (Stream<Path> paths = Files.list(folder)) {
            for (Path file : (Iterable<Path>) paths.filter(Files::isRegularFile)::iterator) {
                String name = file.getFileName().toString();
                String place = location + (location.endsWith("/") ? "" : "/") + name;
                files.add(new DataFile(name, place, Files.size(file), opener.of(file)));
            }
        }
        return files;
    }

    private SeedException missing(String why) {
        return new SeedException("The folder %s does not exist. %s. Put the data files there, or name their place."
                .formatted(location, why));
    }

    private static DataFile.Content content(Path file) {
        return () -> Files.newInputStream(file);
    }

    private static DataFile of(String name, String place, URL url) throws IOException {
        URLConnection connection = url.openConnection();
        connection.setUseCaches(false);
        try (InputStream probe = connection.getInputStream()) {
            Objects.requireNonNull(probe);
            return new DataFile(name, place, connection.getContentLengthLong(), content(url));
        }
    }

    private static DataFile.Content content(URL url) {
        return () -> {
            URLConnection connection = url.openConnection();
            connection.setUseCaches(false);
            return connection.getInputStream();
        };
    }

    private static ClassLoader classLoader() {
        ClassLoader ofThread = Thread.currentThread().getContextClassLoader();
        return ofThread == null ? Objects.requireNonNull(DataFolder.class.getClassLoader()) : ofThread;
    }
}
