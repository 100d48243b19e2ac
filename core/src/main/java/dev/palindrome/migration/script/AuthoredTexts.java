package dev.palindrome.migration.script;

import java.nio.charset.Charset;
import org.flywaydb.core.api.configuration.Configuration;

/** Scripts as their authors wrote them, in their own encodings, with and without their placeholders filled in. */
public final class AuthoredTexts {

    private final Charset encoding;
    private final boolean fillsPlaceholders;
    private final Placeholders placeholders;
    private final ScriptOptions options;

    public AuthoredTexts(Configuration flyway, Placeholders placeholders, ScriptOptions options) {
        this.encoding = flyway.getEncoding();
        this.fillsPlaceholders = flyway.isPlaceholderReplacement();
        this.placeholders = placeholders;
        this.options = options;
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
