package dev.palindrome.tsql.value;

import dev.palindrome.tsql.ColumnTypes;
import dev.palindrome.tsql.FlowVariable;
import dev.palindrome.tsql.ObjectName;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import dev.palindrome.tsql.UntranslatableException;
import dev.palindrome.tsql.change.UpdatedColumns;
import dev.palindrome.tsql.query.FromClause;
import dev.palindrome.tsql.value.type.Question;
import dev.palindrome.tsql.value.type.SelectedColumn;
import dev.palindrome.tsql.value.type.ValueContext;
import dev.palindrome.tsql.value.type.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** INSERT, UPDATE, DELETE and MERGE, in which values are put into columns. */
final class ChangeReader {

    private final ValueContext context;
    private final TokenReader reader;
    private final Sources sources = new Sources(null);
    private final ExpressionReader expressions;
    private final List<Token> out = new ArrayList<>();

    ChangeReader(List<Token> tokens, ValueContext context) {
        this.context = context;
        this.expressions = new ExpressionReader(tokens, context, sources);
        this.reader = expressions.reader();
    }

    List<Token> read() {
        if (reader.sees("WITH")) {
            expressions.commonTables(out);
        }
        Token verb = reader.peek();
        if (verb.is("INSERT")) {
            insert();
        } else if (verb.is("UPDATE")) {
            update();
        } else if (verb.is("DELETE")) {
            delete();
        } else if (verb.is("MERGE")) {
            merge();
        }
        out.addAll(expressions.rest());
        return out;
    }

    private ObjectName name() {
        List<String> parts = new ArrayList<>();
        do {
            if (reader.seesSymbol(".")) {
                out.add(reader.next());
            }
            parts.add(reader.peek().isName() ? reader.peek().value() : "");
            if (reader.peek().isName()) {
                out.add(reader.next());
            }
        } while (reader.seesSymbol("."));
        int last = parts.size() - 1;
        boolean schema = last > 0 && !parts.get(last - 1).isEmpty();
        return new ObjectName(schema ? parts.get(last - 1) : null, parts.get(last));
    }

    private void skip(String... words) {
        while (reader.peek().is(words)) {
            out.add(reader.next());
        }
    }

    private void hints() {
        if (reader.sees("WITH") && reader.peek(1).isSymbol("(")) {
            int start = reader.position();
            reader.next();
            reader.parenthesised();
            out.addAll(reader.since(start));
        }
    }

    private void insert() {
        out.add(reader.next());
        skip("INTO");
        ObjectName table = name();
        hints();
        List<String> names = reader.seesSymbol("(") && !isQuery() ? names() : List.of();
        context.inserts(table, names);
        List<Optional<ValueType>> targets = names.isEmpty() ? written(table) : listed(table, names);
        if (reader.sees("VALUES")) {
            out.addAll(expressions.rows().written(targets));
        } else {
            expressions.into(targets);
        }
    }

    private boolean isQuery() {
        return reader.peek(1).is("SELECT", "WITH") || reader.peek(1).isSymbol("(");
    }

    private List<String> names() {
        int start = reader.position();
        List<Token> names = reader.parenthesised();
        out.addAll(reader.since(start));
        return names.stream().filter(Token::isName).map(Token::value).toList();
    }

    private List<Optional<ValueType>> listed(ObjectName table, List<String> names) {
        List<SelectedColumn> columns = context.columns(table);
        return names.stream().map(name -> type(columns, name)).toList();
    }

    private static Optional<ValueType> type(List<SelectedColumn> columns, String name) {
        return columns.stream()
                .filter(column -> column.name().equalsIgnoreCase(name))
                .findFirst()
                .flatMap(SelectedColumn::type);
    }

    private List<Optional<ValueType>> written(ObjectName table) {
        return context.written(table).stream().map(SelectedColumn::type).toList();
    }

    private void update() {
        out.add(reader.next());
        if (reader.sees("STATISTICS")) {
            return;
        }
        top();
        ObjectName table = name();
        hints();
        expressions.addTables(reader.position());
        sources.add(List.of(table.name()), context.columns(table));
        context.updates(target(table));
        assignments(table.name(), context.isLate() ? context.types().of(target(table)) : List.of());
    }

    private void top() {
        if (!reader.sees("TOP")) {
            return;
        }
        int start = reader.position();
        reader.next();
        if (reader.seesSymbol("(")) {
            reader.parenthesised();
        } else {
            reader.next();
        }
        reader.accept("PERCENT");
        out.addAll(reader.since(start));
    }

