package dev.palindrome.tsql.module;

import dev.palindrome.sql.BracketedName;
import dev.palindrome.tsql.Recorded;
import dev.palindrome.tsql.Recorded.Fact;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import java.util.function.BooleanSupplier;

/** What stands behind WITH in a module's head. */
final class ModuleOptions {

    private ModuleOptions() {}

    /** @param own those that only modules of this kind have */
    static Recorded read(TokenReader reader, Recorded recorded, String... own) {
        return read(reader, recorded, () -> false, own);
    }

    /** @param special reads one of several words, if there is one */
    static Recorded read(TokenReader reader, Recorded recorded, BooleanSupplier special, String... own) {
        if (!reader.accept("WITH")) {
            return recorded;
        }
        Recorded known = recorded;
        do {
            known = special.getAsBoolean() ? known : option(reader, known, own);
        } while (reader.acceptSymbol(","));
        return known;
    }

    private static Recorded option(TokenReader reader, Recorded recorded, String... own) {
        if (reader.accept("EXECUTE", "AS") || reader.accept("EXEC", "AS")) {
            return executeAs(reader, recorded);
        }
        if (reader.peek().is("ENCRYPTION", "SCHEMABINDING")) {
            reader.next();
        } else {
            reader.require(own);
        }
        return recorded;
    }

    private static Recorded executeAs(TokenReader reader, Recorded recorded) {
        if (reader.accept("CALLER")) {
            return recorded;
        }
        if (reader.accept("OWNER")) {
            return recorded.with(Fact.EXECUTE_AS, "OWNER");
        }
        if (reader.accept("SELF")) {
            return recorded.with(Fact.EXECUTE_AS, BracketedName.of("dbo"));
        }
        if (reader.peek().kind() != Token.Kind.STRING) {
            throw reader.syntax();
        }
        return recorded.with(Fact.EXECUTE_AS, BracketedName.of(reader.next().value()));
    }
}
