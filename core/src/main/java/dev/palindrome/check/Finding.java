package dev.palindrome.check;

import dev.palindrome.text.VisibleText;

/**
 * Something that is wrong, or dangerous, in a script.
 *
 * @param code such as {@code PAL012}; docs/check.md explains each
 * @param script the script's path below its location
 * @param line of the script, from 1
 * @param message what is wrong, and the way out
 * @param source where the script was found: a URL whose last part is written as it is; empty where there is no such script
 */
public record Finding(String code, String script, int line, String message, String source) {

    /**
     * The finding in a line, such as {@code V7__phone.sql:3: PAL011 …}.
     *
     * @return text for messages and reports
     */
    @Override
    public String toString() {
        return VisibleText.line(script + ":" + line + ": " + code + " " + message);
    }
}
