package dev.palindrome.seed.named;

import dev.palindrome.seed.condition.Condition;
import dev.palindrome.seed.condition.Condition.Comparison;
import dev.palindrome.seed.condition.Condition.Operator;
import dev.palindrome.seed.condition.JsonDocument;
import dev.palindrome.seed.condition.Term;
import dev.palindrome.seed.values.GeneratedRow;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The keys that scripts ask JSON for: a column of which {@code JSON_VALUE(x, '$.city')} is asked is to hold a document with a
 * city, and with the one that it is compared with.
 */
final class AskedJson {

    private static final Set<String> FUNCTIONS = Set.of("JSON_VALUE", "JSON_QUERY", "JSON_MODIFY", "JSON_PATH_EXISTS");

    /** A text that is a number as well. */
    private static final String ANY = "1";

    private static final int MOST_VALUES = 3;

    private AskedJson() {}

    /** By their paths, what the values of a column's documents are compared with. */
    private static Map<String, Map<List<String>, Set<String>>> asked(List<Token> text) {
        Map<String, Map<List<String>, Set<String>>> asked = new LinkedHashMap<>();
        for (int i = 0; i < text.size(); i++) {
            if (text.get(i).isName() && FUNCTIONS.contains(text.get(i).upper())) {
                TokenReader reader = new TokenReader(text.subList(i + 1, text.size()));
                if (!reader.acceptSymbol("(")) {
                    continue;
                }
                String column = column(reader.until(","));
                Token path = reader.acceptSymbol(",") ? reader.next() : reader.peek();
                List<String> keys = path.kind() == Token.Kind.STRING ? JsonDocument.keys(path.value()) : List.of();
                if (!column.isEmpty() && !keys.isEmpty()) {
                    reader.until();
                    reader.acceptSymbol(")");
                    asked.computeIfAbsent(column, name -> new LinkedHashMap<>())
                            .computeIfAbsent(keys, name -> new LinkedHashSet<>())
                            .addAll(Compared.with(reader));
                }
            }
        }
        return asked;
    }

    static List<Condition> in(List<Token> text) {
        List<Condition> conditions = new ArrayList<>();
        asked(text).forEach((column, paths) -> {
            for (int i = 0; i < MOST_VALUES; i++) {
                int at = i;
                if (i > 0 && paths.values().stream().noneMatch(values -> values.size() > at)) {
                    break;
                }
                Map<List<String>, String> document = new LinkedHashMap<>();
                paths.forEach((keys, values) -> document.put(keys, value(values, at)));
                conditions.add(new Comparison(
                        new Term.Column(column), Operator.EQUAL, new Term.Constant(JsonDocument.text(document))));
            }
        });
        return conditions;
    }

    private static String value(Set<String> values, int at) {
        return values.isEmpty() ? ANY : List.copyOf(values).get(Math.min(at, values.size() - 1));
    }

    /** The first name that is no function's, without what stands before it. */
    private static String column(List<Token> argument) {
        for (int i = 0; i < argument.size(); i++) {
            boolean ends = i + 1 == argument.size()
                    || !argument.get(i + 1).isSymbol("(")
                            && !argument.get(i + 1).isSymbol(".");
            if (argument.get(i).isName() && ends) {
                return GeneratedRow.key(argument.get(i).value());
            }
        }
        return "";
    }
}
