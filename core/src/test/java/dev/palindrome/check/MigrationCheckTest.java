package dev.palindrome.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.migration.MigrationException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MigrationCheckTest {

    private static final String TABLE = "CREATE TABLE dbo.a (id INT PRIMARY KEY, b INT NULL);";

    @TempDir
    Path folder;

    private ScriptFolder renaming(String head) {
        return ScriptFolder.with(
                folder,
                "V1__a.sql",
                TABLE,
                "V7__b.sql",
                "EXEC sp_rename 'dbo.a.b', 'c', 'COLUMN';",
                "U7__b.sql",
                head + "EXEC sp_rename 'dbo.a.c', 'b', 'COLUMN';");
    }

    @Test
    void failsWithAllThatItFound() {
        assertThatThrownBy(() -> renaming("").check().assertClean())
                .isInstanceOf(MigrationCheckError.class)
                .hasMessage("V7__b.sql:1: PAL015 dbo.a.b is renamed to c in place: the application that runs while this"
                        + " migrates, and views and procedures, still use the old name. Add a column of the new name, fill"
                        + " both until every application uses it, and drop the old one in a later migration.\n"
                        + "What is meant so is accepted in the head of the undo script, by -- palindrome: allow <code>"
                        + " <reason>.");
    }

    @Test
    void speaksOfAcceptingOnlyWhereThatCanBe() {
        ScriptFolder scripts = ScriptFolder.with(
                folder, "V1__a.sql", TABLE, "U1__a.sql", "DROP TABLE dbo.a;\n-- palindrome: irreversible too late");

        assertThatThrownBy(() -> scripts.check().assertClean())
                .isInstanceOf(MigrationCheckError.class)
                .hasMessageContaining("PAL005")
                .hasMessageNotContaining("What is meant so");
    }

    @Test
    void passesWhereNothingIsFound() {
        ScriptFolder scripts = ScriptFolder.with(folder, "V1__a.sql", TABLE);

        scripts.check().assertClean();

        assertThat(scripts.check().scripts()).extracting(CheckedScript::name).containsExactly("V1 a [U1__a.sql]");
    }

    @Test
    void theUndoScriptMayAcceptAFinding() {
        assertThat(renaming("-- palindrome: allow PAL015 nothing runs that night\n")
                        .found())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"7: PAL015 nothing runs", "7.0:PAL015 nothing runs", "V7__b.sql: pal015 nothing runs"})
    void soMayWhoeverChecks(String entry) {
        assertThat(ScriptFolder.found(renaming("").check().allow(entry))).isEmpty();
    }

    @Test
    void anAllowanceIsForOneMigrationAlone() {
        ScriptFolder scripts = renaming("");
        scripts.put("V8__c.sql", "EXEC sp_rename 'dbo.a', 'd';", "U8__c.sql", "EXEC sp_rename 'dbo.d', 'a';");

        assertThat(ScriptFolder.found(scripts.check().allow("8: PAL015 nothing runs")))
                .containsExactly("V7__b.sql:1 PAL015");
    }

    @Test
    void anAllowanceThatIsNotNeededIsFound() {
        assertThat(ScriptFolder.with(
                                folder,
                                "V1__a.sql",
                                TABLE,
                                "U1__a.sql",
                                "\n-- palindrome: allow PAL015 nothing runs\nDROP TABLE dbo.a;")
                        .found())
                .containsExactly("U1__a.sql:2 PAL009");
    }

    @ParameterizedTest
    @CsvSource({
        "allow PAL099 why, there is no code \"PAL099\" (is PAL009 meant?). An allowance is allow <code> <reason>.",
        "allow PAL015, 'allowing PAL015 needs a reason behind it, for whoever reads it next.'",
        "allow PAL001 why, PAL001 (two scripts claim one version) cannot be allowed: mend it."
    })
    void anAllowanceThatCannotBeIsFound(String declaration, String message) {
        assertThat(renaming("-- palindrome: " + declaration + "\n").check().findings())
                .filteredOn(finding -> finding.code().equals("PAL008"))
                .extracting(Finding::message)
                .containsExactly(message);
    }

    @Test
    void anAllowanceForNothingIsFound() {
        assertThat(ScriptFolder.with(folder, "V1__a.sql", TABLE)
                        .check()
                        .allow("9: PAL015 why", "PAL015 why")
                        .findings())
                .extracting(Finding::toString)
                .containsExactly(
                        "allow:1: PAL008 \"PAL015 why\" names no version. Write each as version: code reason, such as 7: PAL015"
                                + " nothing runs that night.",
                        "allow:1: PAL008 there is no script for \"9\", of which PAL015 is allowed. Write each as version: code"
                                + " reason, such as 7: PAL015 nothing runs that night.");
    }

    @Test
    void whoBeginsLateHearsNothingOfWhatWasBefore() {
        ScriptFolder scripts = renaming("");

        assertThat(scripts.check().from("8").findings()).isEmpty();
        assertThat(scripts.check().from("7.0").findings()).hasSize(1);
        assertThatThrownBy(() -> scripts.check().from("newest"))
                .hasMessage("\"newest\" is no version to begin at: 40 is one, or 1.1.");
    }

    @Test
    void versionsAreInFlywaysOrder() {
        assertThat(ScriptFolder.with(
                                folder, "V10__c.sql", "SELECT 1", "V2__b.sql", "SELECT 1", "V1_1__a.sql", "SELECT 1")
                        .put("R__views.sql", "SELECT 1", "B3__all.sql", TABLE)
                        .check()
                        .scripts())
                .extracting(CheckedScript::name)
                .containsExactly("V1.1 a [U1_1__a.sql]", "V2 b [U2__b.sql]", "B3 all", "V10 c [U10__c.sql]", "R views");
    }

    @Test
    void aTeamMayNameItsScriptsOtherwise() {
        ScriptFolder scripts = new ScriptFolder(folder)
                .put(
                        "M1--a.tsql",
                        TABLE,
                        "D1--a.tsql",
                        "SELECT 1",
                        "M2--b.tsql",
                        "DROP TABLE ${s}.a",
                        "D2--b.tsql",
                        "SELECT 1");
        Map<String, String> flyway = Map.of(
                "sqlMigrationPrefix", "M",
                "undoSqlMigrationPrefix", "D",
                "sqlMigrationSeparator", "--",
                "sqlMigrationSuffixes", ".tsql,.sql",
                "placeholders.s", "dbo");

        assertThat(ScriptFolder.found(scripts.check().flyway(flyway))).containsExactly("M2--b.tsql:1 PAL013");
    }

    @Test
    void theUndoScriptThatItAsksForIsOneThatIsRead() {
        ScriptFolder scripts = new ScriptFolder(folder).put("up_1__a.sql", TABLE);
        MigrationCheck check =
                scripts.check().flyway(Map.of("sqlMigrationPrefix", "up_", "undoSqlMigrationPrefix", "down_"));

        assertThat(check.findings())
                .extracting(Finding::message)
                .containsExactly(
                        "no migration here has an undo script. Begin with this one, down_1__a.sql; what is older is"
                                + " not judged where the check is told to begin here (from).");
        scripts.put("down_1__a.sql", "DROP TABLE dbo.a;");
        assertThat(check.findings()).isEmpty();
    }

    @Test
    void aPlaceholderWithoutAValueIsANameLikeOthers() {
        assertThat(ScriptFolder.with(
                                folder,
                                "V1__a.sql",
                                "CREATE TABLE ${flyway:defaultSchema}.a (id INT PRIMARY KEY);",
                                "V2__b.sql",
                                "SELECT 1;\nALTER TABLE ${flyway:defaultSchema}.a ADD b INT NOT NULL;")
                        .found())
                .containsExactly("V2__b.sql:2 PAL011");
    }

    @Test
    void aTableThatIsRenamedOrMovedIsStillKnown() {
        assertThat(ScriptFolder.with(
                                folder,
                                "V1__a.sql",
                                TABLE,
                                "V2__b.sql",
                                "ALTER SCHEMA sales TRANSFER dbo.a;",
                                "V3__c.sql",
                                "ALTER TABLE sales.a ADD d INT NOT NULL; ALTER TABLE dbo.a ADD d INT NOT NULL;")
                        .found())
                .containsExactly("V3__c.sql:1 PAL011");
    }

    @Test
    void aColumnIsAsItWasAlteredLast() {
        assertThat(ScriptFolder.with(
                                folder,
                                "V1__a.sql",
                                TABLE,
                                "V2__b.sql",
                                "ALTER TABLE dbo.a ALTER COLUMN b BIGINT NULL;",
                                "V3__c.sql",
                                "ALTER TABLE dbo.a ALTER COLUMN b INT NULL;")
                        .check()
                        .findings())
                .extracting(Finding::message)
                .containsExactly(
                        "dbo.a.b was BIGINT and becomes INT: rows whose values do not fit stop the migration, or lose"
                                + " digits or letters. Look for such rows first, in this migration too, or add a column beside it"
                                + " and move there what fits.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ALTER TABLE dbo.c DROP CONSTRAINT uq | ALTER TABLE dbo.c ADD CONSTRAINT uq UNIQUE (name)",
                "ALTER TABLE dbo.c DROP COLUMN old, CONSTRAINT [UQ] | CREATE UNIQUE INDEX uq ON dbo.c (name)",
                "DROP INDEX IF EXISTS ix ON dbo.c | CREATE UNIQUE INDEX ix ON dbo.c (code)",
                "DROP INDEX dbo.c.ix | CREATE UNIQUE INDEX ix ON dbo.c (code)",
                "ALTER TABLE dbo.c DROP CONSTRAINT pk | ALTER TABLE dbo.c ADD CONSTRAINT pk PRIMARY KEY (id)"
            })
    void rowsMayHaveBecomeEqualSinceAKeyWasDropped(String drop, String add) {
        ScriptFolder scripts = ScriptFolder.with(
                folder,
                "V1__c.sql",
                "CREATE TABLE dbo.c (id INT NOT NULL CONSTRAINT df DEFAULT 0 CONSTRAINT pk PRIMARY KEY,"
                        + " name INT NOT NULL CONSTRAINT uq UNIQUE, code INT NULL, old AS id);"
                        + " CREATE UNIQUE INDEX ix ON dbo.c (code);",
                "V2__both.sql",
                drop + ";\n" + add,
                "V3__drop.sql",
                drop,
                "V4__add.sql",
                add);

        assertThat(scripts.found()).containsExactly("V4__add.sql:1 PAL014");
    }

    @Test
    void aDefaultIsNoKeyThoughOneStandsBehindIt() {
        assertThat(ScriptFolder.with(
                                folder,
                                "V1__c.sql",
                                "CREATE TABLE dbo.c (id INT NOT NULL CONSTRAINT df DEFAULT 0 PRIMARY KEY);",
                                "V2__drop.sql",
                                "ALTER TABLE dbo.c DROP CONSTRAINT df",
                                "V3__add.sql",
                                "CREATE UNIQUE INDEX ux ON dbo.c (id)")
                        .found())
                .isEmpty();
    }

    @Test
    void ofATableThatIsMadeAgainOnlyWhatBothHaveInCommonIsKnown() {
        assertThat(ScriptFolder.with(
                                folder,
                                "V1__c.sql",
                                "CREATE TABLE dbo.c (id INT NOT NULL, name NVARCHAR(100) NULL, code NVARCHAR(100) NULL);",
                                "V2__again.sql",
                                "EXEC ('DROP TABLE dbo.c');\nGO\n"
                                        + "CREATE TABLE dbo.c (id INT NOT NULL, name NVARCHAR(20) NOT NULL, code NVARCHAR(100) NULL);\n"
                                        + "ALTER TABLE dbo.c ADD more INT NOT NULL;",
                                "V3__alter.sql",
                                "ALTER TABLE dbo.c ALTER COLUMN name NVARCHAR(20) NOT NULL;\n"
                                        + "ALTER TABLE dbo.c ALTER COLUMN code NVARCHAR(20) NULL;\n")
                        .found())
                .containsExactly("V3__alter.sql:2 PAL012");
    }

    @Test
    void aTableThatGetsItsFirstPrimaryKeyIsStillBeingMade() {
        assertThat(ScriptFolder.with(
                                folder,
                                "V1__a.sql",
                                "CREATE TABLE dbo.c (id INT NOT NULL, name INT NOT NULL);",
                                "V2__keys.sql",
                                "ALTER TABLE dbo.c ADD PRIMARY KEY (id); ALTER TABLE dbo.c ADD UNIQUE (name);",
                                "V3__later.sql",
                                "ALTER TABLE dbo.c ADD d INT NULL;\nGO\nCREATE UNIQUE INDEX ux ON dbo.c (d);")
                        .found())
                .containsExactly("V3__later.sql:3 PAL014");
    }

    @Test
    void aFillThatFollowsItsColumnIsNoForgottenWhere() {
        assertThat(ScriptFolder.with(
                                folder,
                                "V1__a.sql",
                                TABLE,
                                "V2__b.sql",
                                "ALTER TABLE dbo.a ADD c INT NULL;",
                                "V3__c.sql",
                                "UPDATE dbo.a SET c = 0;",
                                "V4__d.sql",
                                "ALTER TABLE dbo.a ALTER COLUMN c INT NOT NULL;",
                                "V5__e.sql",
                                "UPDATE dbo.a SET c = 1;")
                        .found())
                .containsExactly("V5__e.sql:1 PAL016");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE x SET c = 0 FROM dbo.a x JOIN dbo.z ON z.id = x.id",
                "UPDATE x SET x.c = 0 FROM a AS x WHERE x.c IS NULL",
                "WITH x AS (SELECT c FROM dbo.a WHERE c IS NULL), y AS (SELECT * FROM x) UPDATE y SET c = 0",
                "MERGE INTO dbo.a AS t USING z ON z.id = t.id WHEN MATCHED AND z.b = 1 THEN UPDATE SET t.c = z.c"
            })
    void aFillMayNameTheTableOtherwise(String fill) {
        assertThat(ScriptFolder.with(
                                folder,
                                "V1__a.sql",
                                TABLE,
                                "V2__b.sql",
                                "ALTER TABLE dbo.a ADD c INT NULL;",
                                "V3__c.sql",
                                fill + ";",
                                "V4__d.sql",
                                "ALTER TABLE dbo.a ALTER COLUMN c INT NOT NULL;")
                        .found())
                .isEmpty();
    }

    @Test
    void aColumnOfAPrimaryKeyHasNeverHeldNull() {
        assertThat(ScriptFolder.with(
                                folder,
                                "V1__a.sql",
                                "CREATE TABLE dbo.a (id INT, b INT, CONSTRAINT pk PRIMARY KEY ([ID]));",
                                "V2__b.sql",
                                "ALTER TABLE dbo.a ALTER COLUMN id BIGINT NOT NULL;\nALTER TABLE dbo.a ALTER COLUMN b BIGINT NOT NULL;")
                        .found())
                .containsExactly("V2__b.sql:2 PAL018");
    }

    @Test
    void aDefaultThatRowsGetWithTheirColumnLeavesNoNull() {
        assertThat(ScriptFolder.with(
                                folder,
                                "V1__a.sql",
                                TABLE,
                                "V2__b.sql",
                                "ALTER TABLE dbo.a ADD c INT NULL CONSTRAINT df_c DEFAULT 0 WITH VALUES, d INT NULL"
                                        + " CONSTRAINT df_d DEFAULT 0;",
                                "V3__c.sql",
                                "ALTER TABLE dbo.a ALTER COLUMN c INT NOT NULL;\nALTER TABLE dbo.a ALTER COLUMN d INT NOT NULL;")
                        .found())
                .containsExactly("V3__c.sql:2 PAL018");
    }

    @Test
    void aKeyOfATableNeedsNoCommaBefore() {
        assertThat(ScriptFolder.with(
                                folder,
                                "V1__a.sql",
                                "CREATE TABLE dbo.c (id INT NOT NULL, d INT NULL\n CONSTRAINT pk PRIMARY KEY CLUSTERED (id DESC))",
                                "V2__keys.sql",
                                "ALTER TABLE dbo.c DROP CONSTRAINT pk;\nALTER TABLE dbo.c ADD CONSTRAINT pk PRIMARY KEY (id);\n"
                                        + "ALTER TABLE dbo.c ADD CONSTRAINT uq UNIQUE (d);")
                        .found())
                .containsExactly("V2__keys.sql:3 PAL014");
    }

    @Test
    void aFolderWithoutMigrationsIsAnError() {
        new ScriptFolder(folder).put("readme.txt", "");

        assertThatThrownBy(() -> MigrationCheck.of("filesystem:" + folder).findings())
                .isInstanceOf(MigrationException.class)
                .hasMessage("No migration found in filesystem:" + folder
                        + ". A migration is a file such as V1__create_users.sql.");
    }

    @Test
    void namesCannotSteerATerminal() {
        Finding finding = new Finding("PAL003", "V1\u001b[31m.sql", 1, "a\nb", "");

        assertThat(finding.toString()).doesNotContain("\u001b").doesNotContain("\n");
    }
}
