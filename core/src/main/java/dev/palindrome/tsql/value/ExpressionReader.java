package dev.palindrome.tsql.value;

import dev.palindrome.sql.SqlTypeFamily;
import dev.palindrome.tsql.ObjectName;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import dev.palindrome.tsql.UntranslatableException;
import dev.palindrome.tsql.query.EscapedValue;
import dev.palindrome.tsql.query.QueryForms;
import dev.palindrome.tsql.query.SelectParts;
import dev.palindrome.tsql.value.conversion.ImplicitConversion;
import dev.palindrome.tsql.value.conversion.MomentConversion;
import dev.palindrome.tsql.value.conversion.TextValue;
import dev.palindrome.tsql.value.type.Expression;
import dev.palindrome.tsql.value.type.FunctionType;
import dev.palindrome.tsql.value.type.LiteralType;
import dev.palindrome.tsql.value.type.Question;
import dev.palindrome.tsql.value.type.SelectedColumn;
import dev.palindrome.tsql.value.type.Tokens;
import dev.palindrome.tsql.value.type.ValueContext;
import dev.palindrome.tsql.value.type.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads values wherever they stand in a piece of T-SQL, finds their types, and writes them so that H2 gives what SQL Server
 * gives. What is no value stays as it is; whether all this is T-SQL is for others to say.
 */
final class ExpressionReader {

    private static final Set<String> COMPARISONS = Set.of("=", "<>", "!=", ">", ">=", "!>", "<", "<=", "!<");

    /** Reserved words that begin a value. */
    private static final String[] VALUES = {
        "NULL",
        "CASE",
        "COALESCE",
        "NULLIF",
        "CONVERT",
        "TRY_CONVERT",
        "LEFT",
        "RIGHT",
        "CURRENT_TIMESTAMP",
        "CURRENT_USER",
        "SESSION_USER",
        "SYSTEM_USER",
        "USER"
    };

    /** What ends the list of a query's tables. */
    private static final String[] BEHIND_TABLES = {
        "WHERE", "GROUP", "HAVING", "ORDER", "UNION", "EXCEPT", "INTERSECT", "OPTION", "FOR", "WHEN", "SET", "OUTPUT"
    };

    private static final String[] OF_SORTED_WINDOWS = {
        "ROW_NUMBER",
        "RANK",
        "DENSE_RANK",
        "NTILE",
        "LAG",
        "LEAD",
        "FIRST_VALUE",
        "LAST_VALUE",
        "CUME_DIST",
        "PERCENT_RANK"
    };

    private static final String[] OF_WINDOWS = Stream.concat(
                    Stream.of(OF_SORTED_WINDOWS), Stream.of("PERCENTILE_CONT", "PERCENTILE_DISC"))
            .toArray(String[]::new);

    private static final String[] SET_OPERATORS = {"UNION", "EXCEPT", "INTERSECT"};

    private final TokenReader reader;
    private final List<Token> tokens;
    private final ValueContext context;
    private final Arithmetic arithmetic;
    private final ImplicitConversion conversions;
    private final BitComparison bits;
    private @Nullable Sources sources;
    private @Nullable List<Optional<ValueType>> targets;
    private List<SelectedColumn> selected = List.of();
    private Optional<Boolean> alternatives = Optional.empty();
    private Optional<Expression> compared = Optional.empty();

    /** Whether rows of another query stand before those of the one that is read. */
    private boolean united;

    /** Whether it is a query that stands for a value or is looked into, and no table. */
    private boolean asValue;

    ExpressionReader(List<Token> tokens, ValueContext context, @Nullable Sources sources) {
        this.tokens = tokens;
        this.reader = new TokenReader(tokens);
        this.context = context;
        this.arithmetic = new Arithmetic(context);
        this.conversions = new ImplicitConversion(context);
        this.bits = new BitComparison(context);
        this.sources = sources;
    }

    /** For a query whose columns go into others. */
    ExpressionReader into(List<Optional<ValueType>> types) {
        targets = types;
        return this;
    }

    /** For a query with whose rows a value is compared. */
    private ExpressionReader beside(Expression value) {
        compared = Optional.of(value);
        return this;
    }

    /** What the first query selects, once it has been read. */
    List<SelectedColumn> selected() {
        return selected;
    }

    /** For whoever puts the values somewhere. */
    ImplicitConversion conversions() {
        return conversions;
    }

    /** For whoever reads what stands between the values. */
    TokenReader reader() {
        return reader;
    }

    /** Reads to the end. */
    List<Token> rest() {
        List<Token> out = new ArrayList<>();
        if (reader.sees("WITH") && reader.peek(1).isName()) {
            commonTables(out);
        }
        while (!reader.atEnd()) {
            if (reader.sees("SELECT")) {
                query(out);
            } else {
                one(out);
            }
        }
        while (reader.position() < tokens.size() && reader.atEnd()) {
            out.add(reader.next());
        }
        return out;
    }

