package dev.palindrome.tsql.xml;

import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.UntranslatableException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A path of XQuery's as one of XPath 1.0 that finds the same in XML without a schema. What means something else there, or
 * nothing, is refused. All XML stands in one element, so that it may have several roots.
 *
 * @see <a href="https://learn.microsoft.com/sql/xquery/xquery-language-reference-sql-server">XQuery language reference</a>
 */
public final class XmlPath {

    /** What a path may take from the statement that it is in. */
    public record Outside(boolean isColumn, String name) {}

    private enum Kind {
        NODES,
        TEXT,
        NUMBER,
        CONDITION,
        OUTSIDE
    }

    private record Read(Kind kind, boolean single) {}

    private static final String DEFAULT_PREFIX = "_d";

    private static final Set<String> AXES =
            Set.of("child", "attribute", "self", "parent", "descendant", "descendant-or-self");

    /** Functions of one text that they want to have once. */
    private static final Set<String> OF_ONE =
            Set.of("string", "number", "string-length", "local-name", "namespace-uri");

    private static final Set<String> COMPARISONS = Set.of("=", "!=", "<=", ">=", "<", ">");

    private final String text;
    private final Token place;
    private final String method;
    private final Map<String, String> namespaces = new HashMap<>();
    private final List<Outside> outsides = new ArrayList<>();
    private final StringBuilder out = new StringBuilder();
    private int at;
    private boolean attribute;
    private Read result;

    private XmlPath(String text, Map<String, String> known, Token place, String method) {
        this.text = text;
        this.place = place;
        this.method = method;
        namespaces.putAll(known);
        result = new Read(Kind.TEXT, false);
    }

    /**
     * Reads one.
     *
     * @param text the argument of a method
     * @param namespaces by their prefixes, those of the statement; the empty one is the default
     * @param place of the argument
     * @param method value, exist, query or nodes
     */
    public static XmlPath of(String text, Map<String, String> namespaces, Token place, String method) {
        XmlPath path = new XmlPath(text, namespaces, place, method);
        path.prolog();
        path.result = path.condition();
        path.blanks();
        if (path.at < text.length()) {
            throw path.unknown();
        }
        path.requireFitting();
        return path;
    }

    /** The namespaces, a prefix and a name on each line, an empty line, and the path. */
    public String encoded() {
        StringBuilder all = new StringBuilder();
        namespaces.forEach((prefix, uri) -> all.append(prefix.isEmpty() ? DEFAULT_PREFIX : prefix)
                .append(' ')
                .append(uri)
                .append('\n'));
        return all.append('\n').append(out).toString();
    }

    /** The variables $v0, $v1 … of the path. */
    public List<Outside> outsides() {
        return outsides;
    }

    private void requireFitting() {
        boolean nodes = result.kind == Kind.NODES;
        switch (method) {
            case "value" -> {
                if (!result.single) {
                    throw new UntranslatableException(
                            "a path of value() that may find several nodes, which is error 2389"
                                    + " where no schema says otherwise: write '(/a/b)[1]'");
                }
            }
            case "nodes" -> {
                if (!nodes) {
                    throw UntranslatableException.refused(9335, place, "nodes() takes a path of nodes");
                }
            }
            case "query" -> {
                if (nodes && attribute) {
                    throw new UntranslatableException("query() of an attribute");
                }
                if (!nodes || text.contains("data(")) {
                    throw new UntranslatableException("query() of a value that is no node");
                }
            }
            default -> {
                if (!nodes) {
                    throw new UntranslatableException("exist() of what is no path, which is 1 whatever it says");
                }
            }
        }
    }

    private UntranslatableException unknown() {
        String rest = text.substring(Math.min(at, text.length())).strip();
        String near = rest.isEmpty() ? "its end" : "\"" + rest.substring(0, Math.min(20, rest.length())) + "\"";
        return new UntranslatableException("XQuery that is more than a path, at " + near);
    }

