package dev.palindrome.tsql.value.type;

import dev.palindrome.sql.CodePage;
import dev.palindrome.sql.SqlType;
import dev.palindrome.sql.SqlTypeFamily;
import dev.palindrome.tsql.DateOrder;
import dev.palindrome.tsql.Token;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a literal may mean to a type that is not known yet. */
public enum LiteralDoubt {
    /** To H2 the same as to SQL Server. */
    NONE(Question.NONE),
    /** A text that is no bytes by itself, and may be no XML. */
    TEXT(Question.NONE),
    /** A day that there is, as {@code 2024-01-02}: H2 takes it in the zone of the JVM where an offset is wanted. */
    DAY(Question.ALWAYS),
    /** Digits where a date has them, and more. */
    MOMENT(Question.ALWAYS),
    /** Nothing, which may be 0 or a day. */
    BLANK(Question.IF_REFUSED),
    /** {@code true} and {@code false}, with which H2 compares no BIT. */
    TRUTH(Question.IF_REFUSED),
    /** What H2 refuses as a date, time, number or GUID, and SQL Server may take. */
    OTHER_TEXT(Question.IF_REFUSED),
    /** What H2 takes as a BIT, a number or a GUID, and SQL Server does not; or the other way round. */
    TAKEN_BY_ONE(Question.ALWAYS),
    /** 0, which is a day, too. */
    ZERO(Question.IF_REFUSED),
    /** A whole number, whose bytes have zeros before them, and which is a day. */
    WHOLE(Question.NONE),
    /** A fraction that is cut off in a whole number. */
    FRACTION(Question.ALWAYS),
    /** Letters that the code page of a VARCHAR may not hold. */
    LETTERS(Question.ALWAYS),
    /** A floating-point number, which is written in another way as text. */
    FLOATING(Question.ALWAYS),
    /** A floating-point number that is more than a REAL holds, which H2 takes as one without an end. */
    GREAT_FLOATING(Question.ALWAYS),
    /** More than some types hold. */
    GREAT(Question.ALWAYS);

    private static final int LONGEST = 60;

    private static final BigDecimal GREATEST_SMALLMONEY =
            SqlType.SMALLMONEY.numbers().orElseThrow().greatest();

    private static final LocalDate FIRST_DATETIME =
            SqlType.DATETIME.dateTimes().orElseThrow().first().toLocalDate();

    private static final Pattern TAKEN = Pattern.compile(
            "^\\s*+(?:y|yes|n|no|t|f|[-+]|[-+]?[\\d.]{1,40}e[-+]?\\d{1,3}|[0-9a-f]{32})\\s*+",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern DIGITS_OF_A_DATE =
            Pattern.compile("(?:\\d{1,4}-\\d{1,2}-\\d{1,2}(?![-\\w])|\\d{8}(?![-\\w])|\\d{4}-\\d\\d-\\d\\dT)");

    private static final Pattern NUMBERS = Pattern.compile("[-+]?+\\d*+\\.?+\\d*+");

    private static final Pattern DAYS = Pattern.compile("(\\d{4})-(\\d\\d)-(\\d\\d)");

    private static final Pattern OTHERS = Pattern.compile(
            "[/.:{$,€£¥]|^[0-9A-F]{8}-[-0-9A-F]{27}.|^(?:\\d{4}|\\d{6}|\\d++(?: \\d++)++)$|\\d\\s?[ap]m\\b|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec",
            Pattern.CASE_INSENSITIVE);

    private final Question question;

    LiteralDoubt(Question question) {
        this.question = question;
    }

    /** Where nobody can say of which type it has to be. */
    public Question question() {
        return question;
    }

    /** Whether it has to be read for a column of a type. */
    boolean matters(ValueType type, DateOrder order) {
        boolean text = type.family().isText();
        return switch (this) {
            case NONE -> false;
            case TEXT -> type.is(SqlTypeFamily.BINARY, SqlTypeFamily.XML);
            case TRUTH -> !text && !type.is(SqlTypeFamily.BIT);
            case DAY -> order != DateOrder.MDY && type.family().isTime() || !isDay(type.type()) && !text;
            case MOMENT, BLANK, OTHER_TEXT, TAKEN_BY_ONE -> !text;
            case WHOLE -> type.family().isTime() || type.is(SqlTypeFamily.BINARY);
            case ZERO -> type.family().isTime() || type.is(SqlTypeFamily.BINARY, SqlTypeFamily.GUID);
            case FRACTION -> type.family().isTime() || type.is(SqlTypeFamily.WHOLE_NUMBER);
            case LETTERS -> !type.is(SqlTypeFamily.NATIONAL_TEXT);
            case FLOATING -> !type.is(SqlTypeFamily.FLOATING_POINT);
            case GREAT_FLOATING -> type.type() == SqlType.REAL || !type.is(SqlTypeFamily.FLOATING_POINT);
            case GREAT -> !type.is(SqlTypeFamily.DECIMAL, SqlTypeFamily.FLOATING_POINT);
        };
    }

    private static boolean isDay(SqlType type) {
        return type == SqlType.DATE || type == SqlType.DATETIME || type == SqlType.DATETIME2;
    }

    public static LiteralDoubt of(Token literal) {
        return switch (literal.kind()) {
            case STRING -> CodePage.holds(literal.value()) ? ofText(literal.value()) : LETTERS;
            case NUMBER -> ofNumber(literal.text());
            default -> NONE;
        };
    }

    public static boolean isNumber(String text) {
        return NUMBERS.matcher(text.strip()).matches();
    }

    private static LiteralDoubt ofText(String text) {
        if (text.isBlank()) {
            return BLANK;
        }
        if (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")) {
            return TRUTH;
        }
        if (text.length() <= LONGEST && TAKEN.matcher(text).matches()) {
            return TAKEN_BY_ONE;
        }
        if (text.length() > LONGEST || !hasDigit(text)) {
            return NONE;
        }
        if (DIGITS_OF_A_DATE.matcher(text.strip()).lookingAt()) {
            return isDay(text) ? DAY : MOMENT;
        }
        return OTHERS.matcher(text).find() ? OTHER_TEXT : NONE;
    }

    private static boolean isDay(String text) {
        Matcher matcher = DAYS.matcher(text);
        try {
            return matcher.matches() && !LocalDate.parse(text).isBefore(FIRST_DATETIME);
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean hasDigit(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= '0' && text.charAt(i) <= '9') {
                return true;
            }
        }
        return false;
    }

    private static boolean isBeyondReal(String number) {
        try {
            return Float.isInfinite(Float.parseFloat(number));
        } catch (NumberFormatException e) {
            return false; // 1E is a number there, too
        }
    }

    private static LiteralDoubt ofNumber(String number) {
        if (number.equals("0")) {
            return ZERO;
        }
        if (number.toLowerCase(Locale.ROOT).contains("e")) {
            return isBeyondReal(number) ? GREAT_FLOATING : FLOATING;
        }
        BigDecimal value = new BigDecimal(number);
        if (value.compareTo(GREATEST_SMALLMONEY) > 0) {
            return GREAT;
        }
        boolean same = value.setScale(0, RoundingMode.DOWN).compareTo(value.setScale(0, RoundingMode.HALF_UP)) == 0;
        return !same ? FRACTION : value.scale() <= 0 ? WHOLE : NONE;
    }
}