    void one(List<Token> out) {
        if (reader.sees("ORDER", "BY")) {
            out.add(reader.next());
            out.add(reader.next());
            sorted(out);
        } else if (startsValue(reader.peek())) {
            out.addAll(condition().tokens());
        } else {
            out.add(reader.next());
        }
    }

    /** What rows are sorted by. */
    private void sorted(List<Token> out) {
        do {
            if (!startsValue(reader.peek())) {
                return;
            }
            Expression term = condition();
            context.ask(term.type().isEmpty() && isColumn(term) ? Question.ALWAYS : Question.NONE);
            out.addAll(GuidOrder.key(term));
            while (reader.peek().is("ASC", "DESC")) {
                out.add(reader.next());
            }
        } while (reader.seesSymbol(",") && out.add(reader.next()));
    }

    private static boolean isColumn(Expression term) {
        return term.tokens().stream().allMatch(token -> token.isName() || token.isSymbol("."));
    }

    static boolean startsValue(Token token) {
        return switch (token.kind()) {
            case STRING, NUMBER, MONEY, BINARY, NAME, VARIABLE -> true;
            case SYMBOL ->
                token.isSymbol("(")
                        || token.isSymbol("-")
                        || token.isSymbol("+")
                        || token.isSymbol("~")
                        || token.isSymbol("{");
            case WORD -> token.is(VALUES) || !token.isReserved();
            default -> false;
        };
    }

    void commonTables(List<Token> out) {
        out.add(reader.next());
        do {
            if (!reader.peek().isName()) {
                return;
            }
            Token name = reader.next();
            out.add(name);
            List<Token> columns = List.of();
            if (reader.seesSymbol("(")) {
                int start = reader.position();
                columns = reader.parenthesised();
                out.addAll(reader.since(start));
            }
            if (!reader.sees("AS") || !reader.peek(1).isSymbol("(")) {
                return;
            }
            out.add(reader.next());
            context.define(name.value(), List.of());
            boolean recursive = QueryForms.isRecursive(name.value());
            List<SelectedColumn> anchor = recursive ? named(anchor(), columns) : List.of();
            context.define(name.value(), anchor);
            context.begin(name.value());
            if (recursive) {
                requireTypes(name, anchor, columns);
            }
            List<SelectedColumn> found = nested(out, null, false);
            context.end(name.value());
            if (!recursive) {
                requireAsMany(name.value(), found, columns);
            }
            context.define(name.value(), named(found, columns));
        } while (reader.seesSymbol(",") && out.add(reader.next()));
    }

    /** What the first query of those in the parentheses that open here selects. */
    private List<SelectedColumn> anchor() {
        int start = reader.position();
        reader.next();
        List<Token> first = reader.until("UNION");
        reader.back(start);
        ExpressionReader query = new ExpressionReader(first, context, null);
        query.rest();
        return query.selected();
    }

    private void requireTypes(Token name, List<SelectedColumn> anchor, List<Token> columns) {
        int start = reader.position();
        TokenReader queries = new TokenReader(reader.parenthesised());
        reader.back(start);
        List<Token> last = queries.until("UNION");
        while (queries.accept("UNION", "ALL")) {
            last = queries.until("UNION");
        }
        ExpressionReader query = new ExpressionReader(last, context, null);
        query.rest();
        RecursiveTypes.require(name, anchor, named(query.selected(), columns), last);
    }

    /** @param names of all columns, with commas between them; none where the query gives them */
    private static void requireAsMany(String table, List<SelectedColumn> columns, List<Token> names) {
        long listed = names.stream().filter(Token::isName).count();
        if (listed > 0 && !columns.isEmpty() && listed != columns.size()) {
            boolean more = columns.size() > listed;
            throw UntranslatableException.refused(
                    more ? 8158 : 8159,
                    names.get(0),
                    table + " has " + (more ? "more" : "fewer") + " columns than were specified in the column list");
        }
    }

