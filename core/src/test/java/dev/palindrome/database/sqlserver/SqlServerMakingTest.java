package dev.palindrome.database.sqlserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.CountingDataSource;
import dev.palindrome.database.Database;
import dev.palindrome.database.DatabaseException;
import dev.palindrome.database.DatabaseOptions;
import dev.palindrome.database.Databases;
import dev.palindrome.engine.TestEngine;
import dev.palindrome.sql.ScriptedServer;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every new database is a copy of model, which others copy as well, and which a server opens after itself. */
class SqlServerMakingTest {

    private final ScriptedServer server = new ScriptedServer();
    private final Databases databases = Databases.on(TestEngine.on(server, new CountingDataSource()));

    @ParameterizedTest
    @ValueSource(ints = {913, 922, 927, 1807})
    void aModelThatIsNotFreeIsWaitedFor(int number) {
        server.refusing("CREATE DATABASE", new SQLException("not yet", "S0001", number));

        Database made = databases.create("making", DatabaseOptions.DEFAULT);

        assertThat(server.orders())
                .filteredOn(order -> order.startsWith("CREATE DATABASE"))
                .hasSize(2)
                .allMatch(order -> order.contains("[" + made.name() + "]"));
    }

    @Test
    void anyOtherRefusalIsTold() {
        server.refusing(
                "CREATE DATABASE",
                new SQLException("CREATE DATABASE permission denied in database 'master'.", "S0001", 262));

        assertThatThrownBy(() -> databases.create("making", DatabaseOptions.DEFAULT))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("CREATE DATABASE permission denied in database 'master'. ");
    }
}
