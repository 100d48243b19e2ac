package dev.palindrome.tsql.query;

import dev.palindrome.tsql.Arguments;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import dev.palindrome.tsql.UntranslatableException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * CROSS APPLY and OUTER APPLY, STRING_SPLIT and OPENJSON. H2 has nothing that is computed for each row of another table, so that values
 * stand in the place of columns: those of VALUES and of a SELECT without FROM as they are, those of the first row or of a sum
 * as queries of one value, and those of a plain query by a join.
 *
 * @see <a href="https://learn.microsoft.com/sql/t-sql/queries/from-transact-sql#using-apply">Using APPLY</a>
 */
final class Apply {

    /** Of one text. */
    private static final int MOST_PARTS = 100_000;

    static final String SERIES = "GENERATE_SERIES";

    private final Token place;
    private final List<FromClause.Part> kept = new ArrayList<>();
    private final List<Substitution> substitutions = new ArrayList<>();
    private final List<List<Token>> conditions = new ArrayList<>();
    private final List<String> order = new ArrayList<>();

    /** Queries with a star, by what they are called in lower case. */
    private final Map<String, List<Token>> stars = new HashMap<>();

    private final KnownColumns columns;

    private Apply(Token place, KnownColumns columns) {
        this.place = place;
        this.columns = columns;
    }

    static boolean concerns(List<Token> from) {
        return from.stream()
                        .anyMatch(token -> token.is("APPLY", "STRING_SPLIT", SERIES, OpenJson.NAME, XmlMethods.NODES))
                || FunctionRows.concerns(from)
                || RowsOfValues.concern(from);
    }

    /** What an UPDATE, DELETE or MERGE reads by a function, as a query that does so. */
    static List<Token> queried(List<Token> statement) {
        boolean some = statement.stream().anyMatch(token -> token.is("STRING_SPLIT", SERIES, OpenJson.NAME))
                || FunctionRows.concerns(statement);
        if (!some) {
            return statement;
        }
        TokenReader reader = new TokenReader(statement);
        List<Token> out = new ArrayList<>();
        while (!reader.atEnd() && !reader.sees("SELECT")) {
            boolean called = reader.peek().is("STRING_SPLIT", SERIES, OpenJson.NAME)
                    && reader.peek(1).isSymbol("(");
            if (called || FunctionRows.startsAt(statement, reader.position())) {
                out.addAll(query(reader));
            } else if (reader.seesSymbol("(")) {
                int start = reader.position();
                reader.parenthesised();
                out.addAll(reader.since(start));
            } else {
                out.add(reader.next());
            }
        }
        out.addAll(reader.rest());
        return out;
    }

    /** An UPDATE or DELETE with APPLY in its FROM, without it. */
    static List<Token> change(List<Token> statement, KnownColumns columns) {
        TokenReader reader = new TokenReader(statement);
        if (!reader.peek().is("UPDATE", "DELETE")) {
            return statement;
        }
        Token place = reader.peek();
        reader.until("SET", "FROM");
        List<List<Token>> targets = new ArrayList<>();
        List<List<Token>> values = new ArrayList<>();
        if (reader.accept("SET")) {
            for (List<Token> assignment : Arguments.of(reader.until("OUTPUT", "FROM", "WHERE", "OPTION"))) {
                int sign = 0;
                while (sign < assignment.size() - 1
                        && !assignment.get(sign).text().endsWith("=")) {
                    sign++;
                }
                targets.add(assignment.subList(0, sign + 1));
                values.add(assignment.subList(sign + 1, assignment.size()));
            }
        }
        int head = targets.isEmpty() ? 0 : reader.position();
        reader.until("FROM");
        int from = reader.position();
        if (targets.isEmpty() && !reader.atEnd()) { // DELETE FROM a FROM a CROSS APPLY
            reader.next();
            reader.until("FROM");
            from = reader.atEnd() ? from : reader.position();
            reader.back(from);
        }
        if (reader.atEnd()) {
            return statement;
        }
        SelectParts select = SelectParts.of(
                new Made(place).add("SELECT 1").add(reader.rest()).tokens());
        if (select.from().stream().noneMatch(token -> token.is("APPLY", XmlMethods.NODES))) {
            return statement;
        }
        SelectParts plain = without(select.withItems(values), columns);
        Made made = new Made(place);
        if (!targets.isEmpty()) {
            made.add(statement.subList(0, indexOf(statement, "SET") + 1));
            for (int i = 0; i < targets.size(); i++) {
                made.add(i > 0 ? "," : "")
                        .add(targets.get(i))
                        .add(SelectParts.value(plain.items().get(i)));
            }
        }
        return made.add(statement.subList(head, from))
                .add(plain.from())
                .add(plain.where())
                .add(plain.end())
                .tokens();
    }

