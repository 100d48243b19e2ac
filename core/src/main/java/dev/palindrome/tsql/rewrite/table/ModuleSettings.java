package dev.palindrome.tsql.rewrite.table;

import dev.palindrome.sql.DeclaredType;
import dev.palindrome.sql.SqlType;
import dev.palindrome.tsql.Recorded;
import dev.palindrome.tsql.Recorded.Fact;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import dev.palindrome.tsql.UntranslatableException;
import dev.palindrome.tsql.module.ModuleDefinition;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Settings of the session that a module remembers from when it was made, until the script ends. Switched off, they change what
 * tables and queries mean, in ways that H2 does not have: only modules, and what says nothing about rows, may be made then.
 * Padding is less than that: columns remember it, and it is an approximation that their values keep their blanks.
 */
public final class ModuleSettings {

    private static final Map<String, Fact> FACTS =
            Map.of("ANSI_NULLS", Fact.ANSI_NULLS_OFF, "QUOTED_IDENTIFIER", Fact.QUOTED_IDENTIFIER_OFF);

    /** Decides how blanks at the end are kept in the columns that are made. */
    private static final String PADDING = "ANSI_PADDING";

    private static final String[] WITHOUT_ROWS = {"SET", "PRINT", "GRANT", "DENY", "REVOKE", "ENABLE", "DISABLE"};

    private static final String[] CHANGING_ROWS = {
        "INSERT", "UPDATE", "DELETE", "MERGE", "SELECT", "WITH", "TRUNCATE", "DROP"
    };

    private final Set<String> off = new LinkedHashSet<>();

    public static boolean knows(String name) {
        return FACTS.containsKey(name) || name.equals(PADDING);
    }

    public void set(String name, boolean on) {
        if (on) {
            off.remove(name);
        } else {
            off.add(name);
        }
    }

    /** What a module that is made now remembers. */
    public Recorded recorded() {
        Recorded recorded = Recorded.nothing();
        for (Map.Entry<String, Fact> fact : FACTS.entrySet()) {
            recorded = recorded.withYes(fact.getValue(), off.contains(fact.getKey()));
        }
        return recorded;
    }

    /** @throws UntranslatableException if a statement means something else now */
    public void require(List<Token> statement) {
        if (!off.isEmpty() && !meansTheSame(statement)) {
            throw new UntranslatableException("SET " + off.iterator().next() + " OFF before it");
        }
    }

    private boolean meansTheSame(List<Token> statement) {
        TokenReader reader = new TokenReader(statement);
        Token first = reader.peek();
        boolean module = reader.accept("CREATE", "OR", "ALTER") || reader.accept("CREATE") || reader.accept("ALTER");
        if (module) {
            return reader.peek().is(ModuleDefinition.KINDS) || isOnlyPaddingOff() && !wantsPadding(statement);
        }
        boolean procedure = first.is("EXEC", "EXECUTE") && reader.peek(1).isName() && !isDelayed(reader.peek(1));
        boolean dropped = first.is("DROP") && reader.peek(1).is(ModuleDefinition.KINDS);
        boolean padding = isOnlyPaddingOff() && first.is(CHANGING_ROWS);
        return first.is(WITHOUT_ROWS) || procedure || dropped || padding;
    }

    private boolean isOnlyPaddingOff() {
        return off.equals(Set.of(PADDING));
    }

    /** Indexes with a filter, and columns that are computed and stored (Microsoft: set-ansi-padding-transact-sql). */
    private static boolean wantsPadding(List<Token> definition) {
        return definition.stream().anyMatch(token -> token.is("WHERE", "PERSISTED"));
    }

    /**
     * A statement that is rewritten once more where it runs knows nothing of them there.
     *
     * @throws UntranslatableException if columns would have to remember that padding is off
     */
    public void requirePadding() {
        if (off.contains(PADDING)) {
            throw new UntranslatableException("SET " + PADDING + " OFF before a type of your own");
        }
    }

    /** With what the columns that are made with these settings remember of them. */
    List<TableElement> remembered(List<TableElement> elements) {
        return off.contains(PADDING)
                ? elements.stream().map(ModuleSettings::unpadded).toList()
                : elements;
    }

    private static TableElement unpadded(TableElement element) {
        boolean remembers = element instanceof TableElement.Column column
                && column.recorded()
                        .get(Fact.TYPE)
                        .flatMap(type -> DeclaredType.parse(type).sqlType())
                        .filter(SqlType::remembersPadding)
                        .isPresent();
        return remembers ? ((TableElement.Column) element).recording(Fact.ANSI_PADDING_OFF) : element;
    }

    private static boolean isDelayed(Token procedure) {
        return procedure.value().equalsIgnoreCase("sp_executesql");
    }

    /**
     * A condition compares as ever, unless it holds a NULL against something or has a string in double quotes.
     *
     * @throws UntranslatableException if it means something else now
     */
    public void requireCondition(List<Token> condition) {
        for (int i = 1; i < condition.size() && !off.isEmpty(); i++) {
            boolean compared = condition.get(i).is("NULL")
                    && condition.get(i - 1).kind() == Token.Kind.SYMBOL
                    && !condition.get(i - 1).isSymbol("(")
                    && !condition.get(i - 1).isSymbol(",");
            if (compared || condition.get(i).text().startsWith("\"")) {
                throw new UntranslatableException("SET " + off.iterator().next() + " OFF before it");
            }
        }
    }
}
