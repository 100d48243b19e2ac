package dev.palindrome.junit5;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.TestDatabase;
import dev.palindrome.migration.Migrations;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class SeveralDatabasesTest {

    @Test
    void aNameSaysWhichOneIsMeant() {
        assertThat(TestCases.of(OrdersAndAuditTestCase.class).pass()).containsExactly("[Ada]", "[ordered]");
    }

    @Test
    void withoutANameItIsTheOneThatHasNone() {
        assertThat(TestCases.of(OneUnnamedTestCase.class).pass()).containsExactly("2", "1");
    }

    @Test
    void theOnlyOneNeedsNoQualifier() {
        assertThat(TestCases.of(OnlyOneTestCase.class).pass())
                .containsExactly("palindrome_several_databases_test_only_one_test_case_orders");
    }

    @Test
    void theQualifierMayStandOnAnAnnotation() {
        assertThat(TestCases.of(OwnQualifierTestCase.class).pass()).containsExactly("2", "1");
    }

    @Test
    void aSubclassMayAddOneToTheInherited() {
        assertThat(TestCases.of(SubclassTestCase.class).pass()).containsExactly("2", "1");
    }

    @MigratedDatabase(name = "orders")
    @MigratedDatabase(name = "audit", locations = "classpath:db/audit", flyway = "placeholders.what=ordered")
    static class OrdersAndAuditTestCase {

        @Test
        void writesToBoth(@OnDatabase("orders") DataSource orders, @OnDatabase("audit") Connection audit)
                throws SQLException {
            Orders.add(orders, "Ada");
            audit.createStatement().execute("INSERT INTO dbo.audit_records DEFAULT VALUES");
            Seen.line(Orders.customers(orders).toString());
            Seen.line(Orders.column(audit, "SELECT what FROM dbo.audit_records").toString());
        }
    }

    @MigratedDatabase
    @MigratedDatabase(name = "old", target = "1")
    static class OneUnnamedTestCase {

        @Test
        void both(Migrations migrations, @OnDatabase("old") Migrations old) {
            lines(migrations, old);
        }
    }

    private static void lines(Migrations migrations, Migrations old) {
        Seen.line(migrations.current().orElseThrow().version());
        Seen.line(old.current().orElseThrow().version());
    }

    @MigratedDatabase(name = "orders")
    static class OnlyOneTestCase {

        @Test
        void one(TestDatabase database) {
            Seen.line(database.name().substring(0, database.name().lastIndexOf('_')));
        }
    }

    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.PARAMETER)
    @OnDatabase("old")
    @interface Old {}

    @MigratedDatabase(name = "new")
    @MigratedDatabase(name = "old", target = "1")
    static class OwnQualifierTestCase {

        @Test
        void both(@OnDatabase("new") Migrations migrations, @Old Migrations old) {
            lines(migrations, old);
        }
    }

    @MigratedDatabase(name = "old", target = "1")
    abstract static class SuperclassTestCase {}

    @MigratedDatabase
    static class SubclassTestCase extends SuperclassTestCase {

        @Test
        void both(Migrations migrations, @OnDatabase("old") Migrations old) {
            lines(migrations, old);
        }
    }
}