    private static int indexOf(List<Token> statement, String word) {
        TokenReader reader = new TokenReader(statement);
        reader.until(word);
        return reader.position();
    }

    private static List<Token> query(TokenReader reader) {
        Token place = reader.peek();
        int start = reader.position();
        String alias = FromClause.table(reader).alias();
        return new Made(place)
                .add("(SELECT * FROM")
                .add(reader.since(start))
                .add(") AS")
                .name(alias)
                .tokens();
    }

    /** The same without it. */
    static SelectParts without(SelectParts select, KnownColumns columns) {
        return new Apply(select.head().get(0), columns).rewritten(select);
    }

    private SelectParts rewritten(SelectParts select) {
        List<FromClause.Part> parts = FromClause.parts(select.from());
        for (FromClause.Part written : parts) {
            Optional<RowsOfValues> rows = RowsOfValues.in(written);
            FromClause.Part part = substituted(written);
            order.add(part.alias());
            requireLeft(part);
            boolean split = part.source().size() > 1 && part.source().get(0).is("STRING_SPLIT");
            if (split) {
                split(part);
            } else if (part.source().size() > 1 && part.source().get(0).is(SERIES)) {
                series(part);
            } else if (OpenJson.is(part.source())) {
                openJson(part);
            } else if (!part.source().isEmpty() && part.source().get(0).is(XmlMethods.NODES)) {
                xmlNodes(part);
            } else if (FunctionRows.is(part)) {
                function(part);
            } else if (part.isApply()) {
                apply(part);
            } else if (rows.isPresent()) {
                rows.get()
                        .requireOutside(parts.stream()
                                .filter(other -> other != written)
                                .map(FromClause.Part::alias)
                                .toList());
                rowsAround(part, rows.get());
            } else {
                kept.add(part);
            }
        }
        List<List<Token>> items = new ArrayList<>();
        select.items().forEach(item -> items.addAll(item(item)));
        SelectParts all = select.with(items, from(), substituted(select.where()));
        for (List<Token> condition : conditions) {
            all = all.with(all.items(), all.from(), all.whereAnd(condition));
        }
        return all.grouped(substituted(select.group()), substituted(select.having()), ordered(select));
    }

    /** What an item is called comes before a column of that name. */
    private List<Token> ordered(SelectParts select) {
        if (select.order().isEmpty()) {
            return List.of();
        }
        List<List<Token>> terms = new ArrayList<>();
        for (List<Token> term : select.terms()) {
            boolean alone = term.get(0).isName()
                    && (term.size() == 1 || term.size() == 2 && term.get(1).is("ASC", "DESC"));
            boolean named = alone
                    && select.items().stream()
                            .anyMatch(item -> SelectParts.value(item).size() < item.size()
                                    && SelectParts.name(item)
                                            .equalsIgnoreCase(term.get(0).value()));
            terms.add(named ? term : substituted(term));
        }
        return new Made(place)
                .add(select.order().subList(0, 2))
                .join(",", terms)
                .add(substituted(select.offset()))
                .tokens();
    }

    /** A condition on numbers would take away the rows that a RIGHT JOIN gives beside NULL, or not be asked of them. */
    private void requireLeft(FromClause.Part part) {
        boolean right = !part.join().isEmpty() && part.join().get(0).is("RIGHT", "FULL");
        if (right && !conditions.isEmpty()) {
            throw new UntranslatableException("RIGHT JOIN behind rows that are computed");
        }
    }