    /** The table that an alias stands for. */
    private ObjectName target(ObjectName table) {
        if (table.schema() != null || !context.types().of(table).isEmpty()) {
            return table;
        }
        int start = reader.position();
        reader.until("FROM");
        reader.accept("FROM");
        List<FromClause.Part> parts = FromClause.parts(reader.until("WHERE", ";"));
        reader.back(start);
        return parts.stream()
                .filter(part -> part.alias().equalsIgnoreCase(table.name()))
                .filter(part -> !part.source().isEmpty() && part.source().get(0).isName())
                .findFirst()
                .map(part -> new TokenReader(part.source()).objectName())
                .orElse(table);
    }

    /** From SET on. */
    private void assignments(String table, List<ColumnTypes.Column> columns) {
        if (!reader.sees("SET")) {
            return;
        }
        UpdatedColumns updated = new UpdatedColumns(columns);
        out.add(reader.next());
        while (reader.peek().isName() && !reader.peek().isReserved()) {
            List<String> column = new ArrayList<>(List.of(table));
            Token last = reader.peek();
            while (reader.peek().isName() || reader.seesSymbol(".")) {
                last = reader.peek();
                out.add(reader.next());
            }
            column.add(last.value());
            updated.require(last);
            if (!reader.seesSymbol("=")) {
                return;
            }
            out.add(reader.next());
            if (ExpressionReader.startsValue(reader.peek())) {
                requireOneType(column, columns);
                out.addAll(expressions
                        .conversions()
                        .updated(expressions.value(), sources.type(column), last.value())
                        .tokens());
            } else {
                out.add(reader.next()); // DEFAULT
            }
            if (!reader.seesSymbol(",")) {
                return;
            }
            out.add(reader.next());
        }
    }

    /** Of a variable and a column that get one value. That there is no such column, H2 says. */
    private void requireOneType(List<String> column, List<ColumnTypes.Column> columns) {
        if (!reader.peek().text().equals(FlowVariable.ASSIGN)) {
            return;
        }
        context.ask(Question.ALWAYS);
        Optional<String> given = context.variable(reader.peek(2)).map(ValueType::ofColumn);
        boolean same = given.equals(sources.type(column).map(ValueType::ofColumn));
        String name = column.get(column.size() - 1);
        boolean known = columns.stream().anyMatch(each -> each.name().equalsIgnoreCase(name));
        if (known && (given.isEmpty() || !same)) {
            throw new UntranslatableException("an UPDATE that gives one value to the variable "
                    + reader.peek(2).text() + " and a column of another type");
        }
    }

    private void delete() {
        out.add(reader.next());
        top();
        skip("FROM");
        if (!reader.peek().isName()) {
            return;
        }
        ObjectName table = name();
        hints();
        expressions.addTables(reader.position());
        sources.add(List.of(table.name()), context.columns(table));
    }

    private void merge() {
        context.ask(Question.ALWAYS); // values of a source go into several lists of columns
        out.add(reader.next());
        skip("INTO");
        ObjectName table = name();
        hints();
        skip("AS");
        boolean aliased = reader.peek().isName() && !reader.sees("USING");
        String target = aliased ? reader.peek().value() : table.name();
        if (aliased) {
            out.add(reader.next());
        }
        List<SelectedColumn> columns = context.columns(table);
        sources.add(List.of(target), columns);
        expressions.addUsing();
        while (!reader.atEnd()) {
            if (reader.sees("UPDATE", "SET")) {
                out.add(reader.next());
                assignments(target, context.isLate() ? context.types().of(table) : List.of());
            } else if (reader.sees("INSERT")) {
                out.add(reader.next());
                List<Optional<ValueType>> targets = reader.seesSymbol("(") ? listed(table, names()) : written(table);
                if (reader.sees("VALUES")) {
                    out.addAll(expressions.rows().written(targets));
                }
            } else if (reader.seesSymbol(")")) {
                out.add(reader.next());
            } else if (reader.sees("USING")) { // not reserved, and no function
                out.add(reader.next());
                if (reader.seesSymbol("(") && reader.peek(1).is("SELECT")) {
                    expressions.nested(out, null, false);
                }
            } else {
                expressions.one(out);
            }
        }
    }
}
