package dev.palindrome.junit5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.junit5.masked.MaskedTestCase;
import dev.palindrome.production.MaskException;
import dev.palindrome.production.MaskRules;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

class MaskTest {

    @Test
    void whatPackageAndInterfacesSayComesFirst() {
        assertThat(maskOf(MaskedTestCase.class)).hasToString(lines("""
                * like %mail% = email
                users.first_name = first name
                users.last_name = last name
                users.phone = phone"""));
    }

    @Test
    void whatASuperclassOrAnotherAnnotationSaysCounts() {
        assertThat(maskOf(ChildTestCase.class)).hasToString(lines("""
                users.email = email
                users.phone = null"""));
    }

    @Test
    void ofSeveralDatabasesEachHasItsOwn() {
        assertThat(DatabaseRequest.of(SeveralTestCase.class))
                .extracting(request -> request.name() + ": " + request.mask())
                .containsExactly("orders: a.b = email", "audit: ");
    }

    @Test
    void aDatabaseThatThereIsNotIsRefused() {
        assertThatThrownBy(() -> DatabaseRequest.of(OtherDatabaseTestCase.class))
                .isInstanceOf(ExtensionConfigurationException.class)
                .hasMessage(
                        "@Mask on MaskTest.OtherDatabaseTestCase: there is no database \"order\". Name one of the class's,"
                                + " or leave database out for all of them.");
    }

    @Test
    void aLineThatIsNoRuleIsNamedWithItsPlace() {
        assertThatThrownBy(() -> DatabaseRequest.of(WrongTestCase.class))
                .isInstanceOf(ExtensionConfigurationException.class)
                .hasCauseInstanceOf(MaskException.class)
                .hasMessageStartingWith("@Mask on MaskTest.WrongTestCase, line 2: keep is without a reason.");
    }

    /** JUnit asks for locks before it runs any class, and all would fail. */
    @Test
    void aLineThatIsNoRuleStopsItsClassAlone() {
        assertThat(new DatabaseLocks().provideForClass(WrongTestCase.class)).isEmpty();
        assertThat(new DatabaseLocks().provideForNestedClass(List.of(), WrongTestCase.class))
                .isEmpty();
        assertThat(TestCases.of(WrongRowsTestCase.class).fail())
                .hasMessageStartingWith("@Mask on MaskTest.WrongRowsTestCase, line 1: there is no kind fone");
    }

    /** So that classes of one package share databases, and others do not. */
    @Test
    void equalRulesMakeEqualRequests() {
        assertThat(maskOf(ChildTestCase.class)).isEqualTo(MaskRules.parse("users.email = email\nusers.phone = null"));
        assertThat(DatabaseRequest.of(WrittenTestCase.class)).isNotEqualTo(DatabaseRequest.of(PlainTestCase.class));
    }

    @Test
    void testsSeeMaskedRows() {
        assertThat(TestCases.of(RowsTestCase.class).pass()).containsExactly("masked");
    }

    @Test
    void testsSeeMaskedMembersOfJson() {
        assertThat(TestCases.of(MembersTestCase.class).pass())
                .containsExactly("{\"theme\": 1.50, \"forward\": [\"…\", null]}");
    }

    @Test
    void aBackupWithoutRulesStopsTheClass() {
        assertThat(TestCases.of(BackupTestCase.class).fail())
                .hasMessageStartingWith(
                        "@MigratedDatabase on MaskTest.BackupTestCase: The backup backups/prod.bak is not restored:"
                                + " nobody says what becomes of personal data in it");
    }

    @MigratedDatabase(target = "base")
    @Mask("people.phone = fone")
    static class WrongRowsTestCase {

        @Test
        void isNotRun() {}
    }

    private static MaskRules maskOf(Class<?> testCase) {
        return DatabaseRequest.of(testCase).get(0).mask();
    }

    private static String lines(String text) {
        return text.replace("\n", System.lineSeparator());
    }

    @MigratedDatabase(schemaScript = "classpath:legacy/orders.sql", baseline = "1")
    @Mask("orders.customer = full name")
    static class RowsTestCase {

        @Test
        void sees(Connection connection) throws SQLException {
            Seen.line(Orders.customers(connection).contains("Ada") ? "real" : "masked");
        }
    }

    @MigratedDatabase(schemaScript = "classpath:legacy/mailboxes.sql", baseline = "1")
    @Mask({"orders.customer = full name", "mailboxes.email = email", "mailboxes.settings $.forward[*] = email"})
    static class MembersTestCase {

        @Test
        void sees(Connection connection) throws SQLException {
            String email =
                    Orders.column(connection, "SELECT email FROM dbo.mailboxes").get(0);
            String settings = Orders.column(connection, "SELECT settings FROM dbo.mailboxes")
                    .get(0);
            Seen.line(email.contains("real") ? email : settings.replace(email, "…"));
        }
    }

    @MigratedDatabase(backup = "backups/prod.bak")
    static class BackupTestCase {

        @Test
        void neverRuns(Connection connection) {
            Seen.line("ran on " + connection);
        }
    }

    @Retention(RetentionPolicy.RUNTIME)
    @Mask("users.phone = null")
    @interface WithoutPhones {}

    @MigratedDatabase
    @Mask("users.email = email")
    static class ParentTestCase {}

    @WithoutPhones
    static class ChildTestCase extends ParentTestCase {}

    @MigratedDatabase(name = "orders")
    @MigratedDatabase(name = "audit")
    @Mask(value = "a.b = email", database = "orders")
    static class SeveralTestCase {}

    @MigratedDatabase(name = "orders")
    @Mask(value = "a.b = email", database = "order")
    static class OtherDatabaseTestCase {}

    @MigratedDatabase
    @Mask({"a.b = email", "a.c = keep"})
    static class WrongTestCase {}

    @MigratedDatabase
    static class PlainTestCase {}

    @MigratedDatabase
    @Mask("a.b = email")
    static class WrittenTestCase {}
}