    private static UntranslatableException rightJoin() {
        return new UntranslatableException("RIGHT JOIN of rows that are computed");
    }

    private List<Token> from() {
        if (kept.isEmpty()) {
            return List.of();
        }
        return FromClause.tokens(kept);
    }

    private FromClause.Part substituted(FromClause.Part part) {
        boolean computed = part.isApply() || !part.on().isEmpty() || isCall(part);
        return new FromClause.Part(
                part.join(),
                computed ? qualifiedSource(part.source()) : part.source(),
                part.alias(),
                part.columns(),
                part.named(),
                qualified(part.on()));
    }

    /** The names of the columns that JSON is read into are none of anybody's. */
    private List<Token> qualifiedSource(List<Token> source) {
        int end = OpenJson.is(source) ? OpenJson.arguments(source) : source.size();
        List<Token> out = new ArrayList<>(qualified(source.subList(0, end)));
        out.addAll(source.subList(end, source.size()));
        return out;
    }

    private static boolean isCall(FromClause.Part part) {
        return !part.source().isEmpty()
                && part.source().get(part.source().size() - 1).isSymbol(")");
    }

    private List<Token> qualified(List<Token> tokens) {
        return substituted(tokens);
    }

    private List<Token> substituted(List<Token> tokens) {
        List<Token> out = tokens;
        for (Substitution substitution : substitutions) {
            out = substitution.in(out);
        }
        return out;
    }

    private List<List<Token>> item(List<Token> item) {
        boolean star =
                !item.isEmpty() && item.get(item.size() - 1).isSymbol("*") && (item.size() == 1 || item.size() == 3);
        if (!star) {
            List<Token> out = item;
            for (Substitution substitution : substitutions) {
                out = substitution.inItem(out);
            }
            return List.of(out);
        }
        List<List<Token>> items = new ArrayList<>();
        if (item.size() == 3) {
            items.addAll(all(item.get(0).value()));
            return items.isEmpty() ? List.of(item) : items;
        }
        for (String alias : order) {
            List<List<Token>> some = all(alias);
            items.addAll(
                    some.isEmpty()
                            ? List.of(new Made(place).name(alias).add(".*").tokens())
                            : some);
        }
        return items;
    }

    /** All columns of a table that is computed; empty for another. */
    private List<List<Token>> all(String alias) {
        for (Substitution substitution : substitutions) {
            if (substitution.alias().equalsIgnoreCase(alias)) {
                return substitution.all(place);
            }
        }
        List<Token> query = stars.get(alias.toLowerCase(Locale.ROOT));
        return query == null
                ? List.of()
                : columns.ofQuery(query).stream()
                        .map(name ->
                                new Made(place).name(alias).add(".").name(name).tokens())
                        .toList();
    }

    /** What the tables are called that a query reads, in lower case. */
    static Set<String> aliases(List<Token> query) {
        Set<String> aliases = new HashSet<>();
        for (int i = 0; i < query.size(); i++) {
            if (query.get(i).is("SELECT")) {
                SelectParts select = SelectParts.of(query.subList(i, query.size()));
                FromClause.parts(select.from())
                        .forEach(part -> aliases.add(part.alias().toLowerCase(Locale.ROOT)));
            }
        }
        return aliases;
    }

    private void add(String alias, List<String> names, List<List<Token>> values) {
        if (names.size() != values.size() || names.contains("")) {
            throw UntranslatableException.refused(8155, "each column of " + alias + " needs a name");
        }
        substitutions.add(Substitution.of(alias, names, values));
    }

    private List<Token> join() {
        return kept.isEmpty()
                ? new Made(place).add("FROM").tokens()
                : new Made(place).add("CROSS JOIN").tokens();
    }

