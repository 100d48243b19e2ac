package dev.palindrome.tsql.value;

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
final class ValueContext {

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

    ValueContext(ColumnTypes columns, DateOrder order) {
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
    boolean isLate() {
        return late;
    }

    ColumnTypes types() {
        return columns;
    }

    /** Whether functions of the user's own are known, be it that the columns of tables are not needed. */
    boolean knowsFunctions() {
        return functions;
    }

    /** Notes that a function would have to be known. */
    void askForFunctions() {
        functionsAsked = true;
        ask(Question.ALWAYS);
    }

    boolean asksForFunctions() {
        return functionsAsked;
    }

    /** What is known where all columns are given and there are no tables. */
    ValueContext alone() {
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

    DateOrder order() {
        return order;
    }

    LiteralReading literals() {
        return literals;
    }

    /** Notes that a type would have been of use. */
    void ask(Question more) {
        question = question.compareTo(more) < 0 ? more : question;
    }

    Question question() {
        return late ? Question.NONE : question;
    }

    /** Of which columns an INSERT is. */
    void inserts(ObjectName table, List<String> names) {
        doubts = Optional.of(new ColumnDoubts(table, names));
    }

    /** Those of an INSERT, before types are known. */
    Optional<ColumnDoubts> doubts() {
        return late ? Optional.empty() : doubts;
    }

    Map<Token, List<SelectedColumn>> queries() {
        return queries;
    }

    void define(String commonTable, List<SelectedColumn> its) {
        commonTables.put(commonTable.toLowerCase(Locale.ROOT), its);
    }

    /** A common table expression is read from here. */
    void begin(String commonTable) {
        open.add(commonTable.toLowerCase(Locale.ROOT));
    }

    void end(String commonTable) {
        open.remove(commonTable.toLowerCase(Locale.ROOT));
    }

    /** Whether it is being read: behind it H2 knows the types of its columns, and 2.2 finds none in a CAST. */
    boolean isOpen(String commonTable) {
        return open.contains(commonTable.toLowerCase(Locale.ROOT));
    }

    List<SelectedColumn> columns(ObjectName table) {
        String name = table.name().toLowerCase(Locale.ROOT);
        if (table.schema() == null && commonTables.containsKey(name)) {
            return commonTables.get(name);
        }
        return columns.of(table).stream()
                .map(column -> new SelectedColumn(column.name(), ValueType.of(column), column.hidden()))
                .toList();
    }

    /** Of a variable, or a function that is read like one. */
    Optional<ValueType> variable(Token token) {
        return columns.variable(token.text())
                .filter(FlowVariable::isValue)
                .flatMap(variable -> ValueType.declared(variable.type()));
    }

    /** Those that INSERT gives values to where it names none. */
    List<SelectedColumn> written(ObjectName table) {
        return columns.of(table).stream()
                .filter(ColumnTypes.Column::written)
                .map(column -> new SelectedColumn(column.name(), ValueType.of(column)))
                .toList();
    }
}
