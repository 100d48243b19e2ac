package dev.palindrome.site;

import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * Where a link leads.
 *
 * @param path in the repository, with slashes; empty for the repository itself
 * @param anchor without {@code #}; empty for none
 */
record Target(String path, String anchor) {

    private static final Pattern SCHEME = Pattern.compile("^[a-z][a-z0-9+.-]*+:");

    static boolean isElsewhere(String link) {
        return SCHEME.matcher(link).find();
    }

    /** What a page means by a link. */
    static Target of(Page page, String link) {
        int hash = link.indexOf('#');
        String file = hash < 0 ? link : link.substring(0, hash);
        Path path = file.isEmpty()
                ? Path.of(page.name())
                : Path.of(page.name()).resolveSibling(file).normalize();
        return new Target(path.toString().replace('\\', '/'), hash < 0 ? "" : link.substring(hash + 1));
    }
}
