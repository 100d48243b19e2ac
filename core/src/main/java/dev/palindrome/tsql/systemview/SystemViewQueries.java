package dev.palindrome.tsql.systemview;

import dev.palindrome.sql.QuotedName;
import dev.palindrome.sql.SqlLiteral;
import dev.palindrome.tsql.SystemView;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.UntranslatableException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the system views that a condition or query asks, and what stands for them on H2: the columns that it names are looked
 * up before anything runs, and only these are made, of the tables that it can be about.
 */
public final class SystemViewQueries {

    /** What stands in place of so many tokens. */
    public record Replacement(String h2, int tokens) {}

    private static final String[] SET_OPERATORS = {"UNION", "EXCEPT", "INTERSECT"};
    private static final String[] BEHIND_FROM = {"WHERE", "GROUP", "HAVING", "ORDER", "OPTION", "FOR", "OFFSET"};
    private static final String[] JOINS = {"INNER", "LEFT", "RIGHT", "FULL", "CROSS", "OUTER", "JOIN"};

    /** Words that are no names where an expression stands, although they are not reserved. */
    private static final Set<String> NO_NAMES =
            Set.of("OFFSET", "ROWS", "ROW", "NEXT", "FIRST", "ONLY", "PARTITION", "RANGE", "PRECEDING", "FOLLOWING");

    /** Their first argument is no expression. */
    private static final Set<String> WITH_OTHER_FIRST =
            Set.of("CONVERT", "TRY_CONVERT", "DATEADD", "DATEDIFF", "DATEDIFF_BIG", "DATEPART", "DATENAME");

    private static final String MASTER = "master";

    private final List<Token> tokens;
    private final Map<Token, Replacement> replaced = new IdentityHashMap<>();

    private SystemViewQueries(List<Token> tokens) {
        this.tokens = tokens;
    }

    /** What stands at which token; nothing if no system view is asked. */
    public static Map<Token, Replacement> of(List<Token> tokens) {
        SystemViewQueries queries = new SystemViewQueries(tokens);
        if (tokens.stream().anyMatch(token -> token.is("SELECT"))) {
            queries.expression(0, tokens.size(), null, false);
        }
        return queries.replaced;
    }

    /** One SELECT after the other, with UNION or the like between them. */
    private void query(int start, int end, @Nullable SystemViewScope outer, boolean exists) {
        int first = start;
        while (first < end && !tokens.get(first).is("SELECT")) {
            first = tokens.get(first).isSymbol("(") ? closing(first) + 1 : first + 1;
        }
        expression(start, first, null, false); // common table expressions
        int at = first;
        while (at < end) {
            int stop = next(at + 1, end, SET_OPERATORS);
            if (tokens.get(at).is("SELECT")) {
                select(at + 1, stop, outer, exists);
            } else {
                expression(at, stop, outer, false);
            }
            at = stop + 1;
            if (at < end && tokens.get(at).is("ALL")) {
                at++;
            }
        }
    }

    private void select(int start, int end, @Nullable SystemViewScope outer, boolean exists) {
        int from = next(start, end, "FROM");
        int behind = next(Math.min(from + 1, end), end, BEHIND_FROM);
        SystemViewScope scope = new SystemViewScope(outer);
        List<int[]> conditions = new ArrayList<>();
        if (from < end) {
            from(from + 1, behind, scope, conditions);
        }
        selectList(start, from, scope, exists);
        conditions.forEach(range -> expression(range[0], range[1], scope, false));
        expression(behind, end, scope, false);
        if (behind < end && tokens.get(behind).is("WHERE")) {
            int where = next(behind + 1, end, "GROUP", "HAVING", "ORDER", "OPTION", "FOR");
            List<List<Token>> joins = conditions.stream()
                    .map(range -> tokens.subList(range[0], range[1]))
                    .toList();
            new SystemViewHints(scope).read(tokens.subList(behind + 1, where), joins);
        }
        scope.views().forEach(source -> replaced.put(source.token(), source.replacement()));
    }

    private void selectList(int start, int end, SystemViewScope scope, boolean exists) {
        int depth = 0;
        for (int i = start; i < end; i++) {
            Token token = tokens.get(i);
            depth += token.isSymbol("(") ? 1 : token.isSymbol(")") ? -1 : 0;
            boolean whole = i == start
                    || tokens.get(i - 1).isSymbol(",")
                    || tokens.get(i - 1).is("DISTINCT", "ALL");
            boolean behindTop = i > start && (tokens.get(i - 1).isSymbol(")") || isNumber(tokens.get(i - 1)));
            if (depth == 0
                    && token.isSymbol("*")
                    && !exists
                    && (whole || behindTop && tokens.get(start).is("TOP"))) {
                scope.wantAll();
            }
        }
        int count = behindCount(start, end);
        expression(start, count, scope, false);
        expression(behindTies(count, end), end, scope, true);
    }

