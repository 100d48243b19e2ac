package dev.palindrome.junit5;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.TestDatabase;
import dev.palindrome.error.PalindromeException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ParameterResolutionException;

class MisuseTest {

    @Test
    void twoDatabasesAndNoQualifier() {
        assertParameterRefused(
                AmbiguousTestCase.class,
                "Parameter 1 of MisuseTest.AmbiguousTestCase.test, a DataSource, does not say which database it means."
                        + " Put @OnDatabase before it with one of these names: \"orders\", \"audit\".");
    }

    @Test
    void aDatabaseThatIsNotThere() {
        assertParameterRefused(
                UnknownTestCase.class,
                "Parameter 2 of MisuseTest.UnknownTestCase.test, a Connection, asks for the database \"payments\","
                        + " but the databases are: \"orders\", \"audit\".");
    }

    @Test
    void aDatabaseThatIsNotThereForAPerClassConstructor() {
        assertParameterRefused(
                UnknownToConstructorTestCase.class,
                "Parameter 1 of the constructor of MisuseTest.UnknownToConstructorTestCase, a DataSource, asks for the"
                        + " database \"payments\", but the databases are: one without a name.");
    }

    @Test
    void aQualifierWithoutTheAnnotation() {
        assertParameterRefused(
                NoAnnotationTestCase.class,
                "Parameter 1 of MisuseTest.NoAnnotationTestCase.test, a DataSource, asks for the database \"orders\","
                        + " but MisuseTest.NoAnnotationTestCase has no @MigratedDatabase.");
    }

    @Test
    void aQualifierOnSomethingElse() {
        assertParameterRefused(
                WrongTypeTestCase.class,
                "Parameter 1 of MisuseTest.WrongTypeTestCase.test, a String, carries @OnDatabase, but only a"
                        + " TestDatabase, DataSource, Connection, Migrations or SchemaSnapshot can come from there.");
    }

    @Test
    void aParameterThatNobodyKnowsIsLeftToJUnit() {
        assertThat(TestCases.of(UnknownTypeTestCase.class).fail())
                .isInstanceOf(ParameterResolutionException.class)
                .hasMessageStartingWith("No ParameterResolver registered for parameter [java.lang.StringBuilder");
    }

    @Test
    void noAnnotationAtAllIsLeftToJUnit() {
        assertThat(TestCases.of(NothingTestCase.class).fail())
                .isInstanceOf(ParameterResolutionException.class)
                .hasMessageStartingWith("No ParameterResolver registered for parameter [javax.sql.DataSource");
    }

    @Test
    void twoDatabasesOfOneName() {
        assertClassRefused(
                SameNameTestCase.class,
                "MisuseTest.SameNameTestCase has two databases called \"orders\"."
                        + " Give each @MigratedDatabase a name of its own.");
    }

    @Test
    void twoEqualAnnotations() {
        assertClassRefused(
                TwiceTestCase.class,
                "MisuseTest.TwiceTestCase has two databases without a name."
                        + " Give each @MigratedDatabase a name of its own.");
    }

    @Test
    void oneOfItsOwnAndOneByWayOfAnotherAnnotation() {
        assertClassRefused(
                OnceAndByMetaAnnotationTestCase.class,
                "MisuseTest.OnceAndByMetaAnnotationTestCase has two databases without a name."
                        + " Give each @MigratedDatabase a name of its own.");
    }

    @Test
    void aFlywaySettingWithoutAValue() {
        assertClassRefused(
                FlywayTestCase.class,
                "@MigratedDatabase on MisuseTest.FlywayTestCase: flyway holds \"placeholders.env\"."
                        + " Write each entry as name=value.");
    }

    @Test
    void anOptionWithoutAName() {
        assertClassRefused(
                OptionTestCase.class,
                "@MigratedDatabase(name = \"orders\") on MisuseTest.OptionTestCase: options holds \"=ON\"."
                        + " Write each entry as name=value.");
    }

    @Test
    void anOptionSaidTwice() {
        assertClassRefused(
                OptionTwiceTestCase.class,
                "@MigratedDatabase on MisuseTest.OptionTwiceTestCase: options says twice what"
                        + " READ_COMMITTED_SNAPSHOT is. Say it once.");
    }

