package dev.palindrome.tsql.rewrite.expression;

import dev.palindrome.sql.QuotedName;
import dev.palindrome.sql.SqlLiteral;
import dev.palindrome.text.NearestName;
import dev.palindrome.tsql.ObjectName;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import dev.palindrome.tsql.UntranslatableException;
import dev.palindrome.tsql.change.RowChange;
import dev.palindrome.tsql.function.DocumentedFunction;
import dev.palindrome.tsql.function.ForeignFunction;
import dev.palindrome.tsql.rule.ExpressionSyntax;
import dev.palindrome.tsql.rule.Predicates;
import dev.palindrome.tsql.rule.TableHints;
import dev.palindrome.tsql.systemview.SystemViewQueries;
import dev.palindrome.tsql.systemview.SystemViewQueries.Replacement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Rewrites expressions and queries token by token. Every word is either one that means the same to H2, or a name (and
 * quoted), or refused.
 */
public final class ExpressionRewriter {

    /**
     * The empty text, where H2 writes a condition down and reads it again: of {@code ''} beside a column without case it
     * makes {@code CAST('' AS VARCHAR_IGNORECASE(0))}, and refuses the 0. What depends on the session it leaves alone.
     */
    static final String EMPTY_TEXT = "LEFT(CURRENT_SCHEMA, 0)";

    /** Around a pattern of LIKE: blanks at the end of what it looks at do not count. */
    private static final String WITH_BLANKS = "PALINDROME.WITH_BLANKS";

    /** Words that T-SQL reserves and that mean the same to H2. */
    private static final Set<String> SHARED = Set.of(
            "ALL",
            "AND",
            "ANY",
            "AS",
            "ASC",
            "BETWEEN",
            "BY",
            "CASE",
            "CROSS",
            "DEFAULT",
            "DELETE",
            "DESC",
            "DISTINCT",
            "ELSE",
            "END",
            "ESCAPE",
            "EXCEPT",
            "EXISTS",
            "FROM",
            "GROUP",
            "HAVING",
            "IN",
            "INNER",
            "INSERT",
            "INTERSECT",
            "INTO",
            "IS",
            "JOIN",
            "LEFT",
            "LIKE",
            "NOT",
            "NULL",
            "ON",
            "OR",
            "ORDER",
            "OUTER",
            "RIGHT",
            "SELECT",
            "SET",
            "SOME",
            "THEN",
            "TOP",
            "UNION",
            "UPDATE",
            "VALUES",
            "WHEN",
            "WHERE",
            "WITH");

    /** Words that T-SQL reserves and that H2 knows not at all or otherwise. */
    private static final Set<String> REFUSED = Set.of(
            "BROWSE",
            "COLLATE",
            "COMPUTE",
            "CONTAINS",
            "CONTAINSTABLE",
            "CURRENT",
            "CURRENT_DATE",
            "CURSOR",
            "FETCH",
            "FOR",
            "FULL",
            "FREETEXT",
            "FREETEXTTABLE",
            "HOLDLOCK",
            "IDENTITYCOL",
            "OF",
            "OPENDATASOURCE",
            "OPENQUERY",
            "OPENROWSET",
            "OPENXML",
            "OPTION",
            "PERCENT",
            "PIVOT",
            "ROWGUIDCOL",
            "TABLESAMPLE",
            "UNPIVOT",
            "WITHIN",
            "APPLY",
            "TRY_CONVERT",
            "SEMANTICKEYPHRASETABLE",
            "READTEXT",
            "IDENTITY_INSERT",
            "EXEC",
            "EXECUTE");

    private static final Set<String> REFUSED_SYMBOLS = Set.of(
            "::", "&", "|", "^", "~", "$", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "||", "||=", "{", "}", "<<",
            ">>");

    private static final Set<String> FRAME =
            Set.of("PARTITION", "ROWS", "RANGE", "UNBOUNDED", "PRECEDING", "FOLLOWING", "CURRENT", "ROW");

