package dev.palindrome.tsql.change;

import dev.palindrome.tsql.Arguments;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import dev.palindrome.tsql.UntranslatableException;
import dev.palindrome.tsql.query.Made;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/**
 * What {@code SET ROWCOUNT n} makes of statements: as if TOP stood in them.
 *
 * @see <a href="https://learn.microsoft.com/sql/t-sql/statements/set-rowcount-transact-sql">SET ROWCOUNT</a>
 */
public final class RowLimit {

    private static final String[] SET_OPERATORS = {"UNION", "EXCEPT", "INTERSECT"};

    private final int limit;

    private RowLimit(int limit) {
        this.limit = limit;
    }

    /** @throws UntranslatableException if it is none that can be cut off here */
    public static List<Token> in(List<Token> statement, int limit) {
        return new RowLimit(limit).in(statement);
    }

    /**
     * How many rows a number stands for.
     *
     * @return missing where it is no whole number
     */
    public static Optional<Integer> rows(Token number) {
        boolean whole =
                number.kind() == Token.Kind.NUMBER && number.text().chars().allMatch(Character::isDigit);
        return whole
                ? Optional.of(new BigInteger(number.text())
                        .min(BigInteger.valueOf(Integer.MAX_VALUE))
                        .intValue())
                : Optional.empty();
    }

    private List<Token> in(List<Token> statement) {
        Token verb = statement.get(0);
        TokenReader reader = new TokenReader(statement);
        return switch (verb.upper()) {
            case "WITH" -> {
                List<Token> tables = reader.until("SELECT", "INSERT", "UPDATE", "DELETE", "MERGE");
                List<Token> main = reader.rest();
                yield main.isEmpty()
                        ? statement
                        : new Made(verb).add(tables).add(in(main)).tokens();
            }
            case "SELECT" -> select(reader);
            case "INSERT" -> insert(reader);
            case "UPDATE", "DELETE" -> reader.peek(1).is("STATISTICS") ? statement : top(reader);
            case "MERGE", "EXEC", "EXECUTE", "OPEN" -> throw refused(verb.upper());
            default -> statement;
        };
    }

    private static UntranslatableException refused(String what) {
        return new UntranslatableException(what + " while SET ROWCOUNT is other than 0");
    }

    private List<Token> select(TokenReader reader) {
        int start = reader.position();
        reader.until(SET_OPERATORS);
        if (!reader.atEnd()) {
            throw refused("a query with UNION and its like");
        }
        reader.back(start);
        Made made = new Made(reader.peek()).add(List.of(reader.next()));
        while (reader.peek().is("ALL", "DISTINCT")) {
            made.add(List.of(reader.next()));
        }
        return made.add(number(reader)).add(reader.rest()).tokens();
    }

    private List<Token> insert(TokenReader reader) {
        if (reader.peek(1).is("TOP")) {
            throw refused("INSERT TOP");
        }
        Made made = new Made(reader.peek()).add(reader.until("SELECT", "VALUES", "DEFAULT", "EXEC", "EXECUTE"));
        if (reader.sees("SELECT")) {
            return made.add(select(reader)).tokens();
        }
        if (reader.sees("VALUES")) {
            int values = reader.position();
            reader.next();
            int rows = Arguments.of(reader.rest()).size();
            reader.back(values);
            if (rows > limit) {
                throw refused("an INSERT of more rows");
            }
        } else if (!reader.sees("DEFAULT")) {
            throw refused("an INSERT of what is no plain query");
        }
        return made.add(reader.rest()).tokens();
    }

    private List<Token> top(TokenReader reader) {
        Made made = new Made(reader.peek()).add(List.of(reader.next()));
        return made.add(number(reader)).add(reader.rest()).tokens();
    }

    /** The smaller one counts. */
    private List<Token> number(TokenReader reader) {
        Token place = reader.peek();
        int wanted = limit;
        if (reader.accept("TOP")) {
            List<Token> top = reader.seesSymbol("(") ? reader.parenthesised() : List.of(reader.next());
            boolean plain = top.size() == 1 && !reader.peek().is("PERCENT") && !reader.sees("WITH", "TIES");
            Optional<Integer> rows = plain ? rows(top.get(0)) : Optional.empty();
            wanted = Math.min(limit, rows.orElseThrow(() -> refused("TOP of no number")));
        }
        return new Made(place).add("TOP (" + wanted + ")").tokens();
    }
}