    /** Behind {@code DISTINCT TOP 1}: what comes next is none of its aliases. */
    private int behindCount(int start, int end) {
        int at = start < end && tokens.get(start).is("DISTINCT", "ALL") ? start + 1 : start;
        if (at + 1 >= end || !tokens.get(at).is("TOP")) {
            return at;
        }
        return tokens.get(at + 1).isSymbol("(") ? closing(at + 1) + 1 : at + 2;
    }

    private int behindTies(int count, int end) {
        int at = count < end && tokens.get(count).is("PERCENT") ? count + 1 : count;
        return at + 1 < end && tokens.get(at).is("WITH") && tokens.get(at + 1).is("TIES") ? at + 2 : at;
    }

    private static boolean isNumber(Token token) {
        return token.kind() == Token.Kind.NUMBER;
    }

    private void from(int start, int end, SystemViewScope scope, List<int[]> conditions) {
        int at = start;
        while (at < end) {
            at = source(at, end, scope, conditions);
            while (at < end && !tokens.get(at).isSymbol(",") && !tokens.get(at).is("JOIN", "APPLY")) {
                if (tokens.get(at).is("ON")) {
                    int stop = conditionEnd(at + 1, end);
                    conditions.add(new int[] {at + 1, stop});
                    at = stop;
                } else {
                    at = tokens.get(at).isSymbol("(") ? closing(at) + 1 : at + 1;
                }
            }
            at++;
        }
    }

    private int conditionEnd(int start, int end) {
        int at = start;
        while (at < end) {
            Token token = tokens.get(at);
            boolean function = at + 1 < end && tokens.get(at + 1).isSymbol("(");
            if (token.isSymbol(",") || token.is(JOINS) && !function || token.is("ON")) {
                return at;
            }
            at = token.isSymbol("(") ? closing(at) + 1 : at + 1;
        }
        return at;
    }

    /** A table, view, function or query, with its alias. */
    private int source(int start, int end, SystemViewScope scope, List<int[]> conditions) {
        if (start >= end) {
            return end;
        }
        if (tokens.get(start).isSymbol("(")) {
            int close = closing(start);
            if (isQuery(start + 1)) {
                query(start + 1, close, scope.outer(), false);
                scope.addUnknown();
            } else {
                from(start + 1, close, scope, conditions);
            }
            return alias(close + 1, end);
        }
        if (!tokens.get(start).isName()) {
            scope.addUnknown();
            return start + 1;
        }
        int name = behindMaster(start, end);
        int behind = behindName(name, end);
        List<String> parts = parts(name, behind);
        if (name > start) {
            requireOfServer(parts);
        }
        if (behind < end && tokens.get(behind).isSymbol("(") || !SystemView.isMeant(parts)) {
            scope.addUnknown();
            return alias(behind, end);
        }
        SystemView view = SystemView.find(parts)
                .orElseThrow(() -> new UntranslatableException("the catalogue view " + String.join(".", parts)));
        int afterAlias = alias(behind, end);
        boolean named = afterAlias > behind;
        String alias = named ? tokens.get(afterAlias - 1).value() : parts.get(parts.size() - 1);
        scope.add(new SystemViewSource(view, alias, named, tokens.get(start), behind - start));
        return afterAlias;
    }

    /** {@code master.dbo.sysdatabases}, {@code master..sysdatabases}: where the name begins that says what is asked. */
    private int behindMaster(int start, int end) {
        boolean master = tokens.get(start).value().equalsIgnoreCase(MASTER)
                && start + 2 < end
                && tokens.get(start + 1).isSymbol(".");
        return !master ? start : tokens.get(start + 2).isSymbol(".") ? start + 3 : start + 2;
    }

    /** Of the database master nothing is known but what the whole server has. */
    private static void requireOfServer(List<String> parts) {
        if (!SystemView.isOfServer(parts)) {
            throw new UntranslatableException("the database " + MASTER);
        }
    }

    /** Behind the alias, if there is one. */
    private int alias(int start, int end) {
        int at = start;
        if (at < end && tokens.get(at).is("AS")) {
            at++;
        }
        boolean name = at < end && tokens.get(at).isName() && !tokens.get(at).isReserved();
        return name && !tokens.get(at).is("APPLY", "TABLESAMPLE") ? at + 1 : start;
    }