    private static List<SelectedColumn> named(List<SelectedColumn> columns, List<Token> names) {
        List<Token> words = names.stream().filter(Token::isName).toList();
        if (words.size() != columns.size()) {
            return names.isEmpty() ? columns : List.of();
        }
        List<SelectedColumn> named = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            named.add(new SelectedColumn(words.get(i).value(), columns.get(i).type()));
        }
        return named;
    }

    /** VALUES and the rows behind it. */
    ValueColumns rows() {
        ValueColumns rows = new ValueColumns(conversions);
        rows.between().add(reader.next());
        while (reader.seesSymbol("(")) {
            rows.row();
            rows.between().add(reader.next());
            row(rows);
            if (reader.seesSymbol(")")) {
                rows.between().add(reader.next());
            }
            if (reader.seesSymbol(",") && reader.peek(1).isSymbol("(")) {
                rows.between().add(reader.next());
            }
        }
        return rows;
    }

    private void row(ValueColumns rows) {
        while (!reader.atEnd() && !reader.seesSymbol(")")) {
            if (startsValue(reader.peek())) {
                rows.add(value());
            } else {
                if (reader.sees("DEFAULT")) {
                    rows.skip();
                }
                rows.between().add(reader.next());
            }
        }
    }

    /**
     * A query in parentheses, which open here.
     *
     * @param asValue whether it is no table
     */
    List<SelectedColumn> nested(List<Token> out, @Nullable Sources around, boolean asValue) {
        out.add(reader.next());
        int start = reader.position();
        reader.back(start - 1);
        List<Token> inside = reader.parenthesised();
        ExpressionReader query = new ExpressionReader(inside, context, around);
        query.asValue = asValue;
        out.addAll(query.rest());
        out.add(tokens.get(reader.position() - 1));
        return query.selected();
    }

    /** With those that UNION and its like put behind it. */
    private void query(List<Token> out) {
        ValueColumns values = new ValueColumns(conversions);
        List<SelectedColumn> columns = new ArrayList<>();
        boolean all = select(values, columns);
        boolean around = united;
        while (setOperator(values) && reader.sees("SELECT")) {
            united = true;
            select(values, new ArrayList<>());
        }
        united = around;
        out.addAll(values.written(targets));
        selected = selected.isEmpty() && all ? values.typed(columns) : selected;
    }

    /** @return whether its columns are known */
    private boolean select(ValueColumns values, List<SelectedColumn> columns) {
        Sources around = sources;
        sources = new Sources(around);
        addTables(reader.position());
        values.row();
        values.between().add(reader.next());
        boolean distinct = false;
        while (reader.peek().is("ALL", "DISTINCT")) {
            distinct |= reader.sees("DISTINCT");
            values.between().add(reader.next());
        }
        if (reader.sees("TOP")) {
            top(values.between());
        }
        boolean all = true;
        do {
            all &= item(values, columns);
        } while (reader.seesSymbol(",") && values.between().add(reader.next()));
        boolean from = !asValue;
        boolean others = united || distinct; // then H2 sorts by what is selected
        while (!reader.atEnd() && !reader.seesSymbol(")") && !reader.peek().is(SET_OPERATORS)) {
            if (reader.sees("SELECT")) {
                break;
            }
            from |= reader.sees("FROM");
            if (!from && reader.peek().is(BEHIND_TABLES)) {
                from = oneRow(values.between());
            }
            if (others && reader.sees("ORDER", "BY")) {
                values.between().add(reader.next());
                values.between().add(reader.next());
            }
            one(values.between());
        }
        if (!from) {
            oneRow(values.between());
        }
        sources = around;
        return all;
    }

    /** H2 would ask a query without a table while it makes a view, when no query has rows, and keep that there was none. */
    private boolean oneRow(List<Token> out) {
        Token place = tokens.get(Math.max(0, reader.position() - 1));
        out.addAll(Tokens.behind(place, " FROM"));
        out.addAll(Tokens.call(Tokens.behind(place, " x").get(0), "palindrome.numbers", List.of(), "1, 1"));
        return true;
    }

    private boolean setOperator(ValueColumns values) {
        boolean there = reader.peek().is(SET_OPERATORS);
        while (reader.peek().is(SET_OPERATORS) || reader.sees("ALL")) {
            values.between().add(reader.next());
        }
        return there;
    }

    private void top(List<Token> out) {
        out.add(reader.next());
        if (reader.seesSymbol("(")) {
            int start = reader.position();
            reader.parenthesised();
            out.addAll(reader.since(start));
        } else if (!reader.atEnd()) {
            out.add(reader.next());
        }
        while (reader.sees("PERCENT") || reader.sees("WITH") || reader.sees("TIES")) {
            out.add(reader.next());
        }
    }

    /** @return whether its columns are known */
    private boolean item(ValueColumns values, List<SelectedColumn> columns) {
        Token first = reader.peek();
        if (first.isSymbol("*")) {
            Token star = reader.next();
            if (!spread(values, star, "")) {
                values.star();
                values.between().add(star);
            }
            return addAll(columns, "");
        }
        int start = reader.position();
        if (!startsValue(first)) {
            return false;
        }
        requireOneColumn();
        Expression value = condition();
        List<Token> written = reader.since(start);
        Token last = written.get(written.size() - 1);
        if (last.isSymbol("*") && written.size() > 2) {
            String table = written.get(written.size() - 3).value();
            if (!spread(values, written.get(0), table)) {
                values.star();
                values.between().addAll(value.tokens());
            }
            return addAll(columns, table);
        }
        boolean aliased = reader.sees("AS")
                || reader.peek().isName() && !reader.peek().isReserved()
                || reader.peek().kind() == Token.Kind.STRING;
        boolean column = !aliased
                && written.stream().allMatch(token -> token.isName() && !token.isReserved() || token.isSymbol("."));
        values.add(compared.map(with -> besideOther(value, with)).orElse(value), column ? last.value() : "");
        String name = last.isName() ? last.value() : "";
        if (reader.sees("AS")) {
            values.between().add(reader.next());
        }
        if (reader.peek().isName() && !reader.peek().isReserved()
                || reader.peek().kind() == Token.Kind.STRING) {
            name = reader.peek().value();
            values.between().add(reader.next());
        }
        columns.add(new SelectedColumn(name, value.type()));
        return true;
    }

    private Expression besideOther(Expression value, Expression with) {
        Expression read = BitComparison.beside(conversions.compared(value, with.type()), with.type());
        return read == value ? value : new Expression(value.type(), read.tokens(), read.literal(), read.negative());
    }

    /**
     * Names the columns that a star stands for, if they go into others.
     *
     * @return false where it may stay as it is
     */
    private boolean spread(ValueColumns values, Token star, String table) {
        if (targets == null || sources == null) {
            return false;
        }
        context.ask(Question.ALWAYS);
        List<Expression> columns = sources.spread(star, table);
        boolean fit = IntStream.range(0, columns.size()).allMatch(i -> fits(columns.get(i), values.place() + i));
        if (fit) {
            return false;
        }
        for (Expression column : columns) {
            values.add(column);
            values.between().addAll(Tokens.behind(star, ","));
        }
        values.between().remove(values.between().size() - 1);
        return true;
    }

    private boolean fits(Expression value, int place) {
        Optional<ValueType> target = targets == null || place >= targets.size() ? Optional.empty() : targets.get(place);
        return target.isPresent() && target.equals(value.type());
    }

    /** Of a query whose value is selected. */
    private void requireOneColumn() {
        if (!reader.seesSymbol("(") || !reader.peek(1).is("SELECT")) {
            return;
        }
        int start = reader.position();
        SelectParts inner = SelectParts.of(reader.parenthesised());
        reader.back(start);
        boolean written = !inner.end().isEmpty() && inner.end().get(0).is("FOR");
        if (inner.items().size() > 1 && !written) {
            throw UntranslatableException.refused(
                    116, reader.peek(), "a query that stands for a value selects one column");
        }
    }

    private boolean addAll(List<SelectedColumn> columns, String table) {
        List<SelectedColumn> all = sources == null ? List.of() : sources.all(table);
        columns.addAll(all);
        return !all.isEmpty();
    }

    /** Finds the tables of the query or change that begins at a position. */
    void addTables(int position) {
        int start = reader.position();
        reader.back(position);
        if (!reader.sees("FROM") && !reader.atEnd()) {
            reader.next();
        }
        reader.until("FROM", "UNION", "EXCEPT", "INTERSECT");
        if (reader.accept("FROM")) {
            addTablesFromHere();
        }
        reader.back(start);
    }

    /** Finds the table behind the next USING. */
    void addUsing() {
        int start = reader.position();
        reader.until("USING");
        if (reader.accept("USING")) {
            addTablesFromHere();
        }
        reader.back(start);
    }

    private void addTablesFromHere() {
        boolean expected = true;
        while (!reader.atEnd() && !reader.seesSymbol(")") && !reader.peek().is(BEHIND_TABLES)) {
            Token token = reader.peek();
            if (expected && token.isSymbol("(") && reader.peek(1).is("SELECT", "WITH")) {
                addDerived();
                expected = false;
            } else if (expected && token.isSymbol("(") && reader.peek(1).is("VALUES")) {
                addRows();
                expected = false;
            } else if (expected && token.isName() && !token.isReserved()) {
                addTable();
                expected = false;
            } else if (token.isSymbol("(")) {
                List<Token> inside = reader.parenthesised();
                if (expected) {
                    ExpressionReader joined = new ExpressionReader(inside, context, sources);
                    joined.addTablesFromHere();
                    expected = false;
                }
            } else {
                reader.next();
                expected = token.isSymbol(",") || token.is("JOIN", "APPLY");
            }
        }
    }

    private Sources requireSources() {
        if (sources == null) {
            sources = new Sources(null);
        }
        return sources;
    }

    private void addDerived() {
        Token first = reader.peek(1);
        List<Token> inside = reader.parenthesised();
        List<SelectedColumn> found = context.queries().get(first);
        if (found == null) {
            ExpressionReader query = new ExpressionReader(inside, context, null);
            query.rest();
            found = query.selected();
            context.queries().put(first, found);
        }
        String alias = alias("");
        List<Token> columns = reader.seesSymbol("(") ? reader.parenthesised() : List.of();
        requireAsMany(alias, found, columns);
        requireSources().add(List.of(alias), named(found, columns));
    }

    private void addRows() {
        ValueColumns rows = new ExpressionReader(reader.parenthesised(), context, null).rows();
        String alias = alias("");
        List<Token> names = reader.seesSymbol("(") ? reader.parenthesised() : List.of();
        List<SelectedColumn> columns = new ArrayList<>();
        for (Token name : names) {
            if (name.isName()) {
                columns.add(new SelectedColumn(name.value(), rows.type(columns.size())));
            }
        }
        requireSources().add(List.of(alias), columns);
    }

    private void addTable() {
        List<String> parts = new ArrayList<>();
        do {
            parts.add(reader.peek().isName() ? reader.next().value() : "");
        } while (reader.acceptSymbol("."));
        boolean function = reader.seesSymbol("(");
        if (function) {
            reader.parenthesised();
        }
        String name = parts.get(parts.size() - 1);
        String schema = parts.size() > 1 && !parts.get(parts.size() - 2).isEmpty() ? parts.get(parts.size() - 2) : null;
        List<SelectedColumn> columns = context.columns(new ObjectName(schema, name));
        if (QueryForms.isRecursive(name) && context.isOpen(name)) {
            requireSources().addItself(alias(name), columns);
        } else {
            requireSources().add(List.of(alias(name)), columns);
        }
    }

    private String alias(String otherwise) {
        boolean as = reader.accept("AS");
        boolean there = reader.peek().isName() && (as || !reader.peek().isReserved());
        return there ? reader.next().value() : otherwise;
    }

    /** A value, and what it is compared with. */
    private Expression condition() {
        Expression left = value();
        Token operator = reader.peek();
        boolean compares = operator.kind() == Token.Kind.SYMBOL && COMPARISONS.contains(operator.text());
        if (compares && startsValue(reader.peek(1))) {
            reader.next();
            return compared(left, operator, value());
        }
        if (compares
                && reader.peek(1).is("ANY", "SOME", "ALL")
                && reader.peek(2).isSymbol("(")) {
            context.ask(GuidOrder.isDoubtedBesideRows(left, operator) ? Question.ALWAYS : Question.NONE);
            GuidOrder.requireNone(left, operator);
            return found(ImplicitConversion.collated(left), List.of(reader.next(), reader.next()));
        }
        int start = reader.position();
        List<Token> words = new ArrayList<>();
        if (reader.sees("NOT")) {
            words.add(reader.next());
        }
        if (reader.sees("BETWEEN")) {
            words.add(reader.next());
            return between(left, words);
        }
        if (reader.sees("IN") && reader.peek(1).isSymbol("(")) {
            words.add(reader.next());
            return in(left, words);
        }
        if (reader.sees("LIKE") && startsValue(reader.peek(1))) {
            words.add(reader.next());
            return like(left, words);
        }
        reader.back(start);
        return left;
    }

    private Expression compared(Expression first, Token operator, Expression second) {
        List<Expression> sides = bits.sides(first, operator, second);
        Expression left = sides.get(0);
        Expression right = sides.get(1);
        conversions.known(left, right);
        MomentConversion.requireComparable(left, operator, right);
        context.ask(GuidOrder.isDoubted(left, operator, right) ? Question.ALWAYS : Question.NONE);
        FixedText fixed = new FixedText(context);
        Expression one = conversions.compared(fixed.beside(left, right, hasAlternatives()), right.type());
        Expression other = conversions.compared(fixed.beside(right, left, hasAlternatives()), left.type());
        if (GuidOrder.concerns(left, operator, right)) {
            List<Token> keys = new ArrayList<>(GuidOrder.key(one));
            keys.add(operator);
            keys.addAll(GuidOrder.key(other));
            return Expression.of(Optional.empty(), keys);
        }
        List<Token> before = ImplicitConversion.comparedText(left, TextValue.nothing(one.tokens()), right);
        List<Token> behind = ImplicitConversion.comparedText(right, TextValue.nothing(other.tokens()), left);
        List<Token> out = new ArrayList<>(TypedFunctions.collatedAs(behind, before));
        out.add(operator);
        out.addAll(TypedFunctions.collatedAs(before, behind));
        return Expression.of(Optional.empty(), out);
    }

    private boolean hasAlternatives() {
        if (alternatives.isEmpty()) {
            alternatives = Optional.of(tokens.stream().anyMatch(token -> token.is("OR")));
        }
        return alternatives.get();
    }

    private Expression between(Expression written, List<Token> words) {
        Expression value = ImplicitConversion.collated(written);
        context.ask(GuidOrder.isDoubted(value, reader.peek()) ? Question.ALWAYS : Question.NONE);
        List<Expression> limits = new ArrayList<>(List.of(besideValue(value)));
        List<Token> and = new ArrayList<>();
        if (reader.sees("AND")) {
            and.add(reader.next());
            limits.add(besideValue(value));
        }
        List<Expression> all = bits.list(conversions.beside(value, limits), limits);
        List<Token> out = new ArrayList<>(GuidOrder.key(all.get(0)));
        out.addAll(words);
        out.addAll(GuidOrder.key(all.get(1)));
        out.addAll(and);
        all.stream().skip(2).forEach(limit -> out.addAll(GuidOrder.key(limit)));
        return Expression.of(Optional.empty(), out);
    }

    /** The next value, which is compared with another one. */
    private Expression besideValue(Expression value) {
        Expression next = value();
        conversions.known(value, next);
        return conversions.compared(new FixedText(context).literal(next, value), value.type());
    }

    private Expression in(Expression written, List<Token> words) {
        Expression value = ImplicitConversion.collated(written);
        if (reader.peek(1).is("SELECT")) {
            return found(value, words);
        }
        List<Expression> listed = new ArrayList<>();
        List<Token> between = new ArrayList<>();
        do {
            between.add(reader.next());
            if (startsValue(reader.peek())) {
                listed.add(besideValue(value));
            }
        } while (reader.seesSymbol(","));
        if (reader.seesSymbol(")")) {
            between.add(reader.next());
        }
        if (listed.size() == 1) {
            listed.set(0, listed.get(0).with(TextValue.nothing(listed.get(0).tokens())));
        }
        return Expression.of(
                Optional.empty(), list(bits.list(conversions.beside(value, listed), listed), words, between));
    }

    /** A value, and the rows of a query among which it is looked for. */
    private Expression found(Expression value, List<Token> words) {
        List<Token> query = new ArrayList<>();
        Optional<ValueType> type = Optional.empty();
        if (reader.peek(0).isSymbol("(") && reader.peek(1).is("SELECT")) {
            query.add(reader.next());
            reader.back(reader.position() - 1);
            ExpressionReader inside = new ExpressionReader(reader.parenthesised(), context, sources).beside(value);
            inside.asValue = true;
            query.addAll(inside.rest());
            query.add(tokens.get(reader.position() - 1));
            type = inside.selected().size() == 1 ? inside.selected().get(0).type() : type;
        }
        Expression row = Expression.of(type, List.of());
        conversions.known(value, row);
        List<Token> out = new ArrayList<>(
                BitComparison.beside(conversions.compared(value, type), type).tokens());
        out.addAll(words);
        out.addAll(query);
        return Expression.of(Optional.empty(), out);
    }

    /** {@code value IN (…)}, with the parentheses and commas around the others. */
    private static List<Token> list(List<Expression> values, List<Token> words, List<Token> between) {
        List<Token> out = new ArrayList<>(values.get(0).tokens());
        out.addAll(words);
        for (int i = 0; i < between.size(); i++) {
            out.add(between.get(i));
            if (i + 1 < values.size()) {
                out.addAll(values.get(i + 1).tokens());
            }
        }
        return out;
    }

    private Expression like(Expression value, List<Token> words) {
        Expression pattern = value();
        context.ask(value.type().isEmpty() ? Question.ALWAYS : Question.NONE); // a CHAR is compared in another way
        Expression text = ImplicitConversion.collated(FixedText.varying(value));
        List<Expression> texts = new ArrayList<>(List.of(value, pattern));
        List<Token> escape = new ArrayList<>();
        if (reader.sees("ESCAPE") && startsValue(reader.peek(1))) {
            escape.add(reader.next());
            Expression letter = value();
            texts.add(letter);
            escape.addAll(letter.tokens());
        }
        List<Token> out = new ArrayList<>(text.tokens());
        out.addAll(words);
        out.addAll(new TrailingBlanks(context).of(pattern, texts));
        out.addAll(escape);
        return Expression.of(Optional.empty(), out);
    }

    /** A value to its end. */
    Expression value() {
        Expression left = product();
        boolean joined = false;
        while ((reader.seesSymbol("+") || reader.seesSymbol("-") || BitArithmetic.isOperator(reader.peek()))
                && startsValue(reader.peek(1))) {
            Token operator = reader.next();
            Expression right = product();
            joined = operator.isSymbol("+");
            left = BitArithmetic.isOperator(operator)
                    ? new BitArithmetic(context).of(left, operator, right)
                    : arithmetic.of(left, operator, right);
        }
        return joined ? ImplicitConversion.joined(left) : left;
    }

    private Expression product() {
        Expression left = signed();
        while ((reader.seesSymbol("*") || reader.seesSymbol("/") || reader.seesSymbol("%"))
                && startsValue(reader.peek(1))) {
            Token operator = reader.next();
            left = arithmetic.of(left, operator, signed());
        }
        return left;
    }

    private Expression signed() {
        if (reader.seesSymbol("~") && startsValue(reader.peek(1))) {
            Token not = reader.next();
            return new BitArithmetic(context).not(not, signed());
        }
        if (!reader.seesSymbol("-") && !reader.seesSymbol("+")) {
            return behind(primary());
        }
        Token sign = reader.next();
        if (!startsValue(reader.peek())) {
            return Expression.of(Optional.empty(), List.of(sign));
        }
        Expression value = signed();
        boolean doubted = sign.isSymbol("-") && value.type().isEmpty() && !value.isNull();
        context.ask(doubted ? Question.ALWAYS : Question.NONE); // H2 turns a BIT over
        if (sign.isSymbol("-")
                && value.type().filter(type -> type.is(SqlTypeFamily.BIT)).isPresent()) {
            throw UntranslatableException.refused(8117, sign, "operand data type bit is invalid for minus operator");
        }
        List<Token> out = new ArrayList<>(List.of(sign));
        out.addAll(value.tokens());
        boolean negative = sign.isSymbol("-") != value.negative();
        return new Expression(value.type(), out, value.literal(), negative);
    }

    /** With what may stand behind any value. */
    private Expression behind(Expression value) {
        Expression all = value;
        while (reader.sees("COLLATE") || reader.sees("AT", "TIME", "ZONE")) {
            if (reader.accept("COLLATE")) {
                context.ask(all.type().isEmpty() ? Question.ALWAYS : Question.NONE);
                all = FixedText.isFixed(all) ? FixedText.trimmed(all) : all;
                all = Expression.of(all.type(), TypedFunctions.collated(all.tokens(), reader.next()));
            } else {
                reader.expect("AT", "TIME", "ZONE");
                all = new TypedFunctions(context).atTimeZone(all, primary());
            }
        }
        return all;
    }

    private Expression primary() {
        Token token = reader.peek();
        if (token.isSymbol("(")) {
            return parenthesised();
        }
        if (token.isSymbol("{")) {
            return new ExpressionReader(EscapedValue.of(reader), context, sources).value();
        }
        if (token.is("CASE")) {
            return caseOf();
        }
        if (token.kind() == Token.Kind.STRING || token.kind() == Token.Kind.NUMBER || token.is("NULL")) {
            reader.next();
            return LiteralType.expression(token);
        }
        if (token.kind() == Token.Kind.VARIABLE) {
            return Expression.of(context.variable(token), List.of(reader.next()));
        }
        if (!token.isName()) {
            return Expression.of(LiteralType.of(token), List.of(reader.next()));
        }
        Optional<Token> shape = SpatialLiteral.read(reader);
        if (shape.isPresent()) {
            return new Expression(LiteralType.of(shape.get()), List.of(shape.get()), shape, false);
        }
        return token.kind() == Token.Kind.WORD && reader.peek(1).isSymbol("(") ? call() : column();
    }

    private Expression column() {
        int start = reader.position();
        if (reader.accept("NEXT", "VALUE", "FOR")) {
            reader.objectName();
            return Expression.of(Optional.empty(), reader.since(start));
        }
        List<String> parts = new ArrayList<>();
        parts.add(reader.next().value());
        while (reader.seesSymbol(".")) {
            reader.next();
            if (reader.peek().isName()) {
                parts.add(reader.next().value());
            } else if (reader.acceptSymbol("*")) {
                return Expression.of(Optional.empty(), reader.since(start));
            }
        }
        if (reader.seesSymbol("(")) { // a function of the user's own
            List<Token> out = new ArrayList<>(reader.since(start));
            Optional<Token> before = start == 0 ? Optional.empty() : Optional.of(tokens.get(start - 1));
            FunctionCall call = new FunctionCall(context, sources);
            int open = reader.position();
            List<Token> arguments = reader.parenthesised();
            if (call.is(before, parts, arguments)) {
                return call.of(out.get(0), parts, arguments);
            }
            reader.back(open);
            arguments(out);
            return Expression.of(Optional.empty(), out);
        }
        List<Token> out = reader.since(start);
        Optional<ValueType> type = FunctionType.ofWord(out).or(() -> typeOf(parts));
        return Expression.of(type, sources != null && sources.isUntyped(parts) ? typed(out, type) : out);
    }

    /** A column that H2 takes for a text, and would put behind another where both are added. */
    private List<Token> typed(List<Token> column, Optional<ValueType> type) {
        if (type.isEmpty()) {
            context.ask(Question.ALWAYS);
            return column;
        }
        return type.get().family().isText() ? column : Tokens.cast(column, type.get());
    }

    private Optional<ValueType> typeOf(List<String> column) {
        return sources == null ? Optional.empty() : sources.type(column);
    }

    private Expression parenthesised() {
        List<Token> out = new ArrayList<>();
        if (reader.peek(1).is("SELECT")) {
            boolean table =
                    reader.position() > 0 && tokens.get(reader.position() - 1).is("FROM", "JOIN", "APPLY");
            List<SelectedColumn> columns = nested(out, sources, !table);
            return Expression.of(columns.size() == 1 ? columns.get(0).type() : Optional.empty(), out);
        }
        out.add(reader.next());
        if (reader.sees("VALUES")) {
            out.addAll(rows().written(null));
            return Expression.of(Optional.empty(), closed(out));
        }
        if (!startsValue(reader.peek())) {
            return Expression.of(Optional.empty(), closed(out));
        }
        Expression inside = condition();
        out.addAll(inside.tokens());
        if (reader.seesSymbol(")")) {
            out.add(reader.next());
            return inside.with(out);
        }
        return Expression.of(Optional.empty(), closed(out));
    }

    private List<Token> closed(List<Token> out) {
        while (!reader.atEnd() && !reader.seesSymbol(")")) {
            one(out);
        }
        if (reader.seesSymbol(")")) {
            out.add(reader.next());
        }
        return out;
    }

    private Expression caseOf() {
        List<Token> head = new ArrayList<>(List.of(reader.next()));
        Optional<Expression> input = Optional.empty();
        if (!reader.sees("WHEN") && startsValue(reader.peek())) {
            Expression value = ImplicitConversion.collated(value());
            input = Optional.of(value);
            head.addAll(BitComparison.asNumber(value).tokens());
        }
        List<List<Token>> between = new ArrayList<>();
        List<Expression> results = new ArrayList<>();
        List<Token> run = head;
        while (!reader.atEnd() && !reader.sees("END") && !reader.seesSymbol(")")) {
            Token token = reader.peek();
            if (token.is("THEN", "ELSE") && startsValue(reader.peek(1))) {
                run.add(reader.next());
                between.add(run);
                results.add(value());
                run = new ArrayList<>();
            } else if (token.is("WHEN") && input.isPresent() && startsValue(reader.peek(1))) {
                run.add(reader.next());
                Expression next = value();
                conversions.known(input.get(), next);
                Expression when = conversions.compared(next, input.get().type());
                run.addAll(BitComparison.asNumber(
                                bits.list(input.get(), List.of(when)).get(1))
                        .tokens());
            } else {
                one(run);
            }
        }
        if (reader.sees("END")) {
            run.add(reader.next());
        }
        return alternatives(between, results, run);
    }

    private Expression alternatives(List<List<Token>> between, List<Expression> results, List<Token> end) {
        List<Expression> same = conversions.ofOneType(results);
        List<Token> out = new ArrayList<>();
        for (int i = 0; i < results.size(); i++) {
            out.addAll(between.get(i));
            out.addAll(same.get(i).tokens());
        }
        out.addAll(end);
        return Expression.of(ImplicitConversion.highest(results), out);
    }

    private List<Expression> arguments(List<Token> out) {
        List<Expression> arguments = new ArrayList<>();
        out.add(reader.next());
        do {
            int start = out.size();
            while (reader.peek().is("DISTINCT", "ALL")) {
                out.add(reader.next());
            }
            boolean value = startsValue(reader.peek());
            Expression argument = value ? condition() : Expression.of(Optional.empty(), List.of());
            out.addAll(argument.tokens());
            while (!reader.atEnd() && !reader.seesSymbol(")") && !reader.seesSymbol(",")) {
                if (reader.sees("SELECT")) {
                    query(out);
                } else {
                    one(out);
                }
            }
            List<Token> all = List.copyOf(out.subList(start, out.size()));
            arguments.add(all.size() == argument.tokens().size() ? argument : Expression.of(argument.type(), all));
        } while (reader.seesSymbol(",") && out.add(reader.next()));
        if (reader.seesSymbol(")")) {
            out.add(reader.next());
        }
        return arguments;
    }

    /** Microsoft: select-over-clause-transact-sql. */
    private static void requireWindow(Token name, List<Token> over) {
        boolean there = over.stream().anyMatch(token -> token.is("OVER"));
        if (name.is(OF_WINDOWS) && !there) {
            throw UntranslatableException.refused(
                    10753, name, "the function " + name.upper() + " must have an OVER clause");
        }
        if (name.is(OF_SORTED_WINDOWS) && over.stream().noneMatch(token -> token.is("ORDER"))) {
            throw UntranslatableException.refused(
                    4112, name, "the function " + name.upper() + " must have an OVER clause with ORDER BY");
        }
    }

    private Expression call() {
        Token name = reader.peek();
        if (name.is("CAST", "TRY_CAST", "CONVERT", "TRY_CONVERT")) {
            return new Conversion(reader, context).read(this);
        }
        reader.next();
        if (FunctionCall.isMade(name)) {
            List<Token> made = new ArrayList<>(List.of(name));
            arguments(made);
            return Expression.of(FunctionCall.type(made), made);
        }
        List<Token> ignored = new ArrayList<>();
        List<Expression> arguments = arguments(ignored);
        if (name.is("CHOOSE") && arguments.size() > 1) {
            List<Token> choice = TypedFunctions.choose(name, arguments);
            Expression chosen = new ExpressionReader(choice, context, sources).caseOf();
            boolean texts = arguments.stream().skip(1).allMatch(Expression::isText);
            return texts ? ImplicitConversion.joined(chosen) : chosen;
        }
        List<Token> over = new ArrayList<>();
        if (reader.sees("WITHIN", "GROUP")) {
            over.add(reader.next());
            over.add(reader.next());
            over.add(reader.next());
            closed(over);
        }
        if (reader.peek().is("IGNORE", "RESPECT") && reader.peek(1).is("NULLS")) {
            over.add(reader.next());
            over.add(reader.next());
        }
        if (reader.sees("OVER") && reader.peek(1).isSymbol("(")) {
            over.add(reader.next());
            over.add(reader.next());
            closed(over);
        }
        requireWindow(name, over);
        return new FunctionValue(context).of(name, arguments, over);
    }
}
