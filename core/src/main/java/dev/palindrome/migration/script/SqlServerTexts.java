package dev.palindrome.migration.script;

import dev.palindrome.tsql.NeedsSqlServerException;
import dev.palindrome.tsql.TsqlBatch;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** SQL Server takes the scripts as they are: splitting and placeholders are Flyway's. */
public final class SqlServerTexts implements ScriptTexts {

    private static final int LINES_SHOWN = 5;

    private final AuthoredTexts authored;

    public SqlServerTexts(AuthoredTexts authored) {
        this.authored = authored;
    }

    @Override
    public String forFlyway(ScriptFile script) {
        return authored.original(script);
    }

    @Override
    public AuthoredTexts authored() {
        return authored;
    }

    @Override
    public boolean takesEverything() {
        return true;
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
    public String whole(ScriptFile script) {
        return filled(script);
    }

    @Override
    public boolean sendsBatches() {
        return true;
    }

    @Override
    public boolean changesRows(String sent) {
        return true;
    }

    @Override
    public Optional<String> statementAt(ScriptFile script, int line) {
        String original = authored.original(script);
        int end = GoBatch.at(original, line).map(TsqlBatch::end).orElse(original.length());
        String shown = original.substring(0, end)
                .lines()
                .skip(line - 1L)
                .takeWhile(text -> !text.isBlank())
                .limit(LINES_SHOWN)
                .reduce((above, below) -> above + "\n" + below)
                .orElse("");
        return Optional.of(shown).filter(text -> !text.isBlank());
    }
}
