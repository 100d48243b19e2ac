package dev.palindrome.migration;

import dev.palindrome.tsql.NeedsSqlServerException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** SQL Server takes the scripts as they are: splitting and placeholders are Flyway's. */
final class SqlServerTexts implements ScriptTexts {

    private static final int LINES_SHOWN = 5;

    private final Charset encoding;
    private final boolean fillsPlaceholders;
    private final Placeholders placeholders;
    private final ScriptOptions options;

    SqlServerTexts(Configuration flyway, Placeholders placeholders, ScriptOptions options) {
        this.encoding = flyway.getEncoding();
        this.fillsPlaceholders = flyway.isPlaceholderReplacement();
        this.placeholders = placeholders;
        this.options = options;
    }

    @Override
    public String forFlyway(ScriptFile script) {
        return options.text(script, encoding);
    }

    @Override
    public String original(ScriptFile script) {
        return options.text(script, encoding);
    }

    @Override
    public String filled(ScriptFile script) {
        String text = options.text(script, encoding);
        return options.of(script).replacesPlaceholders(fillsPlaceholders) ? placeholders.fill(script, text) : text;
    }

    @Override
    public Optional<NeedsSqlServerException> refusal(ScriptFile script) {
        return Optional.empty();
    }

    @Override
    public void configure(FluentConfiguration flyway) {
        // Flyway's own handling is what a team's scripts were written for.
    }

    @Override
    public List<String> asWritten(ScriptFile script, List<String> sent) {
        return sent;
    }

    @Override
    public boolean contains(ScriptFile script, String sent) {
        return filled(script).contains(sent);
    }

    @Override
    public Optional<String> statementAt(ScriptFile script, int line) {
        String shown = options.text(script, encoding)
                .lines()
                .skip(line - 1L)
                .takeWhile(text -> !text.strip().equalsIgnoreCase("GO") && !text.isBlank())
                .limit(LINES_SHOWN)
                .reduce((above, below) -> above + "\n" + below)
                .orElse("");
        return Optional.of(shown).filter(text -> !text.isBlank());
    }
}