    /** Names are columns of the scope's views, unless it has other tables as well. */
    private void expression(int start, int end, @Nullable SystemViewScope scope, boolean aliases) {
        int at = start;
        while (at < end) {
            Token token = tokens.get(at);
            if (token.isSymbol("(")) {
                int close = closing(at);
                boolean exists = at > 0 && tokens.get(at - 1).is("EXISTS");
                inParentheses(at, close, scope, exists);
                at = close + 1;
            } else if (token.is("SELECT") && scope == null) {
                query(at, end, null, false);
                at = end;
            } else if (token.is("AS")) {
                at = Math.min(end, aliasOf(at + 1, end, scope));
            } else if (token.kind() == Token.Kind.STRING) {
                string(token, at, scope);
                at++;
            } else if (isColumn(at, end)) {
                int behind = behindName(at, end);
                boolean alias = aliases && at > start && endsOperand(tokens.get(at - 1));
                if (scope != null && !alias) {
                    column(at, behind, scope);
                } else if (scope != null) {
                    scope.alias(token.value());
                }
                at = behind;
            } else {
                at++;
            }
        }
    }

    private int aliasOf(int at, int end, @Nullable SystemViewScope scope) {
        if (scope != null && at < end) {
            scope.alias(tokens.get(at).value());
        }
        return at + 1;
    }

    private void inParentheses(int open, int close, @Nullable SystemViewScope scope, boolean exists) {
        if (isQuery(open + 1)) {
            query(open + 1, close, scope, exists);
            return;
        }
        String function = open > 0 ? tokens.get(open - 1).upper() : "";
        int start = open + 1;
        int end = close;
        if (WITH_OTHER_FIRST.contains(function)) {
            while (start < close && !tokens.get(start).isSymbol(",")) {
                start = tokens.get(start).isSymbol("(") ? closing(start) + 1 : start + 1;
            }
        } else if (function.equals("CAST") || function.equals("TRY_CAST")) {
            end = next(start, close, "AS");
        }
        expression(start, end, scope, false);
        bits(open, close, scope);
    }

    private boolean isColumn(int at, int end) {
        Token token = tokens.get(at);
        boolean function = at + 1 < end && tokens.get(at + 1).isSymbol("(");
        boolean name = !NO_NAMES.contains(token.upper()) || token.is("ROWS") && isColumnOfPartitions(at, end);
        return token.isName() && !token.isReserved() && !function && name;
    }

    /** {@code SUM(rows)}, and neither {@code OFFSET 1 ROWS} nor {@code ROWS BETWEEN …} of a window. */
    private boolean isColumnOfPartitions(int at, int end) {
        Token before = tokens.get(Math.max(at - 1, 0));
        boolean number = endsOperand(before) || before.kind() == Token.Kind.VARIABLE || before.is("NEXT", "FIRST");
        Token after = tokens.get(Math.min(at + 1, end - 1));
        return !number
                && !after.is("BETWEEN", "UNBOUNDED", "CURRENT")
                && (after.kind() != Token.Kind.NUMBER || at + 1 == end);
    }

    private static boolean endsOperand(Token before) {
        return before.isSymbol(")")
                || before.kind() == Token.Kind.STRING
                || before.kind() == Token.Kind.NUMBER
                || before.is("END", "NULL")
                || before.isName() && !before.isReserved();
    }

    private void column(int start, int behind, SystemViewScope scope) {
        List<String> parts = parts(start, behind);
        boolean star = behind < tokens.size() && tokens.get(behind).isSymbol(".");
        if (star) {
            scope.wantAllOf(parts.get(parts.size() - 1));
            return;
        }
        Token last = tokens.get(behind - 1);
        if (parts.size() == 1) {
            scope.want(last);
        } else {
            scope.want(parts.get(parts.size() - 2), last);
        }
        Replacement bits = bits(start, behind, parts);
        if (bits != null) {
            replaced.put(tokens.get(start), bits);
        } else if (parts.size() == 3 && SystemView.isMeant(parts.subList(0, 2))) {
            replaced.put(tokens.get(start), new Replacement(quoted(parts.subList(1, 3)), behind - start));
        }
    }

