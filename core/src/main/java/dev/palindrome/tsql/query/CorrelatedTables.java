package dev.palindrome.tsql.query;

import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import dev.palindrome.tsql.UntranslatableException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Queries in the FROM of a query within another, which name a column of that other one. H2 does not look further out than the
 * query around them: what they compare with that column becomes a column of their own, and is compared a level further out.
 */
final class CorrelatedTables {

    private final Set<String> outer;

    private CorrelatedTables(Set<String> outer) {
        this.outer = outer;
    }

    /** Whether there may be some. */
    static boolean concern(SelectParts select) {
        return queries(select.where()) > 1
                || queries(select.having()) > 1
                || select.items().stream().anyMatch(item -> queries(item) > 1);
    }

    private static long queries(List<Token> tokens) {
        return tokens.stream().filter(token -> token.is("SELECT")).count();
    }

    static SelectParts without(SelectParts select) {
        Set<String> outer = new HashSet<>();
        FromClause.parts(select.from()).forEach(part -> outer.add(part.alias().toLowerCase(Locale.ROOT)));
        CorrelatedTables tables = new CorrelatedTables(outer);
        List<List<Token>> items = select.items().stream().map(tables::in).toList();
        return select.with(items, select.from(), tables.in(select.where()))
                .grouped(select.group(), tables.in(select.having()), select.order());
    }

    /** With all queries in parentheses done. */
    private List<Token> in(List<Token> tokens) {
        if (queries(tokens) < 2) {
            return tokens;
        }
        TokenReader reader = new TokenReader(tokens);
        List<Token> out = new ArrayList<>();
        while (!reader.atEnd()) {
            Token token = reader.peek();
            if (!token.isSymbol("(")) {
                out.add(reader.next());
                continue;
            }
            List<Token> inside = reader.parenthesised();
            out.add(token);
            boolean query = !inside.isEmpty() && inside.get(0).is("SELECT");
            out.addAll(query ? query(inside) : in(inside));
            out.add(tokens.get(reader.position() - 1));
        }
        return out;
    }

    private List<Token> query(List<Token> tokens) {
        List<List<Token>> selects = SetOperation.selects(tokens);
        if (selects.size() > 1 || queries(tokens) < 2) {
            return tokens;
        }
        SelectParts select = SelectParts.of(tokens);
        boolean lifted = false;
        List<FromClause.Part> parts = new ArrayList<>();
        List<List<Token>> conditions = new ArrayList<>();
        Set<String> own = new HashSet<>();
        for (FromClause.Part part : FromClause.parts(select.from())) {
            Optional<FromClause.Part> other = lifted(part, own, conditions);
            lifted |= other.isPresent();
            parts.add(other.orElse(part));
            own.add(part.alias().toLowerCase(Locale.ROOT));
        }
        if (!lifted) {
            return tokens;
        }
        SelectParts all = select.with(select.items(), FromClause.tokens(parts), select.where());
        for (List<Token> condition : conditions) {
            all = all.with(all.items(), all.from(), all.whereAnd(condition));
        }
        return all.tokens();
    }

    private Optional<FromClause.Part> lifted(FromClause.Part part, Set<String> own, List<List<Token>> conditions) {
        boolean query = part.source().size() > 2
                && part.source().get(0).isSymbol("(")
                && part.source().get(1).is("SELECT");
        if (!query) {
            return Optional.empty();
        }
        List<Token> inside = part.source().subList(1, part.source().size() - 1);
        Set<String> inner = Apply.aliases(inside);
        boolean asks = AppliedQuery.asks(inside, table -> isOuter(table, inner, own));
        if (!asks) {
            return Optional.empty();
        }
        List<String> names = part.columns().isEmpty() ? SelectParts.names(inside) : part.columns();
        boolean star = SelectParts.of(inside).items().stream()
                .anyMatch(item -> item.get(item.size() - 1).isSymbol("*"));
        Token place = part.source().get(0);
        Optional<AppliedQuery.Joined> joined = names.contains("") && !star
                ? Optional.empty()
                : AppliedQuery.of(
                        place, part.alias(), inside, star ? List.of() : names, table -> isOuter(table, inner, own));
        boolean inMiddle = part.join().get(0).is("RIGHT", "FULL");
        if (joined.isEmpty() || inMiddle) {
            throw new UntranslatableException("a query in FROM that names a column of the query around both");
        }
        List<Token> named = new Made(place).add("AS").name(part.alias()).tokens();
        List<Token> on = part.on();
        if (part.join().get(0).is("LEFT")) {
            on = new Made(place)
                    .add("ON (")
                    .add(on.subList(1, on.size()))
                    .add(") AND")
                    .add(joined.get().condition())
                    .tokens();
        } else {
            conditions.add(joined.get().condition());
        }
        return Optional.of(new FromClause.Part(part.join(), joined.get().table(), part.alias(), List.of(), named, on));
    }

    private boolean isOuter(String table, Set<String> inner, Set<String> own) {
        String name = table.toLowerCase(Locale.ROOT);
        return outer.contains(name) && !inner.contains(name) && !own.contains(name);
    }
}
