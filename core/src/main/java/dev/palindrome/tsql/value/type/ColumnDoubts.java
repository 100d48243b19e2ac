package dev.palindrome.tsql.value.type;

import dev.palindrome.tsql.ColumnTypes;
import dev.palindrome.tsql.DateOrder;
import dev.palindrome.tsql.ObjectName;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the literals of an INSERT or UPDATE may mean to the columns that take them. Where it does not matter to any of them, the
 * statement need not be rewritten once more.
 */
public final class ColumnDoubts {

    private static final String NUMBER = "#";

    private static final Pattern NUMBERED = Pattern.compile(NUMBER + "\\d++");

    private final ObjectName table;
    private final List<String> names;
    private final Map<String, Set<LiteralDoubt>> doubts = new LinkedHashMap<>();

    /** @param names of the columns; empty where they are those of the table */
    ColumnDoubts(ObjectName table, List<String> names) {
        this.table = table;
        this.names = List.copyOf(names);
    }

    public void add(int column, LiteralDoubt doubt) {
        add(column < names.size() ? names.get(column) : NUMBER + column, doubt);
    }

    public void add(String column, LiteralDoubt doubt) {
        if (doubt != LiteralDoubt.NONE) {
            doubts.computeIfAbsent(column, any -> EnumSet.noneOf(LiteralDoubt.class))
                    .add(doubt);
        }
    }

    public ObjectName table() {
        return table;
    }

    public boolean isEmpty() {
        return doubts.isEmpty();
    }

    /** Pairs of a column, by name or by a number behind {@code #}, and its doubts with blanks between them. */
    public List<String> written() {
        List<String> written = new ArrayList<>();
        doubts.forEach((column, its) -> {
            written.add(column);
            written.add(its.stream().map(Enum::name).collect(Collectors.joining(" ")));
        });
        return written;
    }

    /**
     * Whether one of them matters.
     *
     * @param written see {@link #written}
     * @param columns of the table; of one that is not there H2 will say so
     */
    public static boolean matter(List<String> written, List<ColumnTypes.Column> columns, DateOrder order) {
        for (int i = 0; i + 1 < written.size(); i += 2) {
            Optional<ColumnTypes.Column> column = column(written.get(i), columns);
            if (column.isPresent() && matter(written.get(i + 1), ValueType.of(column.get()), order)) {
                return true;
            }
        }
        return false;
    }

    private static boolean matter(String doubts, Optional<ValueType> type, DateOrder order) {
        return type.isEmpty()
                || Stream.of(doubts.split(" "))
                        .map(LiteralDoubt::valueOf)
                        .anyMatch(doubt -> doubt.matters(type.get(), order));
    }

    private static Optional<ColumnTypes.Column> column(String name, List<ColumnTypes.Column> columns) {
        if (NUMBERED.matcher(name).matches()) {
            return columns.stream()
                    .filter(ColumnTypes.Column::written)
                    .skip(Integer.parseInt(name.substring(1)))
                    .findFirst();
        }
        return columns.stream()
                .filter(column -> column.name().equalsIgnoreCase(name))
                .findFirst();
    }
}
