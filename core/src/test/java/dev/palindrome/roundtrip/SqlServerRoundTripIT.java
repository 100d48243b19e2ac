package dev.palindrome.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.EngineDatabases;
import dev.palindrome.RequiresSqlServer;
import dev.palindrome.ServerFeature;
import dev.palindrome.database.Databases;
import org.junit.jupiter.api.Test;

@RequiresSqlServer
class SqlServerRoundTripIT extends RoundTripTestCase {

    @Override
    Databases databases() {
        return EngineDatabases.sqlServer();
    }

    @Override
    void requires(String sql) {
        ServerFeature.requires(databases(), sql);
    }

    /** The embedded engine has no procedures. */
    @Test
    void aProcedureThatIsChangedAndNotPutBack() {
        requires("CREATE PROCEDURE dbo.probe AS SELECT 1 AS one\nGO\nALTER PROCEDURE dbo.probe AS SELECT 2 AS one");
        script("V1__test.sql", "CREATE PROCEDURE dbo.answer AS SELECT 41 AS answer");
        script("U1__test.sql", "DROP PROCEDURE dbo.answer;");
        up(2, "ALTER PROCEDURE dbo.answer AS SELECT 42 AS answer\nGO\nCREATE TABLE dbo.t (id INT NOT NULL);");
        down(2, "DROP TABLE dbo.t;");

        RoundTrip trip = trip(2);

        assertThat(trip.verdict()).as(trip.explanation()).isEqualTo(Verdict.NOT_RESTORED);
        assertThat(trip.schemaDiff().toString()).contains("procedure dbo.answer", "41", "42");
        assertThat(trip.undoDraft()).map(UndoDraft::outcome).contains("tried: restores the schema");
    }
}
