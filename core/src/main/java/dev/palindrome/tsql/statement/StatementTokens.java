package dev.palindrome.tsql.statement;

import dev.palindrome.tsql.Token;
import java.util.List;
import java.util.Optional;

/** One statement of a batch, with its tokens. */
public sealed interface StatementTokens {

    List<Token> tokens();

    /** The line of the script on which it starts. */
    default int line() {
        return tokens().get(0).line();
    }

    /** Anything that is not flow control. */
    record Simple(List<Token> tokens) implements StatementTokens {}

    /** What stands behind CREATE SCHEMA without a semicolon and belongs to it, named with that schema. */
    record SchemaElement(List<Token> tokens) implements StatementTokens {}

    /** {@code BEGIN … END}. */
    record Block(List<Token> tokens, List<StatementTokens> body) implements StatementTokens {}

    /** {@code IF … ELSE …}. */
    record If(List<Token> tokens, List<Token> condition, StatementTokens then, Optional<StatementTokens> otherwise)
            implements StatementTokens {}
}
