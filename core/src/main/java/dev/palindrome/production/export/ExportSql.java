package dev.palindrome.production.export;

import dev.palindrome.schema.Column;
import dev.palindrome.schema.Property;
import dev.palindrome.schema.Table;
import dev.palindrome.sql.DeclaredType;
import dev.palindrome.sql.SqlType;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The statements of an export, as both engines take them. Rows that are not all of a table are told by tables of keys: key
 * columns {@code k1}, {@code k2} and so forth, and {@code n}, the number of the statement that put the row in. Microsoft:
 * insert-transact-sql, select-order-by-clause-transact-sql (OFFSET and FETCH, also in a derived table),
 * from-transact-sql (joins), hints-transact-sql-table (SNAPSHOT).
 */
final class ExportSql {

    /** Of these no values can be put in order (Microsoft: select-order-by-clause-transact-sql). */
    private static final Set<SqlType> WITHOUT_ORDER = EnumSet.of(
            SqlType.XML,
            SqlType.JSON,
            SqlType.GEOGRAPHY,
            SqlType.GEOMETRY,
            SqlType.VECTOR,
            SqlType.TEXT,
            SqlType.NTEXT,
            SqlType.IMAGE);

    private final ExportEngine engine;

    ExportSql(ExportEngine engine) {
        this.engine = engine;
    }

    String keyTable(SubsetTable table) {
        return engine.keyTable(table.number());
    }

    /** Makes a table of keys, which has none yet. */
    List<String> makeKeyTable(SubsetTable table) {
        String columns = numbered(table, i -> name(table, i) + " AS k" + (i + 1), ", ");
        return engine.makeKeyTable(keyTable(table), keyNames(table), columns, name(table.table()));
    }

    private static List<String> keyNames(SubsetTable table) {
        return IntStream.rangeClosed(1, table.key().size())
                .mapToObj(i -> "k" + i)
                .toList();
    }

    /** Puts the keys of chosen rows in. */
    String chosenKeys(SubsetTable table, long number) {
        return "INSERT INTO %s (%s, n) SELECT c.*, %d FROM (SELECT %s FROM %s) c"
                .formatted(
                        keyTable(table),
                        String.join(", ", keyNames(table)),
                        number,
                        numbered(table, i -> name(table, i), ", "),
                        chosenRows(table, numbered(table, i -> name(table, i), ", ")));
    }

    /**
     * Puts the keys of parents in that are not in yet.
     *
     * @param after of children that are told by keys, only those that came in by later statements count
     */
    String parentKeys(ParentStep step, long after, long number) {
        SubsetTable parent = step.parent();
        String join = IntStream.range(0, step.key().columns().size())
                .mapToObj(i -> "p.%s = c.%s"
                        .formatted(
                                engine.quoted(step.key().referencedColumns().get(i)),
                                engine.quoted(step.key().columns().get(i))))
                .collect(Collectors.joining(" AND "));
        return "INSERT INTO %1$s (%2$s, n) SELECT DISTINCT %3$s, %4$d FROM %5$s INNER JOIN %6$s p%7$s ON %8$s LEFT JOIN %1$s x ON %9$s WHERE x.n IS NULL%10$s"
                .formatted(
                        keyTable(parent),
                        String.join(", ", keyNames(parent)),
                        numbered(parent, i -> "p." + name(parent, i), ", "),
                        number,
                        children(step),
                        name(parent.table()),
                        parent.table().rowHint(),
                        join,
                        numbered(parent, i -> "x.k" + (i + 1) + " = p." + name(parent, i), " AND "),
                        step.child().rows() == SubsetTable.Rows.OF_KEYS ? " AND k.n > " + after : "");
    }

    private String children(ParentStep step) {
        SubsetTable child = step.child();
        return switch (child.rows()) {
            case ALL -> name(child.table()) + " c" + child.table().rowHint();
            case OF_KEYS -> keyTable(child) + " k INNER JOIN " + byKeys(child, "c");
            case OF_QUERY ->
                "(SELECT %s FROM %s) c"
                        .formatted(
                                step.key().columns().stream()
                                        .map(engine::quoted)
                                        .collect(Collectors.joining(", ")),
                                chosenRows(child, allOrdered(child)));
        };
    }

    private String byKeys(SubsetTable table, String alias) {
        return "%s %s%s ON %s"
                .formatted(
                        name(table.table()),
                        alias,
                        table.table().rowHint(),
                        numbered(table, i -> alias + "." + name(table, i) + " = k.k" + (i + 1), " AND "));
    }

    /** How many keys a statement has put in. */
    String count(SubsetTable table, long number) {
        return "SELECT COUNT(*) FROM %s WHERE n = %d".formatted(keyTable(table), number);
    }

    /**
     * Reads the rows that are exported, by key.
     *
     * @param values expressions; columns are those of {@code t}
     */
    String rows(SubsetTable table, List<String> values) {
        String selected = "SELECT " + String.join(", ", values) + " FROM ";
        String from = name(table.table()) + " t" + table.table().rowHint();
        String order = table.key().isEmpty() ? "" : " ORDER BY " + numbered(table, i -> "t." + name(table, i), ", ");
        return switch (table.rows()) {
            case ALL -> selected + from + order;
            case OF_KEYS -> selected + keyTable(table) + " k INNER JOIN " + byKeys(table, "t") + order;
            case OF_QUERY -> selected + from + chosen(table, allOrdered(table));
        };
    }

    private String chosenRows(SubsetTable table, String order) {
        return name(table.table()) + table.table().rowHint() + chosen(table, order);
    }

    private String chosen(SubsetTable table, String order) {
        ChosenTable chosen = table.chosen().orElseThrow();
        String where = chosen.condition().map(" WHERE (%s\n)"::formatted).orElse("");
        return chosen.limit().isPresent()
                ? "%s ORDER BY %s OFFSET 0 ROWS FETCH NEXT %d ROWS ONLY"
                        .formatted(where, order, chosen.limit().getAsInt())
                : where;
    }

    /** Rows that are the same in all of these may stand for each other. */
    private String allOrdered(SubsetTable table) {
        String ordered = table.table().columns().stream()
                .filter(ExportSql::hasOrder)
                .map(column -> engine.quoted(column.name()))
                .collect(Collectors.joining(", "));
        return ordered.isEmpty() ? "(SELECT NULL)" : ordered;
    }

    /** Encrypted values have none, either (Microsoft: always-encrypted-database-engine, limitations). */
    private static boolean hasOrder(Column column) {
        return column.object().get(Property.ENCRYPTED).isEmpty()
                && column.type()
                        .flatMap(DeclaredType::sqlType)
                        .filter(type -> !WITHOUT_ORDER.contains(type))
                        .isPresent();
    }

    private String name(Table table) {
        return engine.quoted(table.schema()) + "." + engine.quoted(table.name());
    }

    private String name(SubsetTable table, int i) {
        return engine.quoted(table.key().get(i));
    }

    private static String numbered(SubsetTable table, IntFunction<String> text, String between) {
        return IntStream.range(0, table.key().size()).mapToObj(text).collect(Collectors.joining(between));
    }
}
