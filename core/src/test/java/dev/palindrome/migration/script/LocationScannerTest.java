package dev.palindrome.migration.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.palindrome.migration.MigrationException;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocationScannerTest {

    @TempDir
    Path folder;

    private final LocationScanner scanner = new LocationScanner(LocationScannerTest.class.getClassLoader(), ".sql");

    @Test
    void findsFilesInFoldersBelow() throws IOException {
        write("V1__a.sql");
        write("sub/V2__b.sql");

        assertThat(paths("filesystem:" + folder)).containsExactly("V1__a.sql", "sub/V2__b.sql");
    }

    @Test
    void starsStayWithinANameAndTwoStarsDoNot() throws IOException {
        write("a/sql/V1__a.sql");
        write("b/c/sql/V2__b.sql");
        write("b/c/other/V3__c.sql");

        assertThat(paths("filesystem:" + folder + "/*/sql")).containsExactly("V1__a.sql");
        assertThat(paths("filesystem:" + folder + "/**/sql")).containsExactly("V1__a.sql", "V2__b.sql");
    }

    @Test
    void findsFilesInJars() throws IOException {
        Path jar = folder.resolve("scripts.jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            zip.putNextEntry(new ZipEntry("db/in jar+/"));
            zip.putNextEntry(new ZipEntry("db/in jar+/V1__a.sql"));
            zip.write("SELECT 1".getBytes(StandardCharsets.UTF_8));
        }
        try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()})) {
            List<ScriptFile> files =
                    new LocationScanner(loader, ".sql").scan(List.of(ScriptLocation.parse("classpath:db/in jar+")));

            assertThat(files).extracting(ScriptFile::relativePath).containsExactly("V1__a.sql");
            assertThat(files.get(0).text(StandardCharsets.UTF_8)).isEqualTo("SELECT 1");
        }
    }

    @Test
    void readsScriptsAndTheirConfigurationsOnly() throws IOException {
        write("V1__a.sql");
        write("V1__a.sql.conf");
        write("dump.bak");
        write("V2__B.class");

        assertThat(scanner.scan(List.of(ScriptLocation.parse("filesystem:" + folder))))
                .filteredOn(file -> file.content().length > 0)
                .extracting(ScriptFile::filename)
                .containsExactly("V1__a.sql", "V1__a.sql.conf");
    }

    @Test
    void filesKnowTheirPathFromTheRootOfTheClassPath() {
        List<ScriptFile> files = scanner.scan(List.of(ScriptLocation.parse("classpath:db/ja*")));

        assertThat(files)
                .filteredOn(file -> file.filename().equals("V1__names.sql"))
                .extracting(ScriptFile::relativePath, ScriptFile::rootedPath)
                .containsExactly(tuple("V1__names.sql", "db/java/V1__names.sql"));
    }

    @Test
    void aFileInTwoLocationsIsThereOnce() throws IOException {
        write("sub/V1__a.sql");

        List<ScriptFile> files = scanner.scan(List.of(
                ScriptLocation.parse("filesystem:" + folder), ScriptLocation.parse("filesystem:" + folder + "/sub")));

        assertThat(files).hasSize(1);
    }

    @Test
    void aMissingFolderIsAnError() {
        assertThatThrownBy(() -> paths("filesystem:" + folder + "/none"))
                .isInstanceOf(MigrationException.class)
                .hasMessage("Location filesystem:" + folder + "/none does not exist. There is no folder " + folder
                        + "/none. Put the migrations there, or name their place with locations = \"classpath:…\" or"
                        + " \"filesystem:…\".");
        assertThatThrownBy(() -> paths("classpath:db/none"))
                .hasMessageStartingWith(
                        "Location classpath:db/none does not exist. No folder or jar on the class path");
    }

    @Test
    void aLocationOfAnotherKindIsAnError() {
        assertThatThrownBy(() -> paths("s3:bucket/db"))
                .hasMessage("Location s3:bucket/db is of a kind that Palindrome does not read: use classpath: or"
                        + " filesystem:.");
    }

    @Test
    void managementStudiosUtf16IsRead() {
        ScriptFile file = new ScriptFile(
                "V1__a.sql", "V1__a.sql", "V1__a.sql", "\uFEFFSELECT N'ä'".getBytes(StandardCharsets.UTF_16LE));

        assertThat(file.text(StandardCharsets.UTF_8)).isEqualTo("SELECT N'ä'");
    }

    /** As Flyway refuses it, where it was taken with signs for what cannot be read. */
    @Test
    void whatIsNoTextInItsEncodingIsAnErrorThatNamesTheLine() {
        ScriptFile file = new ScriptFile(
                "a/V1__a.sql", "V1__a.sql", "V1__a.sql", "SELECT 1\n-- ä".getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> file.text(StandardCharsets.UTF_8))
                .hasMessage(
                        "a/V1__a.sql, line 2: it is not UTF-8 at byte offset 12. Save it in that encoding, or name its"
                                + " own: Flyway's encoding for all scripts, or encoding=… in a/V1__a.sql.conf for this one.");
        assertThat(file.text(StandardCharsets.ISO_8859_1)).endsWith("ä");
    }

    private List<String> paths(String location) {
        return scanner.scan(List.of(ScriptLocation.parse(location))).stream()
                .map(ScriptFile::relativePath)
                .toList();
    }

    private void write(String path) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "SELECT 1");
    }
}
