package dev.palindrome.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.EngineDatabases;
import dev.palindrome.database.Databases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An undo has to give back permissions and owners, too, those that go without their tables being named included. */
class EmbeddedPermissionsIT extends MigrationsInFolder {

    @Override
    Databases databases() {
        return EngineDatabases.embedded();
    }

    @Override
    void requires(String sql) {
        // The embedded engine has what this is about.
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DROP ROLE r | CREATE ROLE r | NOT_RESTORED
            DROP ROLE r | CREATE ROLE r; GRANT SELECT ON dbo.t TO r | REVERSIBLE
            DROP ROLE r; CREATE ROLE r | SELECT 1 AS nothing | NOT_RESTORED
            ALTER ROLE r WITH NAME = rr | CREATE ROLE r; DROP ROLE rr | NOT_RESTORED
            ALTER ROLE r WITH NAME = rr | ALTER ROLE rr WITH NAME = r | REVERSIBLE
            DROP USER ann | CREATE USER ann WITHOUT LOGIN | NOT_RESTORED
            DROP USER ann | CREATE USER ann WITHOUT LOGIN; DENY UPDATE ON dbo.t (name) TO ann | REVERSIBLE
            ALTER ROLE s ADD MEMBER ann | ALTER ROLE s DROP MEMBER ann | REVERSIBLE
            ALTER USER bob WITH NAME = rob | ALTER USER rob WITH NAME = bob | REVERSIBLE
            ALTER USER bob WITH NAME = rob | CREATE USER bob WITHOUT LOGIN | NOT_RESTORED
            ALTER AUTHORIZATION ON dbo.t TO SCHEMA OWNER | SELECT 1 AS nothing | NOT_RESTORED
            ALTER AUTHORIZATION ON dbo.t TO ann | ALTER AUTHORIZATION ON dbo.t TO bob | REVERSIBLE
            REVOKE SELECT ON SCHEMA::dbo FROM s | SELECT 1 AS nothing | NOT_RESTORED
            REVOKE SELECT ON SCHEMA::dbo FROM s | GRANT SELECT ON SCHEMA::dbo TO s | REVERSIBLE
            """)
    void isFound(String up, String down, Verdict expected) {
        up(1, """
                CREATE TABLE dbo.t (id INT NOT NULL, name NVARCHAR(9) NULL)
                CREATE ROLE r
                CREATE ROLE s
                CREATE USER ann WITHOUT LOGIN
                CREATE USER bob WITHOUT LOGIN
                GRANT SELECT ON dbo.t TO r
                GRANT SELECT ON SCHEMA::dbo TO s
                DENY UPDATE ON dbo.t (name) TO ann
                ALTER AUTHORIZATION ON dbo.t TO bob
                """);
        down(
                1,
                "DROP TABLE dbo.t; REVOKE SELECT ON SCHEMA::dbo FROM s; DROP ROLE r; DROP ROLE s; DROP USER ann; DROP USER bob");
        up(2, up);
        down(2, down);

        assertThat(trip(1).verdict()).as(trip(1).explanation()).isEqualTo(Verdict.REVERSIBLE);
        assertThat(trip(2).verdict()).as(trip(2).explanation()).isEqualTo(expected);
    }

    @Test
    void aDraftGrantsToWhoeverIsCalledSoNow() {
        up(1, "CREATE TABLE dbo.t (id INT NOT NULL)\nCREATE ROLE r\nGRANT SELECT ON dbo.t TO r");
        down(1, "DROP TABLE dbo.t; DROP ROLE r");
        up(2, "ALTER ROLE r WITH NAME = rr");
        down(2, "ALTER ROLE rr WITH NAME = r");
        up(3, "DROP TABLE dbo.t");

        assertThat(trip(2).verdict()).isEqualTo(Verdict.REVERSIBLE);
        assertThat(trip(3).undoDraft())
                .map(UndoDraft::sql)
                .hasValueSatisfying(sql -> assertThat(sql).contains("GRANT SELECT ON OBJECT::[dbo].[t] TO [rr]"));
        assertThat(trip(3).undoDraft())
                .map(UndoDraft::outcome)
                .hasValueSatisfying(outcome -> assertThat(outcome).startsWith("tried: restores the schema"));
    }
}
