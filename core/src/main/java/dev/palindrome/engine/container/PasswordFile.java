package dev.palindrome.engine.container;

import dev.palindrome.engine.server.Secret;
import dev.palindrome.error.PalindromeException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/**
 * The password of containers that are used again, in a file that only its owner can read. Whoever comes first writes it;
 * a lock on the file lets two JVMs agree on one.
 */
public final class PasswordFile {

    private static final Object IN_THIS_JVM = new Object();

    private final Path directory;
    private final Path file;

    PasswordFile(Path directory) {
        this.directory = directory;
        this.file = directory.resolve("sa-password");
    }

    public static PasswordFile ofUser() {
        return new PasswordFile(Path.of(System.getProperty("user.home"), ".palindrome"));
    }

    public Secret password() {
        synchronized (IN_THIS_JVM) { // a JVM may lock a file only once
            try {
                OwnerOnlyFile.createDirectory(directory);
                return readOrWrite();
            } catch (IOException e) {
                throw new PalindromeException(
                        "The password for reused containers can be neither read from nor written to %s: %s. Make the file"
                                        .formatted(file, e.getMessage())
                                + " accessible, delete it, or set palindrome.reuse=false.",
                        e);
            }
        }
    }

    private Secret readOrWrite() throws IOException {
        try (FileChannel channel = FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
                OwnerOnlyFile.attributes())) {
            channel.lock(); // until the channel is closed
            refuseIfOthersCanRead();
            return channel.size() == 0 ? write(channel) : read(channel);
        }
    }

    private static Secret read(FileChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate((int) channel.size());
        channel.read(bytes);
        return new Secret(new String(bytes.array(), StandardCharsets.UTF_8).strip());
    }

    private void refuseIfOthersCanRead() throws IOException {
        if (!OwnerOnlyFile.holdsFor(file)) {
            throw new PalindromeException(
                    "%s holds the password for reused containers, and others than its owner may read it."
                                    .formatted(file)
                            + " Delete it; the next run makes a new one.");
        }
    }

    private static Secret write(FileChannel channel) throws IOException {
        Secret password = RandomPassword.generate();
        channel.write(ByteBuffer.wrap(password.value().getBytes(StandardCharsets.UTF_8)));
        return password;
    }
}