    private enum Place {
        ANYWHERE,
        MERGE,
        CONDITION,
        CHECK
    }

    private final boolean keepsLines;
    private final Place place;
    private final Map<Token, Replacement> systemViews;

    private ExpressionRewriter(boolean keepsLines, Place place) {
        this(keepsLines, place, Map.of());
    }

    private ExpressionRewriter(boolean keepsLines, Place place, Map<Token, Replacement> systemViews) {
        this.keepsLines = keepsLines;
        this.place = place;
        this.systemViews = systemViews;
    }

    /** For definitions: everything on one line. */
    public static String onOneLine(List<Token> tokens) {
        return new ExpressionRewriter(false, Place.ANYWHERE).rewrite(tokens);
    }

    /** For queries and the like: line breaks stay. */
    public static String keepingLines(List<Token> tokens) {
        return new ExpressionRewriter(true, Place.ANYWHERE).rewrite(tokens);
    }

    /** For a change of rows, which may ask the catalogue: everything on one line. */
    public static String queryOnOneLine(List<Token> tokens) {
        return new ExpressionRewriter(false, Place.CONDITION, SystemViewQueries.of(tokens)).rewrite(tokens);
    }

    /** For MERGE, which has words of its own; line breaks stay. */
    public static String merge(List<Token> tokens) {
        return new ExpressionRewriter(true, Place.MERGE).rewrite(tokens);
    }

    /** For the condition of an IF, which may ask the catalogue. */
    public static String condition(List<Token> tokens) {
        ExpressionSyntax.requireCondition(tokens);
        return queryOnOneLine(tokens);
    }

    /** For a change of rows, or a query whose result nobody takes; it may ask the catalogue, too. Line breaks stay. */
    public static String query(List<Token> tokens) {
        return new ExpressionRewriter(true, Place.CONDITION, SystemViewQueries.of(tokens)).rewrite(tokens);
    }

    /** For the condition of a CHECK. */
    public static String check(List<Token> tokens) {
        ExpressionSyntax.requireCondition(tokens);
        return H2Sets.kept(new ExpressionRewriter(false, Place.CHECK).rewrite(tokens));
    }

    String rewrite(List<Token> written) {
        List<Token> tokens = GroupedSelects.named(written);
        TokenReader reader = new TokenReader(tokens);
        StringBuilder out = new StringBuilder();
        Token before = null;
        if (reader.sees("WITH") && reader.peek(1).isName() && CommonTables.areRecursive(tokens)) {
            before = reader.next();
            out.append("WITH RECURSIVE");
        }
        while (!reader.atEnd()) {
            Token token = reader.peek();
            gap(out, token, before == null);
            Predicates.refuseWrong(reader, before);
            one(reader, out, before);
            before = token;
        }
        return out.toString();
    }

    private void gap(StringBuilder out, Token token, boolean first) {
        if (keepsLines && token.newlines() > 0 && !first) {
            out.append("\n".repeat(token.newlines()));
        } else if (token.spaced() && !first) {
            out.append(' ');
        }
    }

    private void one(TokenReader reader, StringBuilder out, @org.jspecify.annotations.Nullable Token before) {
        Token token = reader.peek();
        Replacement replacement = systemViews.get(token);
        if (replacement != null) {
            reader.skip(replacement.tokens());
            out.append(replacement.h2());
            return;
        }
        switch (token.kind()) {
            case STRING -> out.append(string(reader, before));
            case NUMBER -> out.append(reader.next().text());
            case MONEY -> out.append(money(reader, before));
            case BINARY -> out.append(binary(reader.next()));
            case VARIABLE -> out.append(variable(reader.next()));
            case SYMBOL -> out.append(symbol(reader));
            case NAME -> out.append(name(reader, before));
            default -> out.append(word(reader, before));
        }
    }

    /** Those that a script has declared have been given H2's words. */
    private static String variable(Token token) {
        if (token.value().equals(token.text())) {
            throw new UntranslatableException("the variable " + token.text());
        }
        return token.value();
    }

