package dev.palindrome.tsql.rewrite;

import dev.palindrome.sql.SqlLiteral;
import dev.palindrome.tsql.H2IndexName;
import dev.palindrome.tsql.ObjectName;
import dev.palindrome.tsql.Recorded;
import dev.palindrome.tsql.Recorded.Fact;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import dev.palindrome.tsql.UntranslatableException;
import dev.palindrome.tsql.call.ProcedureCall;
import dev.palindrome.tsql.statement.TokensText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * CREATE INDEX. On SQL Server an index name belongs to its table, on H2 to the schema: there it is called
 * {@code table.index}.
 */
final class CreateIndex {

    private boolean unique;
    private String clustering = "";
    private String filter = "";
    private List<KeyColumn> included = List.of();

    /** From behind {@code CREATE}. */
    List<String> rewrite(TokenReader reader) {
        unique = reader.accept("UNIQUE");
        if (reader.accept("CLUSTERED")) {
            clustering = "clustered";
        } else if (reader.accept("NONCLUSTERED")) {
            clustering = "nonclustered";
        }
        if (reader.peek().is("COLUMNSTORE")) {
            throw new UntranslatableException("a columnstore index");
        }
        reader.expect("INDEX");
        String name = reader.identifier();
        reader.expect("ON");
        ObjectName table = reader.objectName();
        List<KeyColumn> key = KeyColumn.list(reader);
        if (reader.accept("INCLUDE")) {
            included = KeyColumn.names(reader);
        }
        boolean nullsDistinct = filter(reader, key);
        String options = IndexOptions.read(reader);
        reader.expectEnd();
        String kind = !unique
                ? "INDEX "
                : nullsDistinct ? "UNIQUE NULLS DISTINCT INDEX " : "UNIQUE NULLS NOT DISTINCT INDEX ";
        TableRules.refuseTwice(Stream.concat(key.stream(), included.stream()).toList());
        List<String> rules = new ArrayList<>();
        if (clustering.equals("clustered")) {
            rules.add(ProcedureCall.of("require_no_clustered", table.arguments()));
        }
        rules.add(TableRules.indexable(table, key));
        String create = "CREATE " + kind + table.inSchema(H2IndexName.of(table.name(), name)) + " ON " + table.h2()
                + " COMMENT " + SqlLiteral.h2(recorded(name, options).text()) + " (" + KeyColumn.directed(key)
                + ")";
        return ProcedureCall.behind(rules, List.of(create));
    }

    /** Reads {@code WHERE}; true if it leaves out exactly the rows that have a NULL in the key. */
    private boolean filter(TokenReader reader, List<KeyColumn> key) {
        if (!reader.accept("WHERE")) {
            return false;
        }
        List<Token> condition = IndexFilter.read(reader);
        filter = TokensText.of(condition);
        boolean nullsLeftOut = columnsThatAreNotNull(condition).equals(names(key));
        if (unique && !nullsLeftOut) {
            throw new UntranslatableException("a unique index with a filter other than that its columns are not null");
        }
        return nullsLeftOut;
    }

    private static Set<String> columnsThatAreNotNull(List<Token> condition) {
        boolean wrapped = condition.size() > 2
                && condition.get(0).isSymbol("(")
                && new TokenReader(condition).parenthesised().size() == condition.size() - 2;
        TokenReader reader = new TokenReader(wrapped ? condition.subList(1, condition.size() - 1) : condition);
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

    private static Set<String> names(List<KeyColumn> key) {
        Set<String> names = new HashSet<>();
        key.forEach(column -> names.add(column.name().toLowerCase(Locale.ROOT)));
        return names;
    }

    private Recorded recorded(String name, String options) {
        Recorded recorded = Recorded.nothing().with(Fact.NAME, name);
        if (!clustering.isEmpty()) {
            recorded = recorded.with(Fact.CLUSTERING, clustering);
        }
        if (!included.isEmpty()) {
            recorded = recorded.with(Fact.INCLUDED, KeyColumn.tsql(included));
        }
        if (!filter.isEmpty()) {
            recorded = recorded.with(Fact.FILTER, filter);
        }
        return options.isEmpty() ? recorded : recorded.with(Fact.OPTIONS, options);
    }
}
