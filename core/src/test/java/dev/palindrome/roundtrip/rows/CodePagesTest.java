package dev.palindrome.roundtrip.rows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.schema.EmbeddedSchema;
import dev.palindrome.schema.SchemaReader;
import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.schema.Table;
import dev.palindrome.sql.SqlRunner;
import dev.palindrome.sql.Transaction;
import java.nio.charset.Charset;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CodePagesTest {

    @Test
    void aColumnThatTakesNoQuestionMarksDoesNotKeepOthersFromLosingLetters() throws SQLException {
        try (EmbeddedSchema schema = new EmbeddedSchema()) {
            Connection connection = schema.run(
                            "CREATE TABLE dbo.t (a VARCHAR(9) CHECK (a <> '?'), b VARCHAR(9), c NVARCHAR(9));")
                    .connection();
            SqlRunner.on(connection)
                    .run("INSERT INTO \"dbo\".\"t\" VALUES ('\u0416', '\u0416', '\u0416')"); // as an application would
            SchemaSnapshot tables = SchemaReader.of(connection).read(connection);

            Transaction.run(connection, transaction -> {
                for (Table table : tables.tables()) {
                    new CodePages(Optional.empty()).apply(transaction, table);
                }
            });

            assertThat(SqlRunner.on(connection)
                            .query("SELECT \"a\" || \"b\" || \"c\" FROM \"dbo\".\"t\"")
                            .texts())
                    .containsExactly("\u0416?\u0416");
        }
    }

    @Test
    void aLetterThatIsNotHeldBecomesAQuestionMark() {
        assertThat(CodePages.held(
                        "caf\u00e9 \u03a9\u6f22 \ud83d\ude00",
                        Charset.forName("windows-1252").newEncoder()))
                .isEqualTo("caf\u00e9 ?? ??");
    }
}
