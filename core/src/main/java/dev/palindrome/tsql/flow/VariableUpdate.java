package dev.palindrome.tsql.flow;

import dev.palindrome.tsql.Arguments;
import dev.palindrome.tsql.FlowVariable;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import dev.palindrome.tsql.UntranslatableException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * UPDATE that gives variables values: {@code SET @x = column = value}, whose variable and column get the same one, and {@code
 * SET @x = value}, which reads columns as they were.
 *
 * @see <a href="https://learn.microsoft.com/sql/t-sql/queries/update-transact-sql">UPDATE, SET @variable</a>
 */
final class VariableUpdate {

    /** An assignment; without a column it is to the variable alone, without a variable to the column. */
    private record Item(Optional<FlowVariable> variable, List<Token> column, List<Token> value) {

        boolean uses(FlowVariable other) {
            return VariableUpdate.uses(value, other);
        }
    }

    private final Assignments assignments;
    private final FlowScope scope;

    VariableUpdate(Assignments assignments, FlowScope scope) {
        this.assignments = assignments;
        this.scope = scope;
    }

    static boolean is(List<Token> update) {
        int depth = 0;
        for (int i = 1; i + 1 < update.size(); i++) {
            depth += update.get(i).isSymbol("(") ? 1 : update.get(i).isSymbol(")") ? -1 : 0;
            boolean set = update.get(i - 1).is("SET") || update.get(i - 1).isSymbol(",");
            boolean given = depth == 0 && set && update.get(i).kind() == Token.Kind.VARIABLE;
            if (given && update.get(i + 1).text().endsWith("=")) {
                return true;
            }
        }
        return false;
    }

    /** @return the same without variables that get values; nothing where it has become a query that gives them */
    Optional<List<Token>> plain(List<Token> update) {
        TokenReader reader = new TokenReader(update);
        int line = reader.next().line();
        if (reader.sees("TOP")) {
            throw refused("TOP");
        }
        List<Token> target = reader.until("SET");
        reader.require("SET");
        List<Item> items = new ArrayList<>();
        for (List<Token> item : Arguments.of(reader.until("OUTPUT", "FROM", "WHERE", "OPTION", ";"))) {
            items.add(item(item));
        }
        if (reader.sees("OUTPUT")) {
            throw refused("OUTPUT");
        }
        List<Token> from = reader.sees("FROM") ? reader.until("WHERE", "OPTION", ";") : List.of();
        boolean several = from.stream()
                .anyMatch(token -> token.is("JOIN", "APPLY") || token.isSymbol(",") || token.isSymbol("("));
        if (several) {
            throw refused("several tables");
        }
        List<Token> rest = reader.rest();
        requireAlone(items, rest);
        if (items.stream().allMatch(item -> item.column().isEmpty())) {
            assignments.select(query(items, target, from, rest, line));
            return Optional.empty();
        }
        return Optional.of(new Made(line)
                .add("UPDATE")
                .add(target)
                .add("SET")
                .add(columns(items, line))
                .add(from)
                .add(rest)
                .tokens());
    }

    private static UntranslatableException refused(String what) {
        return new UntranslatableException("an UPDATE with " + what + " that gives a variable a value");
    }

    private Item item(List<Token> tokens) {
        TokenReader reader = new TokenReader(tokens);
        Optional<FlowVariable> variable = Optional.empty();
        String operator = "=";
        if (reader.peek().kind() == Token.Kind.VARIABLE) {
            variable = Optional.of(scope.require(reader.next()));
            operator = reader.next().text();
            if (!variable.get().isValue()) {
                throw refused("a " + variable.get().type());
            }
        }
        int start = reader.position();
        List<Token> column = column(reader);
        if (column.isEmpty()) {
            reader.back(start);
            if (variable.isEmpty()) {
                throw reader.syntax();
            }
            return new Item(variable, List.of(), Assignments.with(variable.get(), operator, reader.rest()));
        }
        if (!operator.equals("=")) {
            throw refused(operator + " of a column");
        }
        String inner = reader.next().text();
        List<Token> value = reader.rest();
        boolean compound = !inner.equals("=");
        return new Item(
                variable,
                column,
                compound
                        ? new Made(value.get(0).line())
                                .add(column)
                                .add(String.valueOf(inner.charAt(0)))
                                .add("(")
                                .add(value)
                                .add(")")
                                .tokens()
                        : value);
    }

