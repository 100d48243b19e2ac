package dev.palindrome.location;

import java.io.IOException;
import java.io.InputStream;

/** Opens a file, wherever it lies. */
@FunctionalInterface
public interface FileContent {

    /**
     * Opens it once more.
     *
     * @return its bytes, for the caller to close
     * @throws IOException if it cannot be read
     */
    InputStream open() throws IOException;
}
