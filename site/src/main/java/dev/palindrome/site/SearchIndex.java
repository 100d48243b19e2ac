package dev.palindrome.site;

import java.util.Collection;

/**
 * What the browser searches: a script and no JSON file, because pages that are opened from a disk may load the one and not
 * the other.
 */
final class SearchIndex {

    private SearchIndex() {}

    static String of(Collection<Page> pages) {
        StringBuilder script = new StringBuilder("window.siteSections = [\n");
        for (Page page : pages) {
            for (Section section : page.sections()) {
                script.append("{\"address\":%s,\"page\":%s,\"heading\":%s,\"text\":%s},\n"
                        .formatted(
                                quoted(page.address()
                                        + (section.heading().level() == 1
                                                ? ""
                                                : "#" + section.heading().anchor())),
                                quoted(page.title()),
                                quoted(section.heading().text()),
                                quoted(section.text().strip())));
            }
        }
        return script.append("];\n").toString();
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (char letter : text.toCharArray()) {
            if (letter < ' ' || letter == '"' || letter == '\\' || letter == '\u2028' || letter == '\u2029') {
                quoted.append("\\u%04x".formatted((int) letter));
            } else {
                quoted.append(letter);
            }
        }
        return quoted.append('"').toString();
    }
}
