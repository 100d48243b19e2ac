package dev.palindrome.seed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.RequiresSqlServer;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

@RequiresSqlServer
class SqlServerFillIT extends FillTestCase {

    @Override
    protected SeededDatabase open() throws SQLException {
        return SeededDatabase.sqlServer();
    }

    /** The embedded engine has neither. */
    @Test
    void leavesRowversionsAndPeriodsToTheServer() throws SQLException {
        database.requires(ServerAbility.PERIODS);
        database.run("""
                CREATE TABLE versioned (id INT NOT NULL PRIMARY KEY, v ROWVERSION, name NVARCHAR(20) NOT NULL);
                CREATE TABLE temporal (id INT NOT NULL PRIMARY KEY, name NVARCHAR(20) NOT NULL,
                    since DATETIME2 GENERATED ALWAYS AS ROW START NOT NULL,
                    until DATETIME2 GENERATED ALWAYS AS ROW END NOT NULL, PERIOD FOR SYSTEM_TIME (since, until))
                """);

        fill(context -> {
            context.fill("versioned", 5);
            context.fill("temporal", 5);
        });

        assertThat(number("SELECT COUNT(DISTINCT v) FROM versioned")).isEqualTo(5);
        assertThat(number("SELECT COUNT(*) FROM temporal")).isEqualTo(5);
    }

    /** The embedded engine takes no brackets in patterns, and does not rewrite a check as this server does. */
    @Test
    void satisfiesPatternsWithSets() throws SQLException {
        database.requires(ServerAbility.CHECKS_AS_TSQL);
        database.run("""
                CREATE TABLE checked (
                    id INT NOT NULL PRIMARY KEY,
                    code CHAR(5) NOT NULL UNIQUE CHECK (code LIKE 'AB[0-9][0-9]_'),
                    digits VARCHAR(10) NOT NULL CHECK (digits NOT LIKE '%[^0-9]%' AND LEN(digits) = 6),
                    whole DECIMAL(9,2) NOT NULL CHECK (CAST(whole AS INT) = whole))
                """);

        fill(context -> context.fill("checked", 50));

        assertThat(number("SELECT COUNT(*) FROM checked")).isEqualTo(50);
    }
}
