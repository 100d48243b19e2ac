package dev.palindrome.tsql.value;

import dev.palindrome.sql.SqlType;
import dev.palindrome.tsql.Token;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a literal may mean to a type that is not known yet. */
final class LiteralDoubt {

    private static final int LONGEST = 60;

    private static final BigDecimal GREATEST_SMALLMONEY =
            SqlType.SMALLMONEY.numbers().orElseThrow().greatest();

    /** What H2 takes as a BIT, a number or a GUID, and SQL Server does not; no digits there are taken as 0. */
    private static final Pattern TAKEN_BY_H2 = Pattern.compile(
            "\\s*(?:y|yes|n|no|t|f|[-+]|[-+]?[\\d.]{1,40}e[-+]?\\d{1,3}|[0-9a-f]{32})\\s*", Pattern.CASE_INSENSITIVE);

    /** Digits where a date has them; as a DATETIMEOFFSET H2 takes it in the zone of the JVM, SQL Server in UTC. */
    private static final Pattern DATE =
            Pattern.compile("(?:\\d{1,4}-\\d{1,2}-\\d{1,2}(?![-\\w])|\\d{8}(?![-\\w])|\\d{4}-\\d\\d-\\d\\dT)");

    /** What H2 refuses as a date, time, number or GUID, and SQL Server may take. */
    private static final Pattern OTHER = Pattern.compile(
            "[/.:{$,€£¥]|^[0-9A-F]{8}-[-0-9A-F]{27}.|^(?:\\d{4}|\\d{6}|\\d++(?: \\d++)++)$|\\d\\s?[ap]m\\b|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec",
            Pattern.CASE_INSENSITIVE);

    private LiteralDoubt() {}

    static Question of(Token literal) {
        return switch (literal.kind()) {
            case STRING -> ofText(literal.value());
            case NUMBER -> ofNumber(literal.text());
            default -> Question.NONE;
        };
    }

    static boolean isNumber(String text) {
        return text.strip().matches("[-+]?\\d*+\\.?\\d*+");
    }

    private static Question ofText(String text) {
        if (text.isBlank() || text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")) {
            return Question.IF_REFUSED;
        }
        if (text.length() <= LONGEST && TAKEN_BY_H2.matcher(text).matches()) {
            return Question.ALWAYS;
        }
        if (text.length() > LONGEST || !hasDigit(text)) {
            return Question.NONE;
        }
        if (DATE.matcher(text.strip()).lookingAt()) {
            return Question.ALWAYS;
        }
        return OTHER.matcher(text).find() ? Question.IF_REFUSED : Question.NONE;
    }

    private static boolean hasDigit(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= '0' && text.charAt(i) <= '9') {
                return true;
            }
        }
        return false;
    }

    /** As a whole number SQL Server cuts its fraction off, and 0 is a date. */
    private static Question ofNumber(String number) {
        if (number.equals("0")) {
            return Question.IF_REFUSED;
        }
        if (number.toLowerCase(Locale.ROOT).contains("e")) {
            return Question.ALWAYS; // as text it is 1e+010
        }
        BigDecimal value = new BigDecimal(number);
        if (value.compareTo(GREATEST_SMALLMONEY) > 0) {
            return Question.ALWAYS; // as H2 has it, a SMALLMONEY holds more
        }
        if (!number.contains(".")) {
            return Question.NONE;
        }
        boolean same = value.setScale(0, RoundingMode.DOWN).compareTo(value.setScale(0, RoundingMode.HALF_UP)) == 0;
        return same ? Question.NONE : Question.ALWAYS;
    }
}
