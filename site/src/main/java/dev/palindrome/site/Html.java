package dev.palindrome.site;

import org.commonmark.renderer.html.HtmlWriter;

/** Texts within HTML. */
final class Html {

    private Html() {}

    /** For text and for values in double quotes. */
    static String escape(String text) {
        StringBuilder escaped = new StringBuilder();
        new HtmlWriter(escaped).text(text);
        return escaped.toString();
    }
}
