package dev.palindrome.report.ci;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** A file that several JVMs write to at once: build tools run tests in forks, and modules side by side. */
final class SharedFile {

    /** A lock on a file is the whole JVM's. */
    private static final Object IN_THIS_JVM = new Object();

    private final Path file;

    SharedFile(Path file) {
        this.file = file;
    }

    /** What becomes of it. */
    @FunctionalInterface
    interface Change {

        /**
         * Decides on the new end of the file.
         *
         * @param content what is there
         * @return what stands behind it from now on; empty where nothing is to change
         */
        Optional<Tail> of(Content content) throws IOException;
    }

    /**
     * A new end.
     *
     * @param from which byte on it takes the place of what was there
     * @param text what stands there
     */
    record Tail(long from, String text) {}

    /** What is in the file while nobody else may write to it. */
    static final class Content {

        private final FileChannel channel;

        private Content(FileChannel channel) {
            this.channel = channel;
        }

        /** In bytes. */
        long size() throws IOException {
            return channel.size();
        }

        String text() throws IOException {
            channel.position(0);
            return new String(Channels.newInputStream(channel).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Makes it if it is missing. */
    void change(Change change) throws IOException {
        synchronized (IN_THIS_JVM) {
            try (FileChannel channel = FileChannel.open(
                            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                if (lock.isValid()) {
                    Optional<Tail> tail = change.of(new Content(channel));
                    if (tail.isPresent()) {
                        write(channel, tail.get());
                    }
                }
            } catch (OverlappingFileLockException e) {
                throw new IOException("another class loader of this JVM writes to it", e);
            }
        }
    }

    private static void write(FileChannel channel, Tail tail) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(tail.text().getBytes(StandardCharsets.UTF_8));
        channel.position(tail.from());
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        channel.truncate(channel.position());
    }
}
