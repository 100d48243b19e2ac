package dev.palindrome.database.sqlserver;

import static dev.palindrome.SqlRecording.made;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SqlServerTemplateSqlTest {

    @Test
    void files() {
        assertThat(made(SqlServerTemplateSql.files("/data/palindrome_x.bak")))
                .isEqualTo("RESTORE FILELISTONLY FROM DISK = N'/data/palindrome_x.bak'");
    }

    @Test
    void everyFileIsMoved() {
        List<SqlServerFile> files = List.of(
                new SqlServerFile("palindrome_x", "/data/palindrome_y_1.mdf"),
                new SqlServerFile("Ann's log", "/data/palindrome_y_2.ldf"));
        assertThat(made(SqlServerTemplateSql.restore("palindrome_y", "/data/palindrome_x.bak", files, true)))
                .isEqualTo("RESTORE DATABASE [palindrome_y] FROM DISK = N'/data/palindrome_x.bak' WITH"
                        + " MOVE N'palindrome_x' TO N'/data/palindrome_y_1.mdf',"
                        + " MOVE N'Ann''s log' TO N'/data/palindrome_y_2.ldf', KEEP_CDC");
    }

    @Test
    void nothingIsKeptThatWasNotOn() {
        assertThat(made(SqlServerTemplateSql.restore(
                        "palindrome_y", "x.bak", List.of(new SqlServerFile("x", "/y.mdf")), false)))
                .isEqualTo("RESTORE DATABASE [palindrome_y] FROM DISK = N'x.bak' WITH MOVE N'x' TO N'/y.mdf'");
    }

    @Test
    void own() {
        assertThat(made(SqlServerTemplateSql.own("palindrome_y"))).isEqualTo("""
                DECLARE @own nvarchar(max) = N'ALTER AUTHORIZATION ON DATABASE::[palindrome_y] TO ' + QUOTENAME(SUSER_SNAME());
                IF EXISTS (SELECT 1 FROM [palindrome_y].sys.database_principals
                           WHERE name = N'dbo' AND (sid IS NULL OR sid <> SUSER_SID()))
                    EXEC (@own)""");
    }

    @Test
    void lock() {
        assertThat(made(SqlServerTemplateSql.lock("abc"))).isEqualTo("""
                SET NOCOUNT ON;
                DECLARE @granted int;
                EXEC @granted = sp_getapplock @Resource = N'palindrome template abc', @LockMode = 'Exclusive', @LockOwner = 'Session',
                    @LockTimeout = 600000;
                SELECT @granted;""");
    }
}
