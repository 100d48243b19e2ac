package dev.palindrome.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.junit5.MigratedDatabase;
import dev.palindrome.junit5.Seed;
import dev.palindrome.production.ExportReport;
import dev.palindrome.production.MaskRules;
import dev.palindrome.production.TableExport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/export.md shows; {@link SnippetsTest} holds them together. */
@MigratedDatabase
@Seed(fill = {"users:20", "todos:50"})
class ExportPageTest {

    @Test
    void rowsBecomeFiles(DataSource production, @TempDir Path folder) throws IOException {
        Path rules = Files.writeString(folder.resolve("mask.rules"), """
                users.email        = email
                users.username     = username
                * like %phone%     = phone
                todos.description  = text
                todos.title        = keep nobody is named there
                """);

        ExportReport report = TableExport.of(production)
                .table("todos", 1000)
                .where("todos", "priority < 3")
                .masked(MaskRules.of(rules))
                .to(folder);

        assertThat(report.tables())
                .extracting(ExportReport.ExportedTable::name)
                .startsWith("dbo.todos")
                .contains("dbo.users");
    }
}
