package dev.palindrome.production.script;

import dev.palindrome.tsql.Token;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Goes through T-SQL and tells by the words around it whether a name is that of a table, of what is called, or of a type. */
final class NamePlaces {

    /** What is open between two parentheses, or outside of all. */
    private enum Clause {
        /** No FROM belongs to it: {@code TRIM('x' FROM a)}. */
        EXPRESSION,
        CAST,
        QUERY,
        FROM
    }

    private static final String[] END_OF_FROM = {
        "WHERE",
        "GROUP",
        "HAVING",
        "ORDER",
        "UNION",
        "EXCEPT",
        "INTERSECT",
        "OPTION",
        "SELECT",
        "INSERT",
        "UPDATE",
        "DELETE",
        "SET",
        "DECLARE",
        "RETURN",
        "IF"
    };

    private static final String[] TABLE_ARGUMENT = {
        "CONTAINSTABLE", "FREETEXTTABLE", "SEMANTICKEYPHRASETABLE", "SEMANTICSIMILARITYTABLE"
    };

    private final List<Token> tokens;
    private final boolean isPolicy;
    private final Set<String> commonTables = new HashSet<>();

    private final List<List<String>> sources = new ArrayList<>();
    private final List<List<String>> tables = new ArrayList<>();
    private final List<List<String>> calls = new ArrayList<>();
    private final List<List<String>> types = new ArrayList<>();

    private final Deque<Clause> around = new ArrayDeque<>();
    private Clause clause = Clause.QUERY;
    private boolean tableIsNext;
    private boolean typeIsNext;
    private int at;

    private NamePlaces(List<Token> tokens) {
        this.tokens = tokens;
        this.isPolicy = tokens.get(0).is("ADD");
    }

    static NamePlaces in(List<Token> tokens) {
        NamePlaces places = new NamePlaces(tokens);
        places.findCommonTables();
        while (places.at < tokens.size() - 1) {
            places.read(tokens.get(places.at));
        }
        return places;
    }

    /** What is read and not called. */
    List<List<String>> sources() {
        return sources;
    }

    /** What is read, or may be. */
    List<List<String>> tables() {
        return tables;
    }

    /** What is called, with its schema. */
    List<List<String>> calls() {
        return calls;
    }

    List<List<String>> types() {
        return types;
    }

    /** {@code WITH a AS (SELECT}, {@code WITH a (x, y) AS (SELECT}. */
    private void findCommonTables() {
        for (int i = 1; i < tokens.size() - 2; i++) {
            if (tokens.get(i).is("AS")
                    && tokens.get(i + 1).isSymbol("(")
                    && tokens.get(i + 2).is("SELECT", "WITH")) {
                int name = tokens.get(i - 1).isSymbol(")") ? opening(i - 1) - 1 : i - 1;
                if (name >= 0) {
                    commonTables.add(ObjectWords.key(tokens.get(name).value()));
                }
            }
        }
    }

    private int opening(int closing) {
        int i = closing;
        while (i > 0 && !tokens.get(i).isSymbol("(")) {
            i--;
        }
        return i;
    }

    private void read(Token token) {
        if (token.isSymbol("(")) {
            open();
        } else if (token.isSymbol(")")) {
            clause = around.isEmpty() ? Clause.QUERY : around.pop();
            nothingIsNext();
        } else if (token.isSymbol(",")) {
            nothingIsNext();
            tableIsNext = clause == Clause.FROM;
        } else if (!token.isName()) {
            nothingIsNext();
            typeIsNext = token.kind() == Token.Kind.VARIABLE;
        } else if (!isKeyword(token)) {
            name();
            return;
        }
        at++;
    }

    private void nothingIsNext() {
        tableIsNext = false;
        typeIsNext = false;
    }

    private void open() {
        Token before = before(1);
        around.push(clause);
        clause = tableIsNext ? Clause.FROM : before.is("CAST", "TRY_CAST") ? Clause.CAST : Clause.EXPRESSION;
        tableIsNext |= before.is(TABLE_ARGUMENT);
        typeIsNext = before.is("CONVERT", "TRY_CONVERT", "XML");
    }

    private Token before(int tokensBefore) {
        return tokens.get(Math.max(0, at - tokensBefore));
    }

    private boolean isKeyword(Token token) {
        if (token.is("FROM")) {
            tableIsNext = clause != Clause.EXPRESSION && !before(1).is("DISTINCT");
            clause = tableIsNext ? Clause.FROM : clause;
        } else if (token.is("JOIN", "APPLY", "USING") || isPolicy && token.is("ON")) {
            tableIsNext = true;
        } else if (token.is("AS")) {
            typeIsNext = clause == Clause.CAST || before(1).kind() == Token.Kind.VARIABLE;
        } else if (token.is("RETURNS")) {
            typeIsNext = true;
        } else if (token.is(END_OF_FROM)
                || token.is("FOR") && !tokens.get(at + 1).is("SYSTEM_TIME")) {
            clause = token.is("SELECT", "DELETE", "UPDATE") || clause == Clause.FROM ? Clause.QUERY : clause;
            nothingIsNext();
        } else {
            return typeIsNext && token.is("DOCUMENT", "CONTENT") && before(2).is("XML");
        }
        return true;
    }

    private void name() {
        Token before = before(1);
        List<String> name = whole();
        Token behind = tokens.get(at);
        boolean called = behind.isSymbol("(");
        if (tableIsNext) {
            table(name, called && !behind.spaced());
        } else if (called && name.size() > 1) {
            calls.add(name);
        } else if (typeIsNext || behind.isSymbol("::") || isOfColumn(before, name)) {
            types.add(name);
        }
        nothingIsNext();
    }

    /** {@code RETURNS @t TABLE (place dbo.point)}. */
    private static boolean isOfColumn(Token before, List<String> name) {
        return name.size() > 1 && before.isName() && !before.isReserved();
    }

    private void table(List<String> name, boolean called) {
        if (name.size() == 1 && commonTables.contains(ObjectWords.key(name.get(0)))) {
            return;
        }
        tables.add(name);
        if (called && name.size() > 1) {
            calls.add(name);
        } else if (!called) {
            sources.add(name);
        }
    }

    /** All its parts, so that what stands behind a dot is no name by itself; a part that is left out is empty. */
    private List<String> whole() {
        List<String> name = new ArrayList<>(List.of(tokens.get(at).value()));
        at++;
        while (tokens.get(at).isSymbol(".")
                && (tokens.get(at + 1).isName() || tokens.get(at + 1).isSymbol("."))) {
            at++;
            boolean empty = tokens.get(at).isSymbol(".");
            name.add(empty ? "" : tokens.get(at).value());
            at += empty ? 0 : 1;
        }
        return name;
    }
}
