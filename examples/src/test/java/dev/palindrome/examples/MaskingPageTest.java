package dev.palindrome.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.TestDatabase;
import dev.palindrome.junit5.Mask;
import dev.palindrome.junit5.MigratedDatabase;
import dev.palindrome.production.MaskContext;
import dev.palindrome.production.MaskFunction;
import dev.palindrome.production.MaskReport;
import dev.palindrome.production.MaskRules;
import dev.palindrome.production.Masking;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** What docs/masking.md shows; {@link SnippetsTest} holds them together. */
class MaskingPageTest {

    @Test
    void rowsThatAreThereAreMasked() throws SQLException {
        try (TestDatabase database = TestDatabase.builder().start();
                Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO dbo.users (username, email, phone_number)"
                    + " VALUES (N'ann', N'ann@shop.test', N'+49 30 1234567')");

            MaskRules rules = MaskRules.parse("""
                    users.username     = username
                    users.email        = "{username}@example.com"
                    * like %phone%     = phone
                    """);
            MaskReport report = Masking.of(database.dataSource(), rules).mask();

            assertThat(report.masked())
                    .containsOnlyKeys("dbo.users.username", "dbo.users.email", "dbo.users.phone_number");
            try (ResultSet row = statement.executeQuery("SELECT username, email, phone_number FROM dbo.users")) {
                assertThat(row.next()).isTrue();
                assertThat(row.getString("username")).isNotEqualTo("ann");
                assertThat(row.getString("email")).isEqualTo(row.getString("username") + "@example.com");
                assertThat(row.getString("phone_number")).startsWith("+49 ").isNotEqualTo("+49 30 1234567");
            }
        }
    }

    @MigratedDatabase(backup = "backups/prod.bak")
    @Mask({"users.email    = email", "users.username = username", "* like %phone% = phone"})
    static class WithBackup {}

    @MigratedDatabase(backup = "backups/prod.bak")
    @Mask(files = "classpath:masking.rules")
    static class WithFile {}

    @MigratedDatabase(backup = "backups/prod.bak")
    @Mask({
        "users.profile $.contact.email = email",
        "users.profile $.phones[*]     = phone",
        "users.profile $..birthDate    = date of birth"
    })
    static class WithPaths {}

    /** The last digit, which our own programs read, stays. */
    public static class CustomerNumbers implements MaskFunction {

        @Override
        public Object mask(Object original, MaskContext context) {
            String number = original.toString();
            return context.number(100_000) + number.substring(number.length() - 1);
        }
    }
}
