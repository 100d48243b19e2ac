package dev.palindrome.production.mask.run;

/**
 * Where an e-mail address may stand in a text: all around an {@code @} that addresses are made of.
 *
 * @param begin of what may be before the {@code @}
 * @param at the {@code @}
 * @param end behind the domain's last letter or digit
 */
record EmailSpan(int begin, int at, int end) {

    private static final String IN_EMAILS = ".!#$%&'*+-/=?^_`{|}~";

    /** What mailboxes have at most (RFC 5321), and something before it. */
    private static final int MOST_BEFORE_AT = 80;

    static EmailSpan around(String text, int at) {
        int begin = at;
        while (begin > 0 && at - begin < MOST_BEFORE_AT && isInEmail(text.charAt(begin - 1))) {
            begin--;
        }
        return new EmailSpan(begin, at, endOfDomain(text, at));
    }

    /** Behind the last letter or digit of what stands behind an {@code @}; right behind it where nothing does. */
    static int endOfDomain(String text, int at) {
        int end = at + 1;
        while (end < text.length() && isInDomain(text.charAt(end))) {
            end++;
        }
        while (end > at + 1 && !Character.isLetterOrDigit(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    /** What stands around an address may be part of one: quotes, an equals sign. Without it. */
    EmailSpan withoutSigns(String text) {
        int from = begin;
        while (from < at && !Character.isLetterOrDigit(text.charAt(from))) {
            from++;
        }
        return new EmailSpan(from, at, end);
    }

    boolean isAddress() {
        return begin < at && end > at + 1;
    }

    private static boolean isInEmail(char character) {
        return Character.isLetterOrDigit(character) || IN_EMAILS.indexOf(character) >= 0;
    }

    private static boolean isInDomain(char character) {
        return Character.isLetterOrDigit(character) || character == '.' || character == '-';
    }
}
