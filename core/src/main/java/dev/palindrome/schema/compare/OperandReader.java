package dev.palindrome.schema.compare;

import dev.palindrome.tsql.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads what conditions compare: sums, calls, literals, names. */
final class OperandReader {

    /** Words that SQL Server stores as calls (Microsoft: functions of these names). */
    private static final Map<String, String> CALLS = Map.of(
            "current_timestamp", "getdate()",
            "current_user", "user_name()",
            "session_user", "user_name()",
            "user", "user_name()",
            "system_user", "suser_sname()");

    /** Calls that are stored as DATEPART. */
    private static final List<String> DATE_PARTS = List.of("year", "month", "day");

    /** Calls whose first argument is a part of a date (Microsoft: datepart-transact-sql). */
    private static final Set<String> OF_DATE_PARTS =
            Set.of("datepart", "datename", "dateadd", "datediff", "datediff_big", "datetrunc");

    /** What the parts are stored as. */
    private static final Map<String, String> PARTS = Map.ofEntries(
            Map.entry("yy", "year"),
            Map.entry("yyyy", "year"),
            Map.entry("qq", "quarter"),
            Map.entry("q", "quarter"),
            Map.entry("mm", "month"),
            Map.entry("m", "month"),
            Map.entry("dy", "dayofyear"),
            Map.entry("y", "dayofyear"),
            Map.entry("dd", "day"),
            Map.entry("d", "day"),
            Map.entry("wk", "week"),
            Map.entry("ww", "week"),
            Map.entry("dw", "weekday"),
            Map.entry("hh", "hour"),
            Map.entry("mi", "minute"),
            Map.entry("n", "minute"),
            Map.entry("ss", "second"),
            Map.entry("s", "second"),
            Map.entry("ms", "millisecond"),
            Map.entry("mcs", "microsecond"),
            Map.entry("ns", "nanosecond"));

    private static final Map<String, String> TYPES =
            Map.of("integer", "int", "dec", "decimal", "character", "char", "rowversion", "timestamp");

    private final ExpressionParser parser;
    private final NameRule names;

    OperandReader(ExpressionParser parser, NameRule names) {
        this.parser = parser;
        this.names = names;
    }

    String value() throws UnreadableExpressionException {
        return value(sum());
    }

    private static String value(Term term) throws UnreadableExpressionException {
        if (term instanceof Condition) {
            throw new UnreadableExpressionException(term.text());
        }
        return term.text();
    }

    Term sum() throws UnreadableExpressionException {
        Term left = product();
        while (isSign("+", "-", "&", "|", "^")) {
            left = operation(left, parser.next(), product());
        }
        return left;
    }

    private Term product() throws UnreadableExpressionException {
        Term left = signed();
        while (isSign("*", "/", "%")) {
            left = operation(left, parser.next(), signed());
        }
        return left;
    }

    private boolean isSign(String... signs) {
        for (String sign : signs) {
            if (parser.peek().isSymbol(sign)) {
                return true;
            }
        }
        return false;
    }

    private static Term operation(Term left, Token sign, Term right) throws UnreadableExpressionException {
        return new Term.Value("(" + value(left) + " " + sign.text() + " " + value(right) + ")");
    }

    private Term signed() throws UnreadableExpressionException {
        if (isSign("-", "+", "~")) {
            String sign = parser.next().text();
            parser.enter();
            String operand = value(signed());
            parser.leave();
            return new Term.Value(sign.equals("+") ? operand : sign + operand);
        }
        Term operand = operand();
        while (parser.accept("COLLATE")) {
            operand = new Term.Value(
                    value(operand) + " collate " + names.key(parser.next().value()));
        }
        return operand;
    }

    private Term operand() throws UnreadableExpressionException {
        parser.enter();
        Term operand = operand(parser.next());
        parser.leave();
        return operand;
    }

    private Term operand(Token token) throws UnreadableExpressionException {
        return switch (token.kind()) {
            case STRING ->
                new Term.Value(token.text().startsWith("n") ? "N" + token.text().substring(1) : token.text());
            case NUMBER -> new Term.Value(number(token.text()));
            case MONEY, BINARY -> new Term.Value(token.text().toLowerCase(Locale.ROOT));
            case SYMBOL -> parenthesis(token);
            case NAME -> name(token);
            case WORD -> token.is("CASE") ? choice() : name(token);
            default -> throw new UnreadableExpressionException(token.text());
        };
    }

    private static String number(String text) {
        boolean isFloat = text.contains("e") || text.contains("E");
        return isFloat ? Double.toString(Double.parseDouble(text)) : text.startsWith(".") ? "0" + text : text;
    }

