package dev.palindrome.record;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/**
 * Where the JVMs of a run write down what they find out, as it happens: what one that dies has written is there.
 *
 * @param path the same in all of them
 */
public record RunFile(Path path) {

    /** The system property that names the file. */
    public static final String PROPERTY = "test.sqlserver-record";

    /** Missing where nobody wants one. */
    public static Optional<RunFile> ofThisRun() {
        return Optional.ofNullable(System.getProperty(PROPERTY))
                .filter(path -> !path.isBlank())
                .map(Path::of)
                .map(RunFile::new);
    }

    /** Writes one down. */
    public synchronized void add(RunEntry entry) {
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            Files.writeString(path, entry.line() + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All of them so far, in order. */
    public List<RunEntry> entries() throws IOException {
        return Files.exists(path)
                ? Files.readAllLines(path).stream()
                        .map(RunEntry::parse)
                        .flatMap(Optional::stream)
                        .toList()
                : List.of();
    }
}
