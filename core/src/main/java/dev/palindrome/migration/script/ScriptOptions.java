package dev.palindrome.migration.script;

import dev.palindrome.migration.MigrationException;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Flyway's script configuration files, {@code V3__x.sql.conf}, as far as reading a script depends on them. */
public final class ScriptOptions {

    private static final String PLACEHOLDER_REPLACEMENT = "placeholderReplacement";
    private static final String EXECUTE_IN_TRANSACTION = "executeInTransaction";
    private static final String ENCODING = "encoding";
    private static final ForScript NONE = new ForScript(new Properties());

    private final Map<String, ForScript> byScript;

    public ScriptOptions(List<ScriptFile> configurations, Function<ScriptFile, String> text) {
        this.byScript = configurations.stream()
                .collect(Collectors.toMap(
                        ScriptFile::relativePath, file -> new ForScript(read(text.apply(file))), (one, same) -> one));
    }

    /**
     * One script's options.
     *
     * @param properties as written
     */
    record ForScript(Properties properties) {
        boolean inTransaction(boolean otherwise) {
            return Boolean.parseBoolean(properties.getProperty(EXECUTE_IN_TRANSACTION, Boolean.toString(otherwise)));
        }

        boolean replacesPlaceholders(boolean otherwise) {
            return Boolean.parseBoolean(properties.getProperty(PLACEHOLDER_REPLACEMENT, Boolean.toString(otherwise)));
        }
    }

    private static Charset charset(String script, String name) {
        try {
            return Charset.forName(name.strip());
        } catch (IllegalArgumentException e) {
            throw new MigrationException(
                    "The script configuration of " + script + " names the encoding " + name
                            + ", which is none that Java knows. UTF-8 and windows-1252 are.",
                    e);
        }
    }

    /** The text in the encoding that its configuration file names, or else in the configured one. */
    public String text(ScriptFile script, Charset configured) {
        String name = of(script).properties().getProperty(ENCODING);
        return script.text(name == null ? configured : charset(script.relativePath(), name));
    }

    /** What the script's configuration says of a transaction around it; empty where it says nothing. */
    public Optional<Boolean> inTransaction(ScriptFile script) {
        return Optional.ofNullable(of(script).properties().getProperty(EXECUTE_IN_TRANSACTION))
                .map(Boolean::parseBoolean);
    }

    /** Whether the script's placeholders are filled in. */
    public boolean replacesPlaceholders(ScriptFile script, boolean otherwise) {
        return of(script).replacesPlaceholders(otherwise);
    }

    ForScript of(ScriptFile script) {
        return byScript.getOrDefault(script.relativePath() + ".conf", NONE);
    }

    static String withoutPlaceholderReplacement(String configuration) {
        return configuration
                .lines()
                .filter(line -> !line.strip().startsWith(PLACEHOLDER_REPLACEMENT))
                .collect(Collectors.joining("\n"));
    }

    private static Properties read(String text) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
