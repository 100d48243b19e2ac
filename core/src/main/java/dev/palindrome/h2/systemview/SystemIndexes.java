package dev.palindrome.h2.systemview;

import dev.palindrome.h2.systemview.KeyColumns.KeyColumn;
import dev.palindrome.sql.TableName;
import dev.palindrome.tsql.HiddenName;
import dev.palindrome.tsql.Recorded;
import dev.palindrome.tsql.Recorded.Fact;
import dev.palindrome.tsql.RecordedObject;
import dev.palindrome.tsql.RecordedObject.Kind;
import dev.palindrome.tsql.TokenReader;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The indexes of tables, those of keys among them, with SQL Server's numbers: a clustered one is 1, the others begin with 2.
 */
final class SystemIndexes {

    private static final int HEAP = 0;
    private static final int CLUSTERED = 1;

    /** Microsoft: sys-indexes-transact-sql, index_id. */
    private static final int FIRST_XML = 256_000;

    private static final int FIRST_SPATIAL = 384_000;

    /**
     * An index.
     *
     * @param name null for a heap
     * @param number within its table
     * @param constraint PRIMARY KEY or UNIQUE if it is that of a key, otherwise empty
     * @param unique whether a value occurs once
     * @param statistics whether it is no index, but statistics, which are numbered with them
     * @param recorded what is recorded of it
     * @param columns in order; none where they were not read
     */
    record Index(
            TableName table,
            @Nullable String name,
            int number,
            String constraint,
            boolean unique,
            boolean statistics,
            Recorded recorded,
            List<IndexColumn> columns) {

        boolean isClustered() {
            if (hasOwnKind()) {
                return recorded.get(Fact.INDEX_KIND).orElse("").startsWith("CLUSTERED");
            }
            String said = recorded.get(Fact.CLUSTERING).orElse("");
            return said.equals("clustered") || said.isEmpty() && constraint.equals("PRIMARY KEY");
        }

        /** Whether it is neither clustered nor nonclustered, but a columnstore index, or one of XML. */
        boolean hasOwnKind() {
            return recorded.get(Fact.INDEX_KIND).isPresent();
        }

        /** What those are counted from that do not stand among the others; 0 for all else. */
        private int numberedFrom() {
            return switch (recorded.get(Fact.INDEX_KIND).orElse("")) {
                case "XML" -> FIRST_XML;
                case "SPATIAL" -> FIRST_SPATIAL;
                default -> 0;
            };
        }

        private Set<String> keyColumns() {
            return columns.stream()
                    .filter(column -> !column.included())
                    .map(column -> column.name().toLowerCase(Locale.ROOT))
                    .collect(Collectors.toSet());
        }

        Index numbered(int other) {
            return new Index(table, name, other, constraint, unique, statistics, recorded, columns);
        }
    }

    /** One of an index's columns. */
    record IndexColumn(String name, boolean descending, boolean included) {}

    private final H2Rows rows;
    private final boolean withColumns;
    private final Map<TableName, List<Index>> byTable = new LinkedHashMap<>();

    private SystemIndexes(H2Rows rows, boolean withColumns) {
        this.rows = rows;
        this.withColumns = withColumns;
    }

    /**
     * Without their columns, which are half of the reading.
     *
     * @param table only those of tables of this name; null for all
     */
    static SystemIndexes of(H2Rows rows, @Nullable String table) throws SQLException {
        return read(new SystemIndexes(rows, false), rows, table);
    }

    /** @param table only those of tables of this name; null for all */
    static SystemIndexes withColumns(H2Rows rows, @Nullable String table) throws SQLException {
        return read(new SystemIndexes(rows, true), rows, table);
    }

    private static SystemIndexes read(SystemIndexes indexes, H2Rows rows, @Nullable String table) throws SQLException {
        for (H2Row relation : rows.relations(table)) {
            if (relation.is("TABLE_TYPE", "BASE TABLE")) {
                indexes.byTable.put(tableOf(relation), new ArrayList<>());
            }
        }
        Set<TableName> views = new HashSet<>();
        for (H2Row relation : rows.relations(table)) {
            if (relation.is("TABLE_TYPE", "VIEW")) {
                views.add(tableOf(relation));
            }
        }
        indexes.readKeys(table);
        indexes.readIndexes(table);
        indexes.readRecorded(views);
        indexes.byTable.replaceAll((owner, all) -> numbered(owner, all, !views.contains(owner)));
        return indexes;
    }

    static TableName tableOf(H2Row row) {
        return new TableName(row.text("TABLE_SCHEMA"), row.text("TABLE_NAME"));
    }

    List<Index> all() {
        return withStatistics().stream().filter(index -> !index.statistics()).toList();
    }

    List<Index> withStatistics() {
        return byTable.values().stream().flatMap(List::stream).toList();
    }

    /** The number of a key's index; 0 if there is none of that name. */
    int numberOf(TableName table, String name) {
        return byTable.getOrDefault(table, List.of()).stream()
                .filter(index -> name.equalsIgnoreCase(index.name()))
                .map(Index::number)
                .findFirst()
                .orElse(0);
    }

    /** The unique index that a foreign key points to, which has just these columns; null if there is none. */
    @Nullable Index uniqueOf(TableName table, Set<String> columns) {
        return byTable.getOrDefault(table, List.of()).stream()
                .filter(index -> index.unique() && index.constraint().isEmpty())
                .filter(index -> index.keyColumns().equals(columns))
                .findFirst()
                .orElse(null);
    }

