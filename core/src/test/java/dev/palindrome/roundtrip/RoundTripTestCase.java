package dev.palindrome.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.palindrome.check.MigrationCheck;
import dev.palindrome.error.PalindromeException;
import dev.palindrome.seed.RandomSeed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** A planted fault for each verdict; a class for each engine says where databases come from. */
abstract class RoundTripTestCase extends MigrationsInFolder {

    private static final String UNCHECKED_FOREIGN_KEY =
            "CREATE TABLE dbo.probe (a INT NOT NULL CONSTRAINT pk_probe PRIMARY KEY, b INT NULL)\nGO\n"
                    + "INSERT INTO dbo.probe (a, b) VALUES (1, 2)\nGO\n"
                    + "ALTER TABLE dbo.probe WITH NOCHECK ADD CONSTRAINT fk_probe FOREIGN KEY (b) REFERENCES dbo.probe (a)";

    private static final String SEQUENCE_WITHOUT_CYCLE =
            "CREATE SEQUENCE dbo.probe START WITH 0 MINVALUE 0 MAXVALUE 9223372036854775807 NO CACHE NO CYCLE";

    @Test
    void goodMigrationsAreReversible() {
        users();
        comments();

        RoundTripReport report = verify();

        report.assertReversible();
        assertThat(report.roundTrips()).extracting(RoundTrip::verdict).containsOnly(Verdict.REVERSIBLE);
        assertThat(report.isReversible()).isTrue();
        assertThat(report.roundTrips().get(1))
                .asString()
                .startsWith("V2 comments [V2__comments.sql] U2__comments.sql: REVERSIBLE");
    }

    @Test
    void whatACheckOfTheScriptsShallAcceptIsNoMatterHere() {
        requires(RENAMED_COLUMN);
        users();
        up(2, "EXEC sp_rename 'dbo.users.note', 'remark', 'COLUMN';");
        down(
                2,
                "-- palindrome: allow PAL015 nothing runs that night\nEXEC sp_rename 'dbo.users.remark', 'note', 'COLUMN';");

        assertThat(trip(2).verdict()).isEqualTo(Verdict.REVERSIBLE);
        assertThat(MigrationCheck.of("filesystem:" + folder).findings()).isEmpty();
    }

    @Test
    void anotherSeedMakesOtherRows() {
        up(1, "CREATE TABLE dbo.t (id INT NOT NULL CONSTRAINT pk_t PRIMARY KEY, n INT NOT NULL);");
        down(1, "DROP TABLE dbo.t;");
        up(2, "ALTER TABLE dbo.t ADD CONSTRAINT ck_t CHECK (n < 800000);");
        down(2, "ALTER TABLE dbo.t DROP CONSTRAINT ck_t;");

        assertThat(Stream.of(2, 3)
                        .map(seed -> new RoundTripSettings(Optional.empty(), Optional.empty(), Map.of(), false, seed))
                        .map(settings -> verify(settings).roundTrips().get(1).notes())
                        .distinct())
                .hasSize(2);
    }

    @Test
    void anEmptyUndoIsNone() {
        users();
        up(2, "ALTER TABLE dbo.users ADD phone NVARCHAR(20) NULL;");
        down(2, "-- to be written\n");

        RoundTrip trip = trip(2);

        assertThat(trip.verdict()).isEqualTo(Verdict.UNDO_MISSING);
        assertThat(trip.undoDraft()).map(UndoDraft::outcome).contains("tried: restores the schema");
        assertThatThrownBy(trip::assertReversible)
                .isInstanceOf(NotReversibleError.class)
                .hasMessageContaining("U2__test.sql has no statement, so it does not undo anything.")
                .hasMessageContaining("DROP COLUMN");
    }

    @Test
    void anEmptyUndoIsNoneWhereNothingCanBeSeenEither() {
        users();
        up(2, "UPDATE dbo.users SET note = N'x' WHERE id = -5;");
        down(2, "-- nothing to do\n");

        assertThat(trip(2).verdict()).isEqualTo(Verdict.UNDO_MISSING);
    }

    @Test
    void anUndoThatRestoresNothing() {
        users();
        up(2, "ALTER TABLE dbo.users ADD phone NVARCHAR(20) NULL;");
        down(2, "UPDATE dbo.users SET phone = NULL;");

        RoundTrip trip = trip(2);

        assertThat(trip.verdict()).isEqualTo(Verdict.NOT_RESTORED);
        assertThat(trip.schemaDiff().toString()).contains("phone");
        assertThat(trip.undoDraft()).map(UndoDraft::outcome).contains("tried: restores the schema");
    }

    @Test
    void aFloorAboveAllWaitsForTheNextMigration() {
        users();

        assertThat(verify(new RoundTripSettings(
                                Optional.empty(), Optional.of("2"), Map.of(), false, RandomSeed.DEFAULT))
                        .roundTrips())
                .extracting(RoundTrip::verdict)
                .containsExactly(Verdict.EXCLUDED);
    }

    @Test
    void aFloorThatDoesNotExistIsAnError() {
        users();
        up(2, "ALTER TABLE dbo.users ADD phone NVARCHAR(20) NULL;");

        assertThatThrownBy(() -> verify(new RoundTripSettings(
                        Optional.empty(), Optional.of("1.5"), Map.of(), false, RandomSeed.DEFAULT)))
                .hasMessage("There is no version 1.5 to verify. The versions are: 1, 2.");
        assertThatThrownBy(() -> verify(
                        new RoundTripSettings(Optional.empty(), Optional.of("x"), Map.of(), false, RandomSeed.DEFAULT)))
                .hasMessage("\"x\" is not a version. A version is written as in the file's name, such as 3 or 1.1.");
    }

    @Test
    void oneBadUndoIsOneBadVerdict() {
        users();
        up(2, "ALTER TABLE dbo.users ADD phone NVARCHAR(20) NULL;");
        down(2, "ALTER TABLE dbo.users ADD leftover INT NULL;\nALTER TABLE dbo.users DROP COLUMN phone;");
        up(3, "CREATE TABLE dbo.tags (id INT NOT NULL PRIMARY KEY, name NVARCHAR(10) NOT NULL);");
        down(3, "DROP TABLE dbo.tags;");

        assertThat(verify().roundTrips())
                .extracting(RoundTrip::verdict)
                .containsExactly(Verdict.REVERSIBLE, Verdict.NOT_RESTORED, Verdict.REVERSIBLE);
    }

    @Test
    void anUndoThatForgetsAnIndex() {
        users();
        up(2, "DROP INDEX ix_users_name ON dbo.users;\nALTER TABLE dbo.users ADD phone NVARCHAR(20) NULL;");
        down(2, "ALTER TABLE dbo.users DROP COLUMN phone;");

        RoundTrip trip = trip(2);

        assertThat(trip.verdict()).isEqualTo(Verdict.NOT_RESTORED);
        assertThat(trip.schemaDiff().toString()).contains("ix_users_name");
    }

    @Test
    void anUndoThatRecreatesAColumnOtherwise() {
        requires(NOT_NULL_IN_ALTER_COLUMN);
        users();
        up(2, "ALTER TABLE dbo.users ALTER COLUMN city NVARCHAR(100) NOT NULL;");
        down(2, "ALTER TABLE dbo.users ALTER COLUMN city NVARCHAR(60) NOT NULL;");

        assertThat(trip(2).verdict()).isEqualTo(Verdict.NOT_RESTORED);
        assertThat(trip(2).schemaDiff().toString().toLowerCase())
                .contains("nvarchar(60)")
                .contains("nvarchar(50)");
    }

    @Test
    void anUndoThatForgetsNotNull() {
        requires(NOT_NULL_IN_ALTER_COLUMN);
        users();
        up(2, "ALTER TABLE dbo.users ALTER COLUMN city NVARCHAR(100) NOT NULL;");
        down(2, "ALTER TABLE dbo.users ALTER COLUMN city NVARCHAR(50) NULL;");

        assertThat(trip(2).verdict()).isEqualTo(Verdict.NOT_RESTORED);
    }

    @Test
    void anUndoThatRecreatesAColumnWithAnotherCollation() {
        requires("CREATE TABLE dbo.probe (id INT NOT NULL, code NVARCHAR(20) COLLATE Latin1_General_CI_AS NULL);"
                + " ALTER TABLE dbo.probe ALTER COLUMN code NVARCHAR(20) COLLATE Latin1_General_CS_AS NULL;"
                + " SELECT 1 / COUNT(*) AS n INTO #probe FROM sys.columns"
                + " WHERE name = 'code' AND collation_name = 'Latin1_General_CS_AS';");
        script(
                "V1__test.sql",
                "CREATE TABLE dbo.t (id INT NOT NULL PRIMARY KEY, code NVARCHAR(20) COLLATE Latin1_General_CS_AS NULL);");
        script("U1__test.sql", "DROP TABLE dbo.t;");
        up(2, "ALTER TABLE dbo.t ALTER COLUMN code NVARCHAR(40) COLLATE Latin1_General_CS_AS NULL;");
        down(2, "ALTER TABLE dbo.t ALTER COLUMN code NVARCHAR(20) COLLATE Latin1_General_CI_AS NULL;");

        RoundTrip trip = trip(2);

        assertThat(trip.verdict()).as(trip.explanation()).isEqualTo(Verdict.NOT_RESTORED);
        assertThat(trip.schemaDiff()).hasToString("""
                table dbo.t:
                  column code, COLLATE: expected Latin1_General_CS_AS but was Latin1_General_CI_AS
                """);
        assertThat(trip.undoDraft()).map(UndoDraft::outcome).get().asString().startsWith("tried: restores the schema");
    }

    @Test
    void anUndoThatChangesADefault() {
        requires(NAMED_DEFAULT);
        script(
                "V1__test.sql",
                "CREATE TABLE dbo.t (id INT NOT NULL PRIMARY KEY, a INT NOT NULL CONSTRAINT df_a DEFAULT (1));");
        script("U1__test.sql", "DROP TABLE dbo.t;");
        up(2, "ALTER TABLE dbo.t DROP CONSTRAINT df_a;");
        down(2, "ALTER TABLE dbo.t ADD CONSTRAINT df_a DEFAULT (2) FOR a;");

        assertThat(trip(2).verdict()).isEqualTo(Verdict.NOT_RESTORED);
    }

    @Test
    void anUndoThatRecreatesTheTableLosesItsRows() {
        users();
        up(2, "ALTER TABLE dbo.users ADD phone NVARCHAR(20) NULL;");
        down(2, "DROP TABLE dbo.users;\nGO\n" + USERS);

        RoundTrip trip = trip(2);

        assertThat(trip.verdict()).isEqualTo(Verdict.DATA_LOST);
        assertThat(trip.dataLosses())
                .extracting(DataLoss::table, DataLoss::column, DataLoss::rows, DataLoss::of)
                .containsExactly(tuple("dbo.users", "*", 10L, 10L));
        assertThat(explanation(trip).replaceFirst("such as id = -?\\d+", "such as id = 1"))
                .isEqualTo("V2 test [V2__test.sql] loses data when U2__test.sql undoes it:\n"
                        + "  dbo.users: 10 of 10 rows gone, such as id = 1\n"
                        + "  If that is meant, say so at the top of the undo script:\n"
                        + "    -- palindrome: loses dbo.users <reason>");
    }

