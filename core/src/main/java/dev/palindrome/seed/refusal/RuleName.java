package dev.palindrome.seed.refusal;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The constraint or index that a refusal names, where the table is not known. */
public final class RuleName {

    private static final Pattern NAMED =
            Pattern.compile("(?:constraint|index)[^\"']*[\"'](.+?)[\"':]", Pattern.CASE_INSENSITIVE);

    /**
     * H2 says schema and index, and of a primary key at most the name that it has made up itself. From 2.4 on it says the
     * constraint before that, which may have a name that H2 has made up, too.
     */
    private static final Pattern UNIQUE_ON_H2 = Pattern.compile(
            "^Unique index or primary key violation: \"(?:.+? (?=PRIMARY KEY ON )|.+? INDEX )?(.+?) ON (.+?)\\(");

    /** What H2 puts behind a constraint's name for the index that it makes for it ({@code Schema.getUniqueObjectName}). */
    private static final Pattern MADE_FOR_CONSTRAINT = Pattern.compile("_INDEX_[0-9A-F]+(_\\d+)?$");

    private RuleName() {}

    /** Empty where the message names none. It holds values, and none of them is in the name. */
    public static Optional<String> in(String message) {
        Matcher unique = UNIQUE_ON_H2.matcher(message.replace("\"\"", ""));
        if (unique.find()) {
            return Optional.of(uniqueOnH2(unique.group(1), unique.group(2)));
        }
        Matcher named = NAMED.matcher(message);
        return named.find() ? Optional.of(named.group(1)) : Optional.empty();
    }

    private static String uniqueOnH2(String index, String table) {
        String name = index.substring(index.indexOf('.') + 1);
        if (name.startsWith("PRIMARY KEY") || name.startsWith("PRIMARY_KEY_")) {
            return "the primary key of " + table;
        }
        String prefix = table.substring(table.indexOf('.') + 1) + ".";
        String own = name.startsWith(prefix) ? name.substring(prefix.length()) : name;
        return MADE_FOR_CONSTRAINT.matcher(own).replaceFirst("");
    }
}