    @Test
    void whatIsInheritedIsNamedAfterTheClassThatCarriesIt() {
        assertClassRefused(
                SubclassTestCase.class,
                "@MigratedDatabase on MisuseTest.FlywayTestCase: flyway holds \"placeholders.env\"."
                        + " Write each entry as name=value.");
    }

    @Test
    void aSettingThatMakesNoSense() {
        Throwable failure = TestCases.of(PlainTestCase.class)
                .with("palindrome.keep", "sometimes")
                .fail();
        assertThat(failure)
                .isInstanceOf(PalindromeException.class)
                .hasMessage("palindrome.keep is 'sometimes', which is no answer."
                        + " Set it to never, on-failure or always.");
    }

    @Test
    void anAnswerThatIsNeitherYesNorNo() {
        assertThat(TestCases.of(PlainTestCase.class)
                        .with("palindrome.report-leaks", "yes")
                        .fail())
                .isInstanceOf(PalindromeException.class)
                .hasMessage("palindrome.report-leaks is 'yes', which is no answer. Set it to false or true.");
    }

    @Test
    void aConnectionToADatabaseThatIsGone() {
        assertThat(TestCases.of(GoneTestCase.class).fail())
                .isExactlyInstanceOf(ParameterResolutionException.class)
                .hasMessageStartingWith("Parameter 1 of MisuseTest.GoneTestCase.test, a Connection, cannot be opened: ")
                .hasCauseInstanceOf(SQLException.class);
    }

    private static void assertParameterRefused(Class<?> testCase, String message) {
        assertThat(TestCases.of(testCase).fail())
                .isExactlyInstanceOf(ParameterResolutionException.class)
                .hasMessage(message);
    }

    private static void assertClassRefused(Class<?> testCase, String message) {
        assertThat(TestCases.of(testCase).fail())
                .isExactlyInstanceOf(ExtensionConfigurationException.class)
                .hasMessage(message);
    }

    @MigratedDatabase(name = "orders")
    @MigratedDatabase(name = "audit")
    static class AmbiguousTestCase {

        @Test
        void test(DataSource dataSource) {}
    }

    @MigratedDatabase(name = "orders")
    @MigratedDatabase(name = "audit")
    static class UnknownTestCase {

        @Test
        void test(@OnDatabase("orders") DataSource orders, @OnDatabase("payments") Connection payments) {}
    }

    @MigratedDatabase
    @TestInstance(Lifecycle.PER_CLASS)
    static class UnknownToConstructorTestCase {

        UnknownToConstructorTestCase(@OnDatabase("payments") DataSource payments) {
            Seen.thing("payments", payments);
        }

        @Test
        void test() {}
    }

    static class NoAnnotationTestCase {

        @Test
        void test(@OnDatabase("orders") DataSource orders) {}
    }

    @MigratedDatabase
    static class WrongTypeTestCase {

        @Test
        void test(@OnDatabase("") String orders) {}
    }

    @MigratedDatabase
    static class UnknownTypeTestCase {

        @Test
        void test(StringBuilder text) {}
    }

    static class NothingTestCase {

        @Test
        void test(DataSource dataSource) {}
    }

    @MigratedDatabase(name = "orders")
    @MigratedDatabase(name = "orders", target = "1")
    static class SameNameTestCase {

        @Test
        void test() {}
    }

    @MigratedDatabase
    @MigratedDatabase
    static class TwiceTestCase {

        @Test
        void test() {}
    }

    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE)
    @MigratedDatabase
    @interface Migrated {}

    @Migrated
    @MigratedDatabase
    static class OnceAndByMetaAnnotationTestCase {

        @Test
        void test() {}
    }

    @MigratedDatabase(flyway = {"table=history", "placeholders.env"})
    static class FlywayTestCase {

        @Test
        void test() {}
    }

    @MigratedDatabase(name = "orders", options = "=ON")
    static class OptionTestCase {

        @Test
        void test() {}
    }

    @MigratedDatabase(options = {"READ_COMMITTED_SNAPSHOT=ON", "READ_COMMITTED_SNAPSHOT=OFF"})
    static class OptionTwiceTestCase {

        @Test
        void test() {}
    }

    @MigratedDatabase
    static class GoneTestCase {

        @BeforeEach
        void shutDown(TestDatabase database) {
            database.close();
        }

        @Test
        void test(Connection connection) {}
    }

    static class SubclassTestCase extends FlywayTestCase {}

    @MigratedDatabase
    static class PlainTestCase {

        @Test
        void test() {}
    }
}
