package dev.palindrome.junit5;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Deletes the databases that a class's fixtures kept, which would pile up otherwise. */
final class DeleteKept implements BeforeAllCallback, AfterAllCallback {

    static final Path KEPT = Path.of("target", "palindrome", "kept");

    private Set<Path> before = Set.of();

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        before = files();
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        for (Path file : files()) {
            if (!before.contains(file)) {
                Files.delete(file);
            }
        }
    }

    private static Set<Path> files() throws IOException {
        if (!Files.isDirectory(KEPT)) {
            return Set.of();
        }
        try (Stream<Path> files = Files.walk(KEPT)) {
            return files.filter(Files::isRegularFile).collect(Collectors.toSet());
        }
    }
}
