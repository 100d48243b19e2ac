package dev.palindrome.engine.server;

import com.microsoft.sqlserver.jdbc.SQLServerDriver;
import com.microsoft.sqlserver.jdbc.SQLServerException;
import java.sql.DriverPropertyInfo;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;

/** The names of what Microsoft's driver takes in a URL. */
public final class DriverProperties {

    /** The driver's synonyms, what it takes but does not tell of, and what other drivers call user and password. */
    private static final List<String> SYNONYMS =
            List.of("database", "userName", "server", "domainName", "port", "accessToken", "uid", "pwd");

    private DriverProperties() {}

    /** Whether a name is that of a property, and so nobody's secret. */
    public static boolean isKnown(String name) {
        return SYNONYMS.stream().anyMatch(name::equalsIgnoreCase)
                || Arrays.stream(ofTheDriver()).anyMatch(property -> property.name.equalsIgnoreCase(name));
    }

    private static DriverPropertyInfo[] ofTheDriver() {
        try {
            return new SQLServerDriver().getPropertyInfo("jdbc:sqlserver://", new Properties());
        } catch (SQLServerException e) {
            throw new IllegalStateException("The driver does not tell what it takes", e);
        }
    }
}
