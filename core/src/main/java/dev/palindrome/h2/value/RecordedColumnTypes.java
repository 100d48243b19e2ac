package dev.palindrome.h2.value;

import dev.palindrome.h2.H2Exception;
import dev.palindrome.h2.catalogue.KeptByVersion;
import dev.palindrome.h2.definition.H2Column;
import dev.palindrome.h2.procedures.object.H2Table;
import dev.palindrome.sql.DeclaredType;
import dev.palindrome.sql.QuotedName;
import dev.palindrome.sql.SqlRunner;
import dev.palindrome.sql.SqlType;
import dev.palindrome.sql.TableName;
import dev.palindrome.tsql.ColumnTypes;
import dev.palindrome.tsql.FlowProgram;
import dev.palindrome.tsql.ObjectName;
import dev.palindrome.tsql.Recorded;
import dev.palindrome.tsql.Recorded.Fact;
import java.sql.Connection;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The types of columns as their records have them; those of views and computed columns as far as H2's say it. */
public final class RecordedColumnTypes implements ColumnTypes {

    private static final String DEFINITION = "SELECT DB_OBJECT_SQL('TABLE', ?, ?)";

    private static final String IDENTITY =
            "SELECT IDENTITY_START, IDENTITY_INCREMENT FROM INFORMATION_SCHEMA.COLUMNS WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ?"
                    + " AND COLUMN_NAME = ?";

    /** A script fills one table with many statements. */
    private static final KeptByVersion<Map<TableName, List<Column>>> KEPT = new KeptByVersion<>(ConcurrentHashMap::new);

    private final Connection connection;
    private final Map<TableName, List<Column>> known;
    private final boolean collected;

    public RecordedColumnTypes(Connection connection) throws SQLException {
        this(connection, false);
    }

    /**
     * For a batch.
     *
     * @param connection H2's
     * @param collected whether an {@code INSERT … EXEC} takes the rows of its queries
     * @throws SQLException if H2 cannot be asked
     */
    public RecordedColumnTypes(Connection connection, boolean collected) throws SQLException {
        this.connection = connection;
        this.collected = collected;
        this.known = KEPT.of(connection);
    }

    /** In a view of another schema, what has none is looked for there and then in dbo. */
    @Override
    public List<Column> of(ObjectName name) {
        List<Column> columns = ofOne(name);
        return columns.isEmpty() && name.schema() == null ? ofOne(new ObjectName("dbo", name.name())) : columns;
    }

    @Override
    public boolean collected() {
        return collected;
    }

    @Override
    public String viewBody(ObjectName view) {
        try {
            H2Table table = H2Table.of(connection, view.schema(), view.name());
            return SqlRunner.on(connection)
                    .query(
                            "SELECT VIEW_DEFINITION FROM INFORMATION_SCHEMA.VIEWS WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ?",
                            table.schema(),
                            table.name())
                    .first(row -> String.valueOf(row.getString(1)))
                    .orElse("");
        } catch (SQLException e) {
            throw new H2Exception("The view " + view.h2() + " cannot be read.", e);
        }
    }

    @Override
    public Optional<FlowProgram.Function> function(ObjectName name) {
        try {
            return RecordedFunctions.find(connection, name);
        } catch (SQLException e) {
            throw new H2Exception("The function " + name.h2() + " cannot be read.", e);
        }
    }

    @Override
    public Optional<FlowProgram.Rows> rows(ObjectName name) {
        try {
            return RecordedFunctions.rows(connection, name);
        } catch (SQLException e) {
            throw new H2Exception("The function " + name.h2() + " cannot be read.", e);
        }
    }

    private List<Column> ofOne(ObjectName name) {
        try {
            H2Table table = H2Table.of(connection, name.schema(), name.name());
            TableName key = new TableName(table.schema(), table.name());
            if (key.name().startsWith("#") || key.name().startsWith("@")) {
                return columns(table); // another session's is another one
            }
            List<Column> columns = known.get(key);
            if (columns == null) { // not computed within the map: to read a view may read others
                columns = columns(table);
                known.put(key, columns);
            }
            return columns;
        } catch (SQLException e) {
            throw new H2Exception("The columns of " + name.h2() + " cannot be read.", e);
        }
    }

