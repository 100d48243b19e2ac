package dev.palindrome.engine.selection;

import dev.palindrome.engine.server.Credentials;
import dev.palindrome.engine.server.DriverProperties;
import dev.palindrome.engine.server.Secret;
import dev.palindrome.engine.server.SqlServerUrl;
import dev.palindrome.error.PalindromeException;
import dev.palindrome.settings.Setting;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A SQL Server that already runs, and who connects to it. */
public record ExistingServer(SqlServerUrl url, Credentials credentials) {

    /** The driver's synonyms for them (Microsoft docs: "Setting the connection properties"), in small letters. */
    private static final Set<String> USERS = Set.of("user", "username", "uid", "aadsecureprincipalid");

    private static final Set<String> SECRETS = Set.of("password", "pwd", "secret", "token", "providerclientkey");

    /** The driver leaves the first two out of a connection's URL; the third names a class. */
    private static final Set<String> NOT_SHOWN =
            Set.of("truststorepassword", "keystoresecret", "accesstokencallbackclass");

    /** Those for which Palindrome has no setting. */
    private static final Set<String> SHOWN_BY_THE_DRIVER =
            Set.of("accesstoken", "clientkeypassword", "keyvaultproviderclientkey");

    private static final Pattern WITHIN = Pattern.compile("(?i)(?:password|pwd|secret|token|user|username|uid)\\s*=");

    /** A name or an address, that of IPv6 in brackets; instance; port (Microsoft docs: "Building the connection URL"). */
    private static final Pattern SERVER = Pattern.compile(
            "(?:[\\p{L}\\p{N}._-]++|\\[[0-9A-Fa-f:.%\\w]++\\])(?:\\\\[\\p{L}\\p{N}_$#&-]++)?(?::\\d{1,5})?");

    static ExistingServer of(EngineSettings settings, Secret text) {
        SqlServerUrl url = SqlServerUrl.parse(text.value())
                .orElseThrow(() -> new PalindromeException(
                        "palindrome.url is no URL of a SQL Server: it has to begin with jdbc:sqlserver://."));
        refuseOtherThanHostAndPort(url);
        refuseOtherThanProperties(url);
        refuseCredentialsIn(url);
        refuseCredentialsWithin(url);
        return new ExistingServer(url, credentials(settings, url));
    }

    /** As where a semicolon stands within a password. */
    private static void refuseOtherThanProperties(SqlServerUrl url) {
        if (!url.isWhole()) {
            throw new PalindromeException("palindrome.url holds something behind a semicolon that is not of the form"
                    + " name=value. A value with a semicolon in it stands in braces, and user and password go into"
                    + " palindrome.username and palindrome.password.");
        }
    }

    /** What is no name that the driver knows may be part of a password, and is not told. */
    private static void refuseCredentialsIn(SqlServerUrl url) {
        url.properties().keySet().stream()
                .filter(ExistingServer::holdsCredentials)
                .findFirst()
                .ifPresent(name -> {
                    throw new PalindromeException("palindrome.url holds "
                            + shown(name, "the property ", "a property that is secret by its name") + "."
                            + wayOut(name));
                });
    }

    /** As behind a comma: the driver takes it for a part of the value, and its messages quote values. */
    private static void refuseCredentialsWithin(SqlServerUrl url) {
        url.properties().entrySet().stream()
                .filter(property -> WITHIN.matcher(property.getValue()).find())
                .map(Map.Entry::getKey)
                .findFirst()
                .ifPresent(name -> {
                    throw new PalindromeException(
                            "palindrome.url holds another property within the value of " + shown(name, "", "one")
                                    + ". "
                                    + "Properties are parted by semicolons, and user and password go into palindrome.username"
                                    + " and palindrome.password.");
                });
    }

    private static String shown(String name, String before, String unknown) {
        return DriverProperties.isKnown(name) ? before + "'" + name + "'" : unknown;
    }

    private static boolean holdsCredentials(String property) {
        String name = property.toLowerCase(Locale.ROOT);
        return USERS.contains(name) || SECRETS.stream().anyMatch(name::contains) && !NOT_SHOWN.contains(name);
    }

    private static String wayOut(String property) {
        String name = property.toLowerCase(Locale.ROOT);
        return SHOWN_BY_THE_DRIVER.contains(name)
                ? " The driver shows it to whoever asks a connection for its URL, as Flyway does for its log. Choose a"
                        + " way to log in that needs no such property."
                : " URLs get printed: set palindrome.username and palindrome.password instead.";
    }

    /** A mistake here would show a password: behind //, before @ or as a parameter, it looks like a part of the host. */
    private static void refuseOtherThanHostAndPort(SqlServerUrl url) {
        boolean fits = Stream.of(Optional.of(url.server()), url.property("serverName"), url.property("server"))
                .flatMap(Optional::stream)
                .allMatch(server -> server.isEmpty() || SERVER.matcher(server).matches());
        if (!fits) {
            throw new PalindromeException("What palindrome.url says behind // is not of the form"
                    + " host[\\instance][:port]. Write the rest behind semicolons, as in"
                    + " jdbc:sqlserver://host:1433;encrypt=true, and user and password into palindrome.username and"
                    + " palindrome.password.");
        }
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
