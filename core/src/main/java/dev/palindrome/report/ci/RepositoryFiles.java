package dev.palindrome.report.ci;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Finds the file of the repository that a script on the class path was copied from. What is not certain is not answered: an
 * annotation on another file would mislead.
 */
public final class RepositoryFiles {

    private final Optional<Path> checkout;
    private final ModuleFiles modules = new ModuleFiles();

    /**
     * @param checkout where the repository is, or was put into a folder of; without it, the nearest folder with a {@code .git}
     *     around a file
     */
    public RepositoryFiles(Optional<Path> checkout) {
        this.checkout = checkout;
    }

    /**
     * The file's path in the repository.
     *
     * @param script its path below its location, or the class's name of a Java migration
     * @param source the URL where it was found
     * @return with slashes; empty where there is no such file in the repository
     */
    public Optional<String> find(String script, String source) {
        try {
            Optional<Path> found = source.startsWith("jar:") ? inJar(source) : onDisk(script, source);
            return found.isPresent() ? inRepository(found.get()) : Optional.empty();
        } catch (IOException | FileSystemNotFoundException | IllegalArgumentException | SecurityException e) {
            return Optional.empty(); // an unreadable folder, or a URL of another kind
        }
    }

    private Optional<Path> inJar(String source) throws IOException {
        int entry = source.lastIndexOf("!/");
        Path jar = Path.of(URI.create(source.substring("jar:".length(), entry)));
        Optional<BuildOutput> output = BuildOutput.ofJar(jar);
        return output.isPresent() ? output.get().source(source.substring(entry + 2), modules) : Optional.empty();
    }

    /** The name of the file itself is written as it is, a percent sign included; what is before it is a URL. */
    private Optional<Path> onDisk(String script, String source) throws IOException {
        String name = source.endsWith("/" + script) ? script : source.substring(source.lastIndexOf('/') + 1);
        Path file = Path.of(URI.create(source.substring(0, source.length() - name.length())))
                .resolve(name);
        Optional<BuildOutput> output = BuildOutput.around(file);
        if (output.isPresent()) {
            return output.get().source(output.get().entry(file), modules);
        }
        return Files.isRegularFile(file) ? Optional.of(file) : Optional.empty();
    }

    private Optional<String> inRepository(Path file) throws IOException {
        Path real = file.toRealPath();
        Optional<Path> root = checkout.isPresent() ? rootWithin(checkout.get().toRealPath(), real) : gitRoot(real);
        if (root.isEmpty() || BuildOutput.isWithinOne(real)) {
            return Optional.empty();
        }
        Path repository = root.get();
        return real.startsWith(repository)
                ? Optional.of(repository.relativize(real).toString().replace('\\', '/'))
                : Optional.empty();
    }

    /** A job may check out several repositories, each into a folder. One within another is a submodule of that. */
    private static Optional<Path> rootWithin(Path checkout, Path file) {
        Path root = checkout;
        for (Optional<Path> git = gitRoot(file);
                git.isPresent() && git.get().startsWith(checkout);
                git = gitRoot(git.get())) {
            root = git.get();
        }
        return Optional.of(root);
    }

    private static Optional<Path> gitRoot(Path file) {
        for (Path folder = file.getParent(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve(".git"))) {
                return Optional.of(folder);
            }
        }
        return Optional.empty();
    }
}
