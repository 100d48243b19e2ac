package dev.palindrome.tsql.query;

import dev.palindrome.sql.SqlLiteral;
import dev.palindrome.tsql.Arguments;
import dev.palindrome.tsql.ColumnTypes;
import dev.palindrome.tsql.ColumnTypes.Column;
import dev.palindrome.tsql.FlowProgram.Function;
import dev.palindrome.tsql.FlowProgram.Parameter;
import dev.palindrome.tsql.FlowProgram.Rows;
import dev.palindrome.tsql.ObjectName;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import dev.palindrome.tsql.UntranslatableException;
import dev.palindrome.tsql.rule.TableHints;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A call of a function of the user's own that gives rows. Where its arguments are the same for all rows it is a table; where
 * they are columns of other tables, which H2 cannot give to a table, its rows are counted, and each of its columns is a value
 * that is asked for by the row's number.
 */
public final class FunctionRows {

    /** A value of a row, with its type before it. */
    public static final String CELL = "palindrome.cell";

    /** A column, with its type before it. */
    public static final String COLUMN = "palindrome.column";

    private static final String ROWS = "palindrome.rows";

    private static final String COUNT = "palindrome.count";

    /** What one call may give where rows are counted. */
    private static final int MOST_ROWS = 100_000;

    private static final String[] BEFORE = {"FROM", "JOIN", "APPLY", "USING"};

    private static final Set<String> OTHERS = Set.of(
            "STRING_SPLIT",
            "OPENJSON",
            "OPENXML",
            "OPENROWSET",
            "OPENQUERY",
            "OPENDATASOURCE",
            "GENERATE_SERIES",
            "CHANGETABLE",
            "CONTAINSTABLE",
            "FREETEXTTABLE",
            "SEMANTICKEYPHRASETABLE",
            "SEMANTICSIMILARITYTABLE",
            "PREDICT",
            "REGEXP_MATCHES",
            "REGEXP_SPLIT_TO_TABLE",
            "FN_LISTEXTENDEDPROPERTY",
            "FN_HELPCOLLATIONS",
            "FN_MY_PERMISSIONS",
            "FN_DBLOG",
            "FN_TRACE_GETTABLE",
            "FN_TRACE_GETINFO",
            "FN_VIRTUALFILESTATS",
            "FN_SERVERSHAREDDRIVES");

    private final Token place;
    private final FromClause.Part part;
    private final Rows rows;
    private final List<List<Token>> arguments;

    private FunctionRows(FromClause.Part part, Rows rows, List<List<Token>> arguments) {
        this.place = part.source().get(0);
        this.part = part;
        this.rows = rows;
        this.arguments = arguments;
    }