    private void prolog() {
        while (acceptWord("declare")) {
            boolean ofDefault = acceptWord("default");
            if (ofDefault && !acceptWord("element") || !acceptWord("namespace")) {
                throw unknown();
            }
            String prefix = ofDefault ? "" : name();
            if (!ofDefault && !accept("=")) {
                throw unknown();
            }
            blanks();
            namespaces.put(prefix, literal());
            accept(";");
        }
    }

    private Read condition() {
        Read first = comparison();
        while (true) {
            String word = acceptWord("and") ? " and " : acceptWord("or") ? " or " : "";
            if (word.isEmpty()) {
                return first;
            }
            out.append(word);
            comparison();
            first = new Read(Kind.CONDITION, true);
        }
    }

    private Read comparison() {
        Read left = operand();
        String operator = operator();
        if (operator.isEmpty()) {
            return left;
        }
        out.append(' ')
                .append(operator.equals("eq") ? "=" : operator.equals("ne") ? "!=" : operator)
                .append(' ');
        Read right = operand();
        boolean equality = operator.equals("=") || operator.equals("!=");
        boolean words = operator.equals("eq") || operator.equals("ne");
        boolean numbers = left.kind == Kind.NUMBER || right.kind == Kind.NUMBER;
        boolean texts = left.kind == Kind.TEXT || right.kind == Kind.TEXT;
        boolean conditions = left.kind == Kind.CONDITION || right.kind == Kind.CONDITION;
        boolean outside = left.kind == Kind.OUTSIDE || right.kind == Kind.OUTSIDE;
        boolean same = equality ? !(numbers && texts) : words ? texts && !numbers : numbers && !texts && !outside;
        if (!same || conditions) {
            throw new UntranslatableException("a comparison in XQuery that XPath makes otherwise");
        }
        return new Read(Kind.CONDITION, true);
    }

    private String operator() {
        blanks();
        for (String word : List.of("eq", "ne")) {
            if (acceptWord(word)) {
                return word;
            }
        }
        if (text.startsWith("<<", at) || text.startsWith(">>", at)) {
            throw unknown();
        }
        for (int length = 2; length > 0; length--) {
            if (at + length <= text.length() && COMPARISONS.contains(text.substring(at, at + length))) {
                at += length;
                return text.substring(at - length, at);
            }
        }
        return "";
    }

    private Read operand() {
        blanks();
        char c = peek();
        if (c == '"' || c == '\'') {
            write(literal());
            return new Read(Kind.TEXT, true);
        }
        if (Character.isDigit(c)) {
            number();
            return new Read(Kind.NUMBER, true);
        }
        if (isNameStart(c)) {
            int start = at;
            String called = name();
            blanks();
            if (peek() == '(' && !isTest(called)) {
                return call(called);
            }
            at = start;
        }
        return path();
    }

    private static boolean isTest(String name) {
        return name.equals("text") || name.equals("node") || name.equals("comment");
    }

    private void number() {
        int start = at;
        while (Character.isDigit(peek()) || peek() == '.') {
            at++;
        }
        out.append(text, start, at);
    }

    private void write(String value) {
        if (value.contains("'") && value.contains("\"")) {
            throw new UntranslatableException("a text with both kinds of quotes in XQuery");
        }
        String quote = value.contains("'") ? "\"" : "'";
        out.append(quote).append(value).append(quote);
    }

