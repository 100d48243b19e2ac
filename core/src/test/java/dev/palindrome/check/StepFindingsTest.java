package dev.palindrome.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a second migration may do to a table that the first has made. */
class StepFindingsTest {

    private static final String USERS = """
            CREATE TABLE dbo.users (
                id INT IDENTITY(1,1) NOT NULL PRIMARY KEY,
                name NVARCHAR(100) NOT NULL,
                email NVARCHAR(200) NULL,
                age INT NULL,
                balance DECIMAL(18, 2) NOT NULL DEFAULT 0,
                price DECIMAL(19, 4) NULL,
                born DATETIME2(7) NULL,
                note NVARCHAR(MAX) NULL,
                wakes TIME NULL,
                upper_name AS UPPER(name),
                CONSTRAINT uq_users_email UNIQUE (email, name)
            );
            """;

    @TempDir
    Path folder;

    static Stream<Arguments> dangerous() {
        return Stream.of(
                found("PAL011", "ALTER TABLE dbo.users ADD phone NVARCHAR(20) NOT NULL;"),
                found("PAL011", "ALTER TABLE users ADD a INT NULL, phone NVARCHAR(20) NOT NULL;"),
                found(
                        "PAL011",
                        "ALTER TABLE [dbo].[Users] ADD [phone number] NVARCHAR(20) NOT NULL CHECK (LEN([phone number]) > 1)"),
                found(
                        "PAL011",
                        "IF COL_LENGTH('dbo.users', 'phone') IS NULL BEGIN ALTER TABLE dbo.users ADD phone INT NOT NULL END"),
                found(
                        "PAL011",
                        "BEGIN TRY ALTER TABLE dbo.users ADD phone INT NOT NULL END TRY BEGIN CATCH THROW; END CATCH"),
                found("PAL011", "ALTER TABLE dbo.users ADD phone INT NOT NULL DEFAULT NULL"),
                found("PAL012", "ALTER TABLE dbo.users ALTER COLUMN name NVARCHAR(50) NOT NULL;"),
                found("PAL012", "ALTER TABLE dbo.users ALTER COLUMN name VARCHAR(100) NOT NULL;"),
                found("PAL012", "ALTER TABLE dbo.users ALTER COLUMN note NVARCHAR(4000) NULL;"),
                found("PAL012", "ALTER TABLE dbo.users ALTER COLUMN age SMALLINT NULL;"),
                found("PAL012", "ALTER TABLE dbo.users ALTER COLUMN balance DECIMAL(18, 1) NOT NULL;"),
                found("PAL012", "ALTER TABLE dbo.users ALTER COLUMN balance DECIMAL(10, 2) NOT NULL;"),
                found("PAL012", "ALTER TABLE dbo.users ALTER COLUMN born DATE NULL;"),
                found("PAL012", "ALTER TABLE dbo.users ALTER COLUMN born DATETIME2(3) NULL;"),
                found("PAL012", "ALTER TABLE dbo.users ALTER COLUMN email INT NULL;"),
                found("PAL012", "ALTER TABLE dbo.users ALTER COLUMN wakes TIME(0) NULL;"),
                found("PAL012", "ALTER TABLE dbo.users ALTER COLUMN born TIME NULL;"),
                found("PAL013", "DROP TABLE dbo.users;"),
                found("PAL013", "DROP TABLE IF EXISTS other, users"),
                found("PAL013", "ALTER TABLE dbo.users DROP COLUMN age;"),
                found("PAL013", "ALTER TABLE dbo.users DROP CONSTRAINT uq_users_email, COLUMN IF EXISTS email;"),
                found("PAL014", "CREATE UNIQUE INDEX ux ON dbo.users (age);"),
                found(
                        "PAL014",
                        "CREATE UNIQUE NONCLUSTERED INDEX ux ON dbo.users (name ASC) INCLUDE (age) WHERE age > 3"),
                found("PAL014", "ALTER TABLE dbo.users WITH CHECK ADD CONSTRAINT uq UNIQUE NONCLUSTERED (name);"),
                found(
                        "PAL014",
                        "ALTER TABLE users ADD g UNIQUEIDENTIFIER NULL DEFAULT NEWID(); CREATE UNIQUE INDEX ux ON users (g);"),
                found("PAL015", "EXEC sp_rename 'dbo.users', 'people';"),
                found(
                        "PAL015",
                        "EXECUTE sys.sp_rename @objname = N'[dbo].[users].[age]', @newname = N'years', @objtype = 'COLUMN';"),
                found("PAL015", "EXEC sp_rename '[dbo].[users].[age]', 'years'"),
                found("PAL015", "DECLARE @rc INT\nEXEC @rc = sp_rename 'users.age', years, 'column'", 2),
                found("PAL016", "UPDATE dbo.users SET name = 'x';"),
                found("PAL016", "DELETE FROM dbo.users"),
                found("PAL016", "TRUNCATE TABLE dbo.users;"),
                found("PAL016", "SET ROWCOUNT 9; SET ROWCOUNT 0; DELETE FROM users;"),
                found("PAL013", "IF EXISTS (SELECT 1 FROM sys.tables) DROP TABLE dbo.users;"),
                found(
                        "PAL014",
                        "MERGE users u USING o ON o.id = u.id WHEN NOT MATCHED THEN INSERT (name) VALUES ('x');"
                                + " CREATE UNIQUE INDEX ux ON users (age);"),
                found("PAL016", "WHILE 1 = 1 BEGIN DELETE users END"),
                found("PAL017", "ALTER TABLE dbo.users ADD phone INT NULL;\nGO\nUPDATE dbo.users SET phone = 1;", 3),
                found("PAL018", "ALTER TABLE dbo.users ALTER COLUMN age INT NOT NULL;"));
    }

