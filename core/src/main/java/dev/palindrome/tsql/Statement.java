package dev.palindrome.tsql;

import java.util.List;
import java.util.Optional;

/** One statement of a batch, with its tokens. */
sealed interface Statement {

    List<Token> tokens();

    /** The line of the script on which it starts. */
    default int line() {
        return tokens().get(0).line();
    }

    /** Anything that is not flow control. */
    record Simple(List<Token> tokens) implements Statement {}

    /** {@code BEGIN … END}. */
    record Block(List<Token> tokens, List<Statement> body) implements Statement {}

    /** {@code IF … ELSE …}. */
    record If(List<Token> tokens, List<Token> condition, Statement then, Optional<Statement> otherwise)
            implements Statement {}
}