    /** Alone: what is divided or multiplied with it has another type and other digits on SQL Server. */
    private static String money(TokenReader reader, @org.jspecify.annotations.Nullable Token before) {
        Token token = reader.next();
        boolean computed = before != null && isOperator(before) || isOperator(reader.peek());
        if (computed || token.value().isEmpty()) {
            throw new UntranslatableException("a number with a currency sign in an expression");
        }
        return "CAST(" + token.value() + " AS NUMERIC(19, 4))";
    }

    private static boolean isOperator(Token token) {
        return token.isSymbol("*") || token.isSymbol("/") || token.isSymbol("%");
    }

    private String string(TokenReader reader, @org.jspecify.annotations.Nullable Token before) {
        Token token = reader.next();
        if (before == null || before.kind() == Token.Kind.SYMBOL && !before.isSymbol(")")) {
            return string(token);
        }
        if (before.is("AS")) {
            return QuotedName.of(token.value()); // SELECT a AS 'total'
        }
        if (endsOperand(before)) {
            throw UntranslatableException.at(token);
        }
        return string(token);
    }

    /** Whether what follows without a symbol or a word of the language can only be an alias. */
    private boolean endsOperand(Token before) {
        if (place == Place.MERGE && before.is("MERGE", "USING", "MATCHED")) {
            return false;
        }
        return before.isSymbol(")")
                || before.kind() != Token.Kind.SYMBOL && !SHARED.contains(before.upper())
                || before.is("END", "NULL");
    }

    private String string(Token token) {
        if (token.text().contains("\\\n") || token.text().contains("\\\r\n")) {
            throw new UntranslatableException("a string that a backslash continues on the next line");
        }
        if (place == Place.CHECK && token.value().isEmpty()) {
            return EMPTY_TEXT;
        }
        if (keepsLines) {
            return token.text().startsWith("'") ? token.text() : token.text().substring(1);
        }
        return SqlLiteral.h2(token.value());
    }

    private static String binary(Token token) {
        String digits = token.text().substring(2);
        return "X'" + (digits.length() % 2 == 0 ? digits : "0" + digits) + "'";
    }

    private String symbol(TokenReader reader) {
        Token token = reader.next();
        if (place == Place.CONDITION
                && token.isSymbol("::")
                && CatalogueCalls.isTable(List.of(reader.peek().value()))) {
            return "";
        }
        if (REFUSED_SYMBOLS.contains(token.text())) {
            throw new UntranslatableException("the symbol " + token.text());
        }
        return switch (token.text()) {
            case "!<" -> ">=";
            case "!>" -> "<=";
            default -> token.text();
        };
    }

    private String word(TokenReader reader, @org.jspecify.annotations.Nullable Token before) {
        Token token = reader.peek();
        Token after = reader.peek(1);
        String upper = token.upper();
        if (after.isSymbol(".") || before != null && before.isSymbol(".")) {
            return name(reader, before);
        }
        if (upper.equals("CURRENT_TIMESTAMP")) {
            reader.next();
            return FunctionCalls.CURRENT_TIMESTAMP;
        }
        if (token.is("USER", "CURRENT_USER", "SESSION_USER")) {
            reader.next();
            return FunctionCalls.DATABASE_USER;
        }
        if (upper.equals("SYSTEM_USER")) {
            reader.next();
            return "CURRENT_USER";
        }
        if (upper.equals("NEXT") && reader.sees("NEXT", "VALUE", "FOR")) {
            reader.expect("NEXT", "VALUE", "FOR");
            return "NEXT VALUE FOR " + reader.objectName().h2();
        }
        if (upper.equals("OFFSET") && isOffset(reader)) {
            return offset(reader);
        }
        if (token.is("IGNORE", "RESPECT") && after.is("NULLS") && reader.peek(2).is("OVER")) {
            return reader.next().upper() + " " + reader.next().upper();
        }
        if (upper.equals("OVER") && after.isSymbol("(")) {
            reader.next();
            return "OVER (" + frame(reader.parenthesised()) + ")";
        }
        if (place == Place.CONDITION && after.isSymbol("(") && CatalogueCalls.knows(upper)) {
            reader.next();
            return CatalogueCalls.rewrite(upper, reader, this);
        }
        if (after.isSymbol("(") && FunctionCalls.knows(upper)) {
            reader.next();
            String call = FunctionCalls.rewrite(upper, reader.parenthesised(), this);
            if (upper.equals(FunctionCalls.PERCENTILE_CONT) || upper.equals(FunctionCalls.PERCENTILE_DISC)) {
                reader.require("WITHIN");
                reader.require("GROUP");
                return call + " WITHIN GROUP (" + rewrite(reader.parenthesised()) + ")";
            }
            return upper.equals(FunctionCalls.STRING_AGG) ? aggregated(call, reader) : call;
        }
        return shared(reader, before);
    }