    @ParameterizedTest
    @MethodSource("dangerous")
    void isFound(String code, String migration, int line) {
        List<String> found = ScriptFolder.with(folder, "V1__users.sql", USERS, "V2__change.sql", migration)
                .found();

        assertThat(found).containsExactly("V2__change.sql:" + line + " " + code);
    }

    private static Arguments found(String code, String migration) {
        return found(code, migration, 1);
    }

    private static Arguments found(String code, String migration, int line) {
        return Arguments.of(code, migration, line);
    }

    static Stream<String> harmless() {
        return Stream.of(
                // a NOT NULL column for which rows have a value
                "ALTER TABLE dbo.users ADD phone NVARCHAR(20) NOT NULL CONSTRAINT df_phone DEFAULT ('');",
                "ALTER TABLE dbo.users ADD phone INT NOT NULL, a INT NULL, CONSTRAINT df DEFAULT (SYSUTCDATETIME()) FOR phone;",
                "ALTER TABLE dbo.users ADD phone NVARCHAR(20) NULL;",
                "ALTER TABLE dbo.users ADD seen ROWVERSION NOT NULL;",
                "ALTER TABLE dbo.users ADD timestamp NOT NULL;",
                "ALTER TABLE dbo.users ADD twice AS age * 2 PERSISTED NOT NULL;",
                "ALTER TABLE dbo.users ADD begins DATETIME2 GENERATED ALWAYS AS ROW START NOT NULL DEFAULT '2000-01-01';",
                "ALTER TABLE dbo.unknown ADD phone INT NOT NULL;",
                "CREATE TABLE dbo.fresh (id INT); ALTER TABLE dbo.fresh ADD phone INT NOT NULL;",
                "ALTER TABLE #users ADD phone INT NOT NULL;",
                "ALTER TABLE other.dbo.users ADD phone INT NOT NULL;",
                "EXEC('ALTER TABLE dbo.users ADD phone INT NOT NULL');",
                "PRINT 'ALTER TABLE dbo.users ADD phone INT NOT NULL'; -- DROP TABLE dbo.users",
                "/* DROP TABLE dbo.users; /* nested */ UPDATE dbo.users SET age = 1 */ SELECT 1;",
                "CREATE PROCEDURE p AS BEGIN DELETE FROM dbo.users; DROP TABLE dbo.users END",
                "CREATE TRIGGER t ON dbo.users AFTER UPDATE AS UPDATE dbo.users SET age = 1",
                // not narrower
                "ALTER TABLE dbo.users ALTER COLUMN name NVARCHAR(200) NOT NULL;",
                "ALTER TABLE dbo.users ALTER COLUMN name NVARCHAR(MAX) NOT NULL;",
                "ALTER TABLE dbo.users ALTER COLUMN age BIGINT NULL;",
                "ALTER TABLE dbo.users ALTER COLUMN balance DECIMAL(19, 3) NOT NULL;",
                "ALTER TABLE dbo.users ALTER COLUMN price MONEY NULL;",
                "ALTER TABLE dbo.users ALTER COLUMN born DATETIMEOFFSET(7) NULL;",
                "ALTER TABLE dbo.users ALTER COLUMN age NVARCHAR(20) NULL;",
                "ALTER TABLE dbo.users ALTER COLUMN name ADD MASKED WITH (FUNCTION = 'default()');",
                "ALTER TABLE dbo.users ALTER COLUMN name dbo.Name NOT NULL;",
                "ALTER TABLE dbo.users ALTER COLUMN wakes TIME(7) NULL;",
                "UPDATE dbo.users SET name = LEFT(name, 50) WHERE LEN(name) > 50; ALTER TABLE dbo.users ALTER COLUMN name NVARCHAR(50) NOT NULL;",
                // nothing is lost
                "DROP TABLE dbo.unknown; DROP VIEW dbo.users_view; DROP INDEX ix ON dbo.users;",
                "ALTER TABLE dbo.users DROP CONSTRAINT uq_users_email;",
                "ALTER TABLE dbo.users DROP COLUMN upper_name;",
                "CREATE TABLE dbo.fresh (id INT); DROP TABLE dbo.fresh;",
                "UPDATE dbo.users SET note = CONCAT(age, '') WHERE age IS NOT NULL; ALTER TABLE dbo.users DROP COLUMN age;",
                "EXEC sp_executesql N'UPDATE dbo.users SET note = age WHERE age > 1'; ALTER TABLE dbo.users DROP COLUMN age;",
                "IF EXISTS (SELECT 1 FROM users) BEGIN RAISERROR('not empty', 16, 1); RETURN END; DROP TABLE dbo.users;",
                "ALTER TABLE dbo.users SWITCH PARTITION 1 TO dbo.old PARTITION 1; DROP TABLE dbo.users;",
                "SELECT * INTO dbo.copy FROM dbo.users; DROP TABLE dbo.users; EXEC sp_rename 'dbo.copy', 'users';",
                // equal rows cannot be
                "CREATE UNIQUE INDEX ux ON dbo.users (id, age);",
                "ALTER TABLE dbo.users ADD g UNIQUEIDENTIFIER NOT NULL DEFAULT NEWID() CONSTRAINT k UNIQUE NONCLUSTERED;"
                        + " CREATE UNIQUE INDEX ux ON dbo.users (g);",
                "ALTER TABLE dbo.users ADD r ROWVERSION; CREATE UNIQUE INDEX ux ON dbo.users (r);",
                "CREATE UNIQUE INDEX ux ON dbo.users (name, email, age);",
                "CREATE INDEX ix ON dbo.users (age);",
                "DELETE FROM dbo.users WHERE age < 0; CREATE UNIQUE INDEX ux ON dbo.users (age);",
                "CREATE TABLE dbo.fresh (id INT); CREATE UNIQUE INDEX ux ON dbo.fresh (id);",
                "WITH c AS (SELECT id, ROW_NUMBER() OVER (PARTITION BY age ORDER BY id) AS n FROM dbo.users) DELETE FROM c"
                        + " WHERE n > 1; CREATE UNIQUE INDEX ux ON dbo.users (age);",
                "DELETE a FROM dbo.users AS a JOIN users b ON b.age = a.age AND b.id < a.id; CREATE UNIQUE INDEX ux ON users (age);",
                "DELETE x FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY age ORDER BY id) n FROM dbo.users) x WHERE n > 1;"
                        + " CREATE UNIQUE INDEX ux ON users (age);",
                "EXEC sp_executesql N'DELETE FROM dbo.users WHERE age < 0'; CREATE UNIQUE INDEX ux ON users (age);",
                "MERGE users u USING dbo.other o ON o.id = u.id WHEN MATCHED THEN DELETE; CREATE UNIQUE INDEX ux ON users (age);",
                "IF EXISTS (SELECT age FROM dbo.users GROUP BY age HAVING COUNT(*) > 1) THROW 50000, 'equal', 1;"
                        + " CREATE UNIQUE INDEX ux ON dbo.users (age);",
                "ALTER TABLE dbo.users ADD code INT NULL; CREATE UNIQUE INDEX ux ON dbo.users (code) WHERE code IS NOT NULL;",
                "CREATE UNIQUE CLUSTERED INDEX ux ON dbo.users_view (age);",
                // the old name stays
                "EXEC sp_rename 'dbo.users', 'people'; EXEC('CREATE SYNONYM x FOR y'); CREATE SYNONYM dbo.users FOR dbo.people;",
                "EXEC sp_rename 'dbo.users', 'people';\nGO\nCREATE VIEW dbo.users AS SELECT * FROM dbo.people;",
                "EXEC sp_rename 'dbo.uq_users_email', 'uq_email';",
                "EXEC sp_rename 'dbo.users.pk', 'pk_users', 'INDEX';",
                "EXEC sp_rename 'dbo.users', 'tmp'; EXEC sp_rename 'dbo.tmp', 'USERS';",
                "EXEC sp_rename 'dbo.users.age', 'age_old', 'COLUMN'; ALTER TABLE users ADD age BIGINT NULL;",
                "EXEC sp_rename @name, 'people';",
                // not every row
                "UPDATE dbo.users SET name = 'x' WHERE id = 1;",
                "UPDATE u SET name = 'x' FROM dbo.users u JOIN dbo.other o ON o.id = u.id;",
                "UPDATE TOP (100) dbo.users SET name = 'x';",
                "WITH c AS (SELECT TOP (5) * FROM dbo.users) DELETE FROM c;",
                "DELETE TOP (10) FROM dbo.users;",
                "DELETE FROM @users;",
                "DELETE FROM dbo.users; INSERT INTO dbo.users (name) VALUES ('x');",
                "UPDATE STATISTICS dbo.users;",
                "WITH users AS (SELECT * FROM dbo.users WHERE age IS NULL) UPDATE users SET name = 'x';",
                "SET ROWCOUNT 1000; UPDATE dbo.users SET name = 'x';",
                "MERGE dbo.users AS u USING dbo.other AS o ON o.id = u.id WHEN MATCHED THEN UPDATE SET age = 1;",
                // altered without all rows
                "ALTER TABLE dbo.users ADD phone INT NULL;\nGO\nUPDATE dbo.users SET phone = 1 WHERE id = 1;",
                // no NULL is left
                "UPDATE dbo.users SET age = 0 WHERE age IS NULL; ALTER TABLE dbo.users ALTER COLUMN age INT NOT NULL;",
                "ALTER TABLE dbo.users ALTER COLUMN name NVARCHAR(100) NOT NULL;",
                "DELETE FROM dbo.users WHERE age IS NULL ALTER TABLE dbo.users ALTER COLUMN age INT NOT NULL");
    }

