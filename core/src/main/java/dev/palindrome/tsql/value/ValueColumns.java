package dev.palindrome.tsql.value;

import dev.palindrome.sql.BracketedName;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.value.conversion.ImplicitConversion;
import dev.palindrome.tsql.value.type.Expression;
import dev.palindrome.tsql.value.type.LiteralReading.Use;
import dev.palindrome.tsql.value.type.LiteralType;
import dev.palindrome.tsql.value.type.SelectedColumn;
import dev.palindrome.tsql.value.type.Tokens;
import dev.palindrome.tsql.value.type.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Values in columns, row below row: those behind VALUES, or of queries with UNION between them. All of a column have the
 * highest of their types before they go anywhere (Microsoft: table-value-constructor-transact-sql,
 * set-operators-union-transact-sql).
 */
final class ValueColumns {

    /**
     * A value.
     *
     * @param before what stands between the value before it and this one
     * @param name what it is called if it is a column without another name
     */
    private record Cell(List<Token> before, Expression value, int column, String name) {}

    private static final int NONE = -1;

    private final ImplicitConversion conversions;
    private final List<Cell> cells = new ArrayList<>();
    private List<Token> between = new ArrayList<>();
    private int column;
    private int first = NONE;
    private int rows;
    private boolean counted = true;

    ValueColumns(ImplicitConversion conversions) {
        this.conversions = conversions;
    }

    /** Begins a row. */
    void row() {
        count();
        column = 0;
        rows++;
    }

    /** Rows of different lengths are an error, which others find. */
    private void count() {
        if (rows == 1) {
            first = column;
        }
        counted &= rows < 2 || column == first;
    }

    /** What is no value, to be added to. */
    List<Token> between() {
        return between;
    }

    void add(Expression value) {
        add(value, "");
    }

    /** @param name of a column, which it keeps where it is converted */
    void add(Expression value, String name) {
        cells.add(new Cell(between, value, column++, name));
        between = new ArrayList<>();
    }

    /** Of the next value in its row, from 0. */
    int place() {
        return column;
    }

    /** In the place of a value stands DEFAULT. */
    void skip() {
        column++;
    }

    /** Several columns are one star: nobody counts any more. */
    void star() {
        counted = false;
    }

    /** The type of a column. */
    Optional<ValueType> type(int of) {
        return ImplicitConversion.highest(values(of));
    }

    /** The columns of the first row with the types of all. */
    List<SelectedColumn> typed(List<SelectedColumn> columns) {
        if (!counted) {
            return columns;
        }
        List<SelectedColumn> typed = new ArrayList<>();
        columns.forEach(known -> typed.add(new SelectedColumn(known.name(), type(typed.size()))));
        return typed;
    }

    private List<Expression> values(int of) {
        return cells.stream().filter(cell -> cell.column == of).map(Cell::value).toList();
    }

    /**
     * All of them.
     *
     * @param targets what they are put into; null where that is nothing
     */
    List<Token> written(@Nullable List<Optional<ValueType>> targets) {
        List<Optional<ValueType>> types = new ArrayList<>();
        count();
        boolean several = rows > 1 && counted;
        int columns = cells.stream().mapToInt(cell -> cell.column + 1).max().orElse(0);
        for (int i = 0; i < columns; i++) {
            types.add(several ? mixed(values(i)) : Optional.empty());
        }
        List<Token> out = new ArrayList<>();
        for (Cell cell : cells) {
            Expression value = types.get(cell.column)
                    .map(type -> conversions.as(cell.value, type, Use.COMPARED))
                    .orElse(cell.value);
            out.addAll(cell.before);
            out.addAll(
                    targets == null
                            ? ImplicitConversion.collated(LiteralType.typed(value))
                                    .tokens()
                            : conversions
                                    .inserted(value, target(targets, cell.column), cell.column)
                                    .tokens());
            if (value != cell.value && !cell.name.isEmpty()) {
                out.addAll(Tokens.behind(value.tokens().get(0), " AS " + BracketedName.of(cell.name)));
            }
        }
        out.addAll(between);
        return out;
    }

    private static Optional<ValueType> target(List<Optional<ValueType>> targets, int place) {
        return place < targets.size() ? targets.get(place) : Optional.empty();
    }

    /** The type of values that have several. */
    private Optional<ValueType> mixed(List<Expression> values) {
        boolean unknown = values.stream()
                .anyMatch(value -> !value.isNull() && value.type().isEmpty());
        if (unknown) {
            conversions.known(Optional.empty());
        }
        long kinds = values.stream()
                .filter(value -> !value.isNull())
                .map(value -> value.type().map(ValueColumns::kind).orElse(""))
                .distinct()
                .count();
        if (kinds < 2) {
            return Optional.empty();
        }
        Optional<ValueType> highest = ImplicitConversion.highest(values);
        conversions.known(highest);
        return highest;
    }

    private static String kind(ValueType type) {
        return type.family().isText() ? "text" : type.family().name() + type.scale();
    }
}
