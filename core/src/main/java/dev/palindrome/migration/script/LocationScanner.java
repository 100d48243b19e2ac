package dev.palindrome.migration.script;

import dev.palindrome.migration.MigrationException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the files below Flyway locations, in folders and in jars. */
public final class LocationScanner {

    private static final String CONFIGURATION = ".conf";

    private final ClassLoader classLoader;
    private final List<String> suffixes;

    /** @param suffixes of the files that are read; of others only the name matters */
    public LocationScanner(ClassLoader classLoader, String... suffixes) {
        this.classLoader = classLoader;
        this.suffixes = List.of(suffixes);
    }

    /**
     * The files of all locations, each once, ordered by path.
     *
     * @throws MigrationException if a location does not exist
     */
    public List<ScriptFile> scan(Collection<ScriptLocation> locations) {
        Map<String, ScriptFile> bySource = new LinkedHashMap<>();
        for (ScriptLocation location : locations) {
            scan(location).forEach(file -> bySource.putIfAbsent(file.source(), file));
        }
        List<ScriptFile> files = new ArrayList<>(bySource.values());
        files.sort(Comparator.comparing(ScriptFile::relativePath).thenComparing(ScriptFile::source));
        return files;
    }

    private List<ScriptFile> scan(ScriptLocation location) {
        try {
            List<ScriptFile> found = location.onClasspath() ? scanClasspath(location) : scanFolder(location);
            if (found.isEmpty() && location.hasWildcard()) {
                throw new MigrationException(
                        "Location " + location.descriptor() + " matches no folder with files in it. "
                                + "Look at its wildcards, and at where the scripts are.");
            }
            return found;
        } catch (IOException | UncheckedIOException | URISyntaxException e) {
            throw new MigrationException("Location " + location.descriptor() + " cannot be read: " + e.getMessage(), e);
        }
    }

    private List<ScriptFile> scanFolder(ScriptLocation location) throws IOException {
        Path root = Path.of(location.root().isEmpty() ? "." : location.root());
        if (!Files.isDirectory(root)) {
            throw missing(
                    location, "There is no folder " + root.toAbsolutePath().normalize());
        }
        return walk(location, root, root.toUri().toString());
    }

    private List<ScriptFile> scanClasspath(ScriptLocation location) throws IOException, URISyntaxException {
        List<URL> roots = Collections.list(classLoader.getResources(location.root()));
        if (roots.isEmpty()) {
            throw missing(location, "No folder or jar on the class path has " + location.root());
        }
        List<ScriptFile> files = new ArrayList<>();
        for (URL root : roots) {
            files.addAll(scanUrl(location, root));
        }
        return files;
    }

    private List<ScriptFile> scanUrl(ScriptLocation location, URL root) throws IOException, URISyntaxException {
        if (!root.getProtocol().equals("jar")) {
            return walk(location, Path.of(root.toURI()), root.toString());
        }
        String url = root.toString();
        int entry = url.lastIndexOf("!/");
        URI jar = new URI(url.substring("jar:".length(), entry));
        try (FileSystem zip = FileSystems.newFileSystem(Path.of(jar), (ClassLoader) null)) {
            return walk(location, zip.getPath(new URI(url.substring(entry + 1)).getPath()), url);
        }
    }

    private List<ScriptFile> walk(ScriptLocation location, Path root, String rootUrl) throws IOException {
        String folder = location.root().isEmpty() ? "" : location.root() + "/";
        List<ScriptFile> files = new ArrayList<>();
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : (Iterable<Path>) paths.filter(Files::isRegularFile)::iterator) {
                String inRoot = root.relativize(path).toString().replace('\\', '/');
                Optional<String> below = location.below(folder + inRoot);
                if (below.isPresent()) {
                    files.add(new ScriptFile(
                            below.get(), folder + inRoot, source(rootUrl, inRoot), content(path, inRoot)));
                }
            }
        }
        return files;
    }

    private byte[] content(Path path, String name) throws IOException {
        boolean isRead = name.endsWith(CONFIGURATION) || suffixes.stream().anyMatch(name::endsWith);
        return isRead ? Files.readAllBytes(path) : new byte[0];
    }

    private static String source(String rootUrl, String file) {
        return rootUrl + (rootUrl.endsWith("/") ? "" : "/") + file;
    }

    private static MigrationException missing(ScriptLocation location, @Nullable String why) {
        return new MigrationException("Location " + location.descriptor() + " does not exist. " + why
                + ". Put the migrations there, or name their place with locations = \"classpath:…\" or"
                + " \"filesystem:…\".");
    }
}
