package dev.palindrome.tsql.query;

import dev.palindrome.tsql.ColumnTypes;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import dev.palindrome.tsql.UntranslatableException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes what H2 has no words for in such as it has. */
public final class QueryForms {

    private static final String[] WORDS = {
        "APPLY",
        "PIVOT",
        "UNPIVOT",
        "ROLLUP",
        "CUBE",
        "GROUPING",
        "GROUP",
        "FULL",
        "FOR",
        "OPTION",
        "STRING_SPLIT",
        OpenJson.NAME,
        XmlMethods.NODES,
        Apply.SERIES,
        "WITH",
        NamedWindows.WORD
    };

    private static final String GROUPS = "palindrome groups";

    private static final String[] OPERATORS = {"UNION", "EXCEPT", "INTERSECT"};

    private final KnownColumns columns;
    private int limit = RecursiveTable.DEFAULT_LIMIT;

    /** @param types what is known of columns */
    public QueryForms(ColumnTypes types) {
        this.columns = new KnownColumns(types);
    }

    /** Whether a common table expression is one that reads from itself. */
    public static boolean isRecursive(String commonTable) {
        return commonTable.endsWith(RecursiveTable.SUFFIX);
    }

    /** Whether columns of tables would have to be known that are not. */
    public boolean needColumns() {
        return columns.areAsked();
    }

    /** The same statement, query or condition; the same tokens where there is nothing to do. */
    public List<Token> plain(List<Token> written) {
        if (XmlMethods.askForFunctions(written, columns.types())) {
            columns.ask();
        }
        return XmlMethods.asked(plainOf(XmlMethods.without(written, columns.types())));
    }

    private List<Token> plainOf(List<Token> written) {
        List<Token> tokens = Apply.queried(written);
        if (tokens.stream().noneMatch(token -> token.is("SELECT", "APPLY", XmlMethods.NODES))) {
            return tokens;
        }
        boolean forms = tokens.stream().anyMatch(token -> token.is(WORDS));
        long queries = tokens.stream().filter(token -> token.is("SELECT")).count();
        if (!forms
                && queries <= 2
                && !hasValues(tokens)
                && !NamedItems.concerns(tokens)
                && !FunctionRows.concerns(tokens)) {
            return tokens;
        }
        return statement(withoutOption(tokens));
    }

    /** Rows of values in a query. */
    private static boolean hasValues(List<Token> tokens) {
        for (int i = 2; i < tokens.size(); i++) {
            if (tokens.get(i).is("VALUES") && tokens.get(i - 1).isSymbol("(")) {
                return tokens.stream().anyMatch(token -> token.is("SELECT"));
            }
        }
        return false;
    }

    /** A query whose rows nobody takes: what they would be written as does not matter. */
    public static List<Token> unread(List<Token> query) {
        TokenReader reader = new TokenReader(query);
        reader.until("SELECT", "INSERT", "UPDATE", "DELETE", "MERGE");
        if (!reader.sees("SELECT")) {
            return query;
        }
        reader.until("FOR");
        boolean written = reader.sees("FOR") && reader.peek(1).is("XML", "JSON");
        return written ? query.subList(0, reader.position()) : query;
    }

    /** {@code OPTION (…)} says how to find the rows, and how often a table may read from itself. */
    private List<Token> withoutOption(List<Token> tokens) {
        TokenReader reader = new TokenReader(tokens);
        reader.until("OPTION");
        if (!reader.sees("OPTION") || !reader.peek(1).isSymbol("(")) {
            return tokens;
        }
        int start = reader.position();
        reader.next();
        List<Token> hints = reader.parenthesised();
        for (int i = 0; i + 1 < hints.size(); i++) {
            if (hints.get(i).is("MAXRECURSION") && hints.get(i + 1).kind() == Token.Kind.NUMBER) {
                limit = Integer.parseInt(hints.get(i + 1).text());
            }
        }
        List<Token> all = new ArrayList<>(tokens.subList(0, start));
        all.addAll(reader.rest());
        return all;
    }

    private List<Token> statement(List<Token> tokens) {
        TokenReader reader = new TokenReader(tokens);
        List<Token> out = new ArrayList<>();
        if (reader.sees("WITH") && reader.peek(1).isName()) {
            commonTables(reader, out);
        }
        List<Token> rest = Apply.change(nested(reader.rest()), columns);
        TokenReader body = new TokenReader(rest);
        out.addAll(body.until("SELECT"));
        if (body.sees("SELECT")) {
            query(body, out);
        }
        out.addAll(body.rest());
        return out;
    }

    /** Where one of them reads from itself, H2 wants the columns of all. */
    private void commonTables(TokenReader reader, List<Token> out) {
        int start = reader.position();
        boolean recursive = false;
        reader.next();
        do {
            Token name = reader.next();
            reader.until("AS");
            recursive |= reader.peek(1).isSymbol("(")
                    && reader.accept("AS")
                    && RecursiveTable.reads(reader.parenthesised(), name.value());
        } while (reader.acceptSymbol(","));
        reader.back(start);
        out.add(reader.next());
        do {
            if (!commonTable(reader, recursive, out)) {
                return;
            }
        } while (reader.seesSymbol(",") && out.add(reader.next()));
    }

