package dev.palindrome.production.export;

import dev.palindrome.sql.DeclaredType;
import dev.palindrome.sql.PortableName;
import dev.palindrome.sql.SqlTypeFamily;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** On the embedded engine. */
final class H2Export implements ExportEngine {

    /** {@code org.h2.engine.Constants.TRANSACTION_SNAPSHOT}. */
    private static final int SNAPSHOT = 6;

    @Override
    public String keyTable(int number) {
        return "palindrome_keys_" + number;
    }

    @Override
    public String quoted(String name) {
        return PortableName.of(name);
    }

    @Override
    public List<String> makeKeyTable(String name, List<String> names, String columns, String from) {
        return List.of(
                "CREATE LOCAL TEMPORARY TABLE %s AS SELECT %s, 0 AS n FROM %s WHERE 1 = 0"
                        .formatted(name, columns, from),
                "CREATE INDEX %s_k ON %s (%s)".formatted(name, name, String.join(", ", names)));
    }

    @Override
    public Optional<Integer> snapshotIsolation(Connection connection, List<SubsetTable> tables) {
        return Optional.of(SNAPSHOT);
    }

    @Override
    public ColumnReading reading(Optional<DeclaredType> type, String column) {
        Optional<SqlTypeFamily> family = type.flatMap(DeclaredType::family);
        if (family.isEmpty()) {
            return ColumnReading.of(column, ResultSet::getString);
        }
        return switch (family.get()) {
            case DATE -> timed(column, LocalDate.class);
            case TIME -> timed(column, LocalTime.class);
            case DATE_TIME -> timed(column, LocalDateTime.class);
            case DATE_TIME_WITH_OFFSET -> timed(column, OffsetDateTime.class);
            case BINARY -> ColumnReading.of(column, ResultSet::getBytes);
            case BIT, WHOLE_NUMBER, DECIMAL, MONEY, FLOATING_POINT -> ColumnReading.of(column, ResultSet::getObject);
            default -> ColumnReading.of(column, ResultSet::getString);
        };
    }

    private static ColumnReading timed(String column, Class<?> type) {
        return ColumnReading.of(column, (row, at) -> read(row, at, type));
    }

    private static @Nullable Object read(ResultSet row, int at, Class<?> type) throws SQLException {
        return row.getObject(at, type);
    }
}
