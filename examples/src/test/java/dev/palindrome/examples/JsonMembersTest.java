package dev.palindrome.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.TestDatabase;
import dev.palindrome.check.Main;
import dev.palindrome.engine.EngineKind;
import dev.palindrome.roundtrip.RoundTripOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages name every member of the JSON that programs read. */
class JsonMembersTest {

    private static final Pattern MEMBER = Pattern.compile("\"(\\w++)\"\\s*+:");

    private static final Pattern NAMED = Pattern.compile("`(\\w++)`");

    @TempDir
    private Path folder;

    @AfterEach
    void forgets() {
        System.clearProperty("palindrome.report-dir");
    }

    @Test
    void ofRoundTrips() throws IOException {
        write("V1__users.sql", "CREATE TABLE dbo.users (id INT NOT NULL PRIMARY KEY, name NVARCHAR(50) NULL);");
        write("U1__users.sql", "DROP TABLE dbo.users;");
        write("V2__name.sql", "UPDATE dbo.users SET name = UPPER(name);");
        write("U2__name.sql", "UPDATE dbo.users SET name = LOWER(name);");
        write("V3__nick.sql", "ALTER TABLE dbo.users ADD nick NVARCHAR(20) NULL;");
        write("U3__nick.sql", "ALTER TABLE dbo.users ADD nack INT NULL;");
        write("V4__none.sql", "CREATE TABLE dbo.todos (id INT NOT NULL); GRANT SELECT ON dbo.todos TO public;");
        Path reports = Files.createDirectory(folder.resolve("reports"));
        System.setProperty("palindrome.report-dir", reports.toString());

        TestDatabase.builder()
                .engine(EngineKind.EMBEDDED)
                .locations("filesystem:" + folder)
                .verifyRoundTrips(RoundTripOptions.none().exclude("1", "to see a reason"));

        try (Stream<Path> files = Files.list(reports)) {
            Path json = files.filter(file -> file.toString().endsWith(".json"))
                    .findFirst()
                    .orElseThrow();
            Set<String> members = members(Files.readString(json));
            assertThat(members).contains("dataLosses", "schemaDifferences", "undoDraft", "reason", "approximations");
            assertThat(named("docs/round-trip.md", "## Reports")).containsAll(members);
        }
    }

    @Test
    void ofTheCheck() throws Exception {
        write("V1__users.sql", "CREATE TABLE dbo.users (id INT NOT NULL PRIMARY KEY, name NVARCHAR(50) NULL);");
        write("V2__name.sql", "ALTER TABLE dbo.users ADD code INT NOT NULL;");
        Process check = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "--format",
                        "json",
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String printed = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(check.waitFor()).isEqualTo(1);
        Set<String> members = members(printed);
        assertThat(members).isNotEmpty();
        assertThat(named("docs/check.md", "## Before a commit")).containsAll(members);
    }

    private void write(String name, String sql) throws IOException {
        Files.writeString(folder.resolve(name), sql + "\n");
    }

    private static Set<String> members(String json) {
        return MEMBER.matcher(json)
                .results()
                .map(member -> member.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> named(String page, String heading) {
        String text = new Page(page).text();
        return NAMED.matcher(text.substring(text.indexOf(heading)))
                .results()
                .map(name -> name.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
