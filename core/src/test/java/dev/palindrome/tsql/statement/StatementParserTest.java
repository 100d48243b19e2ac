package dev.palindrome.tsql.statement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.tsql.Lexer;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatementParserTest {

    @Test
    void statementsNeedNoSemicolons() {
        assertThat(statements("""
                        CREATE TABLE a (id INT REFERENCES b (id) ON DELETE CASCADE ON UPDATE NO ACTION)
                        ALTER TABLE a ADD CONSTRAINT fk FOREIGN KEY (x) REFERENCES b (x) ON DELETE SET NULL ON UPDATE CASCADE
                        INSERT INTO a (id) SELECT id FROM b UNION ALL SELECT id FROM c
                        UPDATE a SET id = CASE WHEN id = 1 THEN 2 ELSE 3 END
                        SET IDENTITY_INSERT a ON INSERT INTO a (id) VALUES (1) SET IDENTITY_INSERT a OFF
                        DELETE FROM a DROP TABLE IF EXISTS a
                        EXEC sp_rename 'a', 'b' SELECT 1
                        """))
                .containsExactly(
                        "CREATE TABLE a (id INT REFERENCES b (id) ON DELETE CASCADE ON UPDATE NO ACTION)",
                        "ALTER TABLE a ADD CONSTRAINT fk FOREIGN KEY (x) REFERENCES b (x)"
                                + " ON DELETE SET NULL ON UPDATE CASCADE",
                        "INSERT INTO a (id) SELECT id FROM b UNION ALL SELECT id FROM c",
                        "UPDATE a SET id = CASE WHEN id = 1 THEN 2 ELSE 3 END",
                        "SET IDENTITY_INSERT a ON",
                        "INSERT INTO a (id) VALUES (1)",
                        "SET IDENTITY_INSERT a OFF",
                        "DELETE FROM a",
                        "DROP TABLE IF EXISTS a",
                        "EXEC sp_rename 'a', 'b'",
                        "SELECT 1");
    }

    @Test
    void alterTableKeepsItsVerbs() {
        assertThat(
                        statements(
                                "ALTER TABLE a ALTER COLUMN b INT ALTER TABLE a DROP COLUMN b ALTER TABLE a DROP c DROP TABLE a"))
                .containsExactly(
                        "ALTER TABLE a ALTER COLUMN b INT",
                        "ALTER TABLE a DROP COLUMN b",
                        "ALTER TABLE a DROP c",
                        "DROP TABLE a");
    }

    @Test
    void commonTableExpressionsHaveOneBody() {
        assertThat(statements(";WITH c AS (SELECT 1 AS a) UPDATE t SET a = 1 UPDATE t SET a = 2"))
                .hasSize(2);
        assertThat(statements("WITH c AS (SELECT 1 AS a) INSERT INTO t SELECT a FROM c SELECT 2"))
                .hasSize(2);
    }

    @Test
    void viewsTakeTheRestOfTheBatch() {
        assertThat(statements("CREATE OR ALTER VIEW v AS SELECT 1 AS a; SELECT 2"))
                .hasSize(1);
    }

    @Test
    void ifHasBranches() {
        assertThat(statements("IF 1 = 1 BEGIN SELECT 1; SELECT 2 END ELSE SELECT 3 SELECT 4"))
                .containsExactly("IF 1 = 1 BEGIN SELECT 1; SELECT 2 END ELSE SELECT 3", "SELECT 4");
    }

    private static List<String> statements(String batch) {
        return StatementParser.statements(Lexer.tokens(batch, 1)).stream()
                .map(statement -> TokensText.of(statement.tokens()))
                .toList();
    }
}
