package dev.palindrome.reset;

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
        assertThat(AT_SEVEN.putBack("[dbo].[o'c]", identity("1", "3", Optional.of("10"))))
                .isEqualTo("DBCC CHECKIDENT ('[dbo].[o''c]', RESEED, 7) WITH NO_INFOMSGS");
    }

    @Test
    void theNextValueWhereTheTableWasTruncated() {
        assertThat(AT_SEVEN.putBack("[dbo].[ö]", identity("1", "3", Optional.empty())))
                .isEqualTo("DBCC CHECKIDENT (N'[dbo].[ö]', RESEED, 10) WITH NO_INFOMSGS");
    }

    @Test
    void theValueBeforeTheFirstWhereNoneHadBeenGiven() {
        assertThat(UNUSED.putBack("[dbo].[t]", identity("-1", "-1", Optional.of("-4"))))
                .isEqualTo("DBCC CHECKIDENT ('[dbo].[t]', RESEED, 0) WITH NO_INFOMSGS");
    }

    @ParameterizedTest
    @CsvSource({
        "tinyint, 3, 0, 1",
        "tinyint, 3, 255, -1",
        "smallint, 5, -32768, 1",
        "int, 10, -2147483648, 1",
        "bigint, 19, 9223372036854775807, -1",
        "decimal, 5, -99999, 1"
    })
    void onlyTruncatingBringsTheFirstValueOfATypeBack(String type, int precision, String seed, String increment) {
        SqlServerIdentity unused = new SqlServerIdentity(
                new BigDecimal(seed), new BigDecimal(increment), Optional.empty(), type, precision);
        SqlServerIdentity used = new SqlServerIdentity(
                new BigDecimal(seed), new BigDecimal(increment), Optional.of(new BigDecimal(seed)), type, precision);

        assertThat(unused.putBack("[dbo].[o'c]", used))
                .isEqualTo("IF EXISTS (SELECT * FROM [dbo].[o'c]) THROW 50000,"
                        + " 'The identity of [dbo].[o''c] cannot be put back: it has rows.', 1;"
                        + " TRUNCATE TABLE [dbo].[o'c]");
        assertThat(used.putBack("[dbo].[t]", unused))
                .isEqualTo("DBCC CHECKIDENT ('[dbo].[t]', RESEED, %s) WITH NO_INFOMSGS"
                        .formatted(new BigDecimal(seed).add(new BigDecimal(increment))));
    }

    private static SqlServerIdentity identity(String seed, String increment, Optional<String> last) {
        return new SqlServerIdentity(
                new BigDecimal(seed), new BigDecimal(increment), last.map(BigDecimal::new), "int", 10);
    }
}
