package dev.palindrome.seed.named;

import dev.palindrome.seed.condition.Condition;
import dev.palindrome.seed.condition.Condition.Comparison;
import dev.palindrome.seed.condition.Condition.Operator;
import dev.palindrome.seed.condition.Term;
import dev.palindrome.seed.values.GeneratedRow;
import dev.palindrome.seed.values.Numbers;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Rows of literals that scripts compare columns with: those of VALUES and of SELECTs without FROM, with or without a name in
 * WITH, and those that they put into a table before they join it.
 */
final class JoinedLiterals {

    /** Of one source. */
    private static final int MOST_ROWS = 4;

    private static final String[] BEHIND_SET = {"FROM", "WHERE", "WHEN", "ON", "SELECT", "UPDATE", "DELETE", "MERGE"};

    /** By the names of tables and of variables. */
    private final Map<String, Source> tables = new HashMap<>();

    /** The columns that tables are made with. */
    private final Map<String, List<String>> declared = new HashMap<>();

    /** Rows with their columns; null for what is no literal. */
    private record Source(List<String> columns, List<List<@Nullable Object>> rows) {}

    /** One column of a source. */
    private record Place(String source, String column) {}

    /** @return one condition for each row that something is compared with */
    List<Condition> in(List<Token> text) {
        Map<String, Source> sources = new HashMap<>(tables);
        for (int i = 0; i < text.size(); i++) {
            Token token = text.get(i);
            boolean isDerived = token.isSymbol("(")
                    && i + 1 < text.size()
                    && text.get(i + 1).is("VALUES", "SELECT");
            if (isDerived || token.is("INSERT", "TABLE")) {
                TokenReader behind = new TokenReader(text.subList(i + 1, text.size()));
                if (isDerived) {
                    derived(text, i, behind, sources);
                } else if (token.is("INSERT")) {
                    inserted(behind, sources);
                } else {
                    table(text, i, behind);
                }
            }
        }
        if (sources.isEmpty()) {
            return List.of();
        }
        aliases(text, sources);
        return conditions(text, sources);
    }