    /** A function of the user's own. */
    private void function(FromClause.Part part) {
        boolean outer = part.isApply() && part.join().get(0).is("OUTER");
        List<Token> join = part.isApply()
                ? outer && !kept.isEmpty() ? new Made(place).add("LEFT JOIN").tokens() : join()
                : part.join();
        List<Token> all = outer ? new Made(place).add("ON 1 = 1").tokens() : part.on();
        if (!columns.types().areKnown()) {
            columns.ask();
            List<Token> named = new Made(place).add("AS").name(part.alias()).tokens();
            kept.add(new FromClause.Part(join, FunctionRows.unknown(part), part.alias(), List.of(), named, all));
            return;
        }
        FunctionRows rows = FunctionRows.of(part, columns.types());
        if (!rows.isCorrelated()) {
            kept.add(new FromClause.Part(join, rows.table(), part.alias(), part.columns(), rows.behind(), all));
            return;
        }
        if (!part.isApply() && part.join().get(0).is("RIGHT", "FULL")) {
            throw rightJoin();
        }
        List<Token> named = new Made(place)
                .add("AS")
                .name(part.alias())
                .add("([palindrome n])")
                .tokens();
        List<Token> on = part.on();
        if (outer || !on.isEmpty() && !part.join().get(0).is("INNER", "JOIN")) {
            on = new Made(place)
                    .add("ON (")
                    .add(all.subList(1, all.size()))
                    .add(") AND")
                    .add(rows.condition())
                    .tokens();
        } else if (kept.isEmpty() || !on.isEmpty()) {
            conditions.add(rows.condition());
        } else { // H2 would rather begin with the numbers
            join = new Made(place).add("LEFT JOIN").tokens();
            on = new Made(place).add("ON").add(rows.condition()).tokens();
            conditions.add(new Made(place)
                    .name(part.alias())
                    .add(".[palindrome n] IS NOT NULL")
                    .tokens());
        }
        add(part.alias(), rows.names(), rows.values());
        kept.add(new FromClause.Part(join, rows.numbers(), part.alias(), List.of(), named, substituted(on)));
    }

    /** As many rows as the text has parts. */
    private void split(FromClause.Part part) {
        TokenReader reader = new TokenReader(part.source());
        reader.next();
        List<List<Token>> arguments = Arguments.of(reader.parenthesised());
        if (arguments.size() < 2 || arguments.size() > 3) {
            throw new UntranslatableException("STRING_SPLIT with " + arguments.size() + " arguments");
        }
        String alias = part.alias();
        Made call = new Made(place).add("(").add(arguments.get(0)).add(",").add(arguments.get(1));
        List<Token> count = new Made(place)
                .function("palindrome.parts")
                .add(call.tokens())
                .add(")")
                .tokens();
        List<Token> value = new Made(place)
                .add("CAST(")
                .function("palindrome.split")
                .add(call.tokens())
                .add(",")
                .name(alias)
                .add(".[palindrome n]) AS NVARCHAR(MAX))")
                .tokens();
        List<Token> ordinal = new Made(place)
                .add("CAST(")
                .name(alias)
                .add(".[palindrome n] AS BIGINT)")
                .tokens();
        boolean numbered = arguments.size() == 3;
        add(
                alias,
                numbered ? List.of("value", "ordinal") : List.of("value"),
                numbered ? List.of(value, ordinal) : List.of(value));
        numbered(part, alias, count);
    }