    @Test
    void aColumnThatComesBackEmptyHasLostItsValues() {
        users();
        up(2, "ALTER TABLE dbo.users DROP COLUMN note;");
        down(2, "ALTER TABLE dbo.users ADD note NVARCHAR(20) NULL;");

        RoundTrip trip = trip(2);

        assertThat(trip.verdict()).isEqualTo(Verdict.DATA_LOST);
        assertThat(trip.dataLosses()).singleElement().satisfies(loss -> {
            assertThat(loss.table()).isEqualTo("dbo.users");
            assertThat(loss.column()).isEqualTo("note");
            assertThat(loss.rows()).isEqualTo(8);
        });
    }

    @Test
    void valuesMovedToAnotherColumnAndBackAreNotLost() {
        requires(NAMED_DEFAULT);
        script("V1__test.sql", "CREATE TABLE dbo.t (id INT NOT NULL PRIMARY KEY, is_active BIT NOT NULL);");
        script("U1__test.sql", "DROP TABLE dbo.t;");
        up(2, """
                ALTER TABLE dbo.t ADD status NVARCHAR(10) NOT NULL CONSTRAINT df_t_status DEFAULT (N'active');
                GO
                UPDATE dbo.t SET status = N'inactive' WHERE is_active = 0;
                ALTER TABLE dbo.t DROP COLUMN is_active;
                """);
        down(2, """
                ALTER TABLE dbo.t ADD is_active BIT NOT NULL CONSTRAINT df_t DEFAULT (1);
                GO
                UPDATE dbo.t SET is_active = 0 WHERE status = N'inactive';
                ALTER TABLE dbo.t DROP CONSTRAINT df_t;
                ALTER TABLE dbo.t DROP CONSTRAINT df_t_status;
                ALTER TABLE dbo.t DROP COLUMN status;
                """);

        assertThat(trip(2).verdict()).as(trip(2).explanation()).isEqualTo(Verdict.REVERSIBLE);
    }

    @Test
    void hyphensInALiteralHideNoUpdate() {
        requires(NAMED_DEFAULT);
        script("V1__test.sql", "CREATE TABLE dbo.t (id INT NOT NULL PRIMARY KEY, is_active BIT NOT NULL);");
        script("U1__test.sql", "DROP TABLE dbo.t;");
        up(
                2,
                "ALTER TABLE dbo.t ADD state INT NOT NULL CONSTRAINT df_state DEFAULT (0);\nGO\n"
                        + "PRINT 'a--b'; UPDATE dbo.t SET state = 1 WHERE is_active = 0;\n"
                        + "ALTER TABLE dbo.t DROP COLUMN is_active;");
        down(
                2,
                "ALTER TABLE dbo.t ADD is_active BIT NOT NULL CONSTRAINT df_t DEFAULT (1);\nGO\n"
                        + "UPDATE dbo.t SET is_active = 0 WHERE state <> 0; ALTER TABLE dbo.t DROP CONSTRAINT df_t;\n"
                        + "ALTER TABLE dbo.t DROP CONSTRAINT df_state;\nALTER TABLE dbo.t DROP COLUMN state;");

        assertThat(trip(2).verdict()).as(trip(2).explanation()).isEqualTo(Verdict.REVERSIBLE);
    }

    @Test
    void valuesMovedToAnotherTableAndBackAreNotLost() {
        users();
        up(2, """
                CREATE TABLE dbo.ages (user_id INT NOT NULL CONSTRAINT pk_ages PRIMARY KEY, age INT NULL);
                GO
                INSERT INTO dbo.ages (user_id, age) SELECT id, age FROM dbo.users;
                UPDATE dbo.users SET age = NULL;
                """);
        down(2, """
                UPDATE dbo.users SET age = (SELECT a.age FROM dbo.ages a WHERE a.user_id = dbo.users.id);
                DROP TABLE dbo.ages;
                """);

        assertThat(trip(2).verdict()).as(trip(2).explanation()).isEqualTo(Verdict.REVERSIBLE);
    }

    @Test
    void aDeclaredLossPasses() {
        users();
        up(2, "ALTER TABLE dbo.users DROP COLUMN note;");
        down(2, "-- palindrome: loses users.note nobody read them\nALTER TABLE dbo.users ADD note NVARCHAR(20) NULL;");

        assertThat(trip(2).verdict()).isEqualTo(Verdict.DATA_LOSS_DECLARED);
    }

    @Test
    void anUnneededDeclarationFails() {
        users();
        up(2, "ALTER TABLE dbo.users ADD phone NVARCHAR(20) NULL;");
        down(2, "-- palindrome: loses dbo.users.note it may\nALTER TABLE dbo.users DROP COLUMN phone;");

        assertThat(trip(2).verdict()).isEqualTo(Verdict.DECLARATION_UNNEEDED);
        assertThat(explanation(trip(2)))
                .isEqualTo("V2 test [V2__test.sql]: U2__test.sql declares what is not so. Remove the declaration:\n"
                        + "  loses dbo.users.note (it may), but nothing of it is lost.");
    }

    @Test
    void aLossMayBeDeclaredInBracketsOrWithoutTheSchema() {
        script("V1__test.sql", """
                CREATE SCHEMA [my schema]
                GO
                CREATE TABLE [my schema].[my.odd table] (id INT NOT NULL PRIMARY KEY, [a column] INT NULL);
                CREATE TABLE dbo.t (id INT NOT NULL PRIMARY KEY, a INT NULL);
                """);
        script(
                "U1__test.sql",
                "DROP TABLE dbo.t;\nDROP TABLE [my schema].[my.odd table];\nGO\nDROP SCHEMA [my schema]");
        up(2, "ALTER TABLE [my schema].[my.odd table] DROP COLUMN [a column];\nALTER TABLE dbo.t DROP COLUMN a;");
        down(2, """
                -- palindrome: loses [my schema].[my.odd table].[a column] nobody looks
                -- palindrome: loses [t].a here neither
                ALTER TABLE [my schema].[my.odd table] ADD [a column] INT NULL;
                ALTER TABLE dbo.t ADD a INT NULL;
                """);

        assertThat(trip(2).verdict()).as(trip(2).explanation()).isEqualTo(Verdict.DATA_LOSS_DECLARED);
    }

    @Test
    void aDeclarationOfAnUnknownTableOrColumnIsPointedOut() {
        users();
        up(2, "ALTER TABLE dbo.users ADD phone NVARCHAR(20) NULL;");
        down(2, "-- palindrome: loses dbo.users.nte it may\nALTER TABLE dbo.users DROP COLUMN phone;");
        up(3, "ALTER TABLE dbo.users DROP COLUMN note;");
        down(3, "-- palindrome: loses usrs.note it may\nALTER TABLE dbo.users ADD note NVARCHAR(20) NULL;");

        List<RoundTrip> trips = verify().roundTrips();

        assertThat(explanation(trips.get(1)))
                .isEqualTo("V2 test [V2__test.sql]: U2__test.sql declares what is not so. Remove the declaration:\n"
                        + "  loses dbo.users.nte (it may), but before the migration dbo.users has only the columns id,"
                        + " name, city, note, age.");
        assertThat(trips.get(2).verdict()).isEqualTo(Verdict.DATA_LOST);
        assertThat(trips.get(2).notes())
                .containsExactly("The undo script declares what is not so: loses usrs.note (it may), but before the"
                        + " migration there is no table usrs.note, and no dbo.usrs.");
    }

    @Test
    void anUndoScriptThatIsNotNamedLikeOneIsPointedOut() {
        script("V1__users.sql", USERS);
        script("U1_users.sql", "DROP TABLE dbo.users;");

        assertThat(trip(1).explanation())
                .startsWith(
                        "V1 users [V1__users.sql] has no undo.\n  U1_users.sql looks like its undo, but is not named"
                                + " like one: rename it to U1__users.sql.\nDraft of an undo");
    }

    @Test
    void declaredIrreversiblePasses() {
        users();
        up(2, "DELETE FROM dbo.users;");
        down(2, "-- palindrome: irreversible the rows are gone\n");
        comments();

        assertThat(verify().roundTrips().get(1).verdict()).isEqualTo(Verdict.DECLARED_IRREVERSIBLE);
    }

    @Test
    void declaredIrreversibleWithoutNeedFails() {
        users();
        up(2, "ALTER TABLE dbo.users ADD phone NVARCHAR(20) NULL;");
        down(2, "-- palindrome: irreversible so we thought\nALTER TABLE dbo.users DROP COLUMN phone;");

        assertThat(trip(2).verdict()).isEqualTo(Verdict.DECLARATION_UNNEEDED);
    }

    @Test
    void aDeclarationWithoutReasonIsAnError() {
        users();
        up(2, "ALTER TABLE dbo.users ADD phone NVARCHAR(20) NULL;");
        down(2, "-- palindrome: irreversible\nALTER TABLE dbo.users DROP COLUMN phone;");

        assertThatThrownBy(this::verify)
                .isInstanceOf(PalindromeException.class)
                .hasMessageContaining("U2__test.sql")
                .hasMessageContaining("reason");
    }

    @Test
    void aMissingUndoIsDrafted() {
        requires(NAMED_DEFAULT);
        users();
        up(2, "CREATE TABLE dbo.tags (id INT NOT NULL CONSTRAINT pk_tags PRIMARY KEY, name NVARCHAR(10) NOT NULL);");
        up(3, "ALTER TABLE dbo.tags ADD hue INT NOT NULL CONSTRAINT df_tags_hue DEFAULT (0);");
        down(3, "ALTER TABLE dbo.tags DROP CONSTRAINT df_tags_hue;\nALTER TABLE dbo.tags DROP COLUMN hue;");

        List<RoundTrip> trips = verify().roundTrips();

        assertThat(trips)
                .extracting(RoundTrip::verdict)
                .containsExactly(Verdict.REVERSIBLE, Verdict.UNDO_MISSING, Verdict.REVERSIBLE);
        UndoDraft draft = trips.get(1).undoDraft().orElseThrow();
        assertThat(draft.outcome()).isEqualTo("tried: restores the schema");
        assertThat(draft.sql()).contains("DROP TABLE [dbo].[tags]");
    }

    @Test
    void aDraftForARenamedTableWithARenamedColumnKeepsTheRows() {
        requires(RENAMED_TABLE);
        requires(RENAMED_COLUMN);
        users();
        up(2, "EXEC sp_rename 'dbo.users.note', 'remark', 'COLUMN';\nEXEC sp_rename 'dbo.users', 'people';");

        assertThat(trip(2).undoDraft())
                .contains(new UndoDraft(
                        """
                        -- renamed: dbo.people is taken for dbo.users, and keeps its rows
                        EXEC sp_rename N'[dbo].[people]', N'users';
                        -- renamed: dbo.users.remark is taken for dbo.users.note, and keeps its values
                        EXEC sp_rename N'[dbo].[users].[remark]', N'note', N'COLUMN';
                        """, "tried: restores the schema; takes something for renamed: read its comments", true));
    }

    @Test
    void aDraftBringsAColumnBackWhoseParentsAreGone() {
        requires(UNCHECKED_FOREIGN_KEY);
        requires(NOT_NULL_IN_ALTER_COLUMN);
        up(1, """
                CREATE TABLE dbo.zones (id INT NOT NULL CONSTRAINT pk_zones PRIMARY KEY);
                CREATE TABLE dbo.notes (id INT NOT NULL CONSTRAINT pk_notes PRIMARY KEY,
                    zone INT NOT NULL CONSTRAINT fk_notes_zones REFERENCES dbo.zones (id));
                """);
        down(1, "DROP TABLE dbo.notes;\nDROP TABLE dbo.zones;");
        up(2, """
                ALTER TABLE dbo.notes DROP CONSTRAINT fk_notes_zones;
                ALTER TABLE dbo.notes DROP COLUMN zone;
                DROP TABLE dbo.zones;
                """);

        assertThat(trip(2).undoDraft())
                .map(UndoDraft::outcome)
                .hasValueSatisfying(outcome ->
                        assertThat(outcome).startsWith("tried: leaves differences; does not bring back data"));
    }

