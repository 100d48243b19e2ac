package dev.palindrome.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What a draft takes back, and what is said of it; a class for each engine says where databases come from. */
abstract class UndoDraftTestCase extends MigrationsInFolder {

    @Test
    void severalRenamesOfOneScriptAreTakenBack() {
        requires(RENAMED_TABLE);
        users();
        up(2, """
                EXEC sp_rename 'dbo.users.name', 'full_name', 'COLUMN';
                EXEC sp_rename 'dbo.users.city', 'town', 'COLUMN';
                EXEC sp_rename 'dbo.users', 'people';
                """);

        UndoDraft draft = draft(2);

        assertThat(draft.outcome())
                .isEqualTo("tried: restores the schema; takes something for renamed: read its comments");
        assertThat(draft.sql()).isEqualTo("""
                -- renamed: dbo.people is taken for dbo.users, and keeps its rows
                EXEC sp_rename N'[dbo].[people]', N'users';
                -- renamed: dbo.users.town is taken for dbo.users.city, and keeps its values
                EXEC sp_rename N'[dbo].[users].[town]', N'city', N'COLUMN';
                -- renamed: dbo.users.full_name is taken for dbo.users.name, and keeps its values
                EXEC sp_rename N'[dbo].[users].[full_name]', N'name', N'COLUMN';
                """);
    }

    @Test
    void renamesRoundInACircleAreTakenBack() {
        users();
        up(2, """
                EXEC sp_rename 'dbo.users.name', 'swap', 'COLUMN';
                EXEC sp_rename 'dbo.users.city', 'name', 'COLUMN';
                EXEC sp_rename 'dbo.users.swap', 'city', 'COLUMN';
                """);

        UndoDraft draft = draft(2);

        assertThat(draft.outcome())
                .isEqualTo("tried: restores the schema; takes something for renamed: read its comments");
        assertThat(draft.sql().lines().filter(line -> line.startsWith("EXEC")))
                .containsExactly(
                        "EXEC sp_rename N'[dbo].[users].[city]', N'swap', N'COLUMN';",
                        "EXEC sp_rename N'[dbo].[users].[name]', N'city', N'COLUMN';",
                        "EXEC sp_rename N'[dbo].[users].[swap]', N'name', N'COLUMN';");
    }

    @Test
    void renamesOfTablesRoundInACircleAreTakenBack() {
        requires(RENAMED_TABLE);
        users();
        up(2, "CREATE TABLE dbo.archive (id INT NOT NULL CONSTRAINT pk_archive PRIMARY KEY, note INT NULL);");
        down(2, "DROP TABLE dbo.archive;");
        up(3, """
                EXEC sp_rename 'dbo.users', 'swap';
                EXEC sp_rename 'dbo.archive', 'users';
                EXEC sp_rename 'dbo.swap', 'archive';
                """);

        assertThat(draft(3).outcome())
                .isEqualTo("tried: restores the schema; takes something for renamed: read its comments");
    }

    @Test
    void whatElseARenamingScriptDoesIsTakenBackAsWell() {
        users();
        up(2, """
                EXEC sp_rename 'dbo.users.name', 'full_name', 'COLUMN';
                ALTER TABLE dbo.users ADD zip INT NULL;
                """);

        UndoDraft draft = draft(2);

        assertThat(draft.restoresSchema()).as(draft.outcome()).isTrue();
        assertThat(draft.sql())
                .contains("EXEC sp_rename N'[dbo].[users].[full_name]', N'name', N'COLUMN';", "DROP COLUMN [zip]");
    }

    @Test
    void rowsThatAMigrationChangedForGoodAreNamed() {
        users();
        up(2, "ALTER TABLE dbo.users ADD zip INT NULL;\nGO\nUPDATE dbo.users SET city = N'Ulm';");

        UndoDraft draft = draft(2);

        assertThat(draft.outcome()).isEqualTo("tried: restores the schema; rows are lost: read its comments");
        assertThat(draft.sql()).startsWith("-- data: dbo.users.city: values of ");
    }