    /** Of numbers; without a step they go up or down by one (Microsoft: generate-series-transact-sql). */
    private void series(FromClause.Part part) {
        TokenReader reader = new TokenReader(part.source());
        reader.next();
        List<List<Token>> arguments = Arguments.of(reader.parenthesised());
        if (arguments.size() < 2 || arguments.size() > 3) {
            throw UntranslatableException.refused(
                    arguments.size() < 2 ? 313 : 8144, place, SERIES + " takes a start, an end and a step");
        }
        List<Token> start = bracketed(arguments.get(0));
        List<Token> stop = bracketed(arguments.get(1));
        List<Token> step = arguments.size() == 3
                ? bracketed(arguments.get(2))
                : new Made(place)
                        .add("(CASE WHEN")
                        .add(start)
                        .add(">")
                        .add(stop)
                        .add("THEN -1 ELSE 1 END)")
                        .tokens();
        List<Token> count = new Made(place)
                .add("CASE WHEN SIGN(")
                .add(stop)
                .add("-")
                .add(start)
                .add(") IN (0, SIGN(")
                .add(step)
                .add(")) THEN FLOOR((")
                .add(stop)
                .add("-")
                .add(start)
                .add(") /")
                .add(step)
                .add(") + 1 ELSE 0 END")
                .tokens();
        String alias = part.alias();
        List<Token> value = new Made(place)
                .add(start)
                .add("+ CAST(")
                .name(alias)
                .add(".[palindrome n] - 1 AS INT) *")
                .add(step)
                .tokens();
        add(alias, part.columns().isEmpty() ? List.of("value") : part.columns(), List.of(value));
        boolean same = arguments.stream().allMatch(argument -> argument.stream().noneMatch(Token::isName));
        boolean digits = arguments.stream()
                .anyMatch(argument -> argument.stream()
                        .anyMatch(token -> token.kind() == Token.Kind.NUMBER
                                && !token.text().chars().allMatch(Character::isDigit)));
        if (digits) {
            throw new UntranslatableException(SERIES + " of decimals");
        }
        List<Token> checked = new Made(place)
                .function("palindrome.numbered")
                .add("(")
                .add(count)
                .add(")")
                .tokens();
        numbered(
                part,
                alias,
                same ? count : checked,
                same ? new Made(place).add("CAST(").add(count).add("AS BIGINT)").tokens() : most());
    }

    private List<Token> bracketed(List<Token> value) {
        return new Made(place).add("(").add(value).add(")").tokens();
    }

    private void xmlNodes(FromClause.Part part) {
        String alias = part.alias();
        TokenReader reader = new TokenReader(part.source());
        reader.next();
        List<List<Token>> arguments = new ArrayList<>(Arguments.of(reader.parenthesised()));
        List<Token> count = new Made(place)
                .function("palindrome.xml_count")
                .add("(")
                .join(",", arguments)
                .add(")")
                .tokens();
        arguments.add(2, new Made(place).name(alias).add(".[palindrome n]").tokens());
        List<Token> node = new Made(place)
                .function("palindrome.xml_node")
                .add("(")
                .join(",", arguments)
                .add(")")
                .tokens();
        if (part.columns().size() != 1) {
            throw UntranslatableException.refused(102, "nodes() needs a name for its table, and one for its column");
        }
        add(alias, part.columns(), List.of(node));
        numbered(part, alias, count);
    }

    private void openJson(FromClause.Part part) {
        String alias = part.alias();
        OpenJson opened = OpenJson.of(place, part.source(), alias);
        add(alias, part.columns().isEmpty() ? opened.names() : part.columns(), opened.values());
        numbered(part, alias, opened.count());
    }

    /**
     * As many numbers as there are rows.
     *
     * @param count how many
     */
    private void numbered(FromClause.Part part, String alias, List<Token> count) {
        numbered(part, alias, count, most());
    }

    private List<Token> most() {
        return new Made(place).add(String.valueOf(MOST_PARTS)).tokens();
    }

