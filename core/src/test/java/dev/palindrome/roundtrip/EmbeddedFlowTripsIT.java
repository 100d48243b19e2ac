package dev.palindrome.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.EngineDatabases;
import dev.palindrome.database.Databases;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Migrations and undo scripts that put together what they do. */
class EmbeddedFlowTripsIT extends MigrationsInFolder {

    @Override
    Databases databases() {
        return EngineDatabases.embedded();
    }

    @Override
    void requires(String sql) {
        // Nothing is skipped here.
    }

    @BeforeEach
    void table() {
        up(
                1,
                "CREATE TABLE dbo.p (id INT NOT NULL PRIMARY KEY);"
                        + " CREATE TABLE dbo.a (id INT NOT NULL PRIMARY KEY, old_x INT NULL, old_y INT NULL REFERENCES dbo.p (id))");
        down(1, "DROP TABLE dbo.a, dbo.p");
    }

    @Test
    void columnsThatVariablesRenameKeepTheirValues() {
        up(2, renaming("old", "new"));
        down(2, renaming("new", "old"));

        assertThat(explanation(trip(2))).isEqualTo("V2 test [V2__test.sql] is undone by U2__test.sql.");
    }

    private static String renaming(String from, String to) {
        return """
                DECLARE @c SYSNAME, @o NVARCHAR(300), @n SYSNAME
                WHILE EXISTS (SELECT 1 FROM sys.columns WHERE object_id = OBJECT_ID('dbo.a') AND name LIKE '%1$s[_]%%')
                BEGIN
                  SELECT TOP (1) @c = name FROM sys.columns
                  WHERE object_id = OBJECT_ID('dbo.a') AND name LIKE '%1$s[_]%%' ORDER BY name
                  SET @o = N'dbo.a.' + @c
                  SET @n = REPLACE(@c, '%1$s', '%2$s')
                  EXEC sp_rename @o, @n, 'COLUMN'
                END""".formatted(from, to);
    }

    @Test
    void aTableThatAVariableRenamesKeepsItsRows() {
        up(2, "DECLARE @o NVARCHAR(99) = 'dbo.a', @n SYSNAME = 'b'; EXEC sp_rename @o, @n");
        down(2, "DECLARE @o NVARCHAR(99) = 'dbo.b', @n SYSNAME = 'a'; EXEC sp_rename @o, @n");

        assertThat(explanation(trip(2))).isEqualTo("V2 test [V2__test.sql] is undone by U2__test.sql.");
    }

    @Test
    void aTableThatGoesToAnotherSchemaKeepsItsRows() {
        up(2, "EXEC('CREATE SCHEMA hr'); ALTER SCHEMA hr TRANSFER dbo.a");
        down(2, "ALTER SCHEMA dbo TRANSFER hr.a; DROP SCHEMA hr");

        assertThat(explanation(trip(2))).isEqualTo("V2 test [V2__test.sql] is undone by U2__test.sql.");
    }

    @Test
    void indexesAndKeysGoByTheirNamesInTheCatalogue() {
        up(2, """
                DECLARE @sql NVARCHAR(MAX) = N''
                SELECT @sql += N'CREATE INDEX ix_' + name + N' ON dbo.a (' + name + N');' FROM sys.columns
                WHERE object_id = OBJECT_ID('dbo.a') AND name LIKE 'old[_]%' ORDER BY name
                EXEC sp_executesql @sql""");
        down(2, """
                DECLARE @sql NVARCHAR(MAX) = N''
                SELECT @sql += N'DROP INDEX ' + name + N' ON dbo.a;' FROM sys.indexes
                WHERE object_id = OBJECT_ID('dbo.a') AND name LIKE 'ix[_]%' ORDER BY name
                EXEC sp_executesql @sql""");
        up(3, """
                DECLARE @n SYSNAME
                SELECT @n = name FROM sys.foreign_keys WHERE parent_object_id = OBJECT_ID('dbo.a')
                EXEC ('ALTER TABLE dbo.a DROP CONSTRAINT [' + @n + ']')""");
        down(3, "ALTER TABLE dbo.a ADD FOREIGN KEY (old_y) REFERENCES dbo.p (id)");

        assertThat(verdicts()).containsOnly(Verdict.REVERSIBLE);
    }

    @Test
    void anUndoThatHidesItsFailureIsFound() {
        up(2, "INSERT dbo.p (id) VALUES (-7)");
        down(2, """
                BEGIN TRY
                  BEGIN TRAN
                  DELETE dbo.p WHERE id = -7
                  INSERT dbo.p (id) VALUES (NULL)
                  COMMIT
                END TRY
                BEGIN CATCH
                  ROLLBACK
                END CATCH""");

        assertThat(trip(2).verdict()).isEqualTo(Verdict.REDO_FAILED);
    }
}
