package dev.palindrome.tsql.change;

import dev.palindrome.tsql.ObjectName;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import dev.palindrome.tsql.UntranslatableException;
import dev.palindrome.tsql.query.FromClause;
import dev.palindrome.tsql.query.Made;
import dev.palindrome.tsql.query.SelectParts;
import java.util.ArrayList;
import java.util.List;

/**
 * A common table expression before a change, through which rows of the one table behind it may be changed.
 *
 * @param word its name as it is written
 * @param columns those behind it
 * @param query what is in its parentheses
 */
record CommonTable(Token word, List<String> columns, List<Token> query) {

    static final String ROW_ID = "palindrome row";

    /** @param with WITH and what is behind it, up to the change */
    static List<CommonTable> of(List<Token> with) {
        List<CommonTable> tables = new ArrayList<>();
        TokenReader reader = new TokenReader(with);
        if (!reader.accept("WITH")) {
            return tables;
        }
        do {
            Token word = reader.next();
            List<String> columns = new ArrayList<>();
            if (reader.seesSymbol("(")) {
                reader.parenthesised().stream().filter(Token::isName).forEach(name -> columns.add(name.value()));
            }
            reader.expect("AS");
            tables.add(new CommonTable(word, columns, reader.parenthesised()));
        } while (reader.acceptSymbol(","));
        return tables;
    }

    String name() {
        return word.value();
    }

    private SelectParts select() {
        SelectParts select = SelectParts.of(query);
        boolean one = FromClause.parts(select.from()).size() == 1
                && select.group().isEmpty()
                && !select.isDistinct()
                && select.tokens().stream().noneMatch(token -> token.is("UNION", "EXCEPT", "INTERSECT"));
        if (!one) {
            throw new UntranslatableException("a change through a common table expression of more than one table");
        }
        return select;
    }

    private FromClause.Part table() {
        return FromClause.parts(select().from()).get(0);
    }

    /** The table whose rows are changed. */
    ObjectName base() {
        FromClause.Part table = table();
        if (!table.source().get(0).isName()) {
            throw new UntranslatableException("a change through a common table expression of a query");
        }
        return new TokenReader(table.source()).objectName();
    }

    /** What a column is called in that table. */
    String column(String name) {
        List<List<Token>> items = select().items();
        for (int i = 0; i < items.size(); i++) {
            List<Token> value = SelectParts.value(items.get(i));
            Token last = value.get(value.size() - 1);
            String here =
                    columns.isEmpty() ? SelectParts.name(items.get(i)) : columns.get(Math.min(i, columns.size() - 1));
            if (here.equalsIgnoreCase(name) && last.isName()) {
                return last.value();
            }
        }
        return name; // of a star
    }

    List<Token> withRow() {
        SelectParts select = select();
        List<List<Token>> items = new ArrayList<>(select.items());
        items.add(new Made(word)
                .name(table().alias())
                .add(".")
                .function(RowChange.ROW)
                .add("AS")
                .name(ROW_ID)
                .tokens());
        List<String> all = new ArrayList<>(columns);
        if (!columns.isEmpty()) {
            all.add(ROW_ID);
        }
        return tokens(all, select.withItems(items).tokens());
    }

    List<Token> tokens() {
        return tokens(columns, query);
    }

    private List<Token> tokens(List<String> names, List<Token> inside) {
        Made made = new Made(word).add(List.of(word));
        for (int i = 0; i < names.size(); i++) {
            made.add(i == 0 ? "(" : ",").name(names.get(i));
        }
        return made.add(names.isEmpty() ? "AS (" : ") AS (")
                .add(inside)
                .add(")")
                .tokens();
    }
}
