package dev.palindrome.tsql.flow;

import dev.palindrome.tsql.FlowStep.Kind;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import dev.palindrome.tsql.UntranslatableException;
import dev.palindrome.tsql.rule.ExpressionSyntax;
import java.util.ArrayList;
import java.util.List;

/**
 * RAISERROR and THROW.
 *
 * @see <a href="https://learn.microsoft.com/sql/t-sql/language-elements/raiserror-transact-sql">RAISERROR</a>
 * @see <a href="https://learn.microsoft.com/sql/t-sql/language-elements/throw-transact-sql">THROW</a>
 */
final class ErrorStatement {

    private static final int MOST_ARGUMENTS = 20;

    private final FlowTranslation translation;
    private final FlowSteps steps;

    ErrorStatement(FlowTranslation translation, FlowSteps steps) {
        this.translation = translation;
        this.steps = steps;
    }

    void add(TokenReader reader) {
        Token verb = reader.next();
        if (verb.is("THROW")) {
            thrown(verb, reader);
        } else {
            raised(verb, reader);
        }
    }

    private void thrown(Token verb, TokenReader reader) {
        if (reader.atEnd()) {
            if (!steps.isInCatch()) {
                throw UntranslatableException.refused(10704, verb, "THROW without arguments stands within a CATCH");
            }
            steps.add(Kind.THROW, verb.line(), List.of());
            return;
        }
        List<String> texts = new ArrayList<>();
        texts.addAll(argument(reader, "int"));
        reader.requireSymbol(",");
        texts.addAll(argument(reader, "nvarchar(2048)"));
        reader.requireSymbol(",");
        texts.addAll(argument(reader, "int"));
        reader.expectEndOfSyntax();
        steps.add(Kind.THROW, verb.line(), texts);
    }

    private void raised(Token verb, TokenReader reader) {
        if (!reader.acceptSymbol("(")) {
            throw UntranslatableException.refused(
                    102, reader.peek(), "RAISERROR without parentheses, which SQL Server 2012 has done away with");
        }
        List<String> texts = new ArrayList<>();
        Token message = reader.peek();
        boolean number = message.kind() == Token.Kind.NUMBER;
        texts.addAll(argument(reader, number ? "int" : "nvarchar(2048)"));
        reader.requireSymbol(",");
        texts.addAll(argument(reader, "int"));
        reader.requireSymbol(",");
        texts.addAll(argument(reader, "int"));
        int arguments = 0;
        while (reader.acceptSymbol(",")) {
            if (++arguments > MOST_ARGUMENTS) {
                throw UntranslatableException.refused(2747, verb, "RAISERROR takes at most 20 arguments");
            }
            texts.addAll(argument(reader, "nvarchar(2048)"));
        }
        reader.requireSymbol(")");
        List<String> options = new ArrayList<>(List.of(number ? "NUMBER" : "TEXT"));
        if (reader.accept("WITH")) {
            do {
                Token option = reader.peek();
                reader.require("LOG", "NOWAIT", "SETERROR");
                options.add(option.upper());
            } while (reader.acceptSymbol(","));
        }
        reader.expectEndOfSyntax();
        texts.add(0, String.join(" ", options));
        steps.add(Kind.RAISE, verb.line(), texts);
    }

    private List<String> argument(TokenReader reader, String type) {
        int line = reader.peek().line();
        List<Token> value = ExpressionSyntax.value(reader);
        translation.scope().requireAll(value);
        return translation
                .query(new Made(line).add("SELECT").cast(value, type).tokens())
                .texts();
    }
}
