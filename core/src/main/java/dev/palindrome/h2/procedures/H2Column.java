package dev.palindrome.h2.procedures;

import dev.palindrome.tsql.Arguments;
import dev.palindrome.tsql.Lexer;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import java.util.ArrayList;
import java.util.List;

/**
 * A column, read from the definition that H2 gives of its table: its information schema has no index that works where
 * names ignore case, so that every look-up there reads all columns of all tables.
 *
 * @param name its name
 * @param comment empty if it has none
 * @param nullable whether it may be NULL
 * @param identity whether it is an identity
 * @param computed whether it is computed
 */
record H2Column(String name, String comment, boolean nullable, boolean identity, boolean computed) {

    /** Reads {@code CREATE TABLE "dbo"."users"("id" INTEGER COMMENT '…' NOT NULL, …)}. */
    static List<H2Column> of(String createTable) {
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
        return new H2Column(tokens.get(0).value(), comment, nullable, identity, generated && !identity);
    }
}
