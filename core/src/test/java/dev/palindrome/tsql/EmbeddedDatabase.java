package dev.palindrome.tsql;

import dev.palindrome.QueriedRows;
import dev.palindrome.h2.H2Front;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** An H2 database as the embedded engine makes it, fed through the front. */
final class EmbeddedDatabase implements AutoCloseable {

    private static final String SETTINGS =
            ";MODE=MSSQLServer;DATABASE_TO_UPPER=FALSE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;OPTIMIZE_OR=FALSE;IGNORECASE=TRUE";

    private final String url;
    private final Connection connection;

    EmbeddedDatabase() throws SQLException {
        this("jdbc:h2:mem:" + UUID.randomUUID());
    }

    /** At an address without settings. */
    EmbeddedDatabase(String address) throws SQLException {
        url = address + SETTINGS;
        connection = DriverManager.getConnection(url);
        plain("CREATE SCHEMA \"dbo\"");
        plain("SET SCHEMA \"dbo\"");
        H2Front.install(connection);
    }

    /** Another connection, be it to what is no database yet. */
    static Connection connect(String address) throws SQLException {
        return DriverManager.getConnection(address + SETTINGS);
    }

    DataSource dataSource() {
        JdbcDataSource source = new JdbcDataSource();
        source.setUrl(url);
        return source;
    }

    Connection connection() {
        return connection;
    }

    /** Runs T-SQL. */
    EmbeddedDatabase run(String tsql) throws SQLException {
        for (String statement : TranslatedScript.rewrite("V1__test.sql", tsql).h2Statements()) {
            plain(statement);
        }
        return this;
    }

    /** Runs H2's own SQL. */
    void plain(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The rows of a query in H2's own SQL, their columns joined by bars. */
    List<String> rows(String query) throws SQLException {
        return QueriedRows.of(connection, query);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
