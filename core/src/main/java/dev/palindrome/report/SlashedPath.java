package dev.palindrome.report;

import java.nio.file.Path;

/** A path as reports write it, the same on every operating system. */
final class SlashedPath {

    private SlashedPath() {}

    static String of(Path path) {
        return path.toString().replace('\\', '/');
    }
}
