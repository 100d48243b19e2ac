package dev.palindrome.roundtrip;

import dev.palindrome.schema.ForeignKey;
import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.schema.Table;
import dev.palindrome.schema.TableName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The tables that a script may have touched: those whose names it mentions, in whatever place, and those that foreign keys
 * carry its changes to. Says too much rather than too little.
 *
 * @param words the names mentioned; empty where it is not known what is touched
 */
record Touched(Optional<Set<String>> words) {

    private static final Pattern WORD =
            Pattern.compile("\\[((?:[^\\]]|\\]\\])+)\\]|\"([^\"]+)\"|[\\p{L}_@#][\\p{L}\\p{N}_@#$]*");

    /** Text that is put together while it runs mentions nothing. */
    private static final Pattern DYNAMIC =
            Pattern.compile("\\bexec(ute)?\\b|\\bsp_executesql\\b", Pattern.CASE_INSENSITIVE);

    static final Touched ANYTHING = new Touched(Optional.empty());

    /** @param sayAll whether scripts of this engine mention whatever they touch: dynamic SQL may not */
    static Touched by(Optional<String> script, boolean sayAll) {
        return script.filter(text -> sayAll || !DYNAMIC.matcher(text).find())
                .map(Touched::by)
                .orElse(ANYTHING);
    }

    private static Touched by(String script) {
        Set<String> words = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        Matcher matcher = WORD.matcher(script);
        while (matcher.find()) {
            words.add(word(matcher));
        }
        return new Touched(Optional.of(words));
    }

    Touched and(Touched other) {
        if (words.isEmpty() || other.words.isEmpty()) {
            return ANYTHING;
        }
        Set<String> both = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        both.addAll(words.get());
        both.addAll(other.words.get());
        return new Touched(Optional.of(both));
    }

    /** For the reader of schemas, which does not know what a new table will be called. */
    Optional<Collection<TableName>> names(Collection<String> schemas) {
        return words.map(mentioned -> {
            List<TableName> names = new ArrayList<>();
            for (String schema : schemas) {
                mentioned.forEach(word -> names.add(new TableName(schema, word)));
            }
            return names;
        });
    }

    /** The tables of a schema that are touched. */
    List<Table> tables(SchemaSnapshot schema) {
        List<Table> all = schema.tables();
        if (words.isEmpty()) {
            return all;
        }
        Set<String> touched = new HashSet<>();
        List<Table> found = new ArrayList<>();
        for (boolean grown = true; grown; ) {
            grown = false;
            for (Table table : all) {
                if (!touched.contains(key(table)) && (isMentioned(table) || isReached(table, touched))) {
                    touched.add(key(table));
                    found.add(table);
                    grown = true;
                }
            }
        }
        return found;
    }

    private boolean isMentioned(Table table) {
        return words.orElseThrow().contains(table.name());
    }

    private static boolean isReached(Table table, Set<String> touched) {
        return table.foreignKeys().stream().anyMatch(key -> touched.contains(key(key)));
    }

    private static String key(Table table) {
        return (table.schema() + "." + table.name()).toLowerCase(Locale.ROOT);
    }

    private static String key(ForeignKey key) {
        return (key.referencedSchema() + "." + key.referencedTable()).toLowerCase(Locale.ROOT);
    }

    private static String word(Matcher matcher) {
        if (matcher.group(1) != null) {
            return matcher.group(1).replace("]]", "]");
        }
        return matcher.group(2) != null ? matcher.group(2) : matcher.group();
    }
}
