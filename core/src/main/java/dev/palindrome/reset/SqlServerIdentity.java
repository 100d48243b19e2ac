package dev.palindrome.reset;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * How far an identity had counted.
 *
 * @param seed the first value
 * @param increment what is added for each row after that; may be negative
 * @param last the last value; missing where none was ever given, or the table was truncated
 */
record SqlServerIdentity(BigDecimal seed, BigDecimal increment, Optional<BigDecimal> last) {

    private BigDecimal next() {
        return last.map(increment::add).orElse(seed);
    }

    /**
     * Microsoft: dbcc-checkident-transact-sql. A table that never gave a value, or was truncated, gives the new one itself;
     * any other the one after it.
     *
     * @param table as T-SQL takes it
     * @param now where its identity stands
     */
    String putBack(String table, SqlServerIdentity now) {
        BigDecimal value = now.last.isEmpty() ? next() : next().subtract(increment);
        return "DBCC CHECKIDENT (%s, RESEED, %s) WITH NO_INFOMSGS"
                .formatted(SqlServerNames.text(table), value.toPlainString());
    }
}