    /** In the order that stands behind it. */
    private String aggregated(String call, TokenReader reader) {
        boolean ordered = reader.accept("WITHIN", "GROUP");
        String order = ordered ? " WITHIN GROUP (" + rewrite(reader.parenthesised()) + ")" : "";
        return "CAST(" + call + order + " AS VARCHAR)";
    }

    private String shared(TokenReader reader, @org.jspecify.annotations.Nullable Token before) {
        Token token = reader.peek();
        String upper = token.upper();
        if (upper.equals("WITH") && reader.peek(1).isSymbol("(") && before != null) {
            hints(reader, before);
            return "";
        }
        if (upper.equals("WITH") && reader.peek(1).is("ROLLUP", "CUBE")) {
            throw new UntranslatableException("WITH " + reader.peek(1).upper());
        }
        if (before != null
                && before.is("INNER", "LEFT", "RIGHT", "OUTER")
                && reader.peek(1).is("JOIN")) {
            boolean hint = token.is("LOOP", "HASH", "MERGE", "REMOTE");
            if (hint) {
                reader.next();
                return "";
            }
        }
        if (REFUSED.contains(upper) || upper.equals("INTO") && before != null && !before.is("INSERT", "MERGE")) {
            throw new UntranslatableException("the word " + upper);
        }
        if (upper.equals("LIKE")) {
            return like(reader);
        }
        if (upper.equals("SELECT")) {
            return select(reader);
        }
        if (upper.equals("TOP")) {
            return top(reader);
        }
        boolean ofMerge =
                place == Place.MERGE && (upper.equals("MERGE") || upper.equals("USING") || upper.equals("MATCHED"));
        return ofMerge || SHARED.contains(upper) ? reader.next().text() : name(reader, before);
    }

    private void hints(TokenReader reader, Token before) {
        if (before.isSymbol(")")) {
            throw new UntranslatableException("WITH behind a function");
        }
        if (!before.isName()) {
            reader.next();
            throw reader.syntax();
        }
        if (place == Place.MERGE) {
            TableHints.beforeAlias(reader);
        } else {
            TableHints.ofSource(reader);
        }
    }

    /** {@code SELECT x = 1} names a column in T-SQL and compares in H2. */
    private String select(TokenReader reader) {
        String select = reader.next().text();
        if (reader.accept("DISTINCT", "TOP")) {
            reader.back(reader.position() - 1);
            select += " " + top(reader) + " DISTINCT"; // in this order on H2
        }
        int start = reader.position();
        boolean itemStarts = true;
        int depth = 0;
        reader.accept("ALL");
        reader.accept("DISTINCT");
        if (reader.atEnd() || reader.seesSymbol(")") || reader.peek().is("SELECT", "FROM", "WHERE", "GROUP", "ORDER")) {
            throw reader.syntax();
        }
        while (!reader.atEnd()
                && !(depth == 0 && reader.peek().is("FROM", "WHERE", "UNION", "EXCEPT", "INTERSECT", "ORDER"))) {
            if (itemStarts
                    && depth == 0
                    && reader.peek().isName()
                    && reader.peek(1).isSymbol("=")) {
                throw new UntranslatableException("a column named by name = expression");
            }
            Token token = reader.next();
            depth += token.isSymbol("(") ? 1 : token.isSymbol(")") ? -1 : 0;
            if (depth < 0) {
                break;
            }
            itemStarts = token.isSymbol(",") || token.is("DISTINCT", "ALL");
        }
        reader.back(start);
        return select;
    }