    private List<Column> columns(H2Table table) throws SQLException {
        String definition = SqlRunner.on(connection)
                .query(DEFINITION, table.schema(), table.name())
                .first(row -> String.valueOf(row.getString(1)))
                .orElse("");
        if (definition.startsWith("CREATE FORCE VIEW") || definition.startsWith("CREATE VIEW")) {
            return ofView(table);
        }
        List<Column> columns = new ArrayList<>();
        if (definition.contains("TABLE")) {
            for (H2Column column : H2Column.of(definition)) {
                columns.add(column(column, column.identity() ? identity(table, column) : ""));
            }
        }
        return columns;
    }

    private String identity(H2Table table, H2Column column) throws SQLException {
        return SqlRunner.on(connection)
                .query(IDENTITY, table.schema(), table.name(), column.name())
                .first(row -> row.getString(1) + ", " + row.getString(2))
                .orElse("1, 1");
    }

    private static Column column(H2Column column, String identity) {
        String type = Recorded.parse(column.comment())
                .get(Fact.TYPE)
                .map(recorded -> heedsCase(column) ? recorded.replaceFirst("char", "varchar") : recorded)
                .orElseGet(() -> ofH2(column.type()));
        String collation = Recorded.parse(column.comment()).get(Fact.COLLATION).orElse("");
        boolean version = DeclaredType.parse(type).isRowversion();
        boolean hidden = column.hidden() || Recorded.parse(column.comment()).is(Fact.HIDDEN);
        boolean written = !column.identity() && (!column.computed() || version) && !hidden;
        return new Column(column.name(), type, written, column.nullable(), identity, collation, hidden);
    }

    /** Of a CHAR that heeds case where the database does not H2 has a VARCHAR. */
    private static boolean heedsCase(H2Column column) {
        String type = Recorded.parse(column.comment()).get(Fact.TYPE).orElse("");
        return (type.startsWith("char(") || type.startsWith("nchar("))
                && DeclaredType.parse(column.type()).name().contains("VARYING");
    }

    private List<Column> ofView(H2Table view) throws SQLException {
        return SqlRunner.on(connection)
                .query("SELECT * FROM (SELECT 1) LEFT JOIN " + QuotedName.of(view.schema(), view.name()) + " ON 1 = 0")
                .first(row -> columns(row.getMetaData()))
                .orElse(List.of());
    }

    private static List<Column> columns(ResultSetMetaData data) throws SQLException {
        List<Column> columns = new ArrayList<>();
        for (int i = 2; i <= data.getColumnCount(); i++) {
            String name = data.getColumnTypeName(i);
            String type = name.equals("NUMERIC")
                    ? name + "(" + data.getPrecision(i) + "," + data.getScale(i) + ")"
                    : name.startsWith("TIME") ? name + "(" + data.getScale(i) + ")" : name;
            columns.add(new Column(data.getColumnLabel(i), ofH2(type), true));
        }
        return columns;
    }

    /** Empty where it may be one of several: MONEY and DATETIME are others than DECIMAL and DATETIME2. */
    static String ofH2(String type) {
        DeclaredType h2 = DeclaredType.parse(type.replace(" WITH TIME ZONE", "").replace(" PRECISION", ""));
        return switch (h2.name()) {
            case "INTEGER", "INT" -> "int";
            case "BIGINT", "SMALLINT", "DATE", "REAL" -> h2.name();
            case "DOUBLE" -> "float";
            case "BOOLEAN" -> "bit";
            case "UUID" -> "uniqueidentifier";
            case "CHARACTER VARYING", "VARCHAR_IGNORECASE", "CHARACTER", "VARCHAR", "CHAR" -> "nvarchar(max)";
            case "NUMERIC" -> numeric(h2);
            case "TIMESTAMP" -> h2.arguments().equals(List.of("7")) ? "datetime2(7)" : "";
            default -> "";
        };
    }

    private static String numeric(DeclaredType h2) {
        int precision = h2.precision().orElse(SqlType.DECIMAL.size() + 1);
        boolean money =
                h2.arguments().equals(List.of("19", "4")) || h2.arguments().equals(List.of("10", "4"));
        return money || precision > SqlType.DECIMAL.size() ? "" : h2.toString();
    }
}
