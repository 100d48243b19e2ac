package dev.palindrome.site;

import java.io.IOException;
import java.nio.file.Path;

/** Makes the site: from the repository, the Javadoc, and where to put it. */
final class Main {

    private Main() {}

    public static void main(String[] arguments) throws IOException {
        Path output = Path.of(arguments[2]);
        Site.of(Path.of(arguments[0])).write(output, Path.of(arguments[1]));
        System.out.println("The site is in " + output.resolve("index.html").toUri());
    }
}
