package dev.palindrome.migration;

import dev.palindrome.tsql.H2Script;
import dev.palindrome.tsql.NeedsSqlServerException;
import dev.palindrome.tsql.TsqlStatement;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** The embedded engine gets each script with its placeholders filled in and rewritten, each script once. */
final class H2Texts implements ScriptTexts {

    private final Charset encoding;
    private final boolean fillsPlaceholders;
    private final Placeholders placeholders;
    private final ScriptOptions options;
    private final Map<String, Rewriting> rewritings = new ConcurrentHashMap<>();

    private sealed interface Rewriting {
        record Done(H2Script script) implements Rewriting {}

        record Refused(NeedsSqlServerException reason) implements Rewriting {}
    }

    H2Texts(Configuration flyway, Placeholders placeholders, ScriptOptions options) {
        this.encoding = flyway.getEncoding();
        this.fillsPlaceholders = flyway.isPlaceholderReplacement();
        this.placeholders = placeholders;
        this.options = options;
    }

    @Override
    public String forFlyway(ScriptFile script) {
        if (script.filename().endsWith(".conf")) {
            return ScriptOptions.withoutPlaceholderReplacement(options.text(script, encoding));
        }
        return rewriting(script) instanceof Rewriting.Done done ? done.script().sql() : options.text(script, encoding);
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
        return rewriting(script) instanceof Rewriting.Refused refused
                ? Optional.of(refused.reason())
                : Optional.empty();
    }

    @Override
    public void configure(FluentConfiguration flyway) {
        flyway.placeholderReplacement(false);
        if (flyway.getInitSql() != null) {
            flyway.initSql(H2Script.rewrite("the Flyway setting initSql", flyway.getInitSql())
                    .sql());
        }
    }

    @Override
    public List<String> asWritten(ScriptFile script, List<String> sent) {
        return rewriting(script) instanceof Rewriting.Done done
                ? done.script().statements().stream().map(TsqlStatement::text).toList()
                : sent;
    }

    @Override
    public boolean contains(ScriptFile script, String sent) {
        return forFlyway(script).contains(sent);
    }

    @Override
    public Optional<String> statementAt(ScriptFile script, int line) {
        if (rewriting(script) instanceof Rewriting.Done done) {
            return done.script().statements().stream()
                    .filter(statement -> statement.line() <= line)
                    .reduce((before, after) -> after)
                    .map(TsqlStatement::text);
        }
        return Optional.empty();
    }

    private Rewriting rewriting(ScriptFile script) {
        return rewritings.computeIfAbsent(script.source(), source -> rewrite(script));
    }

    private Rewriting rewrite(ScriptFile script) {
        String text = options.text(script, encoding);
        String filled =
                options.of(script).replacesPlaceholders(fillsPlaceholders) ? placeholders.fill(script, text) : text;
        try {
            return new Rewriting.Done(H2Script.rewrite(script.relativePath(), filled));
        } catch (NeedsSqlServerException e) {
            return new Rewriting.Refused(e);
        }
    }
}