    @Test
    void aDraftForARenameKeepsTheRows() {
        requires(RENAMED_TABLE);
        requires(RENAMED_COLUMN);
        users();
        up(2, "EXEC sp_rename 'dbo.users', 'people';");
        up(3, "EXEC sp_rename 'dbo.people.note', 'remark', 'COLUMN';");

        List<RoundTrip> trips = verify().roundTrips();

        assertThat(trips.get(1).undoDraft())
                .contains(new UndoDraft(
                        "-- renamed: dbo.people is taken for dbo.users, and keeps its rows\n"
                                + "EXEC sp_rename N'[dbo].[people]', N'users';\n",
                        "tried: restores the schema; takes something for renamed: read its comments",
                        true));
        assertThat(trips.get(2).undoDraft())
                .contains(new UndoDraft(
                        "-- renamed: dbo.people.remark is taken for dbo.people.note, and keeps its values\n"
                                + "EXEC sp_rename N'[dbo].[people].[remark]', N'note', N'COLUMN';\n",
                        "tried: restores the schema; takes something for renamed: read its comments",
                        true));
    }

    @Test
    void aDraftBringsNoRowsBack() {
        users();
        up(2, "UPDATE dbo.users SET age = 7;");

        RoundTrip trip = trip(2);
        assertThat(trip.undoDraft())
                .hasValueSatisfying(draft -> assertThat(draft.restoresSchema()).isTrue());
        assertThat(explanation(trip))
                .isEqualTo("V2 test [V2__test.sql] has no undo.\n"
                        + "Draft of an undo (the schema did not change, and no draft brings data back):\n"
                        + "  -- data: the migration does not change the schema. What it does to rows, a draft cannot take"
                        + " back.");
    }

    @Test
    void aDraftDoesNotCheckRowsWhoseParentsAreGone() {
        requires(UNCHECKED_FOREIGN_KEY);
        script("V1__test.sql", """
                CREATE TABLE dbo.zones (id INT NOT NULL CONSTRAINT pk_zones PRIMARY KEY);
                CREATE TABLE dbo.shops (
                    id INT NOT NULL CONSTRAINT pk_shops PRIMARY KEY,
                    zone_id INT NOT NULL CONSTRAINT fk_shops_zones REFERENCES dbo.zones (id)
                );
                """);
        script("U1__test.sql", "DROP TABLE dbo.shops;\nDROP TABLE dbo.zones;");
        up(2, "ALTER TABLE dbo.shops DROP CONSTRAINT fk_shops_zones;\nDROP TABLE dbo.zones;");

        List<RoundTrip> trips = verify().roundTrips();

        assertThat(trips).extracting(RoundTrip::verdict).containsExactly(Verdict.REVERSIBLE, Verdict.UNDO_MISSING);
        assertThat(trips.get(1).undoDraft().orElseThrow().outcome())
                .isEqualTo(
                        "tried: leaves differences; does not bring back data: read its comments, and look for renames\n"
                                + "table dbo.shops:\n  foreign key fk_shops_zones: expected trusted but was NOT TRUSTED");
    }

    @Test
    void anUndoThatFails() {
        users();
        up(2, "ALTER TABLE dbo.users ADD phone NVARCHAR(20) NULL;");
        down(2, "ALTER TABLE dbo.users DROP COLUMN phones;");
        up(3, "CREATE TABLE dbo.tags (id INT NOT NULL PRIMARY KEY);");
        down(3, "DROP TABLE dbo.tags;");

        List<RoundTrip> trips = verify().roundTrips();

        assertThat(trips)
                .extracting(RoundTrip::verdict)
                .containsExactly(Verdict.REVERSIBLE, Verdict.UNDO_FAILED, Verdict.REVERSIBLE);
        assertThat(trips.get(1).explanation()).contains("U2__test.sql, line 1").contains("phones");
    }

    /** So many that the way down is several runs of Flyway: it fails in the second. */
    @Test
    void anUndoThatFailsFarDownSaysWhatWasUndoneBefore() {
        for (int i = 1; i <= 60; i++) {
            script("V%d__test.sql".formatted(i), "CREATE TABLE dbo.t%d (id INT NOT NULL PRIMARY KEY);".formatted(i));
            script("U%d__test.sql".formatted(i), "DROP TABLE dbo.t%d;".formatted(i == 3 ? 300 : i));
        }

        List<RoundTrip> failing = verify().roundTrips().stream()
                .filter(trip -> trip.verdict() != Verdict.REVERSIBLE)
                .toList();

        assertThat(failing).extracting(RoundTrip::verdict).containsExactly(Verdict.UNDO_FAILED);
        assertThat(failing.get(0).explanation())
                .contains("Undone before it: V60, V59, ", ", V5, V4; the database is at V3.");
    }

    @Test
    void aColumnThatComesBackLast() {
        users();
        up(2, "ALTER TABLE dbo.users DROP COLUMN note;");
        down(
                2,
                "-- palindrome: loses dbo.users.note nobody read them\nALTER TABLE dbo.users ADD note NVARCHAR(20) NULL;");
        up(3, "ALTER TABLE dbo.users DROP COLUMN age;\n");
        down(3, "-- palindrome: loses dbo.users.age nobody minds\nALTER TABLE dbo.users ADD age INT NULL;");

        List<RoundTrip> trips = verify().roundTrips();

        assertThat(trips.get(1).verdict()).isEqualTo(Verdict.DATA_LOSS_DECLARED);
        assertThat(trips.get(2).verdict()).isEqualTo(Verdict.DATA_LOSS_DECLARED);
    }

    @Test
    void aProcedureThatIsChangedAndNotPutBack() {
        requires(
                "CREATE PROCEDURE dbo.probe AS SELECT 1 AS one\nGO\nWAITFOR DELAY '00:00:00.100'\nGO\n"
                        + "ALTER PROCEDURE dbo.probe AS SELECT 2 AS one\nGO\n"
                        + "SELECT 1 / COUNT(*) AS n INTO #probe FROM sys.objects WHERE name = 'probe' AND modify_date > create_date");
        script("V1__test.sql", "CREATE PROCEDURE dbo.answer AS SELECT 41 AS answer");
        script("U1__test.sql", "DROP PROCEDURE dbo.answer;");
        up(2, "ALTER PROCEDURE dbo.answer AS SELECT 42 AS answer\nGO\nCREATE TABLE dbo.t (id INT NOT NULL);");
        down(2, "DROP TABLE dbo.t;");

        RoundTrip trip = trip(2);

        assertThat(trip.verdict()).as(trip.explanation()).isEqualTo(Verdict.NOT_RESTORED);
        assertThat(trip.schemaDiff().toString()).contains("procedure dbo.answer", "41", "42");
        assertThat(trip.undoDraft()).map(UndoDraft::outcome).contains("tried: restores the schema");
    }

    /** What is left on reaches neither the rows that are generated nor what is read. */
    @Test
    void whatScriptsLeaveSetReachesNothingOfOurs() {
        script("V1__test.sql", """
                CREATE TABLE dbo.users (id INT IDENTITY(1,1) NOT NULL CONSTRAINT pk_users PRIMARY KEY, name NVARCHAR(20) NULL);
                GO
                SET DATEFORMAT dmy;
                SET IDENTITY_INSERT dbo.users ON;
                """);
        script("U1__test.sql", "DROP TABLE dbo.users;");
        up(2, "SET IDENTITY_INSERT dbo.users OFF;\nUPDATE dbo.users SET name = NULL;");
        down(2, "PRINT 'nothing comes back';");

        assertThat(verdicts()).containsExactly(Verdict.REVERSIBLE, Verdict.DATA_LOST);
    }

    @Test
    void aTriggerThatTheUndoDropsTooMany() {
        requires("CREATE TABLE dbo.t (id INT NOT NULL)\nGO\nCREATE TRIGGER dbo.tr ON dbo.t AFTER INSERT AS RETURN");
        script(
                "V1__test.sql",
                "CREATE TABLE dbo.t (id INT NOT NULL);\nGO\nCREATE TRIGGER dbo.tr ON dbo.t AFTER INSERT AS RETURN;");
        script("U1__test.sql", "DROP TABLE dbo.t;");
        up(2, "CREATE TABLE dbo.other (id INT NOT NULL);");
        down(2, "DROP TABLE dbo.other;\nDROP TRIGGER dbo.tr;");

        RoundTrip trip = trip(2);

        assertThat(trip.verdict()).as(trip.explanation()).isEqualTo(Verdict.NOT_RESTORED);
        assertThat(trip.schemaDiff().toString()).contains("table dbo.t:", "missing trigger tr");
        assertThat(trip.undoDraft()).map(UndoDraft::outcome).contains("tried: restores the schema");
    }

    @Test
    void aTriggerThatIsSwitchedOffAndAFunctionThatStays() {
        requires("CREATE FUNCTION dbo.f () RETURNS INT AS BEGIN RETURN 1 END");
        script(
                "V1__test.sql",
                "CREATE TABLE dbo.t (id INT NOT NULL);\nGO\nCREATE TRIGGER dbo.tr ON dbo.t AFTER INSERT AS RETURN;");
        script("U1__test.sql", "DROP TABLE dbo.t;");
        up(2, "DISABLE TRIGGER tr ON dbo.t;\nGO\nCREATE FUNCTION dbo.f () RETURNS INT AS BEGIN RETURN 1 END");
        down(2, "SELECT 1 AS nothing;");

        RoundTrip trip = trip(2);

        assertThat(trip.verdict()).as(trip.explanation()).isEqualTo(Verdict.NOT_RESTORED);
        assertThat(trip.undoDraft())
                .contains(new UndoDraft(
                        "DROP TRIGGER [dbo].[tr];\nGO\nDROP FUNCTION [dbo].[f];\nGO\n"
                                + "CREATE TRIGGER dbo.tr ON dbo.t AFTER INSERT AS RETURN;\n",
                        "tried: restores the schema",
                        true));
    }

    @Test
    void aProcedureThatTheUndoForgets() {
        requires("CREATE PROCEDURE dbo.probe AS SELECT 1 AS one");
        script(
                "V1__test.sql",
                "CREATE TABLE dbo.t (id INT NOT NULL);\nGO\nCREATE PROC dbo.answer AS SELECT 41 AS answer");
        script("U1__test.sql", "DROP TABLE dbo.t;");

        RoundTrip trip = trip(1);

        assertThat(trip.verdict()).as(trip.explanation()).isEqualTo(Verdict.NOT_RESTORED);
        assertThat(trip.schemaDiff().toString()).contains("procedure dbo.answer");
        assertThat(trip.undoDraft())
                .contains(new UndoDraft(
                        "DROP PROCEDURE [dbo].[answer];\nGO\nDROP TABLE [dbo].[t];\n",
                        "tried: restores the schema",
                        true));
    }

    @Test
    void columnOrderAloneIsItsOwnVerdict() {
        script("V1__test.sql", "CREATE TABLE dbo.t (id INT NOT NULL PRIMARY KEY, a INT NULL, b INT NULL);");
        script("U1__test.sql", "DROP TABLE dbo.t;");
        up(2, "ALTER TABLE dbo.t ADD c INT NULL;\nGO\nUPDATE dbo.t SET c = a;\nALTER TABLE dbo.t DROP COLUMN a;");
        down(2, "ALTER TABLE dbo.t ADD a INT NULL;\nGO\nUPDATE dbo.t SET a = c;\nALTER TABLE dbo.t DROP COLUMN c;");

        assertThat(trip(2).verdict()).isEqualTo(Verdict.COLUMN_ORDER);
        assertThat(verify(new RoundTripSettings(Optional.empty(), Optional.empty(), Map.of(), true, RandomSeed.DEFAULT))
                        .roundTrips()
                        .get(1)
                        .verdict())
                .isEqualTo(Verdict.NOT_RESTORED);
    }

