package dev.palindrome.production.script;

import dev.palindrome.schema.SchemaException;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;

/** Where a script is written to. */
public final class ScriptFile {

    private ScriptFile() {}

    public static void write(Path file, String script) {
        if (Files.isDirectory(file)) {
            throw new SchemaException(
                    "The script cannot be written to %s, which is a directory: name a file in it, such as %s."
                            .formatted(file, file.resolve("B1__baseline.sql")));
        }
        try {
            replace(file, script);
        } catch (IOException e) {
            throw new SchemaException("The script cannot be written to %s (%s).".formatted(file, e), e);
        }
    }

    private static void replace(Path file, String script) throws IOException {
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
        Files.createDirectories(folder);
        Path begun = Files.createTempFile(folder, "." + file.getFileName(), "");
        try {
            Files.writeString(begun, script);
            move(begun, file);
        } finally {
            Files.deleteIfExists(begun);
        }
    }

    /** Some file systems move nothing at once. */
    private static void move(Path begun, Path file) throws IOException {
        try {
            Files.move(begun, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(begun, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