    @ParameterizedTest
    @MethodSource("harmless")
    void isSilent(String migration) {
        assertThat(ScriptFolder.with(folder, "V1__users.sql", USERS, "V2__change.sql", migration)
                        .found())
                .isEmpty();
    }

    static Stream<Arguments> accompanied() {
        return Stream.of(
                Arguments.of("DROP TABLE dbo.users;", "-- palindrome: loses users nobody is left\nSELECT 1;"),
                Arguments.of(
                        "ALTER TABLE users DROP COLUMN age;", "-- palindrome: loses dbo.users.age private\nSELECT 1;"),
                Arguments.of("ALTER TABLE users DROP COLUMN age;", "-- palindrome: loses users private\nSELECT 1;"),
                Arguments.of("ALTER TABLE users DROP COLUMN age;", "-- palindrome: irreversible private"),
                Arguments.of(
                        "ALTER TABLE users DROP COLUMN age;",
                        "ALTER TABLE users ADD age INT;\nGO\nUPDATE users SET age = DATEDIFF(year, born, GETDATE());"),
                Arguments.of("DELETE FROM dbo.users;", "-- palindrome: loses dbo.users test data\nSELECT 1;"));
    }

    @ParameterizedTest
    @MethodSource("accompanied")
    void anUndoScriptMaySayThatRowsAreGone(String migration, String undo) {
        assertThat(ScriptFolder.with(
                                folder, "V1__users.sql", USERS, "V2__change.sql", migration, "U2__change.sql", undo)
                        .found())
                .isEmpty();
    }
}
