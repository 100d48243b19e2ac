package dev.palindrome.tsql.module;

import dev.palindrome.tsql.FlowProgram.Function;
import dev.palindrome.tsql.FlowProgram.Parameter;
import dev.palindrome.tsql.FlowVariable;
import dev.palindrome.tsql.NeedsSqlServerException;
import dev.palindrome.tsql.ObjectName;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import dev.palindrome.tsql.UntranslatableException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The functions that a script makes and that cannot be run, so that what calls one in the same script is refused before the
 * script begins. Of those of earlier scripts it shows where they are called.
 */
public final class MadeFunctions {

    /** Reads a body as it would be run. */
    public interface Reading {
        void read(String body, List<FlowVariable> parameters);
    }

    private final boolean late;
    private final Reading reading;
    private final Map<ObjectName, String> refused = new HashMap<>();

    public MadeFunctions(boolean late, Reading reading) {
        this.late = late;
        this.reading = reading;
    }

    /** @param definition of a module that is made or altered, as it is written */
    public void add(List<Token> statement, String definition) {
        if (late) {
            return;
        }
        TokenReader reader = new TokenReader(statement);
        reader.next();
        reader.accept("OR", "ALTER");
        if (!reader.accept("FUNCTION")) {
            return;
        }
        ObjectName name = reader.objectName().folded();
        refused.remove(name);
        why(name, statement, definition);
    }

    private void why(ObjectName name, List<Token> statement, String definition) {
        try {
            require(statement.subList(Math.min(statement.size(), 6), statement.size()));
            Function function = Function.of(name, definition);
            List<FlowVariable> parameters = new ArrayList<>();
            function.parameters().stream().map(Parameter::variable).forEach(parameters::add);
            if (function.form() == Function.Form.SCALAR) {
                parameters.add(function.result());
            } else if (function.form() == Function.Form.ROWS) {
                function.declared();
            }
            reading.read(function.program(), parameters);
        } catch (UntranslatableException e) {
            refused.put(name, e.reason(1));
        } catch (NeedsSqlServerException e) {
            String text = e.withoutPlace();
            int end = text.indexOf("). ");
            refused.put(name, end < 0 ? text : text.substring(0, end + 1));
        }
    }

    /**
     * Types of the user's own and functions of his are each known only in the database.
     *
     * @throws UntranslatableException if a definition calls a function
     */
    public static void requireNoCall(List<Token> definition) {
        for (int i = 4; i + 1 < definition.size(); i++) {
            boolean call = definition.get(i + 1).isSymbol("(")
                    && definition.get(i).isName()
                    && definition.get(i - 1).isSymbol(".")
                    && definition.get(i - 2).isName();
            if (call && definition.get(i - 3).is("DEFAULT", "AS", "CHECK")
                    || call && inParentheses(definition, i - 3)) {
                throw new UntranslatableException("a function of your own in a table with types of your own: "
                        + definition.get(i - 2).value() + "."
                        + definition.get(i).value());
            }
        }
    }

    /** Of a value, and not of columns. */
    private static boolean inParentheses(List<Token> definition, int before) {
        Token token = definition.get(before);
        return token.kind() == Token.Kind.SYMBOL && !token.isSymbol(",")
                || token.is("AND", "OR", "NOT", "THEN", "ELSE", "WHEN");
    }

    /** What runs elsewhere, if at all. */
    private static boolean isModule(List<Token> statement) {
        TokenReader reader = new TokenReader(statement);
        if (reader.accept("CREATE")) {
            reader.accept("OR", "ALTER");
        } else if (!reader.accept("ALTER")) {
            return false;
        }
        return reader.peek().is(ModuleDefinition.KINDS);
    }

    /** @throws UntranslatableException if a statement calls one of them */
    public void require(List<Token> statement) {
        if (refused.isEmpty() || isModule(statement)) {
            return;
        }
        for (int i = 0; i + 1 < statement.size(); i++) {
            boolean named = i > 1 && statement.get(i - 1).isSymbol(".");
            boolean table = i > 0 && statement.get(i - 1).is("FROM", "JOIN", "APPLY", "USING");
            boolean call = statement.get(i).isName() && statement.get(i + 1).isSymbol("(");
            if (call && (named || table)) {
                ObjectName name = new ObjectName(
                                named ? statement.get(i - 2).value() : null,
                                statement.get(i).value())
                        .folded();
                if (refused.containsKey(name)) {
                    throw new UntranslatableException("the function " + name.schema() + "." + name.name()
                            + ", which this script makes, and which cannot be run here: " + refused.get(name));
                }
            }
        }
    }
}
