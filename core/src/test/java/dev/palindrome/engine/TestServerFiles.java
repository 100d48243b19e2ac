package dev.palindrome.engine;

import dev.palindrome.engine.server.ServerFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The files of a container that is none: it notes what was done, and what comes out of it is empty. */
public final class TestServerFiles implements ServerFiles {

    private final List<String> done = new ArrayList<>();
    private Optional<IOException> trouble = Optional.empty();

    /** What was copied in and removed, in order. */
    public List<String> done() {
        return done;
    }

    /** Copies nothing in any more. */
    public void refuse(IOException why) {
        trouble = Optional.of(why);
    }

    @Override
    public void copyIn(Path source, String path) throws IOException {
        if (trouble.isPresent()) {
            throw trouble.get();
        }
        done.add("copy " + source.getFileName() + " to " + path);
    }

    @Override
    public void moveOut(String path, Path target) throws IOException {
        Files.createFile(target);
    }

    @Override
    public void remove(String path) {
        done.add("remove " + path);
    }
}
