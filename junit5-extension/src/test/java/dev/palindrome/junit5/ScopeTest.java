package dev.palindrome.junit5;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.CapturedLog;
import dev.palindrome.TestDatabase;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Which class a database belongs to, and where else it is seen. */
class ScopeTest {

    @Test
    void aNestedClassSharesTheDatabaseOfTheOuterOne() {
        assertThat(TestCases.of(OuterTestCase.class).pass())
                .containsExactly("scope_test_outer_test_case", "scope_test_outer_test_case");
    }

    @Test
    void oneDatabaseIsMadeForBoth() {
        try (CapturedLog log = new CapturedLog(MigratedDatabase.class)) {
            TestCases.of(OuterTestCase.class).pass();
            assertThat(log.lines()).hasSize(1);
        }
    }

    @Test
    void aNestedClassMayHaveItsOwnWhileTheOuterMethodsKeepTheirs() {
        assertThat(TestCases.of(OwnInsideTestCase.class).pass())
                .containsExactly(
                        "constructor scope_test_own_inside_test_case",
                        "before scope_test_own_inside_test_case",
                        "inner scope_test_own_inside_test_case_inner_test_case");
    }

    @Test
    void aNestedClassMayAddAnotherDatabase() {
        assertThat(TestCases.of(OneMoreInsideTestCase.class).pass())
                .containsExactly(
                        "scope_test_one_more_inside_test_case",
                        "scope_test_one_more_inside_test_case_inner_test_case_more");
    }

    @Test
    void aNestedClassMayBeTheOnlyOneWithADatabase() {
        assertThat(TestCases.of(OnlyInsideTestCase.class).pass())
                .containsExactly("scope_test_only_inside_test_case_inner_test_case");
    }

    @Test
    void subclassesInheritTheAnnotationButNotTheDatabase() {
        assertThat(TestCases.of(FirstSubclassTestCase.class, SecondSubclassTestCase.class)
                        .pass())
                .containsExactlyInAnyOrder(
                        "scope_test_first_subclass_test_case at 1", "scope_test_second_subclass_test_case at 1");
    }

    @Test
    void aSubclassesOwnAnnotationReplacesTheInheritedOne() {
        assertThat(TestCases.of(ReplacingTestCase.class).pass()).containsExactly("scope_test_replacing_test_case at 2");
    }

    @Test
    void theAnnotationMayStandOnAnInterface() {
        assertThat(TestCases.of(ImplementingTestCase.class).pass())
                .containsExactly("scope_test_implementing_test_case at 1");
    }

    @Test
    void theAnnotationMayStandOnAnAnnotation() {
        assertThat(TestCases.of(MetaAnnotatedTestCase.class).pass())
                .containsExactly("scope_test_meta_annotated_test_case at 1");
    }

    @Test
    void aPerClassConstructorIsServedThoughItComesFirst() {
        try (CapturedLog log = new CapturedLog(MigratedDatabase.class)) {
            assertThat(TestCases.of(PerClassTestCase.class).pass())
                    .containsExactly(
                            "scope_test_per_class_test_case", "scope_test_per_class_test_case_inner_test_case_inner");
            assertThat(log.lines()).hasSize(2);
        }
    }

    private static String purpose(TestDatabase database) {
        String name = database.name();
        return name.substring("palindrome_".length(), name.lastIndexOf('_'));
    }

    @MigratedDatabase
    static class OuterTestCase {

        @Test
        void outer(TestDatabase database) {
            Seen.line(purpose(database));
        }

        @Nested
        class InnerTestCase {

            @Test
            void inner(TestDatabase database) {
                Seen.line(purpose(database));
            }
        }
    }

    @MigratedDatabase
    static class OwnInsideTestCase {

        OwnInsideTestCase(TestDatabase database) {
            Seen.line("constructor " + purpose(database));
        }

        @BeforeEach
        void before(TestDatabase database) {
            Seen.line("before " + purpose(database));
        }

        @Nested
        @MigratedDatabase
        class InnerTestCase {

            @Test
            void inner(TestDatabase database) {
                Seen.line("inner " + purpose(database));
            }
        }
    }

    @MigratedDatabase
    static class OneMoreInsideTestCase {

        @Nested
        @MigratedDatabase(name = "more")
        class InnerTestCase {

            @Test
            void inner(TestDatabase database, @OnDatabase("more") TestDatabase more) {
                Seen.line(purpose(database));
                Seen.line(purpose(more));
            }
        }
    }

    static class OnlyInsideTestCase {

        @Nested
        @MigratedDatabase
        class InnerTestCase {

            @Test
            void inner(TestDatabase database) {
                Seen.line(purpose(database));
            }
        }
    }

    @MigratedDatabase(target = "1")
    abstract static class AbstractTestCase {

        @Test
        void inherited(TestDatabase database) {
            Seen.line(purpose(database) + " at "
                    + database.migrations().current().orElseThrow().version());
        }
    }

    static class FirstSubclassTestCase extends AbstractTestCase {}

    static class SecondSubclassTestCase extends AbstractTestCase {}

    @MigratedDatabase
    static class ReplacingTestCase extends AbstractTestCase {}

    @MigratedDatabase(target = "1")
    interface WithDatabase {

        @Test
        default void inherited(TestDatabase database) {
            Seen.line(purpose(database) + " at "
                    + database.migrations().current().orElseThrow().version());
        }
    }

    static class ImplementingTestCase implements WithDatabase {}

    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE)
    @MigratedDatabase(target = "1")
    @interface FirstVersion {}

    @FirstVersion
    static class MetaAnnotatedTestCase {

        @Test
        void isAtTheFirstVersion(TestDatabase database) {
            Seen.line(purpose(database) + " at "
                    + database.migrations().current().orElseThrow().version());
        }
    }

    @MigratedDatabase
    @TestInstance(Lifecycle.PER_CLASS)
    static class PerClassTestCase {

        private final TestDatabase database;

        PerClassTestCase(TestDatabase database) {
            this.database = database;
        }

        @Test
        void hasItsDatabase(DataSource dataSource) throws SQLException {
            Orders.add(dataSource, "Ada");
            assertThat(Orders.customers(database.dataSource())).isEqualTo(List.of("Ada"));
            Seen.line(purpose(database));
        }

        @Nested
        @TestInstance(Lifecycle.PER_CLASS)
        @MigratedDatabase(name = "inner")
        class InnerTestCase {

            private final TestDatabase inner;

            InnerTestCase(@OnDatabase("inner") TestDatabase inner) {
                this.inner = inner;
            }

            @Test
            void hasItsDatabase() {
                Seen.line(purpose(inner));
            }
        }
    }
}
