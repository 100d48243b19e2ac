package dev.palindrome.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.report.TestData.ClassStart;
import dev.palindrome.report.TestData.Origin;
import dev.palindrome.report.TestData.TestReset;
import dev.palindrome.report.html.TestDataPage;
import dev.palindrome.reset.ResetReport;
import dev.palindrome.reset.ResetStrategy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestDataFilesTest {

    private static final TestReset TABLES =
            reset("UsersTest.reads", "UsersTest.<b>deletes</b>", ResetStrategy.TABLES, "dbo.users: 20 rows gone", 12);

    private static final TestData DATA = new TestData(
            List.of(
                    new ClassStart("UsersTest", "palindrome_users", Origin.MADE, Duration.ofMillis(2340)),
                    new ClassStart("OrdersTest", "palindrome_orders", Origin.CLONED, Duration.ofMillis(31))),
            List.of(
                    reset("UsersTest.alters", "UsersTest.reads", ResetStrategy.NOTHING, "nothing was written", 1),
                    TABLES,
                    reset("UsersTest.last", "UsersTest.alters", ResetStrategy.DATABASE, "the schema changed", 87)));

    private static TestReset reset(String test, String after, ResetStrategy strategy, String reason, int milliseconds) {
        List<String> tables = strategy == ResetStrategy.TABLES ? List.of("dbo.users") : List.of();
        return new TestReset(
                test, Optional.of(after), new ResetReport(strategy, reason, tables, Duration.ofMillis(milliseconds)));
    }

    @Test
    void bothFilesAreNamedAfterTheProcess(@TempDir Path directory) throws Exception {
        String name = "test-data-" + ProcessHandle.current().pid();
        assertThat(TestDataFiles.write(DATA, directory.toString()))
                .containsExactly(directory.resolve(name + ".html"), directory.resolve(name + ".json"));
        String json = Files.readString(directory.resolve(name + ".json"));
        assertThat(json.replaceFirst("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ", "now"))
                .isEqualTo("""
                {
                  "formatVersion": 1,
                  "date": "now",
                  "classes": [
                    {
                      "class": "UsersTest",
                      "database": "palindrome_users",
                      "origin": "MADE",
                      "milliseconds": 2340
                    },
                    {
                      "class": "OrdersTest",
                      "database": "palindrome_orders",
                      "origin": "CLONED",
                      "milliseconds": 31
                    }
                  ],
                  "resets": [
                    {
                      "test": "UsersTest.alters",
                      "after": "UsersTest.reads",
                      "strategy": "NOTHING",
                      "microseconds": 1000
                    },
                    {
                      "test": "UsersTest.reads",
                      "after": "UsersTest.<b>deletes</b>",
                      "strategy": "TABLES",
                      "reason": "dbo.users: 20 rows gone",
                      "tables": [
                        "dbo.users"
                      ],
                      "microseconds": 12000
                    },
                    {
                      "test": "UsersTest.last",
                      "after": "UsersTest.alters",
                      "strategy": "DATABASE",
                      "reason": "the schema changed",
                      "microseconds": 87000
                    }
                  ]
                }
                """);
    }

    @Test
    void thePageSaysWhatTestsWaitedForAndWhoLeftWhat(@TempDir Path directory) throws Exception {
        String page = text(DATA, directory);
        assertThat(page)
                .contains("Tests waited 2.5 s for their data")
                .contains("Databases made 1 2.3 s 2.3 s ")
                .contains("Databases cloned 1 31 ms 31 ms ")
                .contains("Databases shared 0 – – ")
                .contains("Resets of tables 1 12 ms 12 ms ")
                .contains("UsersTest.last UsersTest.alters database 87 ms UsersTest.reads"
                        + " UsersTest.&lt;b&gt;deletes&lt;/b&gt; tables 12 ms ")
                .contains("UsersTest.alters the schema changed – 87 ms"
                        + " UsersTest.&lt;b&gt;deletes&lt;/b&gt; dbo.users: 20 rows gone 1 12 ms ");
    }

    /** Beside a page lie those of earlier runs, under numbers that say nothing. */
    @Test
    void aPageSaysWhenItWasWritten() {
        assertThat(TestDataPage.of(DATA, Instant.parse("2026-11-28T09:05:59.9Z")))
                .contains("<time datetime=\"2026-11-28T09:05:59Z\">28 November 2026, 09:05 UTC</time>");
    }

    @Test
    void aPageOfManyTestsShowsTheWorst(@TempDir Path directory) throws Exception {
        TestData many = new TestData(DATA.starts(), Collections.nCopies(5000, TABLES));
        assertThat(text(many, directory)).contains("200 of 5000 are shown; the JSON beside this page has all.");
    }

    @Test
    void wherePeopleLeaveNothingBehindThePageSaysSo(@TempDir Path directory) throws Exception {
        assertThat(text(new TestData(DATA.starts(), List.of()), directory)).contains(" None. ");
    }

    private static String text(TestData data, Path directory) throws Exception {
        String page =
                Files.readString(TestDataFiles.write(data, directory.toString()).get(0));
        return page.substring(page.indexOf("<main")).replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
    }
}
