package dev.palindrome.engine.container;

import com.microsoft.sqlserver.jdbc.SQLServerDataSource;
import dev.palindrome.engine.server.Secret;
import dev.palindrome.engine.server.SqlServerUrl;
import dev.palindrome.sql.BracketedName;
import dev.palindrome.sql.Sha256;
import dev.palindrome.sql.SqlLiteral;
import dev.palindrome.sql.SqlRunner;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Logs {@code sa} in to a container. The password that a container is started with stands in its environment, and
 * Testcontainers and Docker print environments, in error messages too. So it is only good for the first login, which gives
 * {@code sa} the real one; the first follows from the real one, since a container is found for reuse only if its
 * environment is the same, but the real one does not follow from it.
 */
public final class AdministratorLogin {

    private static final String ADMINISTRATOR = "sa";

    private final Secret password;

    public AdministratorLogin(Secret password) {
        this.password = password;
    }

    /** What the container is started with. The beginning satisfies SQL Server's password policy. */
    public Secret firstPassword() {
        return new Secret("First-1-" + Sha256.hex("first password before " + password.value()));
    }

    /** Why sa cannot log in with the real password, or empty if it can. */
    Optional<SQLException> refusal(SqlServerUrl url) {
        try {
            connect(url, password).close();
            return Optional.empty();
        } catch (SQLException e) {
            return refusalOfFirst(url);
        }
    }

    private Optional<SQLException> refusalOfFirst(SqlServerUrl url) {
        try (Connection connection = connect(url, firstPassword())) {
            SqlRunner.on(connection).run(change());
            return Optional.empty();
        } catch (SQLException e) {
            return Optional.of(e);
        }
    }

    /**
     * Microsoft docs: "ALTER LOGIN", which takes no parameters. {@link RandomPassword} makes no quotation marks, but a
     * person may have written the {@link PasswordFile}.
     */
    String change() {
        return "ALTER LOGIN %s WITH PASSWORD = %s"
                .formatted(BracketedName.of(ADMINISTRATOR), SqlLiteral.of(password.value()));
    }

    private static Connection connect(SqlServerUrl url, Secret password) throws SQLException {
        SQLServerDataSource dataSource = new SQLServerDataSource();
        dataSource.setURL(url.text());
        dataSource.setUser(ADMINISTRATOR);
        dataSource.setPassword(password.value());
        dataSource.setLoginTimeout(5);
        dataSource.setConnectRetryCount(0);
        return dataSource.getConnection();
    }
}
