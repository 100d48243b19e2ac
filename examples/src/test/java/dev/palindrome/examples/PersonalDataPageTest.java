package dev.palindrome.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.junit5.MigratedDatabase;
import dev.palindrome.production.MaskRules;
import dev.palindrome.production.PersonalColumn;
import dev.palindrome.production.PersonalData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/personal-data.md shows; {@link SnippetsTest} holds them together. */
@MigratedDatabase
class PersonalDataPageTest {

    @Test
    void findingsBecomeRules(DataSource production, @TempDir Path folder) throws IOException {
        List<PersonalColumn> found = PersonalData.scan(production);
        found.forEach(System.out::println);

        assertThat(found)
                .extracting(column -> column.table() + "." + column.column())
                .contains("dbo.users.email", "dbo.users.phone_number");

        Path rules = folder.resolve("mask.rules");
        Files.writeString(rules, PersonalData.suggestedRules(found));

        assertThat(MaskRules.of(rules)).isNotNull();
    }
}
