package dev.palindrome.production.legacy;

import dev.palindrome.error.PalindromeException;
import dev.palindrome.tsql.GoCount;
import dev.palindrome.tsql.Lexer;
import dev.palindrome.tsql.ScriptStatement;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import dev.palindrome.tsql.TsqlBatch;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What a statement executes out of literals: {@code EXEC ('…' + '…')} and {@code EXEC sp_executesql N'…'}, as Management
 * Studio writes modules that are made only where they are missing.
 *
 * @param literals one behind the other
 * @param said what they say together; where a variable stands among them a name stands for it
 * @param isWhole whether there is nothing else
 */
record ExecutedText(List<Token> literals, String said, boolean isWhole) {

    private static final String SOMETHING = "x";

    /** All of a statement, or of a module's text; none of a text within such a text. */
    static List<ExecutedText> in(List<Token> statement) {
        List<ExecutedText> texts = new ArrayList<>();
        for (int i = 0; i < statement.size(); i++) {
            TokenReader reader = new TokenReader(statement.subList(i + 1, statement.size()));
            Token token = statement.get(i);
            if (token.is("EXEC", "EXECUTE") && reader.acceptSymbol("(")) {
                texts.add(of(reader.until(",")));
            } else if (token.isName() && token.value().equalsIgnoreCase("sp_executesql")) {
                reader.skip(reader.peek(1).isSymbol("=") ? 2 : 0);
                boolean executes = reader.peek().kind() == Token.Kind.STRING
                        || reader.peek().kind() == Token.Kind.VARIABLE;
                if (executes) {
                    texts.add(of(List.of(reader.next())));
                }
            }
        }
        return texts;
    }

    private static ExecutedText of(List<Token> tokens) {
        List<Token> literals = new ArrayList<>();
        StringBuilder said = new StringBuilder();
        boolean whole = true;
        for (Token token : tokens) {
            if (token.kind() == Token.Kind.STRING) {
                literals.add(token);
                said.append(token.value());
            } else if (!token.isSymbol("+")) {
                whole = false;
                said.append(token.kind() == Token.Kind.VARIABLE ? SOMETHING : "");
            }
        }
        return new ExecutedText(literals, said.toString(), whole && !literals.isEmpty());
    }

    /** Whether a statement, or a module's text, executes what is put together of more than literals. */
    static boolean isUnknown(ScriptStatement statement) {
        return in(statement.tokens()).stream().anyMatch(text -> !text.isWhole());
    }

    /** A literal that may be executed or be a part of what is. */
    static ExecutedText ofPart(Token literal) {
        return new ExecutedText(List.of(literal), literal.value(), false);
    }

    /** Their offsets are those in what the literals say. */
    List<ScriptStatement> statements() {
        return TsqlBatch.split(said, GoCount.REPEATS).stream()
                .flatMap(batch -> ScriptStatement.of(batch).stream())
                .toList();
    }

    /** A statement, or what it executes at once in the place of it; not what a module would. */
    static Stream<ScriptStatement> withExecuted(ScriptStatement leaf) {
        return leaf.isModule()
                ? Stream.of(leaf)
                : Stream.concat(
                        Stream.of(leaf),
                        in(leaf.tokens()).stream()
                                .filter(ExecutedText::isWhole)
                                .flatMap(text -> text.statements().stream())
                                .flatMap(ScriptStatement::leaves)
                                .flatMap(ExecutedText::withExecuted));
    }

    /** Without an END. */
    List<Token> tokens() {
        List<Token> tokens = Lexer.tokens(said, 1);
        return tokens.subList(0, tokens.size() - 1);
    }

    int line() {
        return literals.get(0).line();
    }

    /** @param split where a part to be changed begins in one literal and ends in another */
    Edits edits(Edits around, Supplier<PalindromeException> split) {
        List<Integer> places = places();
        return (start, end, replacement) -> {
            int first = places.get(start);
            int last = places.get(end - 1);
            boolean inOne = literals.stream().anyMatch(literal -> literal.start() <= first && last < literal.end());
            if (!inOne) {
                throw split.get();
            }
            around.replace(first, last + 1, replacement.replace("'", "''"));
        };
    }

    /** Where each character of what they say stands in the text around; the second of two quotes is passed over. */
    private List<Integer> places() {
        List<Integer> places = new ArrayList<>();
        for (Token literal : literals) {
            int at = literal.start() + literal.text().indexOf('\'') + 1;
            for (int i = 0; i < literal.value().length(); i++) {
                places.add(at);
                at += literal.value().charAt(i) == '\'' ? 2 : 1;
            }
        }
        return places;
    }
}
