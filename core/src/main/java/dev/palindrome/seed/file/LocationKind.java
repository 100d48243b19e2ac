package dev.palindrome.seed.file;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;

/** What is at a place in the file system or on the class path. */
enum LocationKind {
    FILE,
    FOLDER,
    NOTHING;

    static LocationKind of(Path path) {
        return Files.isDirectory(path) ? FOLDER : Files.exists(path) ? FILE : NOTHING;
    }

    /** @param url as a class loader gives it */
    static LocationKind of(@Nullable URL url) throws IOException, URISyntaxException {
        if (url == null) {
            return NOTHING;
        }
        if (url.getProtocol().equals("file")) {
            return of(Path.of(url.toURI()));
        }
        URLConnection connection = url.openConnection();
        connection.setUseCaches(false);
        return connection instanceof JarURLConnection entry ? ofEntry(entry) : FILE;
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
