package dev.palindrome.report.ci;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What lies in a module and was not made by its build. Each is walked through once, however many scripts are looked for. */
final class ModuleFiles {

    private static final Set<String> NO_SOURCES = Set.of("target", "build", "bin", "out", "node_modules");

    private final Map<Path, List<Path>> byModule = new HashMap<>();

    List<Path> of(Path module) throws IOException {
        List<Path> known = byModule.get(module);
        if (known != null) {
            return known;
        }
        List<Path> found = walk(module);
        byModule.put(module, found);
        return found;
    }

    private static List<Path> walk(Path module) throws IOException {
        List<Path> found = new ArrayList<>();
        Files.walkFileTree(module, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path visited, BasicFileAttributes attributes) {
                String name = String.valueOf(visited.getFileName());
                boolean skipped = !visited.equals(module) && (NO_SOURCES.contains(name) || name.startsWith("."));
                return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path visited, BasicFileAttributes attributes) {
                found.add(visited);
                return FileVisitResult.CONTINUE;
            }
        });
        return List.copyOf(found);
    }
}