    private void numbered(FromClause.Part part, String alias, List<Token> count, List<Token> most) {
        List<Token> condition = new Made(place)
                .name(alias)
                .add(".[palindrome n] <= (")
                .add(count)
                .add(")")
                .tokens();
        List<Token> numbers = new Made(place)
                .function("palindrome.numbers")
                .add("(1,")
                .add(most)
                .add(")")
                .tokens();
        List<Token> named =
                new Made(place).add("AS").name(alias).add("([palindrome n])").tokens();
        if (part.isApply() && !kept.isEmpty()) {
            // H2 would begin with the numbers, and has no row for what is behind NULL
            List<Token> join = new Made(place).add("LEFT JOIN").tokens();
            List<Token> on = new Made(place)
                    .add("ON")
                    .name(alias)
                    .add(".[palindrome n] <= ISNULL(")
                    .add(count)
                    .add(", 0)")
                    .tokens();
            kept.add(new FromClause.Part(join, numbers, alias, List.of(), named, on));
            if (part.join().get(0).is("CROSS")) {
                conditions.add(new Made(place)
                        .name(alias)
                        .add(".[palindrome n] IS NOT NULL")
                        .tokens());
            }
            return;
        }
        if (part.on().isEmpty()) {
            kept.add(new FromClause.Part(join(), numbers, alias, List.of(), named, List.of()));
            conditions.add(condition);
            return;
        }
        if (part.join().get(0).is("RIGHT", "FULL")) {
            throw rightJoin();
        }
        List<Token> on = new Made(place)
                .add("ON")
                .add(condition)
                .add("AND (")
                .add(substituted(part.on().subList(1, part.on().size())))
                .add(")")
                .tokens();
        kept.add(new FromClause.Part(part.join(), numbers, alias, List.of(), named, on));
    }

    private void apply(FromClause.Part part) {
        if (!part.source().get(0).isSymbol("(")) {
            throw new UntranslatableException("APPLY of " + part.source().get(0).value());
        }
        List<Token> inside = part.source().subList(1, part.source().size() - 1);
        if (inside.get(0).is("VALUES")) {
            rows(part, RowsOfValues.values(inside));
            return;
        }
        if (!inside.get(0).is("SELECT")) {
            throw new UntranslatableException("APPLY of what is no query");
        }
        List<List<Token>> selects = SetOperation.selects(inside);
        boolean withoutTables = selects.stream()
                .allMatch(select -> SelectParts.of(select).from().isEmpty());
        if (selects.size() > 1 && withoutTables) {
            unions(part, inside, selects);
            return;
        }
        SelectParts query = SelectParts.of(inside);
        List<String> names = part.columns().isEmpty() ? SelectParts.names(inside) : part.columns();
        if (selects.size() > 1) {
            if (!computed(part, inside, names)) {
                throw new UntranslatableException("APPLY of several queries");
            }
        } else if (query.from().isEmpty()) {
            withoutTables(part, query, names);
        } else if (isAggregated(query)) {
            oneRow(part, query, names);
        } else if (!ForClause.concerns(query) && computed(part, inside, names)) {
            return;
        } else if (hasOneRow(query)) {
            oneRow(part, query, names);
        } else {
            joined(part, query, names);
        }
    }

    /** @return whether it is, once for all rows */
    private boolean computed(FromClause.Part part, List<Token> inside, List<String> names) {
        SelectParts query = SelectParts.of(SetOperation.selects(inside).get(0));
        boolean star = query.items().stream().anyMatch(Apply::hasStar);
        List<String> all = star ? List.of() : names;
        if (all.contains("") || part.columns().isEmpty() && all.size() != (star ? 0 : names.size())) {
            return false;
        }
        Set<String> inner = aliases(inside);
        Optional<AppliedQuery.Joined> joined = AppliedQuery.of(
                place,
                part.alias(),
                inside,
                all,
                table -> !inner.contains(table.toLowerCase(Locale.ROOT))
                        && kept.stream().anyMatch(known -> known.alias().equalsIgnoreCase(table)));
        if (joined.isEmpty()) {
            return false;
        }
        Made join = new Made(place).add(part.join().get(0).is("OUTER") ? "LEFT JOIN" : "INNER JOIN");
        List<Token> named = new Made(place).add("AS").name(part.alias()).tokens();
        List<Token> on = new Made(place).add("ON").add(joined.get().condition()).tokens();
        if (kept.isEmpty()) {
            return false;
        }
        kept.add(new FromClause.Part(join.tokens(), joined.get().table(), part.alias(), List.of(), named, on));
        if (star) {
            stars.put(part.alias().toLowerCase(Locale.ROOT), inside);
        } else {
            List<List<Token>> values = new ArrayList<>();
            all.forEach(name -> values.add(
                    new Made(place).name(part.alias()).add(".").name(name).tokens()));
            add(part.alias(), all, values);
        }
        return true;
    }

