package dev.palindrome.tsql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExecutedSqlTest {

    @Test
    void literalsThatAreExecutedAreReadHoweverDeep() {
        ExecutedSql sql = ExecutedSql.of("UPDATE t SET a = 'EXEC (b)'\n"
                + "EXEC ('UPDATE dbo.cust' + N'omers SET a = 1')\nGO\n"
                + "sp_executesql @stmt = N'EXECUTE(''DROP TABLE '' + ''[a b]'')'\nGO 5\n");

        assertThat(texts(sql))
                .containsExactly(
                        "UPDATE t SET a = 'EXEC (b)' EXEC ( 'UPDATE dbo.cust' + N'omers SET a = 1' )",
                        "sp_executesql @stmt = N'EXECUTE(''DROP TABLE '' + ''[a b]'')'",
                        "EXECUTE ( 'DROP TABLE ' + '[a b]' )",
                        "DROP TABLE [a b]",
                        "UPDATE dbo . customers SET a = 1");
        assertThat(sql.isKnown()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "EXEC (@sql)",
                "EXEC ('DROP TABLE ' + @t)",
                "EXEC ('DROP TABLE ' + QUOTENAME('t'))",
                "EXEC sp_executesql @sql",
                "EXEC sys.sp_executesql @stmt = @sql",
                "EXEC dbo.clean_up",
                "EXEC app.sp_rename 'a', 'b'",
                "EXEC app.sp_executesql N'SELECT 1'",
                "EXEC @procedure",
                "EXEC @result = dbo.clean_up 1",
                "IF 1 = 1 EXECUTE clean_up",
                "INSERT INTO t EXEC clean_up",
                "clean_up",
                "SELECT 1\nGO\n[dbo].[clean_up] 5",
                "EXEC ('EXEC clean_up')",
                "EXEC sp_rename @old, 'b'",
                "EXEC sp_rename 'a', @newname = @new",
                "EXEC sp_addextendedproperty 'MS_Description', 'x', 'SCHEMA', 'dbo', 'TABLE', @table",
                "EXEC sp_dropextendedproperty @name = 'x', @level1name = @table",
                "EXEC"
            })
    void whatItCannotSeeItSays(String script) {
        assertThat(ExecutedSql.of(script).isKnown()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "SELECT exec_count FROM t",
                "EXEC sp_rename 'a', 'b'",
                "sp_rename 'a', 'b'",
                "EXEC sp_rename @objname = N'a', @newname = N'b'",
                "EXEC sp_addextendedproperty 'MS_Description', @description, 'SCHEMA', @defaultSchema, 'TABLE', N'x'",
                "EXEC sys.sp_addextendedproperty N'MS_Description', N'x'",
                "GRANT SELECT, EXECUTE ON SCHEMA::dbo TO app",
                "GRANT EXECUTE, SELECT ON SCHEMA::dbo TO app",
                "CREATE PROCEDURE p WITH EXECUTE AS OWNER AS SELECT 1",
                "DISABLE TRIGGER tr ON t",
                "again: SELECT 1",
                "-- EXEC clean_up\nPRINT 'EXEC clean_up'"
            })
    void mostScriptsHideNothing(String script) {
        assertThat(ExecutedSql.of(script).isKnown()).isTrue();
    }

    @Test
    void theTextThatDropsAConstraintWithoutANameIsKnown() {
        String drop = new UnnamedConstraint(UnnamedConstraint.Kind.DEFAULT, "[dbo].[t]", "a", "").drop();

        assertThat(ExecutedSql.of(drop + "\nGO\n" + drop.replace("@drop", "@x")).isKnown())
                .isTrue();
        assertThat(ExecutedSql.of(drop + "\nEXEC (@drop)").isKnown()).isFalse();
    }

    private static List<String> texts(ExecutedSql sql) {
        return sql.texts().stream()
                .map(text -> text.stream().map(Token::text).collect(Collectors.joining(" ")))
                .toList();
    }
}
