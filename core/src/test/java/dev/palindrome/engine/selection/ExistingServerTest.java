package dev.palindrome.engine.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.sqlserver.jdbc.SQLServerDataSource;
import dev.palindrome.engine.EngineRequest;
import dev.palindrome.engine.SqlServerEngine;
import dev.palindrome.engine.server.Credentials;
import dev.palindrome.engine.server.Secret;
import dev.palindrome.engine.server.SqlServerUrl;
import dev.palindrome.error.PalindromeException;
import dev.palindrome.settings.Settings;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExistingServerTest {

    @Test
    void takesUserAndPasswordFromTheirOwnSettings() {
        SqlServerEngine engine = SqlServerEngine.existing(server(Map.of(
                "palindrome.url", "jdbc:sqlserver://db:1433;databaseName=start;encrypt=false",
                "palindrome.username", "tester",
                "palindrome.password", "S3cret")));
        assertThat(engine.jdbcUrl("mine")).isEqualTo("jdbc:sqlserver://db:1433;encrypt=false;databaseName=mine");
        assertThat(engine.username()).isEqualTo("tester");
        assertThat(engine.password()).isEqualTo("S3cret");
    }

    @ParameterizedTest
    @CsvSource({
        "user,S3cret",
        "userName,S3cret",
        "password,S3cret",
        "PASSWORD,{S3;cret}",
        "pwd,S3cret",
        "AADSecurePrincipalSecret,S3cret",
        "aadSecurePrincipalId,S3cret"
    })
    void refusesThemInTheUrlWithoutPrintingThem(String property, String value) {
        assertThatThrownBy(() -> server(Map.of("palindrome.url", "jdbc:sqlserver://db;" + property + "=" + value)))
                .isInstanceOf(PalindromeException.class)
                .hasMessage("palindrome.url holds the property '" + property + "'. URLs get printed: set"
                        + " palindrome.username and palindrome.password instead.");
    }

    /** Behind a semicolon within a password stands the rest of it. */
    @ParameterizedTest
    @ValueSource(strings = {"S3cretPassword=x", "S3cret token=x", "my{S3cret=x;S3cretPwd=", "password{S3cret=x"})
    void showsNoNameThatTheDriverDoesNotKnow(String property) {
        assertThatThrownBy(() -> server(Map.of("palindrome.url", "jdbc:sqlserver://db;" + property)))
                .isInstanceOf(PalindromeException.class)
                .hasMessage("palindrome.url holds a property that is secret by its name. URLs get printed: set"
                        + " palindrome.username and palindrome.password instead.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"S3cret", "encrypt=true;S3cret;", "S3cretPassword;encrypt=true", "encrypt={a};S3cretToken "})
    void refusesWhatIsNoPropertyWithoutPrintingIt(String property) {
        assertThatThrownBy(() -> server(Map.of("palindrome.url", "jdbc:sqlserver://db;" + property)))
                .isInstanceOf(PalindromeException.class)
                .hasMessage("palindrome.url holds something behind a semicolon that is not of the form name=value. A"
                        + " value with a semicolon in it stands in braces, and user and password go into"
                        + " palindrome.username and palindrome.password.");
    }

    @Test
    void showsNoUnknownNameBesideAValueEither() {
        assertThatThrownBy(() -> server(Map.of("palindrome.url", "jdbc:sqlserver://db;S3cret=true,password=x")))
                .isInstanceOf(PalindromeException.class)
                .hasMessage("palindrome.url holds another property within the value of one. Properties are parted by"
                        + " semicolons, and user and password go into palindrome.username and palindrome.password.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "encrypt=true,password=S3cret",
                "encrypt=true?password=S3cret",
                "encrypt=true&PWD = S3cret",
                "encrypt=true,user=sa,password=S3cret",
                "encrypt={true,somebodysToken=S3cret}"
            })
    void refusesThemWithinTheValueOfAnother(String property) {
        assertThatThrownBy(() -> server(Map.of("palindrome.url", "jdbc:sqlserver://db;" + property)))
                .isInstanceOf(PalindromeException.class)
                .hasMessage(
                        "palindrome.url holds another property within the value of 'encrypt'. Properties are parted by"
                                + " semicolons, and user and password go into palindrome.username and palindrome.password.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"accessToken", "clientKeyPassword", "keyVaultProviderClientKey"})
    void refusesWhatTheDriverWouldShow(String property) {
        assertThatThrownBy(() -> server(Map.of("palindrome.url", "jdbc:sqlserver://db;" + property + "=S3cret")))
                .isInstanceOf(PalindromeException.class)
                .hasMessage(
                        "palindrome.url holds the property '" + property + "'. The driver shows it to whoever asks a"
                                + " connection for its URL, as Flyway does for its log. Choose a way to log in that needs no"
                                + " such property.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sa:S3cret@db",
                "sa:S3cret@db:1433",
                "db?password=S3cret",
                "db:1433,password=S3cret",
                "db:1433/password=S3cret",
                "db:S3cret",
                "db S3cret",
                ";serverName=sa:S3cret@db",
                "[::1]S3cret"
            })
    void refusesASecretThatLooksLikeAServerWithoutPrintingIt(String server) {
        assertThatThrownBy(() -> server(Map.of(
                        "palindrome.url",
                        "jdbc:sqlserver://" + server,
                        "palindrome.username",
                        "tester",
                        "palindrome.password",
                        "S3cret")))
                .isInstanceOf(PalindromeException.class)
                .hasMessage("What palindrome.url says behind // is not of the form host[\\instance][:port]. Write the"
                        + " rest behind semicolons, as in jdbc:sqlserver://host:1433;encrypt=true, and user and password"
                        + " into palindrome.username and palindrome.password.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "db",
                "db-1.example.com:1433",
                "db\\SQLEXPRESS",
                "db\\IN$T_1:1433",
                "10.0.0.7:1433",
                "[::1]:1433",
                "[fe80::1%eth0]",
                "bücher.example",
                ";serverName=db;port=1433"
            })
    void takesEveryFormOfAServer(String server) {
        assertThat(server(Map.of(
                                "palindrome.url",
                                "jdbc:sqlserver://" + server,
                                "palindrome.username",
                                "tester",
                                "palindrome.password",
                                "S3cret"))
                        .url())
                .isEqualTo(SqlServerUrl.parse("jdbc:sqlserver://" + server).orElseThrow());
    }

    @Test
    void aUrlOfAnotherProductIsRefusedWithoutPrintingIt() {
        assertThatThrownBy(() -> server(Map.of("palindrome.url", "jdbc:oracle:thin:scott/tiger@db")))
                .isInstanceOf(PalindromeException.class)
                .hasMessage("palindrome.url is no URL of a SQL Server: it has to begin with jdbc:sqlserver://.");
    }

    @Test
    void aUserWithoutAPasswordIsRefused() {
        assertThatThrownBy(
                        () -> server(Map.of("palindrome.url", "jdbc:sqlserver://db", "palindrome.username", "tester")))
                .isInstanceOf(PalindromeException.class)
                .hasMessage("palindrome.url is set, but palindrome.password is not. Set both palindrome.username and"
                        + " palindrome.password, or name integratedSecurity or authentication in the URL.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"integratedSecurity=true", "authentication=ActiveDirectoryIntegrated"})
    void someUrlsNeedNeither(String property) {
        assertThat(server(Map.of("palindrome.url", "jdbc:sqlserver://db;" + property))
                        .credentials())
                .isEqualTo(new Credentials("", new Secret("")));
    }

    /** Microsoft docs: the user names which of several managed identities it shall be. */
    @Test
    void aUserWithoutAPasswordIsKeptWhereTheUrlSaysHowToDoWithout() {
        SqlServerEngine engine = SqlServerEngine.existing(server(Map.of(
                "palindrome.url", "jdbc:sqlserver://db;authentication=ActiveDirectoryManagedIdentity",
                "palindrome.username", "client-id")));
        assertThat(engine.username()).isEqualTo("client-id");
        assertThat(((SQLServerDataSource) engine.dataSource("app")).getUser()).isEqualTo("client-id");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"integratedSecurity=false", "authentication=NotSpecified", "authentication=SqlPassword", "x=y"})
    void otherUrlsNeedBoth(String property) {
        assertThatThrownBy(() -> server(Map.of("palindrome.url", "jdbc:sqlserver://db;" + property)))
                .isInstanceOf(PalindromeException.class)
                .hasMessage("palindrome.url is set, but palindrome.username is not. Set both palindrome.username and"
                        + " palindrome.password, or name integratedSecurity or authentication in the URL.");
    }

    private static ExistingServer server(Map<String, String> values) {
        EngineSettings settings = EngineSettings.of(
                EngineRequest.asConfigured(Settings.of(name -> Optional.ofNullable(values.get(name)))));
        return ExistingServer.of(settings, settings.url().orElseThrow());
    }
}