    @Test
    void rowsThatAnUndoForgetsMakeTheRedoFail() {
        users();
        up(2, "INSERT INTO dbo.users (id, name, city) VALUES (1000000, N'admin', N'Ulm');");
        down(2, "UPDATE dbo.users SET name = name;");

        RoundTrip trip = trip(2);

        assertThat(trip.verdict()).isEqualTo(Verdict.REDO_FAILED);
        assertThat(trip.explanation()).contains("V2__test.sql, line 1");
    }

    @Test
    void rowsThatAnUndoForgetsMakeTheRedoDiffer() {
        script("V1__test.sql", "CREATE TABLE dbo.t (a INT NULL);");
        script("U1__test.sql", "DROP TABLE dbo.t;");
        up(2, "INSERT INTO dbo.t (a) VALUES (1000000);");
        down(2, "UPDATE dbo.t SET a = a;");

        assertThat(trip(2).verdict()).isEqualTo(Verdict.REDO_DIFFERS);
    }

    @Test
    void aColumnThatAGuardLeavesOutTheSecondTimeMakesTheRedoDiffer() {
        script("V1__test.sql", "CREATE TABLE dbo.done (what NVARCHAR(20) NOT NULL); CREATE TABLE dbo.t (a INT NULL);");
        script("U1__test.sql", "DROP TABLE dbo.t; DROP TABLE dbo.done;");
        up(2, """
                IF NOT EXISTS (SELECT 1 FROM dbo.done WHERE what = N'b')
                    ALTER TABLE dbo.t ADD b INT NULL;
                GO
                IF NOT EXISTS (SELECT 1 FROM dbo.done WHERE what = N'b')
                    INSERT INTO dbo.done (what) VALUES (N'b');
                """);
        down(2, "ALTER TABLE dbo.t DROP COLUMN b;");

        RoundTrip trip = trip(2);

        assertThat(trip.verdict()).isEqualTo(Verdict.REDO_DIFFERS);
        assertThat(trip.explanation()).contains("table dbo.t:\n    missing column b INT");
    }

    @Test
    void valuesThatAScriptComparesWithOccurBesideACheckOfJson() {
        up(1, """
                CREATE TABLE dbo.t (id INT IDENTITY NOT NULL CONSTRAINT pk_t PRIMARY KEY,
                    j NVARCHAR(MAX) NULL CONSTRAINT ck CHECK (ISJSON(j) = 1), tags NVARCHAR(200) NULL);
                """);
        down(1, "DROP TABLE dbo.t;");
        up(2, "UPDATE dbo.t SET tags = N'old' WHERE tags = N'legacy';");
        down(2, "DECLARE @nothing INT;");

        assertThat(trip(2).verdict()).isEqualTo(Verdict.DATA_LOST);
    }

    @Test
    void rowsThatAnIndexOnAViewRefusesAreLeftOutOfItsTables() {
        up(1, "CREATE TABLE dbo.a (id INT NOT NULL PRIMARY KEY, n INT NOT NULL);");
        down(1, "DROP TABLE dbo.a;");
        up(2, "CREATE VIEW dbo.v WITH SCHEMABINDING AS SELECT n FROM dbo.a;");
        down(2, "DROP VIEW dbo.v;");
        up(3, "CREATE UNIQUE CLUSTERED INDEX ix_v ON dbo.v (n);");
        down(3, "DROP INDEX ix_v ON dbo.v;");

        List<RoundTrip> trips = verify().roundTrips();

        assertThat(trips).extracting(RoundTrip::verdict).containsOnly(Verdict.REVERSIBLE);
        assertThat(trips.get(2).notes())
                .singleElement(InstanceOfAssertFactories.STRING)
                .contains("generated rows in dbo.a")
                .contains("were left out, because two rows have the same key");
    }

    @Test
    void rowsThatAConstraintRefusesWhenItIsSwitchedOnAreLeftOut() {
        up(1, "CREATE TABLE dbo.p (id INT NOT NULL PRIMARY KEY);");
        down(1, "DROP TABLE dbo.p;");
        up(2, "CREATE TABLE dbo.c (p INT NULL CONSTRAINT fk_c REFERENCES dbo.p (id), n INT NULL);");
        down(2, "DROP TABLE dbo.c;");
        up(3, """
                ALTER TABLE dbo.c NOCHECK CONSTRAINT fk_c;
                DELETE FROM dbo.p;
                ALTER TABLE dbo.c WITH CHECK CHECK CONSTRAINT fk_c;
                """);
        down(3, "-- palindrome: irreversible it deletes rows");

        RoundTrip trip = verify().roundTrips().get(2);

        assertThat(trip.verdict()).isEqualTo(Verdict.DECLARED_IRREVERSIBLE);
        assertThat(trip.notes())
                .anySatisfy(note ->
                        assertThat(note).contains("generated rows in dbo.c").contains("(error 547)"));
    }

    @Test
    void aMigrationThatFailsOnRows() {
        users();
        up(2, "ALTER TABLE dbo.users ADD mail NVARCHAR(50) NOT NULL;");
        down(2, "ALTER TABLE dbo.users DROP COLUMN mail;");
        up(3, "ALTER TABLE dbo.users ADD phone NVARCHAR(20) NULL;");

        List<RoundTrip> trips = verify().roundTrips();

        assertThat(trips)
                .extracting(RoundTrip::verdict)
                .containsExactly(Verdict.REVERSIBLE, Verdict.MIGRATION_FAILED, Verdict.UNDO_MISSING);
        assertThat(trips.get(1).explanation())
                .contains("V2__test.sql, line 1")
                .contains("mail")
                .contains("Of the generated rows in dbo.users, it takes none.");
        assertThat(trips.get(2).notes())
                .containsExactly(
                        "No rows were generated for dbo.users, because V2 test [V2__test.sql] refuses them all."
                                + " Nothing is proven about its rows.");
        assertThat(trips.get(2).undoDraft()).get().matches(UndoDraft::restoresSchema);
    }

    @Test
    void aMigrationThatFailsOnRowsHidesNoFaultBelowIt() {
        users();
        up(2, "ALTER TABLE dbo.users ADD phone NVARCHAR(20) NULL;\nGO\nUPDATE dbo.users SET name = N'';");
        down(2, "ALTER TABLE dbo.users DROP COLUMN phone;");
        up(3, "ALTER TABLE dbo.users ADD mail NVARCHAR(50) NOT NULL;");
        down(3, "ALTER TABLE dbo.users DROP COLUMN mail;");

        assertThat(verdicts()).containsExactly(Verdict.REVERSIBLE, Verdict.DATA_LOST, Verdict.MIGRATION_FAILED);
    }

    @Test
    void whatComesAfterAMigrationThatFailsWithoutRowsIsNotReached() {
        users();
        up(2, "ALTER TABLE dbo.users DROP COLUMN mail;");
        up(3, "CREATE TABLE dbo.tags (id INT NOT NULL PRIMARY KEY);");

        List<RoundTrip> trips = verify().roundTrips();

        assertThat(trips)
                .extracting(RoundTrip::verdict)
                .containsExactly(Verdict.REVERSIBLE, Verdict.MIGRATION_FAILED, Verdict.NOT_REACHED);
        assertThat(explanation(trips.get(2)))
                .isEqualTo("V3 test [V3__test.sql] was not reached:\n"
                        + "  It comes after V2 test [V2__test.sql], which fails.");
    }

    @Test
    void rowsThatWereFittedLoseNoParentsToALaterMigration() {
        up(
                1,
                "CREATE TABLE dbo.parent (id INT NOT NULL CONSTRAINT pk_parent PRIMARY KEY, name NVARCHAR(20) NULL);"
                        + " CREATE TABLE dbo.child (id INT NOT NULL, parent INT NOT NULL);");
        down(1, "DROP TABLE dbo.child; DROP TABLE dbo.parent;");
        up(2, "ALTER TABLE dbo.child ADD CONSTRAINT fk_child FOREIGN KEY (parent) REFERENCES dbo.parent (id);");
        down(2, "ALTER TABLE dbo.child DROP CONSTRAINT fk_child;");
        up(3, "ALTER TABLE dbo.parent ADD CONSTRAINT uq_parent UNIQUE (name);");
        down(3, "ALTER TABLE dbo.parent DROP CONSTRAINT uq_parent;");
        up(4, "ALTER TABLE dbo.child ADD note NVARCHAR(9) NULL;");
        down(4, "ALTER TABLE dbo.child DROP COLUMN note; UPDATE dbo.child SET id = 1;");

        assertThat(verdicts())
                .containsExactly(Verdict.REVERSIBLE, Verdict.REVERSIBLE, Verdict.REVERSIBLE, Verdict.DATA_LOST);
    }

    @Test
    void keysOfManyTablesInACircleAreFitted() {
        List<String> tables = List.of("a", "b", "c", "d", "e", "f");
        StringBuilder made = new StringBuilder();
        StringBuilder keys = new StringBuilder();
        StringBuilder references = new StringBuilder();
        StringBuilder gone = new StringBuilder();
        for (int i = 0; i < tables.size(); i++) {
            String table = tables.get(i);
            String next = tables.get((i + 1) % tables.size());
            made.append("CREATE TABLE dbo.%1$s (id INT NOT NULL, nxt INT NOT NULL);\n".formatted(table));
            keys.append("ALTER TABLE dbo.%1$s ADD CONSTRAINT pk_%1$s PRIMARY KEY (id);\n".formatted(table));
            references.append(
                    "ALTER TABLE dbo.%1$s ADD CONSTRAINT fk_%1$s FOREIGN KEY (nxt) REFERENCES dbo.%2$s (id);\n"
                            .formatted(table, next));
            gone.append("DROP TABLE dbo.%s;\n".formatted(table));
        }
        up(1, made.toString());
        down(1, gone.toString());
        up(2, keys.toString() + references);
        down(
                2,
                references.toString().replaceAll("ADD (CONSTRAINT fk_.).*", "DROP $1;")
                        + keys.toString().replaceAll("ADD (CONSTRAINT pk_.).*", "DROP $1;")
                        + "UPDATE dbo.d SET nxt = 0;");

        assertThat(trip(2).verdict()).isEqualTo(Verdict.DATA_LOST);
        assertThat(trip(2).dataLosses()).extracting(DataLoss::table).containsOnly("dbo.d");
    }

    @Test
    void aUniqueIndexGoesUpWhereFewEnoughRowsAreLeft() {
        script("V1__test.sql", "CREATE TABLE dbo.t (id INT NOT NULL PRIMARY KEY, flag BIT NOT NULL);");
        script("U1__test.sql", "DROP TABLE dbo.t;");
        up(2, "CREATE UNIQUE INDEX ux_t ON dbo.t (flag);");
        down(2, "DROP INDEX ux_t ON dbo.t;");

        RoundTrip trip = trip(2);

        assertThat(trip.verdict()).isEqualTo(Verdict.REVERSIBLE);
        assertThat(trip.notes())
                .singleElement()
                .asString()
                .startsWith("Of 9 generated rows in dbo.t, 7 were left out, because two rows have the same key");
    }

