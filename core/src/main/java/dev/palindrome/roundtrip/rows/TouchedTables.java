package dev.palindrome.roundtrip.rows;

import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.schema.Table;
import dev.palindrome.sql.TableName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
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
public record TouchedTables(Optional<Set<String>> words) {

    /** Bracketed and quoted names, which may hold anything. */
    private static final Pattern DELIMITED = Pattern.compile("\\[((?:[^\\]\\v]|\\]\\])+)\\]|\"([^\"\\v]+)\"");

    /** Every word, wherever it stands: in a name, in a comment, in a literal. */
    private static final Pattern WORD = Pattern.compile("[\\p{L}_@#][\\p{L}\\p{N}_@#$]*");

    /** Renames parts of tables without naming the table. */
    public static final Pattern RENAMES = Pattern.compile("\\bsp_rename\\b", Pattern.CASE_INSENSITIVE);

    static final TouchedTables ANYTHING = new TouchedTables(Optional.empty());

    /**
     * @param sayAll whether scripts of this engine mention whatever they touch. On SQL Server they do not: views, synonyms,
     *     triggers, procedures and SQL that is put together while it runs reach further.
     */
    public static TouchedTables by(Optional<String> script, boolean sayAll) {
        return script.filter(text -> sayAll && !RENAMES.matcher(text).find())
                .map(TouchedTables::by)
                .orElse(ANYTHING);
    }

    private static TouchedTables by(String script) {
        Set<String> words = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        Matcher plain = WORD.matcher(script);
        while (plain.find()) {
            words.add(plain.group());
        }
        Matcher delimited = DELIMITED.matcher(script);
        while (delimited.find()) {
            words.add(word(delimited));
        }
        return new TouchedTables(Optional.of(words));
    }

    public TouchedTables and(TouchedTables other) {
        if (words.isEmpty() || other.words.isEmpty()) {
            return ANYTHING;
        }
        Set<String> both = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        both.addAll(words.get());
        both.addAll(other.words.get());
        return new TouchedTables(Optional.of(both));
    }

    /** For the reader of schemas, which does not know what a new table will be called. */
    public Optional<Collection<TableName>> names(Collection<String> schemas) {
        return words.map(mentioned -> {
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
        Set<String> mentioned = words.get();
        Set<Table> touched = new LinkedHashSet<>();
        all.stream().filter(table -> mentioned.contains(table.name())).forEach(touched::add);
        if (!touched.isEmpty()) {
            cascades.follow(all, touched);
        }
        return List.copyOf(touched);
    }

    private static String word(Matcher matcher) {
        if (matcher.group(1) != null) {
            return matcher.group(1).replace("]]", "]");
        }
        return matcher.group(2) != null ? matcher.group(2) : matcher.group();
    }
}
