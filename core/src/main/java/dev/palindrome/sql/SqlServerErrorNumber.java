package dev.palindrome.sql;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** With which number SQL Server refuses what the embedded engine has refused with one of H2's. */
public final class SqlServerErrorNumber {

    /** H2 shows the statement behind its message. */
    private static final Pattern STATEMENT =
            Pattern.compile("SQL statement:\\s++([A-Z]++)(?:\\s++(?:UNIQUE |NULLS |NOT |DISTINCT )*+([A-Z]++))?+");

    /** A value that H2 could not convert: {@code constant "7/4/1996"}, {@code "'x' (T: …"}, and of an empty text nothing. */
    private static final Pattern VALUE =
            Pattern.compile("(?:converting|constant) (?:;|\"(?:'([^']*+)' \\(|([^\"]*+)\"))");

    /** Texts that SQL Server makes whole numbers, money or GUIDs of, and H2 does not. */
    private static final Pattern NUMBER_OR_GUID = Pattern.compile("[\\s\\d.,$£€¥+-]*+|\\{[0-9A-Fa-f-]++}");

    private static final Pattern OUT_OF_RANGE = Pattern.compile("out of range: \"(-?[0-9]{1,40}(?:[.][0-9]{1,40})?)\"");

    private static final Pattern TOO_LONG_NUMBER =
            Pattern.compile("^Value too long for column \"[^:]{0,300}NUMERIC\\(\\d{1,2}, \\d{1,2}\\)\"");

    private SqlServerErrorNumber() {}

    /**
     * A clause to stand behind H2's message.
     *
     * @param error of H2's, or any other
     * @return empty where there is no such number, or nobody knows
     */
    public static String behind(SQLException error) {
        String message = String.valueOf(error.getMessage());
        if (isOfH2(error) && isReadThere(error.getErrorCode(), message)) {
            return " (SQL Server may read this value: run with palindrome.engine=sqlserver)";
        }
        int number = isOfH2(error) ? of(error.getErrorCode(), message) : 0;
        return number == 0 ? "" : " (SQL Server's error " + number + ")";
    }

    /**
     * The number.
     *
     * @param error of H2's, or one that has a number of SQL Server's already
     * @return 0 where nobody knows
     */
    public static int of(SQLException error) {
        return isOfH2(error) ? of(error.getErrorCode(), String.valueOf(error.getMessage())) : error.getErrorCode();
    }

    /** At the end of H2's messages stand its number and its build. */
    private static boolean isOfH2(SQLException error) {
        return String.valueOf(error.getMessage()).contains("[" + error.getErrorCode() + "-");
    }

    /** Microsoft docs: "CAST and CONVERT" and the pages of the types, on what texts may look like. */
    private static boolean isReadThere(int h2, String message) {
        Matcher matcher = VALUE.matcher(message);
        if (!matcher.find()) {
            return false;
        }
        String value = Stream.of(matcher.group(1), matcher.group(2))
                .filter(Objects::nonNull)
                .collect(Collectors.joining());
        return switch (h2) {
            case 22007 -> value.isBlank() || value.chars().anyMatch(Character::isDigit);
            case 22018 -> NUMBER_OR_GUID.matcher(value).matches();
            default -> false;
        };
    }

    private static int of(int h2, String message) {
        Matcher matcher = STATEMENT.matcher(message);
        boolean found = matcher.find();
        String verb = found ? matcher.group(1) : "";
        String kind = found && matcher.group(2) != null ? matcher.group(2) : "";
        boolean change = verb.equals("INSERT") || verb.equals("UPDATE") || verb.equals("MERGE");
        boolean query = change || verb.equals("DELETE") || verb.equals("SELECT") || verb.equals("WITH");
        return switch (h2) {
            case 42101, 90038, 90045, 90035 -> 2714;
            case 42111 -> 1913;
            case 42121 -> change ? 264 : kind.equals("TABLE") ? 2705 : 0;
            case 42102 -> query || kind.equals("VIEW") ? 208 : missingTable(verb, kind, message);
            case 42122 -> query ? 207 : kind.equals("INDEX") ? 1911 : 0;
            case 90017 -> 1779;
            case 90023 -> 8111;
            case 90057 -> 1776;
            case 90059 -> 209;
            case 90016 -> 8120;
            case 90154 -> message.toUpperCase(Locale.ROOT).contains("GENERATED COLUMN") && change ? 544 : 0;
            case 90037, 90036, 42112 -> 3701;
            case 90156 -> 4511;
            case 23502 -> change ? 515 : 0;
            case 23503, 23506, 23513 -> 547;
            case 23505 -> kind.equals("INDEX") || kind.equals("TABLE") ? 1505 : duplicate(change, message);
            case 22001 -> TOO_LONG_NUMBER.matcher(message).find() ? 8115 : 2628;
            case 22003 -> isBeyondInt(message) ? 8115 : 0;
            case 22007 -> 241;
            case 22012 -> 8134;
            case 22018 -> 245;
            default -> 0;
        };
    }

    /** Of a smaller one it depends on who looks: a conversion to SMALLINT is 220, arithmetic 8115. */
    private static boolean isBeyondInt(String message) {
        Matcher matcher = OUT_OF_RANGE.matcher(message);
        return matcher.find()
                && new BigDecimal(matcher.group(1)).abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) > 0;
    }

    /** Of a constraint and of an index it is another one, and of those only a primary key is called so by H2. */
    private static int duplicate(boolean change, String message) {
        return change && message.contains("PRIMARY KEY ON ") ? 2627 : 0;
    }

    private static int missingTable(String verb, String kind, String message) {
        if (kind.equals("INDEX")) {
            return 1088;
        }
        return !verb.equals("ALTER") ? 0 : message.contains(" FOREIGN KEY ") ? 1767 : 4902;
    }
}