    private String top(TokenReader reader) {
        reader.next();
        String rows;
        if (reader.seesSymbol("(")) {
            rows = "(" + rewrite(reader.parenthesised()) + ")";
        } else {
            rows = reader.number();
        }
        if (reader.accept("PERCENT")) {
            rows += " PERCENT";
        }
        if (reader.accept("WITH", "TIES")) {
            rows += " WITH TIES";
        }
        return "TOP " + rows;
    }

    /** T-SQL has no escape character unless one is given, and knows sets of characters in brackets. */
    private String like(TokenReader reader) {
        reader.next();
        List<Token> pattern = ExpressionSyntax.value(reader);
        if (pattern.get(0).is(WITH_BLANKS)) {
            TokenReader call = new TokenReader(pattern.subList(1, pattern.size()));
            return regularExpression(call.parenthesised(), reader, ", TRUE");
        }
        boolean plain = pattern.size() == 1
                && pattern.get(0).kind() == Token.Kind.STRING
                && !pattern.get(0).value().contains("[");
        // what stands for itself from end to end H2 makes an =, to which the blanks of an NCHAR do not count
        boolean equality = reader.sees("ESCAPE")
                || !plain
                || pattern.get(0).value().chars().noneMatch(letter -> letter == '%' || letter == '_');
        if (!equality) {
            return "LIKE " + string(pattern.get(0)) + " ESCAPE ''";
        }
        return regularExpression(pattern, reader, "");
    }

    private String regularExpression(List<Token> pattern, TokenReader reader, String more) {
        List<Token> escape = reader.accept("ESCAPE") ? ExpressionSyntax.value(reader) : List.of();
        return "REGEXP \"palindrome\".\"like_pattern\"("
                + new ExpressionRewriter(false, place, systemViews)
                        .rewrite(pattern)
                        .strip() + ", "
                + (escape.isEmpty() ? "''" : rewrite(escape).strip()) + more + ")";
    }

    /** Whether what stands here leaves out rows, and is no name. */
    private static boolean isOffset(TokenReader reader) {
        int start = reader.position();
        reader.next();
        Token first = reader.peek();
        boolean value = first.kind() == Token.Kind.NUMBER
                || first.kind() == Token.Kind.VARIABLE
                || first.isSymbol("(")
                || first.isSymbol("-");
        boolean rows = value
                && !reader.until("ROWS", "ROW", "FROM").isEmpty()
                && reader.peek().is("ROWS", "ROW");
        reader.back(start);
        return rows;
    }

    private String offset(TokenReader reader) {
        reader.next();
        String text = "OFFSET " + rows(reader) + " ROWS";
        if (!reader.accept("FETCH")) {
            return text;
        }
        if (!reader.accept("NEXT") && !reader.accept("FIRST")) {
            throw reader.unexpected();
        }
        text += " FETCH NEXT " + rows(reader) + " ROWS ONLY";
        reader.expect("ONLY");
        return text;
    }

    private String rows(TokenReader reader) {
        String rows = rewrite(reader.until("ROWS", "ROW")).strip();
        if (!reader.accept("ROWS") && !reader.accept("ROW")) {
            throw reader.unexpected();
        }
        return rows;
    }

