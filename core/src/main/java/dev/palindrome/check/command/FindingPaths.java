package dev.palindrome.check.command;

import dev.palindrome.check.Finding;
import java.net.URI;
import java.nio.file.Path;

/**
 * Where the scripts of findings are, as somebody in a directory writes it.
 *
 * @param directory in which somebody is
 */
record FindingPaths(Path directory) {

    /** In a jar the path below the location. */
    String of(Finding finding) {
        String source = finding.source();
        if (!source.startsWith("file:") || !source.endsWith("/" + finding.script())) {
            return finding.script();
        }
        String folder = source.substring(0, source.length() - finding.script().length());
        Path file = Path.of(URI.create(folder)).resolve(finding.script());
        Path here = directory.toAbsolutePath().normalize();
        return (file.startsWith(here) ? here.relativize(file) : file).toString().replace('\\', '/');
    }
}
