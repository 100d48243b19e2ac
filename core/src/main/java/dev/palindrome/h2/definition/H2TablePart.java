package dev.palindrome.h2.definition;

import dev.palindrome.tsql.Arguments;
import dev.palindrome.tsql.Lexer;
import dev.palindrome.tsql.Recorded;
import dev.palindrome.tsql.Recorded.Fact;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An index or a constraint of a table, read from what H2's SCRIPT says of it.
 *
 * @param kind INDEX, PRIMARY KEY, UNIQUE, FOREIGN KEY or CHECK
 * @param name its name in H2
 * @param recorded its record
 * @param columns the columns it is made of
 */
public record H2TablePart(String kind, String name, Recorded recorded, List<String> columns) {

    /** Reads one statement; nothing if it makes no constraint and no index of ours. */
    public static Optional<H2TablePart> of(String statement) {
        boolean constraint = statement.startsWith("ALTER TABLE ") && statement.contains(" ADD CONSTRAINT ");
        boolean index =
                statement.startsWith("CREATE ") && statement.contains("INDEX ") && statement.contains(" COMMENT ");
        if (!constraint && !index) {
            return Optional.empty();
        }
        TokenReader reader = new TokenReader(Lexer.tokens(H2Identifiers.plain(statement), 1));
        while (!reader.atEnd() && !reader.peek().is("CONSTRAINT", "INDEX")) {
            reader.next();
        }
        boolean isIndex = reader.next().is("INDEX");
        String name = lastPart(reader);
        if (isIndex) {
            reader.expect("ON");
            lastPart(reader);
        }
        Recorded recorded = comment(reader);
        String kind = isIndex ? "INDEX" : kind(reader);
        while (!reader.atEnd() && !reader.seesSymbol("(")) {
            reader.next();
        }
        List<String> columns = names(reader.parenthesised());
        boolean off = kind.equals("FOREIGN KEY") && recorded.is(Fact.DISABLED);
        List<String> known = off ? columns(recorded.get(Fact.KEY).orElse("")) : columns;
        return Optional.of(new H2TablePart(kind, name, recorded, known));
    }

    /** Of a record: {@code [a] DESC, [b]}. */
    public static List<String> columns(String list) {
        List<String> columns = new ArrayList<>();
        for (List<Token> column : Arguments.of(Lexer.tokens(list, 1))) {
            columns.add(column.get(0).value());
        }
        return columns;
    }

    public boolean has(String column) {
        return columns.stream().anyMatch(column::equalsIgnoreCase);
    }

    private static String lastPart(TokenReader reader) {
        String part = reader.identifier();
        while (reader.acceptSymbol(".")) {
            part = reader.identifier();
        }
        return part;
    }

    private static Recorded comment(TokenReader reader) {
        if (!reader.accept("COMMENT")) {
            return Recorded.nothing();
        }
        int start = reader.position();
        boolean escaped = reader.next().is("U");
        if (escaped) {
            reader.next();
            reader.next();
        }
        return Recorded.parse(H2Literal.at(reader.since(start), 0));
    }

    private static String kind(TokenReader reader) {
        if (reader.sees("PRIMARY", "KEY") || reader.sees("FOREIGN", "KEY")) {
            return reader.next().upper() + " " + reader.next().upper();
        }
        return reader.next().upper();
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
}
