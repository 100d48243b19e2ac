package dev.palindrome.seed.file;

import dev.palindrome.location.LocatedFile;
import dev.palindrome.location.LocatedFolder;
import dev.palindrome.location.Location;
import dev.palindrome.location.LocationKind;
import dev.palindrome.seed.SeedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Finds the files of a location. Nothing of them is read yet. */
public final class DataFolder {

    private DataFolder() {}

    /** The files right in a folder, by name; those in folders below it are none of its own. */
    public static List<DataFile> files(String text) {
        Location location = parse(text);
        ClassLoader classLoader = Location.contextClassLoader();
        try {
            if (location.kind(classLoader) == LocationKind.FILE) {
                throw new SeedException(
                        "%s is a file, not a folder. Name its folder, whose files are named after tables, or load it with SeedContext.load(table, location)."
                                .formatted(text));
            }
            List<DataFile> files = new ArrayList<>();
            location.folders(classLoader, why -> missing(text, why), folder -> files.addAll(in(text, folder)));
            files.sort(Comparator.comparing(DataFile::name));
            return files;
        } catch (IOException | UncheckedIOException e) {
            throw new SeedException("The folder %s cannot be read: %s".formatted(text, e.getMessage()), e);
        }
    }

    /** One file. */
    public static DataFile file(String text) {
        Location location = parse(text);
        ClassLoader classLoader = Location.contextClassLoader();
        try {
            if (location.kind(classLoader) == LocationKind.FOLDER) {
                throw new SeedException(
                        "%s is a folder, not a file. Name a file in it, or load the whole folder as data."
                                .formatted(text));
            }
            String path = location.path();
            String name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
            LocatedFile file = location.file(classLoader)
                    .orElseThrow(() ->
                            new SeedException("There is no file %s. Put it there, or name its place.".formatted(text)));
            return new DataFile(name, text, file.size(), file.content());
        } catch (IOException e) {
            throw new SeedException("The file %s cannot be read: %s".formatted(text, e.getMessage()), e);
        }
    }

    private static Location parse(String text) {
        return Location.parse(text)
                .orElseThrow(() -> new SeedException(
                        "The location %s is of a kind that is not read: use classpath: or filesystem:."
                                .formatted(text)));
    }

    private static List<DataFile> in(String location, LocatedFolder folder) throws IOException {
        List<DataFile> files = new ArrayList<>();
        try (Stream<Path> paths = Files.list(folder.path())) {
            for (Path path : (Iterable<Path>) paths.filter(Files::isRegularFile)::iterator) {
                String name = path.getFileName().toString();
                LocatedFile file = folder.file(path);
                String place = location + (location.endsWith("/") ? "" : "/") + name;
                files.add(new DataFile(name, place, file.size(), file.content()));
            }
        }
        return files;
    }

    private static SeedException missing(String location, String why) {
        return new SeedException("The folder %s does not exist. %s. Put the data files there, or name their place."
                .formatted(location, why));
    }
}
