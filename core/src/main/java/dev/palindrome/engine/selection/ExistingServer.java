package dev.palindrome.engine.selection;

import dev.palindrome.engine.server.Credentials;
import dev.palindrome.engine.server.Secret;
import dev.palindrome.engine.server.SqlServerUrl;
import dev.palindrome.error.PalindromeException;
import dev.palindrome.settings.Setting;
import java.util.stream.Stream;

/** A SQL Server that already runs, and who connects to it. */
public record ExistingServer(SqlServerUrl url, Credentials credentials) {

    static ExistingServer of(EngineSettings settings, Secret text) {
        SqlServerUrl url = SqlServerUrl.parse(text.value())
                .orElseThrow(() -> new PalindromeException(
                        "palindrome.url is no URL of a SQL Server: it has to begin with jdbc:sqlserver://."));
        refuseCredentialsIn(url);
        return new ExistingServer(url, credentials(settings, url));
    }

    private static void refuseCredentialsIn(SqlServerUrl url) {
        Stream.of("user", "userName", "password").filter(url::has).findFirst().ifPresent(name -> {
            throw new PalindromeException("palindrome.url holds the property '%s'.".formatted(name)
                    + " URLs get printed: set palindrome.username and palindrome.password instead.");
        });
    }

    /** Also without a password a user name may say something: which managed identity it shall be, for instance. */
    private static Credentials credentials(EngineSettings settings, SqlServerUrl url) {
        if ((settings.username().isEmpty() || settings.password().isEmpty()) && !saysHowToDoWithout(url)) {
            throw new PalindromeException("palindrome.url is set, but %s is not. Set both palindrome.username and %s"
                    .formatted(
                            settings.username().isPresent() ? Setting.PASSWORD : Setting.USERNAME,
                            "palindrome.password, or name integratedSecurity or authentication in the URL."));
        }
        return new Credentials(
                settings.username().orElse(""), settings.password().orElse(new Secret("")));
    }

    /** Microsoft docs: "Setting the connection properties", where NotSpecified and SqlPassword need both. */
    private static boolean saysHowToDoWithout(SqlServerUrl url) {
        return url.property("integratedSecurity")
                        .filter("true"::equalsIgnoreCase)
                        .isPresent()
                || url.property("authentication")
                        .filter(value -> !value.equalsIgnoreCase("NotSpecified"))
                        .filter(value -> !value.equalsIgnoreCase("SqlPassword"))
                        .isPresent();
    }
}
