package dev.palindrome.tsql.query;

import dev.palindrome.tsql.ColumnTypes;
import dev.palindrome.tsql.ObjectName;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a column that SELECT INTO makes has from the one that it is selected of.
 *
 * @param type as T-SQL declares it; missing where it follows from the expression
 * @param nullable whether it takes NULL
 * @param identity seed and increment; empty where it has none
 * @see <a href="https://learn.microsoft.com/sql/t-sql/queries/select-into-clause-transact-sql">INTO clause</a>
 */
public record CreatedColumn(Optional<String> type, boolean nullable, String identity) {

    /** @param query in its plain form */
    public static List<CreatedColumn> of(List<Token> query, ColumnTypes types) {
        TokenReader reader = new TokenReader(query);
        reader.until("SELECT");
        List<Token> body = reader.rest();
        List<List<Token>> selects = SetOperation.selects(body);
        SelectParts select = SelectParts.of(selects.get(0));
        List<FromClause.Part> tables = FromClause.parts(select.from());
        boolean one =
                selects.size() == 1 && tables.size() == 1 && select.group().isEmpty() && !select.isDistinct();
        List<CreatedColumn> columns = new ArrayList<>();
        for (List<Token> item : select.items()) {
            columns.addAll(of(SelectParts.value(item), tables, types, selects.size() == 1, one));
        }
        return columns;
    }

    private static List<CreatedColumn> of(
            List<Token> value, List<FromClause.Part> tables, ColumnTypes types, boolean single, boolean one) {
        boolean star = value.get(value.size() - 1).isSymbol("*") && (value.size() == 1 || value.size() == 3);
        boolean column = value.stream().allMatch(token -> token.isName() && !token.isReserved() || token.isSymbol("."));
        if (!star && !column) {
            boolean literal = value.size() == 1
                    && (value.get(0).kind() == Token.Kind.STRING || value.get(0).kind() == Token.Kind.NUMBER);
            boolean replaced = value.size() > 3
                    && value.get(0).is("ISNULL")
                    && isLiteral(value.get(value.size() - 2))
                    && value.get(value.size() - 3).isSymbol(",");
            return List.of(new CreatedColumn(Optional.empty(), !(literal || replaced) || !single, ""));
        }
        String table = value.size() > 2 ? value.get(value.size() - 3).value() : "";
        String name = value.get(value.size() - 1).value();
        List<CreatedColumn> found = new ArrayList<>();
        for (int i = 0; i < tables.size(); i++) {
            FromClause.Part part = tables.get(i);
            boolean meant = table.isEmpty() || part.alias().equalsIgnoreCase(table);
            if (!meant || part.source().isEmpty() || !part.source().get(0).isName()) {
                continue;
            }
            boolean optional = isOptional(tables, i) || !single;
            for (ColumnTypes.Column known : types.of(name(part))) {
                if (star || known.name().equalsIgnoreCase(name)) {
                    found.add(new CreatedColumn(
                            known.type().isEmpty() || !single ? Optional.empty() : Optional.of(known.declaration()),
                            known.nullable() || optional,
                            one ? known.identity() : ""));
                }
            }
        }
        return star || found.size() == 1 ? found : List.of(new CreatedColumn(Optional.empty(), true, ""));
    }

    private static boolean isLiteral(Token token) {
        return token.kind() == Token.Kind.STRING || token.kind() == Token.Kind.NUMBER;
    }

    private static ObjectName name(FromClause.Part part) {
        return new TokenReader(part.source()).objectName();
    }

    /** Whether a row of it may be missing beside others. */
    private static boolean isOptional(List<FromClause.Part> tables, int at) {
        boolean left = tables.get(at).join().get(0).is("LEFT", "FULL");
        return left
                || tables.subList(at + 1, tables.size()).stream()
                        .anyMatch(later -> later.join().get(0).is("RIGHT", "FULL"));
    }
}
