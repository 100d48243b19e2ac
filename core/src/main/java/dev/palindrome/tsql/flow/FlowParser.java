package dev.palindrome.tsql.flow;

import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.UntranslatableException;
import dev.palindrome.tsql.statement.FlowTokens;
import dev.palindrome.tsql.statement.StatementParser;
import dev.palindrome.tsql.statement.StatementTokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a batch as a tree of statements. */
final class FlowParser {

    private final FlowTokens flow;

    private FlowParser(FlowTokens flow) {
        this.flow = flow;
    }

    /**
     * @param batch with an END
     * @throws dev.palindrome.tsql.statement.TooDeepException if too many statements hang on each other
     */
    static List<FlowNode> nodes(List<Token> batch) {
        FlowTokens flow = new FlowTokens(labelled(batch));
        return new FlowParser(flow).read(StatementParser.statements(flow.plain()));
    }

    /** A label is a statement of its own. */
    private static List<Token> labelled(List<Token> batch) {
        List<Token> tokens = new ArrayList<>(batch.size());
        for (int i = 0; i < batch.size(); i++) {
            Token token = batch.get(i);
            boolean label = isLabel(batch, i);
            if (label) {
                tokens.add(semicolon(token));
            }
            tokens.add(token);
            if (i > 0 && isLabel(batch, i - 1)) {
                tokens.add(semicolon(token));
            }
        }
        return tokens;
    }

    /** {@code name:} at the beginning of a line, and not {@code schema::name}. */
    private static boolean isLabel(List<Token> batch, int i) {
        Token token = batch.get(i);
        boolean first = i == 0 || token.newlines() > 0 || batch.get(i - 1).isSymbol(";");
        return first
                && token.isName()
                && !token.isReserved()
                && batch.get(i + 1).isSymbol(":");
    }

    private static Token semicolon(Token token) {
        return new Token(Token.Kind.SYMBOL, ";", ";", token.start(), token.line(), 0, false);
    }

    private List<FlowNode> read(List<StatementTokens> statements) {
        List<FlowNode> nodes = new ArrayList<>();
        for (StatementTokens statement : statements) {
            FlowNode node = node(statement);
            if (node instanceof FlowNode.Half half && half.isCatch()) {
                if (nodes.isEmpty()) {
                    throw UntranslatableException.syntax(half.tokens().get(1));
                }
                nodes.add(caught(nodes.remove(nodes.size() - 1), half));
            } else {
                nodes.add(node);
            }
        }
        return nodes;
    }

    private FlowNode node(StatementTokens statement) {
        List<Token> tokens = flow.written(statement.tokens());
        if (statement instanceof StatementTokens.Block block) {
            List<FlowNode> body = read(block.body());
            Token second = tokens.get(1);
            return second.is("TRY", "CATCH")
                    ? new FlowNode.Half(tokens, body, second.is("CATCH"))
                    : new FlowNode.Block(tokens, body);
        }
        if (statement instanceof StatementTokens.If conditional) {
            FlowNode then = node(conditional.then());
            Optional<FlowNode> otherwise = conditional.otherwise().map(this::node);
            return tokens.get(0).is("WHILE")
                    ? new FlowNode.While(tokens, conditional.condition(), then)
                    : new FlowNode.If(tokens, conditional.condition(), then, otherwise);
        }
        return new FlowNode.Leaf(tokens);
    }

    /** The TRY before a CATCH may be the last thing that hangs on an IF or a WHILE. */
    private static FlowNode caught(FlowNode before, FlowNode.Half handler) {
        if (before instanceof FlowNode.Half tried && !tried.isCatch()) {
            return new FlowNode.Try(tried.tokens(), tried.body(), handler.body());
        }
        if (before instanceof FlowNode.If choice) {
            return choice.otherwise().isPresent()
                    ? new FlowNode.If(
                            choice.tokens(),
                            choice.condition(),
                            choice.then(),
                            choice.otherwise().map(otherwise -> caught(otherwise, handler)))
                    : new FlowNode.If(
                            choice.tokens(), choice.condition(), caught(choice.then(), handler), Optional.empty());
        }
        if (before instanceof FlowNode.While loop) {
            return new FlowNode.While(loop.tokens(), loop.condition(), caught(loop.body(), handler));
        }
        throw UntranslatableException.syntax(handler.tokens().get(1));
    }
}