    private void withoutTables(FromClause.Part part, SelectParts query, List<String> names) {
        requirePlain(query.with(query.items(), query.from(), List.of()));
        List<List<Token>> values =
                query.items().stream().map(SelectParts::value).toList();
        if (query.where().isEmpty()) {
            add(part.alias(), names, values);
            return;
        }
        List<Token> condition = query.where().subList(1, query.where().size());
        if (part.join().get(0).is("CROSS")) {
            conditions.add(inParentheses(condition));
            add(part.alias(), names, values);
            return;
        }
        List<List<Token>> some = new ArrayList<>();
        values.forEach(value -> some.add(new Made(place)
                .add("CASE WHEN")
                .add(condition)
                .add("THEN")
                .add(value)
                .add("END")
                .tokens()));
        add(part.alias(), names, some);
    }

    private List<Token> inParentheses(List<Token> tokens) {
        return new Made(place).add("(").add(tokens).add(")").tokens();
    }

    private static void requirePlain(SelectParts query) {
        boolean plain = query.where().isEmpty()
                && query.group().isEmpty()
                && query.having().isEmpty()
                && !query.hasTop();
        if (!plain) {
            throw new UntranslatableException("APPLY of a query without FROM and with a condition");
        }
    }

    private void unions(FromClause.Part part, List<Token> inside, List<List<Token>> selects) {
        List<List<List<Token>>> rows = new ArrayList<>();
        for (List<Token> select : selects) {
            SelectParts query = SelectParts.of(select);
            if (!query.from().isEmpty() || !SetOperation.isUnionAll(inside)) {
                throw new UntranslatableException("APPLY of several queries");
            }
            requirePlain(query);
            rows.add(query.items().stream().map(SelectParts::value).toList());
        }
        List<String> names = part.columns().isEmpty() ? SelectParts.names(selects.get(0)) : part.columns();
        rows(new FromClause.Part(part.join(), part.source(), part.alias(), names, part.named(), part.on()), rows);
    }

    private void rows(FromClause.Part part, List<List<List<Token>>> rows) {
        if (rows.size() == 1) {
            add(part.alias(), part.columns(), rows.get(0));
            return;
        }
        List<List<Token>> values = chosen(part.alias(), "row", part.columns(), rows);
        kept.add(new FromClause.Part(
                join(), numbers(rows.size()), part.alias(), List.of(), row(part, "row"), List.of()));
        add(part.alias(), part.columns(), values);
    }

    /** Of a table in FROM: where an outer join has no row, there is none of the values either. */
    private void rowsAround(FromClause.Part part, RowsOfValues rows) {
        add(part.alias(), rows.names(), chosen(part.alias(), RowsOfValues.ROW, rows.names(), rows.rows()));
        kept.add(new FromClause.Part(
                part.join(),
                numbers(rows.rows().size()),
                part.alias(),
                List.of(),
                row(part, RowsOfValues.ROW),
                substituted(part.on())));
    }

    private List<Token> row(FromClause.Part part, String name) {
        return new Made(place)
                .add("AS")
                .name(part.alias())
                .add("(")
                .name(name)
                .add(")")
                .tokens();
    }

    private List<Token> numbers(int rows) {
        Made numbers = new Made(place).add("(VALUES");
        for (int row = 1; row <= rows; row++) {
            numbers.add((row > 1 ? ", (" : "(") + row + ")");
        }
        return numbers.add(")").tokens();
    }

    private List<List<Token>> chosen(String alias, String number, List<String> columns, List<List<List<Token>>> rows) {
        List<List<Token>> values = new ArrayList<>();
        for (int column = 0; column < columns.size(); column++) {
            Made value = new Made(place).add("CASE").name(alias).add(".").name(number);
            for (int row = 0; row < rows.size(); row++) {
                if (rows.get(row).size() != columns.size()) {
                    throw UntranslatableException.refused(
                            10709, "the rows of " + alias + " have other numbers of values");
                }
                value.add("WHEN " + (row + 1) + " THEN (")
                        .add(rows.get(row).get(column))
                        .add(")");
            }
            values.add(value.add("END").tokens());
        }
        return values;
    }

