package dev.palindrome.engine.container;

import dev.palindrome.engine.server.Secret;
import dev.palindrome.error.PalindromeException;
import dev.palindrome.location.OwnerOnlyFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The password of containers that are used again, in a file that only its owner can read. Whoever comes first writes it;
 * a lock on a file beside it lets two JVMs agree on one. What is there already is used only where it belongs to the user
 * alone: somebody else's directory, or a link to somewhere else, would hand the password out.
 */
public final class PasswordFile {

    private static final Object IN_THIS_JVM = new Object();

    private final Path directory;
    private final Path file;

    PasswordFile(Path directory) {
        this.directory = directory;
        this.file = directory.resolve("sa-password");
    }

    /**
     * The file of whoever runs this JVM.
     *
     * @return a file in the directory {@code .palindrome} of the user's home
     * @throws PalindromeException if the system property {@code user.home} names no absolute path, as in some containers
     */
    public static PasswordFile ofUser() {
        return in(System.getProperty("user.home"));
    }

    static PasswordFile in(@Nullable String home) {
        if (home == null || home.isBlank() || !Path.of(home).isAbsolute()) {
            throw new PalindromeException("The password for reused containers has no place to be: the system property"
                    + " user.home is \"%s\", which is no absolute path. Set it, or set palindrome.reuse=false."
                            .formatted(home));
        }
        return new PasswordFile(Path.of(home, ".palindrome"));
    }

    /**
     * Reads the password, or makes one where there is none yet.
     *
     * @return not empty
     * @throws PalindromeException if the file cannot be had, is empty, or is not the user's alone
     */
    public Secret password() {
        synchronized (IN_THIS_JVM) { // a JVM may lock a file only once
            try {
                OwnerOnlyFile.createDirectory(directory);
                refuseIfNotTheUsersAlone(directory);
                return underLock();
            } catch (IOException e) {
                throw new PalindromeException(
                        "The password for reused containers can be neither read from nor written to %s: %s. Make the file"
                                        .formatted(file, e.getMessage())
                                + " accessible, delete it, or set palindrome.reuse=false.",
                        e);
            }
        }
    }

    private Secret underLock() throws IOException {
        Path lock = directory.resolve("sa-password.lock");
        try (FileChannel channel = FileChannel.open(
                lock,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS),
                OwnerOnlyFile.attributes())) {
            refuseIfNotTheUsersAlone(lock);
            channel.lock(); // until the channel is closed
            return Files.exists(file, LinkOption.NOFOLLOW_LINKS) ? read() : write();
        }
    }

    private Secret read() throws IOException {
        refuseIfNotTheUsersAlone(file);
        String password = Files.readString(file).strip();
        if (password.isEmpty()) {
            throw new PalindromeException(
                    "%s, which holds the password for reused containers, is empty.".formatted(file)
                            + " Delete it, and the containers that were kept; the next run makes new ones.");
        }
        return new Secret(password);
    }

    private static void refuseIfNotTheUsersAlone(Path path) throws IOException {
        if (!OwnerOnlyFile.holdsFor(path)) {
            throw new PalindromeException(
                    "%s keeps the password for reused containers, and is not the user's alone: it is a link, belongs to"
                                    .formatted(path)
                            + " somebody else, or others may read it. Delete it; the next run makes a new one.");
        }
    }

    /** Moved into its place when it is complete, so that nobody reads half of it. */
    private Secret write() throws IOException {
        Secret password = RandomPassword.generate();
        Path made = Files.createTempFile(directory, "sa-password", ".new", OwnerOnlyFile.attributes());
        try {
            Files.writeString(made, password.value());
            Files.move(made, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(made);
        }
        return password;
    }
}
