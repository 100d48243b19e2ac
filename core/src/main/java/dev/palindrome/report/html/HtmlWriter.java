package dev.palindrome.report.html;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.function.Consumer;

/** Writes HTML. Names of elements and attributes are ours; every text and every value is escaped. */
public final class HtmlWriter {

    /** Within these a line break would be seen, or would move what stands in a line. */
    private static final Set<String> BLOCKS = Set.of(
            "section",
            "article",
            "li",
            "ol",
            "ul",
            "details",
            "table",
            "tr",
            "p",
            "h1",
            "h2",
            "h3",
            "h4",
            "figure",
            "header",
            "main",
            "footer",
            "nav",
            "dl",
            "form",
            "fieldset",
            "body");

    private final StringBuilder html = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /**
     * Begins an element.
     *
     * @param tag its name
     * @param attributes name and value in turn; a name without a value has an empty one
     */
    public HtmlWriter open(String tag, String... attributes) {
        tag(tag, attributes);
        open.push(tag);
        return this;
    }

    /** Ends the element that was begun last. */
    public HtmlWriter close() {
        String tag = open.pop();
        html.append("</").append(tag).append('>');
        if (BLOCKS.contains(tag)) {
            html.append('\n');
        }
        return this;
    }

    /** An element that holds others. */
    public HtmlWriter within(String tag, Consumer<HtmlWriter> content, String... attributes) {
        open(tag, attributes);
        content.accept(this);
        return close();
    }

    /** An element that holds a text. */
    public HtmlWriter element(String tag, String text, String... attributes) {
        return open(tag, attributes).text(text).close();
    }

    /** An element that cannot hold anything. */
    public HtmlWriter empty(String tag, String... attributes) {
        tag(tag, attributes);
        return this;
    }

    /** Somebody's text. */
    public HtmlWriter text(String text) {
        html.append(HtmlText.escaped(text));
        return this;
    }

    /** A file of ours, such as a script, as it is. */
    HtmlWriter own(String text) {
        html.append(text);
        return this;
    }

    private void tag(String tag, String... attributes) {
        html.append('<').append(tag);
        for (int at = 0; at < attributes.length; at += 2) {
            html.append(' ').append(attributes[at]);
            if (!attributes[at + 1].isEmpty()) {
                html.append("=\"").append(HtmlText.escaped(attributes[at + 1])).append('"');
            }
        }
        html.append('>');
    }

    @Override
    public String toString() {
        return html.toString();
    }
}
