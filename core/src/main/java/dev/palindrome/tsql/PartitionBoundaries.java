package dev.palindrome.tsql;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The limits of a partition function, in the order of their values. As text: {@code RIGHT(1, 10)}.
 *
 * @param type the function's
 * @param right whether a limit belongs to what is right of it
 * @param all in order
 */
public record PartitionBoundaries(String type, boolean right, List<PartitionBoundary> all) {

    /** Microsoft: create-partition-function-transact-sql. */
    private static final int MOST_PARTITIONS = 15_000;

    /**
     * Makes some of their own.
     *
     * @param type the function's
     * @param right whether a limit belongs to what is right of it
     * @param all in order
     */
    public PartitionBoundaries {
        all = List.copyOf(all);
    }

    /**
     * Puts in order what a script says.
     *
     * @param type the function's
     * @param right whether a limit belongs to what is right of it
     * @param literals in any order
     * @return the limits
     * @throws UntranslatableException with SQL Server's error if they are none
     */
    public static PartitionBoundaries of(String type, boolean right, List<String> literals) {
        List<PartitionBoundary> read = new ArrayList<>();
        for (String literal : literals) {
            PartitionBoundary boundary = PartitionBoundary.of(type, literal, read.size() + 1);
            for (int i = 0; i < read.size(); i++) {
                if (read.get(i).compare(boundary) == 0) {
                    throw UntranslatableException.refused(
                            7708, "the values at ordinal " + (i + 1) + " and " + (read.size() + 1) + " are equal");
                }
            }
            read.add(boundary);
        }
        if (read.size() >= MOST_PARTITIONS) {
            throw UntranslatableException.refused(7719, "a partition function has at most 15000 partitions");
        }
        read.sort(PartitionBoundary::compare);
        return new PartitionBoundaries(type, right, read);
    }

    /**
     * Reads a record's text.
     *
     * @param type the function's
     * @param text as {@link #text} writes it
     * @return the same
     */
    public static PartitionBoundaries parse(String type, String text) {
        TokenReader reader = TokenReader.ofName(text);
        boolean right = reader.next().is("RIGHT");
        List<PartitionBoundary> all = new ArrayList<>();
        TokenReader inside = new TokenReader(reader.parenthesised());
        while (!inside.atEnd()) {
            all.add(PartitionBoundary.of(type, literal(inside), all.size() + 1));
            inside.acceptSymbol(",");
        }
        return new PartitionBoundaries(type, right, all);
    }

    /**
     * Reads a limit as a script writes it.
     *
     * @param reader stands before it
     * @return its text: a sign and a literal, or NULL
     * @throws UntranslatableException if something else stands there
     */
    public static String literal(TokenReader reader) {
        boolean negative = reader.acceptSymbol("-");
        if (!negative) {
            reader.acceptSymbol("+");
        }
        Token token = reader.peek();
        boolean number = token.kind() == Token.Kind.NUMBER || token.kind() == Token.Kind.MONEY;
        boolean literal =
                number || token.kind() == Token.Kind.STRING || token.kind() == Token.Kind.BINARY || token.is("NULL");
        if (!literal && (token.isName() || token.isSymbol("(") || token.kind() == Token.Kind.VARIABLE)) {
            throw new UntranslatableException("the limit of a partition that is no literal");
        }
        if (!literal || negative && !number) {
            throw reader.syntax();
        }
        reader.next();
        if (!reader.seesSymbol(",") && !reader.seesSymbol(")") && !reader.atEnd()) {
            throw reader.peek().kind() == Token.Kind.SYMBOL
                    ? new UntranslatableException("the limit of a partition that is no literal")
                    : reader.syntax();
        }
        return (negative ? "-" : "") + token.text();
    }

    /**
     * How many parts there are.
     *
     * @return one more than limits
     */
    public int partitions() {
        return all.size() + 1;
    }

    /**
     * Where a limit stands.
     *
     * @param boundary of the same type
     * @return from 0; -1 if it is none of these
     */
    public int indexOf(PartitionBoundary boundary) {
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).compare(boundary) == 0) {
                return i;
            }
        }
        return -1;
    }

    /**
     * With one more.
     *
     * @param boundary none of these
     * @return other limits
     */
    public PartitionBoundaries with(PartitionBoundary boundary) {
        List<PartitionBoundary> more = new ArrayList<>(all);
        more.add(boundary);
        more.sort(PartitionBoundary::compare);
        return new PartitionBoundaries(type, right, more);
    }

    /**
     * With one less.
     *
     * @param index from 0
     * @return other limits
     */
    public PartitionBoundaries without(int index) {
        List<PartitionBoundary> less = new ArrayList<>(all);
        less.remove(index);
        return new PartitionBoundaries(type, right, less);
    }

    /**
     * Which part a limit makes, and takes with it when it goes.
     *
     * @param index the limit's, from 0
     * @return the part's number, from 0
     */
    public int partitionOf(int index) {
        return right ? index + 1 : index;
    }

    /**
     * For the record.
     *
     * @return such as {@code LEFT('2020-01-01', '2021-01-01')}
     */
    public String text() {
        return (right ? "RIGHT" : "LEFT")
                + all.stream().map(PartitionBoundary::text).collect(Collectors.joining(", ", "(", ")"));
    }
}
