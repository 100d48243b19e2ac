package dev.palindrome.engine.server;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A JDBC URL of Microsoft's driver: {@code jdbc:sqlserver://host\instance:port;name=value;name={va;lue}}. Values may stand
 * in braces, and a closing brace within is doubled; property names have no case (Microsoft docs: "Building the connection
 * URL").
 *
 * @param server host, instance and port
 * @param properties by their names
 * @param isWhole whether each of them has an equals sign; what stands there without one may be a password
 */
public record SqlServerUrl(String server, Map<String, String> properties, boolean isWhole) {

    private static final String SCHEME = "jdbc:sqlserver://";

    public SqlServerUrl {
        Map<String, String> ordered = new LinkedHashMap<>(properties);
        properties = Collections.unmodifiableMap(ordered);
    }

    /** Reads a URL, or empty where this is none of SQL Server's. */
    public static Optional<SqlServerUrl> parse(String url) {
        if (!url.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        SqlServerUrlReader reader = new SqlServerUrlReader(url.substring(SCHEME.length()));
        return Optional.of(new SqlServerUrl(reader.server(), reader.properties(), reader.isWhole()));
    }

    public boolean has(String name) {
        return caseless().containsKey(name);
    }

    public Optional<String> property(String name) {
        return Optional.ofNullable(caseless().get(name));
    }

    /** The same server, connecting to this database first. */
    public SqlServerUrl withDatabase(String database) {
        Map<String, String> changed = new LinkedHashMap<>(properties);
        changed.keySet().removeIf(name -> name.equalsIgnoreCase("databaseName") || name.equalsIgnoreCase("database"));
        changed.put("databaseName", database);
        return new SqlServerUrl(server, changed, isWhole);
    }

    /** The same without some properties. */
    public SqlServerUrl without(Collection<String> names) {
        Map<String, String> left = new LinkedHashMap<>(properties);
        left.keySet().removeIf(name -> names.stream().anyMatch(name::equalsIgnoreCase));
        return new SqlServerUrl(server, left, isWhole);
    }

    /** The whole URL. Its properties may be nobody else's business: messages show {@link #shown} instead. */
    public String text() {
        return SCHEME
                + server
                + properties.entrySet().stream()
                        .map(property -> ";" + property.getKey() + "=" + escaped(property.getValue()))
                        .collect(Collectors.joining());
    }

    /** The URL without its properties. */
    public String shown() {
        return SCHEME
                + (server.isEmpty()
                        ? property("serverName").or(() -> property("server")).orElse("")
                        : server);
    }

    private Map<String, String> caseless() {
        Map<String, String> caseless = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        caseless.putAll(properties);
        return caseless;
    }

    private static String escaped(String value) {
        return value.matches("[\\w.:/\\\\-]*") ? value : "{" + value.replace("}", "}}") + "}";
    }

    @Override
    public String toString() {
        return shown();
    }
}
