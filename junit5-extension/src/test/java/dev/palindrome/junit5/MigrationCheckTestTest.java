package dev.palindrome.junit5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.skippedWithReason;

import dev.palindrome.check.MigrationCheckError;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** What comes of a check in a test class. */
class MigrationCheckTestTest {

    @Test
    void eachMigrationHasAnInvocationNamedAfterIt() {
        assertThat(TestCases.of(DefaultTestCase.class).pass())
                .containsExactly("V1 orders [U1__orders.sql]", "V2 note [U2__note.sql]");
    }

    @Test
    void aFindingFailsItsMigrationAlone() {
        assertThat(TestCases.of(FindingTestCase.class).fail())
                .isInstanceOf(MigrationCheckError.class)
                .extracting(Throwable::getMessage)
                .asString()
                .startsWith("V2__nickname.sql:1: PAL011 dbo.people gets the column nickname");
        assertThat(Seen.all())
                .containsExactly(
                        "V1 people [U1__people.sql]", "V2 nickname [U2__nickname.sql]", "V3 index [U3__index.sql]");
    }

    @Test
    void aFindingMayBeAccepted() {
        assertThat(TestCases.of(AllowedTestCase.class).pass()).hasSize(3);
    }

    @Test
    void theScriptsAreThoseOfTheClassesDatabase() {
        assertThat(TestCases.of(DeclaredTestCase.class).fail())
                .hasMessageStartingWith("V2__books.sql:1: PAL004 nothing undoes it.");
        assertThat(TestCases.of(AroundTestCase.class).fail())
                .hasMessageStartingWith("V2__books.sql:1: PAL004 nothing undoes it.");
    }

    @Test
    void ofSeveralDatabasesOneIsNamed() {
        assertThat(TestCases.of(NamedTestCase.class).pass()).contains("V1 orders [U1__orders.sql]");
        assertThat(TestCases.of(UnnamedTestCase.class).fail())
                .isInstanceOf(ExtensionConfigurationException.class)
                .hasMessage(
                        "@MigrationCheckTest on MigrationCheckTestTest.UnnamedTestCase.isSound: the class has several"
                                + " databases. Set database to one of these names: one, other.");
        assertThat(TestCases.of(MisnamedTestCase.class).fail())
                .hasMessageEndingWith(": there is no database called \"third\".");
    }

    @Test
    void whatIsOlderThanTheFloorIsNotJudged() {
        assertThat(TestCases.of(LateTestCase.class).pass()).hasSize(3);
        assertThat(TestCases.of(FindingTestCase.class)
                        .with("palindrome.round-trip-from", "3")
                        .pass())
                .hasSize(3);
    }

    @Test
    void aJavaMigrationIsSkippedVisibly() {
        TestCases.of(AllowedTestCase.class)
                .run()
                .testEvents()
                .assertThatEvents()
                .haveExactly(1, event(skippedWithReason("a Java migration has no script to look at")));
    }

    @Test
    void wrongEntriesAreRefused() {
        assertThat(TestCases.of(WrongFlywayTestCase.class).fail())
                .isInstanceOf(ExtensionConfigurationException.class)
                .hasMessageEndingWith(": flyway holds \"mixed\". Write each entry as name=value.");
    }

    static class DefaultTestCase {
        @MigrationCheckTest
        void isSound(TestInfo info) {
            Seen.line(info.getDisplayName());
        }
    }

    static class FindingTestCase {
        @MigrationCheckTest(locations = "classpath:db/unsound")
        void isSound(TestInfo info) {
            Seen.line(info.getDisplayName());
        }
    }

    static class AllowedTestCase {
        @MigrationCheckTest(
                locations = "classpath:db/unsound",
                allow = "2: PAL011 the table is empty",
                flyway = "mixed=true")
        void isSound(TestInfo info) {
            Seen.line(info.getDisplayName());
        }
    }

    static class LateTestCase {
        @MigrationCheckTest(locations = "classpath:db/unsound", from = "3")
        void isSound(TestInfo info) {
            Seen.line(info.getDisplayName());
        }
    }

    @MigratedDatabase(locations = "classpath:db/noundo")
    static class DeclaredTestCase {
        @MigrationCheckTest
        void isSound() {}
    }

    @MigratedDatabase(locations = "classpath:db/noundo")
    static class AroundTestCase {
        @Nested
        class Inner {
            @MigrationCheckTest
            void isSound() {}
        }
    }

    @MigratedDatabase(name = "one")
    @MigratedDatabase(name = "other", locations = "classpath:db/noundo")
    static class NamedTestCase {
        @MigrationCheckTest(database = "one")
        void isSound(TestInfo info) {
            Seen.line(info.getDisplayName());
        }
    }

    @MigratedDatabase(name = "one")
    @MigratedDatabase(name = "other", locations = "classpath:db/noundo")
    static class UnnamedTestCase {
        @MigrationCheckTest
        void isSound() {}
    }

    @MigratedDatabase(name = "one")
    static class MisnamedTestCase {
        @MigrationCheckTest(database = "third")
        void isSound() {}
    }

    static class WrongFlywayTestCase {
        @MigrationCheckTest(flyway = "mixed")
        void isSound() {}
    }
}
