package dev.palindrome.schema.read;

import dev.palindrome.schema.ObjectKind;
import dev.palindrome.schema.Property;
import dev.palindrome.schema.text.ObjectBuilder;
import dev.palindrome.sql.BracketedName;
import dev.palindrome.sql.TableName;
import dev.palindrome.tsql.HiddenName;
import dev.palindrome.tsql.Parentheses;
import dev.palindrome.tsql.Recorded;
import dev.palindrome.tsql.Recorded.Fact;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Indexes that a script made; those that H2 makes for keys are no objects of their own. */
final class H2Indexes {

    private static final String INDEXES = """
            SELECT INDEX_NAME, TABLE_SCHEMA, TABLE_NAME, INDEX_TYPE_NAME, IS_GENERATED, REMARKS
            FROM INFORMATION_SCHEMA.INDEXES""";

    private static final String INDEX_COLUMNS = """
            SELECT INDEX_NAME, TABLE_SCHEMA, TABLE_NAME, COLUMN_NAME, ORDINAL_POSITION, ORDERING_SPECIFICATION
            FROM INFORMATION_SCHEMA.INDEX_COLUMNS""";

    /** Names an index: names of indexes repeat in other schemas. */
    private record IndexName(TableName table, String name) {}

    /** An index and its columns by position. */
    private record Found(ObjectBuilder builder, Map<Integer, String> columns) {}

    private final H2Tables tables;
    private final Map<IndexName, Found> indexes = new LinkedHashMap<>();

    H2Indexes(H2Tables tables) {
        this.tables = tables;
    }

    void read(H2InformationSchema rows) throws SQLException {
        rows.ofTables(INDEXES, "TABLE_NAME", this::index);
        if (!indexes.isEmpty()) {
            rows.ofTables(INDEX_COLUMNS, "TABLE_NAME", this::column);
        }
        indexes.values()
                .forEach(found -> found.builder()
                        .put(
                                Property.COLUMNS,
                                "(" + String.join(", ", found.columns().values()) + ")"));
    }

    private void index(ResultSet row) throws SQLException {
        Optional<ObjectBuilder> table = tables.of(row);
        if (table.isPresent() && !row.getBoolean("IS_GENERATED")) {
            Recorded recorded = H2Record.of(row);
            String name = recorded.get(Fact.NAME).orElse(row.getString("INDEX_NAME"));
            ObjectBuilder builder = new ObjectBuilder(ObjectKind.INDEX, List.of(name))
                    .yes(
                            Property.UNIQUE,
                            row.getString("INDEX_TYPE_NAME").contains("UNIQUE")
                                    || recorded.get(Fact.UNIQUE).isPresent());
            facts(builder, recorded, table.get());
            table.get().add(builder);
            H2ExtendedProperties.add(table.get(), recorded, Fact.PROPERTIES, "INDEX", name);
            indexes.put(nameIn(row), new Found(builder, new TreeMap<>()));
        }
    }

    private static IndexName nameIn(ResultSet row) throws SQLException {
        return new IndexName(H2Tables.nameIn(row), row.getString("INDEX_NAME"));
    }

    private static void facts(ObjectBuilder builder, Recorded recorded, ObjectBuilder table) {
        Optional<String> clustered = recorded.get(Fact.CLUSTERING)
                .map(said -> said.toUpperCase(Locale.ROOT))
                .filter(said -> said.equals("CLUSTERED"));
        builder.put(Property.INDEX_KIND, clustered)
                .put(Property.INCLUDED, recorded.get(Fact.INCLUDED).map(columns -> "(" + columns + ")"))
                .put(Property.FILTER, recorded.get(Fact.FILTER).map(Parentheses::around))
                .yes(Property.DISABLED, recorded.is(Fact.DISABLED));
        H2IndexFacts.put(recorded, builder, table, clustered.isPresent());
    }

    private void column(ResultSet row) throws SQLException {
        Optional<Found> found = Optional.ofNullable(indexes.get(nameIn(row)));
        if (found.isPresent() && !HiddenName.is(row.getString("COLUMN_NAME"))) {
            String direction = row.getString("ORDERING_SPECIFICATION").equals("DESC") ? " DESC" : "";
            found.get()
                    .columns()
                    .put(row.getInt("ORDINAL_POSITION"), BracketedName.of(row.getString("COLUMN_NAME")) + direction);
        }
    }
}
