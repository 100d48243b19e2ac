package dev.palindrome.tsql.generated;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes slips of the pen, and writes the same in other ways. */
final class Slips {

    private static final Pattern PIECE = Pattern.compile(
            "N?'(?:[^']|'')*+'|\\[[^\\]]*+\\]|\"[^\"]*+\"|[@#\\w$]++|[<>!]=|<>|\\+=|\\s++|.", Pattern.DOTALL);

    private static final String[] OTHERS = {
        "(",
        ")",
        ",",
        ";",
        ".",
        "=",
        "<>",
        "*",
        "+",
        "-",
        "::",
        "'x'",
        "N'y'",
        "1",
        "0x0A",
        "1.5",
        "$",
        "@v",
        "@@x",
        "#t",
        "x",
        "[x]",
        "\"x\"",
        "NULL",
        "SELECT",
        "FROM",
        "WHERE",
        "AND",
        "OR",
        "NOT",
        "IN",
        "AS",
        "ON",
        "SET",
        "TABLE",
        "INTO",
        "VALUES",
        "DEFAULT",
        "BEGIN",
        "END",
        "IF",
        "ELSE",
        "ORDER",
        "BY",
        "GROUP",
        "UNION",
        "ALL",
        "EXISTS",
        "LIKE",
        "BETWEEN",
        "CASE",
        "WHEN",
        "THEN",
        "KEY",
        "PRIMARY",
        "UNIQUE",
        "INDEX",
        "CONSTRAINT",
        "CHECK",
        "REFERENCES",
        "WITH",
        "CREATE",
        "ALTER",
        "DROP",
        "ADD",
        "COLUMN",
        "EXEC",
        "TRAN",
        "TO",
        "FOR",
        "OF",
        "OFF",
        "IS",
        "TOP",
        "DISTINCT",
        "INT",
        "max",
        "DECLARE",
        "WHILE",
        "RETURN",
        "COLLATE",
        "IDENTITY",
        "JOIN",
        "LEFT",
        "OUTER",
        "CROSS",
        "OVER",
        "UPDATE",
        "DELETE",
        "INSERT",
        "TRUE"
    };

    private final Choice any;

    Slips(Choice any) {
        this.any = any;
    }

    private static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        Matcher matcher = PIECE.matcher(text);
        while (matcher.find()) {
            pieces.add(matcher.group());
        }
        return pieces;
    }

    /** The place of a piece that is no white space. */
    private int place(List<String> pieces) {
        int at = any.below(pieces.size());
        return pieces.get(at).isBlank() ? (at + 1) % pieces.size() : at;
    }

    private int next(List<String> pieces, int at) {
        int next = at + 1;
        while (next < pieces.size() && pieces.get(next).isBlank()) {
            next++;
        }
        return Math.min(next, pieces.size() - 1);
    }

    /** A text with one slip. */
    String slip(String text, String other) {
        if (text.isBlank()) {
            return other;
        }
        List<String> pieces = pieces(text);
        int at = place(pieces);
        String piece = pieces.get(at);
        switch (any.below(16)) {
            case 0, 1, 2 -> pieces.set(at, "");
            case 3 -> pieces.set(at, piece + " " + piece);
            case 4 -> {
                int next = next(pieces, at);
                pieces.set(at, pieces.get(next));
                pieces.set(next, piece);
            }
            case 5, 6 -> pieces.set(at, any.of(OTHERS));
            case 7, 8 -> pieces.set(at, piece + " " + any.of(OTHERS));
            case 9 -> pieces.subList(at, pieces.size()).clear();
            case 10 -> change(pieces, ",", any.of("", ", ,", ";", " "));
            case 11 -> change(pieces, any.of("(", ")"), any.of("", "((", "))", "(", ")"));
            case 12 -> pieces.set(at, misspelt(piece));
            case 13 ->
                pieces.subList(at, Math.min(pieces.size(), at + 2 + any.below(6)))
                        .clear();
            case 14 -> {
                List<String> others = pieces(other);
                int from = place(others);
                pieces.addAll(at, others.subList(from, Math.min(others.size(), from + 1 + any.below(8))));
            }
            default -> pieces.set(at, unclosed(piece));
        }
        return String.join("", pieces);
    }

    private void change(List<String> pieces, String what, String to) {
        List<Integer> places = new ArrayList<>();
        for (int at = 0; at < pieces.size(); at++) {
            if (pieces.get(at).equals(what)) {
                places.add(at);
            }
        }
        if (!places.isEmpty()) {
            pieces.set(places.get(any.below(places.size())), to);
        }
    }

    private String misspelt(String word) {
        if (word.length() < 3) {
            return word + word;
        }
        int at = 1 + any.below(word.length() - 2);
        return any.of(
                word.substring(0, at) + word.substring(at + 1),
                word.substring(0, at) + word.charAt(at + 1) + word.charAt(at) + word.substring(at + 2),
                word.substring(0, at) + " " + word.substring(at));
    }

    private String unclosed(String piece) {
        return any.of(
                "'" + piece,
                "[" + piece,
                "\"" + piece,
                "/* " + piece,
                "-- " + piece,
                piece + "'",
                piece + "]",
                "*/" + piece,
                "@" + piece,
                piece + "(",
                piece + "()",
                "." + piece,
                "-" + piece);
    }

    /** A text that means the same as T-SQL: in other blanks, comments, cases and quotes. */
    String rewritten(String text) {
        List<String> pieces = pieces(text);
        for (int at = 0; at < pieces.size(); at++) {
            String piece = pieces.get(at);
            if (piece.isBlank() && any.chance(25)) {
                pieces.set(
                        at,
                        any.of(
                                "\n",
                                "\t",
                                "  \r\n",
                                " /* a /* b */ ; ' */ ",
                                " -- it's (\n",
                                "\n\n",
                                "/**/",
                                "\u00a0"));
            } else if (any.chance(10)) {
                pieces.set(
                        at,
                        any.of(
                                piece.toLowerCase(Locale.ROOT),
                                piece + "/* x */",
                                piece.matches("[a-z]\\w*+") ? "[" + piece + "]" : piece));
            }
        }
        return String.join("", pieces);
    }
}
