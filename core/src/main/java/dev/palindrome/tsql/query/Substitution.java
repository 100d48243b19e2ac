package dev.palindrome.tsql.query;

import dev.palindrome.tsql.Token;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Puts values in the place of a table's columns.
 *
 * @param alias what the table is called
 * @param names of its columns
 * @param values of them, by their names in lower case
 */
record Substitution(String alias, List<String> names, Map<String, List<Token>> values) {

    static Substitution of(String alias, List<String> names, List<List<Token>> values) {
        Map<String, List<Token>> byName = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            byName.put(names.get(i).toLowerCase(Locale.ROOT), values.get(i));
        }
        return new Substitution(alias, names, byName);
    }

    /** In a part of a SELECT: there a column may stand without its table. */
    List<Token> in(List<Token> tokens) {
        return in(tokens, true);
    }

    private List<Token> in(List<Token> tokens, boolean here) {
        List<Token> out = new ArrayList<>();
        List<Boolean> queries = new ArrayList<>(List.of(!here));
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            Token next = i + 1 < tokens.size() ? tokens.get(i + 1) : token;
            if (token.isSymbol("(")) {
                queries.add(queries.get(queries.size() - 1) || next.is("SELECT", "WITH"));
            } else if (token.isSymbol(")") && queries.size() > 1) {
                queries.remove(queries.size() - 1);
            }
            boolean behindPoint = i > 0 && tokens.get(i - 1).isSymbol(".");
            boolean named = i > 0 && tokens.get(i - 1).is("AS");
            if (!token.isName() || behindPoint || named) {
                out.add(token);
            } else if (next.isSymbol(".") && i + 2 < tokens.size() && isColumn(token, tokens.get(i + 2))) {
                put(tokens.get(i + 2), token, out);
                i += 2;
            } else if (!queries.get(queries.size() - 1)
                    && values.containsKey(lower(token))
                    && !next.isSymbol(".")
                    && !(next.isSymbol("(") && next != token)
                    && !token.isReserved()) {
                put(token, token, out);
            } else {
                out.add(token);
            }
        }
        return out;
    }

    private boolean isColumn(Token table, Token column) {
        return table.value().equalsIgnoreCase(alias) && values.containsKey(lower(column));
    }

    private static String lower(Token token) {
        return token.value().toLowerCase(Locale.ROOT);
    }

    private void put(Token column, Token place, List<Token> out) {
        out.addAll(new Made(place)
                .add("(")
                .add(values.getOrDefault(lower(column), List.of()))
                .add(")")
                .tokens());
    }

    /** In what is selected: a column keeps its name. */
    List<Token> inItem(List<Token> item) {
        List<Token> value = SelectParts.value(item);
        List<Token> replaced = in(value);
        if (value.size() < item.size()) {
            List<Token> all = new ArrayList<>(replaced);
            all.addAll(item.subList(value.size(), item.size()));
            return all;
        }
        String name = SelectParts.name(item);
        boolean column = !name.isEmpty() && (item.size() == 1 || item.size() == 3);
        return column && replaced.size() != item.size()
                ? new Made(item.get(0)).add(replaced).add("AS").name(name).tokens()
                : replaced;
    }

    /** All of them, for a star. */
    List<List<Token>> all(Token place) {
        List<List<Token>> all = new ArrayList<>();
        names.forEach(name -> all.add(new Made(place)
                .add("(")
                .add(values.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()))
                .add(") AS")
                .name(name)
                .tokens()));
        return all;
    }
}
