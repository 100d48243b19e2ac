package dev.palindrome.h2.value;

import java.util.Optional;

/**
 * How CONVERT writes dates and times; with two digits of a year where the number is below 100.
 *
 * @param date pattern of the day; empty where it is not written
 * @param between what stands between day and time
 * @param time pattern of the time; empty where it is not written
 * @param fraction what stands before the fraction of a second; empty where it is not written
 * @param half whether AM or PM is written behind it
 * @see <a href="https://learn.microsoft.com/sql/t-sql/functions/cast-and-convert-transact-sql#date-and-time-styles">Date and
 *     time styles</a>
 */
record DateTimeStyle(String date, String between, String time, String fraction, boolean half) {

    static final int DEFAULT_OF_DATETIME = 0;

    static final int DEFAULT = 121;

    static final int ISO = 126;

    private static final int WITH_CENTURY = 100;

    /** Missing for one that is not taken. */
    static Optional<DateTimeStyle> of(int number) {
        return switch (number) {
            case 0, 100 -> Optional.of(new DateTimeStyle("MMM ppd uuuu", " ", "pph:mm", "", true));
            case 9, 109 -> Optional.of(new DateTimeStyle("MMM ppd uuuu", " ", "pph:mm:ss", ":", true));
            case 13, 113 -> Optional.of(new DateTimeStyle("dd MMM uuuu", " ", "HH:mm:ss", ":", false));
            case 8, 24, 108 -> Optional.of(new DateTimeStyle("", "", "HH:mm:ss", "", false));
            case 14, 114 -> Optional.of(new DateTimeStyle("", "", "HH:mm:ss", ":", false));
            case 20, 120 -> Optional.of(new DateTimeStyle("uuuu-MM-dd", " ", "HH:mm:ss", "", false));
            case 21, 25, 121 -> Optional.of(new DateTimeStyle("uuuu-MM-dd", " ", "HH:mm:ss", ".", false));
            case 126, 127 -> Optional.of(new DateTimeStyle("uuuu-MM-dd", "'T'", "HH:mm:ss", ".", false));
            case 23 -> Optional.of(ofDate("uuuu-MM-dd"));
            default ->
                day(number % WITH_CENTURY)
                        .map(pattern -> ofDate(number < WITH_CENTURY ? pattern.replace("uuuu", "uu") : pattern))
                        .filter(style -> number < 2 * WITH_CENTURY);
        };
    }

    private static Optional<String> day(int number) {
        return Optional.ofNullable(
                switch (number) {
                    case 1 -> "MM/dd/uuuu";
                    case 2 -> "uuuu.MM.dd";
                    case 3 -> "dd/MM/uuuu";
                    case 4 -> "dd.MM.uuuu";
                    case 5 -> "dd-MM-uuuu";
                    case 6 -> "dd MMM uuuu";
                    case 7 -> "MMM dd, uuuu";
                    case 10 -> "MM-dd-uuuu";
                    case 11 -> "uuuu/MM/dd";
                    case 12 -> "uuuuMMdd";
                    default -> null;
                });
    }

    private static DateTimeStyle ofDate(String pattern) {
        return new DateTimeStyle(pattern, "", "", "", false);
    }
}