    @Test
    void rowsOfAMigrationThatCollideWithGeneratedOnesAreNoFault() {
        script(
                "V1__test.sql",
                "CREATE TABLE dbo.roles (id INT IDENTITY(1,1) NOT NULL CONSTRAINT pk_roles PRIMARY KEY, name NVARCHAR(20)"
                        + " NOT NULL);");
        script("U1__test.sql", "DROP TABLE dbo.roles;");
        up(2, """
                SET IDENTITY_INSERT dbo.roles ON;
                INSERT INTO dbo.roles (id, name) VALUES (1, N'admin'), (2, N'guest');
                SET IDENTITY_INSERT dbo.roles OFF;
                """);
        down(2, "DELETE FROM dbo.roles WHERE id IN (1, 2);");

        RoundTrip trip = trip(2);

        assertThat(trip.verdict()).as(trip.explanation()).isEqualTo(Verdict.REVERSIBLE);
        assertThat(trip.notes())
                .containsExactly(
                        "No rows were generated for dbo.roles, because those of a migration collide with them. Nothing is"
                                + " proven about its rows.");
    }

    @Test
    void rowsFitForeignKeysOverSeveralTablesThatOneMigrationAdds() {
        up(1, """
                CREATE TABLE dbo.lands (id INT IDENTITY NOT NULL CONSTRAINT pk_lands PRIMARY KEY, name NVARCHAR(20) NULL);
                CREATE TABLE dbo.towns (id INT IDENTITY NOT NULL CONSTRAINT pk_towns PRIMARY KEY, land INT NOT NULL);
                CREATE TABLE dbo.streets (id INT IDENTITY NOT NULL CONSTRAINT pk_streets PRIMARY KEY, town INT NOT NULL);
                CREATE TABLE dbo.houses (no INT NOT NULL CONSTRAINT pk_houses PRIMARY KEY, street INT NOT NULL);
                """);
        down(1, "DROP TABLE dbo.houses, dbo.streets, dbo.towns, dbo.lands;");
        up(2, """
                ALTER TABLE dbo.towns ADD CONSTRAINT fk_towns FOREIGN KEY (land) REFERENCES dbo.lands (id);
                ALTER TABLE dbo.streets ADD CONSTRAINT fk_streets FOREIGN KEY (town) REFERENCES dbo.towns (id);
                ALTER TABLE dbo.houses ADD CONSTRAINT fk_houses FOREIGN KEY (street) REFERENCES dbo.streets (id);
                """);
        down(2, """
                ALTER TABLE dbo.houses DROP CONSTRAINT fk_houses;
                ALTER TABLE dbo.streets DROP CONSTRAINT fk_streets;
                ALTER TABLE dbo.towns DROP CONSTRAINT fk_towns;
                """);

        RoundTrip trip = trip(2);

        assertThat(trip.verdict()).as(trip.explanation()).isEqualTo(Verdict.REVERSIBLE);
    }

    @Test
    void rowsThatCollideMayGoToATableThatIsNamedWithoutItsSchema() {
        script(
                "V1__test.sql",
                "CREATE TABLE roles (id INT IDENTITY NOT NULL CONSTRAINT pk_roles PRIMARY KEY, name NVARCHAR(20) NULL);");
        script("U1__test.sql", "DROP TABLE roles;");
        up(2, """
                SET IDENTITY_INSERT roles ON;
                INSERT INTO roles (id, name) VALUES (1, N'admin');
                SET IDENTITY_INSERT roles OFF;
                """);
        down(2, "DELETE FROM roles WHERE id = 1;");

        RoundTrip trip = trip(2);

        assertThat(trip.verdict()).as(trip.explanation()).isEqualTo(Verdict.REVERSIBLE);
    }

    @Test
    void aLongerTextThatStopsTheWayBackIsANote() {
        requires(NOT_NULL_IN_ALTER_COLUMN);
        users();
        up(2, "ALTER TABLE dbo.users ALTER COLUMN city NVARCHAR(100) NOT NULL;");
        down(2, "ALTER TABLE dbo.users ALTER COLUMN city NVARCHAR(50) NOT NULL;");
        up(3, "ALTER TABLE dbo.users ALTER COLUMN note NVARCHAR(30) NULL;");
        down(
                3,
                "UPDATE dbo.users SET note = LEFT(note, 20);\nALTER TABLE dbo.users ALTER COLUMN note NVARCHAR(20) NULL;");

        RoundTripReport report = verify();
        List<RoundTrip> trips = report.roundTrips();

        assertThat(report.toString())
                .endsWith(
                        "\nNote on V2 test [V2__test.sql]: A text of more than 50 characters in dbo.users.city makes the"
                                + " way back fail.\nNote on V3 test [V3__test.sql]: A text of more than 20 characters in"
                                + " dbo.users.note is cut or lost on the way back.");
        assertThat(trips).extracting(RoundTrip::verdict).containsOnly(Verdict.REVERSIBLE);
        assertThat(trips.get(1).notes())
                .containsExactly("A text of more than 50 characters in dbo.users.city makes the way back fail.");
        assertThat(trips.get(2).notes())
                .containsExactly("A text of more than 20 characters in dbo.users.note is cut or lost on the way back.");
    }

    @Test
    void aColumnThatIsWidenedAndRenamedIsTriedToo() {
        requires(NOT_NULL_IN_ALTER_COLUMN);
        requires(RENAMED_COLUMN);
        users();
        up(
                2,
                "ALTER TABLE dbo.users ALTER COLUMN note NVARCHAR(30) NULL;\nGO\n"
                        + "EXEC sp_rename 'dbo.users.note', 'remark', 'COLUMN';");
        down(
                2,
                "EXEC sp_rename 'dbo.users.remark', 'note', 'COLUMN';\nGO\nUPDATE dbo.users SET note = LEFT(note, 20);\n"
                        + "ALTER TABLE dbo.users ALTER COLUMN note NVARCHAR(20) NULL;");

        RoundTrip trip = trip(2);

        assertThat(trip.verdict()).as(trip.explanation()).isEqualTo(Verdict.REVERSIBLE);
        assertThat(trip.notes())
                .containsExactly(
                        "A text of more than 20 characters in dbo.users.remark is cut or lost on the way back.");
    }

    @Test
    void aFinerTimeAndALongerBinaryValueAreNotes() {
        requires(NOT_NULL_IN_ALTER_COLUMN);
        up(1, """
                CREATE TABLE dbo.t (id INT NOT NULL CONSTRAINT pk_t PRIMARY KEY, at DATE NOT NULL, seen TIME(0) NOT NULL,
                    made DATETIME2(3) NULL, b VARBINARY(4) NULL);
                """);
        down(1, "DROP TABLE dbo.t;");
        widened(2, "at", "DATETIME2(0) NOT NULL", "DATE NOT NULL");
        widened(3, "seen", "TIME(7) NOT NULL", "TIME(0) NOT NULL");
        widened(4, "made", "DATETIME2(7) NULL", "DATETIME2(3) NULL");
        widened(5, "b", "VARBINARY(MAX) NULL", "VARBINARY(4) NULL");

        List<RoundTrip> trips = verify().roundTrips();

        assertThat(trips).extracting(RoundTrip::verdict).containsOnly(Verdict.REVERSIBLE);
        assertThat(trips.stream().flatMap(trip -> trip.notes().stream()))
                .containsExactly(
                        "A time finer than a day in dbo.t.at is cut or lost on the way back.",
                        "A time finer than a second in dbo.t.seen is cut or lost on the way back.",
                        "A time finer than 0.001 seconds in dbo.t.made is cut or lost on the way back.",
                        "A value of more than 4 bytes in dbo.t.b makes the way back fail.");
    }

    private void widened(int version, String column, String wide, String narrow) {
        up(version, "ALTER TABLE dbo.t ALTER COLUMN " + column + " " + wide + ";");
        down(version, "ALTER TABLE dbo.t ALTER COLUMN " + column + " " + narrow + ";");
    }

    @Test
    void aGreaterNumberThatStopsTheWayBackIsANote() {
        requires(NOT_NULL_IN_ALTER_COLUMN);
        script("V1__test.sql", """
                CREATE TABLE dbo.t (
                    id INT NOT NULL CONSTRAINT pk_t PRIMARY KEY,
                    n INT NOT NULL,
                    d DECIMAL(5,2) NOT NULL,
                    code NVARCHAR(6) NULL
                );
                """);
        script("U1__test.sql", "DROP TABLE dbo.t;");
        up(2, "ALTER TABLE dbo.t ALTER COLUMN n BIGINT NOT NULL;");
        down(2, "ALTER TABLE dbo.t ALTER COLUMN n INT NOT NULL;");
        up(3, "ALTER TABLE dbo.t ALTER COLUMN d DECIMAL(9,2) NOT NULL;");
        down(3, "UPDATE dbo.t SET d = 999 WHERE d > 999.99;\nALTER TABLE dbo.t ALTER COLUMN d DECIMAL(5,2) NOT NULL;");

        List<RoundTrip> trips = verify().roundTrips();

        assertThat(trips).extracting(RoundTrip::verdict).containsOnly(Verdict.REVERSIBLE);
        assertThat(trips.get(1).notes())
                .containsExactly("A number above 2147483647 in dbo.t.n makes the way back fail.");
        assertThat(trips.get(2).notes())
                .containsExactly("A number above 999 in dbo.t.d is cut or lost on the way back.");
    }

    @Test
    void anUndoThatNoMadeUpTextPassesIsNotBlamedOnTheLength() {
        requires(NOT_NULL_IN_ALTER_COLUMN);
        script("V1__test.sql", "CREATE TABLE dbo.t (id INT NOT NULL PRIMARY KEY, code NVARCHAR(6) NULL, n INT NULL);");
        script("U1__test.sql", "DROP TABLE dbo.t;");
        up(2, "UPDATE dbo.t SET code = NULL;\nALTER TABLE dbo.t ALTER COLUMN code NVARCHAR(60) NULL;");
        down(2, """
                -- palindrome: loses dbo.t.code they were no numbers
                UPDATE dbo.t SET n = n + CAST(code AS INT) WHERE code IS NOT NULL;
                ALTER TABLE dbo.t ALTER COLUMN code NVARCHAR(6) NULL;
                """);

        RoundTrip trip = trip(2);

        assertThat(trip.verdict()).as(trip.explanation()).isEqualTo(Verdict.DATA_LOSS_DECLARED);
        assertThat(trip.notes()).isEmpty();
    }

    @Test
    void whatScriptsCompareWithOtherwiseThanInALiteralBesideAColumnOccurs() {
        script("V1__test.sql", """
                CREATE TABLE dbo.a (id INT IDENTITY PRIMARY KEY, x NVARCHAR(60) NULL, n INT NULL);
                CREATE TABLE dbo.b (id INT IDENTITY PRIMARY KEY, x NVARCHAR(60) NULL, n INT NULL);
                CREATE TABLE dbo.c (id INT IDENTITY PRIMARY KEY, x XML NULL, n INT NULL);
                """);
        script("U1__test.sql", "DROP TABLE dbo.a; DROP TABLE dbo.b; DROP TABLE dbo.c;");
        List<String> lossy = List.of(
                "DECLARE @old NVARCHAR(20) = N'declared'; DELETE FROM dbo.a WHERE x = @old;",
                "EXEC sp_executesql N'DELETE FROM dbo.a WHERE x = @p', N'@p NVARCHAR(20)', @p = N'parameter';",
                "DELETE a FROM dbo.a a JOIN (VALUES (N'joined')) AS v (o) ON v.o = a.x;",
                "UPDATE dbo.b SET n = 5 WHERE JSON_VALUE(x, '$.city') = N'Wien' AND n = 8;",
                "DELETE FROM dbo.b WHERE PATINDEX(N'%q[0-9]q%', x) > 0;",
                "UPDATE dbo.c SET n = n / 3 * 3 WHERE n > 0;",
                "DELETE FROM dbo.a WHERE id = 40;",
                "DELETE FROM dbo.c WHERE x.exist('/order/city[text()=\"Wien\"]') = 1;");
        for (int i = 0; i < lossy.size(); i++) {
            up(2 + i, lossy.get(i));
            down(2 + i, "DECLARE @none INT = 0;");
        }

        for (int i = 0; i < lossy.size(); i++) {
            assertThat(trip(2 + i).verdict()).as(lossy.get(i)).isEqualTo(Verdict.DATA_LOST);
        }
    }

