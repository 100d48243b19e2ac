package dev.palindrome.migration.script;

import dev.palindrome.tsql.NeedsSqlServerException;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** What an engine is given of a script, and the way back to what its author wrote. */
public interface ScriptTexts {

    /** The text that Flyway gets. Never fails: what the engine cannot take is for {@link #refusal} to say. */
    String forFlyway(ScriptFile script);

    /** The texts as their author wrote them. */
    AuthoredTexts authored();

    /** The text as its author wrote it, comments and all, placeholders not filled in. */
    default String original(ScriptFile script) {
        return authored().original(script);
    }

    /** The text as its author wrote it, comments and all, with its placeholders filled in. */
    default String filled(ScriptFile script) {
        return authored().filled(script);
    }

    /** Whether there is no script that the engine cannot run. */
    boolean takesEverything();

    /** Why the engine cannot run a script at all. */
    Optional<NeedsSqlServerException> refusal(ScriptFile script);

    /** Tells Flyway what has been done to the scripts already. */
    void configure(FluentConfiguration flyway);

    /** The statements as their author wrote them, placeholders filled in, of a script that went out as {@code sent}. */
    List<String> asWritten(ScriptFile script, List<String> sent);

    /** The text that Flyway sends parts of, placeholders filled in. Lines are those of the author's. */
    String whole(ScriptFile script);

    /** Whether Flyway sends batches and no single statements. */
    boolean sendsBatches();

    /** Whether something that Flyway sent may change rows, and the server says how many. */
    boolean changesRows(String sent);

    /** Whether a statement that Flyway sent, placeholders filled in, may have come from a script. */
    default boolean contains(ScriptFile script, String sent) {
        return whole(script).contains(sent);
    }

    /** The beginning of the statement on a line of the author's script, for a message; empty where there is none. */
    Optional<String> statementAt(ScriptFile script, int line);
}
