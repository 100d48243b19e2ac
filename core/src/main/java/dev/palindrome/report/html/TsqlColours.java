package dev.palindrome.report.html;

import dev.palindrome.tsql.Lexer;
import dev.palindrome.tsql.Token;
import java.util.Locale;
import java.util.Set;

/**
 * Which letters of a script are keywords, names, texts, numbers and comments. The page paints them when a script comes into
 * sight: marked up in the file, a script would be three times as long.
 */
final class TsqlColours {

    /** They are no reserved words. */
    private static final Set<String> TYPES = Set.of(
            "BIGINT",
            "BINARY",
            "BIT",
            "CHAR",
            "DATE",
            "DATETIME",
            "DATETIME2",
            "DATETIMEOFFSET",
            "DECIMAL",
            "FLOAT",
            "GEOGRAPHY",
            "GEOMETRY",
            "HIERARCHYID",
            "IMAGE",
            "INT",
            "INTEGER",
            "MONEY",
            "NCHAR",
            "NTEXT",
            "NUMERIC",
            "NVARCHAR",
            "REAL",
            "ROWVERSION",
            "SMALLDATETIME",
            "SMALLINT",
            "SMALLMONEY",
            "SQL_VARIANT",
            "SYSNAME",
            "TEXT",
            "TIME",
            "TIMESTAMP",
            "TINYINT",
            "UNIQUEIDENTIFIER",
            "VARBINARY",
            "VARCHAR",
            "XML");

    private static final Set<String> OTHER_KEYWORDS = Set.of("GO", "TYPE", "SEQUENCE", "INCLUDE", "ONLINE", "START");

    private TsqlColours() {}

    /**
     * The runs of a script, in few letters: there may be hundreds of scripts on a page.
     *
     * @param sql with line feeds alone
     * @return such as {@code 6k4k15.6k}: six letters of a keyword, one of nothing, four of a keyword, 15 of nothing, six of a
     *     keyword; what is left over is nothing
     */
    static String of(String sql) {
        StringBuilder runs = new StringBuilder();
        Lexer lexer = Lexer.withComments(sql, 1);
        int at = 0;
        for (Token token = lexer.next(); token.kind() != Token.Kind.END; token = lexer.next()) {
            char colour = colour(token);
            if (colour != '-') {
                int gap = token.start() - at;
                if (gap != (runs.isEmpty() ? 0 : 1)) {
                    runs.append(gap).append('.');
                }
                at = token.start() + token.text().length();
                runs.append(token.text().length()).append(colour);
            }
        }
        return runs.toString();
    }

    private static char colour(Token token) {
        return switch (token.kind()) {
            case WORD -> word(token);
            case STRING -> 's';
            case NUMBER, MONEY, BINARY -> 'n';
            case COMMENT -> 'c';
            case UNCLOSED -> 'u';
            case VARIABLE -> 'v';
            case NAME, SYMBOL, END -> '-';
        };
    }

    private static char word(Token token) {
        String word = token.text().toUpperCase(Locale.ROOT);
        if (TYPES.contains(word)) {
            return 't';
        }
        return token.isReserved() || OTHER_KEYWORDS.contains(word) ? 'k' : '-';
    }
}
