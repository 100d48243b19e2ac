package dev.palindrome.tsql.systemview;

import dev.palindrome.sql.QuotedName;
import dev.palindrome.sql.SqlLiteral;
import dev.palindrome.tsql.SystemView;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.systemview.SystemViewQueries.Replacement;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A system view in a FROM, with what is wanted of it. */
final class SystemViewSource {

    private final SystemView view;
    private final String alias;
    private final boolean named;
    private final Token token;
    private final int tokens;
    private final Set<String> columns = new TreeSet<>();
    private boolean all;
    private @Nullable String name;
    private @Nullable String table;
    private String types = "";

    /**
     * @param alias its own name where it has none
     * @param named whether an alias is written behind it
     * @param token where its name begins
     * @param tokens how many its name has
     */
    SystemViewSource(SystemView view, String alias, boolean named, Token token, int tokens) {
        this.view = view;
        this.alias = alias;
        this.named = named;
        this.token = token;
        this.tokens = tokens;
    }

    SystemView view() {
        return view;
    }

    Token token() {
        return token;
    }

    boolean isCalled(String other) {
        return alias.equalsIgnoreCase(other);
    }

    void wantAll() {
        all = true;
    }

    void want(String column) {
        columns.add(column);
    }

    @Nullable String name() {
        return name;
    }

    @Nullable String table() {
        return table;
    }

    void onlyOfName(String only) {
        name = only;
    }

    void onlyOfTable(String only) {
        table = only;
    }

    void onlyOfTypes(Collection<String> only) {
        types = String.join(",", only);
    }

    Replacement replacement() {
        Set<String> wanted =
                columns.isEmpty() ? Set.of(view.columns().keySet().iterator().next()) : columns;
        return called("\"palindrome\".\"system_view\"("
                + String.join(
                        ", ",
                        SqlLiteral.h2(view.name()),
                        SqlLiteral.h2(all ? "" : String.join(",", wanted)),
                        SqlLiteral.h2OrNull(name),
                        SqlLiteral.h2OrNull(table),
                        SqlLiteral.h2(types))
                + ")");
    }

    private Replacement called(String call) {
        return new Replacement(named ? call : call + " AS " + QuotedName.of(alias), tokens);
    }
}
