package dev.palindrome.tsql.value;

import dev.palindrome.tsql.ColumnTypes;
import dev.palindrome.tsql.DateOrder;
import dev.palindrome.tsql.FlowProgram.Function;
import dev.palindrome.tsql.Lexer;
import dev.palindrome.tsql.ObjectName;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TsqlType;
import dev.palindrome.tsql.UntranslatableException;
import dev.palindrome.tsql.change.SelectInto;
import dev.palindrome.tsql.query.Aggregates;
import dev.palindrome.tsql.query.CreatedColumn;
import dev.palindrome.tsql.query.QueryForms;
import dev.palindrome.tsql.value.type.ColumnDoubts;
import dev.palindrome.tsql.value.type.Expression;
import dev.palindrome.tsql.value.type.LiteralDoubt;
import dev.palindrome.tsql.value.type.Question;
import dev.palindrome.tsql.value.type.SelectedColumn;
import dev.palindrome.tsql.value.type.ValueContext;
import dev.palindrome.tsql.value.type.ValueType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Writes the values of one statement so that H2 gives what SQL Server gives: literals as they are read by the type that they
 * are for, and arithmetic with the digits that it has there. Of columns it knows the types only where the statement runs;
 * before that it says whether they matter.
 */
public final class StatementValues {

    private final ValueContext context;
    /** Of which columns are known so much. */
    public StatementValues(ColumnTypes columns, DateOrder order) {
        this.context = new ValueContext(columns, order);
    }

    /** Whether it matters what is not known. */
    public Question question() {
        return context.question();
    }

    /** Says that it matters, whatever the values are: of several statements none can be tried alone. */
    public void dependOnTypes() {
        context.ask(Question.ALWAYS);
    }

    /** What it may matter besides to the columns of an INSERT; missing for other statements. */
    public Optional<ColumnDoubts> doubts() {
        return context.doubts();
    }

    /** A change of rows, or a query. */
    public List<Token> of(List<Token> written) {
        List<Token> statement = plain(written);
        Token verb = statement.get(0);
        if (verb.is("SELECT")) {
            return new ExpressionReader(statement, context, null).rest();
        }
        return new ChangeReader(statement, context).read();
    }

    /** What behind {@code AS} makes a view. */
    public List<Token> query(List<Token> tokens) {
        return new ExpressionReader(plain(tokens), context, null).rest();
    }

    /** The columns of a table that is made of what a query selects. */
    public List<SelectInto.Column> created(List<Token> query) {
        List<Token> plain = plain(query);
        ExpressionReader reader = new ExpressionReader(plain, context, null);
        reader.rest();
        List<SelectedColumn> selected = reader.selected();
        List<CreatedColumn> origins = CreatedColumn.of(plain, context.types());
        if (origins.size() != selected.size()) {
            throw new UntranslatableException("SELECT INTO of columns that are not known");
        }
        List<SelectInto.Column> columns = new ArrayList<>();
        for (int i = 0; i < origins.size(); i++) {
            CreatedColumn origin = origins.get(i);
            String type = origin.type()
                    .orElse(selected.get(i).type().map(ValueType::ofColumn).orElse(""));
            columns.add(new SelectInto.Column(selected.get(i).name(), type, origin.nullable(), origin.identity()));
        }
        return columns;
    }

    /** The types of the columns of a query, empty where they are not known. */
    public List<String> selectedTypes(List<Token> query) {
        ExpressionReader reader = new ExpressionReader(plain(query), context, null);
        reader.rest();
        return reader.selected().stream()
                .map(column -> column.type().map(ValueType::ofColumn).orElse(""))
                .toList();
    }

    private List<Token> plain(List<Token> written) {
        Aggregates.require(written);
        QueryForms forms = new QueryForms(context.types());
        List<Token> plain = forms.plain(written);
        context.ask(forms.needColumns() ? Question.ALWAYS : Question.NONE);
        return plain;
    }

    /** The functions of the user's own that are called in an expression, and those that they call, as far as they are known. */
    public List<Function> functions(List<Token> expression) {
        Map<ObjectName, Function> found = new LinkedHashMap<>();
        collect(expression, found);
        return List.copyOf(found.values());
    }