    @Test
    void rowsThatAScriptChangesDoNotHoldAlreadyWhatItSets() {
        script("V1__test.sql", """
                CREATE TABLE dbo.t (
                    id INT IDENTITY(1,1) NOT NULL CONSTRAINT pk_t PRIMARY KEY,
                    status NVARCHAR(20) NOT NULL,
                    is_archived BIT NOT NULL,
                    kind NVARCHAR(10) NOT NULL CONSTRAINT ck_kind CHECK (kind IN (N'x', N'y')));
                """);
        script("U1__test.sql", "DROP TABLE dbo.t;");
        List<String> lossy = List.of(
                "UPDATE dbo.t SET is_archived = 1 WHERE status = N'mailed';",
                "UPDATE dbo.t SET is_archived = 0 WHERE status = N'sent';",
                "DECLARE @s NVARCHAR(20) = N'paid'; UPDATE dbo.t SET kind = N'x' WHERE status = @s;",
                "UPDATE dbo.t SET kind = N'y' WHERE status = N'gone';");
        for (int i = 0; i < lossy.size(); i++) {
            up(2 + i, lossy.get(i));
            down(2 + i, "SELECT 1;");
        }
        up(6, "UPDATE dbo.t SET is_archived = 1 WHERE status = N'back';");
        down(6, "UPDATE dbo.t SET is_archived = 0 WHERE status = N'back';");

        for (int i = 0; i < 5; i++) {
            assertThat(trip(2 + i).verdict()).as("V" + (2 + i)).isEqualTo(Verdict.DATA_LOST);
        }
    }

    @Test
    void rowsThatAScriptItselfRefusesAreLeftOut() {
        users();
        up(2, """
                IF EXISTS (SELECT city FROM dbo.users GROUP BY city HAVING COUNT(*) > 1)
                    THROW 50001, N'Cities occur twice.', 1;
                CREATE UNIQUE INDEX ux_users_city ON dbo.users (city);
                """);
        down(2, "DROP INDEX ux_users_city ON dbo.users;");
        up(3, "IF 1 = 1 THROW 50002, N'Not yet.', 1;");
        down(3, "DECLARE @none INT = 0;");

        assertThat(trip(2).verdict()).as(trip(2).explanation()).isEqualTo(Verdict.REVERSIBLE);
        assertThat(trip(2).notes())
                .singleElement()
                .asString()
                .contains("left out, because the script raises an error (50001)");
        assertThat(trip(3).verdict()).isEqualTo(Verdict.MIGRATION_FAILED);
    }

    @Test
    void aStatementWhoseConditionNoRowMeetsIsANote() {
        users();
        up(2, """
                UPDATE dbo.users SET city = N'Ulm' WHERE id > 0;
                GO
                DECLARE @old NVARCHAR(20) = REVERSE(N'latoT');

                UPDATE dbo.users SET city = N'Bonn' WHERE city = @old;
                """);
        down(2, "DECLARE @none INT = 0;");
        up(3, "DECLARE @old NVARCHAR(20) = REVERSE(N'latoT');\nDELETE FROM dbo.users WHERE city = @old;");
        down(3, "DECLARE @none INT = 0;");

        assertThat(trip(2).verdict()).isEqualTo(Verdict.DATA_LOST);
        assertThat(trip(3).verdict()).as(trip(3).explanation()).isEqualTo(Verdict.REVERSIBLE);
        assertThat(trip(3).notes())
                .containsExactly(
                        "No generated row met the condition of V3__test.sql, line 2 (DELETE dbo.users). Whether what it does"
                                + " to rows comes back was not tried. Rows of your own, @RoundTripTest(rows = …), can meet it.");
    }

    @Test
    void rowsThatAnUndoLeavesBehindAreANoteWhereTheRedoFindsThem() {
        users();
        up(2, """
                IF NOT EXISTS (SELECT 1 FROM dbo.users WHERE id = 1000000)
                    INSERT INTO dbo.users (id, name, city) VALUES (1000000, N'admin', N'Ulm');
                """);
        down(2, "UPDATE dbo.users SET name = name;");

        RoundTrip trip = trip(2);

        assertThat(trip.verdict()).as(trip.explanation()).isEqualTo(Verdict.REVERSIBLE);
        assertThat(trip.notes())
                .containsExactly("After the undo dbo.users holds 1 row that was not there before the migration.");
    }

    @Test
    void anIdentitySeedThatIsNotPutBack() {
        script("V1__test.sql", "CREATE TABLE dbo.t (id INT IDENTITY(1,1) NOT NULL CONSTRAINT pk_t PRIMARY KEY);");
        script("U1__test.sql", "DROP TABLE dbo.t;");
        up(2, "DROP TABLE dbo.t;");
        down(2, "CREATE TABLE dbo.t (id INT IDENTITY(5,1) NOT NULL CONSTRAINT pk_t PRIMARY KEY);");

        assertThat(trip(2).verdict()).isEqualTo(Verdict.NOT_RESTORED);
    }

    @Test
    void exclusionsAreShownWithTheirReason() {
        users();
        comments();

        RoundTripReport report = verify(new RoundTripSettings(
                Optional.empty(), Optional.empty(), Map.of("2", "long in production"), false, RandomSeed.DEFAULT));

        assertThat(report.roundTrips())
                .extracting(RoundTrip::verdict)
                .containsExactly(Verdict.REVERSIBLE, Verdict.EXCLUDED);
        assertThat(explanation(report.roundTrips().get(1)))
                .isEqualTo("V2 comments [V2__comments.sql] was excluded:\n  long in production");
    }

    @Test
    void olderThanTheFloorIsTakenAsGiven() {
        script("V1__test.sql", USERS);
        comments();

        RoundTripReport report =
                verify(new RoundTripSettings(Optional.empty(), Optional.of("2"), Map.of(), false, RandomSeed.DEFAULT));

        assertThat(report.roundTrips())
                .extracting(RoundTrip::verdict)
                .containsExactly(Verdict.EXCLUDED, Verdict.REVERSIBLE);
    }

    @Test
    void repeatableMigrationsRunTwice() {
        requires(VIEW_ONCE_MORE);
        users();
        script("R__names.sql", "CREATE OR ALTER VIEW dbo.names AS SELECT name FROM dbo.users");

        RoundTripReport report = verify();

        assertThat(report.roundTrips())
                .extracting(trip -> trip.migration().version(), RoundTrip::verdict)
                .containsExactly(tuple("1", Verdict.REVERSIBLE), tuple("R", Verdict.REVERSIBLE));
    }

    @Test
    void aRepeatableMigrationThatDoesNotRepeat() {
        users();
        script("R__names.sql", "CREATE TABLE dbo.names (name NVARCHAR(50) NOT NULL)");

        assertThat(verify().roundTrips().get(1).verdict()).isEqualTo(Verdict.REDO_FAILED);
    }

    @Test
    void aRepeatableMigrationIsNotReachedWhereAVersionedOneFails() {
        users();
        up(2, "ALTER TABLE dbo.users DROP COLUMN mail;");
        script("R__names.sql", "CREATE OR ALTER VIEW dbo.names AS SELECT name FROM dbo.users");

        assertThat(verdicts()).containsExactly(Verdict.REVERSIBLE, Verdict.MIGRATION_FAILED, Verdict.NOT_REACHED);
        assertThat(explanation(trip(3)))
                .isEqualTo("R names [R__names.sql] was not reached:\n"
                        + "  It comes after V2 test [V2__test.sql], which fails.");
    }

    @Test
    void aRepeatableMigrationIsJudgedAtTheNewestVersionWhateverTheTarget() {
        requires(VIEW_ONCE_MORE);
        users();
        up(2, "ALTER TABLE dbo.users ADD phone NVARCHAR(20) NULL;");
        script("R__phones.sql", "CREATE OR ALTER VIEW dbo.phones AS SELECT phone FROM dbo.users");

        RoundTripReport report = verifyUpTo("1");

        assertThat(report.roundTrips())
                .extracting(trip -> trip.migration().version(), RoundTrip::verdict)
                .containsExactly(tuple("1", Verdict.REVERSIBLE), tuple("R", Verdict.REVERSIBLE));
    }

    @Test
    void aRepeatableMigrationIsExcludedWhereWhatIsAboveTheTargetDoesNotGoUp() {
        users();
        up(2, "ALTER TABLE dbo.nowhere ADD phone NVARCHAR(20) NULL;");
        script("R__names.sql", "CREATE OR ALTER VIEW dbo.names AS SELECT name FROM dbo.users");

        RoundTrip repeatable = verifyUpTo("1").roundTrips().get(1);

        assertThat(repeatable.verdict()).isEqualTo(Verdict.EXCLUDED);
        assertThat(repeatable.explanation())
                .startsWith("R names [R__names.sql] was excluded:\n"
                        + "  It runs at the newest version, which is above the target, and cannot be reached:"
                        + " Migration V2 test [V2__test.sql] failed (V2__test.sql, line 1): ");
    }

    @Test
    void springBatchHasAWayBackOrADraft() throws IOException {
        requires(SEQUENCE_WITHOUT_CYCLE);
        script("V1__schema.sql", resource("org/springframework/batch/core/schema-sqlserver.sql"));
        RoundTrip without = verify().roundTrips().get(0);
        script("U1__schema.sql", resource("org/springframework/batch/core/schema-drop-sqlserver.sql"));
        RoundTrip with = verify().roundTrips().get(0);

        assertThat(with.verdict()).as(with.explanation()).isEqualTo(Verdict.REVERSIBLE);
        assertThat(without.verdict()).isEqualTo(Verdict.UNDO_MISSING);
        assertThat(without.undoDraft()).map(UndoDraft::outcome).contains("tried: restores the schema");
    }

    @Test
    void springSessionHasAWayBackOrADraft() throws IOException {
        script("V1__schema.sql", resource("org/springframework/session/jdbc/schema-sqlserver.sql"));
        RoundTrip without = verify().roundTrips().get(0);
        script("U1__schema.sql", resource("org/springframework/session/jdbc/schema-drop-sqlserver.sql"));
        RoundTrip with = verify().roundTrips().get(0);

        assertThat(with.verdict()).as(with.explanation()).isEqualTo(Verdict.REVERSIBLE);
        assertThat(without.verdict()).isEqualTo(Verdict.UNDO_MISSING);
        assertThat(without.undoDraft()).map(UndoDraft::outcome).contains("tried: restores the schema");
    }

    @Test
    void whoAssertsHearsOfEachThatIsNotReversible() {
        script("V1__users.sql", USERS);
        assertThatThrownBy(() -> verify().assertReversible())
                .hasMessageStartingWith("Expecting the migration to be reversible, but it is not:\n\nV1 users ");

        comments();
        assertThatThrownBy(() -> verify().assertReversible())
                .hasMessageStartingWith("Expecting all 2 migrations to be reversible, but 1 is not:\n\nV1 users ");
    }