    private void derived(List<Token> text, int open, TokenReader reader, Map<String, Source> sources) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        List<String> names = new ArrayList<>();
        if (reader.accept("VALUES")) {
            rows.addAll(values(reader, Integer.MAX_VALUE));
        } else if (!selects(reader, rows, names)) {
            return;
        }
        if (!reader.acceptSymbol(")") || rows.isEmpty()) {
            return;
        }
        boolean isNamedBefore = open > 0 && text.get(open - 1).is("AS");
        String name = isNamedBefore ? nameBefore(text, open - 1, names) : "";
        if (name.isEmpty()) {
            reader.accept("AS");
            if (!reader.peek().isName()) {
                return;
            }
            name = reader.next().value();
            if (reader.seesSymbol("(")) {
                names = columns(reader);
            }
        }
        add(sources, name, names, rows);
    }

    /** {@code name (columns) AS (SELECT …)}, as behind WITH. */
    private static String nameBefore(List<Token> text, int as, List<String> names) {
        int at = as - 1;
        if (at > 0 && text.get(at).isSymbol(")")) {
            int open = at;
            while (open > 0 && !text.get(open).isSymbol("(")) {
                open--;
            }
            names.clear();
            text.subList(open, at).stream().filter(Token::isName).forEach(name -> names.add(key(name)));
            at = open - 1;
        }
        return at >= 0 && text.get(at).isName() ? text.get(at).value() : "";
    }

    private static void add(
            Map<String, Source> sources, String name, List<String> columns, List<List<@Nullable Object>> rows) {
        Source before = sources.get(GeneratedRow.key(name));
        List<List<@Nullable Object>> all = new ArrayList<>(before == null ? List.of() : before.rows());
        all.addAll(rows);
        if (!columns.isEmpty()) {
            sources.put(
                    GeneratedRow.key(name),
                    new Source(List.copyOf(columns), all.subList(0, Math.min(all.size(), 2 * MOST_ROWS))));
        }
    }

    private static List<List<@Nullable Object>> values(TokenReader reader, int most) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        do {
            if (!reader.acceptSymbol("(")) {
                break;
            }
            rows.add(literals(reader));
            reader.acceptSymbol(")");
        } while (rows.size() < most && reader.acceptSymbol(","));
        return rows;
    }

    /** Up to the end of the parenthesis. */
    private static List<@Nullable Object> literals(TokenReader reader) {
        List<@Nullable Object> row = new ArrayList<>();
        do {
            row.add(literal(reader.until(",")));
        } while (reader.acceptSymbol(","));
        return row;
    }

    private static @Nullable Object literal(List<Token> tokens) {
        boolean negative = tokens.size() == 2 && tokens.get(0).isSymbol("-");
        if (tokens.isEmpty() || tokens.size() > (negative ? 2 : 1)) {
            return null;
        }
        Token token = tokens.get(tokens.size() - 1);
        return token.kind() == Token.Kind.STRING
                ? token.value()
                : token.kind() == Token.Kind.NUMBER
                        ? Numbers.parse(token.value())
                                .map(number -> negative ? number.negate() : number)
                                .orElse(null)
                        : null;
    }

    /** {@code SELECT 'a' AS x, 1 AS n UNION ALL SELECT …}. */
    private static boolean selects(TokenReader reader, List<List<@Nullable Object>> rows, List<String> names) {
        do {
            if (!reader.accept("SELECT")) {
                return false;
            }
            List<@Nullable Object> row = new ArrayList<>();
            do {
                List<Token> item = reader.until(",", "UNION", "FROM", "WHERE");
                int end = item.size();
                if (end > 1 && item.get(end - 1).isName() && !item.get(end - 1).is("NULL")) {
                    if (rows.isEmpty()) {
                        names.add(key(item.get(end - 1)));
                    }
                    end -= item.get(end - 2).is("AS") ? 2 : 1;
                }
                row.add(literal(item.subList(0, end)));
            } while (reader.acceptSymbol(","));
            if (reader.peek().is("FROM", "WHERE")) {
                return false;
            }
            rows.add(row);
        } while (reader.accept("UNION", "ALL") || reader.accept("UNION"));
        return true;
    }

    private void inserted(TokenReader reader, Map<String, Source> sources) {
        reader.accept("INTO");
        String table = reader.peek().kind() == Token.Kind.VARIABLE
                ? reader.next().text()
                : reader.lastNamePart().orElse("");
        List<String> columns = reader.seesSymbol("(") ? columns(reader) : List.of();
        if (columns.isEmpty()) {
            columns = declared.getOrDefault(GeneratedRow.key(table), List.of());
        }
        List<List<@Nullable Object>> rows = new ArrayList<>();
        if (reader.accept("VALUES")) {
            rows.addAll(values(reader, 2 * MOST_ROWS));
        } else if (!selects(reader, rows, new ArrayList<>())) {
            return;
        }
        if (!table.isEmpty() && !rows.isEmpty()) {
            add(tables, table, columns, rows);
            Source source = tables.get(GeneratedRow.key(table));
            if (source != null) {
                sources.put(GeneratedRow.key(table), source);
            }
        }
    }

    /** {@code CREATE TABLE name (…)} and {@code DECLARE @name TABLE (…)}. */
    private void table(List<Token> text, int at, TokenReader reader) {
        String name = "";
        if (at > 0 && text.get(at - 1).is("CREATE")) {
            name = reader.lastNamePart().orElse("");
        } else if (at > 0 && text.get(at - 1).kind() == Token.Kind.VARIABLE) {
            name = text.get(at - 1).text();
        }
        if (!name.isEmpty() && reader.seesSymbol("(")) {
            declared.put(GeneratedRow.key(name), columns(reader));
        }
    }

    /** The first name of each element in parentheses. */
    private static List<String> columns(TokenReader reader) {
        List<String> names = new ArrayList<>();
        reader.next();
        do {
            List<Token> element = reader.until(",");
            if (!element.isEmpty() && element.get(0).isName() && !element.get(0).is("CONSTRAINT", "PRIMARY")) {
                names.add(key(element.get(0)));
            }
        } while (reader.acceptSymbol(","));
        reader.acceptSymbol(")");
        return names;
    }

    private static String key(Token name) {
        return GeneratedRow.key(name.value());
    }

    /** {@code FROM dbo.names AS n}. */
    private static void aliases(List<Token> text, Map<String, Source> sources) {
        for (int i = 0; i < text.size(); i++) {
            if (text.get(i).is("FROM", "JOIN", "USING", "APPLY")) {
                TokenReader reader = new TokenReader(text.subList(i + 1, text.size()));
                String table = reader.peek().kind() == Token.Kind.VARIABLE
                        ? reader.next().text()
                        : reader.lastNamePart().orElse("");
                Source source = sources.get(GeneratedRow.key(table));
                reader.accept("AS");
                if (source != null && reader.peek().isName()) {
                    sources.putIfAbsent(key(reader.peek()), source);
                }
            }
        }
    }

    private static List<Condition> conditions(List<Token> text, Map<String, Source> sources) {
        Map<String, Map<String, Integer>> compared = new LinkedHashMap<>();
        boolean isAssigning = false;
        for (int i = 1; i < text.size() - 1; i++) {
            if (text.get(i).is("SET")) {
                isAssigning = true;
            } else if (text.get(i).is(BEHIND_SET)) {
                isAssigning = false;
            } else if (!isAssigning && text.get(i).isSymbol("=")) {
                compare(place(text, before(text, i), i), place(text, i + 1, behind(text, i + 1)), sources, compared);
            }
        }
        List<Condition> conditions = new ArrayList<>();
        compared.forEach((source, columns) -> {
            Set<Condition> rows = new LinkedHashSet<>();
            sources.getOrDefault(source, new Source(List.of(), List.of()))
                    .rows()
                    .forEach(row -> {
                        List<Condition> parts = new ArrayList<>();
                        columns.forEach((column, at) -> {
                            Object value = at < row.size() ? row.get(at) : null;
                            if (value != null) {
                                parts.add(new Comparison(
                                        new Term.Column(column), Operator.EQUAL, new Term.Constant(value)));
                            }
                        });
                        if (!parts.isEmpty()) {
                            rows.add(parts.size() == 1 ? parts.get(0) : new Condition.And(List.copyOf(parts)));
                        }
                    });
            rows.stream().limit(MOST_ROWS).forEach(conditions::add);
        });
        return conditions;
    }

    private static void compare(
            Place left, Place right, Map<String, Source> sources, Map<String, Map<String, Integer>> compared) {
        add(left, right, sources, compared);
        add(right, left, sources, compared);
    }

    private static void add(
            Place source, Place other, Map<String, Source> sources, Map<String, Map<String, Integer>> compared) {
        Source rows = sources.get(source.source());
        int at = rows == null ? -1 : rows.columns().indexOf(source.column());
        if (at >= 0 && !other.column().isEmpty()) {
            compared.computeIfAbsent(source.source(), name -> new LinkedHashMap<>())
                    .put(other.column(), at);
        }
    }

    private static int before(List<Token> text, int sign) {
        int from = sign - 1;
        while (from >= 2 && text.get(from).isName() && text.get(from - 1).isSymbol(".")) {
            from -= 2;
        }
        return from;
    }

    private static int behind(List<Token> text, int from) {
        int end = from + 1;
        while (end + 1 < text.size()
                && text.get(end).isSymbol(".")
                && text.get(end + 1).isName()) {
            end += 2;
        }
        return end;
    }

    private static Place place(List<Token> text, int from, int end) {
        Token last = text.get(end - 1);
        return last.isName() ? new Place(end - from > 2 ? key(text.get(end - 3)) : "", key(last)) : new Place("", "");
    }
}
