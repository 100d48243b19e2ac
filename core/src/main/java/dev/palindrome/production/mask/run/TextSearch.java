package dev.palindrome.production.mask.run;

import dev.palindrome.production.json.JsonStrings;

/**
 * Looks whether a text holds one of the sought values: e-mail addresses around each {@code @}, and numbers in any run of groups
 * of letters and digits with blanks, points, strokes or brackets between them.
 */
final class TextSearch {

    private static final String BETWEEN_GROUPS = " .-/()+_";

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
        return finds(text, true, true);
    }

    /**
     * The same of a part of what is sought.
     *
     * @param emails whether addresses are looked for
     * @param numbers whether numbers are
     */
    boolean finds(String text, boolean emails, boolean numbers) {
        boolean forEmails = emails && sought.lookForEmails();
        boolean forNumbers = numbers && sought.lookForNumbers();
        if (!forEmails && !forNumbers) {
            return false;
        }
        String plain = text;
        boolean isFound = findsPlain(plain, forEmails, forNumbers);
        for (int depth = 0; !isFound && depth < MOST_ESCAPED && plain.indexOf('\\') >= 0; depth++) {
            plain = JsonStrings.unescaped(plain);
            isFound = findsPlain(plain, forEmails, forNumbers);
        }
        return isFound;
    }

    private boolean findsPlain(String text, boolean emails, boolean numbers) {
        return emails && findsEmail(text) || numbers && findsNumber(text);
    }

    /** Whether it holds a sought address. Of most addresses the domain tells already that they are none. */
    private boolean findsEmail(String text) {
        return findsPlainEmail(text) || PlainText.hidesAt(text) && findsPlainEmail(PlainText.of(text));
    }

    private boolean findsPlainEmail(String text) {
        for (int at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
            int end = EmailSpan.endOfDomain(text, at);
            if (sought.hasDomain(hash(text, at + 1, end)) && findsEmail(text, EmailSpan.around(text, at))) {
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
            if (mayBeOfNumber(text, at, end)
                    && (findsNumberFrom(text, at) || isInternational(text, at) && findsNationalFrom(text, at))) {
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
                hash = ValueHash.with(hash, SoughtValues.fold(text.charAt(i)));
            }
            length += end - at;
            if (length >= SoughtValues.LEAST_LENGTH && sought.hasNumber(ValueHash.end(hash))) {
                return true;
            }
            at = nextGroup(text, end);
        }
        return false;
    }

    private static boolean isInternational(String text, int from) {
        return from > 0 && PlainText.narrow(text.charAt(from - 1)) == '+' || text.startsWith("00", from);
    }

    /** A number with its country's code may be sought as it is written within the country. */
    private boolean findsNationalFrom(String text, int from) {
        StringBuilder digits = new StringBuilder();
        int at = from;
        for (int groups = 0; groups < MOST_GROUPS && at < text.length(); groups++) {
            int end = endOfGroup(text, at);
            for (int i = at; i < end; i++) {
                char digit = PlainText.narrow(text.charAt(i));
                if (digit < '0' || digit > '9') {
                    return false;
                }
                digits.append(digit);
            }
            for (String national : SoughtValues.nationals(digits.toString())) {
                if (sought.hasNumber(SoughtValues.number(national))) {
                    return true;
                }
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
        while (at < text.length() && isBetweenGroups(text.charAt(at))) {
            at++;
        }
        boolean goesOn = at < text.length() && at - from <= MOST_BETWEEN && Character.isLetterOrDigit(text.charAt(at));
        return goesOn ? at : text.length();
    }

    /** Beside these, blanks and strokes of any width, and what is not seen. */
    private static boolean isBetweenGroups(char character) {
        if (character < 128) {
            return BETWEEN_GROUPS.indexOf(character) >= 0;
        }
        int type = Character.getType(character);
        return type == Character.SPACE_SEPARATOR
                || type == Character.DASH_PUNCTUATION
                || type == Character.FORMAT
                || BETWEEN_GROUPS.indexOf(PlainText.narrow(character)) >= 0;
    }
}
