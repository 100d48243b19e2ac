package dev.palindrome.tsql.statement;

import dev.palindrome.sql.SqlLiteral;
import dev.palindrome.tsql.Lexer;
import dev.palindrome.tsql.Token;
import java.util.List;

/** Brings a statement made for H2 onto one line. */
public final class SingleLineSql {

    private SingleLineSql() {}

    public static String of(String sql) {
        if (sql.indexOf('\n') < 0) {
            return sql;
        }
        StringBuilder line = new StringBuilder();
        List<Token> tokens = Lexer.tokens(sql, 1);
        for (Token token : tokens) {
            if (token.spaced() && !line.isEmpty()) {
                line.append(' ');
            }
            line.append(token.kind() == Token.Kind.STRING ? SqlLiteral.h2(token.value()) : token.text());
        }
        return line.toString().strip();
    }
}
