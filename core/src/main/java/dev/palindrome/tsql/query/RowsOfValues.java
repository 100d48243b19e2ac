package dev.palindrome.tsql.query;

import dev.palindrome.tsql.Arguments;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import dev.palindrome.tsql.UntranslatableException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Rows of values in FROM, as VALUES or as SELECTs without tables, that name columns of the query around: H2 does not look there.
 *
 * @param names of the columns
 * @param rows their values
 */
public record RowsOfValues(List<String> names, List<List<List<Token>>> rows) {

    /** The column that has the numbers of rows; no script has one of this name. */
    static final String ROW = "palindrome row";

    /** Their first argument is a type, or a part of a date. */
    private static final String[] WITH_A_WORD = {
        "CONVERT",
        "TRY_CONVERT",
        "DATEADD",
        "DATEDIFF",
        "DATEDIFF_BIG",
        "DATENAME",
        "DATEPART",
        "DATETRUNC",
        "DATE_BUCKET"
    };

    /**
     * Whether a query that sums something up names columns of the row that is changed, which H2 takes in no UPDATE or DELETE.
     *
     * @param tokens of the change, with such rows already written for H2
     * @param target what the table that is changed is called
     */
    public static boolean summed(List<Token> tokens, String target) {
        for (int i = 1; i < tokens.size(); i++) {
            int length = tokens.get(i - 1).isSymbol(".") ? 0 : Aggregates.length(tokens, i);
            for (int inner = i; inner < i + length; inner++) {
                boolean column = tokens.get(inner).isName()
                        && tokens.get(inner + 1).isSymbol(".")
                        && tokens.get(inner).value().equalsIgnoreCase(target);
                if (column || tokens.get(inner).value().equals(ROW)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether there may be some in a FROM. */
    static boolean concern(List<Token> from) {
        for (int i = 0; i + 1 < from.size(); i++) {
            if (from.get(i).isSymbol("(") && from.get(i + 1).is("VALUES", "SELECT")) {
                return FromClause.parts(from).stream().anyMatch(part -> in(part).isPresent());
            }
        }
        return false;
    }

    /** Those of a table; missing where it is something else, or where its values name no columns. */
    static Optional<RowsOfValues> in(FromClause.Part part) {
        List<Token> source = part.source();
        if (part.isApply() || source.size() < 3 || !source.get(0).isSymbol("(")) {
            return Optional.empty();
        }
        List<Token> inside = source.subList(1, source.size() - 1);
        Optional<RowsOfValues> rows = inside.get(0).is("VALUES")
                ? Optional.of(new RowsOfValues(part.columns(), values(inside)))
                : ofSelects(inside, part.columns());
        return rows.filter(some -> !some.references().isEmpty());
    }

    /** @param inside from VALUES on */
    static List<List<List<Token>>> values(List<Token> inside) {
        TokenReader reader = new TokenReader(inside);
        reader.expect("VALUES");
        List<List<List<Token>>> rows = new ArrayList<>();
        do {
            rows.add(Arguments.of(reader.parenthesised()));
        } while (reader.acceptSymbol(","));
        return rows;
    }

    private static Optional<RowsOfValues> ofSelects(List<Token> inside, List<String> columns) {
        if (!inside.get(0).is("SELECT")) {
            return Optional.empty();
        }
        List<List<Token>> selects = SetOperation.selects(inside);
        List<List<List<Token>>> rows = new ArrayList<>();
        for (List<Token> tokens : selects) {
            SelectParts select = SelectParts.of(tokens);
            boolean plain = select.head().size() == 1
                    && select.from().isEmpty()
                    && select.where().isEmpty()
                    && select.group().isEmpty()
                    && select.having().isEmpty()
                    && select.order().isEmpty()
                    && select.end().isEmpty()
                    && select.items().stream().noneMatch(Aggregates::are);
            if (!plain) {
                return Optional.empty();
            }
            rows.add(select.items().stream().map(SelectParts::value).toList());
        }
        return selects.size() > 1 && !SetOperation.isUnionAll(inside)
                ? Optional.empty()
                : Optional.of(new RowsOfValues(columns.isEmpty() ? SelectParts.names(selects.get(0)) : columns, rows));
    }

    /**
     * They are values of the query that reads them: what a column means there must be what it means around it.
     *
     * @param others names of the other tables of that query
     */
    void requireOutside(List<String> others) {
        for (List<Token> reference : references()) {
            boolean same = others.stream()
                    .anyMatch(other -> reference.size() == 1
                            || other.equalsIgnoreCase(reference.get(0).value()));
            if (same) {
                throw new UntranslatableException("VALUES beside another table, with the column "
                        + reference.get(reference.size() - 1).value() + " of the query around both");
            }
        }
    }

    private List<List<Token>> references() {
        List<List<Token>> references = new ArrayList<>();
        rows.forEach(row -> row.forEach(value -> addReferences(value, references)));
        return references;
    }

    /** Names that are no words of the language and no functions, each with its table. */
    private static void addReferences(List<Token> value, List<List<Token>> references) {
        int i = 0;
        while (i < value.size()) {
            Token token = value.get(i);
            if (isType(value, i)) {
                i = behindType(value, i);
                continue;
            }
            if (!token.isName() || token.isReserved() || isWord(value, i)) {
                i++;
                continue;
            }
            List<Token> names = new ArrayList<>(List.of(token));
            while (i + 2 < value.size() && value.get(i + 1).isSymbol(".")) {
                names.add(value.get(i + 2));
                i += 2;
            }
            i++;
            if (i >= value.size() || !value.get(i).isSymbol("(")) {
                references.add(names.subList(Math.max(0, names.size() - 2), names.size()));
            }
        }
    }

    private static boolean isWord(List<Token> value, int at) {
        boolean behindWord = at > 0 && value.get(at - 1).is("COLLATE", "FOR", "USING");
        return behindWord || value.get(at).is("AT", "TIME", "ZONE", "NEXT", "VALUE", "CURRENT_TIMESTAMP");
    }

    /** Or another name, or a part of a date, where a type may be. */
    private static boolean isType(List<Token> value, int at) {
        boolean first =
                at > 1 && value.get(at - 1).isSymbol("(") && value.get(at - 2).is(WITH_A_WORD);
        return value.get(at).isName() && (first || at > 0 && value.get(at - 1).is("AS"));
    }

    /** It may be of two words, have a schema, and MAX or a collection in parentheses: none of them is a column. */
    private static int behindType(List<Token> value, int at) {
        int i = at + 1;
        while (i < value.size()
                && (value.get(i).isSymbol(".")
                        || value.get(i).is("VARYING", "PRECISION")
                        || value.get(i).isName() && !value.get(i).isReserved())) {
            i++;
        }
        if (i == value.size() || !value.get(i).isSymbol("(")) {
            return i;
        }
        TokenReader reader = new TokenReader(value.subList(i, value.size()));
        reader.parenthesised();
        return i + reader.position();
    }
}