    @Test
    void rowsThatAMigrationDeletedAreNamed() {
        users();
        up(2, "DELETE FROM dbo.users;\nALTER TABLE dbo.users ADD zip INT NULL;");

        UndoDraft draft = draft(2);

        assertThat(draft.outcome()).isEqualTo("tried: restores the schema; rows are lost: read its comments");
        assertThat(draft.sql()).startsWith("-- data: dbo.users: ").contains(" gone");
    }

    @Test
    void rowsThatAMigrationHasPutInAndThatStayAreNamed() {
        users();
        up(2, "ALTER TABLE dbo.users ADD zip INT NULL;\nGO\nINSERT INTO dbo.users (id, zip) VALUES (90001, 1);");

        UndoDraft draft = draft(2);

        assertThat(draft.outcome())
                .isEqualTo("tried: restores the schema; rows of the migration stay: read its comments");
        assertThat(draft.sql()).startsWith("-- data: dbo.users keeps 1 row that was not there before the migration. ");
    }

    @Test
    void anUndoThatFailsHasADraft() {
        users();
        up(2, "ALTER TABLE dbo.users ADD zip INT NULL;");
        down(2, "ALTER TABLE dbo.users DROP COLUMN zap;");

        assertThat(trip(2).verdict()).isEqualTo(Verdict.UNDO_FAILED);
        assertThat(draft(2))
                .isEqualTo(new UndoDraft(
                        "ALTER TABLE [dbo].[users] DROP COLUMN [zip];\n", "tried: restores the schema", true));
    }

    @Test
    void anUndoThatFailsOnRowsHasADraft() {
        users();
        up(2, "ALTER TABLE dbo.users ADD zip INT NULL;\nALTER TABLE dbo.users DROP COLUMN city;");
        down(2, "ALTER TABLE dbo.users ADD city NVARCHAR(30) NOT NULL;\nALTER TABLE dbo.users DROP COLUMN zip;");

        assertThat(trip(2).verdict()).isEqualTo(Verdict.UNDO_FAILED);
        assertThat(draft(2).sql()).contains("DROP COLUMN [zip]", "ADD [city]");
    }

    @Test
    void aDraftThatFailsOnRowsSaysNoneOfTheirValues() {
        up(1, """
                CREATE TABLE dbo.words (id INT NOT NULL CONSTRAINT pk_words PRIMARY KEY, word NVARCHAR(40) NULL);
                CREATE INDEX ix_words ON dbo.words (word);
                """);
        down(1, "DROP TABLE dbo.words;");
        up(2, "DELETE FROM dbo.words;\nCREATE UNIQUE INDEX ux_words ON dbo.words (word);");
        down(2, "DROP INDEX ux_words ON dbo.words;");
        up(3, """
                DROP INDEX ux_words ON dbo.words;
                INSERT INTO dbo.words (id, word) VALUES (-1, N'Sesam'), (-2, N'Sesam');
                """);

        assertThat(draft(3).outcome())
                .startsWith("tried: fails, two rows have the same key (error ")
                .doesNotContain("Sesam");
    }

    @Test
    void aDraftDropsWhatARepeatableMigrationPutsInItsWay() {
        requires(VIEW_ONCE_MORE);
        users();
        up(2, "ALTER TABLE dbo.users ADD zip INT NULL;");
        down(2, "ALTER TABLE dbo.users DROP COLUMN zip;");
        script("R__zips.sql", "CREATE OR ALTER VIEW dbo.zips WITH SCHEMABINDING AS SELECT id, zip FROM dbo.users");

        assertThat(draft(2).restoresSchema()).as(draft(2).outcome()).isTrue();
        assertThat(draft(2).sql()).contains("DROP VIEW [dbo].[zips]", "DROP COLUMN [zip]");
    }

    @Test
    void aDraftIsNotJudgedByWhatOthersHaveLeft() {
        users();
        up(2, "ALTER TABLE dbo.users ADD zip INT NULL;");
        up(3, "ALTER TABLE dbo.users DROP COLUMN name;");
        down(
                3,
                "-- palindrome: loses dbo.users.name nobody has one\nALTER TABLE dbo.users ADD name NVARCHAR(30) NULL;");

        assertThat(draft(2).outcome()).isEqualTo("tried: restores the schema");
    }

