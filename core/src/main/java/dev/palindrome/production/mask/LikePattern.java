package dev.palindrome.production.mask;

/** LIKE of T-SQL (docs: like-transact-sql): per cent for any letters, underscore for one, brackets for one of some. */
final class LikePattern {

    private LikePattern() {}

    /** Whether a text is like a pattern, case and all. The last per cent is the only one that is tried anew. */
    static boolean fits(String pattern, String text) {
        int inPattern = 0;
        int inText = 0;
        int behindPercent = -1;
        int retryAt = 0;
        while (inText < text.length()) {
            if (inPattern < pattern.length() && pattern.charAt(inPattern) == '%') {
                behindPercent = ++inPattern;
                retryAt = inText;
            } else if (inPattern < pattern.length() && isOne(pattern, inPattern, text.charAt(inText))) {
                inPattern = next(pattern, inPattern);
                inText++;
            } else if (behindPercent >= 0) {
                inPattern = behindPercent;
                inText = ++retryAt;
            } else {
                return false;
            }
        }
        while (inPattern < pattern.length() && pattern.charAt(inPattern) == '%') {
            inPattern++;
        }
        return inPattern == pattern.length();
    }

    private static boolean isOne(String pattern, int at, char letter) {
        char wanted = pattern.charAt(at);
        int close = wanted == '[' ? closing(pattern, at) : -1;
        return close < 0 ? wanted == '_' || wanted == letter : isIn(pattern, at + 1, close, letter);
    }

    private static boolean isIn(String pattern, int begin, int end, char letter) {
        boolean not = pattern.charAt(begin) == '^' && end - begin > 1;
        for (int i = not ? begin + 1 : begin; i < end; i++) {
            boolean range = i + 2 < end && pattern.charAt(i + 1) == '-';
            char last = pattern.charAt(range ? i + 2 : i);
            if (letter >= pattern.charAt(i) && letter <= last) {
                return !not;
            }
            i += range ? 2 : 0;
        }
        return not;
    }

    /** Of brackets with something in them; -1 if there is none, so that the bracket stands for itself. */
    private static int closing(String pattern, int open) {
        int close = pattern.indexOf(']', open + 2);
        return close;
    }

    private static int next(String pattern, int at) {
        int close = pattern.charAt(at) == '[' ? closing(pattern, at) : -1;
        return close < 0 ? at + 1 : close + 1;
    }
}
