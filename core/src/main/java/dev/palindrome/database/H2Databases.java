package dev.palindrome.database;

import dev.palindrome.engine.EmbeddedEngine;
import dev.palindrome.tsql.H2Front;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import org.h2.jdbcx.JdbcDataSource;

/** In-memory databases, each gone when it is closed. */
final class H2Databases implements Databases {

    private static final String USER = "sa";

    private static final SecureRandom RANDOM = new SecureRandom();

    private final EmbeddedEngine engine;

    H2Databases(EmbeddedEngine engine) {
        H2Version.warnOfFaults();
        this.engine = engine;
    }

    @Override
    public Database create(String purpose, DatabaseOptions options) {
        H2Behaviour behaviour = H2Behaviour.of(options);
        String name = DatabaseName.forPurpose(purpose);
        String password = randomPassword();
        try {
            prepare(dataSource(H2Url.create(name, behaviour), password));
        } catch (SQLException e) {
            throw new DatabaseException(
                    "The database %s could not be made on %s: %s".formatted(name, engine.describe(), e.getMessage()),
                    e);
        }
        return new H2Database(name, behaviour, dataSource(H2Url.connect(name), password));
    }

    private static void prepare(JdbcDataSource dataSource) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA dbo");
            statement.execute("SET SCHEMA dbo");
            H2Front.install(connection);
        }
    }

    private static JdbcDataSource dataSource(String url, String password) {
        JdbcDataSource dataSource = new JdbcDataSource();
        dataSource.setUrl(url);
        dataSource.setUser(USER);
        dataSource.setPassword(password);
        return dataSource;
    }

    private static String randomPassword() {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
