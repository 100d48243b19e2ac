package dev.palindrome.junit5;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.junit5.declaration.UserClass;
import dev.palindrome.seed.SeedContext;
import dev.palindrome.seed.SeedException;
import dev.palindrome.seed.Seeder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

class SeedMisuseTest {

    private static final String ME = SeedMisuseTest.class.getName();

    @Test
    void noRowCount() {
        assertRefused(
                NoCountTestCase.class,
                "@Seed on SeedMisuseTest.NoCountTestCase: \"orders\" does not say which table gets how many rows:"
                        + " write it as \"users:10\".");
    }

    @Test
    void aNegativeRowCount() {
        assertRefused(
                NegativeTestCase.class,
                "@Seed on SeedMisuseTest.NegativeTestCase: orders cannot get -1 rows: the number must be 0 or more.");
    }

    @Test
    void aRowCountThatIsNoNumberOnAMethod() {
        assertRefused(
                NoNumberTestCase.class,
                "@Seed on SeedMisuseTest.NoNumberTestCase.test: \"orders:x\" does not say which table gets how many"
                        + " rows: write it as \"users:10\".");
    }

    @Test
    void whatIsInheritedIsNamedAfterTheClassThatCarriesIt() {
        assertRefused(
                SubclassTestCase.class,
                "@Seed on SeedMisuseTest.NoCountTestCase: \"orders\" does not say which table gets how many rows:"
                        + " write it as \"users:10\".");
    }

    @Test
    void nothingToPutIn() {
        assertRefused(
                NothingTestCase.class,
                "@Seed on SeedMisuseTest.NothingTestCase: it says nothing to put in."
                        + " Name scripts, data, tables to fill or a seeder.");
    }

    @Test
    void aTableThatIsNotThere() {
        assertThat(TestCases.of(NoTableTestCase.class).fail())
                .isExactlyInstanceOf(SeedException.class)
                .hasMessage(
                        "@Seed on SeedMisuseTest.NoTableTestCase: There is no table dbo.nobody. There are: dbo.orders.");
    }

    @Test
    void nothingIsMigratedYet() {
        assertThat(TestCases.of(BaseTestCase.class).fail())
                .isExactlyInstanceOf(SeedException.class)
                .hasMessageStartingWith("@Seed on SeedMisuseTest.BaseTestCase: There is no table dbo.orders.");
    }

    @Test
    void anInnerClass() {
        assertRefused(
                InnerTestCase.class,
                "@Seed on SeedMisuseTest.InnerTestCase: the seeder " + ME + "$Inner cannot be made, because it belongs"
                        + " to an instance of its outer class. Make it static.");
    }

    @Test
    void anAbstractClass() {
        assertRefused(
                AbstractTestCase.class,
                "@Seed on SeedMisuseTest.AbstractTestCase: the seeder " + ME + "$Unfinished cannot be made, because it"
                        + " is abstract. Name a class that can be instantiated.");
    }

    @Test
    void aConstructorWithArguments() {
        assertRefused(
                ArgumentsTestCase.class,
                "@Seed on SeedMisuseTest.ArgumentsTestCase: the seeder " + ME + "$Arguments cannot be made, because it"
                        + " has no constructor without arguments. Give it one.");
    }

    @Test
    void aClassInsideAMethod() {
        class Local implements Seeder {

            @Override
            public void seed(SeedContext context) {}
        }
        assertThat(UserClass.whyNot("seeder", Local.class))
                .contains("the seeder " + Local.class.getName() + " cannot be made, because it is declared inside a"
                        + " method. Make it top-level or static nested.");
    }

    @Test
    void aConstructorThatFails() {
        assertThat(TestCases.of(FailingConstructorTestCase.class).fail())
                .isExactlyInstanceOf(SeedException.class)
                .hasMessage("@Seed on SeedMisuseTest.FailingConstructorTestCase: the constructor of the seeder " + ME
                        + "$FailingConstructor failed: as it shall")
                .hasRootCauseExactlyInstanceOf(IllegalStateException.class);
    }

