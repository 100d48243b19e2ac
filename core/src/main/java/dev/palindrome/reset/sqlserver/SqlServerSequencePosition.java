package dev.palindrome.reset.sqlserver;

import dev.palindrome.sql.SqlLiteral;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Where a sequence stood, and the statements that bring it there. Microsoft: alter-sequence-transact-sql,
 * sp-sequence-get-range-transact-sql, next-value-for-transact-sql.
 *
 * <p>RESTART WITH sets start_value, too (seen by others: stackoverflow.com/q/50078880). So that the start stays what it
 * was, a sequence is restarted there and then made to give away as many values as it had given.
 *
 * @param sequence as it was then
 * @param next the value to come; missing where there was none left
 */
record SqlServerSequencePosition(SqlServerSequence sequence, Optional<BigDecimal> next) {

    private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);

    /**
     * How many values lie between the start and the next one.
     *
     * @return missing where counting from the start does not lead there, because the sequence has begun again, or counted
     *     by something else
     */
    Optional<BigDecimal> given() {
        BigDecimal given = next.map(value -> steps(value).orElse(BigDecimal.ONE.negate()))
                .orElseGet(() -> sequence.limit()
                        .subtract(sequence.start())
                        .divideToIntegralValue(sequence.increment())
                        .add(BigDecimal.ONE));
        return Optional.of(given).filter(count -> count.signum() >= 0 && count.compareTo(MOST) <= 0);
    }

    private Optional<BigDecimal> steps(BigDecimal value) {
        BigDecimal[] steps = value.subtract(sequence.start()).divideAndRemainder(sequence.increment());
        return Optional.of(steps[0]).filter(whole -> steps[1].signum() == 0);
    }

    /** Whether the catalogue tells: the first value looks the same before and after it is given. */
    boolean isTold() {
        return given().filter(count -> count.compareTo(BigDecimal.ONE) > 0).isPresent();
    }

    boolean isAt(SqlServerSequencePosition other) {
        return sequence.start().equals(other.sequence.start()) && next.equals(other.next);
    }

    /** To the start. */
    String restart() {
        return restartWith(sequence.start());
    }

    /** On from the start; answers with the first value that it took. */
    String giveAway(BigDecimal count) {
        return giveAway(sequence.name(), count);
    }

    static String giveAway(String sequence, BigDecimal count) {
        return "SET NOCOUNT ON; DECLARE @first sql_variant; EXEC sys.sp_sequence_get_range @sequence_name = %s, @range_size = %s, @range_first_value = @first OUTPUT; SELECT CAST(@first AS decimal(38, 0)) AS first_value"
                .formatted(SqlLiteral.unmarkedIfAscii(sequence), count.toPlainString());
    }

    /** Straight there, with another start. Where no value was left, the last one is to be drawn, too. */
    String jump() {
        return restartWith(next.orElseGet(sequence::limit));
    }

    static String draw(String name) {
        return "SELECT NEXT VALUE FOR " + name;
    }

    private String restartWith(BigDecimal value) {
        return "ALTER SEQUENCE " + sequence.name() + " RESTART WITH " + value.toPlainString();
    }
}
