package dev.palindrome.tsql.rewrite;

import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.UntranslatableException;
import dev.palindrome.tsql.statement.TokensText;
import java.util.List;
import java.util.Locale;

/** The date functions that take the name of a part. Weeks are refused: their first day is a setting on SQL Server. */
final class DateParts {

    private DateParts() {}

    static String dateAdd(List<List<Token>> arguments, ExpressionRewriter expressions) {
        return three("DATEADD", arguments, expressions);
    }

    static String dateDiff(List<List<Token>> arguments, ExpressionRewriter expressions) {
        return three("DATEDIFF", arguments, expressions);
    }

    static String datePart(List<List<Token>> arguments, ExpressionRewriter expressions) {
        if (arguments.size() != 2) {
            throw new UntranslatableException("DATEPART with " + arguments.size() + " arguments");
        }
        String part = part(arguments.get(0));
        if (part.equals("MILLISECOND") || part.equals("MICROSECOND") || part.equals("NANOSECOND")) {
            throw new UntranslatableException("DATEPART of " + part.toLowerCase(Locale.ROOT));
        }
        return "EXTRACT(" + part + " FROM "
                + expressions.rewrite(arguments.get(1)).strip() + ")";
    }

    private static String three(String name, List<List<Token>> arguments, ExpressionRewriter expressions) {
        if (arguments.size() != 3) {
            throw new UntranslatableException(name + " with " + arguments.size() + " arguments");
        }
        return name + "(" + part(arguments.get(0)) + ", "
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
