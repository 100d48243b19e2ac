package dev.palindrome.tsql.value;

import dev.palindrome.sql.SqlLiteral;
import dev.palindrome.tsql.Arguments;
import dev.palindrome.tsql.FlowProgram.Function;
import dev.palindrome.tsql.FlowProgram.Function.Form;
import dev.palindrome.tsql.FlowVariable;
import dev.palindrome.tsql.ObjectName;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.UntranslatableException;
import dev.palindrome.tsql.query.FunctionRows;
import dev.palindrome.tsql.query.Made;
import dev.palindrome.tsql.value.type.Expression;
import dev.palindrome.tsql.value.type.Tokens;
import dev.palindrome.tsql.value.type.ValueContext;
import dev.palindrome.tsql.value.type.ValueType;
import dev.palindrome.tsql.xml.XmlMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A call of a scalar function of the user's own: one of the front's function that runs it, with arguments of the types that
 * its parameters have. What it gives is known only where the statement runs.
 *
 * @see <a href="https://learn.microsoft.com/sql/t-sql/statements/create-function-transact-sql">CREATE FUNCTION</a>
 */
final class FunctionCall {

    /** The front's, which no script can name. */
    private static final String CALL = "palindrome.call";

    /** What reads tables, and may have hints or columns in parentheses behind its name. */
    private static final String[] BEFORE_TABLES = {
        "FROM",
        "JOIN",
        "APPLY",
        "INTO",
        "INSERT",
        "UPDATE",
        "DELETE",
        "MERGE",
        "USING",
        "TABLE",
        "REFERENCES",
        "STATISTICS"
    };

    /** Of HIERARCHYID and spatial values; their names count capitals. */
    private static final Set<String> METHODS = Set.of(
            "ToString",
            "GetAncestor",
            "GetDescendant",
            "GetLevel",
            "IsDescendantOf",
            "GetReparentedValue",
            "Lat",
            "Long");

    private static final Pattern SPATIAL =
            Pattern.compile("ST[A-Z][a-z][A-Za-z]*+|AsGml|AsTextZM|MakeValid|Reduce|BufferWith[A-Za-z]++");

    private static final Set<String> MADE = Set.of(CALL, FunctionRows.CELL, FunctionRows.COLUMN);

    private final ValueContext context;
    private final @Nullable Sources sources;

    FunctionCall(ValueContext context, @Nullable Sources sources) {
        this.context = context;
        this.sources = sources;
    }

    /**
     * Whether it is one, and no table or method.
     *
     * @param arguments what stands in the parentheses
     */
    boolean is(Optional<Token> before, List<String> name, List<Token> arguments) {
        return name.size() == 2
                && !name.get(0).isEmpty()
                && !name.get(0).equalsIgnoreCase("sys")
                && !name.get(0).equalsIgnoreCase("$PARTITION")
                && (name.get(0).equalsIgnoreCase("dbo") || !isMethod(name, arguments))
                && before.filter(token -> token.is(BEFORE_TABLES)).isEmpty();
    }

    private boolean isMethod(List<String> name, List<Token> arguments) {
        String last = name.get(1);
        boolean method = XmlMethod.has(last)
                ? XmlMethod.takes(last, Arguments.of(arguments))
                : METHODS.contains(last) || SPATIAL.matcher(last).matches();
        return method
                && context.types().function(new ObjectName(name.get(0), last)).isEmpty();
    }

    /** @param arguments what stands in the parentheses */
    Expression of(Token place, List<String> name, List<Token> arguments) {
        List<List<Token>> given = Arguments.of(arguments);
        if (!context.knowsFunctions()) {
            return unknown(place, name, given);
        }
        ObjectName called = new ObjectName(name.get(0), name.get(1));
        Function function = context.types()
                .function(called)
                .filter(known -> known.form() == Form.SCALAR)
                .orElseThrow(() -> UntranslatableException.refused(
                        4121, place, "there is no column and no scalar function " + String.join(".", name)));
        Made made = new Made(place)
                .function(CALL)
                .add("(" + SqlLiteral.of(function.type()) + "," + SqlLiteral.of(FlowVariable.h2(function.type())) + ","
                        + SqlLiteral.of(function.schema()) + ","
                        + SqlLiteral.of(function.name().name()));
        for (List<Token> argument : FunctionRows.arguments(place, function, given)) {
            made.add(",").add(new ExpressionReader(argument, context, sources).rest());
        }
        return Expression.of(
                ValueType.declared(function.type()),
                Tokens.startingAt(place, made.add(")").tokens()));
    }

    private Expression unknown(Token place, List<String> name, List<List<Token>> given) {
        context.askForFunctions();
        List<List<Token>> values = new ArrayList<>();
        values.add(Tokens.inThePlaceOf(place, "N''"));
        values.add(Tokens.inThePlaceOf(place, "N''"));
        values.add(Tokens.inThePlaceOf(place, SqlLiteral.of(name.get(0))));
        values.add(Tokens.inThePlaceOf(place, SqlLiteral.of(name.get(1))));
        for (List<Token> argument : given) {
            values.add(
                    argument.size() == 1 && argument.get(0).is("DEFAULT")
                            ? Tokens.inThePlaceOf(place, "NULL")
                            : new ExpressionReader(argument, context, sources).rest());
        }
        return Expression.of(Optional.empty(), Tokens.call(place, CALL, values, ""));
    }

    /** Whether a word is one of the front's functions whose first argument is the type of their value. */
    static boolean isMade(Token token) {
        return MADE.contains(token.text());
    }

    static Optional<ValueType> type(List<Token> made) {
        String type = made.get(2).value();
        return type.isEmpty() ? Optional.empty() : ValueType.declared(type);
    }
}
