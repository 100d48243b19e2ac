package dev.palindrome.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands behind CREATE SCHEMA in its statement (Microsoft: create-schema-transact-sql). */
class EmbeddedSchemaElementsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            CREATE SCHEMA sales CREATE TABLE lines (id INT) | CREATE SCHEMA sales;\\nGO\\nCREATE TABLE sales.lines (id INT)
            CREATE SCHEMA [my sales] CREATE TABLE [lines] (id INT) CREATE TABLE [my sales].orders (id INT) | CREATE SCHEMA [my sales]\\nGO\\nCREATE TABLE [my sales].lines (id INT) CREATE TABLE [my sales].orders (id INT)
            CREATE SCHEMA sales CREATE TABLE lines (id INT) GRANT SELECT ON SCHEMA::sales TO public | CREATE SCHEMA sales;\\nGO\\nCREATE TABLE sales.lines (id INT) GRANT SELECT ON SCHEMA::sales TO public
            CREATE SCHEMA shop CREATE VIEW shop.v AS SELECT 1 AS a | CREATE SCHEMA shop\\nGO\\nCREATE VIEW shop.v AS SELECT 1 AS a
            EXEC ('CREATE SCHEMA sales CREATE TABLE lines (id INT)') | CREATE SCHEMA sales;\\nGO\\nCREATE TABLE sales.lines (id INT)
            """)
    void areInTheSchema(String statement, String several) throws SQLException {
        assertThat(EmbeddedSchema.of(statement)).isEqualTo(EmbeddedSchema.of(several.replace("\\n", "\n")));
    }

    @ParameterizedTest
    @CsvSource({
        "CREATE SCHEMA sales; CREATE TABLE lines (id INT), error 156: incorrect syntax near CREATE",
        "CREATE SCHEMA sales; SELECT 1, error 156: incorrect syntax near SELECT"
    })
    void nothingElseStandsInItsBatch(String batch, String expected) {
        assertThatThrownBy(() -> EmbeddedSchema.of(batch)).hasMessageContaining(expected);
    }

    @Test
    void aSchemaWhoseOwnerIsMissingIsNotMade() throws SQLException {
        try (EmbeddedSchema schema = new EmbeddedSchema()) {
            SchemaSnapshot before = schema.read();

            assertThatThrownBy(() -> schema.run("CREATE SCHEMA sales AUTHORIZATION nobody"))
                    .hasMessageContaining("15151");
            assertThat(schema.read()).isEqualTo(before);
        }
    }
}
