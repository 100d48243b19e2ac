package dev.palindrome.reset;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * How far an identity had counted.
 *
 * @param seed the first value
 * @param increment what is added for each row after that; may be negative
 * @param last the last value; missing where none was ever given, or the table was truncated
 * @param type the column's type, as the system calls it
 * @param precision how many digits the type has
 */
record SqlServerIdentity(BigDecimal seed, BigDecimal increment, Optional<BigDecimal> last, String type, int precision) {

    private BigDecimal next() {
        return last.map(increment::add).orElse(seed);
    }

    /**
     * Microsoft: dbcc-checkident-transact-sql. A table that never gave a value, or was truncated, gives the new one itself;
     * any other the one after it. Where the type has no value before the first, only truncating brings the first one back
     * (page "truncate-table-transact-sql"): a table that never gave a value had no rows either, and if it has some for all
     * that, this must fail.
     *
     * @param table as T-SQL takes it
     * @param now where its identity stands
     */
    String putBack(String table, SqlServerIdentity now) {
        BigDecimal value = now.last.isEmpty() ? next() : next().subtract(increment);
        return fits(value) ? reseed(table, value) : truncate(table);
    }

    private static String reseed(String table, BigDecimal value) {
        return "DBCC CHECKIDENT (%s, RESEED, %s) WITH NO_INFOMSGS"
                .formatted(SqlServerNames.text(table), value.toPlainString());
    }

    private static String truncate(String table) {
        return "IF EXISTS (SELECT * FROM %1$s) THROW 50000, %2$s, 1; TRUNCATE TABLE %1$s"
                .formatted(
                        table, SqlServerNames.text("The identity of " + table + " cannot be put back: it has rows."));
    }

    /** Page "int-bigint-smallint-and-tinyint-transact-sql"; what else can be an identity is a decimal. */
    private boolean fits(BigDecimal value) {
        return switch (type) {
            case "tinyint" -> isBetween(value, 0, 255);
            case "smallint" -> isBetween(value, Short.MIN_VALUE, Short.MAX_VALUE);
            case "int" -> isBetween(value, Integer.MIN_VALUE, Integer.MAX_VALUE);
            case "bigint" -> isBetween(value, Long.MIN_VALUE, Long.MAX_VALUE);
            default -> value.precision() <= precision;
        };
    }

    private static boolean isBetween(BigDecimal value, long lowest, long highest) {
        return value.compareTo(BigDecimal.valueOf(lowest)) >= 0 && value.compareTo(BigDecimal.valueOf(highest)) <= 0;
    }
}