    private Term parenthesis(Token token) throws UnreadableExpressionException {
        if (!token.isSymbol("(")) {
            throw new UnreadableExpressionException(token.text());
        }
        Term inner = parser.term();
        parser.expectSymbol(")");
        return inner;
    }

    private Term name(Token first) throws UnreadableExpressionException {
        if (first.is("SELECT", "EXISTS", "NEXT", "WHEN", "THEN", "ELSE", "END")) {
            throw new UnreadableExpressionException(first.text());
        }
        List<String> parts = new ArrayList<>(List.of(part(first)));
        while (parser.acceptSymbol(".")) {
            parts.add(part(parser.next()));
        }
        if (parser.peek().isSymbol("(")) {
            return parts.size() == 1 ? call(first.value().toLowerCase(Locale.ROOT)) : listOf(String.join(".", parts));
        }
        String plain = first.kind() == Token.Kind.WORD && parts.size() == 1
                ? first.value().toLowerCase(Locale.ROOT)
                : "";
        return new Term.Value(CALLS.getOrDefault(plain, plain.equals("null") ? plain : String.join(".", parts)));
    }

    private String part(Token token) throws UnreadableExpressionException {
        if (!token.isName()) {
            throw new UnreadableExpressionException(token.text());
        }
        return names.key(ExpressionText.name(token.value()));
    }

    private Term call(String function) throws UnreadableExpressionException {
        return switch (function) {
            case "cast", "try_cast" -> cast(function.equals("cast") ? "convert" : "try_convert");
            case "convert", "try_convert" -> convert(function);
            case "iif" -> iif();
            default -> {
                Term call = listOf(function);
                yield DATE_PARTS.contains(function)
                        ? new Term.Value(call.text().replaceFirst("^" + function + "\\(", "datepart(" + function + ","))
                        : call;
            }
        };
    }

    private Term listOf(String function) throws UnreadableExpressionException {
        parser.expectSymbol("(");
        List<String> arguments = new ArrayList<>();
        if (!parser.peek().isSymbol(")")) {
            arguments.add(OF_DATE_PARTS.contains(function) ? datePart() : value());
            while (parser.acceptSymbol(",")) {
                arguments.add(value());
            }
        }
        parser.expectSymbol(")");
        return new Term.Value(function + "(" + String.join(",", arguments) + ")");
    }

    private String datePart() throws UnreadableExpressionException {
        String part = part(parser.next()).toLowerCase(Locale.ROOT);
        return PARTS.getOrDefault(part, part);
    }

    private Term cast(String convert) throws UnreadableExpressionException {
        parser.expectSymbol("(");
        String operand = value();
        parser.expect("AS");
        String type = type();
        parser.expectSymbol(")");
        return new Term.Value(convert + "(" + type + "," + operand + ")");
    }

    /** Style 0 is the default, and older servers wrote it out. */
    private Term convert(String function) throws UnreadableExpressionException {
        parser.expectSymbol("(");
        String type = type();
        parser.expectSymbol(",");
        String operand = value();
        String style = parser.acceptSymbol(",") ? value() : "0";
        parser.expectSymbol(")");
        return new Term.Value(function + "(" + type + "," + operand + (style.equals("0") ? "" : "," + style) + ")");
    }

    private String type() throws UnreadableExpressionException {
        String name = part(parser.next());
        while (parser.acceptSymbol(".")) {
            name += "." + part(parser.next());
        }
        if (parser.accept("VARYING")) {
            name = "var" + name;
        }
        String known = TYPES.getOrDefault(name.toLowerCase(Locale.ROOT), name);
        return parser.peek().isSymbol("(") ? listOf(known).text() : known;
    }

    private Term iif() throws UnreadableExpressionException {
        parser.expectSymbol("(");
        String when = parser.condition(parser.term()).text();
        parser.expectSymbol(",");
        String then = value();
        parser.expectSymbol(",");
        String otherwise = value();
        parser.expectSymbol(")");
        return new Term.Value("case when " + when + " then " + then + " else " + otherwise + " end");
    }

    private Term choice() throws UnreadableExpressionException {
        StringBuilder text = new StringBuilder("case");
        boolean compares = !parser.peek().is("WHEN");
        if (compares) {
            text.append(' ').append(value());
        }
        while (parser.accept("WHEN")) {
            text.append(" when ")
                    .append(compares ? value() : parser.condition(parser.term()).text());
            parser.expect("THEN");
            text.append(" then ").append(value());
        }
        if (parser.accept("ELSE")) {
            text.append(" else ").append(value());
        }
        parser.expect("END");
        return new Term.Value(text.append(" end").toString());
    }
}
