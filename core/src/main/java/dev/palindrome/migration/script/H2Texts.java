package dev.palindrome.migration.script;

import dev.palindrome.tsql.Approximations;
import dev.palindrome.tsql.NeedsSqlServerException;
import dev.palindrome.tsql.TranslatedScript;
import dev.palindrome.tsql.TsqlStatement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** The embedded engine gets each script with its placeholders filled in and rewritten, each script once. */
public final class H2Texts implements ScriptTexts {

    private static final List<String> CHANGES = List.of("UPDATE ", "DELETE ", "MERGE ", "INSERT ");

    private final AuthoredTexts authored;
    private final Map<String, Rewriting> rewritings = new ConcurrentHashMap<>();

    private sealed interface Rewriting {
        record Done(TranslatedScript script) implements Rewriting {}

        record Refused(NeedsSqlServerException reason) implements Rewriting {}
    }

    public H2Texts(AuthoredTexts authored) {
        this.authored = authored;
    }

    @Override
    public String forFlyway(ScriptFile script) {
        if (script.filename().endsWith(".conf")) {
            return ScriptOptions.withoutPlaceholderReplacement(authored.original(script));
        }
        return rewriting(script) instanceof Rewriting.Done done ? done.script().sql() : authored.original(script);
    }

    @Override
    public AuthoredTexts authored() {
        return authored;
    }

    @Override
    public boolean takesEverything() {
        return false;
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
        flyway.dataSource(StackGuard.over(flyway.getDataSource()));
        if (flyway.getInitSql() != null) {
            flyway.initSql(TranslatedScript.rewrite("the Flyway setting initSql", flyway.getInitSql())
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
    public String whole(ScriptFile script) {
        return forFlyway(script);
    }

    @Override
    public boolean sendsBatches() {
        return false;
    }

    /** Not a call: that counts calls. */
    @Override
    public boolean changesRows(String sent) {
        return CHANGES.stream().anyMatch(verb -> sent.regionMatches(true, 0, verb, 0, verb.length()));
    }

    @Override
    public Optional<String> statementAt(ScriptFile script, int line) {
        if (rewriting(script) instanceof Rewriting.Done done) {
            List<TsqlStatement> statements = done.script().statements();
            return statements.stream()
                    .map(TsqlStatement::line)
                    .filter(begun -> begun <= line)
                    .reduce(Integer::max)
                    .map(last -> statements.stream()
                            .filter(statement -> statement.line() == last)
                            .map(TsqlStatement::text)
                            .collect(Collectors.joining("\n")));
        }
        return Optional.empty();
    }

    private Rewriting rewriting(ScriptFile script) {
        return rewritings.computeIfAbsent(script.source(), source -> rewrite(script));
    }

    private Rewriting rewrite(ScriptFile script) {
        try {
            String name = script.relativePath();
            Rewriting done = new Rewriting.Done(
                    authored.inTransaction(script)
                            ? TranslatedScript.rewrite(name, filled(script))
                            : TranslatedScript.rewriteWithoutTransaction(name, filled(script)));
            Approximations.log(name, authored.original(script));
            return done;
        } catch (NeedsSqlServerException e) {
            return new Rewriting.Refused(e);
        }
    }
}