    /** Whether a query, or what does something with queries, reads a table, be it through views. */
    public boolean reads(List<Token> tokens, ObjectName table) {
        return reads(tokens, table.name(), new HashSet<>());
    }

    private boolean reads(List<Token> tokens, String table, Set<ObjectName> seen) {
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (!token.isName() || token.isReserved()) {
                continue;
            }
            if (token.value().equalsIgnoreCase(table)) {
                return true;
            }
            boolean qualified = i > 1 && tokens.get(i - 1).isSymbol(".");
            ObjectName view = new ObjectName(qualified ? tokens.get(i - 2).value() : "dbo", token.value()).folded();
            if (seen.add(view) && reads(Lexer.tokens(context.types().viewBody(view), 1), table, seen)) {
                return true;
            }
        }
        return false;
    }

    private void collect(List<Token> tokens, Map<ObjectName, Function> found) {
        for (int i = 0; i + 3 < tokens.size(); i++) {
            boolean called = tokens.get(i).isName()
                    && tokens.get(i + 1).isSymbol(".")
                    && tokens.get(i + 2).isName()
                    && tokens.get(i + 3).isSymbol("(");
            if (called) {
                context.types()
                        .function(new ObjectName(
                                tokens.get(i).value(), tokens.get(i + 2).value()))
                        .filter(function -> found.putIfAbsent(function.name(), function) == null)
                        .ifPresent(function -> collect(Lexer.tokens(function.body(), 1), found));
            }
        }
    }

    /** The value of a default. */
    public List<Token> defaultOf(List<Token> value, Optional<TsqlType> type) {
        ExpressionReader reader = new ExpressionReader(value, context, null);
        return whole(
                reader.conversions()
                        .assigned(reader.value(), type.flatMap(known -> ValueType.declared(known.declared()))),
                reader);
    }

    /** The value of a default that is added later. */
    public List<Token> defaultOf(List<Token> value, ObjectName table, String column) {
        ExpressionReader reader = new ExpressionReader(value, context, null);
        Optional<ValueType> type = context.columns(table).stream()
                .filter(known -> known.name().equalsIgnoreCase(column))
                .findFirst()
                .flatMap(SelectedColumn::type);
        Expression read = reader.value();
        boolean doubted = read.literal()
                .filter(literal -> LiteralDoubt.of(literal) != LiteralDoubt.NONE)
                .isPresent();
        if (type.isEmpty() && doubted) {
            context.ask(Question.ALWAYS); // H2 would refuse it only where a row takes it
        }
        return whole(reader.conversions().assigned(read, type), reader);
    }

    /** With what is no part of the value as it is read here, such as AT TIME ZONE. */
    private static List<Token> whole(Expression value, ExpressionReader reader) {
        List<Token> tokens = new ArrayList<>(value.tokens());
        tokens.addAll(reader.rest());
        return tokens;
    }

    /** A condition or value over the columns of a table that the statement makes: no more will ever be known. */
    public List<Token> over(Map<String, TsqlType> columns, List<Token> expression) {
        Sources sources = new Sources(null);
        sources.add(List.of(), selected(columns));
        ValueContext alone = context.alone();
        List<Token> read = new ExpressionReader(expression, alone, sources).rest();
        context.ask(alone.asksForFunctions() ? Question.ALWAYS : Question.NONE);
        return read;
    }

    /** A condition or value over the columns of a table that is there, and of those that it gets. */
    public List<Token> over(ObjectName table, Map<String, TsqlType> added, List<Token> expression) {
        Sources sources = new Sources(null);
        sources.add(List.of(table.name()), context.columns(table));
        sources.add(List.of(), selected(added));
        return new ExpressionReader(expression, context, sources).rest();
    }

    private static List<SelectedColumn> selected(Map<String, TsqlType> columns) {
        return columns.entrySet().stream()
                .map(column -> new SelectedColumn(
                        column.getKey(), ValueType.declared(column.getValue().declared())))
                .toList();
    }
}
