package dev.palindrome.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.check.Finding;
import dev.palindrome.check.MigrationCheck;
import dev.palindrome.junit5.MigrationCheckTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the page on the check shows. It needs no database, and makes none. */
class MigrationCheckPageTest {

    @MigrationCheckTest
    void everyMigrationIsSound() {}

    @MigrationCheckTest(locations = "classpath:db/renamed", allow = "7: PAL015 nothing runs while we migrate")
    void whatIsMeantSoIsAccepted() {}

    @Test
    void nothingIsFoundWithoutJUnit() {
        List<Finding> findings = MigrationCheck.of("classpath:db/migration").findings();
        MigrationCheck.of("classpath:db/migration").assertClean();

        assertThat(findings).isEmpty();
    }
}
