package dev.palindrome.database.sqlserver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.engine.TestEngine;
import dev.palindrome.sql.ScriptedServer;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqlServerBackupTest {

    private static final String UNMARK = SqlServerDatabaseSql.unmarkIfMarked("palindrome_x");
    private static final String BACKUP =
            SqlServerDatabaseSql.backUp("palindrome_x", "/var/opt/mssql/data/palindrome_x_kept.bak");

    private final ScriptedServer server = new ScriptedServer();

    @TempDir
    private Path directory;

    /** Whoever restores it on a server of his would lose it a day later. */
    @Test
    void aKeptBackupCarriesNoMark() {
        database().keep(directory);

        List<String> orders = server.orders();
        assertThat(orders).hasSize(1);
        assertThat(orders.get(0))
                .startsWith(UNMARK + ";\n" + BACKUP + ";\nIF NOT EXISTS (")
                .contains("sys.sp_addextendedproperty @name = N''palindrome''");
        assertThat(directory).isDirectoryContaining("glob:**palindrome_x.bak");
    }

    /** USE is what Azure SQL Database refuses first. */
    @Test
    void onAServerWithoutBackupsTheDatabaseStaysWhereItIs() {
        server.refusing(UNMARK, new SQLException("USE statement is not supported", "S0001", 40508));

        SqlServerDatabase database = database();
        database.keep(directory);

        assertThat(database.isKeptOnServer()).isTrue();
    }

    private SqlServerDatabase database() {
        return new SqlServerDatabase(TestEngine.inContainer(server), "palindrome_x");
    }
}
