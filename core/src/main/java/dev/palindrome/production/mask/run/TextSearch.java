package dev.palindrome.production.mask.run;

import dev.palindrome.production.json.JsonStrings;

/**
 * Looks whether a text holds one of the sought values: e-mail addresses around each {@code @}, and numbers in any run of groups
 * of letters and digits with blanks, points, strokes or brackets between them.
 */
final class TextSearch {

    private static final String BETWEEN_GROUPS = " .-/()+\u00a0";

    private static final int MOST_BETWEEN = 3;
    private static final int MOST_GROUPS = 12;
    private static final int MOST_LETTERS = 2;

    /** A document that is a text in a document that is a text in a document. */
    private static final int MOST_ESCAPED = 3;

    private final SoughtValues sought;

    TextSearch(SoughtValues sought) {
        this.sought = sought;
    }

    /** Escapes of JSON count as what they stand for, also those of a document in a document. */
    boolean finds(String text) {
        String plain = text;
        boolean isFound = findsPlain(plain);
        for (int depth = 0; !isFound && depth < MOST_ESCAPED && plain.indexOf('\\') >= 0; depth++) {
            plain = JsonStrings.unescaped(plain);
            isFound = findsPlain(plain);
        }
        return isFound;
    }

    private boolean findsPlain(String text) {
        return sought.lookForEmails() && findsEmail(text) || sought.lookForNumbers() && findsNumber(text);
    }

    private boolean findsEmail(String text) {
        for (int at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
            if (findsEmail(text, EmailSpan.around(text, at))) {
                return true;
            }
        }
        return false;
    }

    /** What stands around an address may be part of one: quotes, an equals sign, a full stop. */
    private boolean findsEmail(String text, EmailSpan span) {
        int begin = span.begin();
        while (begin < span.at()) {
            if (begin == span.begin() || !Character.isLetterOrDigit(text.charAt(begin - 1))) {
                if (sought.hasEmail(hash(text, begin, span.end()))) {
                    return true;
                }
            }
            begin++;
        }
        return false;
    }

    static long hash(String text, int begin, int end) {
        long hash = ValueHash.EMPTY;
        for (int i = begin; i < end; i++) {
            hash = ValueHash.with(hash, ValueHash.fold(text.charAt(i)));
        }
        return ValueHash.end(hash);
    }

    private boolean findsNumber(String text) {
        int at = 0;
        while (at < text.length()) {
            if (!Character.isLetterOrDigit(text.charAt(at))) {
                at++;
                continue;
            }
            int end = endOfGroup(text, at);
            if (mayBeOfNumber(text, at, end) && findsNumberFrom(text, at)) {
                return true;
            }
            at = end;
        }
        return false;
    }

    private boolean findsNumberFrom(String text, int from) {
        long hash = ValueHash.EMPTY;
        int length = 0;
        int at = from;
        for (int groups = 0; groups < MOST_GROUPS && at < text.length(); groups++) {
            int end = endOfGroup(text, at);
            if (!mayBeOfNumber(text, at, end)) {
                return false;
            }
            for (int i = at; i < end; i++) {
                hash = ValueHash.with(hash, ValueHash.fold(text.charAt(i)));
            }
            length += end - at;
            if (length >= SoughtValues.LEAST_LENGTH && sought.hasNumber(ValueHash.end(hash))) {
                return true;
            }
            at = nextGroup(text, end);
        }
        return false;
    }

    /** Words are not. */
    private static boolean mayBeOfNumber(String text, int from, int to) {
        if (to - from <= MOST_LETTERS) {
            return true;
        }
        for (int i = from; i < to; i++) {
            if (Character.isDigit(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static int endOfGroup(String text, int from) {
        int end = from;
        while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** The text's end where too much or something else stands between. */
    private static int nextGroup(String text, int from) {
        int at = from;
        while (at < text.length() && BETWEEN_GROUPS.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        boolean goesOn = at < text.length() && at - from <= MOST_BETWEEN && Character.isLetterOrDigit(text.charAt(at));
        return goesOn ? at : text.length();
    }
}
