package dev.palindrome.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names, versions, texts and declarations. */
class FormFindingsTest {

    private static final String TABLE = "CREATE TABLE dbo.a (id INT PRIMARY KEY);";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"V2__b.sql, V2__c.sql", "V2__b.sql, V2.0__c.sql", "V2__b.sql, V02__c.sql", "V2.1__b.sql, V2_1__c.sql"})
    void twoScriptsOfOneVersionAreFound(String one, String other) {
        String undo = one.replaceFirst("V", "U");

        assertThat(new ScriptFolder(folder)
                        .put(one, TABLE, undo, "SELECT 1", other, TABLE)
                        .found())
                .singleElement()
                .asString()
                .endsWith(":1 PAL001");
    }

    @Test
    void versionsThatDifferAreNone() {
        assertThat(ScriptFolder.with(folder, "V1__a.sql", TABLE, "V1.1__b.sql", TABLE, "V10__c.sql", TABLE)
                        .found())
                .isEmpty();
    }

    @Test
    void twoUndoScriptsOfOneVersionAreFound() {
        assertThat(ScriptFolder.with(
                                folder, "V1__a.sql", TABLE, "U1__a.sql", "DROP TABLE a", "U1.0__b.sql", "DROP TABLE a")
                        .found())
                .containsExactly("U1__a.sql:1 PAL001");
    }

    @Test
    void twoBranchesAreToldOfEachOther() {
        ScriptFolder.with(folder, "V7__phone.sql", TABLE, "sub/V7.0__mail.sql", TABLE);

        assertThat(MigrationCheck.of("filesystem:" + folder).findings())
                .extracting(Finding::message)
                .contains(
                        "version 7.0 is claimed by V7__phone.sql as well, for Flyway takes the two for one. Probably two"
                                + " people added a migration at the same time: rename the later one to the next free version,"
                                + " and its undo script with it.");
    }

    @Test
    void anUndoScriptWithoutItsMigrationIsFound() {
        assertThat(ScriptFolder.with(folder, "V1__a.sql", TABLE, "U3__c.sql", "DROP TABLE c")
                        .found())
                .containsExactly("U3__c.sql:1 PAL002");
    }

    @ParameterizedTest
    @ValueSource(strings = {"V6__Hash.java", "V6__Hash.class", "V6__Hash.kt"})
    void aJavaMigrationMayHaveAnUndoScript(String migration) {
        ScriptFolder scripts = ScriptFolder.with(folder, "V1__a.sql", TABLE, "U6__hash.sql", "SELECT 1")
                .put(migration, "");

        assertThat(scripts.found()).isEmpty();
        assertThat(scripts.check().scripts())
                .filteredOn(script -> script.skipped().isPresent())
                .extracting(CheckedScript::name, script -> script.skipped().get())
                .containsExactly(tuple("V6 Hash", "a Java migration has no script to look at"));
    }

    @ParameterizedTest
    @CsvSource({
        "U2_b.sql, U2__b.sql",
        "V2_b.sql, V2__b.sql",
        "v2__b.sql, V2__b.sql",
        "u2__b.sql, U2__b.sql",
        "V2__b.SQL, V2__b.sql",
        "V2-b.sql, V2__b.sql",
        "V 2 b.sql, V2__b.sql",
        "V1.2_b.sql, V1.2__b.sql",
        "r__views.sql, R__views.sql",
        "R__views.SQL, R__views.sql"
    })
    void aNameThatFlywayPassesOverIsFound(String name, String meant) {
        ScriptFolder scripts = ScriptFolder.with(folder, "V1__a.sql", TABLE).put(name, "SELECT 1;");

        assertThat(scripts.check().findings())
                .extracting(Finding::code, Finding::script, Finding::message)
                .containsExactly(
                        tuple("PAL003", name, "Flyway passes over a file of this name. Rename it to " + meant + "."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "users.sql",
                "README.md",
                "v8.txt",
                "afterMigrate__grants.sql",
                "V2__b.sql.conf",
                "b2b.sql",
                "R__views.sql",
                "V1__a.sql.bak",
                "vacuum_1.sql",
                "data/values.csv"
            })
    void otherFilesAreNone(String name) {
        assertThat(ScriptFolder.with(folder, "V1__a.sql", TABLE)
                        .put(name, "SELECT 1;")
                        .found())
                .isEmpty();
    }

    @Test
    void aMigrationWithoutUndoIsFound() {
        ScriptFolder scripts = new ScriptFolder(folder)
                .put("V1__a.sql", TABLE, "U1__a.sql", "DROP TABLE a", "V2__b.sql", "SELECT 1", "V3__c.sql", "SELECT 1")
                .put("U3__c.sql", "-- nothing to do");

        assertThat(scripts.found()).containsExactly("V2__b.sql:1 PAL004", "U3__c.sql:1 PAL004");
    }

    @Test
    void whoHasNoUndoScriptAtAllHearsItOnce() {
        ScriptFolder scripts = new ScriptFolder(folder).put("V1__a.sql", TABLE, "V2__b.sql", "SELECT 1");

        assertThat(scripts.found()).containsExactly("V2__b.sql:1 PAL004");
    }

    @Test
    void aMisnamedUndoIsNoMissingOne() {
        ScriptFolder scripts = new ScriptFolder(folder)
                .put("V1__a.sql", TABLE, "U1__a.sql", "DROP TABLE a", "V2__b.sql", "SELECT 1", "U2_b.sql", "SELECT 1");

        assertThat(scripts.found()).containsExactly("U2_b.sql:1 PAL003");
    }

    static Stream<Arguments> declarations() {
        return Stream.of(
                Arguments.of("\n-- palindrome: irreversible\n", List.of("U1__a.sql:2 PAL005")),
                Arguments.of("-- palindrome: looses a gone\nSELECT 1", List.of("U1__a.sql:1 PAL005")),
                Arguments.of(
                        "-- palindrome: loses a\n-- palindrome: loses b\nSELECT 1",
                        List.of("U1__a.sql:1 PAL005", "U1__a.sql:2 PAL005")),
                Arguments.of("SELECT 1\n-- palindrome: loses a gone", List.of("U1__a.sql:2 PAL005")),
                Arguments.of("-- palindrome: loses a gone\nSELECT 1", List.of()),
                Arguments.of("PRINT '-- palindrome: nothing'", List.of()),
                Arguments.of("-- a palindrome: level\nSELECT 1", List.of()));
    }

    @ParameterizedTest
    @MethodSource("declarations")
    void aDeclarationThatNobodyReadsIsFound(String undo, List<String> found) {
        assertThat(ScriptFolder.with(folder, "V1__a.sql", TABLE, "U1__a.sql", undo)
                        .found())
                .isEqualTo(found);
    }

    @Test
    void aDeclarationInAMigrationIsFound() {
        assertThat(ScriptFolder.with(folder, "V1__a.sql", "-- palindrome: loses a gone\n" + TABLE)
                        .found())
                .containsExactly("V1__a.sql:1 PAL005");
    }

    @Test
    void aWrongEncodingIsFoundWithItsLine() throws IOException {
        ScriptFolder scripts = ScriptFolder.with(folder, "V1__a.sql", TABLE);
        Files.write(folder.resolve("U1__a.sql"), "-- a\n-- M\u00fcller\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(scripts.check().findings())
                .extracting(Finding::toString)
                .containsExactly(
                        "U1__a.sql:2: PAL006 it is not UTF-8 at byte offset 9. Save it in that encoding, or name its"
                                + " own: Flyway's encoding for all scripts, or encoding=… in U1__a.sql.conf for this one.");
        assertThat(ScriptFolder.found(scripts.check().flyway(Map.of("encoding", "windows-1252"))))
                .containsExactly("U1__a.sql:1 PAL004");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SELECT 1;\nPRINT 'it''s", "SELECT 1;\n/* that is all", "SELECT 1;\nSELECT [a"})
    void whatNeverEndsIsFound(String migration) {
        assertThat(ScriptFolder.with(folder, "V1__a.sql", migration).found()).containsExactly("V1__a.sql:2 PAL007");
    }

    static Stream<Arguments> outsiders() {
        return Stream.of(
                Arguments.of("SELECT 1;\nGO\nALTER DATABASE CURRENT SET READ_COMMITTED_SNAPSHOT ON;", 3),
                Arguments.of("CREATE FULLTEXT CATALOG c;\nGO\n" + TABLE, 1),
                Arguments.of(TABLE + "\nGO\nIF 1 = 1\n  CREATE FULLTEXT INDEX ON a (x) KEY INDEX pk;", 4),
                Arguments.of(TABLE + "\nGO\nEXEC sp_configure 'x', 1\nRECONFIGURE", 4),
                Arguments.of("BACKUP LOG x TO DISK = 'y'\nGO\n" + TABLE, 1),
                Arguments.of("CREATE TABLE b (id INT PRIMARY KEY NONCLUSTERED) WITH (MEMORY_OPTIMIZED = ON)", 1),
                Arguments.of("CREATE INDEX ix ON b (id) WITH (ONLINE = ON, RESUMABLE = ON)", 1),
                Arguments.of("EXECUTE sp_fulltext_catalog 'c', 'create'", 1));
    }

    @ParameterizedTest
    @MethodSource("outsiders")
    void whatNoTransactionTakesIsFound(String migration, int line) {
        ScriptFolder scripts = ScriptFolder.with(folder, "V1__a.sql", migration);

        assertThat(scripts.found()).containsExactly("V1__a.sql:" + line + " PAL010");
        assertThat(ScriptFolder.found(scripts.check().flyway(Map.of("executeInTransaction", "false"))))
                .isEmpty();
        scripts.put("V1__a.sql.conf", "executeInTransaction=false");
        assertThat(scripts.found()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALTER DATABASE CURRENT SET READ_COMMITTED_SNAPSHOT ON;\nGO\nALTER DATABASE CURRENT SET ANSI_NULLS ON",
                "EXEC sp_configure 'x', 1; RECONFIGURE;",
                "GRANT BACKUP DATABASE TO u;\nGO\nSELECT 1",
                "PRINT 'ALTER DATABASE'\nGO\nSELECT 1",
                "CREATE PROCEDURE p AS RECONFIGURE\nGO\nSELECT 1",
                "CREATE TABLE b (id INT) WITH (DATA_COMPRESSION = PAGE)",
                "CREATE INDEX ix ON b (id) WITH (ONLINE = ON, RESUMABLE = OFF)"
            })
    void whatFlywayRunsIsNone(String migration) {
        assertThat(ScriptFolder.with(folder, "V1__a.sql", migration).found()).isEmpty();
    }

    @Test
    void mixingMayBeAllowed() {
        ScriptFolder scripts =
                ScriptFolder.with(folder, "V1__a.sql", "SELECT 1;\nGO\nALTER DATABASE CURRENT SET ANSI_NULLS ON;");

        assertThat(ScriptFolder.found(scripts.check().flyway(Map.of("flyway.mixed", "true"))))
                .isEmpty();
    }
}
