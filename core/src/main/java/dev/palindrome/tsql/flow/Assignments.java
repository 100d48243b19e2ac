package dev.palindrome.tsql.flow;

import dev.palindrome.tsql.FlowStep.Kind;
import dev.palindrome.tsql.FlowVariable;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import dev.palindrome.tsql.UntranslatableException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What gives variables values: SET, DECLARE, and SELECT. */
final class Assignments {

    /** The values of variables are those of the query's columns: of its only row, NULL without one. */
    static final String ONE = "ONE";

    /** Those of its last row; without one they stay. */
    static final String LAST = "LAST";

    /** The query gives them by itself, row for row. */
    static final String EACH = "EACH";

    /** For each row its value is put into a variable, and then another query asked, which uses it. */
    static final String FOLD = "FOLD";

    private static final String ROW = "@palindrome$row";

    private static final Set<String> OPERATORS = Set.of("+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=");

    private static final String[] BEHIND_ITEMS = {
        "FROM", "WHERE", "GROUP", "HAVING", "ORDER", "UNION", "EXCEPT", "INTERSECT", "OPTION", "FOR", "INTO"
    };

    private record Item(FlowVariable variable, List<Token> value) {}

    private final FlowTranslation translation;
    private final FlowSteps steps;
    private final FlowScope scope;

    Assignments(FlowTranslation translation, FlowSteps steps) {
        this.translation = translation;
        this.steps = steps;
        this.scope = translation.scope();
    }

    void give(FlowVariable variable, String operator, List<Token> value, int line) {
        if (!variable.isValue()) {
            throw new UntranslatableException("a value for the " + variable.type() + " " + variable.name());
        }
        FlowQuery query = translation.query(new Made(line)
                .add("SELECT")
                .given(with(variable, operator, value), variable.type())
                .tokens());
        add(ONE, List.of(variable), query, line);
    }

    private void add(String how, List<FlowVariable> variables, FlowQuery query, int line) {
        List<String> texts = new ArrayList<>();
        texts.add(how + " "
                + String.join(" ", variables.stream().map(FlowVariable::name).toList()));
        texts.addAll(query.texts());
        steps.add(Kind.ASSIGN, line, texts);
    }

    /** {@code @x += 1} is {@code @x = @x + (1)}. */
    static List<Token> with(FlowVariable variable, String operator, List<Token> value) {
        if (operator.equals("=")) {
            return value;
        }
        if (!OPERATORS.contains(operator)) {
            throw UntranslatableException.unclear("an assignment with " + operator);
        }
        int line = value.get(0).line();
        return new Made(line)
                .add(variable.name() + " " + operator.charAt(0))
                .add("(")
                .add(value)
                .add(")")
                .tokens();
    }

    /** Whether a query gives variables values. */
    boolean isOne(List<Token> query) {
        int select = select(query, 0);
        return select >= 0
                && firstItem(query, select) + 1 < query.size()
                && query.get(firstItem(query, select)).kind() == Token.Kind.VARIABLE
                && isOperator(query.get(firstItem(query, select) + 1));
    }

    private static boolean isOperator(Token token) {
        return token.isSymbol("=") || OPERATORS.contains(token.text());
    }

    /** The main SELECT, behind common table expressions. */
    private static int select(List<Token> query, int from) {
        int depth = 0;
        for (int i = from; i < query.size(); i++) {
            Token token = query.get(i);
            depth += token.isSymbol("(") ? 1 : token.isSymbol(")") ? -1 : 0;
            if (depth == 0 && token.is("SELECT")) {
                return i;
            }
        }
        return -1;
    }

    private static int firstItem(List<Token> query, int select) {
        TokenReader reader = new TokenReader(query);
        reader.back(select + 1);
        if (!reader.accept("ALL")) {
            reader.accept("DISTINCT");
        }
        if (reader.accept("TOP")) {
            if (reader.seesSymbol("(")) {
                reader.parenthesised();
            } else {
                reader.next();
            }
            reader.accept("PERCENT");
            reader.accept("WITH", "TIES");
        }
        return reader.position();
    }

