package dev.palindrome.seed.file;

import dev.palindrome.schema.Column;
import dev.palindrome.schema.ForeignKey;
import dev.palindrome.schema.SchemaObject;
import dev.palindrome.schema.Table;
import dev.palindrome.seed.engine.SuspendedKey;
import dev.palindrome.seed.refusal.RefusalReason;
import dev.palindrome.seed.refusal.RowRefusedException;
import dev.palindrome.sql.PortableName;
import dev.palindrome.sql.SqlRunner;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A foreign key that is not checked while the rows of a cycle of tables are loaded.
 *
 * @param file with the rows of the table that has it
 * @param key the key
 */
public record CycleKey(TableFile file, ForeignKey key) {

    static boolean isAmong(List<CycleKey> keys, SchemaObject rule) {
        return keys.stream().anyMatch(key -> key.key().object().equals(rule));
    }

    Table table() {
        return file.columns().table();
    }

    SuspendedKey suspended() {
        return new SuspendedKey(table(), key);
    }

    String name() {
        return suspended().name();
    }

    boolean isTrusted() {
        return suspended().isTrusted();
    }

    /** How many rows of the table point to none. */
    long orphans(Connection connection) throws SQLException {
        return SqlRunner.on(connection)
                .query("SELECT COUNT(*) " + fromOrphans())
                .number();
    }

    private String fromOrphans() {
        String parent = PortableName.of(key.referencedSchema(), key.referencedTable());
        String given = key.columns().stream()
                .map(column -> "c.%s IS NOT NULL".formatted(PortableName.of(column)))
                .collect(Collectors.joining(" AND "));
        String same = IntStream.range(0, key.columns().size())
                .mapToObj(i -> "p.%s = c.%s"
                        .formatted(
                                PortableName.of(key.referencedColumns().get(i)),
                                PortableName.of(key.columns().get(i))))
                .collect(Collectors.joining(" AND "));
        return "FROM %s c%s WHERE %s AND NOT EXISTS (SELECT 1 FROM %s p%2$s WHERE %s)"
                .formatted(table().portableName(), table().rowHint(), given, parent, same);
    }

    /** What to say about a row of the file that points to none. */
    DataFileException refused(Connection connection) throws SQLException {
        List<@Nullable Object> orphan = orphan(connection);
        AtomicLong line = new AtomicLong(1);
        file.look(rows -> {
            line.set(rows.line());
            return !points(rows, orphan);
        });
        return DataFileException.refused(
                file.file(),
                line.get(),
                new RowRefusedException(table(), line.get(), RefusalReason.noParent(key, " " + name())));
    }

    private boolean points(FileRows rows, List<@Nullable Object> orphan) {
        @Nullable Object[] values = rows.values();
        List<Column> columns = rows.columns();
        for (int i = 0; i < orphan.size(); i++) {
            Optional<Column> column = file.columns().find(key.columns().get(i));
            int at = column.map(columns::indexOf).orElse(-1);
            if (at < 0 || !isSame(values[at], orphan.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSame(@Nullable Object one, @Nullable Object other) {
        if (one instanceof BigDecimal number && other instanceof BigDecimal otherNumber) {
            return number.compareTo(otherNumber) == 0;
        }
        return one != null
                && (one.equals(other)
                        || other != null
                                && one.toString()
                                        .strip()
                                        .equals(other.toString().strip()));
    }

    private List<@Nullable Object> orphan(Connection connection) throws SQLException {
        String columns = key.columns().stream()
                .map(column -> "c." + PortableName.of(column))
                .collect(Collectors.joining(", "));
        return SqlRunner.on(connection)
                .query("SELECT TOP (1) " + columns + " " + fromOrphans())
                .first(this::values)
                .orElseThrow();
    }

    private List<@Nullable Object> values(ResultSet row) throws SQLException {
        List<@Nullable Object> values = new ArrayList<>();
        for (int i = 1; i <= key.columns().size(); i++) {
            values.add(row.getObject(i));
        }
        return values;
    }
}