    /** Whether there may be one among the tables of a query. */
    static boolean concerns(List<Token> tokens) {
        for (int i = 1; i + 1 < tokens.size(); i++) {
            if (!tokens.get(i + 1).isSymbol("(") || !tokens.get(i).isName()) {
                continue;
            }
            int start = i;
            while (start > 1
                    && tokens.get(start - 1).isSymbol(".")
                    && tokens.get(start - 2).isName()) {
                start -= 2;
            }
            Token before = tokens.get(Math.max(0, start - 1));
            boolean table = before.is(BEFORE) || before.isSymbol(",") && start < i;
            if (start > 0 && table && isName(tokens.subList(start, i + 1)) && !isHint(tokens, i + 2)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the name of one begins there, behind FROM and its like. */
    static boolean startsAt(List<Token> tokens, int at) {
        if (at == 0 || !tokens.get(at - 1).is(BEFORE)) {
            return false;
        }
        int end = at;
        while (end + 2 < tokens.size()
                && tokens.get(end).isName()
                && tokens.get(end + 1).isSymbol(".")) {
            end += 2;
        }
        return end + 1 < tokens.size()
                && tokens.get(end).isName()
                && tokens.get(end + 1).isSymbol("(")
                && isName(tokens.subList(at, end + 1))
                && !isHint(tokens, end + 2);
    }

    private static boolean isHint(List<Token> tokens, int at) {
        return at < tokens.size() && TableHints.isWithoutWith(tokens.get(at));
    }

    private static boolean isName(List<Token> name) {
        Token first = name.get(0);
        Token last = name.get(name.size() - 1);
        boolean made = first.text().startsWith("palindrome.");
        boolean system = first.value().equalsIgnoreCase("sys") && name.size() > 1;
        boolean method = last.value().equals("nodes") && name.size() > 1;
        boolean known = name.size() == 1
                && (last.isReserved() || OTHERS.contains(last.value().toUpperCase(Locale.ROOT)));
        return !made && !system && !method && !known;
    }

    static boolean is(FromClause.Part part) {
        List<Token> source = part.source();
        int open = 0;
        while (open < source.size() && !source.get(open).isSymbol("(")) {
            open++;
        }
        return open > 0
                && open < source.size()
                && isName(source.subList(0, open))
                && !isHint(source, open + 1)
                && source.get(source.size() - 1).isSymbol(")");
    }

    /** In its place as long as nobody knows what it gives. */
    static List<Token> unknown(FromClause.Part part) {
        return new Made(part.source().get(0)).add("(SELECT 1 AS [x])").tokens();
    }

    static FunctionRows of(FromClause.Part part, ColumnTypes types) {
        TokenReader reader = new TokenReader(part.source());
        List<String> parts = reader.nameParts();
        if (parts.size() > 2 || parts.contains("")) {
            throw new UntranslatableException("a name with a database in it");
        }
        ObjectName name = new ObjectName(parts.size() > 1 ? parts.get(0) : null, parts.get(parts.size() - 1));
        Token place = part.source().get(0);
        Rows rows = types.rows(name)
                .orElseThrow(() -> UntranslatableException.refused(
                        208, place, "there is no function " + String.join(".", parts) + " that gives rows"));
        return new FunctionRows(part, rows, arguments(place, rows.function(), Arguments.of(reader.parenthesised())));
    }

    /** Of the types that the parameters have. */
    public static List<List<Token>> arguments(Token place, Function function, List<List<Token>> given) {
        int parameters = function.parameters().size();
        if (given.size() < parameters) {
            throw UntranslatableException.refused(
                    313,
                    place,
                    "too few arguments for the function " + function.label() + ": it has " + parameters
                            + " parameters, and DEFAULT stands for those left out");
        }
        if (given.size() > parameters) {
            throw UntranslatableException.refused(
                    8144,
                    place,
                    "too many arguments for the function " + function.label() + ", which has " + parameters
                            + " parameters");
        }
        List<List<Token>> arguments = new ArrayList<>();
        for (int i = 0; i < parameters; i++) {
            Parameter parameter = function.parameters().get(i);
            List<Token> value = parameter.given(place, given.get(i));
            Made made = new Made(place);
            if (parameter.converted()) {
                made.add("CAST(").add(value).add("AS " + parameter.variable().type() + ")");
            } else {
                made.add("(").add(value).add(")");
            }
            arguments.add(made.tokens());
        }
        return arguments;
    }

    /** Whether its arguments may be others for another row. */
    boolean isCorrelated() {
        for (List<Token> argument : arguments) {
            int last = argument.size() - 1;
            for (int i = 0; i < last; i++) {
                Token token = argument.get(i);
                boolean name = token.isName() && !token.isReserved();
                boolean type = i > 0 && argument.get(i - 1).is("AS");
                boolean called = argument.get(i + 1).isSymbol("(");
                if (name && !type && !called) {
                    return true;
                }
            }
        }
        return false;
    }

    List<String> names() {
        return part.columns().isEmpty()
                ? rows.columns().stream().map(Column::name).toList()
                : part.columns();
    }

    /** The rows as a table, in its parentheses. */
    List<Token> table() {
        Made made = new Made(place).add("(SELECT");
        for (int i = 0; i < rows.columns().size(); i++) {
            String name = rows.columns().get(i).name();
            made.add(i > 0 ? "," : "");
            typed(made, COLUMN, i).name(name).add(") AS").name(name);
        }
        named(made.add("FROM").function(ROWS).add("("));
        made.add("," + SqlLiteral.of(rows.empty()));
        return given(made).add("))").tokens();
    }

    /** Behind the source: its name, and those of its columns as they are written. */
    List<Token> behind() {
        Made made = new Made(place).add("AS").name(part.alias());
        if (!part.columns().isEmpty()) {
            List<List<Token>> all = new ArrayList<>();
            part.columns()
                    .forEach(column -> all.add(new Made(place).name(column).tokens()));
            made.add("(").join(",", all).add(")");
        }
        return made.tokens();
    }

    private Made typed(Made made, String function, int column) {
        return made.function(function)
                .add("(" + SqlLiteral.of(rows.columns().get(column).type()) + ","
                        + SqlLiteral.of(rows.types().get(column)) + ",");
    }

    private Made named(Made made) {
        return made.add(SqlLiteral.of(rows.function().schema()) + ","
                + SqlLiteral.of(rows.function().name().name()));
    }

    private Made given(Made made) {
        arguments.forEach(argument -> made.add(",").add(argument));
        return made;
    }

    /** Numbers for its rows. */
    List<Token> numbers() {
        return new Made(place)
                .function("palindrome.numbers")
                .add("(1, " + MOST_ROWS + ")")
                .tokens();
    }

    List<Token> condition() {
        Made made = new Made(place)
                .name(part.alias())
                .add(".[palindrome n] <=")
                .function(COUNT)
                .add("(");
        return given(named(made)).add(")").tokens();
    }

    List<List<Token>> values() {
        List<List<Token>> values = new ArrayList<>();
        for (int i = 0; i < rows.columns().size(); i++) {
            Made made = typed(new Made(place), CELL, i);
            named(made).add("," + (i + 1) + ",").name(part.alias()).add(".[palindrome n]");
            values.add(given(made).add(")").tokens());
        }
        return values;
    }
}
