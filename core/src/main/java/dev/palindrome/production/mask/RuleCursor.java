package dev.palindrome.production.mask;

import dev.palindrome.production.json.JsonPath;
import dev.palindrome.production.json.JsonPathException;
import dev.palindrome.production.json.JsonPathReader;
import java.util.Locale;

/** Goes along a line. What begins with a number sign at the line's start or behind a blank is a comment. */
final class RuleCursor {

    private final String line;
    private int at;

    RuleCursor(String line) {
        this.line = line;
    }

    void skipBlanks() {
        while (at < line.length() && Character.isWhitespace(line.charAt(at))) {
            at++;
        }
    }

    /** Whether there is nothing more but a comment. */
    boolean isAtEnd() {
        return at >= line.length() || isComment(at);
    }

    private boolean isComment(int place) {
        return line.charAt(place) == '#' && (place == 0 || Character.isWhitespace(line.charAt(place - 1)));
    }

    boolean isAt(char character) {
        return !isAtEnd() && line.charAt(at) == character;
    }

    /** Passes a character if it stands here. */
    boolean pass(char character) {
        if (isAt(character)) {
            at++;
            return true;
        }
        return false;
    }

    /** Passes a word and the blanks around it, if it stands here as a whole. */
    boolean passWord(String word) {
        int end = at + word.length();
        if (end > line.length()
                || !line.substring(at, end).toLowerCase(Locale.ROOT).equals(word)
                || end < line.length() && !Character.isWhitespace(line.charAt(end))) {
            return false;
        }
        at = end;
        skipBlanks();
        return true;
    }

    /** What stands up to one of some characters, a blank or the end. */
    String upToBlankOr(String characters) {
        int begin = at;
        while (!isAtEnd() && !Character.isWhitespace(line.charAt(at)) && characters.indexOf(line.charAt(at)) < 0) {
            at++;
        }
        return line.substring(begin, at);
    }

    /** What stands up to a character or the end, without blanks around it. */
    String upTo(char character) {
        int begin = at;
        while (!isAtEnd() && line.charAt(at) != character) {
            at++;
        }
        return line.substring(begin, at).strip();
    }

    /** What stands up to a character, a path or the end, without blanks around it. */
    String upToPathOr(char character) {
        int begin = at;
        while (!isAtEnd() && line.charAt(at) != character && !isPath(at)) {
            at++;
        }
        return line.substring(begin, at).strip();
    }

    private boolean isPath(int place) {
        return line.charAt(place) == '$' && place > 0 && Character.isWhitespace(line.charAt(place - 1));
    }

    /**
     * Passes a path to members of JSON.
     *
     * @throws RuleSyntaxException if what stands here is none
     */
    JsonPath path() throws RuleSyntaxException {
        JsonPathReader reader = new JsonPathReader(line, at);
        try {
            JsonPath path = reader.read();
            at = reader.end();
            return path;
        } catch (JsonPathException e) {
            throw new RuleSyntaxException(
                    "the path cannot be read at character %d of the line: %s".formatted(e.at() + 1, e.getMessage()));
        }
    }

    /** What stands up to a comment or the end, without blanks around it. */
    String rest() {
        return upTo('\0');
    }

    /**
     * What stands up to the quote or bracket that closes the one passed last; doubled, it stands for itself.
     *
     * @throws RuleSyntaxException if nothing closes it
     */
    String upToClosing(char closing) throws RuleSyntaxException {
        StringBuilder text = new StringBuilder();
        while (at < line.length()) {
            char character = line.charAt(at++);
            if (character != closing) {
                text.append(character);
            } else if (at < line.length() && line.charAt(at) == closing) {
                text.append(closing);
                at++;
            } else {
                return text.toString();
            }
        }
        throw new RuleSyntaxException("a %c is missing at the end.".formatted(closing));
    }
}
