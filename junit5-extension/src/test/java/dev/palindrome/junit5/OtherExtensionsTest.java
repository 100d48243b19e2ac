package dev.palindrome.junit5;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.MethodName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestInstanceFactoryContext;
import org.junit.jupiter.api.extension.TestInstancePreConstructCallback;

/** What becomes of the rows of other extensions, above and below the annotation. */
class OtherExtensionsTest {

    private static DataSource database;

    static class BeforeEachWriter implements BeforeEachCallback {

        @Override
        public void beforeEach(ExtensionContext context) throws SQLException {
            Orders.add(database, context.getRequiredTestMethod().getName());
        }
    }

    static class BeforeConstructorWriter implements TestInstancePreConstructCallback {

        @Override
        public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext rootContext) {
            return ExtensionContextScope.TEST_METHOD;
        }

        @Override
        public void preConstructTestInstance(TestInstanceFactoryContext instance, ExtensionContext context)
                throws SQLException {
            Orders.add(database, context.getRequiredTestMethod().getName());
        }
    }

    @TestMethodOrder(MethodName.class)
    abstract static class TwoTests {

        @BeforeAll
        static void remember(DataSource dataSource) {
            database = dataSource;
        }

        @Test
        void one() throws SQLException {
            Seen.line(Orders.customers(database).toString());
        }

        @Test
        void two() throws SQLException {
            Seen.line(Orders.customers(database).toString());
        }
    }

    @ExtendWith(BeforeEachWriter.class)
    @MigratedDatabase
    static class BeforeEachAbove extends TwoTests {}

    @MigratedDatabase
    @ExtendWith(BeforeEachWriter.class)
    static class BeforeEachBelow extends TwoTests {}

    @ExtendWith(BeforeConstructorWriter.class)
    @MigratedDatabase
    static class BeforeConstructorAbove extends TwoTests {}

    @MigratedDatabase
    @ExtendWith(BeforeConstructorWriter.class)
    static class BeforeConstructorBelow extends TwoTests {}

    @TestInstance(Lifecycle.PER_CLASS)
    @ExtendWith(BeforeEachWriter.class)
    @MigratedDatabase
    static class BeforeEachAboveOnOneInstance extends TwoTests {}

    @TestInstance(Lifecycle.PER_CLASS)
    @MigratedDatabase
    @ExtendWith(BeforeEachWriter.class)
    static class BeforeEachBelowOnOneInstance extends TwoTests {}

    @Test
    void rowsWrittenBeforeEachTestStayWhereverTheirExtensionStands() {
        assertThat(TestCases.of(BeforeEachAbove.class).pass()).containsExactly("[one]", "[two]");
        assertThat(TestCases.of(BeforeEachBelow.class).pass()).containsExactly("[one]", "[two]");
    }

    @Test
    void ofRowsWrittenAboveTheAnnotationBeforeTheConstructorTheFirstTestsAreWhatAllBeginWith() {
        assertThat(TestCases.of(BeforeConstructorAbove.class).pass()).containsExactly("[one]", "[one]");
        assertThat(TestCases.of(BeforeConstructorBelow.class).pass()).containsExactly("[one]", "[two]");
    }

    @Test
    void soItIsWithRowsWrittenBeforeEachTestWhereTestsShareAnInstance() {
        assertThat(TestCases.of(BeforeEachAboveOnOneInstance.class).pass()).containsExactly("[one]", "[one]");
        assertThat(TestCases.of(BeforeEachBelowOnOneInstance.class).pass()).containsExactly("[one]", "[two]");
    }
}
