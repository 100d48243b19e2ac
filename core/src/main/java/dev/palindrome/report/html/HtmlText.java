package dev.palindrome.report.html;

import dev.palindrome.text.VisibleText;

/**
 * Somebody's text as HTML holds it: nothing in it is markup, and what would not be seen, or would turn the direction of
 * writing, is made visible. Line breaks are line feeds, as a browser reads them.
 */
final class HtmlText {

    private static final char PICTURE_OF_NUL = '\u2400';
    private static final char PICTURE_OF_DELETE = '\u2421';
    private static final char DELETE = 0x7f;

    private HtmlText() {}

    /** Text that can be seen and written as UTF-8, not yet escaped. */
    static String visible(String text) {
        StringBuilder visible = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            if (character == '\r') {
                visible.append(text.startsWith("\n", at + 1) ? "" : "\n");
            } else if (isPair(text, at)) {
                visible.append(character).append(text.charAt(++at));
            } else {
                append(character, visible);
            }
        }
        return visible.toString();
    }

    private static boolean isPair(String text, int at) {
        return at + 1 < text.length() && Character.isSurrogatePair(text.charAt(at), text.charAt(at + 1));
    }

    private static void append(char character, StringBuilder visible) {
        if (character == '\n' || character == '\t') {
            visible.append(character);
        } else if (character < ' ') {
            visible.append((char) (PICTURE_OF_NUL + character));
        } else if (character == DELETE) {
            visible.append(PICTURE_OF_DELETE);
        } else if (VisibleText.steers(character) || Character.isSurrogate(character) || isNoCharacter(character)) {
            visible.append("<U+%04X>".formatted((int) character));
        } else {
            visible.append(character);
        }
    }

    private static boolean isNoCharacter(char character) {
        return character >= 0xfffe || character >= 0xfdd0 && character <= 0xfdef;
    }

    /** The same within an element or an attribute's value. */
    static String escaped(String text) {
        String visible = visible(text);
        StringBuilder escaped = new StringBuilder(visible.length() + 16);
        for (int at = 0; at < visible.length(); at++) {
            char character = visible.charAt(at);
            switch (character) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(character);
            }
        }
        return escaped.toString();
    }
}