    @Test
    void theReportIsATable() {
        users();

        assertThat(verify().toString().replaceAll("\\d+ ms *", "T "))
                .startsWith("version  description  verdict")
                .contains("1        users        REVERSIBLE  T T T");
    }

    @Test
    void commentsAndQuotesHideNoLoss() {
        users();
        up(2, "CREATE TABLE dbo.inch (id INT NOT NULL PRIMARY KEY);");
        down(2, "DROP TABLE dbo.inch; -- 5\" pipes\nDELETE FROM dbo.users;\n-- 6\" pipes\n");

        assertThat(trip(2).verdict()).isEqualTo(Verdict.DATA_LOST);
    }

    @Test
    void aBracketInALiteralHidesNoLoss() {
        twoTables();
        down(
                2,
                "DROP INDEX ix ON dbo.other;\n"
                        + "DELETE FROM dbo.other WHERE name = N'['; UPDATE dbo.[my table] SET name = N'x';");

        assertThat(trip(2).verdict()).isEqualTo(Verdict.DATA_LOST);
    }

    @Test
    void aBracketInALiteralHidesNoDifference() {
        twoTables();
        down(
                2,
                "DROP INDEX ix ON dbo.other;\n"
                        + "DELETE FROM dbo.other WHERE name = N'['; ALTER TABLE dbo.[my table] ADD x INT NULL;");

        assertThat(trip(2).verdict()).isEqualTo(Verdict.NOT_RESTORED);
    }

    @Test
    void literalsThatAreJoinedHideNoLoss() {
        twoTables();
        down(2, "DROP INDEX ix ON dbo.other;\nEXEC('UPDATE dbo.[my ' + 'table] SET name = N''x''');");

        assertThat(trip(2).verdict()).isEqualTo(Verdict.DATA_LOST);
    }

    /** The migration has to do with one of them. */
    private void twoTables() {
        script(
                "V1__tables.sql",
                "CREATE TABLE dbo.[my table] (id INT NOT NULL PRIMARY KEY, name NVARCHAR(20) NOT NULL);\n"
                        + "CREATE TABLE dbo.other (id INT NOT NULL PRIMARY KEY, name NVARCHAR(20) NULL);");
        script("U1__tables.sql", "DROP TABLE dbo.other;\nDROP TABLE dbo.[my table];");
        up(2, "CREATE INDEX ix ON dbo.other (name);");
    }

    @Test
    void rowsOfATableThatARenameTouchedAreStillKnown() {
        requires(NOT_NULL_IN_ALTER_COLUMN);
        requires(RENAMED_TABLE);
        users();
        up(2, CHILD);
        down(2, "DROP TABLE dbo.child;");
        up(3, "EXEC sp_rename 'dbo.users', 'people';");
        down(3, "EXEC sp_rename 'dbo.people', 'users';");
        up(4, "ALTER TABLE dbo.child ALTER COLUMN txt NVARCHAR(30) NULL;");
        down(4, "ALTER TABLE dbo.child ALTER COLUMN txt NVARCHAR(20) NULL;\nDELETE FROM dbo.child;");

        assertThat(verdicts())
                .containsExactly(Verdict.REVERSIBLE, Verdict.REVERSIBLE, Verdict.REVERSIBLE, Verdict.DATA_LOST);
    }

    @Test
    void aRenamedConstraintIsSeen() {
        requires(RENAMED_CONSTRAINT);
        users();
        up(2, "EXEC sp_rename 'dbo.pk_users', 'pk_people', 'OBJECT';");
        down(2, "UPDATE dbo.users SET age = age;");

        assertThat(trip(2).verdict()).isEqualTo(Verdict.NOT_RESTORED);
    }

    @Test
    void newColumnsGetValuesWhateverTheUndoSaysInItsComments() {
        users();
        up(2, "ALTER TABLE dbo.users ADD phone NVARCHAR(20) NULL;");
        down(2, "-- no need to update anything\nALTER TABLE dbo.users DROP COLUMN phone;");
        up(3, "ALTER TABLE dbo.users DROP COLUMN phone;");
        down(3, "ALTER TABLE dbo.users ADD phone NVARCHAR(20) NULL;");

        assertThat(verdicts()).containsExactly(Verdict.REVERSIBLE, Verdict.REVERSIBLE, Verdict.DATA_LOST);
    }

    @Test
    void aDeclaredLossHidesNoOther() {
        users();
        up(2, "ALTER TABLE dbo.users DROP COLUMN note;");
        down(
                2,
                "-- palindrome: loses dbo.users.note nobody\nALTER TABLE dbo.users ADD note NVARCHAR(20) NULL;\nGO\n"
                        + "UPDATE dbo.users SET age = -1;");

        assertThat(trip(2).verdict()).isEqualTo(Verdict.DATA_LOST);
    }

    @Test
    void binaryValuesAreComparedByteByByte() {
        script("V1__test.sql", "CREATE TABLE dbo.t (id INT NOT NULL PRIMARY KEY, b VARBINARY(4) NOT NULL);");
        script("U1__test.sql", "DROP TABLE dbo.t;");
        up(2, "UPDATE dbo.t SET b = 0xFFFE;");
        down(2, "-- palindrome: irreversible the values are gone\n");
        up(3, "CREATE TABLE dbo.c (id INT NOT NULL PRIMARY KEY);");
        down(3, "DROP TABLE dbo.c;\nUPDATE dbo.t SET b = 0xFCFC;");

        assertThat(trip(3).verdict()).isEqualTo(Verdict.DATA_LOST);
    }

    @Test
    void aRepeatableMigrationThatAddsRowsEachTime() {
        script("V1__test.sql", "CREATE TABLE dbo.t (n INT NULL);");
        script("U1__test.sql", "DROP TABLE dbo.t;");
        script("R__rows.sql", "INSERT INTO dbo.t (n) VALUES (1);");

        assertThat(verdicts()).containsExactly(Verdict.REVERSIBLE, Verdict.REDO_DIFFERS);
    }

    @Test
    void aDataMigrationWithoutUndoLeavesItsNeighboursAlone() {
        users();
        up(2, "ALTER TABLE dbo.users ADD phone NVARCHAR(20) NULL;");
        down(2, "ALTER TABLE dbo.users DROP COLUMN phone;");
        up(3, "UPDATE dbo.users SET city = N'Ulm';");

        assertThat(verdicts()).containsExactly(Verdict.REVERSIBLE, Verdict.REVERSIBLE, Verdict.UNDO_MISSING);
    }

    @Test
    void anUndoThatLeavesSomethingAndLosesRowsLeavesItsNeighboursAlone() {
        users();
        up(2, "ALTER TABLE dbo.users ADD phone NVARCHAR(20) NULL;");
        down(2, "ALTER TABLE dbo.users DROP COLUMN phone;");
        up(3, "CREATE TABLE dbo.tags (id INT NOT NULL PRIMARY KEY);");
        down(3, "DELETE FROM dbo.users;");

        assertThat(verdicts()).containsExactly(Verdict.REVERSIBLE, Verdict.REVERSIBLE, Verdict.NOT_RESTORED);
    }

    @Test
    void anUndoThatFailsHalfWayLeavesItsNeighboursAlone() {
        users();
        up(2, "ALTER TABLE dbo.users ADD phone NVARCHAR(20) NULL;");
        down(2, "ALTER TABLE dbo.users DROP COLUMN phone;");
        up(3, "CREATE TABLE dbo.tags (id INT NOT NULL PRIMARY KEY);");
        down(3, "DELETE FROM dbo.users;\nDROP TABLE dbo.tags;\nGO\nDROP TABLE dbo.nowhere;");

        assertThat(verdicts()).containsExactly(Verdict.REVERSIBLE, Verdict.REVERSIBLE, Verdict.UNDO_FAILED);
    }

    @Test
    void anUndoThatFailsOnRowsDamagedAboveIsNotBlamed() {
        users();
        up(2, "CREATE UNIQUE INDEX ux_n ON dbo.users (city);");
        down(2, "DROP INDEX ux_n ON dbo.users;");
        up(3, "DROP INDEX ux_n ON dbo.users;");
        down(3, "CREATE UNIQUE INDEX ux_n ON dbo.users (city);");
        up(4, "CREATE TABLE dbo.tags (id INT NOT NULL PRIMARY KEY);");
        down(4, "DROP TABLE dbo.tags;\nUPDATE dbo.users SET city = N'a';");

        assertThat(verdicts())
                .containsExactly(Verdict.REVERSIBLE, Verdict.REVERSIBLE, Verdict.REVERSIBLE, Verdict.DATA_LOST);
    }

    @Test
    void rowsLostByCascadeLeaveTheMigrationsBelowAlone() {
        users();
        up(2, CHILD);
        down(2, "DROP TABLE dbo.child;");
        up(3, "ALTER TABLE dbo.child ADD z INT NULL;");
        down(3, "ALTER TABLE dbo.child DROP COLUMN z;");
        up(4, "CREATE TABLE dbo.tags (id INT NOT NULL PRIMARY KEY);");
        down(4, "DELETE FROM dbo.users;");

        assertThat(verdicts())
                .containsExactly(Verdict.REVERSIBLE, Verdict.REVERSIBLE, Verdict.REVERSIBLE, Verdict.NOT_RESTORED);
    }

    @Test
    void anUndoThatFailsOnRowsInTheSecondLookIsFoundThere() {
        script("V1__test.sql", "CREATE TABLE dbo.t (id INT NOT NULL PRIMARY KEY, note NVARCHAR(20) NOT NULL);");
        script("U1__test.sql", "DROP TABLE dbo.t;");
        up(2, "ALTER TABLE dbo.t DROP COLUMN note;");
        down(2, "ALTER TABLE dbo.t ADD note NVARCHAR(20) NOT NULL;");
        up(3, "CREATE TABLE dbo.c (id INT NOT NULL PRIMARY KEY);");
        down(3, "DELETE FROM dbo.t;\nDROP TABLE dbo.c;");

        assertThat(verdicts()).containsExactly(Verdict.REVERSIBLE, Verdict.UNDO_FAILED, Verdict.DATA_LOST);
    }

    @Test
    void identitiesAndClocksGoOnAndAreNoDifference() {
        script(
                "V1__test.sql",
                "CREATE TABLE dbo.roles (id INT IDENTITY(1,1) NOT NULL CONSTRAINT pk_roles PRIMARY KEY, name NVARCHAR(20)"
                        + " NOT NULL);");
        script("U1__test.sql", "DROP TABLE dbo.roles;");
        up(2, "INSERT INTO dbo.roles (name) VALUES (N'admin9');");
        down(2, "DELETE FROM dbo.roles WHERE name = N'admin9';");
        up(3, "CREATE TABLE dbo.c (id INT NOT NULL PRIMARY KEY);");
        down(3, "DROP TABLE dbo.c;\nUPDATE dbo.roles SET name = N'x';");

        assertThat(verdicts()).containsExactly(Verdict.REVERSIBLE, Verdict.REVERSIBLE, Verdict.DATA_LOST);
    }

