package dev.palindrome.production.mask.run;

import dev.palindrome.schema.Column;
import dev.palindrome.schema.ObjectKind;
import dev.palindrome.schema.Property;
import dev.palindrome.schema.SchemaObject;
import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.schema.Table;
import dev.palindrome.sql.BracketedName;
import dev.palindrome.sql.PreparedSql;
import dev.palindrome.sql.SqlLiteral;
import dev.palindrome.sql.SqlRunner;
import dev.palindrome.sql.SqlType;
import dev.palindrome.sql.SqlTypeFamily;
import dev.palindrome.sql.TableName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * On SQL Server, what stands in for values lies in temporary tables of the session ({@link SqlServerMap}), and one UPDATE joins
 * a table with those of all its columns (docs: update-transact-sql, FROM). Real values are read, and leave neither the server
 * nor this process otherwise. With the transaction, whichever way it ends, the temporary tables are gone.
 */
final class SqlServerMaskEngine implements MaskEngine {

    /** Of these there is neither DISTINCT nor = (docs: select-clause-transact-sql, spatial-data-types-overview, vector-data-type). */
    private static final Set<SqlTypeFamily> INCOMPARABLE = EnumSet.of(SqlTypeFamily.SPATIAL, SqlTypeFamily.VECTOR);

    private static final Pattern HYPHENS_OF_DAY = Pattern.compile("^(\\d{4})-(\\d{2})-(\\d{2})(?=\\s|$)");

    private record Entry(int id, @Nullable String owner, Object original) {}

    private final Connection connection;
    private final SchemaSnapshot schema;
    private final Map<TableName, SqlServerPeriod> periods;
    private final Map<Target, Map<TargetColumn, SqlServerMap>> maps = new LinkedHashMap<>();

    SqlServerMaskEngine(Connection connection, SchemaSnapshot schema) throws SQLException {
        this.connection = connection;
        this.schema = schema;
        this.periods = SqlServerFacts.periods(connection);
    }

    @Override
    public Map<TableName, TableName> histories() {
        Map<TableName, TableName> histories = new LinkedHashMap<>();
        periods.forEach((table, period) -> period.history().ifPresent(history -> histories.put(table, history)));
        return histories;
    }

    @Override
    public List<String> obstacles(List<Target> targets) throws SQLException {
        Map<TableName, TableName> policies = SqlServerFacts.policies(connection);
        List<String> obstacles = new ArrayList<>();
        for (Target target : targets) {
            if (policies.containsKey(target.name())) {
                obstacles.add(
                        "%s is under the security policy %s, which may hide rows. Switch it off first: ALTER SECURITY POLICY %s WITH (STATE = OFF)."
                                .formatted(
                                        target.name(),
                                        policies.get(target.name()),
                                        BracketedName.of(
                                                policies.get(target.name()).parts())));
            }
            if (!target.isHistory()) {
                kind(target).ifPresent(obstacles::add);
            }
        }
        return obstacles;
    }

    private Optional<String> kind(Target target) {
        Table table = target.table();
        SchemaObject object = table.object();
        if (object.get(Property.LEDGER).isPresent()) {
            return Optional.of(target.name()
                    + " is part of a ledger: what was written there stays. Mask it before it becomes one.");
        }
        List<String> encrypted = target.columns().stream()
                .map(TargetColumn::name)
                .filter(name -> object.parts(ObjectKind.COLUMN).stream()
                        .anyMatch(column -> column.simpleName().equals(name)
                                && column.get(Property.ENCRYPTED).isPresent()))
                .toList();
        if (!encrypted.isEmpty()) {
            return Optional.of("%s has encrypted columns, which cannot be masked: %s. Keep them with a reason."
                    .formatted(target.name(), String.join(", ", encrypted)));
        }
        List<String> incomparable = target.columns().stream()
                .filter(column -> column.mapping().isPresent() && INCOMPARABLE.contains(column.family()))
                .map(TargetColumn::name)
                .toList();
        if (!incomparable.isEmpty()) {
            return Optional.of(
                    "%s has columns whose values SQL Server cannot compare: %s. Give them constant …, null, or keep <reason>."
                            .formatted(target.name(), String.join(", ", incomparable)));
        }
        boolean hasTriggers = object.parts(ObjectKind.TRIGGER).stream().anyMatch(each -> !each.is(Property.DISABLED));
        boolean hasKeys =
                ForeignKeys.touchedBy(List.of(target), schema).stream().anyMatch(key -> true);
        // docs: transactions-with-memory-optimized-tables, altering-memory-optimized-tables
        return table.isMemoryOptimized() && (hasTriggers || hasKeys || periods.containsKey(target.name()))
                ? Optional.of(
                        "%s is memory-optimised, so that its triggers, foreign keys and history cannot be switched off in a transaction. Take them away before masking, and put them back afterwards."
                                .formatted(target.name()))
                : Optional.empty();
    }

