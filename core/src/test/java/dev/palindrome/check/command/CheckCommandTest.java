package dev.palindrome.check.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.check.rule.FindingCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckCommandTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    private String migrations = "";

    @BeforeEach
    void putScripts() throws IOException {
        Path scripts = Files.createDirectories(folder.resolve("db/my migration"));
        migrations = scripts.toString();
        Files.writeString(scripts.resolve("V1__a.sql"), "CREATE TABLE dbo.a (id INT PRIMARY KEY);");
        Files.writeString(scripts.resolve("U1__a.sql"), "DROP TABLE dbo.a;");
        Files.writeString(scripts.resolve("V2__50%.sql"), "SELECT 1;\nALTER TABLE dbo.a ADD \"b\\\" INT NOT NULL;");
        Files.writeString(scripts.resolve("U2__50%.sql"), "ALTER TABLE dbo.a DROP COLUMN \"b\\\";");
    }

    private int run(String... arguments) {
        return new CheckCommand(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(errors, true, StandardCharsets.UTF_8),
                        folder)
                .run(arguments);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
    }

    private String errors() {
        return errors.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
    }

    @Test
    void findingsAreToldAsCompilersDo() {
        assertThat(run(migrations)).isEqualTo(1);
        assertThat(out())
                .isEqualTo(
                        "db/my migration/V2__50%.sql:2: PAL011 dbo.a gets the column b\\, which is NOT NULL and has no"
                                + " default: SQL Server refuses that (error 4901) once the table has a row. Give it a default, or"
                                + " add it as NULL, fill it, and make it NOT NULL in a later migration.\n");
        assertThat(errors()).isEqualTo("1 finding in 2 migrations.\n");
    }

    @Test
    void nothingFoundIsZero() {
        assertThat(run("--allow", "2: PAL011 the table is empty", migrations)).isZero();
        assertThat(out()).isEmpty();
        assertThat(errors()).isEqualTo("0 findings in 2 migrations.\n");
    }

    @Test
    void optionsMayHaveAnEqualSign() {
        assertThat(run("--allow=2: PAL011 the table is empty", "--flyway=placeholders.a=b", "--from=2", migrations))
                .isZero();
    }

    @Test
    void ofAFileTheFolderIsChecked() {
        assertThat(run(migrations + "/V1__a.sql", migrations + "/U1__a.sql")).isEqualTo(1);
        assertThat(errors()).isEqualTo("1 finding in 2 migrations.\n");
    }

    @Test
    void gitHubIsToldInItsOwnWords() {
        assertThat(run("--format", "github", migrations)).isEqualTo(1);
        assertThat(out()).startsWith("::error file=db/my migration/V2__50%25.sql,line=2,title=PAL011::dbo.a gets the");
    }

    @Test
    void programsAreToldInJson() {
        assertThat(run("--format", "json", migrations)).isEqualTo(1);
        assertThat(out())
                .startsWith("[\n  {\"code\": \"PAL011\", \"file\": \"db/my migration/V2__50%.sql\", \"line\": 2,"
                        + " \"message\": \"dbo.a gets the column b\\\\, which")
                .endsWith("\"}\n]\n");
        out.reset();
        assertThat(run("--format", "json", "--from", "3", migrations)).isZero();
        assertThat(out()).isEqualTo("[]\n");
    }

    @Test
    void javaMigrationsArePassedOverVisibly() throws IOException {
        Path java = Files.createDirectories(folder.resolve("java"));
        Files.writeString(java.resolve("V3__Hash.java"), "");

        run(migrations, java.toString());

        assertThat(errors()).isEqualTo("1 finding in 2 migrations; 1 Java migration not looked at.\n");
    }

    @Test
    void helpAndCodesAreShown() {
        assertThat(run("--help")).isZero();
        assertThat(out()).startsWith("Usage: java -cp <jars> dev.palindrome.check.Main [options] <folder>...\n");
        out.reset();
        assertThat(run("--codes")).isZero();
        assertThat(out())
                .contains(Arrays.stream(FindingCode.values()).map(Enum::name).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "--hlep, There is no option --hlep (is --help meant?). --help says what there is.",
        "--nonsense=1, There is no option --nonsense. --help says what there is.",
        "--allow, Nothing stands behind --allow. --help says what there is.",
        "--format=xml, There is no format xml. --help says what there is.",
        "--flyway=x, '--flyway takes name=value, and not x. --help says what there is.'",
        "--from=x, '\"x\" is no version to begin at: 40 is one, or 1.1.'"
    })
    void wrongUseIsTwo(String argument, String message) {
        assertThat(run(migrations, argument)).isEqualTo(2);
        assertThat(errors()).isEqualTo(message + "\n");
    }

    @Test
    void aFolderThatIsNotThereIsTwo() {
        assertThat(run()).isEqualTo(2);
        assertThat(run(folder.resolve("none").toString())).isEqualTo(2);
        assertThat(errors())
                .startsWith(
                        "Name the folder with the migrations, such as src/main/resources/db/migration. --help says what"
                                + " there is.\nLocation filesystem:")
                .contains("does not exist. There is no folder");
    }
}
