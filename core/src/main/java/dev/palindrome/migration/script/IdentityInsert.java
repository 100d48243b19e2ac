package dev.palindrome.migration.script;

import dev.palindrome.tsql.GoCount;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TsqlBatch;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a script says of IDENTITY_INSERT. A session of SQL Server has it on for one table at most, and cannot be asked for
 * which (Microsoft: set-identity-insert-transact-sql).
 *
 * @param table as the script names it
 * @param isOn whether it is on from there on
 */
public record IdentityInsert(String table, boolean isOn) {

    private static final String OPTION = "IDENTITY_INSERT";

    private static final Pattern MENTIONED = Pattern.compile(OPTION, Pattern.CASE_INSENSITIVE);

    /** CREATE OR ALTER PROCEDURE. */
    private static final int WORDS_OF_A_MODULE = 4;

    /** The last thing that a script says of it, but for what modules do, at whose end it is what it was. */
    public static Optional<IdentityInsert> lastIn(String script) {
        Optional<IdentityInsert> last = Optional.empty();
        if (MENTIONED.matcher(script).find()) {
            for (TsqlBatch batch : TsqlBatch.split(script, GoCount.UNKNOWN)) {
                if (!isModule(batch.tokens())) {
                    Optional<IdentityInsert> here = lastIn(batch.tokens());
                    last = here.isPresent() ? here : last;
                }
            }
        }
        return last;
    }

    private static boolean isModule(List<Token> batch) {
        return batch.get(0).is("CREATE", "ALTER")
                && batch.stream()
                        .limit(WORDS_OF_A_MODULE)
                        .anyMatch(word -> word.is("PROC", "PROCEDURE", "FUNCTION", "TRIGGER", "VIEW"));
    }

    private static Optional<IdentityInsert> lastIn(List<Token> batch) {
        for (int i = batch.size() - 2; i > 0; i--) {
            if (batch.get(i).is(OPTION) && batch.get(i - 1).is("SET")) {
                return at(batch.subList(i + 1, batch.size()));
            }
        }
        return Optional.empty();
    }

    private static Optional<IdentityInsert> at(List<Token> name) {
        for (int end = 0; end < name.size(); end++) {
            if (name.get(end).is("ON", "OFF")) {
                String table = name.subList(0, end).stream().map(Token::text).collect(Collectors.joining());
                return Optional.of(new IdentityInsert(table, name.get(end).is("ON")));
            }
        }
        return Optional.empty();
    }
}
