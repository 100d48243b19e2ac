package dev.palindrome.migration.script;

import dev.palindrome.location.LocatedFolder;
import dev.palindrome.location.LocationKind;
import dev.palindrome.migration.MigrationException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

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

    /** Those of some locations that are there. */
    public List<ScriptLocation> present(List<ScriptLocation> locations) {
        return locations.stream().filter(this::isPresent).toList();
    }

    private boolean isPresent(ScriptLocation location) {
        try {
            return location.root().kind(classLoader) == LocationKind.FOLDER;
        } catch (IOException e) {
            throw unreadable(location, e);
        }
    }

    private List<ScriptFile> scan(ScriptLocation location) {
        try {
            List<ScriptFile> found = new ArrayList<>();
            location.root()
                    .folders(
                            classLoader, why -> missing(location, why), folder -> found.addAll(walk(location, folder)));
            if (found.isEmpty() && location.hasWildcard()) {
                throw new MigrationException(
                        "Location " + location.descriptor() + " matches no folder with files in it. "
                                + "Look at its wildcards, and at where the scripts are.");
            }
            return found;
        } catch (IOException | UncheckedIOException e) {
            throw unreadable(location, e);
        }
    }

    private static MigrationException unreadable(ScriptLocation location, Exception e) {
        return new MigrationException("Location " + location.descriptor() + " cannot be read: " + e.getMessage(), e);
    }

    private List<ScriptFile> walk(ScriptLocation location, LocatedFolder root) throws IOException {
        String path = location.root().path();
        String folder = path.isEmpty() ? "" : path + "/";
        List<ScriptFile> files = new ArrayList<>();
        try (Stream<Path> paths = Files.walk(root.path())) {
            for (Path file : (Iterable<Path>) paths.filter(Files::isRegularFile)::iterator) {
                String inRoot = root.path().relativize(file).toString().replace('\\', '/');
                Optional<String> below = location.below(folder + inRoot);
                if (below.isPresent()) {
                    files.add(new ScriptFile(below.get(), folder + inRoot, root.urlOf(inRoot), content(file, inRoot)));
                }
            }
        }
        return files;
    }

    private byte[] content(Path path, String name) throws IOException {
        boolean isRead = name.endsWith(CONFIGURATION) || suffixes.stream().anyMatch(name::endsWith);
        return isRead ? Files.readAllBytes(path) : new byte[0];
    }

    private static MigrationException missing(ScriptLocation location, String why) {
        return new MigrationException("Location " + location.descriptor() + " does not exist. " + why
                + ". Put the migrations there, or name their place with locations = \"classpath:…\" or"
                + " \"filesystem:…\".");
    }
}
