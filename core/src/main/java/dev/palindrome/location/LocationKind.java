package dev.palindrome.location;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;

/** What is at a place in the file system or on the class path. */
public enum LocationKind {
    /** A file. */
    FILE,
    /** A folder, or several of the same path. */
    FOLDER,
    /** Nothing at all. */
    NOTHING;

    static LocationKind of(Path path) {
        return Files.isDirectory(path) ? FOLDER : Files.exists(path) ? FILE : NOTHING;
    }

    /** @param url as a class loader gives it */
    static LocationKind of(@Nullable URL url) throws IOException {
        if (url == null) {
            return NOTHING;
        }
        if (url.getProtocol().equals("file")) {
            return of(Path.of(LocatedFolder.uri(url.toString())));
        }
        return LocatedFolder.open(url) instanceof JarURLConnection entry ? ofEntry(entry) : FILE;
    }

    private static LocationKind ofEntry(JarURLConnection entry) throws IOException {
        String name = entry.getEntryName();
        if (name == null || name.endsWith("/")) {
            return FOLDER;
        }
        try (JarFile jar = entry.getJarFile()) {
            return jar.getEntry(name + "/") == null ? FILE : FOLDER;
        }
    }
}
