package dev.palindrome.h2.systemview;

import dev.palindrome.h2.H2Definitions;
import dev.palindrome.h2.H2Definitions.ConstraintView;
import dev.palindrome.h2.H2Front;
import dev.palindrome.h2.H2RecordedObjects;
import dev.palindrome.h2.catalogue.KeptByVersion;
import dev.palindrome.sql.SqlRunner;
import dev.palindrome.tsql.HiddenName;
import dev.palindrome.tsql.RecordedObject;
import dev.palindrome.tsql.RecordedObject.Kind;
import dev.palindrome.tsql.SystemView;
import dev.palindrome.tsql.TableTypeName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * What H2's information schema says about a database, of users' objects only. It is read anew when H2's catalogue has changed,
 * because H2 asks for a table in a join once for each row of the other.
 */
final class H2Rows {

    /** What was read. */
    private record Kept(
            Map<String, List<H2Row>> rows,
            AtomicReference<List<RecordedObject>> recorded,
            Map<List<Object>, List<? extends SystemRow>> views) {

        Kept() {
            this(new ConcurrentHashMap<>(), new AtomicReference<>(), new ConcurrentHashMap<>());
        }
    }

    private static final String COLUMNS = """
            SELECT TABLE_SCHEMA, TABLE_NAME, COLUMN_NAME, ORDINAL_POSITION, IS_NULLABLE, COLUMN_DEFAULT, IS_IDENTITY,
                   IDENTITY_START, IDENTITY_INCREMENT, GENERATION_EXPRESSION, REMARKS, DATA_TYPE,
                   CHARACTER_MAXIMUM_LENGTH, NUMERIC_PRECISION, NUMERIC_SCALE, DATETIME_PRECISION
            FROM INFORMATION_SCHEMA.COLUMNS""";

    private static final KeptByVersion<Kept> KEPT = new KeptByVersion<>(Kept::new);

    private final Connection connection;
    private final Kept kept;

    private H2Rows(Connection connection, Kept kept) {
        this.connection = connection;
        this.kept = kept;
    }

    static H2Rows of(Connection connection) throws SQLException {
        return new H2Rows(connection, KEPT.of(connection));
    }

    Connection connection() {
        return connection;
    }

    /** The rows of a view as they were made before, as long as the catalogue is the same. */
    List<? extends SystemRow> view(SystemView view, Asked asked, Making making) throws SQLException {
        List<Object> key = List.of(view.name(), asked);
        List<? extends SystemRow> known = kept.views().get(key);
        if (known == null) {
            known = making.rows();
            kept.views().put(key, known);
        }
        return known;
    }

    /** Makes the rows of a view. */
    interface Making {
        List<? extends SystemRow> rows() throws SQLException;
    }

    /** Objects that H2 does not have. */
    List<RecordedObject> recorded(Kind... kinds) throws SQLException {
        List<RecordedObject> all = kept.recorded().get();
        if (all == null) {
            all = List.copyOf(H2RecordedObjects.of(connection, Set.of(Kind.values())));
            kept.recorded().set(all);
        }
        Set<Kind> wanted = Set.of(kinds);
        return all.stream().filter(object -> wanted.contains(object.kind())).toList();
    }

    /** The table types, each as a table in the front's own schema. */
    List<H2Row> tableTypes() throws SQLException {
        return ofTableTypes("SELECT TABLE_SCHEMA, TABLE_NAME, REMARKS FROM INFORMATION_SCHEMA.TABLES");
    }

    List<H2Row> columnsOfTableTypes() throws SQLException {
        return ofTableTypes(COLUMNS);
    }

    private List<H2Row> ofTableTypes(String sql) throws SQLException {
        List<H2Row> known = kept.rows().get(sql);
        if (known == null) {
            known = query(
                    sql + " WHERE TABLE_SCHEMA = '" + TableTypeName.SCHEMA + "' AND TABLE_NAME LIKE '"
                            + TableTypeName.PREFIX + "%'",
                    null);
            kept.rows().put(sql, known);
        }
        return known;
    }

    /** Tables and views. */
    List<H2Row> relations(@Nullable String name) throws SQLException {
        return read(
                "SELECT TABLE_SCHEMA, TABLE_NAME, TABLE_TYPE, REMARKS FROM INFORMATION_SCHEMA.TABLES",
                "TABLE_SCHEMA",
                "TABLE_NAME",
                name);
    }

    /** Columns of tables and views, also of temporary ones. */
    List<H2Row> columns(@Nullable String table) throws SQLException {
        return read(COLUMNS, "TABLE_SCHEMA", "TABLE_NAME", table);
    }

    List<H2Row> constraints(@Nullable String table) throws SQLException {
        return constraints(ConstraintView.TABLE_CONSTRAINTS, """
                SELECT CONSTRAINT_SCHEMA, CONSTRAINT_NAME, CONSTRAINT_TYPE, TABLE_SCHEMA, TABLE_NAME, REMARKS
                FROM INFORMATION_SCHEMA.TABLE_CONSTRAINTS""", table);
    }

    /** Of one table without the information schema, which would go through those of all. */
    private List<H2Row> constraints(ConstraintView view, String sql, @Nullable String table) throws SQLException {
        Optional<H2Definitions> definitions = table == null ? Optional.empty() : H2Definitions.of(connection);
        if (table == null || definitions.isEmpty()) {
            return read(sql, "TABLE_SCHEMA", "TABLE_NAME", table);
        }
        List<H2Row> known = kept.rows().get(sql + table);
        if (known == null) {
            List<H2Row> found = new ArrayList<>();
            Map<String, Integer> index = new HashMap<>();
            ResultSet rows = definitions.get().constraints(view, List.of(table));
            while (rows.next()) {
                found.add(row(rows, index));
            }
            known = users(found, "TABLE_SCHEMA");
            kept.rows().put(sql + table, known);
        }
        return known;
    }