    /** @return whether it has been read */
    private boolean commonTable(TokenReader reader, boolean recursive, List<Token> out) {
        int start = reader.position();
        Token name = reader.next();
        List<String> named = new ArrayList<>();
        if (reader.seesSymbol("(")) {
            reader.parenthesised().stream().filter(Token::isName).forEach(column -> named.add(column.value()));
        }
        if (!reader.sees("AS") || !reader.peek(1).isSymbol("(")) {
            out.addAll(reader.since(start));
            return false;
        }
        reader.next();
        List<Token> head = new ArrayList<>(reader.since(start));
        List<Token> query = statement(reader.parenthesised());
        List<String> names = named.isEmpty() && recursive ? columns.ofQuery(query) : named;
        boolean later = named.isEmpty() && columns.areMissing(query);
        if (!later && RecursiveTable.reads(query, name.value())) {
            out.addAll(RecursiveTable.of(name, names, query, limit));
        } else if (names.isEmpty() || !named.isEmpty()) {
            out.addAll(head);
            out.addAll(new Made(name).add("(").add(aside(name, query)).add(")").tokens());
        } else {
            List<List<Token>> all = new ArrayList<>();
            names.forEach(column -> all.add(new Made(name).name(column).tokens()));
            out.addAll(new Made(name)
                    .add(List.of(name))
                    .add("(")
                    .join(",", all)
                    .add(") AS (")
                    .add(aside(name, query))
                    .add(")")
                    .tokens());
        }
        columns.define(name.value(), named.isEmpty() ? columns.ofQuery(query) : named);
        return true;
    }

    /** H2 takes a condition behind HAVING for a column of a common table expression, but not of a query in FROM. */
    private static List<Token> aside(Token place, List<Token> query) {
        TokenReader reader = new TokenReader(query);
        reader.until("HAVING");
        return reader.sees("HAVING")
                ? new Made(place)
                        .add("SELECT * FROM (")
                        .add(query)
                        .add(") AS ")
                        .name(GROUPS)
                        .tokens()
                : query;
    }

    /** With what stands in parentheses done. */
    private List<Token> nested(List<Token> tokens) {
        TokenReader reader = new TokenReader(tokens);
        List<Token> out = new ArrayList<>();
        while (reader.position() < tokens.size()) {
            Token token = reader.peek();
            if (!token.isSymbol("(")) {
                out.add(reader.next());
                continue;
            }
            int start = reader.position();
            Optional<List<Token>> inside = inside(reader);
            if (inside.isEmpty()) {
                reader.back(start);
                out.add(reader.next());
                continue;
            }
            out.add(token);
            out.addAll(parenthesised(inside.get(), reader));
            out.add(tokens.get(closing(tokens, start)));
        }
        return out;
    }

    private static Optional<List<Token>> inside(TokenReader reader) {
        try {
            return Optional.of(reader.parenthesised());
        } catch (UntranslatableException e) {
            return Optional.empty(); // others say what is missing
        }
    }

    private static int closing(List<Token> tokens, int open) {
        TokenReader reader = new TokenReader(tokens);
        reader.back(open);
        reader.parenthesised();
        return reader.position() - 1;
    }

    /** @param behind stands behind the parenthesis; a method that makes text of XML is read */
    private List<Token> parenthesised(List<Token> inside, TokenReader behind) {
        boolean query = !inside.isEmpty() && inside.get(0).is("SELECT", "WITH");
        if (!query) {
            return nested(inside);
        }
        boolean text = ForClause.isTyped(inside)
                && behind.seesSymbol(".")
                && behind.peek(1).is("VALUE");
        if (!text) {
            return statement(inside);
        }
        behind.next();
        behind.next();
        behind.parenthesised();
        TokenReader body = new TokenReader(nested(inside));
        List<Token> out = new ArrayList<>();
        select(body.rest(), out, true);
        return out;
    }

    /** From SELECT on, with all that UNION and its like put together. */
    private void query(TokenReader reader, List<Token> out) {
        while (reader.sees("SELECT")) {
            List<Token> select = reader.until(OPERATORS);
            select(select, out, false);
            while (reader.peek().is(OPERATORS) || reader.sees("ALL")) {
                out.add(reader.next());
            }
        }
    }

    private void select(List<Token> tokens, List<Token> out, boolean asText) {
        SelectParts select = NamedItems.named(SelectParts.of(NamedWindows.without(tokens)));
        if (Pivot.concerns(select.from())) {
            select = select.with(select.items(), Pivot.without(select.from(), columns), select.where());
        }
        if (FullJoin.concerns(select.from())) {
            select = FullJoin.without(select);
        }
        if (Apply.concerns(select.from())) {
            select = Apply.without(select, columns);
        }
        if (GroupedExpressions.concerns(select) && !GroupingSets.concerns(select)) {
            select = GroupedExpressions.without(select);
        }
        if (CorrelatedTables.concern(select)) {
            select = CorrelatedTables.without(select);
        }
        if (ForClause.concerns(select)) {
            out.addAll(ForClause.without(select, asText, columns));
        } else if (GroupingSets.concerns(select)) {
            out.addAll(GroupingSets.without(select));
        } else {
            out.addAll(select.tokens());
        }
    }
}
