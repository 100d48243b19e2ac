package dev.palindrome.reset.sqlserver;

import dev.palindrome.sql.SqlType;
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

    BigDecimal next() {
        return last.map(increment::add).orElse(seed);
    }

    /**
     * Whether the next value is the same. Where none was given since the table was made or truncated, RESEED may have set
     * another first one, and last_value stays NULL (seen by others: stackoverflow.com/q/22199917); so it is only believed
     * of two that both say so.
     */
    boolean isAt(SqlServerIdentity now) {
        return now.last.isPresent() ? next().compareTo(now.next()) == 0 : last.isEmpty();
    }

    /**
     * The value to put the identity back with. Microsoft: dbcc-checkident-transact-sql. A table that never gave a value, or
     * was truncated, gives the new one itself; any other the one after it.
     *
     * @param now where it stands
     * @return missing where the type has no value before the first: only truncating brings the first one back then (page
     *     "truncate-table-transact-sql")
     */
    Optional<BigDecimal> reseed(SqlServerIdentity now) {
        BigDecimal value = now.last.isEmpty() ? next() : next().subtract(increment);
        return Optional.of(value).filter(this::fits);
    }

    /** What is no whole number is a decimal. */
    private boolean fits(BigDecimal value) {
        return SqlType.find(type)
                .flatMap(SqlType::numbers)
                .map(range -> range.has(value))
                .orElse(value.precision() <= precision);
    }
}