    void select(List<Token> query) {
        int select = select(query, 0);
        int first = firstItem(query, select);
        TokenReader reader = new TokenReader(query);
        reader.back(first);
        List<Item> items = new ArrayList<>();
        do {
            items.add(item(reader));
        } while (reader.acceptSymbol(","));
        List<Token> head = query.subList(0, first);
        List<Token> tail = reader.rest();
        List<FlowVariable> variables = items.stream().map(Item::variable).toList();
        int line = query.get(0).line();
        boolean again =
                items.stream().anyMatch(item -> variables.stream().anyMatch(variable -> uses(item.value(), variable)));
        if (!again) {
            Made made = new Made(line).add(head);
            for (int i = 0; i < items.size(); i++) {
                made.add(i > 0 ? "," : "")
                        .given(items.get(i).value(), variables.get(i).type());
            }
            add(LAST, variables, translation.query(made.add(tail).tokens()), line);
        } else if (isOrdered(tail)) {
            fold(items, head, tail, line);
        } else {
            Made made = new Made(line).add(head);
            for (int i = 0; i < items.size(); i++) {
                Item item = items.get(i);
                made.add((i > 0 ? "," : "") + FlowVariable.ASSIGN + "("
                                + item.variable().name() + ",")
                        .given(item.value(), item.variable().type())
                        .add(")");
            }
            add(EACH, variables, translation.query(made.add(tail).tokens()), line);
        }
    }

    private Item item(TokenReader reader) {
        Token name = reader.next();
        if (name.kind() != Token.Kind.VARIABLE || !isOperator(reader.peek())) {
            throw UntranslatableException.refused(
                    141, name, "a SELECT that gives a variable a value gives no rows: give each column to a variable");
        }
        FlowVariable variable = scope.require(name);
        String operator = reader.next().text();
        int start = reader.position();
        List<Token> value = List.of();
        while (!reader.atEnd() && !reader.seesSymbol(",") && !reader.peek().is(BEHIND_ITEMS)) {
            if (reader.seesSymbol("(")) {
                reader.parenthesised();
            } else if (!reader.accept("NEXT", "VALUE", "FOR")) {
                reader.next();
            }
            value = reader.since(start);
        }
        if (value.isEmpty()) {
            throw reader.syntax();
        }
        if (!variable.isValue()) {
            throw new UntranslatableException("a value for the " + variable.type() + " " + variable.name());
        }
        return new Item(variable, with(variable, operator, value));
    }

    private static boolean uses(List<Token> value, FlowVariable variable) {
        return value.stream().anyMatch(token -> token.text().equalsIgnoreCase(variable.name()));
    }

    private static boolean isOrdered(List<Token> tail) {
        int depth = 0;
        for (Token token : tail) {
            depth += token.isSymbol("(") ? 1 : token.isSymbol(")") ? -1 : 0;
            if (depth == 0 && token.is("ORDER")) {
                return true;
            }
        }
        return false;
    }

    /** {@code @all = @all + name … ORDER BY name}: what a row adds is computed by itself, in its order. */
    private void fold(List<Item> items, List<Token> head, List<Token> tail, int line) {
        Item item = items.get(0);
        List<List<Token>> terms = terms(item.value());
        int last = -1;
        for (int i = 0; i < terms.size(); i++) {
            last = uses(terms.get(i), item.variable()) ? i : last;
        }
        boolean known = items.size() == 1 && Declaration.isText(item.variable().type()) && last + 1 < terms.size();
        if (!known) {
            throw new UntranslatableException("a SELECT … ORDER BY that computes variables out of themselves");
        }
        FlowVariable row = scope.hidden(ROW, "nvarchar(max)");
        FlowQuery rows = translation.query(new Made(line)
                .add(head)
                .cast(joined(terms.subList(last + 1, terms.size()), line), row.type())
                .add(tail)
                .tokens());
        List<List<Token>> before = new ArrayList<>(terms.subList(0, last + 1));
        before.add(new Made(line).add(row.name()).tokens());
        FlowQuery step = translation.query(new Made(line)
                .add("SELECT")
                .cast(joined(before, line), item.variable().type())
                .tokens());
        List<String> texts = new ArrayList<>();
        texts.add(FOLD + " " + item.variable().name() + " " + row.name());
        texts.addAll(rows.texts());
        texts.addAll(step.texts());
        steps.add(Kind.ASSIGN, line, texts);
    }

    /** What stands between plus signs. */
    private static List<List<Token>> terms(List<Token> value) {
        List<List<Token>> terms = new ArrayList<>();
        TokenReader reader = new TokenReader(value);
        do {
            terms.add(reader.until("+"));
        } while (reader.acceptSymbol("+"));
        return terms;
    }

    private static List<Token> joined(List<List<Token>> terms, int line) {
        Made made = new Made(line);
        for (int i = 0; i < terms.size(); i++) {
            made.add(i > 0 ? "+" : "").add(terms.get(i));
        }
        return made.tokens();
    }
}
