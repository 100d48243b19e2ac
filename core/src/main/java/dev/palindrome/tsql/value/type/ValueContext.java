package dev.palindrome.tsql.value.type;

import dev.palindrome.tsql.ColumnTypes;
import dev.palindrome.tsql.DateOrder;
import dev.palindrome.tsql.FlowProgram;
import dev.palindrome.tsql.FlowVariable;
import dev.palindrome.tsql.ObjectName;
import dev.palindrome.tsql.Token;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is known where a statement is rewritten, and whether more would have to be. */
public final class ValueContext {

    private final ColumnTypes columns;
    private final LiteralReading literals;
    private final DateOrder order;
    private final Map<String, List<SelectedColumn>> commonTables = new HashMap<>();
    private final Map<Token, List<SelectedColumn>> queries = new IdentityHashMap<>();
    private final Set<String> open = new HashSet<>();
    private final boolean late;
    private final boolean functions;
    private boolean functionsAsked;
    private Question question = Question.NONE;
    private Optional<ColumnDoubts> doubts = Optional.empty();

    public ValueContext(ColumnTypes columns, DateOrder order) {
        this(columns, order, columns.areKnown());
    }

    private ValueContext(ColumnTypes columns, DateOrder order, boolean functions) {
        this.columns = columns;
        this.literals = new LiteralReading(order);
        this.order = order;
        this.late = columns.areKnown();
        this.functions = functions;
    }

    /** Whether the types of columns are asked where the statement runs. */
    public boolean isLate() {
        return late;
    }

    public ColumnTypes types() {
        return columns;
    }

    /** Whether functions of the user's own are known, be it that the columns of tables are not needed. */
    public boolean knowsFunctions() {
        return functions;
    }

    /** Notes that a function would have to be known. */
    public void askForFunctions() {
        functionsAsked = true;
        ask(Question.ALWAYS);
    }

    public boolean asksForFunctions() {
        return functionsAsked;
    }

    /** What is known where all columns are given and there are no tables. */
    public ValueContext alone() {
        ColumnTypes all = columns;
        ColumnTypes none = new ColumnTypes() {
            @Override
            public List<Column> of(ObjectName table) {
                return List.of();
            }

            @Override
            public Optional<FlowProgram.Function> function(ObjectName name) {
                return all.function(name);
            }
        };
        return new ValueContext(none, order, late);
    }

    public DateOrder order() {
        return order;
    }

    public LiteralReading literals() {
        return literals;
    }

    /** Notes that a type would have been of use. */
    public void ask(Question more) {
        question = question.compareTo(more) < 0 ? more : question;
    }

    public Question question() {
        return late ? Question.NONE : question;
    }

    /** Of which columns an INSERT is. */
    public void inserts(ObjectName table, List<String> names) {
        doubts = Optional.of(new ColumnDoubts(table, names));
    }

    /** Which table an UPDATE changes. */
    public void updates(ObjectName table) {
        inserts(table, List.of());
    }

    /** Those of an INSERT or UPDATE, before types are known. */
    public Optional<ColumnDoubts> doubts() {
        return late ? Optional.empty() : doubts;
    }

    public Map<Token, List<SelectedColumn>> queries() {
        return queries;
    }

    public void define(String commonTable, List<SelectedColumn> its) {
        commonTables.put(commonTable.toLowerCase(Locale.ROOT), its);
    }

    /** A common table expression is read from here. */
    public void begin(String commonTable) {
        open.add(commonTable.toLowerCase(Locale.ROOT));
    }

    public void end(String commonTable) {
        open.remove(commonTable.toLowerCase(Locale.ROOT));
    }

    /** Whether it is being read: behind it H2 knows the types of its columns, and 2.2 finds none in a CAST. */
    public boolean isOpen(String commonTable) {
        return open.contains(commonTable.toLowerCase(Locale.ROOT));
    }

    public List<SelectedColumn> columns(ObjectName table) {
        String name = table.name().toLowerCase(Locale.ROOT);
        if (table.schema() == null && commonTables.containsKey(name)) {
            return commonTables.get(name);
        }
        return columns.of(table).stream()
                .map(column -> new SelectedColumn(column.name(), ValueType.of(column), column.hidden()))
                .toList();
    }

    /** Of a variable, or a function that is read like one. */
    public Optional<ValueType> variable(Token token) {
        return columns.variable(token.text())
                .filter(FlowVariable::isValue)
                .flatMap(variable -> ValueType.declared(variable.type()));
    }

    /** Those that INSERT gives values to where it names none. */
    public List<SelectedColumn> written(ObjectName table) {
        return columns.of(table).stream()
                .filter(ColumnTypes.Column::written)
                .map(column -> new SelectedColumn(column.name(), ValueType.of(column)))
                .toList();
    }
}
