package dev.palindrome.migration.script;

import java.nio.charset.Charset;
import org.flywaydb.core.api.configuration.Configuration;

/** Scripts as their authors wrote them, in their own encodings, with and without their placeholders filled in. */
public final class AuthoredTexts {

    private final Charset encoding;
    private final boolean fillsPlaceholders;
    private final boolean mixed;
    private final Placeholders placeholders;
    private final ScriptOptions options;

    public AuthoredTexts(Configuration flyway, Placeholders placeholders, ScriptOptions options) {
        this.encoding = flyway.getEncoding();
        this.fillsPlaceholders = flyway.isPlaceholderReplacement();
        this.mixed = flyway.isMixed();
        this.placeholders = placeholders;
        this.options = options;
    }

    /** Whether Flyway opens a transaction around it, as far as its statements allow that. */
    boolean inTransaction(ScriptFile script) {
        return options.of(script).inTransaction(!mixed);
    }

    String original(ScriptFile script) {
        return options.text(script, encoding);
    }

    String filled(ScriptFile script) {
        return options.of(script).replacesPlaceholders(fillsPlaceholders)
                ? placeholders.fill(script, original(script))
                : original(script);
    }
}
