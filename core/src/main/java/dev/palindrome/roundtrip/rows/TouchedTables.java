package dev.palindrome.roundtrip.rows;

import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.schema.Table;
import dev.palindrome.sql.TableName;
import dev.palindrome.tsql.ExecutedSql;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The tables that a script may have touched: those whose names it mentions, in whatever schema, and those that foreign keys
 * carry its changes to. Says too much rather than too little.
 *
 * @param words the names mentioned; empty where it is not known what is touched
 * @param isRenaming whether parts of tables may have got other names without their tables being mentioned
 */
public record TouchedTables(Optional<Set<String>> words, boolean isRenaming) {

    static final TouchedTables ANYTHING = new TouchedTables(Optional.empty(), true);

    public static final TouchedTables NOTHING = new TouchedTables(Optional.of(Set.of()), false);

    /**
     * Reads a script.
     *
     * @param sql what it runs; empty where that is not known, as of a Java migration
     */
    public static TouchedTables by(Optional<ExecutedSql> sql) {
        return sql.filter(ExecutedSql::isKnown).map(TouchedTables::by).orElse(ANYTHING);
    }

    private static TouchedTables by(ExecutedSql sql) {
        ScriptNames names = new ScriptNames();
        sql.texts().forEach(names::add);
        return new TouchedTables(Optional.of(names.all()), names.has("sp_rename"));
    }

    public TouchedTables and(TouchedTables other) {
        if (words.isEmpty() || other.words.isEmpty()) {
            return ANYTHING;
        }
        Set<String> both = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        both.addAll(words.get());
        both.addAll(other.words.get());
        return new TouchedTables(Optional.of(both), isRenaming || other.isRenaming);
    }

    /** The same, and what is touched without being mentioned. */
    public TouchedTables reaching(SchemaSnapshot schema) {
        return words.flatMap(mentioned -> ModuleReach.of(mentioned, schema))
                .map(reached -> new TouchedTables(Optional.of(reached), isRenaming))
                .orElse(ANYTHING);
    }

    /** For the reader of schemas, which does not know what a new table will be called. */
    public Optional<Collection<TableName>> names(Collection<String> schemas) {
        return words.filter(mentioned -> !isRenaming).map(mentioned -> {
            List<TableName> names = new ArrayList<>();
            for (String schema : schemas) {
                mentioned.forEach(word -> names.add(new TableName(schema, word)));
            }
            return names;
        });
    }

    /** The tables of a schema that are touched. */
    public List<Table> tables(SchemaSnapshot schema, ForeignKeyCascades cascades) {
        List<Table> all = schema.tables();
        if (words.isEmpty()) {
            return all;
        }
        Set<String> mentioned = words.get().stream().map(TouchedTables::key).collect(Collectors.toSet());
        Set<Table> touched = new LinkedHashSet<>();
        all.stream().filter(table -> mentioned.contains(key(table.name()))).forEach(touched::add);
        if (!touched.isEmpty()) {
            cascades.follow(all, touched);
        }
        return List.copyOf(touched);
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
