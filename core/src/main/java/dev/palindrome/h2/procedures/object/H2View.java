package dev.palindrome.h2.procedures.object;

import dev.palindrome.h2.H2Definitions;
import dev.palindrome.sql.QuotedName;
import dev.palindrome.sql.SqlRunner;
import dev.palindrome.tsql.Lexer;
import dev.palindrome.tsql.Recorded;
import dev.palindrome.tsql.Recorded.Fact;
import dev.palindrome.tsql.Token;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A view in H2.
 *
 * @param schema its schema
 * @param name its name
 * @param mentioned all names in its text
 * @param boundTo what it is bound to, schema and name: there all names have two parts
 */
public record H2View(String schema, String name, Set<String> mentioned, Set<List<String>> boundTo) {

    private static final String BINDING = "SCHEMABINDING";

    /** H2's own schema, and the front's. */
    private static final Set<String> OTHERS = Set.of("INFORMATION_SCHEMA", "palindrome", "sys");

    private static final String ALL = """
            SELECT TABLE_SCHEMA, TABLE_NAME, REMARKS, VIEW_DEFINITION FROM INFORMATION_SCHEMA.VIEWS
            WHERE TABLE_SCHEMA NOT IN ('INFORMATION_SCHEMA', 'palindrome', 'sys')
            """;

    private static final String DEFINITION = "SELECT DB_OBJECT_SQL('TABLE', ?, ?)";

    /** What stands in the records of views, which takes long to read: H2 hands out the same text as long as it has it. */
    private static final Map<String, H2View> READ = Collections.synchronizedMap(new WeakHashMap<>());

    static List<H2View> all(Connection connection) throws SQLException {
        Optional<H2Definitions> definitions = H2Definitions.of(connection);
        if (definitions.isPresent()) {
            return definitions.get().views().stream()
                    .filter(view -> !OTHERS.contains(view.schema()))
                    .map(view -> of(view.schema(), view.name(), view.comment(), view.query()))
                    .toList();
        }
        return SqlRunner.on(connection)
                .query(ALL)
                .list(row -> of(row.getString(1), row.getString(2), row.getString(3), row.getString(4)));
    }

    /** Something else that names tables in its text. */
    public static H2View ofText(String schema, String name, String text) {
        Set<String> mentioned = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        boolean bound = false;
        List<Token> tokens = Lexer.tokens(text, 1);
        for (Token token : tokens) {
            if (token.isName()) {
                mentioned.add(token.value());
                bound |= token.is(BINDING);
            }
        }
        return new H2View(schema, name, mentioned, bound ? ofTwoParts(tokens) : Set.of());
    }

    /** Those of columns behind the alias of a table as well. */
    private static Set<List<String>> ofTwoParts(List<Token> tokens) {
        Set<List<String>> names = new HashSet<>();
        for (int i = 2; i < tokens.size(); i++) {
            if (tokens.get(i - 2).isName()
                    && tokens.get(i - 1).isSymbol(".")
                    && tokens.get(i).isName()) {
                names.add(folded(tokens.get(i - 2).value(), tokens.get(i).value()));
            }
        }
        return names;
    }

    private static List<String> folded(String schema, String name) {
        return List.of(schema.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
    }

    boolean isBoundTo(H2Table table) {
        return boundTo.contains(folded(table.schema(), table.name()));
    }

    private static H2View of(String schema, String name, @Nullable String remarks, String inH2) {
        if (remarks == null) {
            return ofText(schema, name, String.valueOf(inH2));
        }
        H2View known = READ.computeIfAbsent(remarks, unread -> {
            Optional<String> written = Recorded.parse(unread).get(Fact.DEFINITION);
            return ofText("", "", written.orElse(""));
        });
        return known.mentioned.isEmpty()
                ? ofText(schema, name, String.valueOf(inH2))
                : new H2View(schema, name, known.mentioned, known.boundTo);
    }

    boolean is(H2Table table) {
        return schema.equalsIgnoreCase(table.schema()) && name.equalsIgnoreCase(table.name());
    }

    boolean mentionsAny(Set<String> names) {
        return names.stream().anyMatch(mentioned::contains);
    }

    String h2() {
        return QuotedName.of(schema, name);
    }

    /** What makes it again, whether or not it fits. */
    String definition(Connection connection) throws SQLException {
        return SqlRunner.on(connection)
                .query(DEFINITION, schema, name)
                .first(row -> row.getString(1))
                .map(sql -> sql.startsWith("CREATE FORCE ") ? sql : sql.replaceFirst("^CREATE ", "CREATE FORCE "))
                .orElseThrow(() -> new SQLException("The view " + this.name + " has no definition."));
    }
}
