package dev.palindrome.production.mask.run;

import dev.palindrome.h2.H2ValueFunctions;
import dev.palindrome.schema.Column;
import dev.palindrome.schema.Property;
import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.sql.PortableName;
import dev.palindrome.sql.SqlLiteral;
import dev.palindrome.sql.SqlRunner;
import dev.palindrome.sql.SqlTypeFamily;
import dev.palindrome.sql.TableName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** H2 is in the same JVM: its UPDATE calls the mapping for each value, and no real value is copied anywhere. */
final class H2MaskEngine implements MaskEngine {

    private final Connection connection;
    private final SchemaSnapshot schema;
    private final List<H2ValueFunctions> functions = new ArrayList<>();

    H2MaskEngine(Connection connection, SchemaSnapshot schema) {
        this.connection = connection;
        this.schema = schema;
    }

    @Override
    public Map<TableName, TableName> histories() throws SQLException {
        Map<TableName, TableName> histories = new LinkedHashMap<>();
        boolean isAny = schema.tables().stream()
                .anyMatch(table -> table.object().get(Property.HISTORY_TABLE).isPresent());
        if (!isAny) {
            return histories;
        }
        SqlRunner.on(connection)
                .query("""
                        SELECT ts.[name], t.[name], hs.[name], h.[name]
                        FROM [sys].[tables] t
                        JOIN [sys].[schemas] ts ON ts.[schema_id] = t.[schema_id]
                        JOIN [sys].[tables] h ON h.[object_id] = t.[history_table_id]
                        JOIN [sys].[schemas] hs ON hs.[schema_id] = h.[schema_id]""")
                .forEach(row -> histories.put(
                        new TableName(row.getString(1), row.getString(2)),
                        new TableName(row.getString(3), row.getString(4))));
        return histories;
    }

    @Override
    public List<String> obstacles(List<Target> targets) {
        return List.of();
    }

    @Override
    public void open(List<Target> targets) throws SQLException {
        functions.add(H2ValueFunctions.open(connection));
        SqlRunner.on(connection).run("SET LAZY_QUERY_EXECUTION 1");
    }

    /** Triggers are silent while a statement of ours runs. */
    @Override
    public void silence(List<Target> targets) throws SQLException {
        for (String table : keyed(targets)) {
            SqlRunner.on(connection).run("ALTER TABLE " + table + " SET REFERENTIAL_INTEGRITY FALSE");
        }
    }

    @Override
    public void wake(List<Target> targets) throws SQLException {
        for (String table : keyed(targets)) {
            SqlRunner.on(connection).run("ALTER TABLE " + table + " SET REFERENTIAL_INTEGRITY TRUE");
        }
    }

    /** No rollback would bring the checks back. */
    @Override
    public void giveUp(List<Target> targets) throws SQLException {
        wake(targets);
    }

    private Set<String> keyed(List<Target> targets) {
        return ForeignKeys.touchedBy(targets, schema).stream()
                .map(key -> key.table().portableName())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    @Override
    public void originals(Target target, OriginalReader reader) throws SQLException {
        List<TargetColumn> columns =
                target.columns().stream().filter(TargetColumn::mustBeLearnt).toList();
        if (columns.isEmpty()) {
            return;
        }
        String names = columns.stream().map(TargetColumn::sqlName).collect(Collectors.joining(", "));
        SqlRunner.on(connection)
                .query("SELECT " + names + " FROM " + target.sqlName())
                .forEach(row -> {
                    for (int i = 0; i < columns.size(); i++) {
                        Object original = Originals.read(row, i + 1, columns.get(i));
                        if (original != null) {
                            reader.read(columns.get(i), original);
                        }
                    }
                });
    }

    @Override
    public long update(Target target) throws SQLException {
        RowExpressions expressions = new RowExpressions(target, "", new H2Words());
        String settings = target.columns().stream()
                .map(column -> column.sqlName() + " = " + expressions.of(column))
                .collect(Collectors.joining(", "));
        return H2ValueFunctions.updateUnseen(
                connection, "UPDATE " + target.sqlName() + " SET " + settings + target.withValues(""));
    }

    @Override
    public String text(Column column) {
        return PortableName.of(column.name());
    }

    /** What H2 writes. */
    private final class H2Words implements RowExpressions.Words {

        @Override
        public String mapped(TargetColumn column) {
            ColumnMapping mapping = column.mapping().orElseThrow();
            return functions
                    .get(0)
                    .call(
                            (owner, value) -> Originals.back(mapping.replace(owner, Originals.of(value, column))),
                            column.family(),
                            column.person().map(H2MaskEngine::owner).orElse("NULL"),
                            column.sqlName());
        }

        @Override
        public String text(String value) {
            return SqlLiteral.h2(value);
        }

        @Override
        public String constant(TargetColumn column, String value) {
            boolean isHex = column.family() == SqlTypeFamily.BINARY && value.startsWith("0x");
            return isHex ? "X" + SqlLiteral.h2(value.substring(2)) : SqlLiteral.h2(value);
        }

        @Override
        public String part(String expression) {
            return expression;
        }

        @Override
        public String filled(String document, DocumentMapping.Token token, String value) {
            return functions
                    .get(0)
                    .call(
                            (text, masked) -> DocumentMapping.filled(
                                    masked.toString(), token, Objects.requireNonNullElse(text, "")),
                            SqlTypeFamily.NATIONAL_TEXT,
                            value,
                            document);
        }

        @Override
        public String document(TargetColumn column, String document) {
            return document;
        }
    }

    private static String owner(TargetColumn.Person person) {
        return "CONCAT("
                + SqlLiteral.h2(person.table())
                + person.columns().stream()
                        .map(column -> ", '|', " + PortableName.of(column))
                        .collect(Collectors.joining())
                + ")";
    }

    @Override
    public void close() throws SQLException {
        SqlRunner.on(connection).run("SET LAZY_QUERY_EXECUTION 0");
        for (H2ValueFunctions each : functions) {
            each.close();
        }
    }
}
