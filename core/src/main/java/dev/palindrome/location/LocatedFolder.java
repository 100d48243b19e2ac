package dev.palindrome.location;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A folder that is there.
 *
 * @param path of the folder; in a jar only good as long as its reader runs
 * @param url of the folder
 */
public record LocatedFolder(Path path, String url) {

    /**
     * Takes a folder in.
     */
    @FunctionalInterface
    public interface Reader {

        /**
         * Reads it.
         *
         * @param folder which is there as long as this runs
         * @throws IOException if it cannot be read
         */
        void read(LocatedFolder folder) throws IOException;
    }

    /**
     * Where a file of the folder is, for messages.
     *
     * @param file its path from the folder
     * @return its URL, as a person writes it
     */
    public String urlOf(String file) {
        return url + (url.endsWith("/") ? "" : "/") + file;
    }

    /**
     * A file right in the folder.
     *
     * @param file its path, of the same file system as the folder's
     * @return the file, which can be opened later, too
     * @throws IOException if it cannot be read
     */
    public LocatedFile file(Path file) throws IOException {
        return new LocatedFile(
                Files.size(file),
                file.getFileSystem() == FileSystems.getDefault()
                        ? () -> Files.newInputStream(file)
                        : content(entry(file.getFileName().toString())));
    }

    /** Each time past the cache of the JVM, which would hold a jar open, and what was in it. */
    static FileContent content(URL url) {
        return () -> open(url).getInputStream();
    }

    static URLConnection open(URL url) throws IOException {
        URLConnection connection = url.openConnection();
        connection.setUseCaches(false);
        return connection;
    }

    static URI uri(String text) throws IOException {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private URL entry(String name) throws IOException {
        try {
            return uri(urlOf(new URI(null, null, name, null).getRawPath())).toURL();
        } catch (URISyntaxException e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}
