package dev.palindrome.migration.script;

import dev.palindrome.location.Location;
import dev.palindrome.migration.MigrationException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Flyway location: where files are looked for, and which of them count.
 *
 * @param root the folder to walk: the path up to the first wildcard
 * @param folder what the folder of a file, seen from where the location is rooted, must look like
 */
public record ScriptLocation(Location root, Pattern folder) {

    public static ScriptLocation parse(String descriptor) {
        Location location = Location.parse(descriptor)
                .orElseThrow(() -> new MigrationException("Location " + descriptor
                        + " is of a kind that Palindrome does not read: use classpath: or filesystem:."));
        return new ScriptLocation(location.at(rootOf(location.path())), pattern(location.path()));
    }

    /** As the user wrote it. */
    public String descriptor() {
        return root.text();
    }

    public boolean onClasspath() {
        return root.onClasspath();
    }

    boolean hasWildcard() {
        return descriptor().contains("*") || descriptor().contains("?");
    }

    /**
     * The path of a file below this location.
     *
     * @param file the file's path from the same starting point as {@link #root}
     * @return empty where the location does not cover the file
     */
    Optional<String> below(String file) {
        Matcher matcher = folder.matcher(file);
        return matcher.lookingAt() ? Optional.of(file.substring(matcher.end())) : Optional.empty();
    }

    private static String rootOf(String path) {
        int wildcard = indexOfWildcard(path);
        if (wildcard < 0) {
            return path;
        }
        int slash = path.lastIndexOf('/', wildcard);
        return slash < 0 ? "" : path.substring(0, slash);
    }

    private static int indexOfWildcard(String path) {
        for (int i = 0; i < path.length(); i++) {
            if (path.charAt(i) == '*' || path.charAt(i) == '?') {
                return i;
            }
        }
        return -1;
    }

    /** {@code **} stands for any folders, {@code *} and {@code ?} stay within one name, as in Flyway's documentation. */
    private static Pattern pattern(String path) {
        String regex = Pattern.compile("\\*\\*/?|\\*|\\?|[^*?]+")
                .matcher(path)
                .replaceAll(part -> Matcher.quoteReplacement(
                        switch (part.group()) {
                            case "**/" -> "(?:.*/)?";
                            case "**" -> ".*";
                            case "*" -> "[^/]*";
                            case "?" -> "[^/]";
                            default -> Pattern.quote(part.group());
                        }));
        return Pattern.compile(path.isEmpty() ? "" : regex + "/");
    }
}
