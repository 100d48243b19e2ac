package dev.palindrome.tsql.query;

import dev.palindrome.tsql.ColumnTypes;
import dev.palindrome.tsql.ObjectName;
import dev.palindrome.tsql.Token;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Which columns tables and queries have, as far as that is known; whether more would have to be. */
final class KnownColumns {

    private final ColumnTypes types;
    private final Map<String, List<String>> commonTables = new HashMap<>();
    private boolean asked;

    KnownColumns(ColumnTypes types) {
        this.types = types;
    }

    ColumnTypes types() {
        return types;
    }

    /** Notes that something is not known before the statement runs. */
    void ask() {
        asked = true;
    }

    /** Whether somebody wanted to know what is not known before the statement runs. */
    boolean areAsked() {
        return asked;
    }

    /** Whether a query has a star of which nobody knows yet what it stands for. */
    boolean areMissing(List<Token> query) {
        return !types.areKnown()
                && SelectParts.of(SetOperation.selects(query).get(0)).items().stream()
                        .anyMatch(item -> item.get(item.size() - 1).isSymbol("*"));
    }

    void define(String commonTable, List<String> columns) {
        commonTables.put(commonTable.toLowerCase(Locale.ROOT), columns);
    }

    /** @param name with or without its schema */
    List<String> ofTable(List<Token> name) {
        List<String> parts =
                name.stream().filter(Token::isName).map(Token::value).toList();
        String last = parts.get(parts.size() - 1);
        List<String> common = commonTables.get(last.toLowerCase(Locale.ROOT));
        if (parts.size() == 1 && common != null) {
            return common;
        }
        asked = true;
        String schema = parts.size() > 1 ? parts.get(parts.size() - 2) : null;
        return types.of(new ObjectName(schema, last)).stream()
                .map(ColumnTypes.Column::name)
                .toList();
    }

    List<String> ofQuery(List<Token> query) {
        if (!query.get(0).is("SELECT")) {
            asked = true;
            return List.of();
        }
        SelectParts select = SelectParts.of(SetOperation.selects(query).get(0));
        List<String> names = new ArrayList<>();
        for (List<Token> item : select.items()) {
            boolean star = item.get(item.size() - 1).isSymbol("*");
            if (!star) {
                names.add(SelectParts.name(item));
                continue;
            }
            for (FromClause.Part part : FromClause.parts(select.from())) {
                boolean meant = item.size() == 1
                        || part.alias().equalsIgnoreCase(item.get(0).value());
                if (meant) {
                    names.addAll(
                            part.source().get(0).isSymbol("(")
                                    ? part.columns().isEmpty()
                                            ? ofQuery(part.source()
                                                    .subList(1, part.source().size() - 1))
                                            : part.columns()
                                    : ofTable(part.source()));
                }
            }
        }
        return names;
    }
}
