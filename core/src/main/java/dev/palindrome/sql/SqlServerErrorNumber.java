package dev.palindrome.sql;

import dev.palindrome.text.VisibleText;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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

    /** A number that did not fit, which has no quotes about it where a text has. */
    private static final Pattern NUMBER =
            Pattern.compile("(?:out of range: |error converting )\"(-?[0-9]{1,40}(?:[.][0-9]{1,40})?)\"");

    /** H2's type of the column that a text did not become a value of. */
    private static final Pattern COLUMN = Pattern.compile(": \"\"[^\"]++\"\" ([A-Z]++)");

    /** What the front has recorded of that column. */
    private static final Pattern MONEY = Pattern.compile(" type=\"\"(?:small)?money\"\"");

    private static final Pattern TOO_LONG_NUMBER =
            Pattern.compile("^Value too long for column \"[^:]{0,300}NUMERIC\\(\\d{1,2}, \\d{1,2}\\)\"");

    /** How our own begin. Where SQL Server has two for one mistake, ERROR_NUMBER() has the last one. */
    private static final Pattern OWN = Pattern.compile("(?:^|[.] )Msg (\\d{1,9}): ");

    /** Of a column that takes no NULL, in rows that H2 copies to add it. */
    private static final Pattern ADDED =
            Pattern.compile("column \"([^\";]++)\";[^(]++\\(([^)]*+)\\) OVERRIDING SYSTEM VALUE SELECT");

    private static final Pattern QUALIFIED =
            Pattern.compile("^Column \"([^\"]{1,260}+)\" not found", Pattern.CASE_INSENSITIVE);

    /** A key's columns. */
    private static final Pattern KEY = Pattern.compile(" (?:PRIMARY KEY|UNIQUE)(?: NULLS NOT DISTINCT)? ?\\(");

    /** Of a column in ORDER BY. */
    private static final Pattern PLACE = Pattern.compile("^Order by expression \"\\d{1,9}+\"");

    /** Words, and no parts of names. */
    private static final Pattern SEVERAL = Pattern.compile("\\b(?:UNION|EXCEPT|INTERSECT)\\b");

    private static final Pattern DISTINCT = Pattern.compile("\\bDISTINCT\\b");

    private static final String TARGET_TWICE = "target record already processed";

    /** H2's own, of those that are below SQL Server's usual ones. */
    private static final Set<Integer> LOW = Set.of(2000, 7000, 7001, 8000);

    private static final int FIRST_OF_H2 = 20_000;

    private static final String OUTSIDE_OF_TINYINT = "VALUE BETWEEN 0 AND 255";

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
        int number = certain(error);
        return number == 0 ? "" : " (SQL Server's error " + number + ")";
    }

    /**
     * The same with the name that is probably meant.
     *
     * @param error of H2's, or any other
     * @param near see {@link NearObject}
     * @return empty where neither is known
     */
    public static String behind(SQLException error, Optional<String> near) {
        String number = behind(error);
        if (near.isEmpty()) {
            return number;
        }
        String question = VisibleText.line(near.get()) + " meant?";
        return number.isEmpty()
                ? " Is " + question
                : number.substring(0, number.length() - 1) + "; is " + question + ")";
    }

    /**
     * The number of what SQL Server would refuse, too.
     *
     * @param error of H2's, or any other
     * @return 0 where nobody knows, where SQL Server may take the value, and for errors that are not H2's
     */
    public static int certain(SQLException error) {
        String message = String.valueOf(error.getMessage());
        boolean refused = isOfH2(error) && !isReadThere(error.getErrorCode(), message);
        return refused ? of(error.getErrorCode(), message) : 0;
    }

    /**
     * The number.
     *
     * @param error of H2's, or one that has a number of SQL Server's already
     * @return 0 where nobody knows
     */
    public static int of(SQLException error) {
        String message = String.valueOf(error.getMessage());
        if (isOfH2(error)) {
            return of(error.getErrorCode(), message);
        }
        int number = error.getErrorCode();
        if (message.startsWith("Msg " + number + ": ")) {
            for (Matcher own = OWN.matcher(message); own.find(); ) {
                number = Integer.parseInt(own.group(1));
            }
        }
        return number;
    }

    /** At the end of H2's messages stand its number and its build; of ours, too, where H2 has called what has thrown them. */
    private static boolean isOfH2(SQLException error) {
        int number = error.getErrorCode();
        String message = String.valueOf(error.getMessage());
        boolean mayBe = number >= FIRST_OF_H2 && !message.startsWith("Msg " + number + ": ") || LOW.contains(number);
        return mayBe && message.contains("[" + number + "-");
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
            case 21002 -> verb.equals("SELECT") ? 205 : 0;
            case 42101, 90038, 90045, 90035, 90078 -> 2714;
            case 42111 -> 1913;
            case 42121 -> change ? 264 : kind.equals("TABLE") ? 2705 : kind.equals("VIEW") ? 4506 : 0;
            case 42102, 42103, 42104 -> query || kind.equals("VIEW") ? 208 : missingTable(verb, kind, message);
            case 42122 ->
                isAmongValues(verb, message)
                        ? 128
                        : query || kind.equals("VIEW")
                                ? missingColumn(message)
                                : kind.equals("INDEX") ? 1911 : verb.equals("ALTER") ? missingInConstraint(message) : 0;
            case 50100 -> message.contains("\"Window function\"") ? 4108 : 0;
            case 90054 -> message.contains(" WHERE ") ? 147 : 130;
            case 90079 -> query ? 208 : missingSchema(verb, kind);
            case 90017 -> 1779;
            case 90023 -> 8111;
            case 90057 -> 1776;
            case 90059 -> 209;
            case 90016 -> 8120;
            case 90154 -> message.toUpperCase(Locale.ROOT).contains("GENERATED COLUMN") && change ? 544 : 0;
            case 90036 -> query ? 208 : 3701;
            case 90037, 42112 -> 3701;
            case 90156 -> 4511;
            case 23502 -> isAdded(message) ? 4901 : change ? 515 : 0;
            case 90081 -> 515;
            case 23503, 23506 -> 547;
            case 23513 -> message.contains(OUTSIDE_OF_TINYINT) ? 220 : 547;
            case 23505 ->
                message.contains(TARGET_TWICE)
                        ? 8672
                        : kind.equals("INDEX") || kind.equals("TABLE") ? 1505 : duplicate(change, message);
            case 22001 -> TOO_LONG_NUMBER.matcher(message).find() ? 8115 : 2628;
            case 22003 -> isBeyondInt(message) ? 8115 : 0; // a conversion to SMALLINT is 220, arithmetic 8115
            case 22004 -> isBeyondInt(message) ? 8115 : 220; // a column's
            case 22007 -> 241;
            case 22012 -> 8134;
            case 22018 -> conversion(message);
            case 90053 -> 512;
            case 90068 -> order(message);
            case 90110 -> message.contains("\"ROW(") ? 116 : 0;
            default -> 0;
        };
    }

    /** A name where there are only values. */
    private static boolean isAmongValues(String verb, String message) {
        String upper = message.toUpperCase(Locale.ROOT);
        int values = upper.indexOf(" VALUES (");
        return verb.equals("INSERT") && values > 0 && !upper.contains("SELECT") && !isInList(upper, values);
    }

    /** Whether the column that there is not stands among those that are to get values. */
    private static boolean isInList(String message, int values) {
        Matcher column = QUALIFIED.matcher(message);
        int list = message.indexOf('(', message.indexOf("INSERT INTO"));
        return column.find()
                && list > 0
                && list < values
                && message.substring(list, values).contains('"' + column.group(1) + '"');
    }

    /** What a query is sorted by and does not select. */
    private static int order(String message) {
        String upper = message.toUpperCase(Locale.ROOT);
        return PLACE.matcher(message).find()
                ? 108
                : SEVERAL.matcher(upper).find() ? 104 : DISTINCT.matcher(upper).find() ? 145 : 0;
    }

    /** A table that a column's name begins with, and that the statement names nowhere else, is none of its tables. */
    private static int missingColumn(String message) {
        Matcher column = QUALIFIED.matcher(message);
        int point = column.find() ? column.group(1).lastIndexOf('.') : -1;
        if (point < 0) {
            return 207;
        }
        String qualifier = column.group(1).substring(0, point);
        String table = '"' + qualifier.substring(qualifier.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT) + '"';
        String all = message.toLowerCase(Locale.ROOT);
        for (int at = all.indexOf(table, column.end()); at >= 0; at = all.indexOf(table, at + 1)) {
            int end = at + table.length();
            if (end == all.length() || all.charAt(end) != '.') {
                return 207;
            }
        }
        return 4104;
    }

    private static int missingInConstraint(String message) {
        return message.contains(" CHECK") ? 207 : KEY.matcher(message).find() ? 1911 : 0;
    }

    private static boolean isAdded(String message) {
        Matcher matcher = ADDED.matcher(message);
        return message.contains("_COPY_") && matcher.find() && !matcher.group(2).contains('"' + matcher.group(1) + '"');
    }

    private static int missingSchema(String verb, String kind) {
        return switch (verb) {
            case "CREATE" -> 2760;
            case "DROP" -> kind.equals("SCHEMA") ? 15151 : 3701;
            default -> 0;
        };
    }

    /** Of a number that a smaller type cannot hold, or of a text; which error that is depends on the type. */
    private static int conversion(String message) {
        if (NUMBER.matcher(message).find()) {
            return isBeyondInt(message) ? 8115 : 220;
        }
        Matcher column = COLUMN.matcher(message);
        if (!column.find()) {
            return 245;
        }
        return switch (column.group(1)) {
            case "UUID" -> 8169;
            case "BIGINT", "NUMERIC", "DECIMAL", "REAL", "DOUBLE", "FLOAT" ->
                MONEY.matcher(message).find() ? 235 : 8114;
            default -> 245;
        };
    }

    private static boolean isBeyondInt(String message) {
        Matcher matcher = NUMBER.matcher(message);
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
