package dev.palindrome.tsql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.EngineDatabases;
import dev.palindrome.database.Database;
import dev.palindrome.database.DatabaseOptions;
import dev.palindrome.database.Databases;
import dev.palindrome.database.ScriptRunner;
import dev.palindrome.sql.SqlRunner;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** IF and ELSE on the embedded engine, however many hang on each other. */
class LongChoiceIT {

    private static final Databases DATABASES = EngineDatabases.embedded();

    private Database database;
    private Connection connection;

    @BeforeEach
    void prepare() throws SQLException {
        database = DATABASES.create("choice", DatabaseOptions.DEFAULT);
        connection = database.dataSource().getConnection();
        run("CREATE TABLE t (a NVARCHAR(50), n INT)");
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
        database.close();
    }

    private void run(String script) throws SQLException {
        ScriptRunner.run(connection, database.engine(), "script", script);
    }

    private String all() throws SQLException {
        return String.join(
                ",",
                SqlRunner.on(connection)
                        .query("SELECT \"a\" FROM \"t\" ORDER BY \"n\"")
                        .texts());
    }

    /** Each text within a text doubled the quotes of those in it: a script of 25 took a minute and 300 MB. */
    @Test
    void aLongRowOfElseIfIsAsLongAsItIs() throws SQLException {
        StringBuilder script = new StringBuilder();
        for (int i = 0; i < 200; i++) {
            script.append("IF 1 = ").append(i == 150 ? 1 : 2).append(" INSERT INTO t VALUES (N'it''s ");
            script.append(i).append("', 1) ELSE\n");
        }
        script.append("INSERT INTO t VALUES (N'none', 1)");

        assertThat(TranslatedScript.rewrite("script", script.toString()).sql()).hasSizeLessThan(80_000);
        run(script.toString());
        assertThat(all()).isEqualTo("it's 150");
    }

    @Test
    void whatIsNestedIsChosenAsItIsWritten() throws SQLException {
        String script = """
                IF %s
                BEGIN
                    INSERT INTO t VALUES ('a', 1);
                    IF %s INSERT INTO t VALUES ('b', 2)
                    ELSE BEGIN
                        INSERT INTO t VALUES ('c', 3);
                        IF %1$s PRINT 'nothing' ELSE INSERT INTO t VALUES ('?', 9)
                        INSERT INTO t VALUES ('d', 4);
                    END
                    INSERT INTO t VALUES ('e', 5);
                END
                ELSE IF %s INSERT INTO t VALUES ('f', 6)
                INSERT INTO t VALUES (':', 7)
                """;
        run(script.formatted("1 = 1", "1 = 1", "1 = 1"));
        assertThat(all()).isEqualTo("a,b,e,:");
        run("DELETE FROM t");
        run(script.formatted("1 = 1", "1 = 2", "1 = 1"));
        assertThat(all()).isEqualTo("a,c,d,e,:");
        run("DELETE FROM t");
        run(script.formatted("1 = 2", "1 = 2", "1 = 1"));
        assertThat(all()).isEqualTo("f,:");
        run("DELETE FROM t");
        run(script.formatted("1 = 2", "1 = 1", "1 = 2"));
        assertThat(all()).isEqualTo(":");
    }

    @Test
    void tooLongARowIsAnErrorThatNamesTheLine() {
        String script = "PRINT 'a'\n" + "IF 1 = 1 PRINT 'a' ELSE\n".repeat(2000) + "PRINT 'b'";

        assertThatThrownBy(() -> TranslatedScript.rewrite("script.sql", script))
                .isInstanceOf(NeedsSqlServerException.class)
                .hasMessage("script.sql, line 501: too many statements hang on each other here, as in a long row of IF."
                        + " Divide it.");
    }

    @Test
    void whatIsRefusedInAnInnerConditionNamesItsLine() {
        assertThatThrownBy(() -> TranslatedScript.rewrite("script.sql", "IF 1 = 1\nIF @a = 1\nPRINT 'a'"))
                .isInstanceOf(NeedsSqlServerException.class)
                .hasMessageContaining("script.sql, line 2: \"IF @a = ");
    }
}