    List<H2Row> checks() throws SQLException {
        return read(
                "SELECT CONSTRAINT_SCHEMA, CONSTRAINT_NAME, CHECK_CLAUSE FROM INFORMATION_SCHEMA.CHECK_CONSTRAINTS",
                "CONSTRAINT_SCHEMA",
                "",
                null);
    }

    List<H2Row> references() throws SQLException {
        return read("""
                SELECT CONSTRAINT_SCHEMA, CONSTRAINT_NAME, UNIQUE_CONSTRAINT_SCHEMA, UNIQUE_CONSTRAINT_NAME, UPDATE_RULE,
                       DELETE_RULE
                FROM INFORMATION_SCHEMA.REFERENTIAL_CONSTRAINTS""", "CONSTRAINT_SCHEMA", "", null);
    }

    List<H2Row> keyColumns(@Nullable String table) throws SQLException {
        return constraints(ConstraintView.KEY_COLUMN_USAGE, """
                SELECT CONSTRAINT_SCHEMA, CONSTRAINT_NAME, TABLE_SCHEMA, TABLE_NAME, COLUMN_NAME, ORDINAL_POSITION,
                       POSITION_IN_UNIQUE_CONSTRAINT
                FROM INFORMATION_SCHEMA.KEY_COLUMN_USAGE ORDER BY ORDINAL_POSITION""", table);
    }

    /** What each check names. */
    List<H2Row> checkColumns(@Nullable String table) throws SQLException {
        return read("""
                SELECT CONSTRAINT_SCHEMA, CONSTRAINT_NAME, TABLE_SCHEMA, TABLE_NAME, COLUMN_NAME
                FROM INFORMATION_SCHEMA.CONSTRAINT_COLUMN_USAGE""", "TABLE_SCHEMA", "TABLE_NAME", table);
    }

    List<H2Row> indexes(@Nullable String table) throws SQLException {
        return read("""
                SELECT INDEX_NAME, TABLE_SCHEMA, TABLE_NAME, INDEX_TYPE_NAME, IS_GENERATED, REMARKS
                FROM INFORMATION_SCHEMA.INDEXES""", "TABLE_SCHEMA", "TABLE_NAME", table);
    }

    List<H2Row> indexColumns(@Nullable String table) throws SQLException {
        return read("""
                SELECT INDEX_NAME, TABLE_SCHEMA, TABLE_NAME, COLUMN_NAME, ORDINAL_POSITION, ORDERING_SPECIFICATION
                FROM INFORMATION_SCHEMA.INDEX_COLUMNS ORDER BY ORDINAL_POSITION""", "TABLE_SCHEMA", "TABLE_NAME", table);
    }

    List<H2Row> sequences() throws SQLException {
        return read("""
                SELECT SEQUENCE_SCHEMA, SEQUENCE_NAME, START_VALUE, MINIMUM_VALUE, MAXIMUM_VALUE, "INCREMENT", CYCLE_OPTION,
                       CACHE, REMARKS
                FROM INFORMATION_SCHEMA.SEQUENCES""", "SEQUENCE_SCHEMA", "", null);
    }

    List<H2Row> schemas() throws SQLException {
        return read("SELECT SCHEMA_NAME, REMARKS FROM INFORMATION_SCHEMA.SCHEMATA", "SCHEMA_NAME", "", null);
    }

    /** How many rows each table has, which is read each time. */
    List<H2Row> counts() throws SQLException {
        return users(
                query(
                        "SELECT TABLE_SCHEMA, TABLE_NAME, ROW_COUNT_ESTIMATE FROM INFORMATION_SCHEMA.TABLES"
                                + " WHERE TABLE_TYPE = 'BASE TABLE'",
                        null),
                "TABLE_SCHEMA");
    }

    /** @param value of a column by which H2 finds rows; null for all */
    private List<H2Row> read(String sql, String schemaColumn, String column, @Nullable String value)
            throws SQLException {
        String key = sql + value;
        List<H2Row> known = kept.rows().get(key);
        if (known == null) {
            String order = sql.contains(" ORDER BY ") ? sql.substring(sql.indexOf(" ORDER BY ")) : "";
            String select = sql.substring(0, sql.length() - order.length());
            String text = value == null ? sql : select + " WHERE " + column + " = ?" + order;
            known = users(query(text, value), schemaColumn);
            kept.rows().put(key, known);
        }
        return known;
    }

    private static List<H2Row> users(List<H2Row> rows, String schemaColumn) {
        return rows.stream()
                .filter(row -> !H2Front.isHidden(row.text(schemaColumn)))
                .filter(row -> !isOfTable(row) || !HiddenName.is(row.text("COLUMN_NAME")))
                .toList();
    }

    /** A column of a constraint may be hidden: its name is recorded there. */
    private static boolean isOfTable(H2Row row) {
        return row.has("COLUMN_NAME") && !row.has("CONSTRAINT_NAME");
    }

    private List<H2Row> query(String sql, @Nullable String value) throws SQLException {
        Map<String, Integer> index = new HashMap<>();
        SqlRunner runner = SqlRunner.on(connection);
        return (value == null ? runner.query(sql) : runner.query(sql, value)).list(row -> row(row, index));
    }

    private static H2Row row(ResultSet row, Map<String, Integer> index) throws SQLException {
        if (index.isEmpty()) {
            ResultSetMetaData columns = row.getMetaData();
            for (int i = 1; i <= columns.getColumnCount(); i++) {
                index.put(columns.getColumnLabel(i), i - 1);
            }
        }
        @Nullable Object[] values = new Object[index.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = row.getObject(i + 1);
        }
        return new H2Row(index, values);
    }
}
