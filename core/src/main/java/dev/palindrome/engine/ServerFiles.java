package dev.palindrome.engine;

import java.io.IOException;
import java.nio.file.Path;

/** Reaches the files of a server in a container. */
interface ServerFiles {

    void moveOut(String path, Path target) throws IOException;
}
