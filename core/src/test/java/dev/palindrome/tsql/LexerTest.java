package dev.palindrome.tsql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.palindrome.LittleStack;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LexerTest {

    static Stream<Arguments> texts() {
        return Stream.of(
                arguments(
                        "SELECT a1_b, #t, ##t, _x",
                        "WORD SELECT, WORD a1_b, SYMBOL ,, WORD #t, SYMBOL ,, WORD ##t, SYMBOL ,, WORD _x"),
                arguments("@x @@ROWCOUNT @a#b$c", "VARIABLE @x, VARIABLE @@ROWCOUNT, VARIABLE @a#b$c"),
                arguments("'it''s' N'é' n'x'", "STRING 'it''s', STRING N'é', STRING n'x'"),
                arguments("[a]]b] \"c\"\"d\"", "NAME [a]]b], NAME \"c\"\"d\""),
                arguments(
                        "1 1. .5 1.5 1e3 1.5E-3 1e 1.2.3",
                        "NUMBER 1, NUMBER 1., NUMBER .5, NUMBER 1.5, NUMBER 1e3, NUMBER 1.5E-3, NUMBER 1e, NUMBER 1.2, NUMBER .3"),
                arguments("0x 0xFF 0XabG", "BINARY 0x, BINARY 0xFF, BINARY 0Xab, WORD G"),
                arguments("$12.50 £3 €.5 $action $", "MONEY $12.50, MONEY £3, MONEY €.5, WORD $action, SYMBOL $"),
                arguments(
                        "a<>b<=c!<d+=1||x||=y",
                        "WORD a, SYMBOL <>, WORD b, SYMBOL <=, WORD c, SYMBOL !<, WORD d, SYMBOL +=, NUMBER 1, SYMBOL ||, WORD x, SYMBOL ||=, WORD y"),
                arguments(
                        "done: t::f(1)*-2",
                        "WORD done, SYMBOL :, WORD t, SYMBOL ::, WORD f, SYMBOL (, NUMBER 1, SYMBOL ), SYMBOL *, SYMBOL -, NUMBER 2"),
                arguments("12abc", "NUMBER 12, WORD abc"),
                arguments("größe Straße", "WORD größe, WORD Straße"),
                arguments("\uD83D\uDE00x", "SYMBOL \uD83D\uDE00, WORD x"));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void textFallsIntoTokens(String sql, String tokens) {
        assertThat(said(Lexer.tokens(sql, 1))).isEqualTo(tokens);
    }

    @Test
    void valuesAreWithoutTheirQuotes() {
        assertThat(Lexer.tokens("N'it''s' [a]]b] \"c\"\"d\" $5 x 0xF", 1))
                .extracting(Token::value)
                .containsExactly("it's", "a]b", "c\"d", "5", "x", "0xF", "");
    }

    @Test
    void tokensKnowTheirPlace() {
        assertThat(Lexer.tokens("a  /*\n*/  b\n\n'x\ny'c -- z", 3).stream()
                        .map(token -> "%s at %d, line %d, %d, %s"
                                .formatted(
                                        token.text(), token.start(), token.line(), token.newlines(), token.spaced())))
                .containsExactly(
                        "a at 0, line 3, 0, false",
                        "b at 10, line 4, 1, true",
                        "'x\ny' at 13, line 6, 2, true",
                        "c at 18, line 7, 0, false",
                        " at 24, line 7, 0, true");
    }

    @Test
    void commentsCanBeAskedFor() {
        Lexer lexer = Lexer.withComments("-- one\r\n/* /* two */ */ a -- three", 1);
        List<Token> tokens = new ArrayList<>();
        for (Token token = lexer.next(); token.kind() != Token.Kind.END; token = lexer.next()) {
            tokens.add(token);
        }

        assertThat(said(tokens)).isEqualTo("COMMENT -- one, COMMENT /* /* two */ */, WORD a, COMMENT -- three");
        assertThat(tokens).extracting(Token::line).containsExactly(1, 2, 2, 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'open", "N'open\n''", "[open]]", "\"open\n", "/* open /* */", "/*", "/*/"})
    void whatNeverClosesIsTheRestOfTheText(String rest) {
        List<Token> tokens = Lexer.tokens("a\n" + rest, 1);

        assertThat(tokens)
                .extracting(Token::kind)
                .containsExactly(Token.Kind.WORD, Token.Kind.UNCLOSED, Token.Kind.END);
        assertThat(tokens.get(1).text()).isEqualTo(rest);
        assertThat(tokens.get(1).line()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x", "'", "''", "'' ", "[", "]]", "\"", "/*", "/* */", "*/", "-", "--", "--\n", "(", "1", ".", "@", "$",
                "\n", " ", "N'a' ", "a.", "<", "0x"
            })
    void aMegabyteOfAnythingIsReadAtOnceAndWithoutStack(String part) {
        String text = part.repeat(LittleStack.MEGABYTE / part.length());

        assertThat(LittleStack.run(() -> Lexer.tokens(text, 1).size())).isBetween(1, text.length() + 1);
    }

    private static String said(List<Token> tokens) {
        return tokens.stream()
                .filter(token -> token.kind() != Token.Kind.END)
                .map(token -> token.kind() + " " + token.text())
                .collect(Collectors.joining(", "));
    }
}
