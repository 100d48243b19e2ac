package dev.palindrome.engine.server;

import java.io.IOException;
import java.nio.file.Path;

/** Reaches the files of a server in a container. */
public interface ServerFiles {

    /** Puts a copy there that the server may read, whoever the file belongs to here. */
    void copyIn(Path source, String path) throws IOException;

    void moveOut(String path, Path target) throws IOException;

    /** Removes a file; one that is not there is as good. */
    void remove(String path) throws IOException;
}