    private Read call(String written) {
        expect("(");
        String name = written.startsWith("fn:") ? written.substring(3) : written;
        switch (name) {
            case "sql:variable", "sql:column" -> {
                blanks();
                outsides.add(new Outside(name.endsWith("column"), literal()));
                out.append("$v").append(outsides.size() - 1);
                expect(")");
                return new Read(Kind.OUTSIDE, true);
            }
            case "data" -> {
                out.append('(');
                Read value = operand();
                expect(")");
                out.append(')');
                return new Read(value.kind, value.single);
            }
            case "not" -> {
                out.append("not(");
                condition();
                expect(")");
                out.append(')');
                return new Read(Kind.CONDITION, true);
            }
            case "empty" -> {
                out.append("not(");
                nodes();
                return new Read(Kind.CONDITION, true);
            }
            case "count" -> {
                out.append("count(");
                nodes();
                return new Read(Kind.NUMBER, true);
            }
            case "position", "last", "true", "false" -> {
                expect(")");
                out.append(name).append("()");
                return new Read(name.equals("position") || name.equals("last") ? Kind.NUMBER : Kind.CONDITION, true);
            }
            case "contains", "concat", "substring" -> {
                arguments(name);
                return new Read(name.equals("contains") ? Kind.CONDITION : Kind.TEXT, true);
            }
            default -> {
                if (!OF_ONE.contains(name)) {
                    throw new UntranslatableException("the function " + name + " of XQuery");
                }
                arguments(name);
                boolean number = name.equals("number") || name.equals("string-length");
                return new Read(number ? Kind.NUMBER : Kind.TEXT, true);
            }
        }
    }

    private void nodes() {
        if (operand().kind != Kind.NODES) {
            throw unknown();
        }
        expect(")");
        out.append(')');
    }

    private void arguments(String name) {
        out.append(name).append('(');
        if (accept(")")) {
            out.append(')');
            return;
        }
        do {
            if (out.charAt(out.length() - 1) != '(') {
                out.append(", ");
            }
            if (!operand().single) {
                throw UntranslatableException.refused(
                        2389, place, name + "() takes a path that can find one node only");
            }
        } while (accept(","));
        expect(")");
        out.append(')');
    }

    private Read path() {
        blanks();
        boolean single = true;
        attribute = false;
        if (accept("(")) {
            out.append('(');
            Read inner = condition();
            expect(")");
            out.append(')');
            if (inner.kind != Kind.NODES) {
                return inner;
            }
            single = predicates(inner.single);
            return new Read(Kind.NODES, steps(single));
        }
        if (text.startsWith("//", at)) {
            out.append("/*");
            return new Read(Kind.NODES, steps(true));
        }
        if (accept("/")) {
            out.append("/*");
            blanks();
            if (!startsStep()) {
                return new Read(Kind.NODES, true);
            }
            out.append('/');
        }
        single = step(true, true);
        return new Read(Kind.NODES, steps(single));
    }

    /** @return whether it still finds one node at most */
    private boolean steps(boolean before) {
        boolean single = before;
        while (true) {
            blanks();
            if (accept("//")) {
                out.append("//");
                single = step(false, false);
            } else if (accept("/")) {
                out.append('/');
                single = step(single, true);
            } else {
                return single;
            }
        }
    }

    private boolean startsStep() {
        char c = peek();
        return isNameStart(c) || c == '@' || c == '.' || c == '*' || c == '(';
    }

    private boolean step(boolean single, boolean child) {
        blanks();
        attribute = false;
        if (accept("..")) {
            out.append("..");
            return single;
        }
        if (accept(".")) {
            blanks();
            out.append(peek() == '[' ? "self::node()" : ".");
            boolean filtered = predicates(single);
            return single || filtered;
        }
        boolean one = false;
        if (accept("@")) {
            out.append('@');
            attribute = true;
        } else {
            String axis = axis();
            attribute = axis.equals("attribute");
            one = axis.equals("self") || axis.equals("parent");
        }
        blanks();
        if (accept("*")) {
            out.append('*');
        } else {
            one |= attribute;
            test();
        }
        boolean numbered = predicates(false);
        return single && (one || numbered && child);
    }

    private String axis() {
        int start = at;
        if (isNameStart(peek())) {
            while (isNamePart(peek())) {
                at++;
            }
            String name = text.substring(start, at);
            if (accept("::")) {
                if (!AXES.contains(name)) {
                    throw new UntranslatableException("the axis " + name + " of XQuery");
                }
                out.append(name).append("::");
                return name;
            }
            at = start;
        }
        return "";
    }

