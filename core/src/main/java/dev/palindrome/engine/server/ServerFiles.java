package dev.palindrome.engine.server;

import java.io.IOException;
import java.nio.file.Path;

/** Reaches the files of a server in a container. */
public interface ServerFiles {

    void moveOut(String path, Path target) throws IOException;
}
