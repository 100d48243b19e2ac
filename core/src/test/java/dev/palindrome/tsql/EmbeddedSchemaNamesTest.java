package dev.palindrome.tsql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Schemas are found whatever the capitals of their names, also those that an earlier script has made. */
class EmbeddedSchemaNamesTest {

    private EmbeddedDatabase database;

    @BeforeEach
    void make() throws SQLException {
        database = new EmbeddedDatabase();
        database.run("""
                CREATE SCHEMA People
                GO
                CREATE TABLE People.Person (id INT IDENTITY CONSTRAINT pk_person PRIMARY KEY, name NVARCHAR(20) NOT NULL,
                    age INT CONSTRAINT df_age DEFAULT 1, town VARCHAR(20))
                CREATE INDEX ix_name ON People.Person (name)
                CREATE TABLE People.Phone (id INT PRIMARY KEY, person INT CONSTRAINT fk_person REFERENCES People.Person (id))
                CREATE SEQUENCE People.numbers AS INT
                GO
                CREATE VIEW People.Names AS SELECT id, name FROM People.Person
                GO
                CREATE PROCEDURE People.AddOne @name NVARCHAR(20) AS INSERT INTO PEOPLE.Person (name) VALUES (@name)
                GO
                INSERT INTO People.Person (name) VALUES (N'Ann')
                """);
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * FROM people.person",
                "INSERT INTO people.person (name) VALUES (N'x')",
                "UPDATE people.person SET name = N'y' WHERE age = 1",
                "UPDATE p SET p.name = N'y' FROM people.person p JOIN PEOPLE.phone f ON f.person = p.id",
                "SET IDENTITY_INSERT people.person ON; INSERT INTO people.person (id, name) VALUES (9, N'x'); SET IDENTITY_INSERT PEOPLE.person OFF",
                "DELETE FROM people.phone",
                "TRUNCATE TABLE people.phone",
                "MERGE people.person AS t USING (SELECT 1 AS id) AS s ON t.id = s.id WHEN MATCHED THEN UPDATE SET name = N'z';",
                "ALTER TABLE people.person ADD more INT NULL, CONSTRAINT ck CHECK (age > 0)",
                "ALTER TABLE people.person ALTER COLUMN town VARCHAR(40) NULL",
                "ALTER TABLE people.person DROP CONSTRAINT df_age",
                "ALTER TABLE people.person DROP COLUMN town",
                "ALTER TABLE people.phone NOCHECK CONSTRAINT fk_person",
                "CREATE INDEX ix_2 ON people.person (age) INCLUDE (name)",
                "DROP INDEX ix_name ON people.person",
                "ALTER INDEX ix_name ON people.person REBUILD",
                "CREATE TABLE people.more (id INT, person INT REFERENCES people.person (id))",
                "EXEC sp_rename 'people.person.name', 'called', 'COLUMN'",
                "EXEC sp_rename N'people.phone', N'phones'",
                "EXEC sp_rename 'people.fk_person', 'fk_2', 'OBJECT'",
                "DROP VIEW people.names",
                "ALTER VIEW people.names AS SELECT id FROM people.person",
                "CREATE OR ALTER VIEW people.names AS SELECT id FROM PEOPLE.person",
                "EXEC people.addone N'Bob'",
                "DROP PROCEDURE people.addone",
                "SELECT NEXT VALUE FOR people.numbers",
                "ALTER SEQUENCE people.numbers RESTART WITH 5",
                "DROP SEQUENCE people.numbers",
                "GRANT SELECT ON people.person TO public",
                "GRANT SELECT ON SCHEMA::people TO public",
                "EXEC sp_addextendedproperty 'a', 'b', 'SCHEMA', 'people', 'TABLE', 'person', 'COLUMN', 'name'",
                "CREATE TYPE people.code FROM VARCHAR(3)",
                "CREATE SYNONYM people.s FOR people.person",
                "SELECT * INTO people.copies FROM people.person",
                "IF OBJECT_ID('people.person') IS NULL THROW 50000, 'no table', 1",
                "IF OBJECT_ID('people.person', 'U') IS NULL THROW 50000, 'no table', 1",
                "IF SCHEMA_ID('people') IS NULL THROW 50000, 'no schema', 1",
                "IF COL_LENGTH('people.person', 'name') IS NULL THROW 50000, 'no column', 1",
                "IF NOT EXISTS (SELECT * FROM sys.columns WHERE object_id = OBJECT_ID('people.person') AND name = 'age') THROW 50000, 'no', 1",
                "IF NOT EXISTS (SELECT * FROM sys.schemas WHERE name = 'people') THROW 50000, 'no', 1",
                "IF NOT EXISTS (SELECT * FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_SCHEMA = 'people') THROW 50000, 'no', 1",
                "DECLARE @n INT = (SELECT COUNT(*) FROM people.person); IF @n <> 1 THROW 50000, 'no', 1",
                "EXEC ('INSERT INTO people.person (name) VALUES (N''x'')')",
                "DROP TABLE people.phone; DROP TABLE PEOPLE.person",
            })
    void isFoundWhateverItsCapitals(String statement) throws SQLException {
        database.run(statement);

        assertThat(database.rows("SELECT SCHEMA_NAME FROM INFORMATION_SCHEMA.SCHEMATA WHERE SCHEMA_NAME = 'PEOPLE'"))
                .containsExactly("People");
    }

    @Test
    void isFoundBySqlOfApplications() throws SQLException {
        assertThat(database.rows("SELECT name FROM people.person")).containsExactly("Ann");
    }

    @Test
    void isMadeOnce() {
        assertThatThrownBy(() -> database.run("CREATE SCHEMA people"))
                .hasMessageContaining("Schema \"people\" already exists");
    }

    @Test
    void isGoneAndMadeAnewInOtherCapitals() throws SQLException {
        database.run("""
                DROP PROCEDURE people.addone
                DROP VIEW people.names
                DROP TABLE people.phone, people.person
                DROP SEQUENCE people.numbers
                DROP SCHEMA people
                GO
                CREATE SCHEMA PEOPLE
                """);

        assertThat(database.rows("SELECT SCHEMA_NAME FROM INFORMATION_SCHEMA.SCHEMATA WHERE SCHEMA_NAME = 'people'"))
                .containsExactly("PEOPLE");
    }
}
