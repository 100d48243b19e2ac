package dev.palindrome.seed.run;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.seed.SeedException;
import dev.palindrome.seed.SeededDatabase;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class EmbeddedSeedScriptsTest extends SeedScriptsTestCase {

    @Override
    protected SeededDatabase open() throws SQLException {
        return SeededDatabase.embedded();
    }

    @Test
    void saysWhyAStatementIsRefusedWhereItRuns() throws Exception {
        database.run("CREATE TABLE r (f FLOAT NULL)");
        database.run("INSERT INTO r VALUES (1.5)");

        assertThatThrownBy(() -> run("INSERT INTO t (name) SELECT (SELECT f FROM r WHERE f > 1 FOR JSON PATH)"))
                .isInstanceOf(SeedException.class)
                .hasMessageMatching("The script filesystem:.*/seed\\.sql failed at line 1: .*FOR JSON of a .*"
                        + " Needs SQL Server: run with palindrome\\.engine=sqlserver\\.");
    }

    @Test
    void saysWhichNameIsMeant() throws SQLException {
        assertThatThrownBy(() -> run("INSERT INTO t (name) VALUES ('a')\nINSERT INTO t (nmae) VALUES ('b')"))
                .hasMessageMatching("The script filesystem:.*/seed\\.sql failed at line 2: Invalid column name 'nmae'"
                        + " \\(SQL Server's error 207; is name meant\\?\\)\\.");
        database.run("CREATE TABLE orders (id INT)");
        assertThatThrownBy(() -> run("INSERT INTO dbo.oders (id) VALUES (1)"))
                .hasMessageMatching(".* failed at line 1: Invalid object name 'dbo.oders'"
                        + " \\(SQL Server's error 208; is orders meant\\?\\)\\.");
    }

    @Test
    void namesAllThatIsRefused() {
        assertThatThrownBy(() -> run("SELECT id FROM t TABLESAMPLE (5 PERCENT)\nINSERT INTO t (name) VALUES ('a')\nGO\n"
                        + "BULK INSERT t FROM 'x'\nCREATE TABLE other (id INT)\nSELECT * FROM t FOR SYSTEM_TIME ALL"))
                .hasMessageMatching("(?s)filesystem:.*/seed\\.sql, line 1: .*TABLESAMPLE.*\n.*\n  line 4: .*BULK.*\n"
                        + "  line 6: .*SYSTEM_TIME[^\n]*");
    }
}