    @Test
    void aDraftIsNotSaidToMoveColumnsThatAnUndoAboveHasMoved() {
        users();
        up(2, "CREATE TABLE dbo.towns (id INT NOT NULL);");
        aMovedColumn(3);

        assertThat(draft(2).outcome()).isEqualTo("tried: restores the schema");
    }

    @Test
    void columnsThatAnUndoHasMovedAreNotLaidToAnUndoBelowADraft() {
        users();
        up(2, "CREATE TABLE dbo.towns (id INT NOT NULL);");
        down(2, "DROP TABLE dbo.towns;");
        up(3, "CREATE TABLE dbo.lands (id INT NOT NULL);");
        aMovedColumn(4);

        assertThat(trip(2).verdict()).as(trip(2).explanation()).isEqualTo(Verdict.REVERSIBLE);
    }

    @Test
    void columnsThatAnUndoHasMovedAreNotLaidToAnUndoBelowAChangeOfRowsAlone() {
        users();
        up(2, "CREATE TABLE dbo.towns (id INT NOT NULL);");
        down(2, "DROP TABLE dbo.towns;");
        up(3, "DELETE FROM dbo.towns;");
        aMovedColumn(4);

        assertThat(trip(2).verdict()).as(trip(2).explanation()).isEqualTo(Verdict.REVERSIBLE);
    }

    private void aMovedColumn(int version) {
        up(version, "ALTER TABLE dbo.users DROP COLUMN name;");
        down(
                version,
                "-- palindrome: loses dbo.users.name nobody has one\nALTER TABLE dbo.users ADD name NVARCHAR(30) NULL;");
    }

    @Test
    void aDraftThatMovesAColumnSaysSo() {
        users();
        up(2, "ALTER TABLE dbo.users DROP COLUMN name;");

        assertThat(draft(2).outcome())
                .isEqualTo(
                        "tried: restores the schema, but for the order of columns; does not bring back data: read its"
                                + " comments, and look for renames");
    }

    @Test
    void anUndoThatOnlyDeclaresIsNeverCalledTried() {
        users();
        up(2, "UPDATE dbo.users SET city = N'Ulm' WHERE id = -77;");
        down(2, "-- palindrome: irreversible the old names are gone\n");

        RoundTrip trip = trip(2);

        assertThat(trip.verdict()).as(trip.explanation()).isEqualTo(Verdict.DECLARED_IRREVERSIBLE);
        assertThat(trip.took().get(1)).isZero();
        assertThat(verify().toString()).doesNotContain("tried");
    }

    @Test
    void theDeclarationThatAFailureSuggestsCanBePasted() {
        up(
                1,
                "CREATE TABLE dbo.[order lines] (id INT NOT NULL CONSTRAINT pk_l PRIMARY KEY, [unit.price] INT NOT NULL);");
        down(1, "DROP TABLE dbo.[order lines];");
        up(2, "UPDATE dbo.[order lines] SET [unit.price] = 0;");
        String undo = "UPDATE dbo.[order lines] SET [unit.price] = 0;";
        down(2, undo);

        String declaration = trip(2).explanation()
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith("-- palindrome:"))
                .findFirst()
                .orElseThrow();
        down(2, declaration.replace("<reason>", "nobody pays") + "\n" + undo);

        assertThat(declaration).isEqualTo("-- palindrome: loses dbo.[order lines].[unit.price] <reason>");
        assertThat(trip(2).verdict()).isEqualTo(Verdict.DATA_LOSS_DECLARED);
    }

    private UndoDraft draft(int version) {
        List<RoundTrip> trips = verify().roundTrips();
        RoundTrip trip = trips.get(version - 1);
        return trip.undoDraft().orElseThrow(() -> new AssertionError(trip.explanation()));
    }

    private void users() {
        up(1, """
                CREATE TABLE dbo.users (
                    id INT NOT NULL CONSTRAINT pk_users PRIMARY KEY,
                    name NVARCHAR(30) NULL,
                    city NVARCHAR(30) NULL
                );
                """);
        down(1, "DROP TABLE dbo.users;");
    }
}
