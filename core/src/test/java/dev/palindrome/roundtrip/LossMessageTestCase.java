package dev.palindrome.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a message says of lost rows; a class for each engine says where databases come from. */
abstract class LossMessageTestCase extends MigrationsInFolder {

    @Test
    void aBlankThatIsLostIsVisible() {
        notes();
        up(2, "UPDATE dbo.notes SET note = RTRIM(LTRIM(note));");
        down(2, "PRINT 'as good as before';");

        RoundTrip trip = trip(2);

        assertThat(trip.explanation())
                .containsPattern("dbo\\.notes\\.note: values of \\d of 9 rows differ, such as '·.*' → '[^·]");
        assertThat(trip.dataLosses()).singleElement().satisfies(loss -> {
            assertThat(loss.of()).isEqualTo(9);
            assertThat(loss.example()).isPresent();
        });
    }

    @Test
    void aValueThatBecameNullShowsBoth() {
        notes();
        up(2, "UPDATE dbo.notes SET total = NULL WHERE total = 0;");
        down(2, "PRINT 'as good as before';");

        assertThat(trip(2).explanation()).contains("of 9 rows differ, such as 0 → NULL");
    }

    @Test
    void rowsOfAMigrationAreNeverShown() {
        requires(TEXTS_IN_A_CHECK);
        up(1, """
                CREATE TABLE dbo.secrets (id INT IDENTITY(1,1) NOT NULL CONSTRAINT pk_secrets PRIMARY KEY,
                    word NVARCHAR(30) NOT NULL CONSTRAINT ck_word CHECK (word IN (N'Sesam', N'open')));
                INSERT INTO dbo.secrets (word) VALUES (N'Sesam');
                """);
        down(1, "DROP TABLE dbo.secrets;");
        up(2, "UPDATE dbo.secrets SET word = N'open' WHERE id = 1;");
        down(2, "PRINT 'as good as before';");

        assertThat(trip(2).verdict()).isEqualTo(Verdict.DATA_LOST);
        assertThat(trip(2).explanation()).doesNotContain("Sesam").doesNotContain("→");
    }

    @Test
    void rowsOfAMigrationAreNeverShownWhereTheirTableGotAnotherName() {
        requires(RENAMED_TABLE);
        up(1, """
                CREATE TABLE dbo.passwords (id INT NOT NULL CONSTRAINT pk_passwords PRIMARY KEY,
                    word NVARCHAR(30) NOT NULL);
                INSERT INTO dbo.passwords (id, word) VALUES (-5, N'Sesam');
                """);
        down(1, "-- palindrome: irreversible who knows the words\nDROP TABLE IF EXISTS dbo.passwords;");
        up(2, "EXEC sp_rename 'dbo.passwords', 'secrets';");
        down(2, "-- palindrome: irreversible who knows the words\nPRINT 'gone';");
        up(3, "UPDATE dbo.secrets SET word = N'open' WHERE id = -5;");
        down(3, "PRINT 'as good as before';");

        assertThat(trip(3).verdict()).as(trip(2).explanation()).isEqualTo(Verdict.DATA_LOST);
        assertThat(trip(3).explanation())
                .contains("dbo.secrets.word: values of 1 of ")
                .doesNotContain("Sesam")
                .doesNotContain("→");
    }

    @Test
    void generatedRowsAreShownWhereTheirTableGotAnotherName() {
        requires(RENAMED_TABLE);
        notes();
        up(2, "EXEC sp_rename 'dbo.notes', 'remarks';");
        down(2, "EXEC sp_rename 'dbo.remarks', 'notes';");
        up(3, "UPDATE dbo.remarks SET total = NULL WHERE total = 0;");
        down(3, "PRINT 'as good as before';");

        assertThat(trip(3).explanation()).contains("of 9 rows differ, such as 0 → NULL");
    }

    @Test
    void aRowOfAMigrationThatTakesTheKeyOfAGeneratedOneIsNotShown() {
        up(1, """
                CREATE TABLE dbo.words (id INT NOT NULL CONSTRAINT pk_words PRIMARY KEY CHECK (id = 7),
                    word NVARCHAR(30) NOT NULL);
                """);
        down(1, "DROP TABLE dbo.words;");
        up(2, "DELETE FROM dbo.words;\nINSERT INTO dbo.words (id, word) VALUES (7, N'Sesam');");
        down(2, "-- palindrome: irreversible who knows the words\nPRINT 'gone';");
        up(3, "UPDATE dbo.words SET word = N'open';");
        down(3, "PRINT 'as good as before';");

        assertThat(trip(3).verdict()).as(trip(3).explanation()).isEqualTo(Verdict.DATA_LOST);
        assertThat(trip(3).explanation()).doesNotContain("Sesam");
    }

    @Test
    void theReportSaysWhereItWasMadeAndWhyEachFails() {
        notes();
        up(2, "ALTER TABLE dbo.notes ADD more INT NULL;");
        down(2, "PRINT 'forgotten';");
        up(3, "ALTER TABLE dbo.notes ADD less INT NULL;");
        down(3, "ALTER TABLE dbo.notes DROP COLUMN lass;");

        RoundTripReport report = verify();

        assertThat(report.run()).isPresent();
        assertThat(report.toString())
                .contains("\nOn " + report.run().orElseThrow().server())
                .contains("\nV2 test [V2__test.sql] is not undone by U2__test.sql. Expecting the schema from before the"
                        + " migration, but:\n  table dbo.notes: unexpected column more INT")
                .contains("\nV3 test [V3__test.sql] cannot be undone, because U3__test.sql fails:\n  Undo of V3 test")
                .doesNotContain("Draft");
    }

    private void notes() {
        up(1, """
                CREATE TABLE dbo.notes (id INT NOT NULL CONSTRAINT pk_notes PRIMARY KEY, note NVARCHAR(30) NOT NULL,
                    total INT NULL);
                """);
        down(1, "DROP TABLE dbo.notes;");
    }
}
