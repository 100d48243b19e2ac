package dev.palindrome.reset.sqlserver;

import dev.palindrome.sql.SqlLiteral;
import java.math.BigDecimal;

/**
 * The statements that put an identity back, each by itself. The page of Microsoft's documentation stands beside each.
 * Tables are given as T-SQL takes them.
 */
final class SqlServerIdentitySql {

    private SqlServerIdentitySql() {}

    /** Page "dbcc-checkident-transact-sql". */
    static String reseed(String table, BigDecimal value) {
        return "DBCC CHECKIDENT (%s, RESEED, %s) WITH NO_INFOMSGS"
                .formatted(SqlLiteral.unmarkedIfAscii(table), value.toPlainString());
    }

    /** Page "exists-transact-sql". */
    static String hasRows(String table) {
        return "SELECT CASE WHEN EXISTS (SELECT * FROM %s) THEN 1 ELSE 0 END AS has_rows".formatted(table);
    }

    /** Page "truncate-table-transact-sql": the identity begins again with its seed. */
    static String truncate(String table) {
        return "TRUNCATE TABLE " + table;
    }
}
