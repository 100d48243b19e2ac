package dev.palindrome.tsql.rewrite.expression;

import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.UntranslatableException;
import dev.palindrome.tsql.statement.TokensText;
import java.util.List;
import java.util.Locale;

/** The date functions that take the name of a part. A week begins on Sunday: another SET DATEFIRST is refused. */
final class DateParts {

    private DateParts() {}

    private static final String WEEK = "WEEK";

    private static final String WEEKDAY = "WEEKDAY";

    static String dateAdd(List<List<Token>> arguments, ExpressionRewriter expressions) {
        return three("DATEADD", arguments, expressions);
    }

    /** Of weeks it is the Sundays that count (Microsoft: datediff-transact-sql), and on H2 the Mondays. */
    static String dateDiff(List<List<Token>> arguments, ExpressionRewriter expressions) {
        if (arguments.size() != 3 || !part(arguments.get(0)).equals(WEEK)) {
            return three("DATEDIFF", arguments, expressions);
        }
        return "DATEDIFF(ISO_WEEK, " + dayLater(arguments.get(1), expressions) + ", "
                + dayLater(arguments.get(2), expressions) + ")";
    }

    private static String dayLater(List<Token> date, ExpressionRewriter expressions) {
        return "DATEADD(DAY, 1, " + expressions.rewrite(date).strip() + ")";
    }

    static String datePart(List<List<Token>> arguments, ExpressionRewriter expressions) {
        String part = partOfTwo("DATEPART", arguments);
        return number(part, expressions.rewrite(arguments.get(1)).strip());
    }

    static String dateName(List<List<Token>> arguments, ExpressionRewriter expressions) {
        String part = partOfTwo("DATENAME", arguments);
        String date = expressions.rewrite(arguments.get(1)).strip();
        return switch (part) {
            case "MONTH" -> "MONTHNAME(" + date + ")";
            case WEEKDAY -> "DAYNAME(" + date + ")";
            default -> "CAST(" + number(part, date) + " AS VARCHAR)";
        };
    }

    /** A week begins on Sunday (Microsoft: datetrunc-transact-sql). */
    static String truncated(List<List<Token>> arguments, ExpressionRewriter expressions) {
        if (arguments.size() != 2) {
            throw new UntranslatableException("DATETRUNC with " + arguments.size() + " arguments");
        }
        String part = part(arguments.get(0));
        String date = expressions.rewrite(arguments.get(1)).strip();
        return switch (part) {
            case WEEK -> "DATEADD(DAY, -1, DATE_TRUNC(ISO_WEEK, DATEADD(DAY, 1, " + date + ")))";
            case "DAY_OF_YEAR", "DAYOFYEAR" -> "DATE_TRUNC(DAY, " + date + ")";
            case WEEKDAY, "NANOSECOND" ->
                throw UntranslatableException.refused(9810, "DATETRUNC has no " + part.toLowerCase(Locale.ROOT));
            default -> "DATE_TRUNC(" + part + ", " + date + ")";
        };
    }

    private static String partOfTwo(String name, List<List<Token>> arguments) {
        if (arguments.size() != 2) {
            throw new UntranslatableException(name + " with " + arguments.size() + " arguments");
        }
        String part = part(arguments.get(0));
        if (part.equals("MILLISECOND") || part.equals("MICROSECOND") || part.equals("NANOSECOND")) {
            throw new UntranslatableException(name + " of " + part.toLowerCase(Locale.ROOT));
        }
        return part;
    }

    private static String number(String part, String date) {
        String weekday = "(MOD(EXTRACT(ISO_DAY_OF_WEEK FROM " + date + "), 7) + 1)";
        return switch (part) {
            case WEEKDAY -> weekday;
            case WEEK -> "((EXTRACT(DAY_OF_YEAR FROM " + date + ") - " + weekday + " + 13) / 7)";
            default -> "EXTRACT(" + part + " FROM " + date + ")";
        };
    }

    private static String three(String name, List<List<Token>> arguments, ExpressionRewriter expressions) {
        if (arguments.size() != 3) {
            throw new UntranslatableException(name + " with " + arguments.size() + " arguments");
        }
        String part = part(arguments.get(0));
        if (part.equals("ISO_WEEK")) {
            throw new UntranslatableException(name + " of iso_week");
        }
        return name + "(" + (part.equals(WEEKDAY) ? "DAY" : part) + ", "
                + expressions.rewrite(arguments.get(1)).strip() + ", "
                + expressions.rewrite(arguments.get(2)).strip() + ")";
    }

    private static String part(List<Token> tokens) {
        String name = tokens.size() == 1 ? tokens.get(0).text().toLowerCase(Locale.ROOT) : "";
        return switch (name) {
            case "year", "yy", "yyyy" -> "YEAR";
            case "quarter", "qq", "q" -> "QUARTER";
            case "month", "mm", "m" -> "MONTH";
            case "dayofyear", "dy", "y" -> "DAY_OF_YEAR";
            case "day", "dd", "d" -> "DAY";
            case "week", "wk", "ww" -> WEEK;
            case "weekday", "dw", "w" -> WEEKDAY;
            case "iso_week", "isowk", "isoww" -> "ISO_WEEK";
            case "hour", "hh" -> "HOUR";
            case "minute", "mi", "n" -> "MINUTE";
            case "second", "ss", "s" -> "SECOND";
            case "millisecond", "ms" -> "MILLISECOND";
            case "microsecond", "mcs" -> "MICROSECOND";
            case "nanosecond", "ns" -> "NANOSECOND";
            default -> throw new UntranslatableException("the date part " + TokensText.of(tokens));
        };
    }
}
