package dev.palindrome.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.QueriedRows;
import dev.palindrome.tsql.NeedsSqlServerException;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** ALTER COLUMN on the embedded engine: collations, and that it is done whole or not at all. */
class EmbeddedColumnAlterationsTest {

    private static final String TABLE = "CREATE TABLE dbo.t (id INT NOT NULL, name NVARCHAR(50) NOT NULL); ";

    private EmbeddedSchema schema;

    @BeforeEach
    void open() throws SQLException {
        schema = new EmbeddedSchema();
    }

    @AfterEach
    void close() throws SQLException {
        schema.close();
    }

    /** Microsoft: alter-table-transact-sql, COLLATE. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            CREATE INDEX ix ON dbo.t (name) | The index 'ix'
            CREATE INDEX ix ON dbo.t (id) INCLUDE (name) | The index 'ix'
            CREATE STATISTICS st ON dbo.t (name) | The statistics 'st'
            ALTER TABLE dbo.t ADD CONSTRAINT uq UNIQUE (name) | The object 'uq'
            ALTER TABLE dbo.t ADD CONSTRAINT pk PRIMARY KEY (name) | The object 'pk'
            ALTER TABLE dbo.t ADD CONSTRAINT ck CHECK (name <> N'x') | The object 'ck'
            ALTER TABLE dbo.t ADD label AS (name + N'!') | The column 'label'
            CREATE TABLE dbo.u (name NVARCHAR(50) NOT NULL CONSTRAINT uq_u UNIQUE); ALTER TABLE dbo.t ADD CONSTRAINT fk FOREIGN KEY (name) REFERENCES dbo.u (name) | The object 'fk'
            """)
    void whatDependsOnAColumnHoldsItsCollation(String dependent, String expected) throws SQLException {
        SchemaSnapshot before = schema.run(TABLE + dependent).read();

        assertThatThrownBy(() -> schema.run(
                        "ALTER TABLE dbo.t ALTER COLUMN name NVARCHAR(50) COLLATE Latin1_General_CS_AS NOT NULL"))
                .hasMessageContaining("Msg 5074: " + expected + " is dependent on column 'name'.")
                .hasMessageContaining("Msg 4922: ALTER TABLE ALTER COLUMN name failed");
        assertThat(schema.read()).isEqualTo(before);
    }

    @Test
    void aColumnWithoutCollateGoesBackToThatOfTheDatabase() throws SQLException {
        schema.run(
                "CREATE TABLE dbo.t (name NVARCHAR(50) COLLATE Latin1_General_CS_AS NOT NULL CONSTRAINT df DEFAULT N'x');"
                        + " CREATE INDEX ix ON dbo.t (name)");

        assertThatThrownBy(() -> schema.run("ALTER TABLE dbo.t ALTER COLUMN name NVARCHAR(90) NOT NULL"))
                .hasMessageContaining("Msg 5074: The index 'ix' is dependent on column 'name'.");
        schema.run("ALTER TABLE dbo.t ALTER COLUMN name NVARCHAR(90) COLLATE latin1_general_cs_as NOT NULL");
        schema.run("DROP INDEX ix ON dbo.t; ALTER TABLE dbo.t ALTER COLUMN name NVARCHAR(90) NOT NULL");

        assertThat(schema.read().toString()).doesNotContain("COLLATION", "atin1");
    }

    /** A server shows no collation of a column that has its database's. */
    @ParameterizedTest
    @ValueSource(strings = {"DATABASE_DEFAULT", "SQL_Latin1_General_CP1_CI_AS", "sql_latin1_general_cp1_ci_as"})
    void theCollationOfTheDatabaseIsLikeNone(String collation) throws SQLException {
        SchemaSnapshot plain =
                schema.run(TABLE + "CREATE INDEX ix ON dbo.t (name)").read();
        SchemaSnapshot said = EmbeddedSchema.of(
                TABLE.replace("NVARCHAR(50)", "NVARCHAR(50) COLLATE " + collation) + "CREATE INDEX ix ON dbo.t (name)");
        schema.run("ALTER TABLE dbo.t ALTER COLUMN name NVARCHAR(50) COLLATE " + collation + " NOT NULL");

        assertThat(said).isEqualTo(plain);
        assertThat(schema.read()).isEqualTo(plain);
    }

    @ParameterizedTest
    @CsvSource({
        "448, NVARCHAR(50) COLLATE nonsense",
        "448, NVARCHAR(50) COLLATE nonsense_CI",
        "447, INT COLLATE Latin1_General_CI_AS",
        "447, XML COLLATE DATABASE_DEFAULT"
    })
    void aCollationThatCannotBeIsRefusedWhereverAColumnIsDeclared(int number, String type) {
        for (String script : new String[] {
            "CREATE TABLE dbo.u (a %s)",
            "ALTER TABLE dbo.t ADD a %s NULL",
            "ALTER TABLE dbo.t ALTER COLUMN name %s NULL"
        }) {
            assertThatThrownBy(() -> schema.run(script.formatted(type)))
                    .isInstanceOf(NeedsSqlServerException.class)
                    .hasMessageContaining("is refused by SQL Server (error " + number + ":");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name NVARCHAR(20) NOT NULL",
                "name NVARCHAR(5) NOT NULL",
                "name INT NULL",
                "number NVARCHAR(1) NOT NULL"
            })
    void aColumnWhoseRowsDoNotFitStaysAsItIs(String change) throws SQLException {
        schema.run("""
                CREATE TABLE dbo.t (id INT NOT NULL, name NVARCHAR(100) NULL, number INT NULL);
                INSERT INTO dbo.t VALUES (1, NULL, 17), (2, N'a long name', 4);
                """);
        String columns = "SELECT COLUMN_NAME, DATA_TYPE, CHARACTER_MAXIMUM_LENGTH, IS_NULLABLE"
                + " FROM INFORMATION_SCHEMA.COLUMNS WHERE TABLE_NAME = 't' ORDER BY 1";
        SchemaSnapshot before = schema.read();
        var inH2 = QueriedRows.of(schema.connection(), columns);

        assertThatThrownBy(() -> schema.run("ALTER TABLE dbo.t ALTER COLUMN " + change))
                .isInstanceOf(SQLException.class);

        assertThat(schema.read()).isEqualTo(before);
        assertThat(QueriedRows.of(schema.connection(), columns)).isEqualTo(inH2);
    }
}