    /** The column that is given a value; empty where none stands there. */
    private static List<Token> column(TokenReader reader) {
        int start = reader.position();
        while (reader.peek().isName() && !reader.peek().isReserved() || reader.seesSymbol(".")) {
            reader.next();
        }
        boolean given = reader.position() > start
                && reader.peek().kind() == Token.Kind.SYMBOL
                && reader.peek().text().endsWith("=")
                && !reader.seesSymbol("<=")
                && !reader.seesSymbol(">=")
                && !reader.seesSymbol("!=");
        return given ? reader.since(start) : List.of();
    }

    /** In which order variables and columns get values is nowhere written. */
    private static void requireAlone(List<Item> items, List<Token> rest) {
        for (Item item : items) {
            FlowVariable variable = item.variable().orElse(null);
            if (variable == null) {
                continue;
            }
            boolean elsewhere = items.stream()
                    .filter(other -> other != item)
                    .anyMatch(other -> other.uses(variable)
                            || other.variable().filter(variable::equals).isPresent());
            if (elsewhere || uses(rest, variable)) {
                throw new UntranslatableException(
                        "an UPDATE that gives " + variable.name() + " a value and uses it elsewhere");
            }
        }
    }

    private static boolean uses(List<Token> tokens, FlowVariable variable) {
        return tokens.stream().anyMatch(token -> token.text().equalsIgnoreCase(variable.name()));
    }

    private static List<Token> query(
            List<Item> items, List<Token> target, List<Token> from, List<Token> rest, int line) {
        Made query = new Made(line).add("SELECT");
        for (int i = 0; i < items.size(); i++) {
            query.add((i > 0 ? ", " : "")
                            + items.get(i).variable().orElseThrow().name() + " =")
                    .add(items.get(i).value());
        }
        return (from.isEmpty() ? query.add("FROM").add(target) : query.add(from))
                .add(rest)
                .tokens();
    }

    private static List<Token> columns(List<Item> items, int line) {
        List<Item> alone =
                items.stream().filter(item -> item.column().isEmpty()).toList();
        List<List<Token>> all = new ArrayList<>();
        boolean told = alone.isEmpty();
        for (Item item : items) {
            if (item.column().isEmpty()) {
                continue;
            }
            Made made = new Made(line).add(item.column()).add("=");
            boolean tells =
                    !told && item.variable().isEmpty() && !item.value().get(0).is("DEFAULT");
            if (item.variable().isPresent()) {
                made.add(assign(item, line));
            } else if (tells) {
                told = true;
                made.add("CASE WHEN");
                for (int i = 0; i < alone.size(); i++) {
                    made.add(i > 0 ? "AND" : "").add(assign(alone.get(i), line)).add("IS NULL");
                }
                made.add("THEN").add(item.value()).add("ELSE").add(item.value()).add("END");
            } else {
                made.add(item.value());
            }
            all.add(made.tokens());
        }
        if (!told || alone.size() > 1) {
            throw refused("other values");
        }
        Made list = new Made(line);
        for (int i = 0; i < all.size(); i++) {
            list.add(i > 0 ? "," : "").add(all.get(i));
        }
        return list.tokens();
    }

    private static List<Token> assign(Item item, int line) {
        FlowVariable variable = item.variable().orElseThrow();
        return new Made(line)
                .add(FlowVariable.ASSIGN + "(" + variable.name() + ",")
                .given(item.value(), variable.type())
                .add(")")
                .tokens();
    }
}