    @Test
    void noDatabase() {
        assertRefused(
                NoDatabaseTestCase.class,
                "@Seed on SeedMisuseTest.NoDatabaseTestCase needs a database, but SeedMisuseTest.NoDatabaseTestCase has"
                        + " no @MigratedDatabase.");
    }

    @Test
    void noDatabaseForAMethod() {
        assertRefused(
                NoDatabaseForMethodTestCase.class,
                "@Seed on SeedMisuseTest.NoDatabaseForMethodTestCase.test needs a database, but"
                        + " SeedMisuseTest.NoDatabaseForMethodTestCase has no @MigratedDatabase.");
    }

    @Test
    void aDatabaseThatIsNotThere() {
        assertRefused(
                UnknownTestCase.class,
                "@Seed on SeedMisuseTest.UnknownTestCase asks for the database \"payments\", but the databases are:"
                        + " one without a name.");
    }

    @Test
    void severalDatabasesAndNoneNamed() {
        assertRefused(
                AmbiguousTestCase.class,
                "@Seed on SeedMisuseTest.AmbiguousTestCase does not say which database it means. Set its database to"
                        + " one of these names: \"orders\", \"audit\".");
    }

    @Test
    void aMethodThatIsNoTest() {
        assertRefused(
                LifecycleTestCase.class,
                "@Seed on SeedMisuseTest.LifecycleTestCase.before: this is no test."
                        + " Put it on a test method or on the class.");
    }

    private static void assertRefused(Class<?> testCase, String message) {
        assertThat(TestCases.of(testCase).fail())
                .isExactlyInstanceOf(ExtensionConfigurationException.class)
                .hasMessage(message);
    }

    abstract static class OneTest {

        @Test
        void test() {}
    }

    @MigratedDatabase
    @Seed(fill = {"orders:1", "orders"})
    static class NoCountTestCase extends OneTest {}

    static class SubclassTestCase extends NoCountTestCase {}

    @MigratedDatabase
    @Seed(fill = "orders:-1")
    static class NegativeTestCase extends OneTest {}

    @MigratedDatabase
    static class NoNumberTestCase {

        @Test
        @Seed(fill = "orders:x")
        void test() {}
    }

    @MigratedDatabase
    @Seed
    static class NothingTestCase extends OneTest {}

    @MigratedDatabase
    @Seed(fill = "nobody:1")
    static class NoTableTestCase extends OneTest {}

    @MigratedDatabase(target = "base")
    @Seed(fill = "orders:1")
    static class BaseTestCase extends OneTest {}

    class Inner implements Seeder {

        @Override
        public void seed(SeedContext context) {}
    }

    @MigratedDatabase
    @Seed(Inner.class)
    static class InnerTestCase extends OneTest {}

    abstract static class Unfinished implements Seeder {}

    @MigratedDatabase
    @Seed(Unfinished.class)
    static class AbstractTestCase extends OneTest {}

    record Arguments(int rows) implements Seeder {

        @Override
        public void seed(SeedContext context) {}
    }

    @MigratedDatabase
    @Seed(Arguments.class)
    static class ArgumentsTestCase extends OneTest {}

    static class FailingConstructor implements Seeder {

        FailingConstructor() {
            throw new IllegalStateException("as it shall");
        }

        @Override
        public void seed(SeedContext context) {}
    }

    @MigratedDatabase
    @Seed(FailingConstructor.class)
    static class FailingConstructorTestCase extends OneTest {}

    @Seed(fill = "orders:1")
    static class NoDatabaseTestCase extends OneTest {}

    static class NoDatabaseForMethodTestCase {

        @Test
        @Seed(fill = "orders:1")
        void test() {}
    }

    @MigratedDatabase
    @Seed(fill = "orders:1", database = "payments")
    static class UnknownTestCase extends OneTest {}

    @MigratedDatabase(name = "orders")
    @MigratedDatabase(name = "audit")
    @Seed(fill = "orders:1")
    static class AmbiguousTestCase extends OneTest {}

    @MigratedDatabase
    static class LifecycleTestCase extends OneTest {

        @BeforeEach
        @Seed(fill = "orders:1")
        void before() {}
    }
}