    private void readKeys(@Nullable String table) throws SQLException {
        Map<TableName, List<IndexColumn>> columns = new HashMap<>();
        for (KeyColumn column : withColumns ? KeyColumns.of(rows, table) : List.<KeyColumn>of()) {
            columns.computeIfAbsent(column.constraint(), name -> new ArrayList<>())
                    .add(new IndexColumn(column.name(), false, false));
        }
        for (H2Row row : rows.constraints(table)) {
            String type = row.text("CONSTRAINT_TYPE");
            boolean key = type.equals("PRIMARY KEY") || type.equals("UNIQUE");
            if (key && !HiddenName.is(row.text("CONSTRAINT_NAME"))) {
                TableName name = SystemObjects.constraintOf(row);
                Recorded recorded = Recorded.parse(row.text("REMARKS"));
                List<IndexColumn> written = written(recorded);
                List<IndexColumn> known = written.isEmpty() ? columns.getOrDefault(name, List.of()) : written;
                add(new Index(tableOf(row), name.name(), 0, type, true, false, recorded, known));
            }
        }
    }

    private void readIndexes(@Nullable String table) throws SQLException {
        Map<List<String>, List<IndexColumn>> columns = new HashMap<>();
        for (H2Row row : withColumns ? rows.indexColumns(table) : List.<H2Row>of()) {
            columns.computeIfAbsent(key(row), key -> new ArrayList<>())
                    .add(new IndexColumn(row.text("COLUMN_NAME"), row.is("ORDERING_SPECIFICATION", "DESC"), false));
        }
        for (H2Row row : rows.indexes(table)) {
            if (Boolean.FALSE.equals(row.get("IS_GENERATED"))) {
                Recorded recorded = Recorded.parse(row.text("REMARKS"));
                String name = recorded.get(Fact.NAME).orElse(row.text("INDEX_NAME"));
                List<IndexColumn> all = new ArrayList<>(columns.getOrDefault(key(row), List.of()));
                recorded.get(Fact.INCLUDED).ifPresent(text -> all.addAll(named(text, true)));
                boolean unique = row.text("INDEX_TYPE_NAME").contains("UNIQUE")
                        || recorded.get(Fact.UNIQUE).isPresent();
                add(new Index(tableOf(row), name, 0, "", unique, false, recorded, all));
            }
        }
    }

    /** What H2 has in no form. */
    private void readRecorded(Set<TableName> views) throws SQLException {
        for (RecordedObject part : rows.recorded(Kind.INDEX, Kind.STATISTICS)) {
            Optional<TableName> table = part.parent().map(TableName::parse);
            table.filter(views::contains).ifPresent(view -> byTable.computeIfAbsent(view, first -> new ArrayList<>()));
            table = table.filter(byTable::containsKey);
            if (table.isPresent()) {
                boolean statistics = part.kind() == Kind.STATISTICS;
                add(new Index(
                        table.get(),
                        part.name(),
                        0,
                        "",
                        part.recorded().is(Fact.UNIQUE),
                        statistics,
                        part.recorded(),
                        columns(table.get(), part)));
            }
        }
    }

    /** All of the table's, if none are said. */
    private List<IndexColumn> columns(TableName table, RecordedObject part) throws SQLException {
        if (!withColumns) {
            return List.of();
        }
        boolean included = part.kind() == Kind.INDEX
                && part.recorded().get(Fact.INDEX_KIND).orElse("").endsWith("COLUMNSTORE");
        Optional<String> said = part.recorded().get(Fact.COLUMNS);
        if (said.isPresent()) {
            List<IndexColumn> columns = new ArrayList<>(named(inside(said.get()), included));
            part.recorded().get(Fact.INCLUDED).ifPresent(text -> columns.addAll(named(inside(text), true)));
            return columns;
        }
        return rows.columns(table.name()).stream()
                .filter(row -> tableOf(row).equals(table))
                .map(row -> new IndexColumn(row.text("COLUMN_NAME"), false, included))
                .toList();
    }

    private static String inside(String parentheses) {
        return parentheses.substring(1, parentheses.length() - 1);
    }

    private void add(Index index) {
        Optional.ofNullable(byTable.get(index.table())).ifPresent(indexes -> indexes.add(index));
    }

    private static List<String> key(H2Row row) {
        return List.of(row.text("TABLE_SCHEMA"), row.text("TABLE_NAME"), row.text("INDEX_NAME"));
    }

    private static List<IndexColumn> written(Recorded recorded) {
        return recorded.get(Fact.KEY).map(text -> named(text, false)).orElse(List.of());
    }

    /** Reads {@code [a] DESC, [b]}. */
    private static List<IndexColumn> named(String text, boolean included) {
        List<IndexColumn> columns = new ArrayList<>();
        TokenReader reader = TokenReader.ofName(text);
        while (!reader.atEnd()) {
            String name = reader.next().value();
            boolean descending = reader.accept("DESC");
            reader.accept("ASC");
            columns.add(new IndexColumn(name, descending, included));
            reader.acceptSymbol(",");
        }
        return columns;
    }

    /** @param heap whether there is one where nothing is clustered */
    private static List<Index> numbered(TableName table, List<Index> indexes, boolean heap) {
        List<Index> numbered = new ArrayList<>();
        if (heap && indexes.stream().noneMatch(Index::isClustered)) {
            numbered.add(new Index(table, null, HEAP, "", false, false, Recorded.nothing(), List.of()));
        }
        List<Index> sorted = new ArrayList<>(indexes);
        sorted.sort(Comparator.comparing((Index index) -> !index.isClustered())
                .thenComparing(Index::statistics)
                .thenComparing(index -> index.constraint().isEmpty())
                .thenComparing(index -> String.valueOf(index.name())));
        int next = CLUSTERED + 1;
        int apart = 0;
        for (Index index : sorted) {
            int from = index.numberedFrom();
            numbered.add(index.numbered(from > 0 ? from + apart++ : index.isClustered() ? CLUSTERED : next++));
        }
        return numbered;
    }
}
