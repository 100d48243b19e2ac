package dev.palindrome.production.export;

import com.microsoft.sqlserver.jdbc.ISQLServerConnection;
import dev.palindrome.sql.BracketedName;
import dev.palindrome.sql.DeclaredType;
import dev.palindrome.sql.SqlRunner;
import dev.palindrome.sql.SqlTypeFamily;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * On SQL Server keys are in temporary tables, which a login with no other right than to read has, too (Microsoft:
 * tables#temporary-tables).
 */
final class SqlServerExport implements ExportEngine {

    private static final int BLANK_OF_A_DATE_TIME = 10;

    @Override
    public String keyTable(int number) {
        return "#palindrome_keys_" + number;
    }

    @Override
    public String quoted(String name) {
        return BracketedName.of(name);
    }

    /**
     * In a UNION the new column does not take the identity over (Microsoft: select-into-clause-transact-sql), and has type and
     * collation of the old.
     */
    @Override
    public List<String> makeKeyTable(String name, List<String> names, String columns, String from) {
        return List.of(
                "SELECT %1$s, 0 AS n INTO %2$s FROM %3$s WHERE 1 = 0 UNION ALL SELECT %1$s, 0 FROM %3$s WHERE 1 = 0"
                        .formatted(columns, name, from));
    }

    /**
     * Tables in memory are not to be had under it (error 41332, Microsoft: transactions-with-memory-optimized-tables). States
     * other than 1 are those of a change that goes on, or OFF (Microsoft: sys-databases-transact-sql).
     */
    @Override
    public Optional<Integer> snapshotIsolation(Connection connection, List<SubsetTable> tables) throws SQLException {
        boolean isAllowed = tables.stream().noneMatch(table -> table.table().isMemoryOptimized())
                && SqlRunner.on(connection)
                        .query(
                                "SELECT name FROM sys.databases WHERE database_id = DB_ID() AND snapshot_isolation_state = 1")
                        .hasRows();
        return isAllowed ? Optional.of(ISQLServerConnection.TRANSACTION_SNAPSHOT) : Optional.empty();
    }

    /**
     * Style 121 is ODBC's: year, month, day, with as many digits of a second as the type has (Microsoft:
     * cast-and-convert-transact-sql). Places go as bytes, because their text does not hold the SRID (Microsoft:
     * spatial-data-types-overview).
     */
    @Override
    public ColumnReading reading(Optional<DeclaredType> type, String column) {
        Optional<SqlTypeFamily> family = type.flatMap(DeclaredType::family);
        if (family.isEmpty()) {
            return new ColumnReading("CAST(%s AS varbinary(max))".formatted(column), ResultSet::getBytes, false);
        }
        return switch (family.get()) {
            case DATE, TIME, DATE_TIME_WITH_OFFSET ->
                ColumnReading.of("CONVERT(varchar(40), %s, 121)".formatted(column), ResultSet::getString);
            case DATE_TIME -> ColumnReading.of("CONVERT(varchar(40), %s, 121)".formatted(column), SqlServerExport::iso);
            case TEXT, NATIONAL_TEXT, GUID -> ColumnReading.of(column, ResultSet::getString);
            case BINARY -> ColumnReading.of(column, ResultSet::getBytes);
            case XML, JSON -> ColumnReading.of("CAST(%s AS nvarchar(max))".formatted(column), ResultSet::getString);
            case HIERARCHY -> ColumnReading.of(column + ".ToString()", ResultSet::getString);
            case SPATIAL -> ColumnReading.of("CAST(%s AS varbinary(max))".formatted(column), ResultSet::getBytes);
            case VECTOR ->
                new ColumnReading("CAST(%s AS nvarchar(max))".formatted(column), ResultSet::getString, false);
            case VARIANT ->
                new ColumnReading("CAST(%s AS nvarchar(4000))".formatted(column), ResultSet::getString, false);
            default -> ColumnReading.of(column, ResultSet::getObject);
        };
    }

    /** With a T, which no language of a session reads as year, day, month (Microsoft: datetime-transact-sql). */
    private static @Nullable Object iso(ResultSet row, int column) throws SQLException {
        String text = row.getString(column);
        return text == null
                ? null
                : text.substring(0, BLANK_OF_A_DATE_TIME) + 'T' + text.substring(BLANK_OF_A_DATE_TIME + 1);
    }
}