    @Override
    public void open(List<Target> targets) {
        // All is done within the transaction.
    }

    @Override
    public void silence(List<Target> targets) throws SQLException {
        SqlRunner.on(connection)
                .run(SqlServerSilence.of(targets, schema, periods).before());
    }

    @Override
    public void wake(List<Target> targets) throws SQLException {
        SqlRunner.on(connection)
                .run(SqlServerSilence.of(targets, schema, periods).after());
    }

    /** The rollback does. */
    @Override
    public void giveUp(List<Target> targets) {
        // There is nothing else.
    }

    @Override
    public void originals(Target target, OriginalReader reader) throws SQLException {
        for (TargetColumn column : target.columns()) {
            if (column.mustBeLearnt()) {
                pages(map(target, column), page -> {
                    for (Entry entry : page) {
                        reader.read(column, entry.original());
                    }
                });
            }
        }
    }

    private SqlServerMap map(Target target, TargetColumn column) throws SQLException {
        Map<TargetColumn, SqlServerMap> ofTarget = maps.computeIfAbsent(target, each -> new LinkedHashMap<>());
        SqlServerMap known = ofTarget.get(column);
        if (known != null) {
            return known;
        }
        int number = maps.values().stream().mapToInt(Map::size).sum() + 1;
        SqlServerMap map = new SqlServerMap("#palindrome_mask_" + number, target, column);
        SqlRunner.on(connection).run(List.of(map.create(), map.insert()));
        ofTarget.put(column, map);
        return map;
    }

    private interface PageReader {
        void read(List<Entry> page) throws SQLException;
    }

    /** A result must be at its end before the session is told anything else. */
    private void pages(SqlServerMap map, PageReader reader) throws SQLException {
        long last = SqlRunner.on(connection).query(map.last()).number();
        for (int from = 0; from < last; from += map.rowsTogether()) {
            List<Entry> page = page(map, from);
            if (!page.isEmpty()) {
                reader.read(page);
            }
        }
    }

    private List<Entry> page(SqlServerMap map, int from) throws SQLException {
        return SqlRunner.on(connection)
                .query(map.page(), from, from + map.rowsTogether())
                .list(row -> new Entry(
                        row.getInt(1), row.getString(2), Objects.requireNonNull(Originals.read(row, 3, map.column()))));
    }

    @Override
    public long update(Target target) throws SQLException {
        Map<TargetColumn, String> aliases = new LinkedHashMap<>();
        StringBuilder joins = new StringBuilder();
        for (TargetColumn column : target.columns()) {
            if (column.mapping().isPresent()) {
                SqlServerMap map = map(target, column);
                fill(map);
                String alias = "m" + (aliases.size() + 1);
                aliases.put(column, alias);
                joins.append('\n').append(map.join(alias));
            }
        }
        RowExpressions expressions = new RowExpressions(target, "t.", new Words(aliases));
        String settings = target.columns().stream()
                .map(column -> BracketedName.of(column.name()) + " = " + expressions.of(column))
                .collect(Collectors.joining(", "));
        int rows = SqlRunner.on(connection)
                .update("UPDATE t SET " + settings + "\nFROM "
                        + BracketedName.of(target.name().parts()) + " AS t"
                        + target.table().rowHint() + joins + where(target));
        for (SqlServerMap map : maps.getOrDefault(target, Map.of()).values()) {
            SqlRunner.on(connection).run(map.drop());
        }
        return rows;
    }

    private static String where(Target target) {
        String where = target.withValues("t.");
        return where.isEmpty() ? "" : "\n" + where.strip();
    }

