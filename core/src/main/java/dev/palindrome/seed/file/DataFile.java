package dev.palindrome.seed.file;

import dev.palindrome.location.FileContent;
import java.util.Locale;

/**
 * A file with rows, or with what describes them.
 *
 * @param name without folder
 * @param place as a person wrote it: the folder's location, and the name
 * @param size in bytes; less than 1 if it is not known
 * @param content opens it
 */
public record DataFile(String name, String place, long size, FileContent content) {

    /** The name without what stands behind its last point. */
    String stem() {
        int point = name.lastIndexOf('.');
        return point < 0 ? name : name.substring(0, point);
    }

    /** What stands behind the last point, in lower case; empty if there is none. */
    String extension() {
        int point = name.lastIndexOf('.');
        return point < 0 ? "" : name.substring(point + 1).toLowerCase(Locale.ROOT);
    }
}
