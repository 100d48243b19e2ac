package dev.palindrome.check.step;

import dev.palindrome.tsql.ObjectName;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import dev.palindrome.tsql.UntranslatableException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What names in a statement stand for which are no table's: {@code u} in {@code UPDATE u … FROM dbo.users u}, {@code c} in
 * {@code WITH c AS (SELECT … FROM dbo.users) DELETE c}.
 */
final class SourceNames {

    private final Map<String, ObjectName> tables = new HashMap<>();

    /** Reads {@code WITH …}, if it stands here. */
    static SourceNames read(TokenReader reader) {
        SourceNames names = new SourceNames();
        if (reader.accept("WITH")) {
            do {
                String name = reader.identifier();
                if (reader.seesSymbol("(")) {
                    reader.parenthesised();
                }
                reader.expect("AS");
                names.table(reader.parenthesised()).ifPresent(table -> names.put(name, table));
            } while (reader.acceptSymbol(","));
        }
        return names;
    }

    /** Adds what the tables of a FROM are called. */
    SourceNames with(List<Token> statement) {
        for (int i = 0; i < statement.size(); i++) {
            if (statement.get(i).is("FROM", "JOIN")) {
                called(new TokenReader(statement.subList(i + 1, statement.size())));
            }
        }
        return this;
    }

    /** The table that is meant. */
    ObjectName meant(ObjectName name) {
        ObjectName table = tables.get(name.name().toLowerCase(Locale.ROOT));
        return name.schema() == null && table != null ? table : name;
    }

    /** The table that a query reads first: it is the one whose rows change. */
    private Optional<ObjectName> table(List<Token> query) {
        TokenReader reader = new TokenReader(query);
        reader.until("FROM");
        try {
            return reader.accept("FROM") ? Optional.of(meant(reader.objectName())) : Optional.empty();
        } catch (UntranslatableException noTable) {
            return Optional.empty();
        }
    }

    private void called(TokenReader reader) {
        try {
            Optional<ObjectName> table =
                    reader.seesSymbol("(") ? table(reader.parenthesised()) : Optional.of(meant(reader.objectName()));
            reader.accept("AS");
            String name = reader.identifier();
            table.ifPresent(called -> put(name, called));
        } catch (UntranslatableException notCalled) {
            // A temporary table, or one that goes by its own name.
        }
    }

    private void put(String name, ObjectName table) {
        tables.put(name.toLowerCase(Locale.ROOT), table);
    }
}