    @Test
    void identitiesThatHaveGoneOnHideNoLossInTheNextMigration() {
        script(
                "V1__test.sql",
                "CREATE TABLE dbo.roles (id INT IDENTITY(1,1) NOT NULL CONSTRAINT pk_roles PRIMARY KEY, name NVARCHAR(20)"
                        + " NOT NULL);");
        script("U1__test.sql", "DROP TABLE dbo.roles;");
        up(2, "INSERT INTO dbo.roles (name) VALUES (N'admin9');");
        down(2, "DELETE FROM dbo.roles WHERE name = N'admin9';");
        up(3, "ALTER TABLE dbo.roles ADD y INT NULL;");
        down(3, "ALTER TABLE dbo.roles DROP COLUMN y;\nDELETE FROM dbo.roles WHERE id = 4;");
        up(4, "ALTER TABLE dbo.roles ADD x INT NULL;");
        down(4, "ALTER TABLE dbo.roles DROP COLUMN x;\nUPDATE dbo.roles SET name = name + N'-';");

        assertThat(verdicts())
                .containsExactly(Verdict.REVERSIBLE, Verdict.REVERSIBLE, Verdict.DATA_LOST, Verdict.DATA_LOST);
    }

    @Test
    void identitiesThatHaveGoneOnStopNoMigrationThatIsLookedAtByItself() {
        script("V1__test.sql", """
                CREATE TABLE dbo.u (id INT NOT NULL CONSTRAINT pk_u PRIMARY KEY);
                CREATE TABLE dbo.roles (id INT IDENTITY(1,1) NOT NULL CONSTRAINT pk_roles PRIMARY KEY,
                    name NVARCHAR(20) NOT NULL CONSTRAINT uq_roles UNIQUE);
                CREATE TABLE dbo.ur (uid INT NOT NULL CONSTRAINT fk_u REFERENCES dbo.u (id),
                    rid INT NOT NULL CONSTRAINT fk_r REFERENCES dbo.roles (id),
                    CONSTRAINT pk_ur PRIMARY KEY (uid, rid));
                """);
        script("U1__test.sql", "DROP TABLE dbo.ur;\nDROP TABLE dbo.roles;\nDROP TABLE dbo.u;");
        up(
                2,
                "SET IDENTITY_INSERT dbo.roles ON;\nINSERT INTO dbo.roles (id, name) VALUES (1, N'admin');\n"
                        + "SET IDENTITY_INSERT dbo.roles OFF;");
        down(2, "DELETE FROM dbo.roles WHERE name = N'admin';");
        up(3, "INSERT INTO dbo.roles (name) VALUES (N'dev');");
        down(3, "DELETE FROM dbo.roles WHERE name = N'dev';");
        up(4, "INSERT INTO dbo.ur (uid, rid) SELECT id, 2 FROM dbo.u;");
        down(4, "DELETE FROM dbo.ur WHERE rid = 2;");
        up(5, "ALTER TABLE dbo.roles ADD x INT NULL;");
        down(
                5,
                "ALTER TABLE dbo.roles DROP COLUMN x;\nUPDATE dbo.roles SET name = name + N'-';\n"
                        + "UPDATE dbo.ur SET rid = 1;");

        assertThat(verdicts())
                .containsExactly(
                        Verdict.REVERSIBLE,
                        Verdict.REVERSIBLE,
                        Verdict.REVERSIBLE,
                        Verdict.REVERSIBLE,
                        Verdict.DATA_LOST);
    }

    @Test
    void lettersThatBecomeTwoInUpperCaseHideNoTable() {
        script("V1__test.sql", "CREATE TABLE dbo.[Straße] (id INT NOT NULL CONSTRAINT pk_s PRIMARY KEY, n INT NULL);");
        script("U1__test.sql", "DROP TABLE dbo.[Straße];");
        up(2, "ALTER TABLE dbo.[Straße] ADD c INT NULL;");
        down(2, "UPDATE dbo.[Straße] SET n = n;");
        up(3, "CREATE TABLE dbo.[İstanbul] (id INT NOT NULL CONSTRAINT pk_i PRIMARY KEY, n INT NULL);");
        down(3, "DROP TABLE dbo.[İstanbul];");
        up(4, "ALTER TABLE dbo.[İstanbul] ADD c INT NULL;");
        down(4, "UPDATE dbo.[İstanbul] SET n = n;");

        assertThat(verdicts())
                .containsExactly(Verdict.REVERSIBLE, Verdict.NOT_RESTORED, Verdict.REVERSIBLE, Verdict.NOT_RESTORED);
    }

    @Test
    void twoUndosThatMakeUpForEachOtherAreBothFound() {
        script("V1__test.sql", "CREATE TABLE dbo.cfg (k INT NOT NULL CONSTRAINT pk_cfg PRIMARY KEY, v INT NULL);");
        script("U1__test.sql", "DROP TABLE dbo.cfg;");
        up(2, "UPDATE dbo.cfg SET v = v + 1;");
        down(2, "UPDATE dbo.cfg SET v = v - 2;");
        up(3, "UPDATE dbo.cfg SET v = v + 1;");
        down(3, "UPDATE dbo.cfg SET v = v;");

        assertThat(verdicts()).containsExactly(Verdict.REVERSIBLE, Verdict.DATA_LOST, Verdict.DATA_LOST);
    }

    @Test
    void namesMayHaveAnyBracketOrQuote() {
        requires(BRACKET_IN_A_NAME);
        script(
                "V1__test.sql",
                "CREATE TABLE dbo.b (id INT NOT NULL CONSTRAINT pk_b PRIMARY KEY, [x]]y] INT NULL, [a\"b] INT NULL);");
        script("U1__test.sql", "DROP TABLE dbo.b;");
        up(2, "ALTER TABLE dbo.b ADD c INT NULL;");
        down(2, "ALTER TABLE dbo.b DROP COLUMN c;\nUPDATE dbo.b SET [x]]y] = NULL;");

        RoundTripReport report = verify();

        assertThat(report.roundTrips())
                .extracting(RoundTrip::verdict)
                .containsExactly(Verdict.REVERSIBLE, Verdict.DATA_LOST);
        assertThat(report.roundTrips().get(1).dataLosses())
                .extracting(DataLoss::column)
                .containsExactly("x]y");
    }

    @Test
    void eachMigrationWhoseColumnComesBackLastIsNamed() {
        script(
                "V1__test.sql",
                "CREATE TABLE dbo.t (id INT NOT NULL CONSTRAINT pk_t PRIMARY KEY, a INT NULL, b INT NULL, c INT NULL);");
        script("U1__test.sql", "DROP TABLE dbo.t;");
        up(2, "ALTER TABLE dbo.t ADD a2 INT NULL;\nGO\nUPDATE dbo.t SET a2 = a;\nALTER TABLE dbo.t DROP COLUMN a;");
        down(2, "ALTER TABLE dbo.t ADD a INT NULL;\nGO\nUPDATE dbo.t SET a = a2;\nALTER TABLE dbo.t DROP COLUMN a2;");
        up(3, "ALTER TABLE dbo.t ADD d INT NULL;");
        down(3, "ALTER TABLE dbo.t DROP COLUMN d;");
        up(4, "ALTER TABLE dbo.t ADD b2 INT NULL;\nGO\nUPDATE dbo.t SET b2 = b;\nALTER TABLE dbo.t DROP COLUMN b;");
        down(4, "ALTER TABLE dbo.t ADD b INT NULL;\nGO\nUPDATE dbo.t SET b = b2;\nALTER TABLE dbo.t DROP COLUMN b2;");

        assertThat(verdicts())
                .containsExactly(Verdict.REVERSIBLE, Verdict.COLUMN_ORDER, Verdict.REVERSIBLE, Verdict.COLUMN_ORDER);
    }

    @Test
    void aDraftTakesNothingForARenameWhereTheMigrationSaysOfNone() {
        script(
                "V1__test.sql",
                "CREATE TABLE dbo.t (id INT NOT NULL CONSTRAINT pk_t PRIMARY KEY, iban NVARCHAR(40) NULL);");
        script("U1__test.sql", "DROP TABLE dbo.t;");
        up(2, "-- no sp_rename\nALTER TABLE dbo.t DROP COLUMN iban;\nALTER TABLE dbo.t ADD nick NVARCHAR(40) NULL;");

        assertThat(trip(2).undoDraft())
                .contains(new UndoDraft(
                        "ALTER TABLE [dbo].[t] DROP COLUMN [nick];\nGO\n"
                                + "-- data: the values of dbo.t.iban cannot come back\n"
                                + "ALTER TABLE [dbo].[t] ADD [iban] NVARCHAR(40) NULL;\n",
                        "tried: restores the schema; does not bring back data: read its comments, and look for renames",
                        true));
    }

    @Test
    void manyMigrationsBelowADamageAreEachJudgedOnTheirOwn() {
        users();
        for (int version = 2; version < 7; version++) {
            up(version, "ALTER TABLE dbo.users ADD c" + version + " INT NULL;");
            down(version, "ALTER TABLE dbo.users DROP COLUMN c" + version + ";");
        }
        down(4, "DELETE FROM dbo.users;\nALTER TABLE dbo.users DROP COLUMN c4;");
        up(7, "CREATE TABLE dbo.tags (id INT NOT NULL PRIMARY KEY);");
        down(7, "DROP TABLE dbo.tags;\nUPDATE dbo.users SET city = N'a';");

        assertThat(verdicts())
                .containsExactly(
                        Verdict.REVERSIBLE,
                        Verdict.REVERSIBLE,
                        Verdict.REVERSIBLE,
                        Verdict.DATA_LOST,
                        Verdict.REVERSIBLE,
                        Verdict.REVERSIBLE,
                        Verdict.DATA_LOST);
    }

    @Test
    void aColumnOfATableWithoutKeyIsNamed() {
        script("V1__test.sql", "CREATE TABLE dbo.t (a INT NOT NULL, note NVARCHAR(20) NULL);");
        script("U1__test.sql", "DROP TABLE dbo.t;");
        up(2, "ALTER TABLE dbo.t DROP COLUMN note;");
        down(2, "-- palindrome: loses dbo.t.note nobody\nALTER TABLE dbo.t ADD note NVARCHAR(20) NULL;");

        assertThat(trip(2).verdict()).as(trip(2).explanation()).isEqualTo(Verdict.DATA_LOSS_DECLARED);
    }

    private static final String CHILD = """
            CREATE TABLE dbo.child (
                id INT NOT NULL CONSTRAINT pk_child PRIMARY KEY,
                user_id INT NOT NULL CONSTRAINT fk_child_users REFERENCES dbo.users (id) ON DELETE CASCADE,
                txt NVARCHAR(20) NULL
            );
            """;

    private static final String USERS = """
            CREATE TABLE dbo.users (
                id INT NOT NULL CONSTRAINT pk_users PRIMARY KEY,
                name NVARCHAR(50) NOT NULL,
                city NVARCHAR(50) NOT NULL,
                note NVARCHAR(20) NULL,
                age INT NULL
            );
            CREATE INDEX ix_users_name ON dbo.users (name);
            """;

    private void users() {
        script("V1__users.sql", USERS);
        script("U1__users.sql", "DROP TABLE dbo.users;");
    }

    private void comments() {
        int version = folder.resolve("V2__test.sql").toFile().exists() ? 3 : 2;
        script("V" + version + "__comments.sql", """
                CREATE TABLE dbo.comments (
                    id INT IDENTITY(1,1) NOT NULL CONSTRAINT pk_comments PRIMARY KEY,
                    user_id INT NOT NULL CONSTRAINT fk_comments_users REFERENCES dbo.users (id),
                    text NVARCHAR(200) NOT NULL
                );
                """);
        script("U" + version + "__comments.sql", "DROP TABLE dbo.comments;");
    }

    private static String resource(String name) throws IOException {
        try (var stream = RoundTripTestCase.class.getClassLoader().getResourceAsStream(name)) {
            assertThat(stream).as(name).isNotNull();
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private RoundTripReport verifyUpTo(String version) {
        return verify(
                new RoundTripSettings(Optional.of(version), Optional.empty(), Map.of(), false, RandomSeed.DEFAULT));
    }
}
