package dev.palindrome.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.record.RunEntry.Kind;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ServerReportTest {

    private static final RunEntry PASSED =
            new RunEntry(Kind.PASSED, "dev.palindrome.migration.SqlServerMigrationsIT", "goesUp()", "", "");

    private static final RunEntry FAILED = new RunEntry(
            Kind.FAILED,
            "dev.palindrome.reset.SqlServerBackupSnapshotIT",
            "comesBack()",
            "The database x could not be kept.\nServer: error 3201, SQL state S0001: Cannot open backup device.",
            "BACKUP DATABASE [x] TO DISK = N'x.bak'");

    private static final RunEntry ABSENT = new RunEntry(
            Kind.NOT_AVAILABLE,
            "dev.palindrome.reset.SqlServerSnapshotIT",
            "whatARevertDoesNotBringBack [1] words",
            "this server cannot run\n  CREATE FULLTEXT CATALOG words",
            "");

    @Test
    void tellsWhatAPersonWantsToKnowOfAServer() {
        ServerReport report = new ServerReport(List.of(
                RunEntry.server("server", "Microsoft SQL Server 2022\n\tDeveloper Edition"),
                RunEntry.server("ProductVersion", "16.0.4165.4"),
                RunEntry.figure("reset, nothing written", 3.25),
                PASSED,
                FAILED,
                ABSENT,
                new RunEntry(Kind.PASSED, "dev.palindrome.NobodyKnowsIT", "passes()", "", "")));

        assertThat(report.fileName()).isEqualTo("sqlserver-16.0.4165.4.md");
        assertThat(report.isGood()).isFalse();
        assertThat(report.markdown(Map.of("JDK", "17"))).isEqualTo("""
                # Palindrome on Microsoft SQL Server 2022

                | | |
                | --- | --- |
                | server | Microsoft SQL Server 2022 Developer Edition |
                | ProductVersion | 16.0.4165.4 |
                | JDK | 17 |

                **2 passed, 1 failed, 1 not available.**

                | feature | passed | failed | not available |
                | --- | --- | --- | --- |
                | A server named by palindrome.url | 0 | 0 | 0 |
                | Making, keeping and dropping databases | 0 | 0 | 0 |
                | Templates: backup, and restore under another name | 0 | 0 | 0 |
                | Beginning with a backup or a schema script, and writing one | 0 | 0 | 0 |
                | Finding personal data | 0 | 0 | 0 |
                | Masking | 0 | 0 | 0 |
                | Migrations up and down | 1 | 0 | 0 |
                | Reading and comparing schemas | 0 | 0 | 0 |
                | Round trips and drafts of undo scripts | 0 | 0 | 0 |
                | Generated rows | 0 | 0 | 0 |
                | Rows from files and scripts | 0 | 0 | 0 |
                | Bulk loading | 0 | 0 | 0 |
                | Rows written out as files | 0 | 0 | 0 |
                | Resets by database snapshot and T-SQL | 0 | 0 | 1 |
                | Resets by backup and restore | 0 | 1 | 0 |
                | Resets after random tests | 0 | 0 | 0 |
                | Resets between the tests of a class | 0 | 0 | 0 |
                | What it costs in logins and batches | 0 | 0 | 0 |
                | A small application, as a user tests his | 0 | 0 | 0 |
                | Figures | 0 | 0 | 0 |
                | dev.palindrome.NobodyKnowsIT | 1 | 0 | 0 |

                ## Figures

                | what | ms |
                | --- | --- |
                | reset, nothing written | 3.3 |

                ## Failed

                ### SqlServerBackupSnapshotIT: comesBack()

                ```
                The database x could not be kept.
                Server: error 3201, SQL state S0001: Cannot open backup device.
                ```

                What the server refused:

                ```sql
                BACKUP DATABASE [x] TO DISK = N'x.bak'
                ```

                ## Not available

                - this server cannot run CREATE FULLTEXT CATALOG words (SqlServerSnapshotIT: whatARevertDoesNotBringBack [1] words)
                """);
    }

    /** There are servers that speak the protocol and say any version. */
    @Test
    void anotherMakersServerIsCalledNoSqlServer() {
        ServerReport report = new ServerReport(List.of(
                RunEntry.server("server", "Tabular for Rows, compatible with SQL Server 2022\nBuild 7"),
                RunEntry.server("ProductVersion", "16.0.1"),
                PASSED));

        assertThat(report.fileName()).isEqualTo("not-sqlserver-16.0.1.md");
        assertThat(report.markdown(Map.of())).startsWith("""
                # Palindrome on Tabular for Rows, compatible with SQL Server 2022

                **This is no SQL Server. It is another maker's server that speaks SQL Server's protocol, and nothing here is a result on SQL Server.**

                | | |
                """);
        assertThat(new ServerReport(List.of(RunEntry.server("server", "Microsoft SQL Azure (RTM) - 12.0.2000.8")))
                        .markdown(Map.of()))
                .doesNotContain("no SQL Server");
    }

    /** An issue takes no more than 65,536 characters. */
    @Test
    void whatIsTooMuchForAnIssueIsNamedWithoutDetails() {
        RunEntry failure = new RunEntry(
                Kind.FAILED,
                "dev.palindrome.migration.SqlServerMigrationsIT",
                "goesUp",
                "x ".repeat(700),
                "y".repeat(1500));

        String text = new ServerReport(Collections.nCopies(500, failure)).markdown(Map.of());

        assertThat(text)
                .hasSizeBetween(60_000, 65_536)
                .contains("\n- SqlServerMigrationsIT: goesUp: x x x")
                .endsWith(" more\n");
    }

    @Test
    void isGoodOnlyWhereSomethingRanAndNothingFailed() {
        assertThat(new ServerReport(List.of(PASSED, ABSENT)).isGood()).isTrue();
        assertThat(new ServerReport(List.of(ABSENT)).isGood()).isFalse();
        assertThat(new ServerReport(List.of(PASSED, RunEntry.trouble("the option is not known"))).isGood())
                .isFalse();
        assertThat(new ServerReport(List.of(PASSED, FAILED)).isGood()).isFalse();
    }

    @Test
    void aJvmThatDiedIsToldOf() {
        RunEntry begun = new RunEntry(Kind.BEGUN, "-7", "", "", "");
        RunEntry ended = new RunEntry(Kind.ENDED, "-7", "", "", "");

        ServerReport report = new ServerReport(List.of(begun, PASSED));

        assertThat(report.isGood()).isFalse();
        assertThat(report.markdown(Map.of())).contains("\n**1 JVM(s) died in the middle of their tests.**\n");
        assertThat(new ServerReport(List.of(begun, PASSED, ended, RunEntry.ofThisJvm(Kind.BEGUN))).isGood())
                .isTrue();
    }

    @Test
    void anEntryComesBackFromItsLine() {
        assertThat(RunEntry.parse(FAILED.line())).contains(FAILED);
        RunEntry awkward = new RunEntry(Kind.FAILED, "c", "a\ttab", "C:\\new\\\n`x`", "");
        assertThat(RunEntry.parse(awkward.line())).contains(awkward);
        assertThat(RunEntry.parse("PASSED\tcut o")).isEmpty();
    }
}
