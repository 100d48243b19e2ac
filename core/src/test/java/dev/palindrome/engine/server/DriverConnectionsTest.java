package dev.palindrome.engine.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.sqlserver.jdbc.SQLServerDataSource;
import java.lang.reflect.Field;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.Test;

class DriverConnectionsTest {

    private static final SqlServerUrl URL = SqlServerUrl.parse(
                    "jdbc:sqlserver://localhost:1;loginTimeout=1;truststorepassword=S3cret;encrypt=false;"
                            + "KEYSTORESECRET={S3cret};keyStoreAuthentication=JavaKeyStorePassword;keyStoreLocation=none")
            .orElseThrow();

    private final Logger driver = Logger.getLogger("com.microsoft.sqlserver.jdbc");

    @Test
    void theDriversLogHoldsNoPasswordHoweverFineItIs() throws SQLException {
        Level before = driver.getLevel();
        Lines lines = new Lines();
        driver.setLevel(Level.ALL);
        driver.addHandler(lines);
        try {
            DriverConnections connections = new DriverConnections(new Credentials("tester", new Secret("S3cret")));
            SQLServerDataSource dataSource = connections.to(URL).unwrap(SQLServerDataSource.class);

            assertThat(dataSource.getURL())
                    .isEqualTo("jdbc:sqlserver://localhost:1;loginTimeout=1;encrypt=false;"
                            + "keyStoreAuthentication=JavaKeyStorePassword;keyStoreLocation=none");
            assertThatThrownBy(dataSource::getConnection).hasMessageNotContaining("S3cret");
            assertThatThrownBy(connections.reusableTo(URL)::getPooledConnection).hasMessageNotContaining("S3cret");
        } finally {
            driver.removeHandler(lines);
            driver.setLevel(before);
        }

        assertThat(lines.said)
                .anyMatch(line -> line.contains("loginTimeout=1"))
                .noneMatch(line -> line.contains("S3cret"));
    }

    @Test
    void theDriverIsToldWhatItDoesNotLog() throws ReflectiveOperationException {
        SQLServerDataSource dataSource =
                (SQLServerDataSource) new DriverConnections(new Credentials("", new Secret(""))).to(URL);
        Field properties = SQLServerDataSource.class.getDeclaredField("connectionProps");
        properties.setAccessible(true);

        assertThat((Properties) properties.get(dataSource))
                .containsEntry("trustStorePassword", "S3cret")
                .containsEntry("keyStoreSecret", "S3cret");
    }

    private static final class Lines extends Handler {

        private final List<String> said = new ArrayList<>();

        @Override
        public void publish(LogRecord line) {
            said.add(new SimpleFormatter().format(line));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
