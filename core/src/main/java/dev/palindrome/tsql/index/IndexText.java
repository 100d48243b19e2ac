package dev.palindrome.tsql.index;

import dev.palindrome.sql.BracketedName;
import dev.palindrome.tsql.Parentheses;
import dev.palindrome.tsql.Recorded;
import dev.palindrome.tsql.Recorded.Fact;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import dev.palindrome.tsql.UntranslatableException;
import dev.palindrome.tsql.declaration.DataSpace;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An index as T-SQL says it, be it by CREATE INDEX or inside CREATE TABLE.
 *
 * @param name its name
 * @param unique whether it is unique
 * @param clustering clustered, nonclustered, or empty for what nobody said
 * @param columnstore whether it is a columnstore index
 * @param key its key; for a columnstore index its columns, if any are said
 * @param included what else is in it
 * @param order the columns by which a columnstore index is ordered
 * @param filter which rows are in it; empty for all
 * @param options how it is kept
 */
public record IndexText(
        String name,
        boolean unique,
        String clustering,
        boolean columnstore,
        List<KeyColumn> key,
        List<KeyColumn> included,
        List<KeyColumn> order,
        List<Token> filter,
        IndexOptions options) {

    /** What stands before the columns. */
    public record Head(String name, boolean unique, String clustering, boolean columnstore) {

        /** From behind {@code CREATE}, up to the name. */
        public static Head read(TokenReader reader) {
            boolean unique = reader.accept("UNIQUE");
            String clustering = readClustering(reader);
            boolean columnstore = reader.accept("COLUMNSTORE");
            if (columnstore && unique) {
                throw reader.syntax();
            }
            reader.expect("INDEX");
            return new Head(reader.identifier(), unique, clustering, columnstore);
        }
    }

    private static String readClustering(TokenReader reader) {
        if (reader.accept("CLUSTERED")) {
            return "clustered";
        }
        return reader.accept("NONCLUSTERED") ? "nonclustered" : "";
    }

    /** Reads {@code INDEX name UNIQUE CLUSTERED (a DESC) INCLUDE (b) WHERE …}; behind a column without its columns. */
    public static IndexText inside(TokenReader reader, Optional<String> column) {
        reader.expect("INDEX");
        String name = reader.identifier();
        boolean unique = reader.accept("UNIQUE");
        String clustering = readClustering(reader);
        boolean columnstore = reader.accept("COLUMNSTORE");
        if (reader.sees("HASH")) {
            throw new UntranslatableException("a hash index");
        }
        Head head = new Head(name, unique, clustering, columnstore);
        if (column.isPresent() && !reader.seesSymbol("(")) {
            return rest(reader, head, columnstore ? List.of() : List.of(new KeyColumn(column.get(), false)));
        }
        return columns(reader, head);
    }

    /** From the columns on. */
    public static IndexText columns(TokenReader reader, Head head) {
        boolean none = head.columnstore() && head.clustering().equals("clustered");
        if (none) {
            return rest(reader, head, List.of());
        }
        return rest(reader, head, head.columnstore() ? KeyColumn.names(reader) : KeyColumn.list(reader));
    }

    private static IndexText rest(TokenReader reader, Head head, List<KeyColumn> key) {
        List<KeyColumn> included =
                !head.columnstore() && reader.accept("INCLUDE") ? KeyColumn.names(reader) : List.of();
        List<KeyColumn> order = head.columnstore() && reader.accept("ORDER") ? KeyColumn.names(reader) : List.of();
        List<Token> filter = reader.accept("WHERE") ? IndexFilter.read(reader) : List.of();
        return new IndexText(
                head.name(),
                head.unique(),
                head.clustering(),
                head.columnstore(),
                key,
                included,
                order,
                filter,
                IndexOptions.read(reader));
    }

    public boolean isClustered() {
        return clustering.equals("clustered");
    }

    /** Whether its filter leaves out exactly the rows that have a NULL in the key. */
    public boolean leavesNullsOut() {
        Set<String> names = new HashSet<>();
        key.forEach(column -> names.add(column.name().toLowerCase(Locale.ROOT)));
        return !filter.isEmpty() && columnsThatAreNotNull().equals(names);
    }

    private Set<String> columnsThatAreNotNull() {
        boolean wrapped = filter.size() > 2
                && filter.get(0).isSymbol("(")
                && new TokenReader(filter).parenthesised().size() == filter.size() - 2;
        TokenReader reader = new TokenReader(wrapped ? filter.subList(1, filter.size() - 1) : filter);
        Set<String> names = new HashSet<>();
        do {
            boolean parenthesis = reader.acceptSymbol("(");
            if (!reader.peek().isName()) {
                return Set.of();
            }
            names.add(reader.identifier().toLowerCase(Locale.ROOT));
            if (!reader.accept("IS", "NOT", "NULL") || parenthesis && !reader.acceptSymbol(")")) {
                return Set.of();
            }
        } while (reader.accept("AND"));
        return reader.atEnd() ? names : Set.of();
    }

    /** The filter as it was written, without comments and on one line. */
    public String filterText() {
        return text(filter);
    }

    static String text(List<Token> tokens) {
        return tokens.stream()
                .map(token -> (token.spaced() && token != tokens.get(0) ? " " : "") + token.text())
                .collect(Collectors.joining());
    }

    /** The record of an index that H2 has. */
    public Recorded recorded() {
        return options.into(Recorded.nothing()
                .with(Fact.NAME, name)
                .withSome(Fact.CLUSTERING, clustering)
                .withSome(Fact.INCLUDED, KeyColumn.tsql(included))
                .withSome(Fact.FILTER, filterText()));
    }

    /** The record of an index of a view, which H2 has not; its facts have the form of properties. */
    public Recorded recordedOfView() {
        if (columnstore) {
            return recordedColumnstore();
        }
        Recorded recorded = options.into(Recorded.nothing()
                .with(Fact.NAME, name)
                .withSome(Fact.INDEX_KIND, isClustered() ? "CLUSTERED" : "")
                .withYes(Fact.UNIQUE, unique)
                .with(Fact.COLUMNS, "(" + KeyColumn.tsql(key) + ")")
                .withSome(Fact.INCLUDED, included.isEmpty() ? "" : "(" + KeyColumn.tsql(included) + ")")
                .withSome(Fact.FILTER, filter.isEmpty() ? "" : Parentheses.around(filterText())));
        Recorded placed = isClustered() ? recorded.without(Fact.DATA_SPACE, Fact.COMPRESSION) : recorded;
        return placed.get(Fact.DATA_SPACE).equals(Optional.of(DataSpace.PRIMARY))
                ? shown(placed.without(Fact.DATA_SPACE))
                : shown(placed);
    }

    private static Recorded shown(Recorded recorded) {
        return recorded.get(Fact.OPTIONS)
                .map(known -> recorded.with(Fact.OPTIONS, "(" + known + ")"))
                .orElse(recorded);
    }

    /** The record of a columnstore index, which H2 has not: its facts have the form of properties. */
    public Recorded recordedColumnstore() {
        String columns =
                order.stream().map(column -> BracketedName.of(column.name())).collect(Collectors.joining(", "));
        Recorded recorded = options.into(Recorded.nothing()
                .with(Fact.NAME, name)
                .with(Fact.INDEX_KIND, isClustered() ? "CLUSTERED_COLUMNSTORE" : "NONCLUSTERED_COLUMNSTORE")
                .withSome(Fact.COLUMNS, key.isEmpty() ? "" : "(" + KeyColumn.tsql(key) + ")")
                .withSome(Fact.FILTER, filter.isEmpty() ? "" : Parentheses.around(filterText()))
                .withSome(Fact.DETAILS, columns.isEmpty() ? "" : "(ORDER (" + columns + "))"));
        return shown(recorded);
    }
}
