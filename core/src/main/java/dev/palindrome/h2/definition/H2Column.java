package dev.palindrome.h2.definition;

import dev.palindrome.tsql.Arguments;
import dev.palindrome.tsql.HiddenName;
import dev.palindrome.tsql.Lexer;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A column, read from the definition that H2 gives of its table: its information schema has no index that works where
 * names ignore case, so that every look-up there reads all columns of all tables.
 *
 * @param name its name
 * @param type as H2 writes it
 * @param comment empty if it has none
 * @param nullable whether it may be NULL
 * @param identity whether it is an identity
 * @param computed whether it is computed
 */
public record H2Column(String name, String type, String comment, boolean nullable, boolean identity, boolean computed) {

    /** With what H2 goes on behind a type. */
    private static final String[] BEHIND_TYPE = {
        "COMMENT", "DEFAULT", "GENERATED", "INVISIBLE", "NOT", "NULL", "ON", "SELECTIVITY", "CHECK"
    };

    /** Reads {@code CREATE TABLE "dbo"."users"("id" INTEGER COMMENT '…' NOT NULL, …)}. */
    public static List<H2Column> of(String createTable) {
        TokenReader reader = new TokenReader(Lexer.tokens(H2Identifiers.plain(createTable), 1));
        while (!reader.atEnd() && !reader.seesSymbol("(")) {
            reader.next();
        }
        List<H2Column> columns = new ArrayList<>();
        for (List<Token> column : Arguments.of(reader.parenthesised())) {
            columns.add(column(column));
        }
        return columns;
    }

    /** Whether it is the front's and no script's. */
    public boolean hidden() {
        return HiddenName.is(name);
    }

    private static String type(List<Token> tokens) {
        int end = 1;
        while (end < tokens.size() && !tokens.get(end).is(BEHIND_TYPE)) {
            end++;
        }
        return tokens.subList(1, end).stream().map(Token::text).collect(Collectors.joining(" "));
    }

    private static H2Column column(List<Token> tokens) {
        String comment = "";
        boolean nullable = true;
        boolean identity = false;
        boolean generated = false;
        for (int i = 1; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.is("COMMENT")) {
                comment = H2Literal.at(tokens, i + 1);
            }
            nullable &= !(token.is("NULL") && tokens.get(i - 1).is("NOT"));
            generated |= token.is("GENERATED");
            identity |= token.is("IDENTITY");
        }
        return new H2Column(tokens.get(0).value(), type(tokens), comment, nullable, identity, generated && !identity);
    }
}