    /** {@code sysstat & 0xf}, as scripts of SQL Server 2000 ask for the type of an object. */
    private @Nullable Replacement bits(int start, int behind, List<String> parts) {
        if (!parts.get(parts.size() - 1).equalsIgnoreCase("sysstat")
                || behind + 1 >= tokens.size()
                || !tokens.get(behind).isSymbol("&")) {
            return null;
        }
        Token mask = tokens.get(behind + 1);
        if (mask.kind() != Token.Kind.BINARY && mask.kind() != Token.Kind.NUMBER) {
            return null;
        }
        List<String> column = parts.size() > 2 ? parts.subList(parts.size() - 2, parts.size()) : parts;
        return new Replacement(
                "BITAND(" + quoted(column) + ", " + Integer.decode(mask.text()) + ")", behind - start + 2);
    }

    private static String quoted(List<String> parts) {
        return String.join(".", parts.stream().map(QuotedName::of).toList());
    }

    /** Blanks at the end do not count on SQL Server: {@code type = 'U '}. */
    private void string(Token token, int at, @Nullable SystemViewScope scope) {
        if (scope != null && at > 1 && isSymbol(tokens.get(at - 1), "=", "<>", "!=") && isBit(at - 2, scope)) {
            bit(token);
            return;
        }
        boolean added = at + 1 < tokens.size() && tokens.get(at + 1).isSymbol("+");
        boolean compared = at > 0 && !added && (isSymbol(tokens.get(at - 1), "=", "<>", "!=") || isListed(at));
        if (scope != null && scope.isKnown() && compared && token.value().endsWith(" ")) {
            replaced.put(token, new Replacement(SqlLiteral.h2(token.value().stripTrailing()), 1));
        }
    }

    /** Whether a column of a view of the scope ends there, and is a BIT. */
    private boolean isBit(int at, SystemViewScope scope) {
        String column = tokens.get(at).value().toLowerCase(Locale.ROOT);
        return tokens.get(at).isName()
                && scope.views().stream()
                        .anyMatch(source -> source.view().columns().get(column) == SystemView.Kind.BIT);
    }

    /** A text or number beside a BIT, with which H2 compares neither everywhere. */
    private void bit(Token literal) {
        switch (literal.value().strip().toLowerCase(Locale.ROOT)) {
            case "0", "false" -> replaced.put(literal, new Replacement("FALSE", 1));
            case "1", "true" -> replaced.put(literal, new Replacement("TRUE", 1));
            default -> {} // H2 has its own error
        }
    }

    /** {@code is_unique IN (0, 1)}. */
    private void bits(int open, int close, @Nullable SystemViewScope scope) {
        int column = open - (open > 1 && tokens.get(open - 2).is("NOT") ? 3 : 2);
        if (scope != null && column >= 0 && tokens.get(open - 1).is("IN") && isBit(column, scope)) {
            tokens.subList(open + 1, close).stream()
                    .filter(token -> token.kind() == Token.Kind.NUMBER || token.kind() == Token.Kind.STRING)
                    .forEach(this::bit);
        }
    }

    /** Whether it is one of those behind IN; an argument of a function is what it is. */
    private boolean isListed(int at) {
        int open = at - 1;
        while (open > 0 && (tokens.get(open).isSymbol(",") || tokens.get(open).kind() == Token.Kind.STRING)) {
            open--;
        }
        return open > 0
                && tokens.get(open).isSymbol("(")
                && (tokens.get(open - 1).is("IN") || isSymbol(tokens.get(open - 1), "=", "<>", "!="));
    }

    private static boolean isSymbol(Token token, String... symbols) {
        for (String symbol : symbols) {
            if (token.isSymbol(symbol)) {
                return true;
            }
        }
        return false;
    }

    private boolean isQuery(int at) {
        return at < tokens.size() && tokens.get(at).is("SELECT", "WITH");
    }

    private int behindName(int start, int end) {
        int at = start + 1;
        while (at + 1 < end
                && tokens.get(at).isSymbol(".")
                && tokens.get(at + 1).isName()) {
            at += 2;
        }
        return at;
    }

    private List<String> parts(int start, int behind) {
        List<String> parts = new ArrayList<>();
        for (int i = start; i < behind; i += 2) {
            parts.add(tokens.get(i).value());
        }
        return parts;
    }

    /** The first of these words that stands in no parentheses, or the end. */
    private int next(int start, int end, String... words) {
        int at = start;
        while (at < end && !tokens.get(at).is(words)) {
            at = tokens.get(at).isSymbol("(") ? closing(at) + 1 : at + 1;
        }
        return Math.min(at, end);
    }

    /** The parenthesis that closes this one. */
    private int closing(int open) {
        int depth = 0;
        for (int i = open; i < tokens.size(); i++) {
            depth += tokens.get(i).isSymbol("(") ? 1 : tokens.get(i).isSymbol(")") ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return tokens.size();
    }
}