    private void fill(SqlServerMap map) throws SQLException {
        ColumnMapping mapping = map.column().mapping().orElseThrow();
        pages(map, page -> {
            try (PreparedStatement fill = PreparedSql.on(connection, map.fill(page.size()))) {
                int at = 1;
                for (Entry entry : page) {
                    PreparedSql.set(fill, at, entry.id());
                    PreparedSql.set(fill, at + 1, mapping.replace(entry.owner(), entry.original()));
                    at += 2;
                }
                fill.executeUpdate();
            }
        });
    }

    @Override
    public String text(Column column) {
        String name = BracketedName.of(column.name());
        boolean isRead = column.type()
                .flatMap(type -> type.family())
                .filter(family -> family == SqlTypeFamily.XML || family == SqlTypeFamily.JSON)
                .isEmpty();
        return isRead ? name : "CAST(" + name + " AS NVARCHAR(MAX))";
    }

    /** What SQL Server writes. */
    private record Words(Map<TargetColumn, String> aliases) implements RowExpressions.Words {

        @Override
        public String mapped(TargetColumn column) {
            return aliases.get(column) + ".[n]";
        }

        @Override
        public String text(String value) {
            return SqlLiteral.of(value);
        }

        /** Style 1 reads hexadecimal digits (docs: cast-and-convert-transact-sql, binary styles). */
        @Override
        public String constant(TargetColumn column, String value) {
            // docs: cast-and-convert-transact-sql, implicit conversions: nothing of NVARCHAR becomes an image
            String type = column.type().is(SqlType.IMAGE)
                    ? "VARBINARY(MAX)"
                    : column.type().toString();
            boolean isHex = column.family() == SqlTypeFamily.BINARY && value.startsWith("0x");
            return isHex
                    ? "CONVERT(" + type + ", " + SqlLiteral.of(value) + ", 1)"
                    : column.family() == SqlTypeFamily.BINARY
                            ? "CONVERT(" + type + ", " + SqlLiteral.of(value) + ")"
                            : SqlLiteral.of(isReadBySession(column) ? withoutHyphens(value) : value);
        }

        /** The order of a day's parts is for these as the session's DATEFORMAT says (docs: set-dateformat-transact-sql). */
        private static boolean isReadBySession(TargetColumn column) {
            return column.type().is(SqlType.DATETIME) || column.type().is(SqlType.SMALLDATETIME);
        }

        /** As {@code 19800228} it is not (docs: datetime-transact-sql, unseparated). */
        private static String withoutHyphens(String value) {
            return HYPHENS_OF_DAY.matcher(value).replaceFirst("$1$2$3");
        }

        /**
         * Collations of columns may differ (docs: collation-precedence), and neither NULL nor a text of an old type has one
         * (docs: collations). Without a MAX, CONCAT would cut at 8,000 bytes.
         */
        @Override
        public String part(String expression) {
            return "CAST(" + expression + " AS NVARCHAR(MAX)) COLLATE DATABASE_DEFAULT";
        }

        /**
         * All three in one collation, by which nothing else is the same; of a text without a MAX, REPLACE would cut at 8,000 bytes
         * (Microsoft: replace-transact-sql, string-escape-transact-sql, collation-precedence).
         */
        @Override
        public String filled(String document, DocumentMapping.Token token, String value) {
            String escaped = "CAST(" + value + " AS NVARCHAR(MAX))";
            for (int depth = 0; depth <= token.depth(); depth++) {
                escaped = "STRING_ESCAPE(" + escaped + ", N'json')";
            }
            return "REPLACE(CAST(%s AS NVARCHAR(MAX)) COLLATE %s, %s COLLATE %s, %s COLLATE %s)"
                    .formatted(
                            document,
                            SqlServerMap.BINARY,
                            SqlLiteral.of(token.text()),
                            SqlServerMap.BINARY,
                            escaped,
                            SqlServerMap.BINARY);
        }

        /** Nothing becomes a document of the type JSON by itself (Microsoft: json-data-type, Conversion). */
        @Override
        public String document(TargetColumn column, String document) {
            return switch (column.type().sqlType().orElse(SqlType.NVARCHAR)) {
                case JSON -> "CAST(" + document + " AS JSON)";
                case TEXT -> "CAST(" + document + " AS VARCHAR(MAX))";
                default -> document;
            };
        }
    }

    @Override
    public void close() {
        // The transaction has taken the temporary tables along.
    }
}
