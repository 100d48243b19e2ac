package dev.palindrome.production.export;

import dev.palindrome.production.ExportException;
import dev.palindrome.sql.Sha256;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The files of an export. Each is written in a folder of its own beside, that nobody else reads, and all of them are moved at the
 * end; which they were, with a hash of each, stands in a file that the next export finds.
 */
final class ExportFolder implements AutoCloseable {

    /** It is no data: files that begin with a point are passed by when a folder is loaded. */
    private static final String RECORD = ".palindrome-export";

    private static final int HASH = 64;

    private final Path folder;
    private final Path begun;
    private final Map<String, String> earlier;
    private final Map<String, Path> files = new LinkedHashMap<>();

    private ExportFolder(Path folder, Path begun, Map<String, String> earlier) {
        this.folder = folder;
        this.begun = begun;
        this.earlier = earlier;
    }

    /** @throws ExportException if there is a file of one of the names that is not, as it is, from an export */
    static ExportFolder open(Path folder, List<String> names, boolean replaces) throws IOException {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new ExportException("%s is a file. Name a folder for the files of the export.".formatted(folder));
        }
        Map<String, String> earlier = earlier(folder);
        for (String name : replaces ? List.<String>of() : names) {
            Path file = folder.resolve(name);
            if (Files.exists(file) && !isAsExported(file, Optional.ofNullable(earlier.get(name)))) {
                throw new ExportException(
                        "%s is there, and is %s. Move it, name another folder, or have it replaced (replacing())."
                                .formatted(
                                        file,
                                        earlier.containsKey(name)
                                                ? "no longer what an export has written"
                                                : "from no export"));
            }
        }
        Files.createDirectories(folder);
        return new ExportFolder(folder, Files.createTempDirectory(folder, RECORD + "-"), earlier);
    }

    private static Map<String, String> earlier(Path folder) throws IOException {
        Map<String, String> hashes = new TreeMap<>();
        Path file = folder.resolve(RECORD);
        if (Files.isRegularFile(file)) {
            for (String line : Files.readAllLines(file)) {
                if (line.length() > HASH + 2) {
                    hashes.put(line.substring(HASH + 2), line.substring(0, HASH));
                }
            }
        }
        return hashes;
    }

    private static boolean isAsExported(Path file, Optional<String> hash) throws IOException {
        return hash.isPresent() && Files.isRegularFile(file) && hash.get().equals(hash(file));
    }

    private static String hash(Path file) throws IOException {
        try (DigestInputStream content = new DigestInputStream(Files.newInputStream(file), Sha256.digest())) {
            content.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(content.getMessageDigest().digest());
        }
    }

    OutputStream begin(String name) throws IOException {
        Path file = begun.resolve(name);
        files.put(name, file);
        return Files.newOutputStream(file);
    }

    /** Moves all files to where they belong, and takes those away that an earlier export wrote and this one did not. */
    void complete() throws IOException {
        Map<String, String> hashes = new TreeMap<>();
        for (Map.Entry<String, Path> file : files.entrySet()) {
            hashes.put(file.getKey(), hash(file.getValue()));
        }
        for (Map.Entry<String, Path> file : files.entrySet()) {
            move(file.getValue(), folder.resolve(file.getKey()));
        }
        for (Map.Entry<String, String> old : earlier.entrySet()) {
            Path file = folder.resolve(old.getKey());
            if (!files.containsKey(old.getKey()) && isAsExported(file, Optional.of(old.getValue()))) {
                Files.delete(file);
            }
        }
        StringBuilder written = new StringBuilder();
        hashes.forEach(
                (name, hash) -> written.append(hash).append("  ").append(name).append('\n'));
        move(Files.writeString(begun.resolve(RECORD), written), folder.resolve(RECORD));
    }

    /** Some file systems move nothing at once. */
    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Takes away what was begun and not completed. */
    @Override
    public void close() throws IOException {
        for (Path file : files.values()) {
            Files.deleteIfExists(file);
        }
        Files.deleteIfExists(begun.resolve(RECORD));
        Files.deleteIfExists(begun);
    }
}
