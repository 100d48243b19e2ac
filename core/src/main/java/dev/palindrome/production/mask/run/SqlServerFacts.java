package dev.palindrome.production.mask.run;

import dev.palindrome.sql.SqlRunner;
import dev.palindrome.sql.TableName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What masking asks SQL Server's catalogue beside the schema. Names that a server lacks stand in texts of their own. */
final class SqlServerFacts {

    /**
     * Microsoft: sys-tables-transact-sql (history_table_id: 2016, history_retention_period: 2017), sys-periods-transact-sql,
     * collation-precedence.
     */
    private static final String PERIODS = """
            IF OBJECT_ID('sys.periods') IS NOT NULL
                EXEC sp_executesql N'
            SELECT OBJECT_SCHEMA_NAME(t.object_id) AS schema_name, t.name AS table_name,
                   OBJECT_SCHEMA_NAME(t.history_table_id) AS history_schema, OBJECT_NAME(t.history_table_id) AS history_name,
                   s.name AS start_column, e.name AS end_column,
                   CAST(s.is_hidden AS int) AS start_hidden, CAST(e.is_hidden AS int) AS end_hidden,
                   CASE WHEN t.history_retention_period > 0
                        THEN CAST(t.history_retention_period AS varchar(10)) + '' '' + t.history_retention_period_unit_desc COLLATE DATABASE_DEFAULT
                        ELSE ''INFINITE'' END AS retention
            FROM sys.tables t
            JOIN sys.periods p ON p.object_id = t.object_id
            JOIN sys.columns s ON s.object_id = p.object_id AND s.column_id = p.start_column_id
            JOIN sys.columns e ON e.object_id = p.object_id AND e.column_id = p.end_column_id
            WHERE t.is_ms_shipped = 0
            ORDER BY t.object_id';
            ELSE
                SELECT 0 AS object_id WHERE 1 = 0;""";

    /** Microsoft: row-level-security, sys-security-predicates-transact-sql, sys-security-policies-transact-sql (2016). */
    private static final String SECURED = """
            IF OBJECT_ID('sys.security_predicates') IS NOT NULL
                EXEC sp_executesql N'
            SELECT DISTINCT OBJECT_SCHEMA_NAME(p.target_object_id) AS schema_name, OBJECT_NAME(p.target_object_id) AS table_name,
                   OBJECT_SCHEMA_NAME(y.object_id) AS policy_schema, y.name AS policy_name
            FROM sys.security_predicates p
            JOIN sys.security_policies y ON y.object_id = p.object_id
            WHERE y.is_enabled = 1';
            ELSE
                SELECT 0 AS object_id WHERE 1 = 0;""";

    private SqlServerFacts() {}

    /** By table. */
    static Map<TableName, SqlServerPeriod> periods(Connection connection) throws SQLException {
        Map<TableName, SqlServerPeriod> periods = new LinkedHashMap<>();
        SqlRunner.on(connection).query(PERIODS).forEach(row -> {
            String history = row.getString("history_name");
            periods.put(
                    new TableName(row.getString("schema_name"), row.getString("table_name")),
                    new SqlServerPeriod(
                            history == null
                                    ? Optional.empty()
                                    : Optional.of(new TableName(row.getString("history_schema"), history)),
                            row.getString("start_column"),
                            row.getString("end_column"),
                            row.getInt("start_hidden") == 1,
                            row.getInt("end_hidden") == 1,
                            row.getString("retention")));
        });
        return periods;
    }

    /** The security policies that are on, by table. */
    static Map<TableName, TableName> policies(Connection connection) throws SQLException {
        Map<TableName, TableName> policies = new LinkedHashMap<>();
        SqlRunner.on(connection)
                .query(SECURED)
                .forEach(row -> policies.put(
                        new TableName(row.getString("schema_name"), row.getString("table_name")),
                        new TableName(row.getString("policy_schema"), row.getString("policy_name"))));
        return policies;
    }
}