    private String frame(List<Token> tokens) {
        List<String> parts = new ArrayList<>();
        List<Token> run = new ArrayList<>();
        for (Token token : tokens) {
            if (token.kind() == Token.Kind.WORD && FRAME.contains(token.upper())) {
                parts.add(rewrite(run));
                parts.add(token.upper());
                run.clear();
            } else {
                run.add(token);
            }
        }
        parts.add(rewrite(run));
        return String.join(" ", parts).strip();
    }

    private String name(TokenReader reader, @org.jspecify.annotations.Nullable Token before) {
        List<String> parts = reader.nameParts();
        if (parts.contains("")) {
            throw new UntranslatableException("a name with a database in it");
        }
        if (place == Place.CONDITION && CatalogueCalls.isTable(parts) && reader.seesSymbol("(")) {
            return CatalogueCalls.table(reader);
        }
        if (before != null && TableHints.areOld(reader)) {
            reader.parenthesised();
        }
        boolean star = reader.acceptSymbol(".");
        if (star) {
            reader.expectSymbol("*");
        }
        refuseUnknown(reader, before, parts, star);
        refuseWordsBehindAlias(reader.peek(), before);
        List<String> quoted = parts.stream()
                .map(part -> part.equals(RowChange.ROW) ? "_ROWID_" : QuotedName.of(part))
                .toList();
        return String.join(".", quoted) + (star ? ".*" : "");
    }

    private void refuseUnknown(
            TokenReader reader, @org.jspecify.annotations.Nullable Token before, List<String> parts, boolean star) {
        boolean table = before != null && before.is("FROM", "JOIN", "INTO", "UPDATE", "USING", "MERGE", "DELETE");
        if (table || parts.size() > 3) {
            ObjectName.of(parts);
        }
        if (parts.get(0).equalsIgnoreCase("sys") || parts.get(0).equalsIgnoreCase("INFORMATION_SCHEMA")) {
            throw new UntranslatableException("the catalogue " + parts.get(0));
        }
        if (reader.seesSymbol("(") && !star && !mayHaveColumnList(reader, before)) {
            String name = String.join(".", parts);
            Optional<String> instead = parts.size() == 1 ? ForeignFunction.instead(name) : Optional.empty();
            if (instead.isPresent()) {
                throw UntranslatableException.refused(
                        195, name + " is not a recognized built-in function name; T-SQL has " + instead.get());
            }
            if (parts.size() == 1 && !DocumentedFunction.is(name)) {
                throw UntranslatableException.unclear(
                        "the function " + name + NearestName.question(name, DocumentedFunction.names()));
            }
            throw new UntranslatableException(
                    parts.size() == 1
                            ? "the function " + name
                            : "a method of XML, HIERARCHYID or a spatial type, or a function that cannot be asked here: "
                                    + name);
        }
    }

    /** An alias without AS ends an item; {@code a AT TIME ZONE} and the like would go to H2 as names. */
    private void refuseWordsBehindAlias(Token after, @org.jspecify.annotations.Nullable Token before) {
        boolean alias = before != null && endsOperand(before);
        boolean wordOfMerge = place == Place.MERGE && after.is("USING");
        boolean known = SHARED.contains(after.upper()) || REFUSED.contains(after.upper()) || after.is("OFFSET");
        if (alias && after.isName() && !wordOfMerge && (after.kind() == Token.Kind.NAME || !known)) {
            throw UntranslatableException.at(after);
        }
    }

    /** After an alias, and in the head of a common table expression, the parenthesis holds names of columns. */
    private boolean mayHaveColumnList(TokenReader reader, @org.jspecify.annotations.Nullable Token before) {
        if (before == null) {
            return false;
        }
        if (before.is("AS", "INTO") || place == Place.MERGE && before.is("INSERT") || before.isSymbol(")")) {
            return true;
        }
        int start = reader.position();
        reader.parenthesised();
        boolean commonTable = (before.is("WITH") || before.isSymbol(","))
                && reader.sees("AS")
                && reader.peek(1).isSymbol("(");
        reader.back(start);
        return commonTable;
    }
}
