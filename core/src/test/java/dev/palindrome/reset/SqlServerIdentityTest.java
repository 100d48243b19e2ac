package dev.palindrome.reset;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;

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

    private static SqlServerIdentity identity(String seed, String increment, Optional<String> last) {
        return new SqlServerIdentity(new BigDecimal(seed), new BigDecimal(increment), last.map(BigDecimal::new));
    }
}