    private void test() {
        if (!isNameStart(peek())) {
            throw unknown();
        }
        String name = name();
        blanks();
        if (peek() == '(') {
            if (!isTest(name)) {
                throw unknown();
            }
            expect("(");
            expect(")");
            out.append(name).append("()");
            return;
        }
        int colon = name.indexOf(':');
        if (colon > 0) {
            String prefix = name.substring(0, colon);
            if (!prefix.equals("xml") && !namespaces.containsKey(prefix)) {
                throw UntranslatableException.refused(
                        2229, place, "the name " + prefix + " does not denote a namespace");
            }
            out.append(name);
        } else {
            out.append(!attribute && namespaces.containsKey("") ? DEFAULT_PREFIX + ":" : "")
                    .append(name);
        }
    }

    /** @return whether one of them is a place, or it was one node before */
    private boolean predicates(boolean before) {
        boolean single = before;
        blanks();
        while (accept("[")) {
            boolean ofAttribute = attribute;
            out.append('[');
            int start = out.length();
            Read inside = condition();
            attribute = ofAttribute;
            expect("]");
            String written = out.substring(start);
            if (inside.kind == Kind.OUTSIDE && outsides.get(outsides.size() - 1).isColumn) {
                throw new UntranslatableException("a column as a place in XQuery");
            }
            if (inside.kind == Kind.OUTSIDE) {
                out.setLength(start);
                out.append("position() = ").append(written);
            } else if (inside.kind == Kind.NUMBER) {
                boolean place = written.equals("last()") || written.chars().allMatch(Character::isDigit);
                if (!place) {
                    throw new UntranslatableException("a number that XQuery computes as a place");
                }
                single = true;
            }
            out.append(']');
            blanks();
        }
        return single;
    }

    private String literal() {
        char quote = peek();
        if (quote != '"' && quote != '\'') {
            throw unknown();
        }
        StringBuilder value = new StringBuilder();
        at++;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c != quote) {
                value.append(c);
            } else if (peek() == quote) {
                value.append(quote);
                at++;
            } else if (value.indexOf("&#") >= 0) {
                throw new UntranslatableException("a character by its number in XQuery");
            } else {
                return value.toString()
                        .replace("&lt;", "<")
                        .replace("&gt;", ">")
                        .replace("&quot;", "\"")
                        .replace("&apos;", "'")
                        .replace("&amp;", "&");
            }
        }
        throw unknown();
    }

    private String name() {
        blanks();
        int start = at;
        while (isNamePart(peek()) || peek() == ':' && isNameStart(peek(1))) {
            at++;
        }
        if (start == at) {
            throw unknown();
        }
        return text.substring(start, at);
    }

    private boolean acceptWord(String word) {
        blanks();
        int end = at + word.length();
        boolean there = text.startsWith(word, at)
                && (end == text.length() || !isNamePart(text.charAt(end)) && text.charAt(end) != ':');
        at = there ? end : at;
        return there;
    }

    private boolean accept(String symbol) {
        blanks();
        if (!text.startsWith(symbol, at)) {
            return false;
        }
        at += symbol.length();
        return true;
    }

    private void expect(String symbol) {
        if (!accept(symbol)) {
            throw unknown();
        }
    }

    private void blanks() {
        while (true) {
            if (Character.isWhitespace(peek())) {
                at++;
            } else if (text.startsWith("(:", at) && text.indexOf(":)", at) > 0) {
                at = text.indexOf(":)", at) + 2;
            } else {
                return;
            }
        }
    }

    private char peek() {
        return peek(0);
    }

    private char peek(int ahead) {
        return at + ahead < text.length() ? text.charAt(at + ahead) : 0;
    }

    private static boolean isNameStart(char c) {
        return Character.isLetter(c) || c == '_';
    }

    private static boolean isNamePart(char c) {
        return isNameStart(c) || Character.isDigit(c) || c == '-' || c == '.';
    }
}
