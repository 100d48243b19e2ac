package dev.palindrome.migration.flyway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.palindrome.schema.EmbeddedSchema;
import dev.palindrome.sql.NearObject;
import java.sql.SQLException;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an error of the embedded engine says of a name that is misspelt. */
class NamesThatThereAreNotTest {

    private static EmbeddedSchema schema;

    @BeforeAll
    static void open() throws SQLException {
        schema = new EmbeddedSchema()
                .run("CREATE SCHEMA shop")
                .run("CREATE TABLE dbo.users (id INT NOT NULL PRIMARY KEY, name NVARCHAR(20) NULL)\nGO\n"
                        + "CREATE TABLE shop.orders (number INT NULL)");
    }

    @AfterAll
    static void close() throws SQLException {
        schema.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            UPDATE dbo.usres SET name = N'a'                          | Invalid object name 'dbo.usres' (SQL Server's error 208; is users meant?)
            SELECT * FROM oders                                       | Invalid object name 'oders' (SQL Server's error 208; is shop.orders meant?)
            SELECT * FROM shp.orders                                  | Invalid object name 'shp.orders' (SQL Server's error 208; is shop meant?)
            SELECT nmae FROM dbo.users                                | Invalid column name 'nmae' (SQL Server's error 207; is name meant?)
            SELECT number FROM dbo.users                              | Invalid column name 'number' (SQL Server's error 207)
            INSERT INTO dbo.users (id, nmae) VALUES (1, N'a')         | Invalid column name 'nmae' (SQL Server's error 207; is name meant?)
            ALTER TABLE dbo.users ADD CONSTRAINT c CHECK (idd > 0)    | Invalid column name 'idd' (SQL Server's error 207; is id meant?)
            ALTER TABLE dbo.users ADD CONSTRAINT c UNIQUE (nmae)      | Column name 'nmae' does not exist in the target table or view (SQL Server's error 1911; is name meant?)
            ALTER TABLE dbo.users DROP COLUMN nmae                    | Msg 4924: ALTER TABLE DROP COLUMN failed because column 'nmae' does not exist in table 'users'. Is name meant?
            DROP TABLE shop.orderz                                    | Msg 3701: Cannot drop the table 'orderz', because it does not exist or you do not have permission. Is shop.orders meant?
            CREATE TABLE dbo.o (u INT CONSTRAINT f REFERENCES usres)  | Msg 1767: Foreign key 'f' references invalid table 'dbo.usres' (is users meant?).
            """)
    void areToldWithTheOneThatIsMeant(String statement, String expected) {
        Throwable failure = catchThrowable(() -> schema.run(statement));

        assertThat(new MigrationFailure(new FlywayException(failure))
                        .reason(error -> NearObject.of(schema.connection(), error)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SELECT 1 / 0", "INSERT INTO dbo.users (name) VALUES (N'a')"})
    void areNotLookedForWhereNoneIsMissing(String statement) {
        Throwable failure = catchThrowable(() -> schema.run(statement));

        assertThat(failure).isInstanceOf(SQLException.class);
        assertThat(NearObject.of(schema.connection(), (SQLException) failure)).isEmpty();
    }
}
