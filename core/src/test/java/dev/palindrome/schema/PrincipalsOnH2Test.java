package dev.palindrome.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Users, roles and permissions on the embedded engine. */
class PrincipalsOnH2Test {

    private static final String SCRIPT = """
            CREATE TABLE dbo.users (id INT NOT NULL, name NVARCHAR(50) NULL)
            CREATE ROLE readers
            CREATE USER ann WITHOUT LOGIN
            """;

    private EmbeddedSchema schema;

    @BeforeEach
    void open() throws SQLException {
        schema = new EmbeddedSchema().run(SCRIPT);
    }

    @AfterEach
    void close() throws SQLException {
        schema.close();
    }

    private List<String> parts() throws SQLException {
        return schema.read().objects().stream()
                .flatMap(object -> object.parts().stream()
                        .filter(part -> part.kind() == ObjectKind.PERMISSION || part.kind() == ObjectKind.MEMBER)
                        .map(part -> object.kind() + " " + part.kind() + " " + part.name() + " "
                                + part.get(Property.VALUE).orElse("")))
                .toList();
    }

    @Test
    void isReadAsOnSqlServer() throws SQLException {
        schema.run("""
                GRANT SELECT, INSERT ON dbo.users TO readers, public
                GRANT SELECT ON SCHEMA::dbo TO [ann] WITH GRANT OPTION
                DENY UPDATE ON OBJECT::users (name) TO ANN
                ALTER ROLE readers ADD MEMBER ann
                EXEC sp_addrolemember 'db_owner', 'ann'
                """);

        assertThat(parts())
                .containsExactlyInAnyOrder(
                        "TABLE PERMISSION [readers, SELECT] GRANT",
                        "TABLE PERMISSION [readers, INSERT] GRANT",
                        "TABLE PERMISSION [public, SELECT] GRANT",
                        "TABLE PERMISSION [public, INSERT] GRANT",
                        "TABLE PERMISSION [ann, UPDATE, name] DENY",
                        "SCHEMA PERMISSION [ann, SELECT] GRANT_WITH_GRANT_OPTION",
                        "ROLE MEMBER [ann] ",
                        "DATABASE MEMBER [db_owner, ann] ",
                        "DATABASE PERMISSION [ann, CONNECT] GRANT");
        schema.run("ALTER ROLE readers DROP MEMBER ann\nDROP USER ann\nDROP TABLE dbo.users");
        assertThat(parts()).isEmpty();
    }

    @Test
    void theOptionToGrantIsKeptByAGrantAndTakenFromNothingElse() throws SQLException {
        schema.run("""
                GRANT SELECT ON dbo.users TO ann WITH GRANT OPTION
                GRANT SELECT ON dbo.users TO ann
                DENY INSERT ON dbo.users TO ann
                REVOKE GRANT OPTION FOR INSERT ON dbo.users FROM ann CASCADE
                GRANT DELETE ON dbo.users TO ann WITH GRANT OPTION
                REVOKE GRANT OPTION FOR DELETE ON dbo.users FROM ann CASCADE
                """);

        assertThat(parts())
                .containsExactlyInAnyOrder(
                        "TABLE PERMISSION [ann, SELECT] GRANT_WITH_GRANT_OPTION",
                        "TABLE PERMISSION [ann, INSERT] DENY",
                        "TABLE PERMISSION [ann, DELETE] GRANT",
                        "DATABASE PERMISSION [ann, CONNECT] GRANT");
    }

    @Test
    void allMeansWhatAnObjectOfItsKindCanHave() throws SQLException {
        schema.run("""
                CREATE PROCEDURE dbo.p AS SELECT 1
                GO
                CREATE FUNCTION dbo.one() RETURNS INT AS BEGIN RETURN 1 END
                GO
                CREATE FUNCTION dbo.rows() RETURNS TABLE AS RETURN SELECT 1 AS a
                GO
                GRANT ALL ON dbo.p TO readers
                GRANT ALL ON dbo.one TO readers
                GRANT ALL ON dbo.rows TO readers
                """);

        assertThat(parts())
                .containsExactlyInAnyOrder(
                        "DATABASE PERMISSION [ann, CONNECT] GRANT",
                        "PROCEDURE PERMISSION [readers, EXECUTE] GRANT",
                        "FUNCTION PERMISSION [readers, EXECUTE] GRANT",
                        "FUNCTION PERMISSION [readers, REFERENCES] GRANT",
                        "FUNCTION PERMISSION [readers, DELETE] GRANT",
                        "FUNCTION PERMISSION [readers, INSERT] GRANT",
                        "FUNCTION PERMISSION [readers, REFERENCES] GRANT",
                        "FUNCTION PERMISSION [readers, SELECT] GRANT",
                        "FUNCTION PERMISSION [readers, UPDATE] GRANT");
    }