    private static boolean hasOneRow(SelectParts query) {
        List<Token> head = query.head();
        boolean top = query.hasTop()
                && (head.get(head.size() - 1).text().equals("1")
                        || head.get(head.size() - 1).isSymbol(")"))
                && head.stream()
                        .filter(token -> token.kind() == Token.Kind.NUMBER)
                        .allMatch(token -> token.text().equals("1"));
        return top || isAggregated(query);
    }

    private static boolean isAggregated(SelectParts query) {
        boolean all = query.group().isEmpty() && query.having().isEmpty() && !query.hasTop() && !query.isDistinct();
        return all && query.items().stream().allMatch(Aggregates::are);
    }

    private void oneRow(FromClause.Part part, SelectParts query, List<String> names) {
        List<List<Token>> values = new ArrayList<>();
        for (List<Token> item : query.items()) {
            values.add(query.withItems(List.of(SelectParts.value(item))).tokens());
        }
        add(part.alias(), names, values);
        boolean cross = part.join().get(0).is("CROSS") && !isAggregated(query);
        if (cross) {
            SelectParts exists = new SelectParts(
                    new Made(place).add("SELECT").tokens(),
                    List.of(new Made(place).add("1").tokens()),
                    List.of(),
                    query.from(),
                    query.where(),
                    query.group(),
                    query.having(),
                    List.of(),
                    List.of());
            conditions.add(new Made(place)
                    .add("EXISTS (")
                    .add(exists.tokens())
                    .add(")")
                    .tokens());
        }
    }

    private void joined(FromClause.Part part, SelectParts query, List<String> names) {
        boolean plain = !query.hasTop()
                && !query.isDistinct()
                && query.group().isEmpty()
                && query.having().isEmpty()
                && query.order().isEmpty()
                && query.items().stream().noneMatch(item -> item.stream().anyMatch(token -> token.is("OVER")));
        List<FromClause.Part> tables = FromClause.parts(query.from());
        boolean outer = part.join().get(0).is("OUTER");
        List<List<Token>> values =
                query.items().stream().map(SelectParts::value).toList();
        boolean columns = values.stream().allMatch(Apply::isColumn);
        boolean taken = tables.stream()
                .anyMatch(table -> kept.stream().anyMatch(known -> known.alias().equalsIgnoreCase(table.alias())));
        if (!plain || taken || outer && !columns || values.stream().anyMatch(Apply::hasStar)) {
            throw new UntranslatableException("APPLY of a query that is computed for each row");
        }
        Made source = new Made(place);
        if (tables.size() == 1) {
            source.add(tables.get(0).table());
        } else {
            source.add("(").add(query.from().subList(1, query.from().size())).add(")");
        }
        Made on = new Made(place).add("ON");
        if (query.where().isEmpty()) {
            on.add("1 = 1");
        } else {
            on.add(query.where().subList(1, query.where().size()));
        }
        List<Token> join =
                new Made(place).add(outer ? "LEFT JOIN" : "INNER JOIN").tokens();
        String alias = tables.get(0).alias();
        kept.add(new FromClause.Part(join, source.tokens(), alias, List.of(), List.of(), on.tokens()));
        List<List<Token>> qualified = new ArrayList<>();
        values.forEach(value -> qualified.add(tables.size() == 1 ? qualified(value, alias) : value));
        add(part.alias(), names, qualified);
    }

    /** The column of a table that stands alone. */
    private List<Token> qualified(List<Token> value, String alias) {
        return value.size() == 1 && value.get(0).isName()
                ? new Made(place).name(alias).add(".").add(value).tokens()
                : value;
    }

    private static boolean isColumn(List<Token> value) {
        return value.stream().allMatch(token -> token.isName() && !token.isReserved() || token.isSymbol("."));
    }

    private static boolean hasStar(List<Token> value) {
        return value.get(value.size() - 1).isSymbol("*");
    }
}
