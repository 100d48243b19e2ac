package dev.palindrome.seed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.EngineDatabases;
import dev.palindrome.RequiresSqlServer;
import dev.palindrome.database.Databases;
import java.util.List;
import org.junit.jupiter.api.Test;

@RequiresSqlServer
class SqlServerRowFillerIT extends RowFillerTestCase {

    @Override
    Databases databases() {
        return EngineDatabases.sqlServer();
    }

    @Override
    List<String> statements(String tsql) {
        return List.of(tsql.split(";\\s*(?:\n|$)"));
    }

    /** The embedded engine takes no brackets in patterns. */
    @Test
    void satisfiesPatternsWithSets() throws Exception {
        requires(ServerAbility.CHECKS_AS_TSQL);
        run("""
                CREATE TABLE checked (
                    id INT NOT NULL PRIMARY KEY,
                    code CHAR(5) NOT NULL CHECK (code LIKE 'AB[0-9][0-9]_'),
                    digits VARCHAR(10) NOT NULL CHECK (digits NOT LIKE '%[^0-9]%' AND LEN(digits) = 6))
                """);

        assertThat(fill(WITH_EDGES)).hasToString("dbo.checked: 5 rows");
    }
}
