package dev.palindrome.production.script;

import dev.palindrome.schema.SchemaException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Where a script is written to. */
public final class ScriptFile {

    private ScriptFile() {}

    public static void write(Path file, String script) {
        if (Files.isDirectory(file)) {
            throw new SchemaException("The script cannot be written to %s, which is a directory: name a file in it, such as %s."
                    .formatted(file, file.resolve("B1__baseline.sql")));
        }
        Path folder = file.toAbsolutePath().normalize().getParent();
        try {
            Files.createDirectories(folder);
            replace(file, folder, script);
        } catch (IOException e) {
            throw new SchemaException("The script cannot be written to %s (%s).".formatted(file, e), e);
        }
    }

    private static void replace(Path file, Path folder, String script) throws IOException {
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
        } catch (java.nio.file.AtomicMoveNotSupportedException e) {
            Files.move(begun, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
