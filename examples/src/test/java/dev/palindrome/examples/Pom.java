package dev.palindrome.examples;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the POM of all modules says of versions. */
final class Pom {

    private static final String TEXT = new Page("pom.xml").text();

    private Pom() {}

    /** Palindrome's own version. */
    static String version() {
        return found("<artifactId>palindrome</artifactId>\\s*+<version>([^<]++)</version>")
                .get(0);
    }

    /** A property, without those that it is made of. */
    static String property(String name) {
        return found("<" + Pattern.quote(name) + ">([^<]++)</").get(0);
    }

    /** All values of a property: in profiles as well. */
    static List<String> everywhere(String name) {
        return found("<" + Pattern.quote(name) + ">([^<$]++)</");
    }

    private static List<String> found(String regex) {
        Matcher matcher = Pattern.compile(regex).matcher(TEXT);
        List<String> found = matcher.results().map(result -> result.group(1)).toList();
        if (found.isEmpty()) {
            throw new AssertionError("The POM has no " + regex);
        }
        return found;
    }
}
