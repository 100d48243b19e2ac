package dev.palindrome;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What aggregates take together. Within a subquery, one that names a column of the query around it may name no other (SQL
 * Server's error 8124): its grammar does not say so.
 */
final class AggregatedSources {

    private static final Pattern AGGREGATE =
            Pattern.compile("\\b(?:STRING_AGG|SUM|MIN|MAX|AVG|COUNT|COUNT_BIG|CHECKSUM_AGG)\\(");

    private static final Pattern SOURCE = Pattern.compile("\\b(\\w+)\\.(?=[\\w\\[*])");

    private static final Pattern LITERAL = Pattern.compile("'(?:[^']|'')*+'");

    private AggregatedSources() {}

    /** Aggregates over columns of their own query and of another, each with its sources. */
    static List<String> mixedIn(String text) {
        String sql = LITERAL.matcher(text).replaceAll("''");
        return AGGREGATE
                .matcher(sql)
                .results()
                .map(found -> sources(sql, found))
                .flatMap(Set::stream)
                .toList();
    }

    private static Set<String> sources(String sql, MatchResult aggregate) {
        String inside = sql.substring(aggregate.end(), closing(sql, aggregate.end()));
        Set<String> named = SOURCE.matcher(inside)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        String query = sql.substring(opening(sql, aggregate.start()), closing(sql, aggregate.start()));
        Set<String> others = new TreeSet<>(named);
        others.removeIf(source -> isDeclaredIn(query, source));
        return others.isEmpty() || others.size() == 1 && named.size() == 1 ? Set.of() : Set.of(named.toString());
    }

    private static boolean isDeclaredIn(String query, String source) {
        return Pattern.compile("(?:\\bFROM|\\bJOIN|\\bAPPLY|,)\\s+[\\w.#@\\[\\]]+(?:\\([^()]*\\))?\\s+(?:AS\\s+)?"
                        + source + "\\b|\\)\\s*(?:AS\\s+)?" + source + "\\b")
                .matcher(query)
                .find();
    }

    /** Where the parentheses around a place begin. */
    private static int opening(String sql, int place) {
        int depth = 0;
        for (int i = place - 1; i >= 0; i--) {
            depth += sql.charAt(i) == ')' ? 1 : sql.charAt(i) == '(' ? -1 : 0;
            if (depth < 0) {
                return i + 1;
            }
        }
        return 0;
    }

    /** Where they end. */
    private static int closing(String sql, int place) {
        int depth = 0;
        for (int i = place; i < sql.length(); i++) {
            depth += sql.charAt(i) == '(' ? 1 : sql.charAt(i) == ')' ? -1 : 0;
            if (depth < 0) {
                return i;
            }
        }
        return sql.length();
    }
}
