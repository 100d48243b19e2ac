package dev.palindrome.reset.sqlserver;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlServerIdentityTest {

    private static final SqlServerIdentity UNUSED = identity("-1", "-1", Optional.empty());
    private static final SqlServerIdentity AT_SEVEN = identity("1", "3", Optional.of("7"));

    @Test
    void theLastValueWhereOneWasGivenSince() {
        assertThat(AT_SEVEN.reseed(identity("1", "3", Optional.of("10")))).contains(new BigDecimal("7"));
    }

    @Test
    void theNextValueWhereTheTableWasTruncated() {
        assertThat(AT_SEVEN.reseed(identity("1", "3", Optional.empty()))).contains(new BigDecimal("10"));
    }

    @Test
    void theValueBeforeTheFirstWhereNoneHadBeenGiven() {
        assertThat(UNUSED.reseed(identity("-1", "-1", Optional.of("-4")))).contains(new BigDecimal("0"));
    }

    @Test
    void itStandsWhereTheNextValueIsTheSame() {
        assertThat(UNUSED.isAt(identity("-1", "-1", Optional.of("0")))).isTrue();
        assertThat(UNUSED.isAt(UNUSED)).isTrue();
        assertThat(UNUSED.isAt(identity("-1", "-1", Optional.of("-1")))).isFalse();
        assertThat(AT_SEVEN.isAt(AT_SEVEN)).isTrue();
        assertThat(AT_SEVEN.isAt(identity("1", "3", Optional.empty()))).isFalse();
        assertThat(identity("1", "3", Optional.of("-2")).isAt(identity("1", "3", Optional.empty())))
                .as("another first value may have been set")
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "tinyint, 3, 0, 1",
        "tinyint, 3, 255, -1",
        "smallint, 5, -32768, 1",
        "int, 10, -2147483648, 1",
        "bigint, 19, 9223372036854775807, -1",
        "decimal, 5, -99999, 1",
        "decimal, 38, 99999999999999999999999999999999999999, -1"
    })
    void nothingComesBeforeTheFirstValueOfAType(String type, int precision, String seed, String increment) {
        SqlServerIdentity unused = new SqlServerIdentity(
                new BigDecimal(seed), new BigDecimal(increment), Optional.empty(), type, precision);
        SqlServerIdentity used = new SqlServerIdentity(
                new BigDecimal(seed), new BigDecimal(increment), Optional.of(new BigDecimal(seed)), type, precision);

        assertThat(unused.reseed(used)).isEmpty();
        assertThat(used.reseed(unused)).contains(new BigDecimal(seed).add(new BigDecimal(increment)));
    }

    private static SqlServerIdentity identity(String seed, String increment, Optional<String> last) {
        return new SqlServerIdentity(
                new BigDecimal(seed), new BigDecimal(increment), last.map(BigDecimal::new), "int", 10);
    }
}
