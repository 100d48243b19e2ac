package dev.palindrome.tsql.flow;

import dev.palindrome.tsql.Token;
import java.util.List;
import java.util.Optional;

/** A statement of a batch, with those that hang on it. */
sealed interface FlowNode {

    List<Token> tokens();

    default int line() {
        return tokens().get(0).line();
    }

    /** What is no control flow, or only jumps. */
    record Leaf(List<Token> tokens) implements FlowNode {}

    record Block(List<Token> tokens, List<FlowNode> body) implements FlowNode {}

    record If(List<Token> tokens, List<Token> condition, FlowNode then, Optional<FlowNode> otherwise)
            implements FlowNode {}

    record While(List<Token> tokens, List<Token> condition, FlowNode body) implements FlowNode {}

    /** @param handler what stands in the CATCH */
    record Try(List<Token> tokens, List<FlowNode> body, List<FlowNode> handler) implements FlowNode {}

    /** The block behind TRY or CATCH alone, until the two are together. */
    record Half(List<Token> tokens, List<FlowNode> body, boolean isCatch) implements FlowNode {}
}