    @Test
    void permissionsAndOwnersStayWhenAModuleOrViewIsAltered() throws SQLException {
        schema.run("""
                CREATE PROCEDURE dbo.p AS SELECT 1
                GO
                CREATE VIEW dbo.v AS SELECT id FROM dbo.users
                GO
                GRANT EXECUTE ON dbo.p TO ann
                GRANT SELECT ON dbo.v TO readers
                ALTER AUTHORIZATION ON dbo.p TO ann
                """);
        SchemaSnapshot before = schema.read();

        schema.run("ALTER PROCEDURE dbo.p AS SELECT 2\nGO\nALTER VIEW dbo.v AS SELECT name FROM dbo.users");
        assertThat(parts())
                .contains("PROCEDURE PERMISSION [ann, EXECUTE] GRANT", "VIEW PERMISSION [readers, SELECT] GRANT");

        schema.run("CREATE OR ALTER PROCEDURE dbo.p AS SELECT 1\nGO\n"
                + "CREATE OR ALTER VIEW dbo.v AS SELECT id FROM dbo.users");
        assertThat(before.diff(schema.read()).isEmpty()).isTrue();
    }

    @Test
    void theUsualCompatibilityLevelIsNothingToCompare() throws SQLException {
        SchemaSnapshot before = schema.read();

        schema.run("ALTER DATABASE CURRENT SET COMPATIBILITY_LEVEL = 150");
        assertThat(before.diff(schema.read()).isEmpty()).isFalse();

        schema.run("ALTER DATABASE CURRENT SET COMPATIBILITY_LEVEL = 160");
        assertThat(before.diff(schema.read()).isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GRANT SELECT ON dbo.users TO ann",
                "GRANT EXECUTE TO readers",
                "GRANT VIEW DATABASE PERFORMANCE STATE, ALTER ANY ASYMMETRIC KEY TO readers",
                "ALTER ROLE readers ADD MEMBER ann",
                "CREATE ROLE writers",
                "ALTER ROLE db_datareader ADD MEMBER ann"
            })
    void goesAndComesBackByDrafts(String change) throws SQLException {
        SchemaSnapshot before = schema.read();

        SchemaSnapshot after = schema.run(change).read();

        assertThat(after).isNotEqualTo(before);
        assertThat(schema.run(SchemaChange.from(after, before).sql()).read()).isEqualTo(before);
        assertThat(schema.run(SchemaChange.from(before, after).sql()).read()).isEqualTo(after);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DROP ROLE readers | missing permission readers.SELECT
            ALTER ROLE readers WITH NAME = viewers | unexpected permission viewers.SELECT
            DROP ROLE readers; CREATE ROLE readers | missing permission readers.SELECT
            DROP USER ann | missing permission ann.UPDATE.name
            ALTER USER bob WITH NAME = rob | AUTHORIZATION: expected [bob] but was [rob]
            """)
    void whatGoesWithSomebodyIsSeenThoughNoTableIsNamed(String change, String expected) throws SQLException {
        schema.run("""
                CREATE TABLE dbo.other (id INT NOT NULL)
                CREATE USER bob WITHOUT LOGIN
                GRANT SELECT ON dbo.users TO readers
                DENY UPDATE ON dbo.users (name) TO ann
                ALTER AUTHORIZATION ON dbo.users TO bob
                """);
        SchemaWatch watch = SchemaReader.forH2().watch();
        watch.read(schema.connection());
        SchemaSnapshot before = watch.readAgain(schema.connection(), Optional.of(List.of()));

        schema.run(change);

        SchemaSnapshot after = watch.readAgain(schema.connection(), Optional.of(List.of()));
        assertThat(before.diff(after).toString()).contains("table dbo.users:", expected);
        assertThat(after).isEqualTo(schema.read());
    }

    @Test
    void whatGoesWithSomebodyIsSeenInManyTables() throws SQLException {
        for (int i = 0; i < 60; i++) {
            schema.run("CREATE TABLE dbo.t%d (id INT NOT NULL)\nGRANT SELECT ON dbo.t%1$d TO readers".formatted(i));
        }
        SchemaWatch watch = SchemaReader.forH2().watch();
        watch.read(schema.connection());

        schema.run("ALTER ROLE readers ADD MEMBER ann");
        assertThat(watch.readAgain(schema.connection(), Optional.of(List.of()))).isEqualTo(schema.read());

        schema.run("ALTER ROLE readers DROP MEMBER ann\nDROP ROLE readers");
        assertThat(watch.readAgain(schema.connection(), Optional.of(List.of()))).isEqualTo(schema.read());
        assertThat(parts()).containsExactly("DATABASE PERMISSION [ann, CONNECT] GRANT");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GRANT SELECT ON dbo.users TO nobody | Msg 15151: Cannot find the user 'nobody'
            GRANT SELECT ON dbo.nothing TO ann | Msg 15151: Cannot find the object 'nothing'
            GRANT SELECT (nosuch) ON dbo.users TO ann | Msg 207: Invalid column name 'nosuch'
            GRANT SELECT ON dbo.users (id, nosuch) TO ann | Msg 207: Invalid column name 'nosuch'
            GRANT UPDATE (a) ON dbo.nothing TO ann | Msg 15151: Cannot find the object 'nothing'
            GRANT EXECUTE ON dbo.users TO ann | Msg 4606: Granted or revoked privilege EXECUTE
            DENY SELECT ON dbo.numbers TO ann | Msg 4606: Granted or revoked privilege SELECT
            GRANT INSERT (id) ON dbo.users TO ann | error 1020
            GRANT CONTROL ON dbo.users (id) TO ann | error 1020
            GRANT SELECT (id) TO ann | error 1020
            GRANT SELECT ON dbo.users TO dbo | Msg 4624
            REVOKE SELECT ON dbo.users FROM INFORMATION_SCHEMA | Msg 4624
            ALTER ROLE readers ADD MEMBER readers | Msg 15413
            CREATE ROLE a; CREATE ROLE b; ALTER ROLE readers ADD MEMBER a; ALTER ROLE a ADD MEMBER b; ALTER ROLE b ADD MEMBER Readers | Msg 15413
            CREATE USER Ann | Msg 15023
            CREATE ROLE ann | Msg 15023
            DROP USER nobody | Msg 15151: Cannot drop the user 'nobody'
            ALTER ROLE nobody ADD MEMBER ann | Msg 15151: Cannot alter the role 'nobody'
            DROP ROLE db_owner | Msg 15150: Cannot drop the role 'db_owner'
            DROP USER dbo | Msg 15150: Cannot drop the user 'dbo'
            GRANT SELECT ON dbo.users TO readers AS ann | needs SQL Server (a permission that somebody else than dbo grants)
            GRANT SELEC ON dbo.users TO ann | error 102
            GRANT SELECT ON dbo.users | error 102
            GRANT SHUTDOWN TO ann | needs SQL Server (the permission SHUTDOWN)
            GRANT FLY ANY KITE TO ann | needs SQL Server (the permission FLY ANY KITE)
            """)
    void isRefusedAsOnSqlServer(String statement, String expected) throws SQLException {
        schema.run("CREATE SEQUENCE dbo.numbers AS INT");

        assertThatThrownBy(() -> schema.run(statement)).hasMessageContaining(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ALTER AUTHORIZATION ON SCHEMA::shop TO ann | Msg 15138: The database principal owns a schema
            ALTER AUTHORIZATION ON dbo.users TO ann | Msg 15183: The database principal owns objects
            ALTER AUTHORIZATION ON dbo.p TO ann | Msg 15183: The database principal owns objects
            ALTER AUTHORIZATION ON TYPE::dbo.code TO ann | Msg 15184: The database principal owns data types
            ALTER AUTHORIZATION ON TYPE::dbo.ids TO ann | Msg 15184: The database principal owns data types
            CREATE ROLE writers AUTHORIZATION ann | Msg 15421: The database principal owns a database role
            CREATE PROCEDURE dbo.q WITH EXECUTE AS 'ann' AS SELECT 1 | Msg 15136: The database principal is set as the execution context
            """)
    void nobodyIsDroppedWhoOwnsSomething(String statement, String expected) throws SQLException {
        schema.run("""
                CREATE SCHEMA shop
                GO
                CREATE PROCEDURE dbo.p AS SELECT 1
                GO
                CREATE TYPE dbo.code FROM INT NOT NULL
                CREATE TYPE dbo.ids AS TABLE (id INT NOT NULL)
                """);
        schema.run(statement);

        assertThatThrownBy(() -> schema.run("DROP USER ann")).hasMessageContaining(expected);
    }

    @Test
    void permissionsOnATableTypeGoWithWhoeverHasThem() throws SQLException {
        schema.run("""
                CREATE TYPE dbo.ids AS TABLE (id INT NOT NULL)
                GO
                GRANT EXECUTE ON TYPE::dbo.ids TO ann, readers
                ALTER USER ann WITH NAME = bob
                DROP ROLE readers
                """);

        assertThat(parts())
                .containsExactlyInAnyOrder(
                        "TABLE_TYPE PERMISSION [bob, EXECUTE] GRANT", "DATABASE PERMISSION [bob, CONNECT] GRANT");
    }
}
