package dev.palindrome.h2.definition;

import dev.palindrome.sql.QuotedName;
import dev.palindrome.tsql.Lexer;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A foreign key as H2 has it.
 *
 * @param columns of the referencing table
 * @param references the referenced table with its columns, for H2
 * @param onDelete such as CASCADE, empty for nothing
 * @param onUpdate likewise
 */
public record ForeignKeyDefinition(List<String> columns, String references, String onDelete, String onUpdate) {

    /** Reads {@code ALTER TABLE … FOREIGN KEY("a") REFERENCES "dbo"."b"("c") ON DELETE CASCADE NOCHECK}. */
    public static ForeignKeyDefinition parse(String sql) {
        String plain = H2Identifiers.plain(sql);
        TokenReader reader = new TokenReader(Lexer.tokens(plain, 1));
        while (!reader.atEnd() && !reader.sees("FOREIGN", "KEY")) {
            reader.next();
        }
        reader.expect("FOREIGN", "KEY");
        List<String> columns = names(reader.parenthesised());
        while (!reader.atEnd() && !reader.sees("REFERENCES")) {
            reader.next();
        }
        reader.expect("REFERENCES");
        int start = reader.peek().start();
        while (!reader.atEnd() && !reader.seesSymbol("(")) {
            reader.next();
        }
        reader.parenthesised();
        int position = reader.position();
        reader.back(position - 1);
        String references = plain.substring(start, reader.next().end());
        int behind = reader.position();
        String onDelete = action(reader, "DELETE", behind);
        return new ForeignKeyDefinition(columns, references, onDelete, action(reader, "UPDATE", behind));
    }

    private static List<String> names(List<Token> tokens) {
        List<String> names = new ArrayList<>();
        for (Token token : tokens) {
            if (token.kind() == Token.Kind.NAME) {
                names.add(token.value());
            }
        }
        return names;
    }

    /** H2 writes the one for UPDATE first. */
    private static String action(TokenReader reader, String event, int start) {
        reader.back(start);
        while (!reader.atEnd() && !reader.sees("ON", event)) {
            reader.next();
        }
        if (!reader.accept("ON", event)) {
            return "";
        }
        boolean twoWords = reader.peek().is("SET", "NO");
        String first = reader.next().upper();
        return twoWords ? first + " " + reader.next().upper() : first;
    }

    /** What stands behind the name of the constraint. */
    public String body(boolean verify) {
        return "FOREIGN KEY (" + columns.stream().map(QuotedName::of).collect(Collectors.joining(", "))
                + ") REFERENCES " + references
                + (onDelete.isEmpty() ? "" : " ON DELETE " + onDelete)
                + (onUpdate.isEmpty() ? "" : " ON UPDATE " + onUpdate)
                + (verify ? "" : " NOCHECK");
    }
}
